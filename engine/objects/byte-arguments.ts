/** Arguments and results that the methods of bytes and bytearray share. v3.13.0 Objects/bytes_methods.c */
import type { Addr } from '../base/brand.ts';
import { bufferData, bufferLength, bufferOf, isByteArray } from './buffer.ts';
import { byteArrayFrom } from './bytearray.ts';
import { bytesData, bytesFrom, bytesLength, bytesNew, isBytes } from './bytes.ts';
import { errClearIf, errOccurred, raise, raiseInt } from './errors.ts';
import { memoryviewContent } from './late-parts.ts';
import { asSsize, isIndex, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Whether the object is bytes-like (then see bufferData, bufferLength); else TypeError. */
export function needBuffer(rt: Runtime, p: Addr): boolean {
  if (bufferOf(rt, p)) return true;
  if (errOccurred(rt)) return false;
  const got = typeNameOf(rt, p);
  raise(rt, rt.exc.TypeError, `a bytes-like object is required, not '${got}'`);
  return false;
}

/** A copy of the content of a bytes-like object. */
export function contentOf(rt: Runtime, p: Addr): Uint8Array {
  bufferOf(rt, p);
  return rt.u8.slice(bufferData(), bufferData() + bufferLength());
}

/**
 * A copy of what an object lends, item behind item even where it has gaps; null when it lends
 * nothing, with an exception when it could. v3.13.0 PyBuffer_ToContiguous
 */
export function copyOfBuffer(rt: Runtime, p: Addr): Uint8Array | null {
  if (bufferOf(rt, p)) return rt.u8.slice(bufferData(), bufferData() + bufferLength());
  return errClearIf(rt, rt.exc.BufferError) ? memoryviewContent(rt, p) : null;
}

/** A new object of the kind of `self`, bytes or bytearray; even one byte is not the static one. */
export function sameKind(rt: Runtime, self: Addr, content: Uint8Array): Addr {
  if (isByteArray(rt, self)) return byteArrayFrom(rt, content);
  const p = bytesNew(rt, content.length);
  if (p !== 0 && content.length > 0) rt.u8.set(content, bytesData(rt, p));
  return p;
}

/** A new object of the kind of `self` with `n` bytes at `from`; exact bytes may give themselves. */
export function partOf(rt: Runtime, self: Addr, from: Addr, n: number): Addr {
  if (isByteArray(rt, self)) return byteArrayFrom(rt, rt.u8.slice(from, from + n));
  if (rt.typeOf(self) === rt.types.bytes && n === bytesLength(rt, self)) return newRef(rt, self);
  return bytesFrom(rt, from, n);
}

/** A byte of its own, for needles that are given as a number. */
const ONE = 1;
let needleByte = -1;

/** The byte given as a number to the last `needle`, -1 when it was a bytes-like object. */
export function needleNumber(): number {
  return needleByte;
}

/** Length of what the last `needle` found. */
export function needleLength(): number {
  return needleByte >= 0 ? ONE : bufferLength();
}

/**
 * What a search looks for: a number in range(256) or a bytes-like object.
 * @returns false with an exception. v3.13.0 parse_args_finds_byte
 */
export function needle(rt: Runtime, p: Addr): boolean {
  needleByte = -1;
  if (bufferOf(rt, p)) return true;
  if (errOccurred(rt)) return false;
  if (!isIndex(rt, p)) {
    const got = typeNameOf(rt, p);
    raise(rt, rt.exc.TypeError, `argument should be integer or bytes-like object, not '${got}'`);
    return false;
  }
  const byte = asSsize(rt, p, 0);
  if (byte === -1 && errOccurred(rt)) return false;
  if (byte >= 0 && byte < 256) {
    needleByte = byte;
    return true;
  }
  raiseInt(rt, rt.exc.ValueError, 'byte must be in range(0, 256)');
  return false;
}

/** Whether `self` is bytes itself, so that it may stand for an unchanged result. */
export function mayReturnItself(rt: Runtime, self: Addr): boolean {
  return isBytes(rt, self) && rt.typeOf(self) === rt.types.bytes;
}
