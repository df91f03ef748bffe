/** The methods and operators of set and frozenset. v3.13.0 Objects/setobject.c */
import type { Addr } from '../base/brand.ts';
import { setDummy } from './container-statics.ts';
import { errClear, errMatches, raise } from './errors.ts';
import { SET_ENTRY_SIZE, SET_FINGER } from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { notImplemented, raiseKeyError } from './object.ts';
import { instanceState } from './reduce-builtin.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { boolRef } from './sequence-compare.ts';
import {
  frozenCopy,
  genericAliasNew,
  setCopy,
  setDifferenceUpdate,
  setIsDisjoint,
  setIsSubset,
  setIsSuperset,
  setSymmetricDifference,
  setSymmetricUpdate,
} from './late-parts.ts';
import {
  isAnySet,
  isSet,
  setAdd,
  setClear,
  setContains,
  setDiscard,
  setLen,
  setMask,
  setTable,
  setUpdate,
  takeEntry,
} from './set.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';
import { classMethod, fast, type MethodSpec, noArgs, oneArg } from './type-spec.ts';
import {
  difference,
  differenceUpdate,
  frozensetCopy,
  intersectWith,
  intersection,
  intersectionUpdate,
  sizeOf,
  union,
} from './late-parts.ts';

export { setAnd, setOr, setSub, setXor } from './late-parts.ts';

function noneUnless(rt: Runtime, failed: number): Addr {
  return failed < 0 ? 0 : newRef(rt, rt.none);
}

// ---- one key ---------------------------------------------------------------------------------------

/**
 * Looks for a key; when the key is a set, which has no hash, for a frozenset of its items.
 * @param find 1, 0, -1 with an exception
 */
function findKey(
  rt: Runtime,
  set: Addr,
  key: Addr,
  find: (rt: Runtime, set: Addr, key: Addr) => number,
): number {
  const found = find(rt, set, key);
  if (found >= 0 || !isSet(rt, key) || !errMatches(rt, rt.exc.TypeError)) return found;
  errClear(rt);
  const frozen = frozenCopy(rt, key);
  if (frozen === 0) return -1;
  const again = find(rt, set, frozen);
  decref(rt, frozen);
  return again;
}

/** key in set. v3.13.0 set_contains */
export function setSqContains(rt: Runtime, set: Addr, key: Addr): number {
  return findKey(rt, set, key, setContains);
}

/** v3.13.0 set_remove */
function remove(rt: Runtime, set: Addr, key: Addr): Addr {
  const found = findKey(rt, set, key, setDiscard);
  if (found === 0) return raiseKeyError(rt, key);
  return noneUnless(rt, found);
}

/** v3.13.0 set_pop: the first item from the finger on, so that popping all takes linear time */
function pop(rt: Runtime, set: Addr): Addr {
  if (setLen(rt, set) === 0) return raise(rt, rt.exc.KeyError, 'pop from an empty set');
  const mask = setMask(rt, set);
  const table = setTable(rt, set);
  const dummy = setDummy(rt);
  let place = rt.size(set + SET_FINGER) & mask;
  for (;;) {
    const key = rt.ptr(table + SET_ENTRY_SIZE * place);
    if (key !== 0 && key !== dummy) {
      takeEntry(rt, set, table + SET_ENTRY_SIZE * place);
      rt.setSize(set + SET_FINGER, place + 1);
      return key;
    }
    place = place === mask ? 0 : place + 1;
  }
}

// ---- several iterables -----------------------------------------------------------------------------

function update(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  for (let i = 0; i < nargs; i++) {
    if (setUpdate(rt, set, rt.arg(argv, i)) < 0) return 0;
  }
  return newRef(rt, rt.none);
}

function truth(rt: Runtime, answer: number): Addr {
  return answer < 0 ? 0 : boolRef(rt, answer > 0);
}

// ---- operators: both operands must be sets -----------------------------------------------------------

type Change = (rt: Runtime, set: Addr, other: Addr) => number;

function inplace(change: Change) {
  return (rt: Runtime, set: Addr, other: Addr): Addr => {
    if (!isAnySet(rt, other)) return notImplemented(rt);
    return change(rt, set, other) < 0 ? 0 : newRef(rt, set);
  };
}

export const setInplaceOr = inplace(setUpdate);
export const setInplaceAnd = inplace(intersectWith);
export const setInplaceSub = inplace(setDifferenceUpdate);
export const setInplaceXor = inplace(setSymmetricUpdate);

// ---- the rest ----------------------------------------------------------------------------------------

/** v3.13.0 set___reduce___impl: (type, ([items],), state) */
function reduce(rt: Runtime, set: Addr): Addr {
  const list = listNew(rt, 0);
  if (list === 0 || listExtend(rt, list, set) < 0) {
    xdecref(rt, list);
    return 0;
  }
  const args = tupleNew(rt, 1);
  if (args === 0) {
    decref(rt, list);
    return 0;
  }
  tupleSetItem(rt, args, 0, list);
  const state = instanceState(rt, set);
  const result = state === 0 ? 0 : tupleNew(rt, 3);
  if (result === 0) {
    decref(rt, args);
    xdecref(rt, state);
    return 0;
  }
  tupleSetItem(rt, result, 0, newRef(rt, rt.typeOf(set)));
  tupleSetItem(rt, result, 1, args);
  tupleSetItem(rt, result, 2, state);
  return result;
}

/** What both types have. */
const commonMethods: Readonly<Record<string, MethodSpec>> = {
  __contains__: oneArg((rt, set, key) => truth(rt, setSqContains(rt, set, key))),
  __reduce__: noArgs(reduce),
  __sizeof__: noArgs(sizeOf),
  difference: fast(difference),
  intersection: fast(intersection),
  isdisjoint: oneArg((rt, set, other) => truth(rt, setIsDisjoint(rt, set, other))),
  issubset: oneArg((rt, set, other) => truth(rt, setIsSubset(rt, set, other))),
  issuperset: oneArg((rt, set, other) => truth(rt, setIsSuperset(rt, set, other))),
  symmetric_difference: oneArg(setSymmetricDifference),
  union: fast(union),
  __class_getitem__: classMethod(oneArg(genericAliasNew)),
};

export const frozensetMethods: Readonly<Record<string, MethodSpec>> = {
  ...commonMethods,
  copy: noArgs(frozensetCopy),
};

export const setMethods: Readonly<Record<string, MethodSpec>> = {
  ...commonMethods,
  add: oneArg((rt, set, key) => noneUnless(rt, setAdd(rt, set, key))),
  clear: noArgs((rt, set) => {
    setClear(rt, set);
    return newRef(rt, rt.none);
  }),
  copy: noArgs(setCopy),
  discard: oneArg((rt, set, key) => noneUnless(rt, findKey(rt, set, key, setDiscard))),
  difference_update: fast(differenceUpdate),
  intersection_update: fast(intersectionUpdate),
  pop: noArgs(pop),
  remove: oneArg(remove),
  symmetric_difference_update: oneArg((rt, set, other) =>
    noneUnless(rt, setSymmetricUpdate(rt, set, other)),
  ),
  update: fast(update),
};
