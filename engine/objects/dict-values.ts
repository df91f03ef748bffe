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
 * Where the values are always a block of their own (profile.instances.kind 'block'), the first six
 * bytes of the order stand at +2, and the rest behind the values. NOT CPYTHON: there the order comes
 * before them, backwards; the bytes are as many. Before that ('dict') there is only the array, and
 * the order is that of the shared keys. v3.13.0 Include/internal/pycore_dict.h struct _dictvalues
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import { incref, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

export const DV_CAPACITY = 0;
export const DV_SIZE = 1;
const DV_EMBEDDED = 2;
const DV_VALID = 3;

/** Bytes of the struct with its order. v3.13.0 new_values, _PyInlineValuesSize */
export function valuesBytes(rt: Runtime, capacity: number): Bytes {
  const { valuesHeader, valuesOrderInHeader } = rt.layout;
  if (valuesHeader === 0) return 8 * capacity;
  const order = capacity > valuesOrderInHeader ? capacity - valuesOrderInHeader : 0;
  return ((order + 7) & ~7) + (capacity + 1) * 8;
}

/** How many values there is room for, given the usable entries of the shared keys. */
export function valuesCapacity(rt: Runtime, values: Addr, usable: number): number {
  return rt.layout.valuesHeader === 0 ? usable : rt.u8[values + DV_CAPACITY]!;
}

/** Whether the values lie in an instance, which then owns them. */
export function valuesEmbedded(rt: Runtime, values: Addr): boolean {
  return rt.profile.instances.kind === 'inline' && rt.u8[values + DV_EMBEDDED] !== 0;
}

/** Whether values in an instance are still its attributes. */
export function valuesValid(rt: Runtime, values: Addr): boolean {
  return rt.u8[values + DV_VALID] !== 0;
}

/** From now on the attributes stand in a dict. */
export function invalidateValues(rt: Runtime, values: Addr): void {
  rt.u8[values + DV_VALID] = 0;
}

/** Writes the head of values that are all NULL. */
export function fillValues(
  rt: Runtime,
  values: Addr,
  capacity: number,
  embedded: number,
  valid: number,
): void {
  let i = values >> 2;
  if (rt.layout.valuesHeader !== 0) {
    const flags = rt.layout.valuesOrderInHeader === 0 ? (embedded << 16) | (valid << 24) : 0;
    rt.i32[i] = capacity | flags;
    rt.i32[i + 1] = 0;
    i += 2;
  }
  rt.i32.fill(0, i, i + 2 * capacity);
}

/** A block of values, all NULL; 0 with MemoryError. v3.13.0 new_values */
export function newValues(rt: Runtime, capacity: number): Addr {
  const values = rt.mem.malloc(valuesBytes(rt, capacity));
  if (values === 0) return noMemory(rt);
  fillValues(rt, values, capacity, 0, 1);
  return values;
}

/** A block with the same values, not counted again. v3.13.0 copy_values */
export function copyValues(rt: Runtime, values: Addr, capacity: number): Addr {
  const copy = newValues(rt, capacity);
  if (copy === 0) return 0;
  const header = rt.layout.valuesHeader;
  const bytes = valuesBytes(rt, capacity);
  rt.u8.copyWithin(copy + header, values + header, values + bytes);
  if (header !== 0) rt.u8[copy + DV_SIZE] = rt.u8[values + DV_SIZE]!;
  const inHeader = rt.layout.valuesOrderInHeader;
  if (inHeader !== 0) rt.u8.copyWithin(copy + 2, values + 2, values + 2 + inHeader);
  return copy;
}

/** Value `ix`, borrowed, 0 when not set. */
export function valueAt(rt: Runtime, values: Addr, ix: number): Addr {
  return rt.i32[((values + rt.layout.valuesHeader) >> 2) + 2 * ix]!;
}

/** Writes value `ix`; counts nothing. */
export function setValueAt(rt: Runtime, values: Addr, ix: number, value: Addr): void {
  rt.setPtr(values + rt.layout.valuesHeader + 8 * ix, value);
}

/** Address of byte `i` of the order. */
function orderByte(rt: Runtime, values: Addr, i: number): Addr {
  const inHeader = rt.layout.valuesOrderInHeader;
  return i < inHeader ? values + 2 + i : values + 8 + 8 * rt.u8[values]! + i - inHeader;
}

/** The number of the value that came `i`-th. v3.13.0 get_index_from_order */
export function orderAt(rt: Runtime, values: Addr, i: number): number {
  return rt.layout.valuesHeader === 0 ? i : rt.u8[orderByte(rt, values, i)]!;
}

/** v3.13.0 _PyDictValues_AddToInsertionOrder */
export function addToOrder(rt: Runtime, values: Addr, ix: number): void {
  if (rt.layout.valuesHeader === 0) return;
  const size = rt.u8[values + DV_SIZE]!;
  rt.u8[orderByte(rt, values, size)] = ix;
  rt.u8[values + DV_SIZE] = size + 1;
}

/** v3.13.0 delete_index_from_values */
export function removeFromOrder(rt: Runtime, values: Addr, ix: number): void {
  const last = rt.u8[values + DV_SIZE]! - 1;
  let i = 0;
  while (rt.u8[orderByte(rt, values, i)] !== ix) i++;
  for (; i < last; i++) {
    rt.u8[orderByte(rt, values, i)] = rt.u8[orderByte(rt, values, i + 1)]!;
  }
  rt.u8[values + DV_SIZE] = last;
}

/** Counts every value once more. */
export function increfValues(rt: Runtime, values: Addr, capacity: number): void {
  for (let ix = 0; ix < capacity; ix++) {
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
