/** What few programs need of what list-strided.ts is about. */
import type { Addr } from '../base/brand.ts';
import { noMemory, raiseInt } from './errors.ts';
import { listItems, listResize, listSize } from './list.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import { sliceLength, sliceStart, sliceStep } from './slice-bounds.ts';

/** Deletes what sliceOfList found, whose step is not 1. */
export function deleteStrided(rt: Runtime, list: Addr): number {
  const count = sliceLength();
  if (count <= 0) return 0;
  const reversed = sliceStep() < 0;
  const step = Math.abs(sliceStep());
  const start = reversed ? sliceStart() - step * (count - 1) : sliceStart();
  const garbage = rt.mem.malloc(8 * count);
  if (garbage === 0) {
    noMemory(rt);
    return -1;
  }
  const size = listSize(rt, list);
  const items = listItems(rt, list);
  for (let i = 0, at = start; i < count; i++, at += step) {
    rt.setPtr(garbage + 8 * i, rt.arg(items, at));
    // what stands between this one and the next moves down by the number taken so far
    const end = i + 1 < count ? at + step : size;
    rt.u8.copyWithin(items + 8 * (at - i), items + 8 * (at + 1), items + 8 * end);
  }
  const status = listResize(rt, list, size - count);
  for (let i = 0; i < count; i++) decref(rt, rt.arg(garbage, i));
  rt.mem.free(garbage);
  return status;
}

/** Assigns a row of items, an exact list or tuple, to what sliceOfList found, whose step is not 1. */
export function assignStrided(rt: Runtime, list: Addr, row: Addr): number {
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  const n = rowLength(rt, row);
  if (n !== count) {
    return raiseInt(
      rt,
      rt.exc.ValueError,
      `attempt to assign sequence of size ${n} to extended slice of size ${count}`,
    );
  }
  if (count === 0) return 0;
  const garbage = rt.mem.malloc(8 * count);
  if (garbage === 0) {
    noMemory(rt);
    return -1;
  }
  const source = rowStart(rt, row);
  const items = listItems(rt, list);
  for (let i = 0, at = start; i < count; i++, at += step) {
    rt.setPtr(garbage + 8 * i, rt.arg(items, at));
    rt.setPtr(items + 8 * at, newRef(rt, rt.arg(source, i)));
  }
  for (let i = 0; i < count; i++) decref(rt, rt.arg(garbage, i));
  rt.mem.free(garbage);
  return 0;
}
