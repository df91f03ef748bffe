/**
 * range. Its iterators: range-iterators.ts. v3.13.0 Objects/rangeobject.c
 *
 *      0  ob_refcnt, ob_type
 *     16  start     24  stop     32  step     40  length     ints, all owned
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { errOccurred, raise } from './errors.ts';
import { freeListPush, objectFromList } from './freelists.ts';
import { intAdd, intCompare, intMultiply, intSubtract } from './int-arithmetic.ts';
import { intFloorDivide } from './int-divide.ts';
import { exactIndex } from './int-new.ts';
import {
  intAsSsize,
  intCompactValue,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  isIntExact,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import {
  RANGE_LENGTH,
  RANGE_SIZE,
  RANGE_START,
  RANGE_STEP,
  RANGE_STOP,
  TPFLAGS_SEQUENCE,
} from './layouts.ts';
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
import { rangeIter, rangeReversed } from './range-iterators.ts';
import { decref, newRef } from './refcount.ts';
import { FREE_RANGE, type Runtime } from './runtime.ts';
import { isSlice, sliceBigIndices } from './slice.ts';
import { newStr } from './strings.ts';
import { tuplePack, tuplePairSteal, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';

export { longRangeIterNext, rangeIterNext } from './range-iterators.ts';

// ---- making ------------------------------------------------------------------------------------

/** How many numbers, as an int, new. v3.13.0 compute_range_length */
function rangeLength(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  const first = intToNumber(rt, start);
  const last = intToNumber(rt, stop);
  const by = intToNumber(rt, step);
  const distance = by > 0 ? last - first : first - last;
  if (
    !Number.isNaN(distance) &&
    Math.abs(distance) <= Number.MAX_SAFE_INTEGER &&
    !Number.isNaN(by)
  ) {
    return newInt(rt, distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(by)) + 1);
  }
  return newIntFromBigInt(
    rt,
    countOf(intToBigInt(rt, start), intToBigInt(rt, stop), intToBigInt(rt, step)),
  );
}

function countOf(start: bigint, stop: bigint, step: bigint): bigint {
  const distance = step > 0n ? stop - start : start - stop;
  if (distance <= 0n) return 0n;
  return (distance - 1n) / (step > 0n ? step : -step) + 1n;
}

/** A range of three ints, all stolen. v3.13.0 make_range_object */
function makeRange(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  const length = rangeLength(rt, start, stop, step);
  const p = length === 0 ? 0 : objectFromList(rt, FREE_RANGE, rt.types.range, RANGE_SIZE);
  if (p === 0) {
    if (length !== 0) decref(rt, length);
    decref(rt, start);
    decref(rt, stop);
    decref(rt, step);
    return 0;
  }
  rt.setPtr(p + RANGE_START, start);
  rt.setPtr(p + RANGE_STOP, stop);
  rt.setPtr(p + RANGE_STEP, step);
  rt.setPtr(p + RANGE_LENGTH, length);
  return p;
}

/** v3.13.0 range_from_array */
function fromArgs(rt: Runtime, row: Addr, n: number): Addr {
  if (n === 0) {
    const text = `range expected ${rt.profile.errorWords.leastOne}1 argument, got 0`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (!checkPositional(rt, 'range', n, 1, 3)) return 0;
  const start = n === 1 ? newInt(rt, 0) : exactIndex(rt, rt.arg(row, 0));
  if (start === 0) return 0;
  const stop = exactIndex(rt, rt.arg(row, n === 1 ? 0 : 1));
  if (stop === 0) {
    decref(rt, start);
    return 0;
  }
  const step = n === 3 ? checkedStep(rt, rt.arg(row, 2)) : newInt(rt, 1);
  if (step === 0) {
    decref(rt, start);
    decref(rt, stop);
    return 0;
  }
  return makeRange(rt, start, stop, step);
}

/** v3.13.0 validate_step */
function checkedStep(rt: Runtime, p: Addr): Addr {
  const step = exactIndex(rt, p);
  if (step === 0 || intSign(rt, step) !== 0) return step;
  decref(rt, step);
  return raise(rt, rt.exc.ValueError, 'range() arg 3 must not be zero');
}

function rangeNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'range', kwargs)) return 0;
  return fromArgs(rt, args + rt.layout.tupleItems, tupleSize(rt, args));
}

function rangeVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  return noKeywords(rt, 'range', kwnames) ? fromArgs(rt, argv, nargs) : 0;
}

function rangeDealloc(rt: Runtime, p: Addr): void {
  decref(rt, rt.ptr(p + RANGE_START));
  decref(rt, rt.ptr(p + RANGE_STOP));
  decref(rt, rt.ptr(p + RANGE_STEP));
  decref(rt, rt.ptr(p + RANGE_LENGTH));
  if (!freeListPush(rt, FREE_RANGE, p, rt.profile.freeLists.range)) rt.obj.free(p);
}

function rangeTraverse(rt: Runtime, p: Addr, visit: Visit): void {
  for (let at = RANGE_START; at <= RANGE_LENGTH; at += 8) visit(rt.ptr(p + at));
}

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

function rangeItem(rt: Runtime, p: Addr, index: number): Addr {
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

function rangeSubscript(rt: Runtime, p: Addr, key: Addr): Addr {
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

function rangeContains(rt: Runtime, p: Addr, item: Addr): number {
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

function rangeCount(rt: Runtime, self: Addr, item: Addr): Addr {
  if (isPlainInt(rt, item)) return newInt(rt, containsInt(rt, self, item) ? 1 : 0);
  const count = search(rt, self, item, false);
  return count < 0 ? 0 : newInt(rt, count);
}

/** v3.13.0 range_index */
function rangeIndex(rt: Runtime, self: Addr, item: Addr): Addr {
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

function rangeRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (rt.typeOf(b) !== rt.types.range || (op !== 2 && op !== 3)) {
    return newRef(rt, rt.notImplemented);
  }
  return newRef(rt, isEqual(rt, a, b) === (op === 2) ? rt.true : rt.false);
}

/** That of (length, start, step), with None for what does not matter. v3.13.0 range_hash */
function rangeHash(rt: Runtime, p: Addr): number {
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

function rangeRepr(rt: Runtime, p: Addr): Addr {
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

function reduce(rt: Runtime, self: Addr): Addr {
  const args = tuplePack(
    rt,
    rt.ptr(self + RANGE_START),
    rt.ptr(self + RANGE_STOP),
    rt.ptr(self + RANGE_STEP),
  );
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.types.range), args);
}

export function initRangeType(rt: Runtime): void {
  rt.types.range = readyType(rt, {
    name: 'range',
    basicsize: RANGE_SIZE,
    flags: TPFLAGS_SEQUENCE,
    slots: {
      tp_dealloc: rangeDealloc,
      tp_repr: rangeRepr,
      tp_hash: rangeHash,
      tp_richcompare: rangeRichCompare,
      tp_traverse: rangeTraverse,
      tp_iter: rangeIter,
      tp_new: rangeNew,
      tp_vectorcall: rangeVectorcall,
      nb_bool: (rt, p) => (intSign(rt, rt.ptr(p + RANGE_LENGTH)) !== 0 ? 1 : 0),
      mp_length: (rt, p) => intAsSsize(rt, rt.ptr(p + RANGE_LENGTH)),
      mp_subscript: rangeSubscript,
      sq_length: (rt, p) => intAsSsize(rt, rt.ptr(p + RANGE_LENGTH)),
      sq_item: rangeItem,
      sq_contains: rangeContains,
    },
    methods: {
      __reversed__: noArgs(rangeReversed),
      __reduce__: noArgs(reduce),
      count: oneArg(rangeCount),
      index: oneArg(rangeIndex),
    },
    members: {
      start: { offset: RANGE_START, type: 'objectEx', readonly: true },
      stop: { offset: RANGE_STOP, type: 'objectEx', readonly: true },
      step: { offset: RANGE_STEP, type: 'objectEx', readonly: true },
    },
  });
}
