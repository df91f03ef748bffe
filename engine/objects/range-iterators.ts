/**
 * Iterators of range. v3.13.0 Objects/rangeobject.c
 *
 * range_iterator:      16 start, 24 step, 32 len, C longs of 8 bytes
 * longrange_iterator:  16 start, 24 step, 32 len, ints, owned; for numbers past a C long
 */
import type { Addr } from '../base/brand.ts';
import { freeListPush, objectFromList } from './freelists.ts';
import { intFitsSsize, intToBigInt, intToNumber, newInt, newIntFromWords } from './int-object.ts';
import {
  RANGE_ITER_LEN,
  RANGE_ITER_START,
  RANGE_ITER_STEP,
  RANGE_LENGTH,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
} from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import { FREE_RANGE_ITER, type Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';
import {
  fastIter,
  longIter,
  longIterReduce,
  longIterSetState,
  longRangeIterNext,
  rangeIterReduce,
  rangeIterSetState,
} from './late-iterators.ts';

export { longRangeIterNext, rangeReversed } from './late-iterators.ts';

export const LONG_MAX = (1n << 63n) - 1n;
export const LONG_MIN = -(1n << 63n);

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 range_iter */
export function rangeIter(rt: Runtime, range: Addr): Addr {
  const start = rt.ptr(range + RANGE_START);
  const stop = rt.ptr(range + RANGE_STOP);
  const step = rt.ptr(range + RANGE_STEP);
  const length = intToNumber(rt, rt.ptr(range + RANGE_LENGTH));
  const first = intToNumber(rt, start);
  const by = intToNumber(rt, step);
  if (isWord(first) && isWord(by) && isWord(length)) return wordIter(rt, first, by, length);
  if (intFitsSsize(rt, start) && intFitsSsize(rt, stop) && intFitsSsize(rt, step)) {
    const last = intToBigInt(rt, stop);
    const stride = intToBigInt(rt, step);
    const count = intToBigInt(rt, rt.ptr(range + RANGE_LENGTH));
    // start + length * step must be a C long too
    const overflows =
      count !== 0n &&
      (stride > 0n ? last > LONG_MAX - (stride - 1n) : last < LONG_MIN + (-1n - stride));
    if (count <= LONG_MAX && !overflows) {
      return fastIter(rt, intToBigInt(rt, start), stride, count);
    }
  }
  return longIter(rt, newRef(rt, start), newRef(rt, step), rt.ptr(range + RANGE_LENGTH));
}

/** Bytes of an iterator; the first fields are the same in every release. */
export function rangeIterSize(rt: Runtime): number {
  return rt.layout.sizes.rangeIterator;
}

/** Whether it is a 32-bit integer; NaN is none. */
function isWord(n: number): boolean {
  return n === (n | 0);
}

/** fast_range_iter for 32-bit numbers: without BigInt. */
function wordIter(rt: Runtime, start: number, step: number, length: number): Addr {
  const it = objectFromList(rt, FREE_RANGE_ITER, rt.types.rangeIterator, rangeIterSize(rt));
  if (it === 0) return 0;
  rt.setSize(it + RANGE_ITER_START, start);
  rt.setSize(it + RANGE_ITER_STEP, step);
  rt.setSize(it + RANGE_ITER_LEN, length);
  return it;
}

// ---- 64-bit fields -----------------------------------------------------------------------------

export function writeLong(rt: Runtime, at: Addr, value: bigint): void {
  rt.memory.b64[at >> 3] = value;
}

export function readLong(rt: Runtime, at: Addr): bigint {
  return rt.memory.b64[at >> 3]!;
}

export function longToInt(rt: Runtime, at: Addr): Addr {
  return newIntFromWords(rt, rt.i32[at >> 2]!, rt.i32[(at >> 2) + 1]!);
}

// ---- range_iterator ------------------------------------------------------------------------------

/** The next number, new; 0 at the end, without an exception. v3.13.0 rangeiter_next */
export function rangeIterNext(rt: Runtime, it: Addr): Addr {
  const i32 = rt.i32;
  const i = (it + RANGE_ITER_START) >> 2;
  const left = i32[i + 4]!;
  const start = i32[i]!;
  const step = i32[i + 2]!;
  // 32-bit numbers: their sum has 33 bits, the upper word is its sign
  if (i32[i + 5] === 0 && i32[i + 1] === start >> 31 && i32[i + 3] === step >> 31 && left > 0) {
    const next = start + step;
    i32[i] = next;
    i32[i + 1] = next < 0 ? -1 : 0;
    i32[i + 4] = left - 1;
    return newInt(rt, start);
  }
  return nextLong(rt, it);
}

function nextLong(rt: Runtime, it: Addr): Addr {
  const left = readLong(rt, it + RANGE_ITER_LEN);
  if (left <= 0n) return 0;
  const item = longToInt(rt, it + RANGE_ITER_START);
  if (item === 0) return 0;
  const next = readLong(rt, it + RANGE_ITER_START) + readLong(rt, it + RANGE_ITER_STEP);
  writeLong(rt, it + RANGE_ITER_START, next);
  writeLong(rt, it + RANGE_ITER_LEN, left - 1n);
  return item;
}

function rangeIterDealloc(rt: Runtime, it: Addr): void {
  const limit = rt.profile.freeLists.rangeIterator;
  if (!freeListPush(rt, FREE_RANGE_ITER, it, limit)) rt.obj.free(it);
}

// ---- longrange_iterator --------------------------------------------------------------------------

function longIterDealloc(rt: Runtime, it: Addr): void {
  decref(rt, rt.ptr(it + RANGE_ITER_START));
  decref(rt, rt.ptr(it + RANGE_ITER_STEP));
  decref(rt, rt.ptr(it + RANGE_ITER_LEN));
  rt.obj.free(it);
}

function longIterTraverse(rt: Runtime, it: Addr, visit: Visit): void {
  visit(rt.ptr(it + RANGE_ITER_START));
  visit(rt.ptr(it + RANGE_ITER_STEP));
  visit(rt.ptr(it + RANGE_ITER_LEN));
}

export function initRangeIteratorTypes(rt: Runtime): void {
  rt.types.rangeIterator = readyType(rt, {
    name: 'range_iterator',
    basicsize: rt.layout.sizes.rangeIterator,
    slots: {
      tp_dealloc: rangeIterDealloc,
      tp_iter: newRef,
      tp_iternext: rangeIterNext,
    },
    methods: {
      __length_hint__: noArgs((rt, it) => longToInt(rt, it + RANGE_ITER_LEN)),
      __reduce__: noArgs(rangeIterReduce),
      __setstate__: oneArg(rangeIterSetState),
    },
  });
  rt.types.longRangeIterator = readyType(rt, {
    name: 'longrange_iterator',
    basicsize: rt.layout.sizes.rangeIterator,
    slots: {
      tp_dealloc: longIterDealloc,
      tp_traverse: longIterTraverse,
      tp_iter: newRef,
      tp_iternext: longRangeIterNext,
    },
    methods: {
      __length_hint__: noArgs((rt, it) => newRef(rt, rt.ptr(it + RANGE_ITER_LEN))),
      __reduce__: noArgs(longIterReduce),
      __setstate__: oneArg(longIterSetState),
    },
  });
}
