/**
 * Small arithmetic on offsets and sizes. Everything here is exact for non-negative integers below
 * 2^53 unless it says 32-bit.
 */

/** `n` rounded up to a multiple of `unit`, a power of two. Not limited to 32 bits. */
export function alignUp(n: number, unit: number): number {
  const rest = n % unit;
  return rest === 0 ? n : n + unit - rest;
}

/** `n` rounded down to a multiple of `unit`. Not limited to 32 bits. */
export function alignDown(n: number, unit: number): number {
  return n - (n % unit);
}

export function isPowerOfTwo(n: number): boolean {
  return n > 0 && Number.isInteger(Math.log2(n));
}

/** The exponent of a power of two below 2^32. */
export function log2Exact(n: number): number {
  return 31 - Math.clz32(n);
}

/** Position of the lowest set bit of a 32-bit word that is not 0. */
export function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** `0x7f3a00001230`, as C's `%p` and Python's `hex()` write it. */
export function hex(n: number): string {
  return '0x' + n.toString(16);
}
