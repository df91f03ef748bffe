/**
 * What is done with objects that nothing reachable leads to, in both collectors.
 * v3.13.0 Python/gc.c gc_collect_main, v3.14.2 gc_collect_region
 */
import type { Addr } from '../base/brand.ts';
import type { CollectionReason } from '../objects/collection-events.ts';
import { errClear, errOccurred } from '../objects/errors.ts';
import { TP_CLEAR } from '../objects/layouts.ts';
import { listAppend } from '../objects/list.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { writeUnraisable } from '../objects/late-values.ts';
import {
  DEBUG_COLLECTABLE,
  DEBUG_SAVEALL,
  DEBUG_UNCOLLECTABLE,
  debugs,
  showObjects,
} from './debug.ts';
import {
  finalizeGarbage,
  handleLegacyFinalizers,
  handleResurrectedObjects,
  moveLegacyFinalizerReachable,
  moveLegacyFinalizers,
} from './finalizers.ts';
import {
  fromGc,
  gcClearCollecting,
  gcGetRefs,
  gcListIsEmpty,
  gcListMerge,
  gcListMove,
  gcListSize,
  gcNext,
  gcSetPrev,
} from './gc-list.ts';
import { subtractRefs, updateRefs } from './reachability.ts';
import { ended } from './watch.ts';
import { clearWeakrefs, handleWeakrefCallbacks, handleWeakrefs } from './weakrefs.ts';

export interface Disposed {
  /** Freed, with the weak references whose callbacks did that. */
  readonly collected: number;
  readonly uncollectable: number;
}

/**
 * Finalizes and frees the objects of the list `gcUnreachable`; what survives goes to `old`.
 * @param examined the list that they were found in, for who watches
 */
export function disposeOfUnreachable(rt: Runtime, examined: Addr, old: Addr): Disposed {
  const unreachable = rt.state + STATE.gcUnreachable;
  const finalizers = rt.state + STATE.gcFinalizers;
  moveLegacyFinalizers(rt, unreachable, finalizers);
  moveLegacyFinalizerReachable(rt, finalizers);
  ended(rt, 'move_legacy_finalizers', examined, unreachable);
  if (debugs(rt, DEBUG_COLLECTABLE)) showObjects(rt, 'collectable', unreachable);
  const late = rt.profile.collector.weakrefsClearedLate;
  const handle = late ? handleWeakrefCallbacks : handleWeakrefs;
  let collected = handle(rt, unreachable, old);
  ended(rt, late ? 'handle_weakref_callbacks' : 'handle_weakrefs', examined, unreachable);
  finalizeGarbage(rt, unreachable);
  ended(rt, 'finalize_garbage', examined, unreachable);
  if (rt.profile.collector.resurrectionKeepsAll && checkGarbage(rt, unreachable)) {
    gcListMerge(rt, unreachable, old);
    handleLegacyFinalizers(rt, finalizers, old);
    return { collected, uncollectable: 0 };
  }
  const stillUnreachable = rt.state + STATE.gcStillUnreachable;
  handleResurrectedObjects(rt, unreachable, stillUnreachable, old);
  ended(rt, 'handle_resurrected_objects', old, stillUnreachable);
  if (late) {
    clearWeakrefs(rt, stillUnreachable);
    ended(rt, 'clear_weakrefs', old, stillUnreachable);
  }
  collected += gcListSize(rt, stillUnreachable);
  deleteGarbage(rt, stillUnreachable, old);
  ended(rt, 'delete_garbage', old, stillUnreachable);
  const uncollectable = gcListSize(rt, finalizers);
  if (debugs(rt, DEBUG_UNCOLLECTABLE)) showObjects(rt, 'uncollectable', finalizers);
  handleLegacyFinalizers(rt, finalizers, old);
  return { collected, uncollectable };
}

/**
 * Whether something outside refers to the garbage now that finalizers have run. The list is whole again
 * at the end, and nothing in it COLLECTING. v3.8.18 Modules/gcmodule.c check_garbage
 */
function checkGarbage(rt: Runtime, collectable: Addr): boolean {
  updateRefs(rt, collectable);
  subtractRefs(rt, collectable);
  let isHeld = false;
  let prev = collectable;
  for (let node = gcNext(rt, collectable); node !== collectable; node = gcNext(rt, node)) {
    isHeld ||= gcGetRefs(rt, node) !== 0;
    gcSetPrev(rt, node, prev);
    gcClearCollecting(rt, node);
    prev = node;
  }
  return isHeld;
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

/** What a collection cannot give to its caller is reported, or forgotten at the exit. */
export function leaveError(rt: Runtime, reason: CollectionReason): void {
  if (reason === 'shutdown') errClear(rt);
  else writeUnraisable(rt, 0);
}
