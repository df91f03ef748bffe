/**
 * Weak references: the object, and the list of them that its referent keeps.
 *
 *     +16  wr_object    borrowed: the referent, None once it is gone
 *     +24  wr_callback  owned or NULL
 *     +32  hash         of the referent, 8 bytes, -1 until it was asked for
 *     +40  wr_prev      borrowed: the list of references to the same object
 *     +48  wr_next      borrowed
 *     +56  vectorcall
 *
 * The list begins in the referent, at tp_weaklistoffset. Its order: the reference without callback
 * (there is one at most, shared by all who ask), the proxy without callback, then the others, the
 * newest first.
 *
 *     referent --> ref --> proxy --> ref with callback --> ...
 *
 * v3.13.0 Include/cpython/weakrefobject.h, Objects/weakrefobject.c
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { callOneArg } from './call.ts';
import { errFetch, errRestore, raise } from './errors.ts';
import { genericAlloc } from './generic-alloc.ts';
import { gcNew, gcTrack } from './gc-object.ts';
import { TP_ALLOC, TP_WEAKLISTOFFSET } from './layouts.ts';
import { typeNameOf } from './object.ts';
import { decref, incref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleNew, tupleSetItem } from './tuple.ts';
import { isSubtype } from './type-object.ts';
import { writeUnraisable } from './late-values.ts';

export const WR_OBJECT = 16;
export const WR_CALLBACK = 24;
export const WR_HASH = 32;
export const WR_PREV = 40;
export const WR_NEXT = 48;
export const WR_VECTORCALL = 56;

// ---- kinds ---------------------------------------------------------------------------------------

/** Whether instances of the type can be referred to weakly. v3.13.0 _PyType_SUPPORTS_WEAKREFS */
export function supportsWeakrefs(rt: Runtime, type: Addr): boolean {
  return rt.i32[(type + TP_WEAKLISTOFFSET) >> 2] !== 0;
}

/** Address of the pointer to the first weak reference to `p`. v3.13.0 _PyObject_GET_WEAKREFS_LISTPTR */
export function weakrefListField(rt: Runtime, p: Addr): Addr {
  return p + rt.i32[(rt.typeOf(p) + TP_WEAKLISTOFFSET) >> 2]!;
}

/** Whether the object is a weakref.ref, subclasses too. v3.13.0 PyWeakref_CheckRef */
export function isWeakrefRef(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.weakref || isSubtype(rt, type, rt.types.weakref);
}

/** Whether the object is a weakref.proxy. v3.13.0 PyWeakref_CheckProxy */
export function isWeakProxy(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.weakProxy || type === rt.types.weakCallableProxy;
}

/** Whether the object is a weak reference of any kind. v3.13.0 PyWeakref_Check */
export function isWeakref(rt: Runtime, p: Addr): boolean {
  return isWeakProxy(rt, p) || isWeakrefRef(rt, p);
}

/** The referent; borrowed, 0 when it is gone or going. v3.13.0 _PyWeakref_GET_REF */
export function weakrefReferent(rt: Runtime, wr: Addr): Addr {
  const p = rt.ptr(wr + WR_OBJECT);
  return p === rt.none || rt.i32[p >> 2] === 0 ? 0 : p;
}

// ---- the list ------------------------------------------------------------------------------------

function hasCallback(rt: Runtime, wr: Addr): boolean {
  return rt.ptr(wr + WR_CALLBACK) !== 0;
}

/** The shared reference of a list; 0 for none. Subclasses are never shared. get_basic_refs */
function basicRef(rt: Runtime, head: Addr): Addr {
  const shared = head !== 0 && !hasCallback(rt, head) && rt.typeOf(head) === rt.types.weakref;
  return shared ? head : 0;
}

/** The shared proxy of a list, which stands behind the shared reference; 0 for none. get_basic_refs */
function basicProxy(rt: Runtime, head: Addr): Addr {
  const second = basicRef(rt, head) === 0 ? head : rt.ptr(head + WR_NEXT);
  return second !== 0 && !hasCallback(rt, second) && isWeakProxy(rt, second) ? second : 0;
}

/** The shared one that serves instead of a new one of this type; borrowed. try_reuse_basic_ref */
function reusable(rt: Runtime, head: Addr, type: Addr, callback: Addr): Addr {
  if (callback !== 0) return 0;
  if (type === rt.types.weakref) return basicRef(rt, head);
  const { weakProxy, weakCallableProxy } = rt.types;
  return type === weakProxy || type === weakCallableProxy ? basicProxy(rt, head) : 0;
}

/** Puts a new one in its place in the list. v3.13.0 get_prev, insert_head, insert_after */
function insertWeakref(rt: Runtime, list: Addr, wr: Addr): void {
  const head = rt.ptr(list);
  const plain = !hasCallback(rt, wr);
  let prev = 0;
  if (plain && isWeakProxy(rt, wr)) prev = basicRef(rt, head);
  else if (!plain || rt.typeOf(wr) !== rt.types.weakref) {
    prev = basicProxy(rt, head) || basicRef(rt, head);
  }
  const next = prev === 0 ? head : rt.ptr(prev + WR_NEXT);
  rt.setPtr(wr + WR_PREV, prev);
  rt.setPtr(wr + WR_NEXT, next);
  if (next !== 0) rt.setPtr(next + WR_PREV, wr);
  rt.setPtr(prev === 0 ? list : prev + WR_NEXT, wr);
}

/** Calls `visit` with each weak reference to `p`, in list order; borrowed. */
export function forEachWeakref(rt: Runtime, p: Addr, visit: (wr: Addr) => void): void {
  if (!supportsWeakrefs(rt, rt.typeOf(p))) return;
  let wr = rt.ptr(weakrefListField(rt, p));
  for (; wr !== 0; wr = rt.ptr(wr + WR_NEXT)) visit(wr);
}

// ---- making --------------------------------------------------------------------------------------

/**
 * A weak reference of `type` to `p`: new, or the one that is shared.
 * @param callback borrowed, 0 or None for none
 * @returns 0 with TypeError when `p` cannot be referred to weakly. v3.13.0 get_or_create_weakref
 */
export function getOrCreateWeakref(rt: Runtime, type: Addr, p: Addr, callback: Addr): Addr {
  if (!supportsWeakrefs(rt, rt.typeOf(p))) {
    const name = typeNameOf(rt, p);
    return raise(rt, rt.exc.TypeError, `cannot create weak reference to '${name}' object`);
  }
  const wanted = callback === rt.none ? 0 : callback;
  const list = weakrefListField(rt, p);
  const shared = reusable(rt, rt.ptr(list), type, wanted);
  if (shared !== 0) return newRef(rt, shared);
  const wr = allocateWeakref(rt, type, p, wanted);
  if (wr === 0) return 0;
  // the allocation may have collected garbage whose finalizer made the shared one
  const since = reusable(rt, rt.ptr(list), type, wanted);
  if (since !== 0) {
    incref(rt, since);
    decref(rt, wr);
    return since;
  }
  insertWeakref(rt, list, wr);
  return wr;
}

/** v3.13.0 allocate_weakref, init_weakref */
function allocateWeakref(rt: Runtime, type: Addr, p: Addr, callback: Addr): Addr {
  const alloc = rt.ptr(type + TP_ALLOC);
  const generic = alloc === 0 || alloc === rt.fn(genericAlloc);
  // boot makes references before the type is ready
  const wr =
    generic && type === rt.types.weakref
      ? gcNew(rt, type, rt.layout.sizes.weakref)
      : rt.fns[alloc]!(rt, type, 0);
  if (wr === 0) return 0;
  rt.setSize(wr + WR_HASH, -1);
  rt.setPtr(wr + WR_OBJECT, p);
  rt.setPtr(wr + WR_PREV, 0);
  rt.setPtr(wr + WR_NEXT, 0);
  rt.setPtr(wr + WR_CALLBACK, callback === 0 ? 0 : newRef(rt, callback));
  if (rt.layout.sizes.weakref > WR_VECTORCALL) {
    rt.setFn(wr + WR_VECTORCALL, rt.fn(weakrefVectorcall));
  }
  if (type === rt.types.weakref) gcTrack(rt, wr);
  return wr;
}

/** A weak reference is called without arguments; false with TypeError. */
export function takesNothing(rt: Runtime, nargs: number): boolean {
  if (nargs === 0 || rt.profile.texts.weakrefCalls === 'type') {
    return checkPositional(rt, 'weakref', nargs, 0, 0);
  }
  raise(rt, rt.exc.TypeError, `__call__() takes at most 0 arguments (${nargs} given)`);
  return false;
}

/** `ref()`: the referent or None; new. v3.13.0 weakref_vectorcall */
export function weakrefVectorcall(
  rt: Runtime,
  wr: Addr,
  _argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!noKeywords(rt, 'weakref', kwnames) || !takesNothing(rt, nargs)) return 0;
  return newRef(rt, weakrefReferent(rt, wr) || rt.none);
}

/** A weak reference without callback; new. v3.13.0 PyWeakref_NewRef */
export function newWeakref(rt: Runtime, p: Addr): Addr {
  return getOrCreateWeakref(rt, rt.types.weakref, p, 0);
}

// ---- clearing ------------------------------------------------------------------------------------

/** Makes it dead and takes it off its referent's list; its callback stays. v3.13.0 _PyWeakref_ClearRef */
export function weakrefClearRef(rt: Runtime, wr: Addr): void {
  const p = rt.ptr(wr + WR_OBJECT);
  if (p === rt.none) return;
  const list = weakrefListField(rt, p);
  const prev = rt.ptr(wr + WR_PREV);
  const next = rt.ptr(wr + WR_NEXT);
  if (rt.ptr(list) === wr) rt.setPtr(list, next);
  rt.setPtr(wr + WR_OBJECT, rt.none);
  if (prev !== 0) rt.setPtr(prev + WR_NEXT, next);
  if (next !== 0) rt.setPtr(next + WR_PREV, prev);
  rt.setPtr(wr + WR_PREV, 0);
  rt.setPtr(wr + WR_NEXT, 0);
}

/** Makes it dead and lets its callback go, uncalled. v3.13.0 clear_weakref */
export function clearWeakref(rt: Runtime, wr: Addr): void {
  const callback = rt.ptr(wr + WR_CALLBACK);
  weakrefClearRef(rt, wr);
  if (callback !== 0) {
    rt.setPtr(wr + WR_CALLBACK, 0);
    decref(rt, callback);
  }
}

/**
 * `p` is being freed: makes all weak references to it dead, then calls their callbacks in list
 * order, which is newest first. v3.13.0 PyObject_ClearWeakRefs
 */
export function clearWeakRefs(rt: Runtime, p: Addr): void {
  const list = weakrefListField(rt, p);
  for (let wr = rt.ptr(list); wr !== 0 && isBasic(rt, wr); wr = rt.ptr(list)) clearWeakref(rt, wr);
  const count = countWeakrefs(rt, rt.ptr(list));
  if (count === 0) return;
  const exception = errFetch(rt);
  const pairs = tupleNew(rt, 2 * count);
  if (pairs === 0) {
    clearWeakRefsNoCallbacks(rt, p);
    writeUnraisable(rt, 0);
  } else {
    const found = takeWeakrefs(rt, list, pairs);
    for (let i = 0; i < found; i += 2) {
      const callback = tupleItem(rt, pairs, i + 1);
      if (callback !== 0) handleCallback(rt, tupleItem(rt, pairs, i), callback);
    }
    decref(rt, pairs);
  }
  errRestore(rt, exception);
}

/** Whether it is the shared reference or proxy of its list. v3.13.0 is_basic_ref_or_proxy */
function isBasic(rt: Runtime, wr: Addr): boolean {
  if (hasCallback(rt, wr)) return false;
  return rt.typeOf(wr) === rt.types.weakref || isWeakProxy(rt, wr);
}

/** How many there are from `head` on. v3.13.0 _PyWeakref_GetWeakrefCount */
export function countWeakrefs(rt: Runtime, head: Addr): number {
  let n = 0;
  for (let wr = head; wr !== 0; wr = rt.ptr(wr + WR_NEXT)) n++;
  return n;
}

/** Clears a list into a row of (reference, callback or NULL); says how many slots it filled. */
function takeWeakrefs(rt: Runtime, list: Addr, pairs: Addr): number {
  let filled = 0;
  for (let wr = rt.ptr(list); wr !== 0; wr = rt.ptr(list)) {
    const callback = rt.ptr(wr + WR_CALLBACK);
    rt.setPtr(wr + WR_CALLBACK, 0);
    weakrefClearRef(rt, wr);
    if (rt.i32[wr >> 2] === 0) {
      xdecref(rt, callback); // it is being freed itself
      continue;
    }
    tupleSetItem(rt, pairs, filled, newRef(rt, wr));
    tupleSetItem(rt, pairs, filled + 1, callback);
    filled += 2;
  }
  return filled;
}

/** v3.13.0 handle_callback */
function handleCallback(rt: Runtime, wr: Addr, callback: Addr): void {
  const result = callOneArg(rt, callback, wr);
  if (result === 0) writeUnraisable(rt, callback, 'while calling weakref callback');
  else decref(rt, result);
}

/** Makes all weak references to `p` dead and forgets their callbacks. _PyWeakref_ClearWeakRefsNoCallbacks */
export function clearWeakRefsNoCallbacks(rt: Runtime, p: Addr): void {
  const list = weakrefListField(rt, p);
  for (let wr = rt.ptr(list); wr !== 0; wr = rt.ptr(list)) clearWeakref(rt, wr);
}
