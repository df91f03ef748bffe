/**
 * The comparisons of list.sort: before it starts, the keys are looked at once, and the cheapest
 * comparison that is right for all of them is chosen. What a program sees is the same.
 * v3.13.0 Objects/listobject.c, the pre-sort check and unsafe_*_compare
 */
import type { Addr } from '../base/brand.ts';
import { intCompactValue, intIsCompact } from './int.ts';
import { FLOAT_VALUE, OB_SIZE, TP_RICHCOMPARE } from './layouts.ts';
import { EQ, isTrue, LT, richCompareBool } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strCompare } from './str-compare.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** The ways to compare. */
export const SAFE = 0;
const SAME_TYPE = 1;
const STRINGS = 2;
const SMALL_INTS = 3;
const FLOATS = 4;
const TUPLES = 5;

/** What was chosen for a list. */
export interface Comparison {
  readonly kind: number;
  /** of the first items of tuples */
  readonly itemKind: number;
  /** number of the function that the keys' type compares with */
  readonly richCompare: number;
}

/** Chooses for `n` > 1 keys in a row. */
export function chooseComparison(rt: Runtime, row: Addr, n: number): Comparison {
  const inTuples = allTuples(rt, row, n);
  const type = rt.typeOf(keyAt(rt, row, 0, inTuples));
  const richCompare = rt.i32[(type + TP_RICHCOMPARE) >> 2]!;
  const kind = kindOfKeys(rt, row, n, inTuples, type, richCompare);
  if (!inTuples) return { kind, itemKind: SAFE, richCompare };
  return { kind: TUPLES, itemKind: type === rt.types.tuple ? SAFE : kind, richCompare };
}

function allTuples(rt: Runtime, row: Addr, n: number): boolean {
  for (let i = 0; i < n; i++) {
    const key = rt.arg(row, i);
    if (rt.typeOf(key) !== rt.types.tuple || rt.size(key + OB_SIZE) === 0) return false;
  }
  return true;
}

function keyAt(rt: Runtime, row: Addr, i: number, inTuples: boolean): Addr {
  return inTuples ? tupleItem(rt, rt.arg(row, i), 0) : rt.arg(row, i);
}

function kindOfKeys(
  rt: Runtime,
  row: Addr,
  n: number,
  inTuples: boolean,
  type: Addr,
  richCompare: number,
): number {
  let compact = type === rt.types.int;
  for (let i = 0; i < n; i++) {
    const key = keyAt(rt, row, i, inTuples);
    if (rt.typeOf(key) !== type) return SAFE;
    compact = compact && intIsCompact(rt, key);
  }
  if (type === rt.types.str) return STRINGS;
  if (compact) return SMALL_INTS;
  if (type === rt.types.float) return FLOATS;
  return richCompare === 0 ? SAFE : SAME_TYPE;
}

/** Whether v < w: 1, 0, -1 with an exception. v3.13.0 ISLT */
export function isLess(rt: Runtime, how: Comparison, v: Addr, w: Addr): number {
  return how.kind === TUPLES
    ? tuplesLess(rt, how, v, w)
    : keysLess(rt, how.kind, how.richCompare, v, w);
}

function keysLess(rt: Runtime, kind: number, richCompare: number, v: Addr, w: Addr): number {
  switch (kind) {
    case SMALL_INTS:
      return intCompactValue(rt, v) < intCompactValue(rt, w) ? 1 : 0;
    case STRINGS:
      return strCompare(rt, v, w) < 0 ? 1 : 0;
    case FLOATS:
      return rt.f64[(v + FLOAT_VALUE) >> 3]! < rt.f64[(w + FLOAT_VALUE) >> 3]! ? 1 : 0;
    case SAME_TYPE:
      return objectsLess(rt, richCompare, v, w);
    default:
      return richCompareBool(rt, v, w, LT);
  }
}

/** v3.13.0 unsafe_object_compare: straight to the type's comparison */
function objectsLess(rt: Runtime, richCompare: number, v: Addr, w: Addr): number {
  if (rt.i32[(rt.typeOf(v) + TP_RICHCOMPARE) >> 2] !== richCompare) {
    return richCompareBool(rt, v, w, LT);
  }
  const result: Addr = rt.fns[richCompare]!(rt, v, w, LT);
  if (result === 0) return -1;
  if (result === rt.notImplemented) {
    decref(rt, result);
    return richCompareBool(rt, v, w, LT);
  }
  const less = isTrue(rt, result);
  decref(rt, result);
  return less;
}

/** v3.13.0 unsafe_tuple_compare */
function tuplesLess(rt: Runtime, how: Comparison, v: Addr, w: Addr): number {
  const sizeV = tupleSize(rt, v);
  const sizeW = tupleSize(rt, w);
  let i = 0;
  for (; i < sizeV && i < sizeW; i++) {
    const same = richCompareBool(rt, tupleItem(rt, v, i), tupleItem(rt, w, i), EQ);
    if (same < 0) return -1;
    if (same === 0) break;
  }
  if (i >= sizeV || i >= sizeW) return sizeV < sizeW ? 1 : 0;
  const x = tupleItem(rt, v, i);
  const y = tupleItem(rt, w, i);
  return i === 0
    ? keysLess(rt, how.itemKind, how.richCompare, x, y)
    : richCompareBool(rt, x, y, LT);
}
