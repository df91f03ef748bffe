/** What few programs need of what py-buffer.ts is about. */
import type { Addr, Bytes } from '../base/brand.ts';
import { raiseInt } from './errors.ts';
import { AS_BUFFER } from './layouts.ts';
import { typeNameOf } from './object.ts';
import {
  formatCString,
  type Loan,
  PB_BUF,
  PB_FORMAT,
  PB_INTERNAL,
  PB_ITEMSIZE,
  PB_LEN,
  PB_ND,
  PB_NDIM,
  PB_OBJ,
  PB_READONLY,
  PB_SHAPE,
  PB_STRIDES,
  PB_SUBOFFSETS,
  PB_WITH_FORMAT,
  PB_WITH_STRIDES,
  PB_WRITABLE,
} from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

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
