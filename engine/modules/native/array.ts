/**
 * array.array: numbers of one kind in a block of their own.
 *
 *     +16  ob_size      items
 *     +24  ob_item      owned block, NULL when empty
 *     +32  allocated    items that the block has room for
 *     +40  ob_descr     the type code's character
 *     +48  weakreflist
 *     +56  ob_exports
 *
 * Here: the structure. What Python sees stands in array-type.ts. v3.13.0 Modules/arraymodule.c
 */
import type { Addr } from '../../base/brand.ts';
import { errOccurred, noMemory, raise, raiseInt } from '../../objects/errors.ts';
import { asDouble, newFloat } from '../../objects/float.ts';
import { intToBigInt, newInt, newIntFromBigInt } from '../../objects/int.ts';
import { numberIndex } from '../../objects/object.ts';
import { fillBuffer } from '../../objects/py-buffer.ts';
import { decref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { isStr, newStr, strLength, strReadChar } from '../../objects/strings.ts';

const ITEMS = 24;
const ALLOCATED = 32;
const CODE = 40;
export const ARRAY_WEAKREFLIST = 48;
const EXPORTS = 56;
export const ARRAY_SIZE = 64;

/** A type code: bytes of an item, kind of number, its name in messages. */
export interface Descr {
  readonly bytes: number;
  readonly kind: 'signed' | 'unsigned' | 'float' | 'char';
  readonly name: string;
}

/** v3.13.0 descriptors */
export const DESCRS: Readonly<Record<string, Descr>> = {
  b: { bytes: 1, kind: 'signed', name: 'signed char' },
  B: { bytes: 1, kind: 'unsigned', name: 'unsigned byte integer' },
  u: { bytes: 4, kind: 'char', name: 'unicode character' },
  w: { bytes: 4, kind: 'char', name: 'unicode character' },
  h: { bytes: 2, kind: 'signed', name: 'signed short integer' },
  H: { bytes: 2, kind: 'unsigned', name: 'unsigned short' },
  i: { bytes: 4, kind: 'signed', name: 'signed integer' },
  I: { bytes: 4, kind: 'unsigned', name: 'unsigned int' },
  l: { bytes: 8, kind: 'signed', name: 'long' },
  L: { bytes: 8, kind: 'unsigned', name: 'unsigned long' },
  q: { bytes: 8, kind: 'signed', name: 'long long' },
  Q: { bytes: 8, kind: 'unsigned', name: 'unsigned long long' },
  f: { bytes: 4, kind: 'float', name: 'float' },
  d: { bytes: 8, kind: 'float', name: 'double' },
};

export function arrayLen(rt: Runtime, array: Addr): number {
  return rt.size(array + 16);
}

export function arrayCode(rt: Runtime, array: Addr): string {
  return String.fromCharCode(rt.size(array + CODE));
}

export function setCode(rt: Runtime, array: Addr, code: string): void {
  rt.setSize(array + CODE, code.charCodeAt(0));
}

export function arrayDescr(rt: Runtime, array: Addr): Descr {
  return DESCRS[arrayCode(rt, array)]!;
}

export function arrayItems(rt: Runtime, array: Addr): Addr {
  return rt.ptr(array + ITEMS);
}

export function arrayAllocated(rt: Runtime, array: Addr): number {
  return rt.size(array + ALLOCATED);
}

/** A view of an item's bytes. */
function view(rt: Runtime): DataView {
  return new DataView(rt.u8.buffer);
}

/** Whether its size may change: no memoryview looks at it. Else BufferError. */
export function arrayCanResize(rt: Runtime, array: Addr): boolean {
  if (rt.size(array + EXPORTS) === 0) return true;
  raise(rt, rt.exc.BufferError, 'cannot resize an array that is exporting buffers');
  return false;
}

/** Room for `size` items, with spare places as it grows. -1 with MemoryError. v3.13.0 array_resize */
export function arrayResize(rt: Runtime, array: Addr, size: number): number {
  const { bytes } = arrayDescr(rt, array);
  const old = arrayLen(rt, array);
  if (size !== old && !arrayCanResize(rt, array)) return -1;
  const items = arrayItems(rt, array);
  if (arrayAllocated(rt, array) >= size && old < size + 16 && items !== 0) {
    rt.setSize(array + 16, size);
    return 0;
  }
  if (size === 0) {
    if (items !== 0) rt.mem.free(items);
    rt.setPtr(array + ITEMS, 0);
    rt.setSize(array + 16, 0);
    rt.setSize(array + ALLOCATED, 0);
    return 0;
  }
  const room = (size >> 4) + (old < 8 ? 3 : 7) + size;
  const block = items === 0 ? rt.mem.malloc(room * bytes) : rt.mem.realloc(items, room * bytes);
  if (block === 0) {
    noMemory(rt);
    return -1;
  }
  rt.setPtr(array + ITEMS, block);
  rt.setSize(array + 16, size);
  rt.setSize(array + ALLOCATED, room);
  return 0;
}

/** v3.13.0 array_buffer_getbuf */
export function arrayGetBuffer(rt: Runtime, array: Addr, view: Addr, flags: number): number {
  const code = arrayCode(rt, array);
  const loan = {
    buf: arrayItems(rt, array),
    count: arrayLen(rt, array),
    itemsize: arrayDescr(rt, array).bytes,
    format: code === 'u' ? 'w' : code,
    readonly: false,
    shape: array + 16,
  };
  rt.setSize(array + EXPORTS, rt.size(array + EXPORTS) + 1);
  return fillBuffer(rt, view, array, loan, flags);
}

/** v3.13.0 array_buffer_relbuf */
export function arrayReleaseBuffer(rt: Runtime, array: Addr): void {
  rt.setSize(array + EXPORTS, rt.size(array + EXPORTS) - 1);
}

/** Room for exactly `size` items in a new array. v3.13.0 newarrayobject */
export function arrayMakeRoom(rt: Runtime, array: Addr, size: number): number {
  const { bytes } = arrayDescr(rt, array);
  rt.setSize(array + 16, size);
  rt.setSize(array + ALLOCATED, size);
  if (size === 0) return 0;
  const block = rt.mem.malloc(size * bytes);
  if (block === 0) {
    rt.setSize(array + 16, 0);
    noMemory(rt);
    return -1;
  }
  rt.setPtr(array + ITEMS, block);
  return 0;
}

export function arrayFree(rt: Runtime, array: Addr): void {
  if (arrayItems(rt, array) !== 0) rt.mem.free(arrayItems(rt, array));
}

/** Calls `visit` with the block of the items. */
export function arrayBlocks(rt: Runtime, array: Addr, visit: (block: Addr) => void): void {
  if (arrayItems(rt, array) !== 0) visit(arrayItems(rt, array));
}

/** Item `i` as an object; new. */
export function arrayItem(rt: Runtime, array: Addr, i: number): Addr {
  const { bytes, kind } = arrayDescr(rt, array);
  const at = arrayItems(rt, array) + i * bytes;
  const data = view(rt);
  if (kind === 'float') {
    return newFloat(rt, bytes === 4 ? data.getFloat32(at, true) : data.getFloat64(at, true));
  }
  if (kind === 'char') return newStr(rt, String.fromCodePoint(data.getUint32(at, true)));
  const signed = kind === 'signed';
  if (bytes === 8) {
    return newIntFromBigInt(rt, signed ? data.getBigInt64(at, true) : data.getBigUint64(at, true));
  }
  if (bytes === 4) return newInt(rt, signed ? data.getInt32(at, true) : data.getUint32(at, true));
  if (bytes === 2) return newInt(rt, signed ? data.getInt16(at, true) : data.getUint16(at, true));
  return newInt(rt, signed ? data.getInt8(at) : data.getUint8(at));
}

/** Stores an object at item `i`; at -1 it is only looked at. -1 with an exception. */
export function arrayStore(rt: Runtime, array: Addr, i: number, p: Addr): number {
  const descr = arrayDescr(rt, array);
  const at = arrayItems(rt, array) + i * descr.bytes;
  if (descr.kind === 'float') {
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return -1;
    if (i < 0) return 0;
    if (descr.bytes === 4) view(rt).setFloat32(at, x, true);
    else view(rt).setFloat64(at, x, true);
    return 0;
  }
  if (descr.kind === 'char') return storeChar(rt, at, i, p);
  const value = checkedInt(rt, descr, p);
  if (value === null) return -1;
  if (i >= 0) storeInt(rt, at, descr.bytes, value);
  return 0;
}

function storeChar(rt: Runtime, at: Addr, i: number, p: Addr): number {
  if (!isStr(rt, p) || strLength(rt, p) !== 1) {
    return raiseInt(rt, rt.exc.TypeError, 'array item must be a unicode character');
  }
  if (i >= 0) view(rt).setUint32(at, strReadChar(rt, p, 0), true);
  return 0;
}

function storeInt(rt: Runtime, at: Addr, bytes: number, value: bigint): void {
  for (let k = 0; k < bytes; k++) rt.u8[at + k] = Number((value >> BigInt(8 * k)) & 0xffn);
}

/** An int that fits the type code; null with an exception. */
function checkedInt(rt: Runtime, descr: Descr, p: Addr): bigint | null {
  const index = numberIndex(rt, p);
  if (index === 0) return null;
  const value = intToBigInt(rt, index);
  decref(rt, index);
  const bits = BigInt(8 * descr.bytes);
  const signed = descr.kind === 'signed';
  const low = signed ? -(1n << (bits - 1n)) : 0n;
  const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  if (value >= low && value <= high) return value;
  return outOfRange(rt, descr, value < low);
}

function outOfRange(rt: Runtime, descr: Descr, below: boolean): null {
  const { name, bytes, kind } = descr;
  let text = `${name} is ${below ? 'less than minimum' : 'greater than maximum'}`;
  if (bytes === 8) {
    if (kind === 'unsigned' && below) text = "can't convert negative value to unsigned int";
    else text = 'int too big to convert';
  }
  raise(rt, rt.exc.OverflowError, text);
  return null;
}
