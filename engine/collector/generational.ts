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
 *     updateRefs, subtractRefs, moveUnreachable     what is not reachable?             reachability.ts
 *     untrackTuples, untrackDicts                   what need not be looked at again?  untracking.ts
 *     moveLegacyFinalizers                          what can never be freed?           finalizers.ts
 *     handleWeakrefs                                clear, then call back              weakrefs.ts
 *     finalizeGarbage                               `__del__`                          finalizers.ts
 *     handleResurrectedObjects                      did that save anything?            finalizers.ts
 *     deleteGarbage                                 break the cycles                   garbage.ts
 *
 * v3.13.0 Python/gc.c gc_collect_main
 */
import type { Addr } from '../base/brand.ts';
import type { CollectionReason } from '../objects/collection-events.ts';
import { errOccurred } from '../objects/errors.ts';
import { GENERATION_COUNT, GENERATION_THRESHOLD, generationHead } from '../objects/gc-object.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { invokeGcCallbacks } from './callbacks.ts';
import { DEBUG_STATS, debugs, showDone, showStatsEachGeneration } from './debug.ts';
import { clearFreeLists } from './free-lists.ts';
import { gcListInit, gcListMerge, gcListSize } from './gc-list.ts';
import { disposeOfUnreachable, leaveError } from './garbage.ts';
import { deduceUnreachable } from './reachability.ts';
import { addStats, NOTHING_FOUND, OLDEST } from './statistics.ts';
import { untrackDicts, untrackTuples } from './untracking.ts';
import { ended } from './watch.ts';

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
 * @returns objects found unreachable, freed or not
 * v3.13.0 gc_collect_main
 */
export function collectGeneration(
  rt: Runtime,
  generation: number,
  reason: CollectionReason,
): number {
  rt.hooks.collection?.({ kind: 'start', generation, reason });
  if (reason !== 'shutdown') invokeGcCallbacks(rt, 'start', generation, NOTHING_FOUND);
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

  const { collected, uncollectable } = disposeOfUnreachable(rt, young, old);
  if (debugs(rt, DEBUG_STATS)) showDone(rt, collected + uncollectable, uncollectable);
  if (generation === OLDEST) clearFreeLists(rt);
  if (errOccurred(rt)) leaveError(rt, reason);
  addStats(rt, generation, { collected, uncollectable, candidates });
  if (reason !== 'shutdown') {
    invokeGcCallbacks(rt, 'stop', generation, { collected, uncollectable, candidates });
  }
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
