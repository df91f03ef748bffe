/**
 * Unsigned 64-bit arithmetic for hashes, in halves: the low word is returned, the high word left in
 * rt.hashHigh, as every hash function does.
 */
import type { Runtime } from './runtime.ts';

/** High word of the product of two unsigned 32-bit words. */
export function mulHigh(a: number, b: number): number {
  const a0 = a & 0xffff;
  const a1 = a >>> 16;
  const b0 = b & 0xffff;
  const b1 = b >>> 16;
  const p01 = a0 * b1;
  const p10 = a1 * b0;
  const middle = ((a0 * b0) >>> 16) + (p01 & 0xffff) + (p10 & 0xffff);
  return (a1 * b1 + (p01 >>> 16) + (p10 >>> 16) + (middle >>> 16)) | 0;
}

/** (low, high) * (bLow, bHigh) mod 2**64 */
export function mul64(rt: Runtime, low: number, high: number, bLow: number, bHigh: number): number {
  rt.hashHigh = (mulHigh(low, bLow) + Math.imul(low, bHigh) + Math.imul(high, bLow)) | 0;
  return Math.imul(low, bLow);
}

/** (low, high) + (bLow, bHigh) mod 2**64 */
export function add64(rt: Runtime, low: number, high: number, bLow: number, bHigh: number): number {
  const sum = (low + bLow) | 0;
  const carry = sum >>> 0 < low >>> 0 ? 1 : 0;
  rt.hashHigh = (high + bHigh + carry) | 0;
  return sum;
}
