/**
 * The generational collector: three generations of objects that can be part of a cycle.
 *
 *     new objects -> generation 0 -> generation 1 -> generation 2
 *                    (each collection moves what it finds alive one to the right)
 *
 * A generation is collected together with all younger ones. Generation 0 is due when more objects
 * were made than freed since it was last collected than its threshold says; 1 and 2 when the one
 * before was collected more often than theirs says: with 10 that is eleven times. Generation 2
 * waits besides until what has come into it since its last collection is a quarter of what was
 * there, so that the work stays linear in what lives.
 *
 * The phases of a collection, each a function of its own:
 *
 *     updateRefs, subtractRefs, moveUnreachable     what is not reachable?     reachability.ts
 *     untrackTuples, untrackDicts                   what need not be looked at again?
 *     moveLegacyFinalizers                          what can never be freed?   finalizers.ts
 *     handleWeakrefs                                clear, then call back      weakrefs.ts
 *     finalizeGarbage                               `__del__`                  finalizers.ts
 *     handleResurrectedObjects                      did that save anything?    finalizers.ts
 *     deleteGarbage                                 break the cycles
 *
 * v3.13.0 Python/gc.c gc_collect_main
 */
import type { Addr } from '../base/brand.ts';
import type { CollectionReason } from '../objects/collection-events.ts';
import { maybeUntrackDict } from '../objects/dict-collect.ts';
import { errClear, errFetch, errOccurred, errRestore } from '../objects/errors.ts';
import { GENERATION_COUNT, GENERATION_THRESHOLD, generationHead } from '../objects/gc-object.ts';
import { TP_CLEAR } from '../objects/layouts.ts';
import { listAppend } from '../objects/list.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { maybeUntrackTuple } from '../objects/tuple.ts';
import { writeUnraisable } from '../objects/unraisable.ts';
import { type Found, invokeGcCallbacks } from './callbacks.ts';
import {
  DEBUG_COLLECTABLE,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
  debugs,
  showDone,
  showObjects,
  showStatsEachGeneration,
} from './debug.ts';
import {
  finalizeGarbage,
  handleLegacyFinalizers,
  handleResurrectedObjects,
  moveLegacyFinalizerReachable,
  moveLegacyFinalizers,
} from './finalizers.ts';
import { clearFreeLists } from './free-lists.ts';
import {
  fromGc,
  gcClearCollecting,
  gcListInit,
  gcListIsEmpty,
  gcListMerge,
  gcListMove,
  gcListSize,
  gcNext,
} from './gc-list.ts';
import { deduceUnreachable } from './reachability.ts';
import { ended } from './watch.ts';
import { handleWeakrefs } from './weakrefs.ts';

export const GENERATIONS = 3;
const OLDEST = GENERATIONS - 1;

const NOTHING: Found = { collected: 0, uncollectable: 0, candidates: 0 };

/** Bytes of a generation's statistics: collections, collected, uncollectable. */
export const STATS_SIZE = 24;

// ---- when ----------------------------------------------------------------------------------------

/**
 * The oldest generation that is due; -1 when none is. v3.13.0 gc_select_generation
 */
export function selectGeneration(rt: Runtime): number {
  for (let n = OLDEST; n >= 0; n--) {
    const head = generationHead(rt, n) >> 2;
    if (rt.i32[head + (GENERATION_COUNT >> 2)]! <= rt.i32[head + (GENERATION_THRESHOLD >> 2)]!) {
      continue;
    }
    if (n === OLDEST && !quarterIsNew(rt)) continue;
    return n;
  }
  return -1;
}

function quarterIsNew(rt: Runtime): boolean {
  const pending = rt.i32[(rt.state + STATE.gcLongLivedPending) >> 2]!;
  const total = rt.i32[(rt.state + STATE.gcLongLivedTotal) >> 2]!;
  return pending >= Math.floor(total / 4);
}

// ---- a collection --------------------------------------------------------------------------------

/**
 * Collects a generation and all younger ones.
 * @returns objects found unreachable, freed or not; 0 when a collection is under way already.
 * v3.13.0 gc_collect_main
 */
export function collectGeneration(
  rt: Runtime,
  generation: number,
  reason: CollectionReason,
): number {
  const collecting = (rt.state + STATE.gcCollecting) >> 2;
  if (rt.i32[collecting] !== 0) return 0;
  rt.i32[collecting] = 1;
  rt.hooks.collection?.({ kind: 'start', generation, reason });
  if (reason !== 'shutdown') invokeGcCallbacks(rt, 'start', generation, NOTHING);
  if (debugs(rt, DEBUG_STATS)) showStatsEachGeneration(rt, generation);
  mergeYounger(rt, generation);
  const unreachable = rt.state + STATE.gcUnreachable;
  gcListInit(rt, unreachable);

  const young = generationHead(rt, generation);
  const old = generation === OLDEST ? young : generationHead(rt, generation + 1);
  ended(rt, 'merge', young, unreachable);
  const candidates = rt.profile.collector.tellsCandidates ? gcListSize(rt, young) : 0;
  deduceUnreachable(rt, young, unreachable, false);
  promote(rt, generation, young, old);

  const finalizers = rt.state + STATE.gcFinalizers;
  moveLegacyFinalizers(rt, unreachable, finalizers);
  moveLegacyFinalizerReachable(rt, finalizers);
  ended(rt, 'move_legacy_finalizers', young, unreachable);
  if (debugs(rt, DEBUG_COLLECTABLE)) showObjects(rt, 'collectable', unreachable);
  let collected = handleWeakrefs(rt, unreachable, old);
  ended(rt, 'handle_weakrefs', young, unreachable);
  finalizeGarbage(rt, unreachable);
  ended(rt, 'finalize_garbage', young, unreachable);
  const stillUnreachable = rt.state + STATE.gcStillUnreachable;
  handleResurrectedObjects(rt, unreachable, stillUnreachable, old);
  ended(rt, 'handle_resurrected_objects', old, stillUnreachable);
  collected += gcListSize(rt, stillUnreachable);
  deleteGarbage(rt, stillUnreachable, old);
  ended(rt, 'delete_garbage', old, stillUnreachable);

  const uncollectable = gcListSize(rt, finalizers);
  if (debugs(rt, DEBUG_UNCOLLECTABLE)) showObjects(rt, 'uncollectable', finalizers);
  if (debugs(rt, DEBUG_STATS)) showDone(rt, collected + uncollectable, uncollectable);
  handleLegacyFinalizers(rt, finalizers, old);
  if (generation === OLDEST) clearFreeLists(rt);
  if (errOccurred(rt)) leaveError(rt, reason);
  countCollection(rt, generation, { collected, uncollectable, candidates });
  if (reason !== 'shutdown') {
    invokeGcCallbacks(rt, 'stop', generation, { collected, uncollectable, candidates });
  }
  rt.i32[collecting] = 0;
  const found = collected + uncollectable;
  rt.hooks.collection?.({ kind: 'stop', generation, found, uncollectable });
  return found;
}

/** Resets the counts, adds to the next one, and merges all younger generations into this one. */
function mergeYounger(rt: Runtime, generation: number): void {
  const count = (n: number) => (generationHead(rt, n) + GENERATION_COUNT) >> 2;
  if (generation < OLDEST) rt.i32[count(generation + 1)]! += 1;
  for (let n = 0; n <= generation; n++) rt.i32[count(n)] = 0;
  for (let n = 0; n < generation; n++) {
    gcListMerge(rt, generationHead(rt, n), generationHead(rt, generation));
  }
}

/** Moves what is reachable to the next generation, without what no longer needs to be tracked. */
function promote(rt: Runtime, generation: number, young: Addr, old: Addr): void {
  const pending = (rt.state + STATE.gcLongLivedPending) >> 2;
  const unreachable = rt.state + STATE.gcUnreachable;
  untrackTuples(rt, young);
  // only in the oldest: a dict that is being filled would be tracked and untracked over and over
  if (generation === OLDEST) untrackDicts(rt, young);
  ended(rt, 'untrack_tuples', young, unreachable);
  if (generation < OLDEST) {
    if (generation === OLDEST - 1) rt.i32[pending]! += gcListSize(rt, young);
    gcListMerge(rt, young, old);
  } else {
    rt.i32[pending] = 0;
    rt.i32[(rt.state + STATE.gcLongLivedTotal) >> 2] = gcListSize(rt, young);
  }
  ended(rt, 'promotion', old, unreachable);
}

/** v3.13.0 untrack_tuples */
export function untrackTuples(rt: Runtime, list: Addr): void {
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = gcNext(rt, node);
    if (rt.typeOf(fromGc(node)) === rt.types.tuple) maybeUntrackTuple(rt, fromGc(node));
  }
}

/** v3.13.0 untrack_dicts */
export function untrackDicts(rt: Runtime, list: Addr): void {
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = gcNext(rt, node);
    if (rt.typeOf(fromGc(node)) === rt.types.dict) maybeUntrackDict(rt, fromGc(node));
  }
}

/**
 * Calls tp_clear on each object: that drops its references, and counts fall to zero along the
 * cycle. What survives moves to the older generation. v3.13.0 delete_garbage
 */
export function deleteGarbage(rt: Runtime, collectable: Addr, old: Addr): void {
  while (!gcListIsEmpty(rt, collectable)) {
    const node = gcNext(rt, collectable);
    const p = fromGc(node);
    rt.hooks.collection?.({ kind: 'clear', p });
    if (debugs(rt, DEBUG_SAVEALL)) {
      if (listAppend(rt, rt.statePtr(STATE.gcGarbage), p) < 0) errClear(rt);
    } else {
      clearObject(rt, p);
    }
    if (gcNext(rt, collectable) === node) {
      gcClearCollecting(rt, node);
      gcListMove(rt, node, old);
      rt.hooks.collection?.({ kind: 'survives', p });
    }
  }
}

function clearObject(rt: Runtime, p: Addr): void {
  const clear = rt.ptr(rt.typeOf(p) + TP_CLEAR);
  if (clear === 0) return;
  incref(rt, p);
  rt.fns[clear]!(rt, p);
  if (errOccurred(rt)) writeUnraisable(rt, 0);
  decref(rt, p);
}

function leaveError(rt: Runtime, reason: CollectionReason): void {
  if (reason === 'shutdown') errClear(rt);
  else writeUnraisable(rt, 0);
}

function countCollection(
  rt: Runtime,
  generation: number,
  { collected, uncollectable, candidates }: Found,
): void {
  rt.i32[(rt.state + STATE.gcCandidates + 8 * generation) >> 2]! += candidates;
  const i = (rt.state + STATE.gcStats + generation * STATS_SIZE) >> 2;
  rt.i32[i]! += 1;
  rt.i32[i + 2]! += collected;
  rt.i32[i + 4]! += uncollectable;
}

// ---- what the machine calls ----------------------------------------------------------------------

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
  const generation = selectGeneration(rt);
  if (generation >= 0) collectGeneration(rt, generation, 'heap');
}

/** A full collection if the collector is enabled. Leaves an exception that is set alone. PyGC_Collect */
export function collectAll(rt: Runtime): number {
  if (rt.i32[(rt.state + STATE.gcEnabled) >> 2] === 0) return 0;
  const exception = errFetch(rt);
  const found = collectGeneration(rt, OLDEST, 'manual');
  errRestore(rt, exception);
  return found;
}

/** A full collection at exit, enabled or not, without callbacks. v3.13.0 _PyGC_CollectNoFail */
export function collectNoFail(rt: Runtime): number {
  return collectGeneration(rt, OLDEST, 'shutdown');
}
