/** Weak references to objects in unreachable cycles. v3.13.0 Python/gc.c handle_weakrefs */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from '../objects/call.ts';
import { decref, incref } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { writeUnraisable } from '../objects/unraisable.ts';
import {
  isWeakref,
  supportsWeakrefs,
  weakrefClearRef,
  weakrefListField,
  WR_CALLBACK,
} from '../objects/weakref-object.ts';
import {
  asGc,
  fromGc,
  gcIsCollecting,
  gcListInit,
  gcListIsEmpty,
  gcListMove,
  gcNext,
} from './gc-list.ts';

/**
 * Clears every weak reference to an object of `unreachable` before any code runs that could follow
 * it, then calls the callbacks of those that are not garbage themselves.
 * @returns how many weak references were freed by that
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

/** Clears the weak references to `p`; those that must call back are held and go to `due`. */
function clearWeakrefsTo(rt: Runtime, p: Addr, due: Addr): void {
  const list = weakrefListField(rt, p);
  for (let wr = rt.ptr(list); wr !== 0; wr = rt.ptr(list)) {
    weakrefClearRef(rt, wr); // takes it off the list
    rt.hooks.collection?.({ kind: 'weakref', weakref: wr, p });
    if (rt.ptr(wr + WR_CALLBACK) === 0 || gcIsCollecting(rt, asGc(wr))) continue;
    incref(rt, wr);
    gcListMove(rt, asGc(wr), due);
  }
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
    if (gcNext(rt, due) === node) gcListMove(rt, node, old);
    else freed++;
  }
  return freed;
}
