/**
 * The iterators that hold a sequence and an index.
 *
 *     +16  index     where the next item stands; a reverse iterator's counts down
 *     +24  sequence  owned, NULL once it is exhausted
 *
 * callable_iterator, `iter(f, sentinel)`, has the same shape: +16 callable, +24 sentinel.
 * v3.13.0 Objects/listobject.c, Objects/tupleobject.c, Objects/iterobject.c
 */
import type { Addr } from '../base/brand.ts';
import { callNoArgs } from './call.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { freeListPush, gcFromList } from './freelists.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { intAsSsize, isInt, newInt } from './int.ts';
import {
  OB_SIZE,
  SEQ_ITER_INDEX,
  SEQ_ITER_SEQ,
  SEQ_ITER_SIZE,
  SQ_LENGTH,
  TPFLAGS_HAVE_GC,
} from './layouts.ts';
import { listItem, listNew, listSize } from './list.ts';
import { EQ, lengthOf, richCompareBool, sequenceGetItem, slotOf } from './object.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { clearOwned, decref, newRef, xdecref } from './refcount.ts';
import { FREE_LIST_ITER, FREE_TUPLE_ITER, NO_FREE_LIST, type Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type TypeSpec, type Visit } from './type-spec.ts';

// ---- shared ------------------------------------------------------------------------------------

/** A new iterator of `type` over `seq`, which it counts. */
function iteratorNew(rt: Runtime, type: Addr, seq: Addr, index: number): Addr {
  const it = gcFromList(rt, listOfType(rt, type), type, SEQ_ITER_SIZE);
  if (it === 0) return 0;
  rt.setSize(it + SEQ_ITER_INDEX, index);
  rt.setPtr(it + SEQ_ITER_SEQ, newRef(rt, seq));
  gcTrack(rt, it);
  return it;
}

function iteratorDealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  xdecref(rt, rt.ptr(it + SEQ_ITER_SEQ));
  const type = rt.typeOf(it);
  const { listIterator, tupleIterator } = rt.profile.freeLists;
  const limit =
    type === rt.types.listIterator
      ? listIterator
      : type === rt.types.tupleIterator
        ? tupleIterator
        : 0;
  if (!freeListPush(rt, listOfType(rt, type), it, limit)) gcDel(rt, it);
}

/** The free list of iterators of this type; one that stays empty for others. */
function listOfType(rt: Runtime, type: Addr): number {
  if (type === rt.types.listIterator) return FREE_LIST_ITER;
  return type === rt.types.tupleIterator ? FREE_TUPLE_ITER : NO_FREE_LIST;
}

function iteratorTraverse(rt: Runtime, it: Addr, visit: Visit): void {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq !== 0) visit(seq);
}

/** Lets go of the sequence: nothing comes any more. @returns 0 */
function exhaust(rt: Runtime, it: Addr): 0 {
  clearOwned(rt, it + SEQ_ITER_SEQ);
  return 0;
}

function iterSelf(rt: Runtime, it: Addr): Addr {
  return newRef(rt, it);
}

/** The argument of `__setstate__` as a number; NaN with an exception. v3.13.0 PyLong_AsSsize_t */
function stateIndex(rt: Runtime, state: Addr): number {
  if (!isInt(rt, state)) {
    raise(rt, rt.exc.TypeError, 'an integer is required');
    return NaN;
  }
  const index = intAsSsize(rt, state);
  return index === -1 && errOccurred(rt) ? NaN : index;
}

/** `__setstate__` of the forward iterators: an index between `least` and the length. */
function setState(length: (rt: Runtime, seq: Addr) => number, least: number) {
  return (rt: Runtime, it: Addr, state: Addr): Addr => {
    const index = stateIndex(rt, state);
    if (Number.isNaN(index)) return 0;
    const seq = rt.ptr(it + SEQ_ITER_SEQ);
    if (seq !== 0) {
      const n = length(rt, seq);
      rt.setSize(it + SEQ_ITER_INDEX, index < least ? least : index > n ? n : index);
    }
    return newRef(rt, rt.none);
  };
}

/** `__reduce__` of the forward iterators. */
function reduceForward(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq !== 0 && rt.size(it + SEQ_ITER_INDEX) >= 0) {
    return reduceBuiltin(rt, 'iter', newRef(rt, seq), newInt(rt, rt.size(it + SEQ_ITER_INDEX)));
  }
  return reduceBuiltin(rt, 'iter', emptyState(rt, it), 0);
}

/** What an exhausted iterator is reduced to: an empty sequence of its kind. */
function emptyState(rt: Runtime, it: Addr): Addr {
  return rt.typeOf(it) === rt.types.listIterator ? listNew(rt, 0) : newRef(rt, rt.emptyTuple);
}

// ---- list ----------------------------------------------------------------------------------------

/** iter(list). v3.13.0 list_iter */
export function listIter(rt: Runtime, list: Addr): Addr {
  return iteratorNew(rt, rt.types.listIterator, list, 0);
}

/** v3.13.0 listiter_next */
export function listIterNext(rt: Runtime, it: Addr): Addr {
  const i32 = rt.i32;
  const seq = i32[(it + SEQ_ITER_SEQ) >> 2]!;
  if (seq === 0) return 0;
  const index = i32[(it + SEQ_ITER_INDEX) >> 2]!;
  if (index < 0) return 0;
  if (index >= i32[(seq + OB_SIZE) >> 2]!) {
    rt.setSize(it + SEQ_ITER_INDEX, -1);
    return exhaust(rt, it);
  }
  i32[(it + SEQ_ITER_INDEX) >> 2] = index + 1;
  return newRef(rt, listItem(rt, seq, index));
}

function listIterLength(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  const index = rt.size(it + SEQ_ITER_INDEX);
  if (seq === 0 || index < 0) return newInt(rt, 0);
  return newInt(rt, Math.max(0, listSize(rt, seq) - index));
}

/** `list.__reversed__`. v3.13.0 list___reversed___impl */
export function listReversed(rt: Runtime, list: Addr): Addr {
  return iteratorNew(rt, rt.types.listReverseIterator, list, listSize(rt, list) - 1);
}

/** v3.13.0 listreviter_next */
function listReverseNext(rt: Runtime, it: Addr): Addr {
  const index = rt.size(it + SEQ_ITER_INDEX);
  if (index < 0) return 0;
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (index < listSize(rt, seq)) {
    rt.setSize(it + SEQ_ITER_INDEX, index - 1);
    return newRef(rt, listItem(rt, seq, index));
  }
  rt.setSize(it + SEQ_ITER_INDEX, -1);
  return exhaust(rt, it);
}

function listReverseLength(rt: Runtime, it: Addr): Addr {
  const left = rt.size(it + SEQ_ITER_INDEX) + 1;
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  return newInt(rt, seq === 0 || listSize(rt, seq) < left ? 0 : left);
}

function listReverseReduce(rt: Runtime, it: Addr): Addr {
  const index = rt.size(it + SEQ_ITER_INDEX);
  if (index < 0) return reduceBuiltin(rt, 'iter', listNew(rt, 0), 0);
  return reduceBuiltin(rt, 'reversed', newRef(rt, rt.ptr(it + SEQ_ITER_SEQ)), newInt(rt, index));
}

function listReverseSetState(rt: Runtime, it: Addr, state: Addr): Addr {
  const index = stateIndex(rt, state);
  if (Number.isNaN(index)) return 0;
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq !== 0) {
    const last = listSize(rt, seq) - 1;
    rt.setSize(it + SEQ_ITER_INDEX, index < -1 ? -1 : index > last ? last : index);
  }
  return newRef(rt, rt.none);
}

// ---- tuple ---------------------------------------------------------------------------------------

/** iter(tuple). v3.13.0 tuple_iter */
export function tupleIter(rt: Runtime, tuple: Addr): Addr {
  return iteratorNew(rt, rt.types.tupleIterator, tuple, 0);
}

/** v3.13.0 tupleiter_next */
export function tupleIterNext(rt: Runtime, it: Addr): Addr {
  const i32 = rt.i32;
  const seq = i32[(it + SEQ_ITER_SEQ) >> 2]!;
  if (seq === 0) return 0;
  const index = i32[(it + SEQ_ITER_INDEX) >> 2]!;
  if (index >= i32[(seq + OB_SIZE) >> 2]!) return exhaust(rt, it);
  i32[(it + SEQ_ITER_INDEX) >> 2] = index + 1;
  return newRef(rt, tupleItem(rt, seq, index));
}

function tupleIterLength(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  return newInt(rt, seq === 0 ? 0 : tupleSize(rt, seq) - rt.size(it + SEQ_ITER_INDEX));
}

// ---- anything with __getitem__ -------------------------------------------------------------------

/** v3.13.0 Objects/iterobject.c PySeqIter_New */
export function seqIterNew(rt: Runtime, seq: Addr): Addr {
  return iteratorNew(rt, rt.types.seqIterator, seq, 0);
}

/** v3.13.0 iter_iternext: IndexError and StopIteration end it */
function seqIterNext(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq === 0) return 0;
  const index = rt.size(it + SEQ_ITER_INDEX);
  const item = sequenceGetItem(rt, seq, index);
  if (item !== 0) {
    rt.setSize(it + SEQ_ITER_INDEX, index + 1);
    return item;
  }
  if (!errMatches(rt, rt.exc.IndexError) && !errMatches(rt, rt.exc.StopIteration)) return 0;
  errClear(rt);
  return exhaust(rt, it);
}

function seqIterLength(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq === 0) return newInt(rt, 0);
  if (slotOf(rt, seq, SQ_LENGTH) === 0) return newRef(rt, rt.notImplemented);
  const n = lengthOf(rt, seq);
  if (n === -1) return 0;
  const left = n - rt.size(it + SEQ_ITER_INDEX);
  return newInt(rt, left < 0 ? 0 : left);
}

// ---- iter(callable, sentinel) --------------------------------------------------------------------

const CALL_ITER_CALLABLE = 16;
const CALL_ITER_SENTINEL = 24;

/** v3.13.0 Objects/iterobject.c PyCallIter_New */
export function callIterNew(rt: Runtime, callable: Addr, sentinel: Addr): Addr {
  const it = gcNew(rt, rt.types.callableIterator, SEQ_ITER_SIZE);
  if (it === 0) return 0;
  rt.setPtr(it + CALL_ITER_CALLABLE, newRef(rt, callable));
  rt.setPtr(it + CALL_ITER_SENTINEL, newRef(rt, sentinel));
  gcTrack(rt, it);
  return it;
}

function callIterDealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  xdecref(rt, rt.ptr(it + CALL_ITER_CALLABLE));
  xdecref(rt, rt.ptr(it + CALL_ITER_SENTINEL));
  gcDel(rt, it);
}

function callIterTraverse(rt: Runtime, it: Addr, visit: Visit): void {
  const callable = rt.ptr(it + CALL_ITER_CALLABLE);
  const sentinel = rt.ptr(it + CALL_ITER_SENTINEL);
  if (callable !== 0) visit(callable);
  if (sentinel !== 0) visit(sentinel);
}

/** v3.13.0 calliter_iternext */
function callIterNext(rt: Runtime, it: Addr): Addr {
  const callable = rt.ptr(it + CALL_ITER_CALLABLE);
  if (callable === 0) return 0;
  const result = callNoArgs(rt, callable);
  if (result !== 0) {
    const sentinel = rt.ptr(it + CALL_ITER_SENTINEL);
    if (sentinel === 0) {
      decref(rt, result);
      return 0;
    }
    newRef(rt, sentinel);
    const same = richCompareBool(rt, sentinel, result, EQ);
    decref(rt, sentinel);
    if (same === 0) return result;
    decref(rt, result);
    if (same < 0) return 0;
  } else if (errMatches(rt, rt.exc.StopIteration)) errClear(rt);
  else return 0;
  clearOwned(rt, it + CALL_ITER_CALLABLE);
  clearOwned(rt, it + CALL_ITER_SENTINEL);
  return 0;
}

function callIterReduce(rt: Runtime, it: Addr): Addr {
  const callable = rt.ptr(it + CALL_ITER_CALLABLE);
  const sentinel = rt.ptr(it + CALL_ITER_SENTINEL);
  if (callable === 0 || sentinel === 0) {
    return reduceBuiltin(rt, 'iter', newRef(rt, rt.emptyTuple), 0);
  }
  return reduceBuiltin(rt, 'iter', newRef(rt, callable), 0, newRef(rt, sentinel));
}

// ---- the types -----------------------------------------------------------------------------------

function iteratorSpec(
  name: string,
  next: (rt: Runtime, it: Addr) => Addr,
  methods: NonNullable<TypeSpec['methods']>,
): TypeSpec {
  return {
    name,
    basicsize: SEQ_ITER_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: iteratorDealloc,
      tp_traverse: iteratorTraverse,
      tp_iter: iterSelf,
      tp_iternext: next,
    },
    methods,
  };
}

/** The six types of this file. */
export function initSeqIteratorTypes(rt: Runtime): void {
  rt.types.listIterator = readyType(
    rt,
    iteratorSpec('list_iterator', listIterNext, {
      __length_hint__: noArgs(listIterLength),
      __reduce__: noArgs(reduceForward),
      __setstate__: oneArg(setState(listSize, -1)),
    }),
  );
  rt.types.listReverseIterator = readyType(
    rt,
    iteratorSpec('list_reverseiterator', listReverseNext, {
      __length_hint__: noArgs(listReverseLength),
      __reduce__: noArgs(listReverseReduce),
      __setstate__: oneArg(listReverseSetState),
    }),
  );
  rt.types.tupleIterator = readyType(
    rt,
    iteratorSpec('tuple_iterator', tupleIterNext, {
      __length_hint__: noArgs(tupleIterLength),
      __reduce__: noArgs(reduceForward),
      __setstate__: oneArg(setState(tupleSize, 0)),
    }),
  );
  rt.types.seqIterator = readyType(
    rt,
    iteratorSpec('iterator', seqIterNext, {
      __length_hint__: noArgs(seqIterLength),
      __reduce__: noArgs(reduceForward),
      __setstate__: oneArg(setState(() => 2 ** 31 - 1, 0)),
    }),
  );
  rt.types.callableIterator = readyType(rt, {
    name: 'callable_iterator',
    basicsize: SEQ_ITER_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: callIterDealloc,
      tp_traverse: callIterTraverse,
      tp_iter: iterSelf,
      tp_iternext: callIterNext,
    },
    methods: { __reduce__: noArgs(callIterReduce) },
  });
}
