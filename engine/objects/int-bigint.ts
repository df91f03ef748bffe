/** Arithmetic on BigInts that ints and floats share. Nothing here knows of the buffer. */
export { divideBigInts, integerRoot, invertModulo } from './late-numbers.ts';

/** Bits of a BigInt that is not negative. */
export function bigIntBits(magnitude: bigint): number {
  if (magnitude === 0n) return 0;
  if (magnitude < 0x20000000000000n) {
    const n = Number(magnitude);
    const high = Math.floor(n / 0x100000000);
    return high > 0 ? 64 - Math.clz32(high) : 32 - Math.clz32(n);
  }
  const text = magnitude.toString(16);
  return 4 * (text.length - 1) + (32 - Math.clz32(Number.parseInt(text[0]!, 16)));
}
