/** Items and parts of a memoryview: `m[i]`, `m[i:j]`, assignment. v3.13.0 Objects/memoryobject.c */
import type { Addr } from '../base/brand.ts';
import { isTuple } from './clinic.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import {
  isReleased,
  MV_ARRAY,
  MV_VIEW,
  viewCopy,
  viewDims,
  viewSetFlags,
  viewShape,
  viewStride,
} from './managed-buffer.ts';
import {
  places,
  sameShape,
  type Shown,
  shownAt,
  shownBy,
  shownBytes,
} from './memoryview-content.ts';
import { formatOf, itemCode, packItem, unpackItem } from './memoryview-item.ts';
import { asSsize, isIndex } from './object.ts';
import * as B from './py-buffer.ts';
import { newRef } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { isSlice } from './slice.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/** Where item `i` of dimension `k` lies, from `base` on; 0 with IndexError. lookup_dimension */
function placeInDimension(rt: Runtime, mv: Addr, base: Addr, k: number, i: number): Addr {
  const n = viewShape(rt, mv, k);
  const at = i < 0 ? i + n : i;
  if (at >= 0 && at < n) return base + at * viewStride(rt, mv, k);
  return raise(rt, rt.exc.IndexError, `index out of bounds on dimension ${k + 1}`);
}

function bufOf(rt: Runtime, mv: Addr): Addr {
  return rt.ptr(mv + MV_VIEW + B.PB_BUF);
}

/** v3.13.0 memory_item */
export function memoryItem(rt: Runtime, mv: Addr, i: number): Addr {
  if (isReleased(rt, mv)) return 0;
  const code = itemCode(rt, formatOf(rt, mv));
  if (code === null) return 0;
  const ndim = viewDims(rt, mv);
  if (ndim === 0) return raise(rt, rt.exc.TypeError, 'invalid indexing of 0-dim memory');
  if (ndim > 1) {
    const text = 'multi-dimensional sub-views are not implemented';
    return raise(rt, rt.exc.NotImplementedError, text);
  }
  const at = placeInDimension(rt, mv, bufOf(rt, mv), 0, i);
  return at === 0 ? 0 : unpackItem(rt, at, code);
}

/** Whether the key is a tuple of indices, or of slices. v3.13.0 is_multiindex, is_multislice */
function isTupleOf(rt: Runtime, key: Addr, test: (rt: Runtime, p: Addr) => boolean): boolean {
  if (!isTuple(rt, key)) return false;
  for (let k = 0; k < tupleSize(rt, key); k++) if (!test(rt, tupleItem(rt, key, k))) return false;
  return true;
}

/** Where the item with these indices lies; 0 with an exception. v3.13.0 ptr_from_tuple */
function placeOfTuple(rt: Runtime, mv: Addr, key: Addr): Addr {
  const [ndim, n] = [viewDims(rt, mv), tupleSize(rt, key)];
  if (n > ndim) {
    const text = `cannot index ${ndim}-dimension view with ${n}-element tuple`;
    return raise(rt, rt.exc.TypeError, text);
  }
  if (n < ndim) return raise(rt, rt.exc.NotImplementedError, 'sub-views are not implemented');
  let at = bufOf(rt, mv);
  for (let k = 0; k < ndim; k++) {
    const i = asSsize(rt, tupleItem(rt, key, k), rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    at = placeInDimension(rt, mv, at, k, i);
    if (at === 0) return 0;
  }
  return at;
}

/** Whether the key is `()`. */
function isEmptyTuple(rt: Runtime, key: Addr): boolean {
  return isTuple(rt, key) && tupleSize(rt, key) === 0;
}

/** v3.13.0 memory_subscript */
export function memorySubscript(rt: Runtime, mv: Addr, key: Addr): Addr {
  if (isReleased(rt, mv)) return 0;
  if (viewDims(rt, mv) === 0) return scalarItem(rt, mv, key);
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    return i === -1 && errOccurred(rt) ? 0 : memoryItem(rt, mv, i);
  }
  if (isSlice(rt, key)) return part(rt, mv, key);
  if (isTupleOf(rt, key, isIndex)) {
    const code = itemCode(rt, formatOf(rt, mv));
    const at = code === null ? 0 : placeOfTuple(rt, mv, key);
    return at === 0 ? 0 : unpackItem(rt, at, code!);
  }
  if (isTupleOf(rt, key, isSlice)) {
    const text = 'multi-dimensional slicing is not implemented';
    return raise(rt, rt.exc.NotImplementedError, text);
  }
  return raise(rt, rt.exc.TypeError, 'memoryview: invalid slice key');
}

function scalarItem(rt: Runtime, mv: Addr, key: Addr): Addr {
  if (isEmptyTuple(rt, key)) {
    const code = itemCode(rt, formatOf(rt, mv));
    return code === null ? 0 : unpackItem(rt, bufOf(rt, mv), code);
  }
  if (key === rt.ellipsis) return newRef(rt, mv);
  return raise(rt, rt.exc.TypeError, 'invalid indexing of 0-dim memory');
}

/** `m[i:j:k]`, a view of its own. v3.13.0 init_slice */
function part(rt: Runtime, mv: Addr, key: Addr): Addr {
  if (!sliceWithin(rt, key, viewShape(rt, mv, 0))) return 0;
  const [start, step, n] = [sliceStart(), sliceStep(), sliceLength()];
  const result = viewCopy(rt, mv);
  if (result === 0) return 0;
  const view = result + MV_VIEW;
  const stride = viewStride(rt, result, 0);
  rt.setPtr(view + B.PB_BUF, bufOf(rt, mv) + start * stride);
  rt.setSize(result + MV_ARRAY, n);
  rt.setSize(rt.ptr(view + B.PB_STRIDES), stride * step);
  let size = rt.size(view + B.PB_ITEMSIZE);
  for (let k = 0; k < viewDims(rt, result); k++) size *= viewShape(rt, result, k);
  rt.setSize(view + B.PB_LEN, size);
  viewSetFlags(rt, result);
  return result;
}

/** v3.13.0 memory_ass_sub; value 0 deletes */
export function memoryAssign(rt: Runtime, mv: Addr, key: Addr, value: Addr): number {
  if (isReleased(rt, mv)) return -1;
  const code = itemCode(rt, formatOf(rt, mv));
  if (code === null) return -1;
  if (rt.i32[(mv + MV_VIEW + B.PB_READONLY) >> 2] !== 0) {
    return raiseInt(rt, rt.exc.TypeError, 'cannot modify read-only memory');
  }
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, 'cannot delete memory');
  const ndim = viewDims(rt, mv);
  if (ndim === 0) {
    if (key === rt.ellipsis || isEmptyTuple(rt, key)) {
      return packItem(rt, bufOf(rt, mv), code, value);
    }
    return raiseInt(rt, rt.exc.TypeError, 'invalid indexing of 0-dim memory');
  }
  if (isIndex(rt, key)) return assignItem(rt, mv, code, key, value);
  if (isSlice(rt, key) && ndim === 1) return assignPart(rt, mv, key, value);
  if (isTupleOf(rt, key, isIndex)) {
    const at = placeOfTuple(rt, mv, key);
    return at === 0 ? -1 : packItem(rt, at, code, value);
  }
  if (isSlice(rt, key) || isTupleOf(rt, key, isSlice)) {
    const text = 'memoryview slice assignments are currently restricted to ndim = 1';
    return raiseInt(rt, rt.exc.NotImplementedError, text);
  }
  return raiseInt(rt, rt.exc.TypeError, 'memoryview: invalid slice key');
}

function assignItem(rt: Runtime, mv: Addr, code: string, key: Addr, value: Addr): number {
  if (viewDims(rt, mv) > 1) {
    return raiseInt(rt, rt.exc.NotImplementedError, 'sub-views are not implemented');
  }
  const i = asSsize(rt, key, rt.exc.IndexError);
  if (i === -1 && errOccurred(rt)) return -1;
  const at = placeInDimension(rt, mv, bufOf(rt, mv), 0, i);
  return at === 0 ? -1 : packItem(rt, at, code, value);
}

function assignPart(rt: Runtime, mv: Addr, key: Addr, value: Addr): number {
  const loan = rt.state + STATE.loan;
  if (B.getBuffer(rt, value, loan, B.PB_FULL_RO) < 0) return -1;
  const status = copyInto(rt, mv, key, shownAt(rt, loan));
  B.releaseBuffer(rt, loan);
  return status;
}

/** v3.13.0 copy_single */
function copyInto(rt: Runtime, mv: Addr, key: Addr, from: Shown): number {
  if (!sliceWithin(rt, key, viewShape(rt, mv, 0))) return -1;
  const whole = shownBy(rt, mv);
  const stride = whole.strides[0]!;
  const to: Shown = {
    ...whole,
    buf: whole.buf + sliceStart() * stride,
    shape: [sliceLength()],
    strides: [sliceStep() * stride],
  };
  const [a, b] = [to.format.replace('@', ''), from.format.replace('@', '')];
  if (a !== b || to.itemsize !== from.itemsize || !sameShape(to, from)) {
    const text = 'memoryview assignment: lvalue and rvalue have different structures';
    return raiseInt(rt, rt.exc.ValueError, text);
  }
  const bytes = shownBytes(rt, from);
  let at = 0;
  for (const place of places(to)) {
    rt.u8.set(bytes.subarray(at, at + to.itemsize), place);
    at += to.itemsize;
  }
  return 0;
}
