/**
 * tuple: a row of references behind its length, made once and never changed.
 *
 *     -16  GC header
 *     +0   ob_refcnt, ob_type
 *     +16  ob_size
 *     +24  ob_item[ob_size]   (profile.layout.tupleItems)
 *
 * Tuples of 1 to 20 items that die are kept in a free list for their length; `()` is one static
 * object. What Python sees of the type stands in tuple-type.ts.
 * v3.13.0 Objects/tupleobject.c
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { initContainerStatics } from './container-statics.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { objectMayBeTracked } from './gc-tracking.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrack,
  gcUntrackIfTracked,
  isTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import { OB_SIZE, TPFLAGS_HAVE_GC, TP_FLAGS, TP_FREE } from './layouts.ts';
import { decref, incref, newRef } from './refcount.ts';
import { FREE_TUPLE, type Runtime } from './runtime.ts';
import type { Visit } from './type-spec.ts';

export { sequenceToTuple, tupleResize } from './tuple-build.ts';
export { initTupleType } from './tuple-type.ts';

/** Number of items. v3.13.0 PyTuple_GET_SIZE */
export function tupleSize(rt: Runtime, t: Addr): number {
  return rt.i32[(t + OB_SIZE) >> 2]!;
}

/** Item `i`, borrowed. v3.13.0 PyTuple_GET_ITEM */
export function tupleItem(rt: Runtime, t: Addr, i: number): Addr {
  return rt.i32[((t + rt.layout.tupleItems) >> 2) + 2 * i]!;
}

/** Puts `v` (stolen) into a slot that is NULL. v3.13.0 PyTuple_SET_ITEM */
export function tupleSetItem(rt: Runtime, t: Addr, i: number, v: Addr): void {
  const at = ((t + rt.layout.tupleItems) >> 2) + 2 * i;
  rt.i32[at] = v;
  rt.i32[at + 1] = v === 0 ? 0 : ADDRESS_HIGH;
}

/** `()`: static, immortal; the caller may decref it like any other. v3.13.0 tuple_get_empty */
export function emptyTuple(rt: Runtime): Addr {
  if (rt.emptyTuple === 0) initContainerStatics(rt);
  return newRef(rt, rt.emptyTuple);
}

/** A tuple of `n` > 0 items, not tracked, its slots undefined. v3.13.0 tuple_alloc */
function tupleAlloc(rt: Runtime, n: number): Addr {
  if (n <= rt.profile.freeLists.tupleMaxReused) {
    const p = freeListPop(rt, FREE_TUPLE + n);
    if (p !== 0) {
      const i = p >> 2;
      rt.i32[i] = 1;
      rt.i32[i + 1] = 0;
      return p;
    }
  }
  const p = gcNew(rt, rt.types.tuple, rt.layout.tupleItems + 8 * n);
  if (p !== 0) rt.setSize(p + OB_SIZE, n);
  return p;
}

/** A tuple of `n` items that are NULL, tracked by the collector. v3.13.0 PyTuple_New */
export function tupleNew(rt: Runtime, n: number): Addr {
  if (n === 0) return emptyTuple(rt);
  const t = tupleAlloc(rt, n);
  if (t === 0) return 0;
  const at = (t + rt.layout.tupleItems) >> 2;
  const i32 = rt.i32;
  for (let i = at, end = at + 2 * n; i < end; i++) i32[i] = 0;
  gcTrack(rt, t);
  return t;
}

/** Shows a tuple that was just filled to the collector, where the release does so at birth. */
function trackNew(rt: Runtime, t: Addr, n: number): void {
  if (rt.profile.atomicTuplesUntracked) {
    const i32 = rt.i32;
    let at = (t + rt.layout.tupleItems) >> 2;
    const end = at + 2 * n;
    while (at < end) {
      const type = i32[(i32[at]! + 8) >> 2]!;
      if (i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HAVE_GC) break;
      at += 2;
    }
    if (at === end) return;
  }
  gcTrack(rt, t);
}

/** A tuple of the `n` objects of a row, each with a new reference. v3.13.0 _PyTuple_FromArray */
export function tupleFromRow(rt: Runtime, argv: Addr, n: number): Addr {
  if (n === 0) return emptyTuple(rt);
  const t = tupleAlloc(rt, n);
  if (t === 0) return 0;
  const i32 = rt.i32;
  let from = argv >> 2;
  let to = (t + rt.layout.tupleItems) >> 2;
  for (const end = from + 2 * n; from < end; from += 2, to += 2) {
    const p = i32[from]!;
    incref(rt, p);
    i32[to] = p;
    i32[to + 1] = ADDRESS_HIGH;
  }
  trackNew(rt, t, n);
  return t;
}

/** A tuple of a row of `n` objects whose references it takes over. v3.13.0 _PyTuple_FromArraySteal */
export function tupleFromRowSteal(rt: Runtime, argv: Addr, n: number): Addr {
  if (n === 0) return emptyTuple(rt);
  const t = tupleAlloc(rt, n);
  if (t === 0) {
    for (let i = 0; i < n; i++) decref(rt, rt.arg(argv, i));
    return 0;
  }
  const i32 = rt.i32;
  let from = argv >> 2;
  let to = (t + rt.layout.tupleItems) >> 2;
  for (const end = from + 2 * n; from < end; from += 2, to += 2) {
    i32[to] = i32[from]!;
    i32[to + 1] = ADDRESS_HIGH;
  }
  trackNew(rt, t, n);
  return t;
}

/** A tuple of the arguments, each with a new reference. For rare use. v3.13.0 PyTuple_Pack */
export function tuplePack(rt: Runtime, ...items: Addr[]): Addr {
  const n = items.length;
  if (n === 0) return emptyTuple(rt);
  const t = tupleAlloc(rt, n);
  if (t === 0) return 0;
  for (let i = 0; i < n; i++) tupleSetItem(rt, t, i, newRef(rt, items[i]!));
  trackNew(rt, t, n);
  return t;
}

/** `(a, b)`, references taken over. v3.13.0 Objects/dictobject.c and others _PyTuple_FromPairSteal */
export function tuplePairSteal(rt: Runtime, a: Addr, b: Addr): Addr {
  const t = tupleAlloc(rt, 2);
  if (t === 0) {
    decref(rt, a);
    decref(rt, b);
    return 0;
  }
  tupleSetItem(rt, t, 0, a);
  tupleSetItem(rt, t, 1, b);
  trackNew(rt, t, 2);
  return t;
}

/** v3.13.0 tupledealloc: items go last to first, then the tuple into its free list */
export function tupleDealloc(rt: Runtime, t: Addr): void {
  if (t === rt.emptyTuple) {
    // a release that counts references to () keeps its own; reaching zero would be a bug of ours
    rt.i32[t >> 2] = rt.profile.globalRefcnt;
    return;
  }
  gcUntrackIfTracked(rt, t);
  const exact = rt.typeOf(t) === rt.types.tuple; // a subclass has its own trashcan around this one
  if (exact && trashcanBegin(rt, t)) return;
  const n = rt.i32[(t + OB_SIZE) >> 2]!;
  const first = (t + rt.layout.tupleItems) >> 2;
  for (let i = first + 2 * (n - 1); i >= first; i -= 2) {
    const p = rt.i32[i]!;
    if (p !== 0) decref(rt, p);
  }
  tupleRelease(rt, t, n);
  if (exact) trashcanEnd(rt);
}

/** Keeps the block for the next tuple of its length, or frees it. v3.13.0 maybe_freelist_push */
function tupleRelease(rt: Runtime, t: Addr, n: number): void {
  const limits = rt.profile.freeLists;
  if (
    rt.typeOf(t) === rt.types.tuple &&
    n > 0 &&
    n <= limits.tupleMaxSize &&
    freeListPush(rt, FREE_TUPLE + n, t, limits.tuple)
  ) {
    return;
  }
  rt.fns[rt.i32[(rt.typeOf(t) + TP_FREE) >> 2]!]!(rt, t);
}

/** v3.13.0 tupletraverse */
export function tupleTraverse(rt: Runtime, t: Addr, visit: Visit): void {
  for (let i = rt.i32[(t + OB_SIZE) >> 2]! - 1; i >= 0; i--) {
    const p = tupleItem(rt, t, i);
    if (p !== 0) visit(p);
  }
}

/**
 * Takes an exact tuple out of the collector's sight when nothing in it can be part of a cycle; the
 * collector asks for each tuple that survives. v3.13.0 _PyTuple_MaybeUntrack
 */
export function maybeUntrackTuple(rt: Runtime, t: Addr): void {
  if (rt.typeOf(t) !== rt.types.tuple || !isTracked(rt, t)) return;
  const n = tupleSize(rt, t);
  for (let i = 0; i < n; i++) {
    const p = tupleItem(rt, t, i);
    // a tuple still being filled must stay: what comes may be anything
    if (p === 0 || objectMayBeTracked(rt, p)) return;
  }
  gcUntrack(rt, t);
}

/** Frees every tuple of the free lists. v3.13.0 _PyTuple_ClearFreeList */
export function tupleClearFreeLists(rt: Runtime): void {
  for (let n = 1; n <= rt.profile.freeLists.tupleMaxSize; n++) {
    for (let p = freeListPop(rt, FREE_TUPLE + n); p !== 0; p = freeListPop(rt, FREE_TUPLE + n)) {
      gcDel(rt, p);
    }
  }
}

/** New tuple of items [low, high) clipped to the length; `t` itself when it is all of an exact tuple. PyTuple_GetSlice */
export function tupleGetSlice(rt: Runtime, t: Addr, low: number, high: number): Addr {
  const size = tupleSize(rt, t);
  const start = low < 0 ? 0 : low;
  let end = high > size ? size : high;
  if (end < start) end = start;
  if (start === 0 && end === size && rt.typeOf(t) === rt.types.tuple) return newRef(rt, t);
  return tupleFromRow(rt, t + rt.layout.tupleItems + 8 * start, end - start);
}
