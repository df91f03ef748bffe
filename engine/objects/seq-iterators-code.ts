/** What few programs need of what seq-iterators.ts is about. */
import type { Addr } from '../base/brand.ts';
import { callNoArgs } from './call.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { intAsSsize, isInt, newInt } from './int.ts';
import { SEQ_ITER_INDEX, SEQ_ITER_SEQ, SEQ_ITER_SIZE, SQ_LENGTH } from './layouts.ts';
import { listItem, listNew, listSize } from './list.ts';
import { EQ, lengthOf, richCompareBool, sequenceGetItem, slotOf } from './object.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { clearOwned, decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { exhaust, iteratorNew } from './seq-iterators.ts';
import { tupleSize } from './tuple.ts';
import type { Visit } from './type-spec.ts';

/** The argument of `__setstate__` as a number; NaN with an exception. v3.13.0 PyLong_AsSsize_t */
export function stateIndex(rt: Runtime, state: Addr): number {
  if (!isInt(rt, state)) {
    raise(rt, rt.exc.TypeError, 'an integer is required');
    return NaN;
  }
  const index = intAsSsize(rt, state);
  return index === -1 && errOccurred(rt) ? NaN : index;
}

/** `__reduce__` of the forward iterators. */
export function reduceForward(rt: Runtime, it: Addr): Addr {
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

export function listIterLength(rt: Runtime, it: Addr): Addr {
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
export function listReverseNext(rt: Runtime, it: Addr): Addr {
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

export function listReverseLength(rt: Runtime, it: Addr): Addr {
  const left = rt.size(it + SEQ_ITER_INDEX) + 1;
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  return newInt(rt, seq === 0 || listSize(rt, seq) < left ? 0 : left);
}

export function listReverseReduce(rt: Runtime, it: Addr): Addr {
  const index = rt.size(it + SEQ_ITER_INDEX);
  if (index < 0) return reduceBuiltin(rt, 'iter', listNew(rt, 0), 0);
  return reduceBuiltin(rt, 'reversed', newRef(rt, rt.ptr(it + SEQ_ITER_SEQ)), newInt(rt, index));
}

export function listReverseSetState(rt: Runtime, it: Addr, state: Addr): Addr {
  const index = stateIndex(rt, state);
  if (Number.isNaN(index)) return 0;
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq !== 0) {
    const last = listSize(rt, seq) - 1;
    rt.setSize(it + SEQ_ITER_INDEX, index < -1 ? -1 : index > last ? last : index);
  }
  return newRef(rt, rt.none);
}

export function tupleIterLength(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  return newInt(rt, seq === 0 ? 0 : tupleSize(rt, seq) - rt.size(it + SEQ_ITER_INDEX));
}

/** v3.13.0 iter_iternext: IndexError and StopIteration end it */
export function seqIterNext(rt: Runtime, it: Addr): Addr {
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

export function seqIterLength(rt: Runtime, it: Addr): Addr {
  const seq = rt.ptr(it + SEQ_ITER_SEQ);
  if (seq === 0) return newInt(rt, 0);
  if (slotOf(rt, seq, SQ_LENGTH) === 0) return newRef(rt, rt.notImplemented);
  const n = lengthOf(rt, seq);
  if (n === -1) return 0;
  const left = n - rt.size(it + SEQ_ITER_INDEX);
  return newInt(rt, left < 0 ? 0 : left);
}

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

export function callIterDealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  xdecref(rt, rt.ptr(it + CALL_ITER_CALLABLE));
  xdecref(rt, rt.ptr(it + CALL_ITER_SENTINEL));
  gcDel(rt, it);
}

export function callIterTraverse(rt: Runtime, it: Addr, visit: Visit): void {
  const callable = rt.ptr(it + CALL_ITER_CALLABLE);
  const sentinel = rt.ptr(it + CALL_ITER_SENTINEL);
  if (callable !== 0) visit(callable);
  if (sentinel !== 0) visit(sentinel);
}

/** v3.13.0 calliter_iternext */
export function callIterNext(rt: Runtime, it: Addr): Addr {
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

export function callIterReduce(rt: Runtime, it: Addr): Addr {
  const callable = rt.ptr(it + CALL_ITER_CALLABLE);
  const sentinel = rt.ptr(it + CALL_ITER_SENTINEL);
  if (callable === 0 || sentinel === 0) {
    return reduceBuiltin(rt, 'iter', newRef(rt, rt.emptyTuple), 0);
  }
  return reduceBuiltin(rt, 'iter', newRef(rt, callable), 0, newRef(rt, sentinel));
}
