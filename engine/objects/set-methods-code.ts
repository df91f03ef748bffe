/** What few programs need of what set-methods.ts is about. */
import type { Addr } from '../base/brand.ts';
import { newInt } from './int.ts';
import {
  setCopy,
  setDifference,
  setDifferenceUpdate,
  setIntersection,
  setSymmetricDifference,
} from './late-parts.ts';
import { SET_ENTRY_SIZE, SET_SMALLTABLE, TP_BASICSIZE } from './layouts.ts';
import { notImplemented } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { swapBodies } from './set-swap.ts';
import { isAnySet, setMask, setTable, setUpdate } from './set.ts';

/** `result`, or 0 after dropping it when the change failed. */
function kept(rt: Runtime, result: Addr, status: number): Addr {
  if (status >= 0) return result;
  decref(rt, result);
  return 0;
}

/** v3.13.0 set_union_impl */
export function union(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  let result = setCopy(rt, set);
  for (let i = 0; result !== 0 && i < nargs; i++) {
    const other = rt.arg(argv, i);
    if (other !== set) result = kept(rt, result, setUpdate(rt, result, other));
  }
  return result;
}

/** v3.13.0 set_intersection_multi_impl */
export function intersection(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  if (nargs === 0) return setCopy(rt, set);
  let result = newRef(rt, set);
  for (let i = 0; result !== 0 && i < nargs; i++) {
    const next = setIntersection(rt, result, rt.arg(argv, i));
    decref(rt, result);
    result = next;
  }
  return result;
}

/** v3.13.0 set_intersection_update_multi_impl */
export function intersectionUpdate(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  const result = intersection(rt, set, argv, nargs);
  if (result === 0) return 0;
  swapBodies(rt, set, result);
  decref(rt, result);
  return newRef(rt, rt.none);
}

/** v3.13.0 set_difference_multi_impl */
export function difference(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  if (nargs === 0) return setCopy(rt, set);
  let result = setDifference(rt, set, rt.arg(argv, 0));
  for (let i = 1; result !== 0 && i < nargs; i++) {
    result = kept(rt, result, setDifferenceUpdate(rt, result, rt.arg(argv, i)));
  }
  return result;
}

export function differenceUpdate(rt: Runtime, set: Addr, argv: Addr, nargs: number): Addr {
  for (let i = 0; i < nargs; i++) {
    if (setDifferenceUpdate(rt, set, rt.arg(argv, i)) < 0) return 0;
  }
  return newRef(rt, rt.none);
}

/** v3.13.0 set_or */
export function setOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnySet(rt, a) || !isAnySet(rt, b)) return notImplemented(rt);
  const result = setCopy(rt, a);
  return result === 0 || a === b ? result : kept(rt, result, setUpdate(rt, result, b));
}

/** v3.13.0 set_and */
export function setAnd(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnySet(rt, a) || !isAnySet(rt, b)) return notImplemented(rt);
  return setIntersection(rt, a, b);
}

/** v3.13.0 set_sub */
export function setSub(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnySet(rt, a) || !isAnySet(rt, b)) return notImplemented(rt);
  return setDifference(rt, a, b);
}

/** v3.13.0 set_xor */
export function setXor(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnySet(rt, a) || !isAnySet(rt, b)) return notImplemented(rt);
  return setSymmetricDifference(rt, a, b);
}

/** v3.13.0 set_iand */
export function intersectWith(rt: Runtime, set: Addr, other: Addr): number {
  const result = setIntersection(rt, set, other);
  if (result === 0) return -1;
  swapBodies(rt, set, result);
  decref(rt, result);
  return 0;
}

/** v3.13.0 set___sizeof___impl */
export function sizeOf(rt: Runtime, set: Addr): Addr {
  const own = rt.size(rt.typeOf(set) + TP_BASICSIZE);
  const small = setTable(rt, set) === set + SET_SMALLTABLE;
  return newInt(rt, small ? own : own + SET_ENTRY_SIZE * (setMask(rt, set) + 1));
}

/** v3.13.0 frozenset_copy_impl */
export function frozensetCopy(rt: Runtime, set: Addr): Addr {
  return rt.typeOf(set) === rt.types.frozenset ? newRef(rt, set) : setCopy(rt, set);
}
