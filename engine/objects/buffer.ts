/**
 * Reading objects that expose bytes: bytes, bytearray, and what others register.
 *
 * NOT CPYTHON: nothing stays exported; the place and length are read at once, before anything can
 * change. What stays a loan is a memoryview's. v3.13.0 Objects/abstract.c PyObject_GetBuffer
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { BYTES_DATA, OB_SIZE, TP_FLAGS, TPFLAGS_BYTES_SUBCLASS } from './layouts.ts';
import { getBuffer, lendsBuffer, PB_BUF, PB_LEN, PB_SIMPLE, releaseBuffer } from './py-buffer.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isSubtype } from './type-object.ts';

let data: Addr = 0;
let length: Bytes = 0;

/** Where the bytes found by the last `bufferOf` that said true begin. */
export function bufferData(): Addr {
  return data;
}

/** How many bytes the last `bufferOf` that said true found. */
export function bufferLength(): Bytes {
  return length;
}

/** bytearray: the block, what it holds, and where the content begins in it. v3.13.0 PyByteArrayObject */
export const BYTEARRAY_ALLOC = 24;
export const BYTEARRAY_BYTES = 32;
export const BYTEARRAY_START = 40;
export const BYTEARRAY_EXPORTS = 48;
export const BYTEARRAY_SIZE = 56;

/**
 * Whether the object lends its bytes; no exception when it is of a type that never does, but one of
 * a type that does and refuses: a memoryview with gaps, or one that was given back.
 */
export function bufferOf(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  if (rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_BYTES_SUBCLASS) {
    data = p + BYTES_DATA;
    length = rt.size(p + OB_SIZE);
    return true;
  }
  if (isByteArray(rt, p)) {
    data = rt.ptr(p + BYTEARRAY_START);
    length = rt.size(p + OB_SIZE);
    return true;
  }
  return lendsBuffer(rt, p) && lent(rt, p);
}

function lent(rt: Runtime, p: Addr): boolean {
  const loan = rt.state + STATE.loan;
  if (getBuffer(rt, p, loan, PB_SIMPLE) < 0) return false;
  data = rt.ptr(loan + PB_BUF);
  length = rt.size(loan + PB_LEN);
  releaseBuffer(rt, loan);
  return true;
}

/** Whether the object is a bytearray or of a subclass. */
export function isByteArray(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  const byteArray = rt.types.bytearray;
  return type === byteArray || (byteArray !== 0 && isSubtype(rt, type, byteArray));
}
