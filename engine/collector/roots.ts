/**
 * Where references begin that no object owns: the runtime state, the running frames, the types that
 * are part of the machine. A checker recounts from here.
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { visitContainerStatics } from '../objects/container-statics.ts';
import {
  F_EXECUTABLE,
  F_FRAME_OBJ,
  F_FUNCOBJ,
  F_LOCALS,
  F_OWNER,
  F_PREVIOUS,
  F_STACKTOP,
  FRAME_OWNED_BY_GENERATOR,
} from '../objects/layouts.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { visitTraceFilenames } from '../objects/trace-table.ts';
import { forEachSubclass, isHeapType, isType } from '../objects/type-object.ts';

/** Calls with each counted reference and the name of the place that holds it. */
export type VisitRoot = (p: Addr, holder: string) => void;

/** Fields of the runtime state that own what they point to. The dict of interned strings, too. */
const OWNING_FIELDS = [
  'currentException',
  'excState',
  'gcGarbage',
  'gcCallbacks',
  'interned',
  'modules',
  'builtins',
  'sysdict',
  'arenaConstants',
  'mainModule',
  'dictDescriptor',
  'weakrefDescriptor',
  'memoryError',
  'atexit',
  'startupBlocks',
  'traceUnknown',
  'emptyFrozenset',
  'lazyModules',
  'lazyPending',
  'lazyImporting',
  'lazyFilter',
] as const;

/** Every reference that the runtime state owns. */
export function visitState(rt: Runtime, visit: VisitRoot): void {
  for (const field of OWNING_FIELDS) {
    const p = rt.statePtr(STATE[field]);
    if (p !== 0) visit(p, `the runtime state (${field})`);
  }
  visitContainerStatics(rt, (p) => visit(p, 'the static data of containers'));
  for (let at = rt.state + STATE.moduleTypes; at < rt.state + STATE.freeLists; at += 8) {
    const p = rt.ptr(at);
    // types are static; the others are single objects: functools.Placeholder
    if (p !== 0 && !isType(rt, p)) visit(p, 'the state of a module');
  }
  visitTraceFilenames(rt, (p) => visit(p, 'tracemalloc'));
  // made at boot, and a heap type as in CPython
  const { ExceptionGroup } = rt.exc;
  if (isHeapType(rt, ExceptionGroup)) visit(ExceptionGroup, 'PyExc_ExceptionGroup');
}

/**
 * Every reference that a running frame owns, or the call to its frame where that is an object. A
 * generator's frame is the generator's, whose tp_traverse shows it.
 */
export function visitFrames(rt: Runtime, visit: VisitRoot): void {
  let frame = rt.statePtr(STATE.currentFrame);
  for (; frame !== 0; frame = rt.ptr(frame + F_PREVIOUS)) {
    if (rt.u8[frame + F_OWNER] === FRAME_OWNED_BY_GENERATOR) continue;
    if (rt.heapFrames) {
      visit(rt.ptr(frame + F_FRAME_OBJ), 'a running call');
      continue;
    }
    for (const field of [F_EXECUTABLE, F_FUNCOBJ, F_LOCALS, F_FRAME_OBJ]) {
      const word = (frame + field) >> 2;
      const p = rt.i32[word]!;
      if (rt.i32[word + 1] === ADDRESS_HIGH) visit(p, `a running frame at ${frame}`);
    }
    const slots = rt.i32[(frame + F_STACKTOP) >> 2]!;
    for (let i = 0; i < slots; i++) {
      const at = (frame + rt.layout.frameHeader + 8 * i) >> 2;
      const p = rt.i32[at]!;
      if (rt.i32[at + 1] === ADDRESS_HIGH) visit(p, `slot ${i} of a running frame at ${frame}`);
    }
  }
}

/** Every static type: they hold references, and nobody holds them. */
export function visitStaticTypes(rt: Runtime, visit: (type: Addr) => void): void {
  const seen = new Set<Addr>();
  const enter = (_rt: Runtime, type: Addr): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (!isHeapType(rt, type)) visit(type);
    forEachSubclass(rt, type, enter);
  };
  enter(rt, rt.types.object);
}
