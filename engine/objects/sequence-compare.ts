/** Comparing rows of items: what list and tuple share. v3.13.0 list_richcompare, tuplerichcompare */
import type { Addr } from '../base/brand.ts';
import { EQ, NE, richCompareBool } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** True or False, a new reference. */
export function boolRef(rt: Runtime, condition: boolean): Addr {
  return newRef(rt, condition ? rt.true : rt.false);
}

/** Two lengths compared by an operator, a new reference. v3.13.0 Py_RETURN_RICHCOMPARE */
export function compareSizes(rt: Runtime, a: number, b: number, op: number): Addr {
  switch (op) {
    case 0:
      return boolRef(rt, a < b);
    case 1:
      return boolRef(rt, a <= b);
    case 2:
      return boolRef(rt, a === b);
    case 3:
      return boolRef(rt, a !== b);
    case 4:
      return boolRef(rt, a > b);
    default:
      return boolRef(rt, a >= b);
  }
}

/**
 * Whether two items are equal while their containers might lose them.
 * @returns 1, 0, -1 with an exception
 */
export function itemsEqual(rt: Runtime, a: Addr, b: Addr): number {
  if (a === b) return 1;
  newRef(rt, a);
  newRef(rt, b);
  const same = richCompareBool(rt, a, b, EQ);
  decref(rt, a);
  decref(rt, b);
  return same;
}

/**
 * Whether an item equals a value that the caller keeps, while the container might lose the item.
 * @returns 1, 0, -1 with an exception
 */
export function itemEquals(rt: Runtime, item: Addr, value: Addr): number {
  if (item === value) return 1;
  newRef(rt, item);
  const same = richCompareBool(rt, item, value, EQ);
  decref(rt, item);
  return same;
}

/** Whether only equality is asked. */
export function asksEquality(op: number): boolean {
  return op === EQ || op === NE;
}
