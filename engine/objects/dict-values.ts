/**
 * The values of a dict whose keys are shared (a split table): one pointer for each shared key, and
 * the order in which this dict got them.
 *
 *     +0   capacity   values there is room for
 *     +1   size       values that are set
 *     +2   embedded   1: they lie in an instance, 0: in a block of their own
 *     +3   valid      0: the instance's attributes have moved to a dict
 *     +8   values[capacity], NULL when not set
 *     ...  order[capacity], one byte each, rounded up to 8
 *
 * v3.13.0 Include/internal/pycore_dict.h struct _dictvalues
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import { incref, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

export const DV_CAPACITY = 0;
export const DV_SIZE = 1;
export const DV_EMBEDDED = 2;
export const DV_VALID = 3;
export const DV_VALUES = 8;

/** Bytes of the struct with its order. v3.13.0 new_values, _PyInlineValuesSize */
export function valuesBytes(capacity: number): Bytes {
  return ((capacity + 7) & ~7) + (capacity + 1) * 8;
}

/** Writes the head of values that are all NULL. */
export function fillValues(
  rt: Runtime,
  values: Addr,
  capacity: number,
  embedded: number,
  valid: number,
): void {
  const i = values >> 2;
  rt.i32[i] = capacity | (embedded << 16) | (valid << 24);
  rt.i32[i + 1] = 0;
  rt.i32.fill(0, i + 2, i + 2 + 2 * capacity);
}

/** A block of values, all NULL; 0 with MemoryError. v3.13.0 new_values */
export function newValues(rt: Runtime, capacity: number): Addr {
  const values = rt.obj.malloc(valuesBytes(capacity));
  if (values === 0) return noMemory(rt);
  fillValues(rt, values, capacity, 0, 1);
  return values;
}

/** A block with the same values, not counted again. v3.13.0 copy_values */
export function copyValues(rt: Runtime, values: Addr): Addr {
  const capacity = rt.u8[values]!;
  const copy = newValues(rt, capacity);
  if (copy === 0) return 0;
  rt.u8[copy + DV_SIZE] = rt.u8[values + DV_SIZE]!;
  rt.u8.copyWithin(copy + DV_VALUES, values + DV_VALUES, values + DV_VALUES + 9 * capacity);
  return copy;
}

/** Value `ix`, borrowed, 0 when not set. */
export function valueAt(rt: Runtime, values: Addr, ix: number): Addr {
  return rt.i32[((values + DV_VALUES) >> 2) + 2 * ix]!;
}

/** Writes value `ix`; counts nothing. */
export function setValueAt(rt: Runtime, values: Addr, ix: number, value: Addr): void {
  rt.setPtr(values + DV_VALUES + 8 * ix, value);
}

/** The number of the value that came `i`-th. v3.13.0 get_index_from_order */
export function orderAt(rt: Runtime, values: Addr, i: number): number {
  return rt.u8[values + DV_VALUES + 8 * rt.u8[values]! + i]!;
}

/** v3.13.0 _PyDictValues_AddToInsertionOrder */
export function addToOrder(rt: Runtime, values: Addr, ix: number): void {
  const u8 = rt.u8;
  const size = u8[values + DV_SIZE]!;
  u8[values + DV_VALUES + 8 * u8[values]! + size] = ix;
  u8[values + DV_SIZE] = size + 1;
}

/** v3.13.0 delete_index_from_values */
export function removeFromOrder(rt: Runtime, values: Addr, ix: number): void {
  const u8 = rt.u8;
  const order = values + DV_VALUES + 8 * u8[values]!;
  const end = order + u8[values + DV_SIZE]!;
  const at = u8.indexOf(ix, order);
  u8.copyWithin(at, at + 1, end);
  u8[values + DV_SIZE] = end - order - 1;
}

/** Counts every value once more. */
export function increfValues(rt: Runtime, values: Addr): void {
  for (let ix = 0, n = rt.u8[values]!; ix < n; ix++) {
    const value = valueAt(rt, values, ix);
    if (value !== 0) incref(rt, value);
  }
}

/** Sets the first `n` values to NULL, one after the other, and drops each. */
export function clearValues(rt: Runtime, values: Addr, n: number): void {
  for (let ix = 0; ix < n; ix++) {
    const value = valueAt(rt, values, ix);
    setValueAt(rt, values, ix, 0);
    xdecref(rt, value);
  }
}
