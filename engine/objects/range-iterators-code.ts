/** What few programs need of what range-iterators.ts is about. */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { objectFromList } from './freelists.ts';
import { objectNew } from './gc-object.ts';
import { intAdd, intMultiply, intNegate, intSubtract } from './int-arithmetic.ts';
import { intFitsSsize, intSign, intToBigInt, newIntFromBigInt } from './int-object.ts';
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
import {
  LONG_MAX,
  LONG_MIN,
  longToInt,
  rangeIterSize,
  readLong,
  writeLong,
} from './range-iterators.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { decref, newRef, setOwned, xdecref } from './refcount.ts';
import { FREE_RANGE, FREE_RANGE_ITER, type Runtime } from './runtime.ts';

/** v3.13.0 fast_range_iter */
export function fastIter(rt: Runtime, start: bigint, step: bigint, length: bigint): Addr {
  const it = objectFromList(rt, FREE_RANGE_ITER, rt.types.rangeIterator, rangeIterSize(rt));
  if (it === 0) return 0;
  writeLong(rt, it + RANGE_ITER_START, start);
  writeLong(rt, it + RANGE_ITER_STEP, step);
  writeLong(rt, it + RANGE_ITER_LEN, length);
  return it;
}

/** `start` and `step` are stolen. */
export function longIter(rt: Runtime, start: Addr, step: Addr, length: Addr): Addr {
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

export function rangeIterReduce(rt: Runtime, it: Addr): Addr {
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
export function rangeIterSetState(rt: Runtime, it: Addr, state: Addr): Addr {
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

/** v3.13.0 longrangeiter_reduce */
export function longIterReduce(rt: Runtime, it: Addr): Addr {
  const start = rt.ptr(it + RANGE_ITER_START);
  const step = rt.ptr(it + RANGE_ITER_STEP);
  const distance = intMultiply(rt, rt.ptr(it + RANGE_ITER_LEN), step);
  if (distance === 0) return 0;
  const stop = intAdd(rt, start, distance);
  decref(rt, distance);
  return reduceToRange(rt, newRef(rt, start), stop, newRef(rt, step));
}

/** v3.13.0 longrangeiter_setstate */
export function longIterSetState(rt: Runtime, it: Addr, state: Addr): Addr {
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
