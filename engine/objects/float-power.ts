/**
 * Powers of doubles, correctly rounded.
 *
 * NOT CPYTHON: it calls the C library's pow, which is off by at most some 0.52 units in the last
 * place where this is off by 0.5, so that about one result in a hundred of the hardest differs by
 * one unit. JavaScript's `**` is off by more, and by engine.
 */
import { decompose } from './float-digits.ts';
import { bigIntBits, divideBigInts } from './int-bigint.ts';

/** Bits behind the point of the fixed-point numbers below: 53 for the result, 75 to spare. */
export const SCALE = 128n;
export const ONE = 1n << SCALE;

/** pow(x, y) of C99, special values included; infinite when too large. */
export function powDouble(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (y === 1 || Number.isNaN(x)) return x;
  if (Number.isNaN(y)) return y;
  // C says 1 where JavaScript says NaN
  if (x === -1 && (y === Infinity || y === -Infinity)) return 1;
  const magnitude = Math.abs(x);
  if (x === 0 || magnitude === Infinity || y - y !== 0) return x ** y;
  if (y === 2) return x * x;
  if (y === -1) return 1 / x;
  if (x < 0 && Math.floor(y) !== y) return NaN;
  const negative = x < 0 && Math.abs(y % 2) === 1;
  const result = magnitude === 1 ? 1 : positivePower(magnitude, y);
  return negative ? -result : result;
}

function positivePower(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  const estimate = x ** y;
  // far past the range: nothing to round
  if (estimate === Infinity && Math.log2(x) * y > 1025) return Infinity;
  if (estimate === 0 && Math.log2(x) * y < -1080) return 0;
  if (Number.isInteger(y) && Math.abs(y) <= 64) return integerPower(x, y);
  return exponential(multiplyByDouble(logarithm(x), y));
}

/** Exactly, and rounded once. */
function integerPower(x: number, y: number): number {
  const { mantissa, exponent } = decompose(x);
  const n = Math.abs(y);
  const power = mantissa ** BigInt(n);
  const twos = exponent * n;
  const p = twos > 0 ? power << BigInt(twos) : power;
  const q = twos < 0 ? 1n << BigInt(-twos) : 1n;
  return y < 0 ? divideBigInts(q, p) : divideBigInts(p, q);
}

/** ln 2 in fixed point. */
export const LN2 = atanhSeries(ONE / 3n) * 2n;

/** ln x, as a fixed-point number; x positive and finite. */
export function logarithm(x: number): bigint {
  const { mantissa, exponent } = decompose(x);
  return logarithmOfScaled(mantissa, exponent);
}

/** ln(mantissa * 2**exponent), as a fixed-point number; mantissa positive. */
function logarithmOfScaled(mantissa: bigint, exponent: number): bigint {
  const bits = bigIntBits(mantissa);
  // m in [1/sqrt 2, sqrt 2)
  let twos = exponent + bits;
  let m = (mantissa << SCALE) >> BigInt(bits);
  if (m * m * 2n < ONE * ONE) {
    m <<= 1n;
    twos--;
  }
  const ratio = ((m - ONE) << SCALE) / (m + ONE);
  return atanhSeries(ratio) * 2n + BigInt(twos) * LN2;
}

/** z + z^3/3 + z^5/5 + ... */
function atanhSeries(z: bigint): bigint {
  const square = (z * z) >> SCALE;
  let sum = z;
  let power = z;
  for (let k = 3n; ; k += 2n) {
    power = (power * square) >> SCALE;
    if (power === 0n || power === -1n) return sum;
    sum += power / k;
  }
}

/** A fixed-point number times a double. */
export function multiplyByDouble(a: bigint, y: number): bigint {
  const { mantissa, exponent } = decompose(Math.abs(y));
  const product = a * mantissa;
  const scaled = exponent < 0 ? product >> BigInt(-exponent) : product << BigInt(exponent);
  return y < 0 ? -scaled : scaled;
}

/** e to a fixed-point number, as one between 1/sqrt 2 and sqrt 2, and a power of two. */
function exponentialParts(a: bigint): { mantissa: bigint; twos: number } {
  const twos = (a + (a < 0n ? -HALF_LN2 : HALF_LN2)) / LN2;
  // e^r = (e^(r/256))^256, with bits to spare for the squarings
  const rest = ((a - twos * LN2) << GUARD) >> 8n;
  const scale = SCALE + GUARD;
  let sum = (ONE << GUARD) + rest;
  let term = rest;
  for (let k = 2n; term !== 0n && term !== -1n; k++) {
    term = ((term * rest) >> scale) / k;
    sum += term;
  }
  for (let i = 0; i < 8; i++) sum = (sum * sum) >> scale;
  return { mantissa: sum >> GUARD, twos: Number(twos) };
}

const HALF_LN2 = LN2 >> 1n;
const GUARD = 16n;

/** e to a fixed-point number, rounded to a double. */
export function exponential(a: bigint): number {
  const { mantissa, twos } = exponentialParts(a);
  const exponent = twos - Number(SCALE);
  if (exponent >= 0) return divideBigInts(mantissa << BigInt(exponent), 1n);
  return divideBigInts(mantissa, 1n << BigInt(-exponent));
}
