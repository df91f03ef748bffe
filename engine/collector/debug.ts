/** gc.set_debug: what the collector tells on stderr. v3.13.0 Python/gc.c */
import type { Addr } from '../base/brand.ts';
import { generationHead, PERMANENT_GENERATION } from '../objects/gc-object.ts';
import { addressText } from '../objects/object.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { typeName } from '../objects/type-object.ts';
import { fromGc, gcListSize, gcNext } from './gc-list.ts';
import { numberedHead } from './spaces.ts';

// v3.13.0 Include/internal/pycore_gc.h _PyGC_DEBUG_*
export const DEBUG_STATS = 1 << 0;
export const DEBUG_COLLECTABLE = 1 << 1;
export const DEBUG_UNCOLLECTABLE = 1 << 2;
export const DEBUG_SAVEALL = 1 << 5;
export const DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL;

/** Whether gc.set_debug asked for it. */
export function debugs(rt: Runtime, flag: number): boolean {
  return (rt.i32[(rt.state + STATE.gcDebug) >> 2]! & flag) !== 0;
}

/** How full each generation is when a collection begins. v3.13.0 show_stats_each_generations */
export function showStatsEachGeneration(rt: Runtime, generation: number): void {
  const sizes = [0, 1, 2].map((n) => ` ${gcListSize(rt, numberedHead(rt, n))}`).join('');
  const permanent = gcListSize(rt, generationHead(rt, PERMANENT_GENERATION));
  rt.vm.writeStderr(
    rt,
    `gc: collecting generation ${generation}...\n` +
      `gc: objects in each generation:${sizes}\n` +
      `gc: objects in permanent generation: ${permanent}\n`,
  );
}

/** One line for each object of a list. v3.13.0 debug_cycle */
export function showObjects(rt: Runtime, how: string, list: Addr): void {
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    const p = fromGc(node);
    const type = typeName(rt, rt.typeOf(p));
    rt.vm.writeStderr(rt, `gc: ${how} <${type} ${addressText(rt, p)}>\n`);
  }
}

/** The last line. NOT CPYTHON: the machine reads no clock, so that a run can be repeated. */
export function showDone(rt: Runtime, unreachable: number, uncollectable: number): void {
  rt.vm.writeStderr(
    rt,
    `gc: done, ${unreachable} unreachable, ${uncollectable} uncollectable, 0.0000s elapsed\n`,
  );
}
