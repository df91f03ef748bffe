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
import { freeListPush, gcFromList } from './freelists.ts';
import { gcDel, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import {
  OB_SIZE,
  SEQ_ITER_INDEX,
  SEQ_ITER_SEQ,
  SEQ_ITER_SIZE,
  TPFLAGS_HAVE_GC,
} from './layouts.ts';
import { listItem, listSize } from './list.ts';
import { clearOwned, newRef, xdecref } from './refcount.ts';
import { FREE_LIST_ITER, FREE_TUPLE_ITER, NO_FREE_LIST, type Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type TypeSpec, type Visit } from './type-spec.ts';
import {
  callIterDealloc,
  callIterNext,
  callIterReduce,
  callIterTraverse,
  listIterLength,
  listReverseLength,
  listReverseNext,
  listReverseReduce,
  listReverseSetState,
  reduceForward,
  seqIterLength,
  seqIterNext,
  stateIndex,
  tupleIterLength,
} from './late-iterators.ts';

export { callIterNew, listReversed } from './late-iterators.ts';

// ---- shared ------------------------------------------------------------------------------------

/** A new iterator of `type` over `seq`, which it counts. */
export function iteratorNew(rt: Runtime, type: Addr, seq: Addr, index: number): Addr {
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
export function exhaust(rt: Runtime, it: Addr): 0 {
  clearOwned(rt, it + SEQ_ITER_SEQ);
  return 0;
}

function iterSelf(rt: Runtime, it: Addr): Addr {
  return newRef(rt, it);
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

// ---- anything with __getitem__ -------------------------------------------------------------------

/** v3.13.0 Objects/iterobject.c PySeqIter_New */
export function seqIterNew(rt: Runtime, seq: Addr): Addr {
  return iteratorNew(rt, rt.types.seqIterator, seq, 0);
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
