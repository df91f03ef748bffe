/** What few programs need of what bytearray.ts is about. */
import type { Addr } from '../base/brand.ts';
import {
  BYTEARRAY_ALLOC,
  BYTEARRAY_BYTES,
  BYTEARRAY_EXPORTS,
  BYTEARRAY_SIZE,
  BYTEARRAY_START,
} from './buffer.ts';
import { byteArrayData, byteArrayLength } from './bytearray.ts';
import { noMemoryInt, raiseInt } from './errors.ts';
import { objectNew } from './gc-object.ts';
import { OB_SIZE } from './layouts.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Sets the fields of one without content. */
export function byteArrayEmpty(rt: Runtime, p: Addr): void {
  rt.setSize(p + OB_SIZE, 0);
  rt.setSize(p + BYTEARRAY_ALLOC, 0);
  rt.setPtr(p + BYTEARRAY_BYTES, 0);
  rt.setPtr(p + BYTEARRAY_START, 0);
  rt.setSize(p + BYTEARRAY_EXPORTS, 0);
}

/** A new bytearray with this content. v3.13.0 PyByteArray_FromStringAndSize */
export function byteArrayFrom(rt: Runtime, content: Uint8Array): Addr {
  const p = objectNew(rt, rt.types.bytearray, BYTEARRAY_SIZE);
  if (p === 0) return 0;
  byteArrayEmpty(rt, p);
  if (content.length === 0) return p;
  if (byteArrayResize(rt, p, content.length) < 0) {
    decref(rt, p);
    return 0;
  }
  rt.u8.set(content, byteArrayData(rt, p));
  return p;
}

/** Whether its size may change; else BufferError. v3.13.0 _canresize */
export function canResize(rt: Runtime, p: Addr): boolean {
  if (rt.size(p + BYTEARRAY_EXPORTS) === 0) return true;
  raiseInt(rt, rt.exc.BufferError, 'Existing exports of data: object cannot be re-sized');
  return false;
}

/**
 * How large the block becomes for `size` bytes; the old size when it may stay as it is.
 * Shrinking below a half gives the rest back; growing a little takes an eighth more.
 */
function roomFor(size: number, offset: number, room: number): number {
  if (size + offset + 1 <= room) return size < Math.floor(room / 2) ? size + 1 : room;
  if (size <= room * 1.125) return size + (size >> 3) + (size < 9 ? 3 : 6);
  return size + 1;
}

/** Sets the size; new bytes are undefined. @returns 0, -1 with an exception. PyByteArray_Resize */
export function byteArrayResize(rt: Runtime, p: Addr, size: number): number {
  const old = byteArrayLength(rt, p);
  if (size === old) return 0;
  if (!canResize(rt, p)) return -1;
  const block = rt.ptr(p + BYTEARRAY_BYTES);
  const start = byteArrayData(rt, p);
  const room = rt.size(p + BYTEARRAY_ALLOC);
  const wanted = roomFor(size, start - block, room);
  if (wanted === room) {
    rt.setSize(p + OB_SIZE, size);
    rt.u8[start + size] = 0;
    return 0;
  }
  if (wanted >= 0x7ff00000) return noMemoryInt(rt);
  let moved: Addr;
  if (start > block) {
    moved = rt.tables.malloc(wanted);
    if (moved !== 0) {
      rt.u8.copyWithin(moved, start, start + (size < old ? size : old));
      rt.tables.free(block);
    }
  } else moved = block === 0 ? rt.tables.malloc(wanted) : rt.tables.realloc(block, wanted);
  if (moved === 0) return noMemoryInt(rt);
  rt.setPtr(p + BYTEARRAY_BYTES, moved);
  rt.setPtr(p + BYTEARRAY_START, moved);
  rt.setSize(p + OB_SIZE, size);
  rt.setSize(p + BYTEARRAY_ALLOC, wanted);
  rt.u8[moved + size] = 0;
  return 0;
}

/** Puts `content` in the place of bytes [low, high). v3.13.0 bytearray_setslice_linear */
export function byteArrayReplace(
  rt: Runtime,
  p: Addr,
  low: number,
  high: number,
  content: Uint8Array,
): number {
  const size = byteArrayLength(rt, p);
  const growth = content.length - (high - low);
  if (growth !== 0 && !canResize(rt, p)) return -1;
  if (growth < 0) {
    const data = byteArrayData(rt, p);
    if (low === 0) rt.setPtr(p + BYTEARRAY_START, data - growth);
    else rt.u8.copyWithin(data + low + content.length, data + high, data + size);
    if (byteArrayResize(rt, p, size + growth) < 0) return -1;
  } else if (growth > 0) {
    if (byteArrayResize(rt, p, size + growth) < 0) return -1;
    const data = byteArrayData(rt, p);
    rt.u8.copyWithin(data + low + content.length, data + high, data + size);
  }
  if (content.length > 0) rt.u8.set(content, byteArrayData(rt, p) + low);
  return 0;
}
