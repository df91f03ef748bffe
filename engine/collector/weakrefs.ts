/**
 * Weak references to objects in unreachable cycles: all are cleared before finalizers run, or, from
 * 3.15 on, before them those alone that call back. v3.13.0, v3.15.0 Python/gc.c
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from '../objects/call.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { writeUnraisable } from '../objects/late-values.ts';
import {
  isWeakref,
  supportsWeakrefs,
  weakrefClearRef,
  weakrefListField,
  WR_CALLBACK,
  WR_NEXT,
} from '../objects/weakref-object.ts';
import {
  asGc,
  fromGc,
  gcIsCollecting,
  gcListInit,
  gcListIsEmpty,
  gcListMove,
  gcNext,
  gcSetOldSpace,
} from './gc-list.ts';

/**
 * Clears every weak reference to an object of `unreachable` before any code runs that could follow
 * it, then calls the callbacks of those that are not garbage themselves.
 * @returns how many weak references were freed by that
 * v3.13.0 handle_weakrefs
 */
export function handleWeakrefs(rt: Runtime, unreachable: Addr, old: Addr): number {
  const due = rt.state + STATE.gcCallbacksDue;
  gcListInit(rt, due);
  let next: Addr;
  for (let node = gcNext(rt, unreachable); node !== unreachable; node = next) {
    const p = fromGc(node);
    next = gcNext(rt, node);
    // one in the garbage never calls back: its referent could be half torn down by then
    if (isWeakref(rt, p)) weakrefClearRef(rt, p);
    if (supportsWeakrefs(rt, rt.typeOf(p))) clearWeakrefsTo(rt, p, due);
  }
  return callBack(rt, due, old);
}

/**
 * Clears the weak references to objects of `unreachable` that have a callback, and calls those that
 * are not garbage themselves. The others still lead to their objects while finalizers run.
 * @returns how many weak references were freed by that
 * v3.15.0 handle_weakref_callbacks
 */
export function handleWeakrefCallbacks(rt: Runtime, unreachable: Addr, old: Addr): number {
  const due = rt.state + STATE.gcCallbacksDue;
  gcListInit(rt, due);
  for (let node = gcNext(rt, unreachable); node !== unreachable; node = gcNext(rt, node)) {
    const p = fromGc(node);
    if (!supportsWeakrefs(rt, rt.typeOf(p))) continue;
    let next: Addr;
    for (let wr = rt.ptr(weakrefListField(rt, p)); wr !== 0; wr = next) {
      next = rt.ptr(wr + WR_NEXT); // clearing takes it off the list
      if (rt.ptr(wr + WR_CALLBACK) !== 0) clearWeakref(rt, wr, p, due);
    }
  }
  return callBack(rt, due, old);
}

/** Clears every weak reference in and to `unreachable`. v3.15.0 clear_weakrefs */
export function clearWeakrefs(rt: Runtime, unreachable: Addr): void {
  for (let node = gcNext(rt, unreachable); node !== unreachable; node = gcNext(rt, node)) {
    const p = fromGc(node);
    if (isWeakref(rt, p)) weakrefClearRef(rt, p);
    if (!supportsWeakrefs(rt, rt.typeOf(p))) continue;
    const list = weakrefListField(rt, p);
    for (let wr = rt.ptr(list); wr !== 0; wr = rt.ptr(list)) {
      weakrefClearRef(rt, wr);
      rt.hooks.collection?.({ kind: 'weakref', weakref: wr, p });
    }
  }
}

/** Clears the weak references to `p`; those that must call back are held and go to `due`. */
function clearWeakrefsTo(rt: Runtime, p: Addr, due: Addr): void {
  const list = weakrefListField(rt, p);
  for (let wr = rt.ptr(list); wr !== 0; wr = rt.ptr(list)) clearWeakref(rt, wr, p, due);
}

/** Clears one, which takes it off its list, and puts it to `due` when it must call back. */
function clearWeakref(rt: Runtime, wr: Addr, p: Addr, due: Addr): void {
  weakrefClearRef(rt, wr);
  rt.hooks.collection?.({ kind: 'weakref', weakref: wr, p });
  if (rt.ptr(wr + WR_CALLBACK) === 0 || gcIsCollecting(rt, asGc(wr))) return;
  incref(rt, wr);
  gcListMove(rt, asGc(wr), due);
}

function callBack(rt: Runtime, due: Addr, old: Addr): number {
  let freed = 0;
  while (!gcListIsEmpty(rt, due)) {
    const node = gcNext(rt, due);
    const wr = fromGc(node);
    const callback = rt.ptr(wr + WR_CALLBACK);
    rt.hooks.collection?.({ kind: 'callback', weakref: wr });
    const result = callOneArg(rt, callback, wr);
    if (result === 0) writeUnraisable(rt, callback, 'on calling weakref callback');
    else decref(rt, result);
    decref(rt, wr);
    if (gcNext(rt, due) === node) moveToOld(rt, node, old);
    else freed++;
  }
  return freed;
}

/** It may come from another old space than that of what was looked at. */
function moveToOld(rt: Runtime, node: Addr, old: Addr): void {
  if (rt.profile.collector.kind === 'incremental') {
    gcSetOldSpace(rt, node, rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2]!);
  }
  gcListMove(rt, node, old);
}
