/** What dict.keys() and dict.items() have of a set. v3.13.0 Objects/dictobject.c dictviews_* */
import type { Addr } from '../base/brand.ts';
import { dictOfView, viewItemsContains, viewKeysContains, viewLen } from './dict-views.ts';
import { dictCopy, dictDelItem, dictGetItem, dictLen, dictNext } from './dict.ts';
import { errOccurred } from './errors.ts';
import {
  contains,
  EQ,
  getIter,
  iterNext,
  lengthOf,
  NE,
  notImplemented,
  richCompareBool,
} from './object.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { boolRef } from './sequence-compare.ts';
import { setDifferenceUpdate, setIntersection, setSymmetricUpdate } from './set-algebra.ts';
import { isAnySet, setAdd, setNew, setUpdate } from './set.ts';
import { tuplePack } from './tuple.ts';

/** v3.13.0 PyDictViewSet_Check */
function isViewSet(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return type === rt.types.dictKeys || type === rt.types.dictItems;
}

/** A set of the items. v3.13.0 dictviews_to_set */
function toSet(rt: Runtime, p: Addr): Addr {
  if (rt.typeOf(p) !== rt.types.dictKeys) return setNew(rt, p);
  const dict = dictOfView(rt, p);
  return setNew(rt, rt.typeOf(dict) === rt.types.dict ? dict : p);
}

/** A set of `a`, changed by `change`; 0 with an exception. */
function changed(
  rt: Runtime,
  a: Addr,
  b: Addr,
  change: (rt: Runtime, set: Addr, other: Addr) => number,
): Addr {
  const set = toSet(rt, a);
  if (set === 0 || change(rt, set, b) === 0) return set;
  decref(rt, set);
  return 0;
}

/** v3.13.0 dictviews_sub */
export function viewSubtract(rt: Runtime, a: Addr, b: Addr): Addr {
  return changed(rt, a, b, setDifferenceUpdate);
}

/** v3.13.0 dictviews_or */
export function viewOr(rt: Runtime, a: Addr, b: Addr): Addr {
  return changed(rt, a, b, setUpdate);
}

/** v3.13.0 dictviews_xor */
export function viewXor(rt: Runtime, a: Addr, b: Addr): Addr {
  const items = rt.types.dictItems;
  if (rt.typeOf(a) === items && rt.typeOf(b) === items) return itemsXor(rt, a, b);
  return changed(rt, a, b, setSymmetricUpdate);
}

/** Items of either dict that the other has not, without hashing values that both have. dictitems_xor */
function itemsXor(rt: Runtime, a: Addr, b: Addr): Addr {
  let small = dictOfView(rt, a);
  let large = dictOfView(rt, b);
  if (dictLen(rt, small) > dictLen(rt, large)) [small, large] = [large, small];
  const rest = dictCopy(rt, small);
  if (rest === 0) return 0;
  const result = setNew(rt, 0);
  let status = result === 0 ? -1 : 0;
  for (let at = dictNext(rt, large, 0); status === 0 && at !== 0; at = dictNext(rt, large, at)) {
    const key = newRef(rt, rt.dictKey);
    const value = newRef(rt, rt.dictValue);
    status = xorItem(rt, rest, result, key, value);
    decref(rt, key);
    decref(rt, value);
  }
  for (let at = dictNext(rt, rest, 0); status === 0 && at !== 0; at = dictNext(rt, rest, at)) {
    status = addPair(rt, result, rt.dictKey, rt.dictValue);
  }
  decref(rt, rest);
  if (status === 0) return result;
  if (result !== 0) decref(rt, result);
  return 0;
}

function xorItem(rt: Runtime, rest: Addr, result: Addr, key: Addr, value: Addr): number {
  const other = dictGetItem(rt, rest, key);
  if (other === 0) return errOccurred(rt) ? -1 : addPair(rt, result, key, value);
  incref(rt, other);
  const same = richCompareBool(rt, other, value, EQ);
  decref(rt, other);
  if (same < 0) return -1;
  return same > 0 ? dictDelItem(rt, rest, key) : addPair(rt, result, key, value);
}

function addPair(rt: Runtime, set: Addr, key: Addr, value: Addr): number {
  const pair = tuplePack(rt, key, value);
  if (pair === 0) return -1;
  const status = setAdd(rt, set, pair);
  decref(rt, pair);
  return status;
}

/** v3.13.0 _PyDictView_Intersect */
export function viewAnd(rt: Runtime, a: Addr, b: Addr): Addr {
  let view = a;
  let other = b;
  if (!isViewSet(rt, view)) [view, other] = [other, view];
  const n = viewLen(rt, view);
  if (rt.typeOf(other) === rt.types.set && n <= lengthOf(rt, other)) {
    return setIntersection(rt, other, view);
  }
  if (isViewSet(rt, other) && viewLen(rt, other) > n) [view, other] = [other, view];
  const result = setNew(rt, 0);
  if (result === 0) return 0;
  const it = getIter(rt, other);
  if (it === 0) {
    decref(rt, result);
    return 0;
  }
  let status = 0;
  while (status === 0) {
    const key = iterNext(rt, it);
    if (key === 0) break;
    const has = viewContains(rt, view, key);
    status = has < 0 ? -1 : has > 0 ? setAdd(rt, result, key) : 0;
    decref(rt, key);
  }
  decref(rt, it);
  if (status === 0 && !errOccurred(rt)) return result;
  decref(rt, result);
  return 0;
}

function viewContains(rt: Runtime, view: Addr, key: Addr): number {
  return rt.typeOf(view) === rt.types.dictKeys
    ? viewKeysContains(rt, view, key)
    : viewItemsContains(rt, view, key);
}

/** Whether every item of `a` is in `b`: 1, 0, -1 with an exception. v3.13.0 all_contained_in */
function allIn(rt: Runtime, a: Addr, b: Addr): number {
  const it = getIter(rt, a);
  if (it === 0) return -1;
  let result = 1;
  while (result > 0) {
    const item = iterNext(rt, it);
    if (item === 0) {
      if (errOccurred(rt)) result = -1;
      break;
    }
    result = contains(rt, b, item);
    decref(rt, item);
  }
  decref(rt, it);
  return result;
}

/** v3.13.0 dictview_richcompare */
export function viewRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isAnySet(rt, b) && !isViewSet(rt, b)) return notImplemented(rt);
  const sizeA = lengthOf(rt, a);
  const sizeB = lengthOf(rt, b);
  if (sizeA < 0 || sizeB < 0) return 0;
  let result = 0;
  if (op === EQ || op === NE) {
    if (sizeA === sizeB) result = allIn(rt, a, b);
    if (op === NE && result >= 0) result = result > 0 ? 0 : 1;
  } else if (op === 0 || op === 1) {
    if (op === 0 ? sizeA < sizeB : sizeA <= sizeB) result = allIn(rt, a, b);
  } else if (op === 4 ? sizeA > sizeB : sizeA >= sizeB) result = allIn(rt, b, a);
  return result < 0 ? 0 : boolRef(rt, result > 0);
}

/** v3.13.0 dictviews_isdisjoint */
export function viewIsDisjoint(rt: Runtime, a: Addr, b: Addr): Addr {
  if (a === b) return boolRef(rt, viewLen(rt, a) === 0);
  let seen = a;
  let through = b;
  const type = rt.typeOf(b);
  if (type === rt.types.set || type === rt.types.frozenset || isViewSet(rt, b)) {
    if (lengthOf(rt, b) > viewLen(rt, a)) [seen, through] = [through, seen];
  }
  const it = getIter(rt, through);
  if (it === 0) return 0;
  let found = 0;
  while (found === 0) {
    const item = iterNext(rt, it);
    if (item === 0) break;
    found = contains(rt, seen, item);
    decref(rt, item);
  }
  decref(rt, it);
  return found < 0 || errOccurred(rt) ? 0 : boolRef(rt, found === 0);
}
