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
import { raiseInt } from './errors.ts';
import { AS_BUFFER } from './layouts.ts';
import { typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strData } from './strings.ts';

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

/** Fills the Py_buffer at `view` for one dimension; `obj` is borrowed. -1 with BufferError. */
export function fillBuffer(
  rt: Runtime,
  view: Addr,
  obj: Addr,
  { buf, count, itemsize, format, readonly, shape }: Loan,
  flags: number,
): number {
  if (flags & PB_WRITABLE && readonly) {
    return raiseInt(rt, rt.exc.BufferError, 'Object is not writable.');
  }
  rt.setPtr(view + PB_BUF, buf);
  rt.setPtr(view + PB_OBJ, newRef(rt, obj));
  rt.setSize(view + PB_LEN, count * itemsize);
  rt.setSize(view + PB_ITEMSIZE, itemsize);
  rt.i32[(view + PB_READONLY) >> 2] = readonly ? 1 : 0;
  rt.i32[(view + PB_NDIM) >> 2] = 1;
  rt.setPtr(view + PB_FORMAT, flags & PB_WITH_FORMAT ? formatCString(rt, format) : 0);
  rt.setPtr(view + PB_SHAPE, flags & PB_ND ? shape : 0);
  rt.setPtr(view + PB_STRIDES, flags & PB_WITH_STRIDES ? view + PB_ITEMSIZE : 0);
  rt.setPtr(view + PB_SUBOFFSETS, 0);
  rt.setPtr(view + PB_INTERNAL, 0);
  return 0;
}

/** For bytes and their like. v3.13.0 PyBuffer_FillInfo */
export function fillBytesBuffer(
  rt: Runtime,
  view: Addr,
  obj: Addr,
  buf: Addr,
  count: Bytes,
  readonly: boolean,
  flags: number,
): number {
  const loan = { buf, count, itemsize: 1, format: 'B', readonly, shape: view + PB_LEN };
  return fillBuffer(rt, view, obj, loan, flags);
}

/** Whether the object lends its memory. v3.13.0 PyObject_CheckBuffer */
export function lendsBuffer(rt: Runtime, p: Addr): boolean {
  return rt.ptr(rt.typeOf(p) + AS_BUFFER) !== 0;
}

/** Asks for a loan; the Py_buffer at `view` is filled. -1 with an exception. PyObject_GetBuffer */
export function getBuffer(rt: Runtime, p: Addr, view: Addr, flags: number): number {
  const fn = rt.ptr(rt.typeOf(p) + AS_BUFFER);
  if (fn !== 0) return rt.fns[fn]!(rt, p, view, flags);
  const got = typeNameOf(rt, p);
  return raiseInt(rt, rt.exc.TypeError, `a bytes-like object is required, not '${got}'`);
}

/** Gives the loan back. v3.13.0 PyBuffer_Release */
export function releaseBuffer(rt: Runtime, view: Addr): void {
  const obj = rt.ptr(view + PB_OBJ);
  if (obj === 0) return;
  const fn = rt.ptr(rt.typeOf(obj) + AS_BUFFER + 8);
  if (fn !== 0) rt.fns[fn]!(rt, obj, view);
  rt.setPtr(view + PB_OBJ, 0);
  decref(rt, obj);
}
