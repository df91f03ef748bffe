/** The positions a slice selects from a sequence of known length. v3.13.0 Objects/sliceobject.c */
import type { Addr } from '../base/brand.ts';
import { sliceIndex } from './clinic.ts';
import { raise } from './errors.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from './layouts.ts';
import type { Runtime } from './runtime.ts';

let start = 0;
let step = 1;
let count = 0;
export const sliceStart = (): number => start;
export const sliceStep = (): number => step;
export const sliceLength = (): number => count;
export function sliceWithin(rt: Runtime, slice: Addr, n: number): boolean {
  const stepBy = sliceIndex(rt, rt.ptr(slice + SLICE_STEP), 1);
  if (stepBy !== stepBy) return false;
  if (stepBy === 0) {
    raise(rt, rt.exc.ValueError, 'slice step cannot be zero');
    return false;
  }
  const from = sliceIndex(rt, rt.ptr(slice + SLICE_START), stepBy < 0 ? n - 1 : 0);
  if (from !== from) return false;
  const to = sliceIndex(rt, rt.ptr(slice + SLICE_STOP), stepBy < 0 ? -n - 1 : n);
  if (to !== to) return false;
  const low = stepBy < 0 ? -1 : 0;
  const high = stepBy < 0 ? n - 1 : n;
  start = Math.min(Math.max(from < 0 ? from + n : from, low), high);
  const stop = Math.min(Math.max(to < 0 ? to + n : to, low), high);
  step = Math.min(Math.max(stepBy, -0x7fffffff), 0x7fffffff);
  const distance = step < 0 ? start - stop : stop - start;
  count = distance <= 0 ? 0 : Math.floor((distance - 1) / Math.abs(step)) + 1;
  return true;
}
