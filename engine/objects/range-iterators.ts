/**
 * Iterators of range. v3.13.0 Objects/rangeobject.c
 *
 * range_iterator:      16 start, 24 step, 32 len, C longs of 8 bytes
 * longrange_iterator:  16 start, 24 step, 32 len, ints, owned; for numbers past a C long
 */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { freeListPush, objectFromList } from './freelists.ts';
import { objectNew } from './gc-object.ts';
import { intAdd, intMultiply, intNegate, intSubtract } from './int-arithmetic.ts';
import {
  intFitsSsize,
  intSign,
  intToBigInt,
  intToNumber,
  newInt,
  newIntFromBigInt,
  newIntFromWords,
} from './int-object.ts';
import {
  RANGE_ITER_LEN,
  RANGE_ITER_START,
  RANGE_ITER_STEP,
  RANGE_LENGTH,
  RANGE_SIZE,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
} from './layouts.ts';
import { numberIndex } from './object.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { decref, newRef, setOwned, xdecref } from './refcount.ts';
import { FREE_RANGE, FREE_RANGE_ITER, type Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';

const LONG_MAX = (1n << 63n) - 1n;
const LONG_MIN = -(1n << 63n);

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
function rangeIterSize(rt: Runtime): number {
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

/** v3.13.0 fast_range_iter */
function fastIter(rt: Runtime, start: bigint, step: bigint, length: bigint): Addr {
  const it = objectFromList(rt, FREE_RANGE_ITER, rt.types.rangeIterator, rangeIterSize(rt));
  if (it === 0) return 0;
  writeLong(rt, it + RANGE_ITER_START, start);
  writeLong(rt, it + RANGE_ITER_STEP, step);
  writeLong(rt, it + RANGE_ITER_LEN, length);
  return it;
}

/** `start` and `step` are stolen. */
function longIter(rt: Runtime, start: Addr, step: Addr, length: Addr): Addr {
  const it =
    start === 0 || step === 0 ? 0 : objectNew(rt, rt.types.longRangeIterator, rangeIterSize(rt));
  if (it === 0) {
    xdecref(rt, start);
    xdecref(rt, step);
    return 0;
  }
  rt.setPtr(it + RANGE_ITER_START, start);
  rt.setPtr(it + RANGE_ITER_STEP, step);
  rt.setPtr(it + RANGE_ITER_LEN, newRef(rt, length));
  return it;
}

/** v3.13.0 range_reverse */
export function rangeReversed(rt: Runtime, range: Addr): Addr {
  const startObject = rt.ptr(range + RANGE_START);
  const stopObject = rt.ptr(range + RANGE_STOP);
  const stepObject = rt.ptr(range + RANGE_STEP);
  const start = intToBigInt(rt, startObject);
  const step = intToBigInt(rt, stepObject);
  const length = intToBigInt(rt, rt.ptr(range + RANGE_LENGTH));
  const fits =
    intFitsSsize(rt, startObject) &&
    intFitsSsize(rt, stopObject) &&
    step >= -LONG_MAX &&
    step <= LONG_MAX;
  // start - step must be a C long
  const overflows = step > 0n ? start < LONG_MIN + step : start > LONG_MAX + step;
  if (fits && !overflows && length <= LONG_MAX) {
    return fastIter(rt, start + (length - 1n) * step, -step, length);
  }
  const first = newIntFromBigInt(rt, start + (length - 1n) * step);
  const back = first === 0 ? 0 : intNegate(rt, stepObject);
  return longIter(rt, first, back, rt.ptr(range + RANGE_LENGTH));
}

// ---- 64-bit fields -----------------------------------------------------------------------------

function writeLong(rt: Runtime, at: Addr, value: bigint): void {
  rt.memory.b64[at >> 3] = value;
}

function readLong(rt: Runtime, at: Addr): bigint {
  return rt.memory.b64[at >> 3]!;
}

function longToInt(rt: Runtime, at: Addr): Addr {
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

/** `iter, (range(...),), None`. `start`, `stop` and `step` are stolen. v3.13.0 rangeiter_reduce */
function reduceToRange(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  if (start === 0 || stop === 0 || step === 0) {
    xdecref(rt, start);
    xdecref(rt, stop);
    xdecref(rt, step);
    return 0;
  }
  const count = (intToBigInt(rt, stop) - intToBigInt(rt, start)) / intToBigInt(rt, step);
  const length = newIntFromBigInt(rt, count);
  const range = length === 0 ? 0 : objectFromList(rt, FREE_RANGE, rt.types.range, RANGE_SIZE);
  if (range === 0) {
    xdecref(rt, length);
    decref(rt, start);
    decref(rt, stop);
    decref(rt, step);
    return 0;
  }
  rt.setPtr(range + RANGE_START, start);
  rt.setPtr(range + RANGE_STOP, stop);
  rt.setPtr(range + RANGE_STEP, step);
  rt.setPtr(range + RANGE_LENGTH, length);
  return reduceBuiltin(rt, 'iter', range, newRef(rt, rt.none));
}

function rangeIterReduce(rt: Runtime, it: Addr): Addr {
  const start = readLong(rt, it + RANGE_ITER_START);
  const stop = start + readLong(rt, it + RANGE_ITER_LEN) * readLong(rt, it + RANGE_ITER_STEP);
  return reduceToRange(
    rt,
    longToInt(rt, it + RANGE_ITER_START),
    newIntFromBigInt(rt, stop),
    longToInt(rt, it + RANGE_ITER_STEP),
  );
}

/** v3.13.0 rangeiter_setstate */
function rangeIterSetState(rt: Runtime, it: Addr, state: Addr): Addr {
  const index = numberIndex(rt, state);
  if (index === 0 || errOccurred(rt)) return 0;
  const length = readLong(rt, it + RANGE_ITER_LEN);
  const asked = intToBigInt(rt, index);
  decref(rt, index);
  if (BigInt.asIntN(64, asked) !== asked) {
    return raise(rt, rt.exc.OverflowError, 'Python int too large to convert to C long');
  }
  const skip = asked < 0n ? 0n : asked > length ? length : asked;
  const step = readLong(rt, it + RANGE_ITER_STEP);
  writeLong(rt, it + RANGE_ITER_START, readLong(rt, it + RANGE_ITER_START) + skip * step);
  writeLong(rt, it + RANGE_ITER_LEN, length - skip);
  return newRef(rt, rt.none);
}

// ---- longrange_iterator --------------------------------------------------------------------------

/** v3.13.0 longrangeiter_next */
export function longRangeIterNext(rt: Runtime, it: Addr): Addr {
  const length = rt.ptr(it + RANGE_ITER_LEN);
  if (intSign(rt, length) <= 0) return 0;
  const item = rt.ptr(it + RANGE_ITER_START);
  const next = intAdd(rt, item, rt.ptr(it + RANGE_ITER_STEP));
  if (next === 0) return 0;
  const left = intSubtract(rt, length, rt.smallInt(1));
  if (left === 0) {
    decref(rt, next);
    return 0;
  }
  rt.setPtr(it + RANGE_ITER_START, next);
  setOwned(rt, it + RANGE_ITER_LEN, left);
  return item;
}

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

/** v3.13.0 longrangeiter_reduce */
function longIterReduce(rt: Runtime, it: Addr): Addr {
  const start = rt.ptr(it + RANGE_ITER_START);
  const step = rt.ptr(it + RANGE_ITER_STEP);
  const distance = intMultiply(rt, rt.ptr(it + RANGE_ITER_LEN), step);
  if (distance === 0) return 0;
  const stop = intAdd(rt, start, distance);
  decref(rt, distance);
  return reduceToRange(rt, newRef(rt, start), stop, newRef(rt, step));
}

/** v3.13.0 longrangeiter_setstate */
function longIterSetState(rt: Runtime, it: Addr, state: Addr): Addr {
  const index = numberIndex(rt, state);
  if (index === 0) return 0;
  const length = intToBigInt(rt, rt.ptr(it + RANGE_ITER_LEN));
  const asked = intToBigInt(rt, index);
  decref(rt, index);
  const skip = asked < 0n ? 0n : asked > length ? length : asked;
  const step = intToBigInt(rt, rt.ptr(it + RANGE_ITER_STEP));
  const start = intToBigInt(rt, rt.ptr(it + RANGE_ITER_START));
  const next = newIntFromBigInt(rt, start + skip * step);
  if (next === 0) return 0;
  const left = newIntFromBigInt(rt, length - skip);
  if (left === 0) {
    decref(rt, next);
    return 0;
  }
  setOwned(rt, it + RANGE_ITER_START, next);
  setOwned(rt, it + RANGE_ITER_LEN, left);
  return newRef(rt, rt.none);
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
