/**
 * Finalizers of objects in unreachable cycles: tp_finalize (`__del__`), called before anything is
 * torn down, and tp_del, its predecessor, which no type of ours has: what had it could not be freed.
 * v3.13.0 Python/gc.c
 */
import type { Addr } from '../base/brand.ts';
import { errClear } from '../objects/errors.ts';
import { objectIsGc } from '../objects/gc-tracking.ts';
import { GC_PREV, GC_PREV_FINALIZED, TP_DEL, TP_FINALIZE } from '../objects/layouts.ts';
import { listAppend } from '../objects/list.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { DEBUG_SAVEALL } from './debug.ts';
import {
  asGc,
  clearUnreachableMask,
  fromGc,
  gcClearCollecting,
  gcClearUnreachable,
  gcIsCollecting,
  gcListClearCollecting,
  gcListInit,
  gcListIsEmpty,
  gcListMerge,
  gcListMove,
  gcNext,
} from './gc-list.ts';
import { deduceUnreachable, traverseNode } from './reachability.ts';

/** v3.13.0 has_legacy_finalizer */
function hasLegacyFinalizer(rt: Runtime, p: Addr): boolean {
  return rt.ptr(rt.typeOf(p) + TP_DEL) !== 0;
}

/**
 * Moves objects with tp_del to `finalizers`. The UNREACHABLE flags end here: both are plain lists
 * from now on. v3.13.0 move_legacy_finalizers
 */
export function moveLegacyFinalizers(rt: Runtime, unreachable: Addr, finalizers: Addr): void {
  gcListInit(rt, finalizers);
  gcClearUnreachable(rt, unreachable);
  let next: Addr;
  for (let node = gcNext(rt, unreachable); node !== unreachable; node = next) {
    next = gcNext(rt, node);
    gcClearUnreachable(rt, node);
    if (hasLegacyFinalizer(rt, fromGc(node))) {
      gcClearCollecting(rt, node);
      gcListMove(rt, node, finalizers);
    }
  }
}

/** Moves what those refer to after them. v3.13.0 move_legacy_finalizer_reachable */
export function moveLegacyFinalizerReachable(rt: Runtime, finalizers: Addr): void {
  const visit = (p: Addr): void => {
    if (!objectIsGc(rt, p) || !gcIsCollecting(rt, asGc(p))) return;
    gcListMove(rt, asGc(p), finalizers);
    gcClearCollecting(rt, asGc(p));
  };
  for (let node = gcNext(rt, finalizers); node !== finalizers; node = gcNext(rt, node)) {
    traverseNode(rt, node, visit);
  }
}

/**
 * Calls tp_finalize of every object of the list that has one, once in its life. An object may be
 * freed, or brought back, by the finalizer of another. v3.13.0 finalize_garbage
 */
export function finalizeGarbage(rt: Runtime, collectable: Addr): void {
  const seen = rt.state + STATE.gcSeen;
  gcListInit(rt, seen);
  while (!gcListIsEmpty(rt, collectable)) {
    const node = gcNext(rt, collectable);
    const p = fromGc(node);
    gcListMove(rt, node, seen);
    const finalize = rt.ptr(rt.typeOf(p) + TP_FINALIZE);
    const flags = (p + GC_PREV) >> 2;
    if (finalize === 0 || rt.i32[flags]! & GC_PREV_FINALIZED) continue;
    rt.i32[flags] = rt.i32[flags]! | GC_PREV_FINALIZED;
    incref(rt, p);
    rt.hooks.collection?.({ kind: 'finalize', p });
    rt.fns[finalize]!(rt, p);
    decref(rt, p);
  }
  gcListMerge(rt, seen, collectable);
}

/**
 * Finalizers may have made objects reachable again: asks once more, and moves those to the older
 * generation. v3.13.0 handle_resurrected_objects
 */
export function handleResurrectedObjects(
  rt: Runtime,
  unreachable: Addr,
  stillUnreachable: Addr,
  old: Addr,
): void {
  gcListClearCollecting(rt, unreachable);
  gcListInit(rt, stillUnreachable);
  deduceUnreachable(rt, unreachable, stillUnreachable, true);
  clearUnreachableMask(rt, stillUnreachable);
  tellResurrected(rt, unreachable);
  gcListMerge(rt, unreachable, old);
}

function tellResurrected(rt: Runtime, list: Addr): void {
  const watcher = rt.hooks.collection;
  if (watcher === null) return;
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    watcher({ kind: 'resurrected', p: fromGc(node) });
  }
}

/** Shows what tp_del kept from being freed in gc.garbage. v3.13.0 handle_legacy_finalizers */
export function handleLegacyFinalizers(rt: Runtime, finalizers: Addr, old: Addr): void {
  const saveAll = rt.i32[(rt.state + STATE.gcDebug) >> 2]! & DEBUG_SAVEALL;
  for (let node = gcNext(rt, finalizers); node !== finalizers; node = gcNext(rt, node)) {
    const p = fromGc(node);
    if (!saveAll && !hasLegacyFinalizer(rt, p)) continue;
    if (listAppend(rt, rt.statePtr(STATE.gcGarbage), p) < 0) {
      errClear(rt);
      break;
    }
  }
  gcListMerge(rt, finalizers, old);
}
