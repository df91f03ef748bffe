/**
 * Py_buffer: what an object lends of its memory, and getting and giving back such a loan.
 *
 *     +0   buf         where the content begins
 *     +8   obj         owned: who lends it, NULL once it was given back
 *     +16  len         bytes
 *     +24  itemsize
 *     +32  readonly    int
 *     +36  ndim        int
 *     +40  format      C string or NULL
 *     +48  shape       NULL, or one size for each dimension
 *     +56  strides     NULL, or bytes from one item to the next for each dimension
 *     +64  suboffsets  NULL
 *     +72  internal    NULL
 *
 * v3.13.0 Include/pybuffer.h, Objects/abstract.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { AS_BUFFER } from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { strData } from './strings.ts';

export { fillBuffer, fillBytesBuffer, getBuffer, releaseBuffer } from './late-parts.ts';

export const PB_BUF = 0;
export const PB_OBJ = 8;
export const PB_LEN = 16;
export const PB_ITEMSIZE = 24;
export const PB_READONLY = 32;
export const PB_NDIM = 36;
export const PB_FORMAT = 40;
export const PB_SHAPE = 48;
export const PB_STRIDES = 56;
export const PB_SUBOFFSETS = 64;
export const PB_INTERNAL = 72;
export const PB_SIZE = 80;

/** What is asked of a lender: PyBUF_* */
export const PB_SIMPLE = 0;
export const PB_WRITABLE = 1;
export const PB_WITH_FORMAT = 4;
export const PB_ND = 8;
export const PB_WITH_STRIDES = 0x10;
export const PB_FULL_RO = 0x11c;

/** The C string of a format of one character: the static string of that character holds it. */
export function formatCString(rt: Runtime, code: string): Addr {
  return strData(rt, rt.latin1[code.charCodeAt(0)]!);
}

/** What a lender fills in. */
export interface Loan {
  readonly buf: Addr;
  /** items */
  readonly count: number;
  readonly itemsize: Bytes;
  readonly format: string;
  readonly readonly: boolean;
  /** where the number of items stands */
  readonly shape: Addr;
}

/** Whether the object lends its memory. v3.13.0 PyObject_CheckBuffer */
export function lendsBuffer(rt: Runtime, p: Addr): boolean {
  return rt.ptr(rt.typeOf(p) + AS_BUFFER) !== 0;
}
