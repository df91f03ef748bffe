/** What a Py_buffer shows, item by item. v3.13.0 Objects/memoryobject.c */
import type { Addr, Bytes } from '../base/brand.ts';
import { cStringText } from './cfunction.ts';
import { errClear } from './errors.ts';
import { isContiguous, isGone, MV_VIEW } from './managed-buffer.ts';
import { itemCode, nativeSize, unpackItem } from './memoryview-item.ts';
import { EQ, notImplemented, richCompareBool } from './object.ts';
import * as B from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';

/** A Py_buffer read: it holds while nothing is given back. */
export interface Shown {
  readonly buf: Addr;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly itemsize: Bytes;
  readonly format: string;
}

/** What the Py_buffer at `view` shows. */
export function shownAt(rt: Runtime, view: Addr): Shown {
  const shape: number[] = [];
  const strides: number[] = [];
  const itemsize = rt.size(view + B.PB_ITEMSIZE);
  for (let k = 0; k < rt.i32[(view + B.PB_NDIM) >> 2]!; k++) {
    const [n, stride] = [rt.ptr(view + B.PB_SHAPE), rt.ptr(view + B.PB_STRIDES)];
    shape.push(n !== 0 ? rt.size(n + 8 * k) : rt.size(view + B.PB_LEN) / itemsize);
    strides.push(stride !== 0 ? rt.size(stride + 8 * k) : itemsize);
  }
  const format = rt.ptr(view + B.PB_FORMAT);
  return {
    buf: rt.ptr(view + B.PB_BUF),
    shape,
    strides,
    itemsize,
    format: format === 0 ? 'B' : cStringText(rt, format),
  };
}

/** What a memoryview shows. */
export function shownBy(rt: Runtime, mv: Addr): Shown {
  return shownAt(rt, mv + MV_VIEW);
}

/** Where each item lies, the last index running quickest, or the first. */
export function* places({ buf, shape, strides }: Shown, firstQuickest = false): Generator<Addr> {
  const order = shape.map((_, k) => (firstQuickest ? k : shape.length - 1 - k));
  const index = shape.map(() => 0);
  if (shape.includes(0)) return;
  for (;;) {
    yield index.reduce((at, i, k) => at + i * strides[k]!, buf);
    if (!advance(index, shape, order)) return;
  }
}

/** The next index, dimensions counting in this order; false at the end. */
function advance(index: number[], shape: readonly number[], order: readonly number[]): boolean {
  for (const k of order) {
    index[k]! += 1;
    if (index[k]! < shape[k]!) return true;
    index[k] = 0;
  }
  return false;
}

/** A copy of the items one behind the other. */
export function shownBytes(rt: Runtime, shown: Shown, firstQuickest = false): Uint8Array {
  const { itemsize } = shown;
  const bytes = new Uint8Array(shown.shape.reduce((n, size) => n * size, itemsize));
  let to = 0;
  for (const at of places(shown, firstQuickest)) {
    bytes.set(rt.u8.subarray(at, at + itemsize), to);
    to += itemsize;
  }
  return bytes;
}

/** The content of a memoryview that was not given back, in the order of its items. */
export function memoryviewContent(rt: Runtime, mv: Addr): Uint8Array {
  if (!isContiguous(rt, mv)) return shownBytes(rt, shownBy(rt, mv));
  const buf = rt.ptr(mv + MV_VIEW + B.PB_BUF);
  return rt.u8.slice(buf, buf + rt.size(mv + MV_VIEW + B.PB_LEN));
}

export function sameShape(a: Shown, b: Shown): boolean {
  return a.shape.length === b.shape.length && a.shape.every((n, k) => n === b.shape[k]);
}

/** Only equality is told, by the values of the items. v3.13.0 memory_richcompare */
export function memoryviewCompare(rt: Runtime, mv: Addr, other: Addr, op: number): Addr {
  if (op !== EQ && op !== EQ + 1) return notImplemented(rt);
  const answer = (same: boolean): Addr => newRef(rt, same === (op === EQ) ? rt.true : rt.false);
  if (isGone(rt, mv)) return answer(mv === other);
  if (rt.typeOf(other) === rt.types.memoryview) {
    if (isGone(rt, other)) return answer(mv === other);
    const same = sameItems(rt, shownBy(rt, mv), shownBy(rt, other));
    return same < 0 ? 0 : answer(same > 0);
  }
  const loan = rt.state + STATE.loan;
  if (B.getBuffer(rt, other, loan, B.PB_FULL_RO) < 0) {
    errClear(rt);
    return notImplemented(rt);
  }
  const same = sameItems(rt, shownBy(rt, mv), shownAt(rt, loan));
  B.releaseBuffer(rt, loan);
  return same < 0 ? 0 : answer(same > 0);
}

/** 1, 0, or -1 with an exception. */
function sameItems(rt: Runtime, a: Shown, b: Shown): number {
  if (!sameShape(a, b)) return 0;
  if (nativeSize(rt, a.format) === 0 || nativeSize(rt, b.format) === 0) return 0;
  const x = itemCode(rt, a.format);
  const y = itemCode(rt, b.format);
  if (x === null || y === null) return -1;
  const others = places(b);
  for (const at of places(a)) {
    const same = sameItem(rt, unpackItem(rt, at, x), unpackItem(rt, others.next().value!, y));
    if (same <= 0) return same;
  }
  return 1;
}

/** Compares two items, both stolen. */
function sameItem(rt: Runtime, x: Addr, y: Addr): number {
  // NaN is not equal to itself: small ints and booleans are the only items that are shared
  const same = x === 0 || y === 0 ? -1 : richCompareBool(rt, x, y, EQ);
  if (x !== 0) decref(rt, x);
  if (y !== 0) decref(rt, y);
  return same;
}
