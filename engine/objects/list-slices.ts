/** Slices of a list with step 1: taking and replacing them. v3.13.0 Objects/listobject.c */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dropRow, takeRow } from './call.ts';
import { noMemory } from './errors.ts';
import { OB_SIZE } from './layouts.ts';
import { listClear, listItems, listNewPrealloc, listResize, listSize } from './list.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import { fastSequence } from './str-build.ts';

/** Copies `n` pointers from one row into slots that own nothing yet, counting each. */
export function copyRow(rt: Runtime, to: Addr, from: Addr, n: number): void {
  const i32 = rt.i32;
  let source = from >> 2;
  let target = to >> 2;
  for (const end = source + 2 * n; source < end; source += 2, target += 2) {
    const p = i32[source]!;
    if (p !== 0) incref(rt, p);
    i32[target] = p;
    i32[target + 1] = p === 0 ? 0 : ADDRESS_HIGH;
  }
}

/** New list of items [low, high), which must lie in the list. v3.13.0 list_slice_lock_held */
export function listGetSlice(rt: Runtime, list: Addr, low: number, high: number): Addr {
  const n = high - low;
  if (n <= 0) return listNewPrealloc(rt, 0);
  const result = listNewPrealloc(rt, n);
  if (result === 0) return 0;
  copyRow(rt, listItems(rt, result), listItems(rt, list) + 8 * low, n);
  rt.setSize(result + OB_SIZE, n);
  return result;
}

/**
 * list[low:high] = value; value 0 deletes. Bounds are clipped.
 * @returns 0, -1 with an exception. v3.13.0 list_ass_slice, PyList_SetSlice
 */
export function listSetSlice(
  rt: Runtime,
  list: Addr,
  low: number,
  high: number,
  value: Addr,
): number {
  if (value === 0) return replaceSlice(rt, list, low, high, 0, 0);
  if (value === list) {
    // a[i:j] = a: from a copy
    const copy = listGetSlice(rt, list, 0, listSize(rt, list));
    if (copy === 0) return -1;
    const status = replaceSlice(rt, list, low, high, rowStart(rt, copy), rowLength(rt, copy));
    decref(rt, copy);
    return status;
  }
  const fast = fastSequence(rt, value, 'can only assign an iterable');
  if (fast === 0) return -1;
  const status = replaceSlice(rt, list, low, high, fastItems(rt, fast), rowLength(rt, fast));
  decref(rt, fast);
  return status;
}

function fastItems(rt: Runtime, seq: Addr): Addr {
  return rt.typeOf(seq) === rt.types.tuple ? rowStart(rt, seq) : listItems(rt, seq);
}

/** Up to this many removed items wait on the C stack, more in a block. v3.13.0 recycle_on_stack */
const RECYCLE_ON_STACK = 8;

/** v3.13.0 list_ass_slice_lock_held: the removed items die last, when the list is whole again */
function replaceSlice(
  rt: Runtime,
  list: Addr,
  lowBound: number,
  highBound: number,
  row: Addr,
  n: number,
): number {
  const size = listSize(rt, list);
  const low = lowBound < 0 ? 0 : lowBound > size ? size : lowBound;
  const high = highBound < low ? low : highBound > size ? size : highBound;
  const removed = high - low;
  if (size + n - removed === 0) {
    listClear(rt, list);
    return 0;
  }
  const onHeap = removed > RECYCLE_ON_STACK;
  const recycle = onHeap ? rt.mem.malloc(8 * removed) : takeRow(rt, removed);
  if (recycle === 0) {
    if (onHeap) noMemory(rt);
    return -1;
  }
  const items = listItems(rt, list);
  rt.u8.copyWithin(recycle, items + 8 * low, items + 8 * high);
  const status = moveTail(rt, list, size, high, n - removed);
  if (status === 0) {
    copyRow(rt, listItems(rt, list) + 8 * low, row, n);
    for (let k = removed - 1; k >= 0; k--) {
      const p = rt.arg(recycle, k);
      if (p !== 0) decref(rt, p);
    }
  }
  if (onHeap) rt.mem.free(recycle);
  else dropRow(rt, recycle);
  return status;
}

/** Moves what stands behind the slice by `delta` items and sets the new length. */
function moveTail(rt: Runtime, list: Addr, size: number, high: number, delta: number): number {
  if (delta === 0) return 0;
  const tail = 8 * (size - high);
  if (delta < 0) {
    const items = listItems(rt, list);
    const from = items + 8 * high;
    rt.u8.copyWithin(from + 8 * delta, from, from + tail);
    if (listResize(rt, list, size + delta) < 0) {
      const again = listItems(rt, list) + 8 * high;
      rt.u8.copyWithin(again, again + 8 * delta, again + 8 * delta + tail);
      return -1;
    }
    return 0;
  }
  if (listResize(rt, list, size + delta) < 0) return -1;
  const from = listItems(rt, list) + 8 * high;
  rt.u8.copyWithin(from + 8 * delta, from, from + tail);
  return 0;
}
