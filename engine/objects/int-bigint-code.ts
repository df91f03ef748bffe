/** What few programs need of what int-bigint.ts is about. */
import { bigIntBits } from './int-bigint.ts';

/** The float nearest to a / b, ties to even; infinite when too large. b is not 0. */
export function divideBigInts(a: bigint, b: bigint): number {
  if (a === 0n) return b < 0n ? -0 : 0;
  const negative = a < 0n !== b < 0n;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  // the weight of the last bit kept: 53 or 54 bits, fewer where subnormals begin
  let exponent = Math.max(bigIntBits(x) - bigIntBits(y) - 53, -1074);
  if (exponent > 1100) return negative ? -Infinity : Infinity;
  let numerator = exponent < 0 ? x << BigInt(-exponent) : x;
  let denominator = exponent > 0 ? y << BigInt(exponent) : y;
  if (numerator / denominator >= 1n << 53n) {
    exponent++;
    denominator <<= 1n;
  }
  let quotient = numerator / denominator;
  numerator = (numerator - quotient * denominator) << 1n;
  if (numerator > denominator || (numerator === denominator && (quotient & 1n) === 1n)) quotient++;
  const value = Number(quotient) * 2 ** exponent;
  return negative ? -value : value;
}

/** The largest integer whose square is not above n. v3.13.0 Modules/mathmodule.c math_isqrt */
export function integerRoot(n: bigint): bigint {
  if (n < 2n) return n;
  const bits = bigIntBits(n);
  let root = 1n << BigInt((bits + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

/** x with a * x = 1 modulo n, 0 <= x < n, by Euclid's algorithm; null when there is none. */
export function invertModulo(a: bigint, n: bigint): bigint | null {
  let [r0, r1] = [((a % n) + n) % n, n];
  let [x0, x1] = [1n, 0n];
  while (r1 !== 0n) {
    const q = r0 / r1;
    [r0, r1] = [r1, r0 - q * r1];
    [x0, x1] = [x1, x0 - q * x1];
  }
  return r0 === 1n ? ((x0 % n) + n) % n : null;
}
