/** What the part for memoryviews holds. v3.13.0 Objects/memoryobject.c PyMemoryView_Type */
import type { Addr } from '../base/brand.ts';
import { BYTEARRAY_EXPORTS, BYTEARRAY_START } from './buffer.ts';
import { bytesHash, bytesNew } from './bytes.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { BYTES_DATA, OB_SIZE } from './layouts.ts';
import * as M from './managed-buffer.ts';
import { memoryAssign, memoryItem, memorySubscript } from './memoryview-access.ts';
import { memoryviewCompare, memoryviewContent } from './memoryview-content.ts';
import { formatOf, nativeSize } from './memoryview-item.ts';
import { memoryIter } from './memoryview-iterator.ts';
import { readNewArgs } from './new-args.ts';
import { addressText, hash } from './object.ts';
import * as B from './py-buffer.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import type { Slots } from './type-spec.ts';

export { memoryviewContent } from './memoryview-content.ts';
export { memoryAttributes, memoryMethods } from './memoryview-methods.ts';

// ---- what bytes and bytearray lend ---------------------------------------------------------------

/** v3.13.0 bytes_buffer_getbuffer */
export function bytesGetBuffer(rt: Runtime, p: Addr, view: Addr, flags: number): number {
  return B.fillBytesBuffer(rt, view, p, p + BYTES_DATA, rt.size(p + OB_SIZE), true, flags);
}

/** v3.13.0 bytearray_getbuffer */
export function byteArrayGetBuffer(rt: Runtime, p: Addr, view: Addr, flags: number): number {
  const start = rt.ptr(p + BYTEARRAY_START);
  rt.setSize(p + BYTEARRAY_EXPORTS, rt.size(p + BYTEARRAY_EXPORTS) + 1);
  return B.fillBytesBuffer(rt, view, p, start, rt.size(p + OB_SIZE), false, flags);
}

/** v3.13.0 bytearray_releasebuffer */
export function byteArrayReleaseBuffer(rt: Runtime, p: Addr): void {
  rt.setSize(p + BYTEARRAY_EXPORTS, rt.size(p + BYTEARRAY_EXPORTS) - 1);
}

// ---- the type ------------------------------------------------------------------------------------

const NEW_PARAMS = { names: ['object'], required: 1, positional: 1 };
const given = new Int32Array(1);

function memoryNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'memoryview', NEW_PARAMS, given, args, kwargs)) return 0;
  return M.memoryviewFrom(rt, given[0]!, B.PB_FULL_RO);
}

function repr(rt: Runtime, mv: Addr): Addr {
  const released = M.isGone(rt, mv) ? 'released ' : '';
  return newStr(rt, `<${released}memory at ${addressText(rt, mv)}>`);
}

function length(rt: Runtime, mv: Addr): number {
  if (M.isReleased(rt, mv)) return -1;
  if (M.viewDims(rt, mv) !== 0) return M.viewShape(rt, mv, 0);
  if (rt.profile.memoryviews.scalarsHaveLength) return 1;
  return raiseInt(rt, rt.exc.TypeError, '0-dim memory has no length');
}

/** Low word of the hash, kept in the view; the high word in rt.hashHigh. v3.13.0 memory_hash */
function memoryHash(rt: Runtime, mv: Addr): number {
  const at = (mv + M.MV_HASH) >> 2;
  rt.hashHigh = rt.i32[at + 1]!;
  if (rt.i32[at] !== -1 || rt.hashHigh !== -1) return rt.i32[at]!;
  if (!isHashable(rt, mv)) {
    rt.hashHigh = -1;
    return -1;
  }
  const content = bytesNew(rt, memoryviewContent(rt, mv));
  if (content === 0) return -1;
  rt.i32[at] = bytesHash(rt, content);
  rt.i32[at + 1] = rt.hashHigh;
  decref(rt, content);
  rt.hashHigh = rt.i32[at + 1]!;
  return rt.i32[at]!;
}

function isHashable(rt: Runtime, mv: Addr): boolean {
  if (M.isReleased(rt, mv)) return false;
  const view = mv + M.MV_VIEW;
  if (rt.i32[(view + B.PB_READONLY) >> 2] === 0) {
    raise(rt, rt.exc.ValueError, 'cannot hash writable memoryview object');
    return false;
  }
  const format = formatOf(rt, mv);
  if (nativeSize(rt, format) !== 1 || format.endsWith('?')) {
    const text = "memoryview: hashing is restricted to formats 'B', 'b' or 'c'";
    raise(rt, rt.exc.ValueError, text);
    return false;
  }
  hash(rt, rt.ptr(view + B.PB_OBJ));
  return !errOccurred(rt);
}

export const memorySlots = {
  tp_new: memoryNew,
  tp_dealloc: M.viewDealloc,
  tp_repr: repr,
  tp_hash: memoryHash,
  tp_traverse: M.viewTraverse,
  tp_clear: M.viewClear,
  tp_richcompare: memoryviewCompare,
  tp_iter: memoryIter,
  mp_length: length,
  mp_subscript: memorySubscript,
  mp_ass_subscript: memoryAssign,
  sq_length: length,
  sq_item: memoryItem,
  bf_getbuffer: M.viewGetBuffer,
  bf_releasebuffer: M.viewReleaseBuffer,
} as const satisfies Partial<Slots>;
