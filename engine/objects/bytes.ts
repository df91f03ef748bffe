/**
 * bytes: how one lies in memory, and how one is made.
 *
 *     +16  ob_size
 *     +24  ob_shash    -1 until it is asked for
 *     +32  the bytes, and a NUL
 *
 * b'' and the 256 of one byte are static objects. v3.13.0 Objects/bytesobject.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory, raise } from './errors.ts';
import {
  BYTES_DATA,
  BYTES_HASH,
  BYTES_SIZE,
  OB_SIZE,
  TP_FLAGS,
  TPFLAGS_BYTES_SUBCLASS,
} from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { hashBytes } from './siphash.ts';

export { initBytesType } from './bytes-type.ts';

/** Static bytes stand this far apart: b'' at rt.emptyBytes, then b'\x00', b'\x01' ... */
const STATIC_STRIDE = 48;

/** Makes b'' and the 256 one-byte objects. Boot only. v3.13.0 Include/internal/pycore_global_objects.h */
export function initStaticBytes(rt: Runtime): void {
  rt.emptyBytes = rt.memory.sbrkStatic(STATIC_STRIDE * 257);
  for (let i = 0; i <= 256; i++) {
    const p = rt.emptyBytes + i * STATIC_STRIDE;
    rt.i32[p >> 2] = rt.profile.globalRefcnt | 0;
    fillBytesHeader(rt, p, i === 0 ? 0 : 1);
    if (i > 0) rt.u8[p + BYTES_DATA] = i - 1;
  }
}

/** The static object of one byte, borrowed. */
export function oneByte(rt: Runtime, byte: number): Addr {
  if (rt.emptyBytes === 0) initStaticBytes(rt);
  return rt.emptyBytes + (byte + 1) * STATIC_STRIDE;
}

/** Whether the object is bytes or of a subclass. v3.13.0 PyBytes_Check */
export function isBytes(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_BYTES_SUBCLASS) !== 0;
}

/** v3.13.0 PyBytes_CheckExact */
export function isBytesExact(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.bytes;
}

/** Byte offset of the content. v3.13.0 PyBytes_AS_STRING */
export function bytesData(_rt: Runtime, p: Addr): Addr {
  return p + BYTES_DATA;
}

/** Number of bytes. v3.13.0 PyBytes_GET_SIZE */
export function bytesLength(rt: Runtime, p: Addr): Bytes {
  return rt.i32[(p + OB_SIZE) >> 2]!;
}

/** A copy of the content. */
export function bytesToArray(rt: Runtime, p: Addr): Uint8Array {
  return rt.u8.slice(p + BYTES_DATA, p + BYTES_DATA + bytesLength(rt, p));
}

/** Writes all of a header but the count, and the NUL. */
export function fillBytesHeader(rt: Runtime, p: Addr, n: Bytes): void {
  const i32 = rt.i32;
  const i = p >> 2;
  i32[i + 2] = rt.types.bytes;
  i32[i + 3] = ADDRESS_HIGH;
  i32[i + 4] = n;
  i32[i + 5] = 0;
  i32[i + 6] = -1;
  i32[i + 7] = -1;
  rt.u8[p + BYTES_DATA + n] = 0;
}

/** No buffer holds more. */
export const MAX_BYTES = 0x7ff00000;

/**
 * A new bytes object: with this content, or of this size with the content still to be written.
 * b'' is the static one, and so is content of one byte. v3.13.0 PyBytes_FromStringAndSize
 */
export function bytesNew(rt: Runtime, content: Uint8Array | Bytes): Addr {
  if (typeof content === 'number') return bytesOfSize(rt, content);
  if (content.length === 1) return newRef(rt, oneByte(rt, content[0]!));
  const p = bytesOfSize(rt, content.length);
  if (p !== 0 && content.length > 0) rt.u8.set(content, p + BYTES_DATA);
  return p;
}

function bytesOfSize(rt: Runtime, n: Bytes): Addr {
  if (n === 0) {
    if (rt.emptyBytes === 0) initStaticBytes(rt);
    return newRef(rt, rt.emptyBytes);
  }
  if (n > MAX_BYTES) {
    if (n < 2 ** 63 - BYTES_SIZE) return noMemory(rt);
    return raise(rt, rt.exc.OverflowError, 'byte string is too large');
  }
  const p = rt.obj.malloc(BYTES_SIZE + n);
  if (p === 0) return noMemory(rt);
  rt.i32[p >> 2] = 1;
  rt.i32[(p >> 2) + 1] = 0;
  fillBytesHeader(rt, p, n);
  return p;
}

/** A new bytes object of `n` bytes at `from`; b'' and single bytes are the static ones. */
export function bytesFrom(rt: Runtime, from: Addr, n: Bytes): Addr {
  if (n === 1) return newRef(rt, oneByte(rt, rt.u8[from]!));
  const p = bytesOfSize(rt, n);
  if (p !== 0 && n > 0) rt.u8.copyWithin(p + BYTES_DATA, from, from + n);
  return p;
}

/** Low word of the hash, kept in the object; high word in rt.hashHigh. v3.13.0 bytes_hash */
export function bytesHash(rt: Runtime, p: Addr): number {
  const at = (p + BYTES_HASH) >> 2;
  const low = rt.i32[at]!;
  rt.hashHigh = rt.i32[at + 1]!;
  if (low !== -1 || rt.hashHigh !== -1) return low;
  const hash = hashBytes(rt, p + BYTES_DATA, bytesLength(rt, p));
  rt.i32[at] = hash;
  rt.i32[at + 1] = rt.hashHigh;
  return hash;
}
