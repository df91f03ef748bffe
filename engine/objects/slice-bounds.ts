/**
 * The positions a slice selects from a sequence of known length.
 * v3.13.0 Objects/sliceobject.c PySlice_Unpack, PySlice_AdjustIndices
 *
 * `sliceWithin` leaves its result in the module: read it at once, before anything can be called.
 */
import type { Addr } from '../base/brand.ts';
import { sliceIndex } from './clinic.ts';
import { raise } from './errors.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from './layouts.ts';
import type { Runtime } from './runtime.ts';

let start = 0;
let step = 1;
let count = 0;

/** The first position. */
export function sliceStart(): number {
  return start;
}

/** From one position to the next; never 0. */
export function sliceStep(): number {
  return step;
}

/** How many positions there are. */
export function sliceLength(): number {
  return count;
}

/**
 * Reads a slice object for a sequence of `n` items; its indices may be any objects with __index__.
 * @returns false with an exception
 */
export function sliceWithin(rt: Runtime, slice: Addr, n: number): boolean {
  const stepBy = sliceIndex(rt, rt.ptr(slice + SLICE_STEP), 1);
  if (Number.isNaN(stepBy)) return false;
  if (stepBy === 0) {
    raise(rt, rt.exc.ValueError, 'slice step cannot be zero');
    return false;
  }
  const from = sliceIndex(rt, rt.ptr(slice + SLICE_START), stepBy < 0 ? n - 1 : 0);
  if (Number.isNaN(from)) return false;
  const to = sliceIndex(rt, rt.ptr(slice + SLICE_STOP), stepBy < 0 ? -n - 1 : n);
  if (Number.isNaN(to)) return false;
  const low = stepBy < 0 ? -1 : 0;
  const high = stepBy < 0 ? n - 1 : n;
  start = Math.min(Math.max(from < 0 ? from + n : from, low), high);
  const stop = Math.min(Math.max(to < 0 ? to + n : to, low), high);
  step = Math.min(Math.max(stepBy, -0x7fffffff), 0x7fffffff);
  const distance = step < 0 ? start - stop : stop - start;
  count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
  return true;
}
