/** Union, intersection, difference, symmetric difference, subsets. v3.13.0 Objects/setobject.c */
import type { Addr } from '../base/brand.ts';
import { dictContainsKnownHash, dictHashBefore, dictLen, dictNext, keyHash } from './dict.ts';
import { errOccurred } from './errors.ts';
import { SET_FILL } from './layouts.ts';
import { EQ, getIter, iterNext, NE, notImplemented } from './object.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { boolRef } from './sequence-compare.ts';
import { cachedHash } from './set-hash.ts';
import {
  isAnySet,
  makeNewSet,
  makeNewSetBase,
  setAddEntry,
  setClear,
  setContains,
  setContainsEntry,
  setDiscard,
  setDiscardEntry,
  setHashBefore,
  setLen,
  setMask,
  setNext,
  setResize,
} from './set.ts';

/** What is done with each key of an iterable: 0 go on, 1 stop, -1 with an exception. */
type Step = (rt: Runtime, key: Addr) => number;

/** Goes through any iterable. @returns -1 with an exception */
function each(rt: Runtime, iterable: Addr, step: Step): number {
  const it = getIter(rt, iterable);
  if (it === 0) return -1;
  let status = 0;
  while (status === 0) {
    const key = iterNext(rt, it);
    if (key === 0) {
      if (errOccurred(rt)) status = -1;
      break;
    }
    status = step(rt, key);
    decref(rt, key);
  }
  decref(rt, it);
  return status < 0 ? -1 : 0;
}

/** What is done with each entry of a set: 0 go on, 1 stop, -1 with an exception. */
type EntryStep = (rt: Runtime, key: Addr, hash: number, hashHigh: number) => number;

/** Goes through a set, holding each key meanwhile. @returns what the last step returned */
function eachEntry(rt: Runtime, set: Addr, step: EntryStep): number {
  for (let at = setNext(rt, set, 0); at !== 0; at = setNext(rt, set, at)) {
    const key = rt.dictKey;
    incref(rt, key);
    const low = setHashBefore(rt, set, at);
    const status = step(rt, key, low, rt.hashHigh);
    decref(rt, key);
    if (status !== 0) return status;
  }
  return 0;
}

/** `result` when the work went well; else drops it. @returns result or 0 */
function kept(rt: Runtime, result: Addr, status: number): Addr {
  if (status >= 0) return result;
  decref(rt, result);
  return 0;
}

/** An empty set of the same base type. */
function emptyLike(rt: Runtime, set: Addr): Addr {
  return makeNewSetBase(rt, rt.typeOf(set), 0);
}

/** set.copy(). v3.13.0 set_copy_impl */
export function setCopy(rt: Runtime, set: Addr): Addr {
  return makeNewSetBase(rt, rt.typeOf(set), set);
}

/** v3.13.0 set_intersection */
export function setIntersection(rt: Runtime, set: Addr, other: Addr): Addr {
  if (set === other) return setCopy(rt, set);
  const result = emptyLike(rt, set);
  if (result === 0) return 0;
  if (isAnySet(rt, other)) {
    const swap = setLen(rt, other) > setLen(rt, set);
    const large = swap ? other : set;
    const small = swap ? set : other;
    const status = eachEntry(rt, small, (rt2, key, low, high) => {
      const has = setContainsEntry(rt2, large, key, low, high);
      return has > 0 ? setAddEntry(rt2, result, key, low, high) : has;
    });
    return kept(rt, result, status);
  }
  const status = each(rt, other, (rt2, key) => {
    const low = keyHash(rt2, key);
    const high = rt2.hashHigh;
    if (low === -1 && high === -1) return -1;
    const has = setContainsEntry(rt2, set, key, low, high);
    if (has <= 0) return has;
    if (setAddEntry(rt2, result, key, low, high) < 0) return -1;
    return setLen(rt2, result) >= setLen(rt2, set) ? 1 : 0; // there can be no more
  });
  return kept(rt, result, status);
}

/** set.difference_update(other): 0, -1 with an exception. v3.13.0 set_difference_update_internal */
export function setDifferenceUpdate(rt: Runtime, set: Addr, other: Addr): number {
  if (set === other) {
    setClear(rt, set);
    return 0;
  }
  const status = isAnySet(rt, other)
    ? discardAll(rt, set, other)
    : each(rt, other, (rt2, key) => (setDiscard(rt2, set, key) < 0 ? -1 : 0));
  if (status < 0) return -1;
  // more than a quarter of the places are dummies: be rid of them
  if (rt.size(set + SET_FILL) - setLen(rt, set) <= Math.floor(setMask(rt, set) / 4)) return 0;
  const used = setLen(rt, set);
  return setResize(rt, set, used > 50000 ? used * 2 : used * 4);
}

/** A much larger other set is first cut down to what both have. */
function discardAll(rt: Runtime, set: Addr, other: Addr): number {
  const cut = setLen(rt, other) >> 3 > setLen(rt, set);
  const keys = cut ? setIntersection(rt, set, other) : newRef(rt, other);
  if (keys === 0) return -1;
  const status = eachEntry(rt, keys, (rt2, key, low, high) =>
    setDiscardEntry(rt2, set, key, low, high) < 0 ? -1 : 0,
  );
  decref(rt, keys);
  return status;
}

/** v3.13.0 set_difference */
export function setDifference(rt: Runtime, set: Addr, other: Addr): Addr {
  const isDict = rt.typeOf(other) === rt.types.dict;
  const size = isDict ? dictLen(rt, other) : isAnySet(rt, other) ? setLen(rt, other) : -1;
  if (size < 0 || setLen(rt, set) >> 2 > size) {
    const result = setCopy(rt, set);
    return result === 0 ? 0 : kept(rt, result, setDifferenceUpdate(rt, result, other));
  }
  const result = emptyLike(rt, set);
  if (result === 0) return 0;
  const status = eachEntry(rt, set, (rt2, key, low, high) => {
    const has = isDict
      ? dictContainsKnownHash(rt2, other, key, low, high)
      : setContainsEntry(rt2, other, key, low, high);
    return has === 0 ? setAddEntry(rt2, result, key, low, high) : has < 0 ? -1 : 0;
  });
  return kept(rt, result, status);
}

/** set.symmetric_difference_update(other): 0, -1. v3.13.0 set_symmetric_difference_update */
export function setSymmetricUpdate(rt: Runtime, set: Addr, other: Addr): number {
  if (set === other) {
    setClear(rt, set);
    return 0;
  }
  const toggle: EntryStep = (rt2, key, low, high) => {
    const found = setDiscardEntry(rt2, set, key, low, high);
    return found === 0 ? setAddEntry(rt2, set, key, low, high) : found < 0 ? -1 : 0;
  };
  if (rt.typeOf(other) === rt.types.dict) {
    for (let at = dictNext(rt, other, 0); at !== 0; at = dictNext(rt, other, at)) {
      const key = newRef(rt, rt.dictKey);
      const low = dictHashBefore(rt, other, at);
      const status = toggle(rt, key, low, rt.hashHigh);
      decref(rt, key);
      if (status < 0) return -1;
    }
    return 0;
  }
  const keys = isAnySet(rt, other) ? newRef(rt, other) : makeNewSetBase(rt, rt.typeOf(set), other);
  if (keys === 0) return -1;
  const status = eachEntry(rt, keys, toggle);
  decref(rt, keys);
  return status;
}

/** v3.13.0 set_symmetric_difference */
export function setSymmetricDifference(rt: Runtime, set: Addr, other: Addr): Addr {
  const result = makeNewSetBase(rt, rt.typeOf(set), other);
  return result === 0 ? 0 : kept(rt, result, setSymmetricUpdate(rt, result, set));
}

// ---- questions -----------------------------------------------------------------------------------

/** 1, 0, -1 with an exception. v3.13.0 set_issubset */
export function setIsSubset(rt: Runtime, set: Addr, other: Addr): number {
  if (!isAnySet(rt, other)) {
    const common = setIntersection(rt, set, other);
    if (common === 0) return -1;
    const result = setLen(rt, common) === setLen(rt, set) ? 1 : 0;
    decref(rt, common);
    return result;
  }
  if (setLen(rt, set) > setLen(rt, other)) return 0;
  const missing = eachEntry(rt, set, (rt2, key, low, high) => {
    const has = setContainsEntry(rt2, other, key, low, high);
    return has < 0 ? -1 : has === 0 ? 1 : 0;
  });
  return missing < 0 ? -1 : 1 - missing;
}

/** 1, 0, -1 with an exception. v3.13.0 set_issuperset */
export function setIsSuperset(rt: Runtime, set: Addr, other: Addr): number {
  if (isAnySet(rt, other)) return setIsSubset(rt, other, set);
  let result = 1;
  const status = each(rt, other, (rt2, key) => {
    result = setContains(rt2, set, key);
    return result < 0 ? -1 : result === 0 ? 1 : 0;
  });
  return status < 0 ? -1 : result;
}

/** 1, 0, -1 with an exception. v3.13.0 set_isdisjoint */
export function setIsDisjoint(rt: Runtime, set: Addr, other: Addr): number {
  if (set === other) return setLen(rt, set) === 0 ? 1 : 0;
  const type = rt.typeOf(other);
  let found = 0;
  if (type === rt.types.set || type === rt.types.frozenset) {
    const swap = setLen(rt, other) > setLen(rt, set);
    const large = swap ? other : set;
    found = eachEntry(rt, swap ? set : other, (rt2, key, low, high) =>
      setContainsEntry(rt2, large, key, low, high),
    );
  } else {
    const status = each(rt, other, (rt2, key) => (found = setContains(rt2, set, key)));
    if (status < 0) return -1;
  }
  return found < 0 ? -1 : 1 - found;
}

/** v3.13.0 set_richcompare */
export function setRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isAnySet(rt, b)) return notImplemented(rt);
  const sizeA = setLen(rt, a);
  const sizeB = setLen(rt, b);
  let result = 0;
  if (op === EQ || op === NE) {
    if (sizeA === sizeB && !hashesDiffer(rt, a, b)) result = setIsSubset(rt, a, b);
    if (op === NE && result >= 0) result = 1 - result;
  } else if (op < EQ) {
    if (op === 1 || sizeA < sizeB) result = setIsSubset(rt, a, b);
  } else if (op === 5 || sizeA > sizeB) result = setIsSubset(rt, b, a);
  return result < 0 ? 0 : boolRef(rt, result > 0);
}

/** Whether both know their hash, and not the same. */
function hashesDiffer(rt: Runtime, a: Addr, b: Addr): boolean {
  const lowA = cachedHash(rt, a);
  const highA = rt.hashHigh;
  const lowB = cachedHash(rt, b);
  const highB = rt.hashHigh;
  if ((lowA === -1 && highA === -1) || (lowB === -1 && highB === -1)) return false;
  return lowA !== lowB || highA !== highB;
}

/** A new frozenset of a set's items, to look for a set among keys. */
export function frozenCopy(rt: Runtime, set: Addr): Addr {
  return makeNewSet(rt, rt.types.frozenset, set);
}
