/**
 * The loan that memoryviews share, and memoryview objects on it.
 *
 *     managed buffer                     memoryview (3 * ndim words behind it)
 *     +16  flags     1: given back       +24   mbuf       owned
 *     +24  exports   views on it         +32   hash       -1 until asked for
 *     +32  master    Py_buffer: owns     +40   flags      MV_*
 *                    what lends          +48   exports    loans of this view to others
 *                                        +56   view       Py_buffer; its obj is borrowed
 *                                        +136  weakreflist
 *                                        +144  shape, strides, suboffsets
 *
 * v3.13.0 Include/internal/pycore_memoryobject.h, Include/cpython/memoryobject.h, Objects/memoryobject.c
 */
import type { Addr } from '../base/brand.ts';
import { raise, raiseInt } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { OB_SIZE, TP_FLAGS, TPFLAGS_HAVE_GC, TPFLAGS_READY } from './layouts.ts';
import { typeNameOf } from './object.ts';
import * as B from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';

const MBUF_FLAGS = 16;
const MBUF_EXPORTS = 24;
const MBUF_MASTER = 32;
const MBUF_SIZE = 112;

export const MV_MBUF = 24;
export const MV_HASH = 32;
const MV_FLAGS = 40;
const MV_EXPORTS = 48;
export const MV_VIEW = 56;
export const MV_WEAKREFLIST = 136;
export const MV_ARRAY = 144;

const RELEASED = 1;
export const MV_C = 2;
export const MV_FORTRAN = 4;
const MV_SCALAR = 8;

export const MAX_DIMENSIONS = 64;

// ---- the managed buffer --------------------------------------------------------------------------

/** The type, ready since the first memoryview. v3.13.0 _PyManagedBuffer_Type */
function managedBufferType(rt: Runtime): Addr {
  const type = rt.types.managedBuffer;
  if (rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_READY) return type;
  return readyType(rt, {
    name: 'managedbuffer',
    basicsize: MBUF_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (r, mbuf) => {
        mbufRelease(r, mbuf);
        gcUntrackIfTracked(r, mbuf);
        gcDel(r, mbuf);
      },
      tp_traverse: (r, mbuf, visit) => {
        const obj = r.ptr(mbuf + MBUF_MASTER + B.PB_OBJ);
        if (obj !== 0) visit(obj);
      },
      tp_clear: (r, mbuf) => {
        if (r.size(mbuf + MBUF_EXPORTS) <= 0) mbufRelease(r, mbuf);
        return 0;
      },
    },
  });
}

/** v3.13.0 mbuf_release */
function mbufRelease(rt: Runtime, mbuf: Addr): void {
  const flags = rt.i32[(mbuf + MBUF_FLAGS) >> 2]!;
  if (flags & RELEASED) return;
  rt.i32[(mbuf + MBUF_FLAGS) >> 2] = flags | RELEASED;
  gcUntrackIfTracked(rt, mbuf);
  B.releaseBuffer(rt, mbuf + MBUF_MASTER);
}

/** A loan of `p`; new. 0 with an exception. v3.13.0 _PyManagedBuffer_FromObject */
function mbufFrom(rt: Runtime, p: Addr, flags: number): Addr {
  const type = managedBufferType(rt);
  const mbuf = type === 0 ? 0 : gcNew(rt, type, MBUF_SIZE);
  if (mbuf === 0) return 0;
  rt.i32.fill(0, (mbuf + MBUF_FLAGS) >> 2, (mbuf + MBUF_SIZE) >> 2);
  gcTrack(rt, mbuf);
  if (B.getBuffer(rt, p, mbuf + MBUF_MASTER, flags) === 0) return mbuf;
  decref(rt, mbuf);
  return 0;
}

// ---- views ---------------------------------------------------------------------------------------

/** A view of `ndim` dimensions without content, tracked; new. v3.13.0 memory_alloc */
function viewAlloc(rt: Runtime, ndim: number): Addr {
  const size = MV_ARRAY + 24 * ndim;
  const mv = gcNew(rt, rt.types.memoryview, size);
  if (mv === 0) return 0;
  rt.i32.fill(0, (mv + MV_MBUF) >> 2, (mv + size) >> 2);
  rt.setSize(mv + OB_SIZE, 3 * ndim);
  rt.setSize(mv + MV_HASH, -1);
  rt.i32[(mv + MV_VIEW + B.PB_NDIM) >> 2] = ndim;
  rt.setPtr(mv + MV_VIEW + B.PB_SHAPE, mv + MV_ARRAY);
  rt.setPtr(mv + MV_VIEW + B.PB_STRIDES, mv + MV_ARRAY + 8 * ndim);
  gcTrack(rt, mv);
  return mv;
}

/** The fields that every view on the loan has alike. v3.13.0 init_shared_values */
function copyShared(rt: Runtime, to: Addr, from: Addr): void {
  for (const field of [B.PB_BUF, B.PB_OBJ, B.PB_FORMAT, B.PB_INTERNAL]) {
    rt.setPtr(to + field, rt.ptr(from + field));
  }
  for (const field of [B.PB_LEN, B.PB_ITEMSIZE]) rt.setSize(to + field, rt.size(from + field));
  rt.i32[(to + B.PB_READONLY) >> 2] = rt.i32[(from + B.PB_READONLY) >> 2]!;
  if (rt.ptr(to + B.PB_FORMAT) === 0) rt.setPtr(to + B.PB_FORMAT, B.formatCString(rt, 'B'));
}

/** v3.13.0 init_shape_strides */
function copyDimensions(rt: Runtime, mv: Addr, from: Addr): void {
  const view = mv + MV_VIEW;
  const ndim = viewDims(rt, mv);
  if (ndim === 0) {
    rt.setPtr(view + B.PB_SHAPE, 0);
    rt.setPtr(view + B.PB_STRIDES, 0);
    return;
  }
  const shape = rt.ptr(from + B.PB_SHAPE);
  const strides = rt.ptr(from + B.PB_STRIDES);
  const itemsize = rt.size(from + B.PB_ITEMSIZE);
  for (let k = 0; k < ndim; k++) {
    const n = shape !== 0 ? rt.size(shape + 8 * k) : rt.size(from + B.PB_LEN) / itemsize;
    rt.setSize(mv + MV_ARRAY + 8 * k, n);
    const stride = strides !== 0 ? rt.size(strides + 8 * k) : itemsize;
    rt.setSize(mv + MV_ARRAY + 8 * (ndim + k), stride);
  }
}

/**
 * One more view on the loan, as `from` (a Py_buffer) shows it, with places for `ndim` dimensions.
 * What is not as in `from` is still to be set. New. v3.13.0 mbuf_add_incomplete_view
 */
export function viewIncomplete(rt: Runtime, mbuf: Addr, from: Addr, ndim: number): Addr {
  const mv = viewAlloc(rt, ndim);
  if (mv === 0) return 0;
  copyShared(rt, mv + MV_VIEW, from);
  rt.setPtr(mv + MV_MBUF, newRef(rt, mbuf));
  rt.setSize(mbuf + MBUF_EXPORTS, rt.size(mbuf + MBUF_EXPORTS) + 1);
  return mv;
}

/** One more view on the loan, as `from` (a Py_buffer) shows it; new. v3.13.0 mbuf_add_view */
export function viewAdd(rt: Runtime, mbuf: Addr, from: Addr): Addr {
  const mv = viewIncomplete(rt, mbuf, from, rt.i32[(from + B.PB_NDIM) >> 2]!);
  if (mv === 0) return 0;
  copyDimensions(rt, mv, from);
  viewSetFlags(rt, mv);
  return mv;
}

/** A second view of what `mv` shows; new. */
export function viewCopy(rt: Runtime, mv: Addr): Addr {
  return viewAdd(rt, rt.ptr(mv + MV_MBUF), mv + MV_VIEW);
}

/** `memoryview(p)`; new, 0 with an exception. v3.13.0 PyMemoryView_FromObjectAndFlags */
export function memoryviewFrom(rt: Runtime, p: Addr, flags: number): Addr {
  if (rt.typeOf(p) === rt.types.memoryview) return isReleased(rt, p) ? 0 : viewCopy(rt, p);
  if (!B.lendsBuffer(rt, p)) {
    const got = typeNameOf(rt, p);
    const text = `memoryview: a bytes-like object is required, not '${got}'`;
    return raise(rt, rt.exc.TypeError, text);
  }
  const mbuf = mbufFrom(rt, p, flags);
  if (mbuf === 0) return 0;
  const mv = viewAdd(rt, mbuf, mbuf + MBUF_MASTER);
  decref(rt, mbuf);
  return mv;
}

// ---- fields of a view ----------------------------------------------------------------------------

export function viewDims(rt: Runtime, mv: Addr): number {
  return rt.i32[(mv + MV_VIEW + B.PB_NDIM) >> 2]!;
}

/** Items in dimension `k`. */
export function viewShape(rt: Runtime, mv: Addr, k: number): number {
  return rt.size(mv + MV_ARRAY + 8 * k);
}

/** Bytes from one item of dimension `k` to the next. */
export function viewStride(rt: Runtime, mv: Addr, k: number): number {
  return rt.size(rt.ptr(mv + MV_VIEW + B.PB_STRIDES) + 8 * k);
}

export function viewFlags(rt: Runtime, mv: Addr): number {
  return rt.i32[(mv + MV_FLAGS) >> 2]!;
}

/** Whether the items lie one behind the other, the last index running quickest. */
export function isContiguous(rt: Runtime, mv: Addr): boolean {
  return (viewFlags(rt, mv) & MV_C) !== 0;
}

/** Whether all items lie one behind the other, `step` dimensions on for the next longer stride. */
function liesInOrder(rt: Runtime, mv: Addr, first: number, step: 1 | -1): boolean {
  let wanted = rt.size(mv + MV_VIEW + B.PB_ITEMSIZE);
  const ndim = viewDims(rt, mv);
  for (let k = first; k >= 0 && k < ndim; k += step) {
    const n = viewShape(rt, mv, k);
    if (n > 1 && viewStride(rt, mv, k) !== wanted) return false;
    wanted *= n;
  }
  return true;
}

/** v3.13.0 init_flags */
export function viewSetFlags(rt: Runtime, mv: Addr): void {
  const ndim = viewDims(rt, mv);
  let flags = ndim === 0 ? MV_SCALAR | MV_C | MV_FORTRAN : 0;
  if (ndim === 1) {
    const stride = viewStride(rt, mv, 0);
    const dense = viewShape(rt, mv, 0) === 1 || stride === rt.size(mv + MV_VIEW + B.PB_ITEMSIZE);
    if (dense) flags = MV_C | MV_FORTRAN;
  } else if (ndim > 1) {
    const empty = rt.size(mv + MV_VIEW + B.PB_LEN) === 0;
    if (empty || liesInOrder(rt, mv, ndim - 1, -1)) flags |= MV_C;
    if (empty || liesInOrder(rt, mv, 0, 1)) flags |= MV_FORTRAN;
  }
  rt.i32[(mv + MV_FLAGS) >> 2] = flags;
}

// ---- giving back ---------------------------------------------------------------------------------

/** Whether the view or its loan was given back, without an exception. v3.13.0 BASE_INACCESSIBLE */
export function isGone(rt: Runtime, mv: Addr): boolean {
  const mbuf = rt.ptr(mv + MV_MBUF);
  if (viewFlags(rt, mv) & RELEASED || mbuf === 0) return true;
  return (rt.i32[(mbuf + MBUF_FLAGS) >> 2]! & RELEASED) !== 0;
}

/** The same, with ValueError. v3.13.0 CHECK_RELEASED */
export function isReleased(rt: Runtime, mv: Addr): boolean {
  if (!isGone(rt, mv)) return false;
  raise(rt, rt.exc.ValueError, 'operation forbidden on released memoryview object');
  return true;
}

/** Gives the view back, and the loan with its last view. -1 with BufferError. _memory_release */
export function viewRelease(rt: Runtime, mv: Addr): number {
  const flags = viewFlags(rt, mv);
  if (flags & RELEASED) return 0;
  const exports = rt.size(mv + MV_EXPORTS);
  if (exports > 0) {
    const text = `memoryview has ${exports} exported buffer${exports === 1 ? '' : 's'}`;
    return raiseInt(rt, rt.exc.BufferError, text);
  }
  rt.i32[(mv + MV_FLAGS) >> 2] = flags | RELEASED;
  const mbuf = rt.ptr(mv + MV_MBUF);
  if (mbuf === 0) return 0;
  const left = rt.size(mbuf + MBUF_EXPORTS) - 1;
  rt.setSize(mbuf + MBUF_EXPORTS, left);
  if (left === 0) mbufRelease(rt, mbuf);
  return 0;
}

/** v3.13.0 memory_dealloc */
export function viewDealloc(rt: Runtime, mv: Addr): void {
  gcUntrackIfTracked(rt, mv);
  viewClear(rt, mv);
  if (rt.ptr(mv + MV_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, mv);
  gcDel(rt, mv);
}

/** v3.13.0 memory_clear */
export function viewClear(rt: Runtime, mv: Addr): number {
  if (viewRelease(rt, mv) < 0) return -1;
  const mbuf = rt.ptr(mv + MV_MBUF);
  rt.setPtr(mv + MV_MBUF, 0);
  if (mbuf !== 0) decref(rt, mbuf);
  return 0;
}

export function viewTraverse(rt: Runtime, mv: Addr, visit: Visit): void {
  const mbuf = rt.ptr(mv + MV_MBUF);
  if (mbuf !== 0) visit(mbuf);
}

/** A memoryview lends what it shows. v3.13.0 memory_getbuf */
export function viewGetBuffer(rt: Runtime, mv: Addr, to: Addr, flags: number): number {
  if (isReleased(rt, mv)) return -1;
  const view = mv + MV_VIEW;
  const refuse = (why: string): -1 => raiseInt(rt, rt.exc.BufferError, `memoryview: ${why}`);
  if (flags & B.PB_WRITABLE && rt.i32[(view + B.PB_READONLY) >> 2]! !== 0) {
    return refuse('underlying buffer is not writable');
  }
  if (!(flags & B.PB_WITH_STRIDES) && !isContiguous(rt, mv)) {
    return refuse('underlying buffer is not C-contiguous');
  }
  if (!(flags & B.PB_ND) && flags & B.PB_WITH_FORMAT) {
    return refuse('cannot cast to unsigned bytes if the format flag is present');
  }
  rt.u8.copyWithin(to, view, view + B.PB_SIZE);
  if (!(flags & B.PB_WITH_FORMAT)) rt.setPtr(to + B.PB_FORMAT, 0);
  if (!(flags & B.PB_WITH_STRIDES)) rt.setPtr(to + B.PB_STRIDES, 0);
  if (!(flags & B.PB_ND)) {
    rt.i32[(to + B.PB_NDIM) >> 2] = 1;
    rt.setPtr(to + B.PB_SHAPE, 0);
  }
  rt.setPtr(to + B.PB_OBJ, newRef(rt, mv));
  rt.setSize(mv + MV_EXPORTS, rt.size(mv + MV_EXPORTS) + 1);
  return 0;
}

/** v3.13.0 memory_releasebuf */
export function viewReleaseBuffer(rt: Runtime, mv: Addr): void {
  rt.setSize(mv + MV_EXPORTS, rt.size(mv + MV_EXPORTS) - 1);
}
