/** What stands in range.ts and is fetched when a program needs it: see there. */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { intAdd, intCompare, intMultiply, intSubtract } from './int-arithmetic.ts';
import { intFloorDivide } from './int-divide.ts';
import {
  intCompactValue,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  isIntExact,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import { RANGE_LENGTH, RANGE_START, RANGE_STEP, RANGE_STOP } from './layouts.ts';
import {
  EQ,
  getIter,
  hash,
  isIndex,
  iterNext,
  numberIndex,
  reprText,
  richCompareBool,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isSlice, sliceBigIndices } from './slice.ts';
import { newStr } from './strings.ts';
import { tuplePack, tuplePairSteal } from './tuple.ts';
import { makeRange } from './range.ts';

// ---- items -------------------------------------------------------------------------------------

/** start + i * step, new. v3.13.0 compute_item */
function computeItem(rt: Runtime, p: Addr, i: Addr): Addr {
  const step = rt.ptr(p + RANGE_STEP);
  const start = rt.ptr(p + RANGE_START);
  if (intIsCompact(rt, step) && intCompactValue(rt, step) === 1) return intAdd(rt, start, i);
  const distance = intMultiply(rt, i, step);
  if (distance === 0) return 0;
  const item = intAdd(rt, start, distance);
  decref(rt, distance);
  return item;
}

/** The item at an int index, which counts from the end when negative. v3.13.0 compute_range_item */
function itemAt(rt: Runtime, p: Addr, index: Addr): Addr {
  const length = rt.ptr(p + RANGE_LENGTH);
  const i = intSign(rt, index) < 0 ? intAdd(rt, length, index) : newRef(rt, index);
  if (i === 0) return 0;
  const inside = intSign(rt, i) >= 0 && intCompare(rt, i, length) < 0;
  const item = inside
    ? computeItem(rt, p, i)
    : raise(rt, rt.exc.IndexError, 'range object index out of range');
  decref(rt, i);
  return item;
}

export function rangeItem(rt: Runtime, p: Addr, index: number): Addr {
  const i = newInt(rt, index);
  if (i === 0) return 0;
  const item = itemAt(rt, p, i);
  decref(rt, i);
  return item;
}

/** v3.13.0 compute_slice */
function rangeSlice(rt: Runtime, p: Addr, slice: Addr): Addr {
  const found = sliceBigIndices(rt, slice, intToBigInt(rt, rt.ptr(p + RANGE_LENGTH)));
  if (found === null) return 0;
  const start = intToBigInt(rt, rt.ptr(p + RANGE_START));
  const step = intToBigInt(rt, rt.ptr(p + RANGE_STEP));
  const first = newIntFromBigInt(rt, start + found[0] * step);
  if (first === 0) return 0;
  const last = newIntFromBigInt(rt, start + found[1] * step);
  if (last === 0) {
    decref(rt, first);
    return 0;
  }
  const by = newIntFromBigInt(rt, found[2] * step);
  if (by === 0) {
    decref(rt, first);
    decref(rt, last);
    return 0;
  }
  return makeRange(rt, first, last, by);
}

export function rangeSubscript(rt: Runtime, p: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const index = numberIndex(rt, key);
    if (index === 0) return 0;
    const item = itemAt(rt, p, index);
    decref(rt, index);
    return item;
  }
  if (isSlice(rt, key)) return rangeSlice(rt, p, key);
  return raise(
    rt,
    rt.exc.TypeError,
    `range indices must be integers or slices, not ${typeNameOf(rt, key)}`,
  );
}

// ---- searching -----------------------------------------------------------------------------------

/** Ints, not of subclasses, are found by arithmetic. v3.13.0 range_contains */
function isPlainInt(rt: Runtime, p: Addr): boolean {
  return isIntExact(rt, p) || rt.typeOf(p) === rt.types.bool;
}

/** v3.13.0 range_contains_long */
function containsInt(rt: Runtime, p: Addr, item: Addr): boolean {
  const start = rt.ptr(p + RANGE_START);
  const stop = rt.ptr(p + RANGE_STOP);
  const step = rt.ptr(p + RANGE_STEP);
  const up = intSign(rt, step) > 0;
  const [low, high] = up
    ? [intCompare(rt, start, item), intCompare(rt, item, stop)]
    : [intCompare(rt, item, start), intCompare(rt, stop, item)];
  if (low > 0 || high >= 0) return false;
  const a = intToNumber(rt, item) - intToNumber(rt, start);
  const by = intToNumber(rt, step);
  if (Math.abs(a) <= Number.MAX_SAFE_INTEGER && !Number.isNaN(by)) return a % by === 0;
  return (intToBigInt(rt, item) - intToBigInt(rt, start)) % intToBigInt(rt, step) === 0n;
}

export function rangeContains(rt: Runtime, p: Addr, item: Addr): number {
  if (isPlainInt(rt, item)) return containsInt(rt, p, item) ? 1 : 0;
  return search(rt, p, item, true);
}

/** How many items equal `item`, or 1 at the first when `any`; -1 with an exception. _PySequence_IterSearch */
function search(rt: Runtime, p: Addr, item: Addr, any: boolean): number {
  const it = getIter(rt, p);
  if (it === 0) return -1;
  let count = 0;
  for (;;) {
    const next = iterNext(rt, it);
    if (next === 0) break;
    const equal = richCompareBool(rt, next, item, EQ);
    decref(rt, next);
    if (equal < 0) {
      decref(rt, it);
      return -1;
    }
    count += equal;
    if (any && equal === 1) break;
  }
  decref(rt, it);
  return errOccurred(rt) ? -1 : count;
}

export function rangeCount(rt: Runtime, self: Addr, item: Addr): Addr {
  if (isPlainInt(rt, item)) return newInt(rt, containsInt(rt, self, item) ? 1 : 0);
  const count = search(rt, self, item, false);
  return count < 0 ? 0 : newInt(rt, count);
}

/** v3.13.0 range_index */
export function rangeIndex(rt: Runtime, self: Addr, item: Addr): Addr {
  if (!isPlainInt(rt, item)) return slowIndex(rt, self, item);
  if (!containsInt(rt, self, item)) {
    const text = reprText(rt, item);
    return text === null ? 0 : raise(rt, rt.exc.ValueError, `${text} is not in range`);
  }
  const distance = intSubtract(rt, item, rt.ptr(self + RANGE_START));
  const step = rt.ptr(self + RANGE_STEP);
  if (distance === 0 || (intIsCompact(rt, step) && intCompactValue(rt, step) === 1)) {
    return distance;
  }
  const index = intFloorDivide(rt, distance, step);
  decref(rt, distance);
  return index;
}

function slowIndex(rt: Runtime, self: Addr, item: Addr): Addr {
  const it = getIter(rt, self);
  if (it === 0) return 0;
  for (let index = 0; ; index++) {
    const next = iterNext(rt, it);
    if (next === 0) break;
    const equal = richCompareBool(rt, next, item, EQ);
    decref(rt, next);
    if (equal === 0) continue;
    decref(rt, it);
    return equal < 0 ? 0 : newInt(rt, index);
  }
  decref(rt, it);
  if (errOccurred(rt)) return 0;
  return raise(rt, rt.exc.ValueError, 'sequence.index(x): x not in sequence');
}

// ---- slots and methods ---------------------------------------------------------------------------

/** v3.13.0 range_equals */
function isEqual(rt: Runtime, a: Addr, b: Addr): boolean {
  if (a === b) return true;
  const length = rt.ptr(a + RANGE_LENGTH);
  if (intCompare(rt, length, rt.ptr(b + RANGE_LENGTH)) !== 0) return false;
  if (intSign(rt, length) === 0) return true;
  if (intCompare(rt, rt.ptr(a + RANGE_START), rt.ptr(b + RANGE_START)) !== 0) return false;
  if (intIsCompact(rt, length) && intCompactValue(rt, length) === 1) return true;
  return intCompare(rt, rt.ptr(a + RANGE_STEP), rt.ptr(b + RANGE_STEP)) === 0;
}

export function rangeRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (rt.typeOf(b) !== rt.types.range || (op !== 2 && op !== 3)) {
    return newRef(rt, rt.notImplemented);
  }
  return newRef(rt, isEqual(rt, a, b) === (op === 2) ? rt.true : rt.false);
}

/** That of (length, start, step), with None for what does not matter. v3.13.0 range_hash */
export function rangeHash(rt: Runtime, p: Addr): number {
  const length = rt.ptr(p + RANGE_LENGTH);
  const empty = intSign(rt, length) === 0;
  const single = intIsCompact(rt, length) && intCompactValue(rt, length) === 1;
  const start = empty ? rt.none : rt.ptr(p + RANGE_START);
  const step = empty || single ? rt.none : rt.ptr(p + RANGE_STEP);
  const key = tuplePack(rt, length, start, step);
  if (key === 0) {
    rt.hashHigh = -1;
    return -1;
  }
  const low = hash(rt, key);
  const high = rt.hashHigh;
  decref(rt, key);
  rt.hashHigh = high;
  return low;
}

export function rangeRepr(rt: Runtime, p: Addr): Addr {
  const start = reprText(rt, rt.ptr(p + RANGE_START));
  const stop = start === null ? null : reprText(rt, rt.ptr(p + RANGE_STOP));
  if (stop === null) return 0;
  const step = rt.ptr(p + RANGE_STEP);
  if (intIsCompact(rt, step) && intCompactValue(rt, step) === 1) {
    return newStr(rt, `range(${start}, ${stop})`);
  }
  const by = reprText(rt, step);
  return by === null ? 0 : newStr(rt, `range(${start}, ${stop}, ${by})`);
}

export function reduce(rt: Runtime, self: Addr): Addr {
  const args = tuplePack(
    rt,
    rt.ptr(self + RANGE_START),
    rt.ptr(self + RANGE_STOP),
    rt.ptr(self + RANGE_STEP),
  );
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.types.range), args);
}
