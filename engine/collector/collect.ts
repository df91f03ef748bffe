/** A collection, by whichever collector the release has, and when one starts by itself. */
import type { CollectionReason } from '../objects/collection-events.ts';
import { errFetch, errOccurred, errRestore } from '../objects/errors.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { collectGeneration, selectGeneration } from './generational.ts';
import { collectIncrementally } from './late-parts.ts';
import { OLDEST } from './statistics.ts';

/** What a due collection of the incremental collector is, whatever the counts say. */
const INCREMENT = 1;

/**
 * Collects a generation; with the incremental collector 0 is the young objects, 1 an increment, 2 all.
 * @returns objects found unreachable, freed or not; 0 when a collection is under way already.
 */
export function collect(rt: Runtime, generation: number, reason: CollectionReason): number {
  const collecting = (rt.state + STATE.gcCollecting) >> 2;
  if (rt.i32[collecting] !== 0) return 0;
  rt.i32[collecting] = 1;
  const incremental = rt.profile.collector.kind === 'incremental';
  const found = incremental
    ? collectIncrementally(rt, generation, reason)
    : collectGeneration(rt, generation, reason);
  rt.i32[collecting] = 0;
  return found;
}

/**
 * A GC object was allocated and count 0 is over its threshold: collects at once, or asks for it at
 * the next check of the bytecode loop, as the release does. v3.13.0 _PyObject_GC_Link, _Py_ScheduleGC
 */
export function collectIfDue(rt: Runtime): void {
  const state = rt.state >> 2;
  if (rt.i32[state + (STATE.gcEnabled >> 2)] === 0) return;
  if (rt.i32[state + (STATE.gcCollecting >> 2)] !== 0 || errOccurred(rt)) return;
  if (rt.profile.collector.trigger === 'allocation') collectDue(rt);
  else rt.i32[state + (STATE.evalBreaker >> 2)] = 1;
}

/** The collection that collectIfDue asked for, unless it was disabled meanwhile. v3.13.0 _Py_RunGC */
export function collectDue(rt: Runtime): void {
  if (rt.i32[(rt.state + STATE.gcEnabled) >> 2] === 0) return;
  if (rt.i32[(rt.state + STATE.gcCollecting) >> 2] !== 0) return;
  const incremental = rt.profile.collector.kind === 'incremental';
  const generation = incremental ? INCREMENT : selectGeneration(rt);
  if (generation >= 0) collect(rt, generation, 'heap');
}

/** A full collection if the collector is enabled. Leaves an exception that is set alone. PyGC_Collect */
export function collectAll(rt: Runtime): number {
  if (rt.i32[(rt.state + STATE.gcEnabled) >> 2] === 0) return 0;
  const exception = errFetch(rt);
  const found = collect(rt, OLDEST, 'manual');
  errRestore(rt, exception);
  return found;
}

/** A full collection at exit, enabled or not, without callbacks. v3.13.0 _PyGC_CollectNoFail */
export function collectNoFail(rt: Runtime): number {
  return collect(rt, OLDEST, 'shutdown');
}
