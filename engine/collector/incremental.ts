/**
 * The incremental collector of 3.14.0 to 3.14.4: young objects, and old ones in two spaces.
 *
 *     young    -> visited     what a collection of the young, or an increment, finds alive
 *     pending  -> visited     what an increment takes along
 *
 * Every object carries the number of a space in `_gc_next`. Which of the two is the visited one is told
 * by `gcVisitedSpace`; new objects carry the number of the other. A pass begins with marking: what
 * globals, classes and frames lead to becomes visited, and nothing is freed. After it each due
 * collection is an increment: the young objects, and as many pending ones, with all they lead to, as
 * there is work to do. When none is left the pass has ended, and the spaces swap.
 *
 * What marking and increments have done is taken off the work, what was made since is added to it, and
 * while there is none to do a due collection does nothing: young objects pile up meanwhile.
 *
 * Read in 3.14's Python/gc.c and measured on a 3.14.2: tests/engine/collector/incremental.test.ts.
 */
import type { Addr } from '../base/brand.ts';
import type { CollectionReason } from '../objects/collection-events.ts';
import { errOccurred } from '../objects/errors.ts';
import {
  GENERATION_COUNT,
  GENERATION_THRESHOLD,
  generationHead,
  PERMANENT_GENERATION,
} from '../objects/gc-object.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { type Found, invokeGcCallbacks } from './callbacks.ts';
import { DEBUG_STATS, debugs, showDone, showStatsEachGeneration } from './debug.ts';
import { clearFreeLists } from './free-lists.ts';
import { disposeOfUnreachable, leaveError } from './garbage.ts';
import {
  fromGc,
  gcListInit,
  gcListIsEmpty,
  gcListMerge,
  gcListMove,
  gcListSetSpace,
  gcListSize,
  gcNext,
  gcSetOldSpace,
} from './gc-list.ts';
import { markAtStart, markStacks, moveToReachable } from './marking.ts';
import { deduceUnreachable, traverseNode } from './reachability.ts';
import { spaceHead, YOUNG } from './spaces.ts';
import { addStats, NOTHING_FOUND } from './statistics.ts';
import { untrackTuples } from './untracking.ts';
import { ended } from './watch.ts';

/** v3.14.2 GC_PHASE_MARK, GC_PHASE_COLLECT */
const PHASE_MARK = 0;
const PHASE_COLLECT = 1;

/** With the default threshold of 10 an increment takes 1 % of the heap. v3.14.2 SCAN_RATE_DIVISOR */
const SCAN_RATE_DIVISOR = 10;

/** Lists that a collection fills: who watches may look at them at any moment of it. */
const OWN_LISTS = [STATE.gcUnreachable, STATE.gcIncrement, STATE.gcSurvivors];

interface Pass {
  readonly young: Addr;
  readonly visited: Addr;
  readonly pending: Addr;
  /** The number of the visited space. */
  readonly space: number;
}

function passNow(rt: Runtime): Pass {
  const space = rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2]!;
  return {
    young: generationHead(rt, YOUNG),
    visited: spaceHead(rt, space),
    pending: spaceHead(rt, space ^ 1),
    space,
  };
}

function addWork(rt: Runtime, objects: number): void {
  rt.i32[(rt.state + STATE.gcWorkToDo) >> 2]! += objects;
}

/**
 * Collects the young objects (0), an increment (1) or everything (2).
 * @returns objects found unreachable, freed or not. v3.14.2 _PyGC_Collect
 */
export function collectIncrementally(
  rt: Runtime,
  generation: number,
  reason: CollectionReason,
): number {
  rt.hooks.collection?.({ kind: 'start', generation, reason });
  if (reason !== 'shutdown') invokeGcCallbacks(rt, 'start', generation, NOTHING_FOUND);
  if (debugs(rt, DEBUG_STATS)) showStatsEachGeneration(rt, generation);
  for (const list of OWN_LISTS) gcListInit(rt, rt.state + list);
  const stats = collectPart(rt, generation);
  if (errOccurred(rt)) leaveError(rt, reason);
  if (reason !== 'shutdown') invokeGcCallbacks(rt, 'stop', generation, stats);
  const { collected, uncollectable } = stats;
  const found = collected + uncollectable;
  if (debugs(rt, DEBUG_STATS)) showDone(rt, found, uncollectable);
  rt.hooks.collection?.({ kind: 'stop', generation, found, uncollectable });
  return found;
}

function collectPart(rt: Runtime, generation: number): Found {
  if (generation === 0) return collectYoung(rt);
  return generation === 1 ? collectIncrement(rt) : collectFull(rt);
}

// ---- the three kinds -----------------------------------------------------------------------------

/** v3.14.2 gc_collect_young */
function collectYoung(rt: Runtime): Found {
  const { young, visited, space } = passNow(rt);
  const survivors = rt.state + STATE.gcSurvivors;
  untrackTuples(rt, young);
  gcListInit(rt, survivors);
  gcListSetSpace(rt, young, space);
  const stats = collectRegion(rt, young, survivors);
  gcListMerge(rt, survivors, visited);
  rt.i32[(young + GENERATION_COUNT) >> 2] = 0;
  rt.i32[(visited + GENERATION_COUNT) >> 2]! += 1;
  addStats(rt, 0, stats);
  return stats;
}

/** v3.14.2 gc_collect_increment */
function collectIncrement(rt: Runtime): Found {
  addWork(rt, assessWorkToDo(rt));
  const work = rt.i32[(rt.state + STATE.gcWorkToDo) >> 2]!;
  if (work < 0) return NOTHING_FOUND;
  const { young, visited, pending, space } = passNow(rt);
  const unreachable = rt.state + STATE.gcUnreachable;
  untrackTuples(rt, young);
  const phase = (rt.state + STATE.gcPhase) >> 2;
  if (rt.i32[phase] === PHASE_MARK) {
    // taken off twice: once by mark_at_start, once by its caller
    addWork(rt, -2 * markAtStart(rt, visited, space));
    rt.i32[phase] = PHASE_COLLECT;
    ended(rt, 'mark_at_start', visited, unreachable);
    return NOTHING_FOUND;
  }
  addWork(rt, -markStacks(rt, visited, space, false));
  ended(rt, 'mark_stacks', visited, unreachable);
  const size = fillIncrement(rt);
  const increment = rt.state + STATE.gcIncrement;
  ended(rt, 'expand_region_transitively_reachable', increment, unreachable);
  const survivors = rt.state + STATE.gcSurvivors;
  gcListInit(rt, survivors);
  const stats = collectRegion(rt, increment, survivors);
  gcListMerge(rt, survivors, visited);
  addWork(rt, heapFraction(rt) - size);
  addStats(rt, 1, stats);
  if (gcListIsEmpty(rt, pending)) completedScavenge(rt);
  return stats;
}

/** v3.14.2 gc_collect_full */
function collectFull(rt: Runtime): Found {
  const { young, visited, pending, space } = passNow(rt);
  untrackTuples(rt, young);
  gcListMerge(rt, young, pending);
  gcListSetSpace(rt, pending, space);
  gcListMerge(rt, pending, visited);
  const stats = collectRegion(rt, visited, visited);
  for (const head of [young, visited, pending]) rt.i32[(head + GENERATION_COUNT) >> 2] = 0;
  completedScavenge(rt);
  clearFreeLists(rt);
  addStats(rt, 2, stats);
  return stats;
}

// ---- an increment --------------------------------------------------------------------------------

/**
 * How many objects are to be looked at because of those that were made since: as many, and a part of
 * the heap, at most half as many again as were made. v3.14.2 assess_work_to_do
 */
function assessWorkToDo(rt: Runtime): number {
  const count = (generationHead(rt, YOUNG) + GENERATION_COUNT) >> 2;
  const made = rt.i32[count]!;
  rt.i32[count] = 0;
  return made + Math.min(heapFraction(rt), Math.trunc((made * 3) / 2));
}

/** A part of the heap as large as the second threshold says: 1 % with 10. */
function heapFraction(rt: Runtime): number {
  const threshold = rt.i32[(spaceHead(rt, 0) + GENERATION_THRESHOLD) >> 2]!;
  const heap = rt.i32[(rt.state + STATE.gcHeapSize) >> 2]!;
  return Math.trunc(Math.trunc(heap / SCAN_RATE_DIVISOR) / Math.max(2, threshold));
}

/**
 * Moves the young objects to the increment, and pending ones with all they lead to, until there is no
 * more work or nothing pending.
 * @returns how many objects are in it
 */
function fillIncrement(rt: Runtime): number {
  const { young, pending, space } = passNow(rt);
  const increment = rt.state + STATE.gcIncrement;
  gcListInit(rt, increment);
  gcListSetSpace(rt, young, space);
  gcListMerge(rt, young, increment);
  let size = gcListSize(rt, increment);
  const work = rt.i32[(rt.state + STATE.gcWorkToDo) >> 2]!;
  while (size < work && !gcListIsEmpty(rt, pending)) {
    const node = gcNext(rt, pending);
    gcListMove(rt, node, increment);
    gcSetOldSpace(rt, node, space);
    size += 1 + expandRegionTransitivelyReachable(rt, increment, node, space);
  }
  return size;
}

/** v3.14.2 expand_region_transitively_reachable */
function expandRegionTransitivelyReachable(
  rt: Runtime,
  container: Addr,
  first: Addr,
  space: number,
): number {
  let size = 0;
  const visit = (p: Addr): void => {
    size += moveToReachable(rt, p, container, space);
  };
  let next: Addr;
  for (let node = first; node !== container; node = next) {
    if (rt.i32[fromGc(node) >> 2]! < 0) {
      next = gcNext(rt, node);
      gcListMove(rt, node, generationHead(rt, PERMANENT_GENERATION));
      continue;
    }
    traverseNode(rt, node, visit);
    next = gcNext(rt, node);
  }
  return size;
}

/** The pass is over: what was visited is pending for the next. v3.14.2 completed_scavenge */
function completedScavenge(rt: Runtime): void {
  const { young, visited, pending, space } = passNow(rt);
  if (gcListIsEmpty(rt, generationHead(rt, PERMANENT_GENERATION))) {
    rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2] = space ^ 1;
    gcListSetSpace(rt, young, space);
  } else {
    // frozen objects must stay visited and cannot be touched: the others move instead
    gcListMerge(rt, visited, pending);
    gcListSetSpace(rt, pending, space ^ 1);
  }
  rt.i32[(rt.state + STATE.gcWorkToDo) >> 2] = 0;
  rt.i32[(rt.state + STATE.gcPhase) >> 2] = PHASE_MARK;
}

// ---- a region ------------------------------------------------------------------------------------

/** Frees what in `from` cannot be reached from outside it; the rest moves to `to`. gc_collect_region */
function collectRegion(rt: Runtime, from: Addr, to: Addr): Found {
  const unreachable = rt.state + STATE.gcUnreachable;
  ended(rt, 'region', from, unreachable);
  deduceUnreachable(rt, from, unreachable, false);
  untrackTuples(rt, from);
  ended(rt, 'untrack_tuples', from, unreachable);
  if (from !== to) gcListMerge(rt, from, to);
  ended(rt, 'survivors', to, unreachable);
  return { ...disposeOfUnreachable(rt, to, to), candidates: 0 };
}

// ---- gc.freeze -----------------------------------------------------------------------------------

/** Moves everything to the permanent generation, as visited. v3.14.2 _PyGC_Freeze */
export function freezeSpaces(rt: Runtime): void {
  const { young, pending, space } = passNow(rt);
  const permanent = generationHead(rt, PERMANENT_GENERATION);
  gcListSetSpace(rt, young, space);
  gcListSetSpace(rt, pending, space);
  for (const head of [young, spaceHead(rt, 0), spaceHead(rt, 1)]) {
    gcListMerge(rt, head, permanent);
    rt.i32[(head + GENERATION_COUNT) >> 2] = 0;
  }
}
