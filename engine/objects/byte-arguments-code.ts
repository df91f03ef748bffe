/** What few programs need of what byte-arguments.ts is about. */
import type { Addr } from '../base/brand.ts';
import { bufferData, bufferLength, bufferOf, isByteArray } from './buffer.ts';
import { byteArrayFrom } from './bytearray.ts';
import { bytesData, bytesFrom, bytesLength, bytesNew } from './bytes.ts';
import { errClearIf, errOccurred, raise } from './errors.ts';
import { memoryviewContent } from './late-parts.ts';
import { typeNameOf } from './object.ts';
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
