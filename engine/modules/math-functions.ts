/**
 * The functions of the C library that `math` calls, on doubles.
 *
 * exp2, log2, the angles, cbrt, erf; the rest of the exponentials: math-hyperbolic.ts.
 *
 * NOT CPYTHON: these are correctly rounded (BigInt fixed point, objects/float-power.ts), where the
 * C library is off by one unit in the last place in a few cases in a thousand. cbrt follows glibc,
 * whose error shows in everyday arguments: cbrt(-27) is -3.0000000000000004.
 * A pole or a result out of range comes out infinite, an argument out of the domain NaN.
 */
import { decompose } from '../objects/float-digits.ts';
import {
  cosineSeries,
  doubleToFixed,
  fixedToDouble,
  machin,
  reduceAngle,
  sineSeries,
} from '../objects/float-functions.ts';
import {
  exponential,
  LN2,
  logarithm,
  multiplyByDouble,
  ONE,
  SCALE,
} from '../objects/float-power.ts';
import { divideBigInts, integerRoot } from '../objects/int-bigint.ts';

/** Below it, f(x) of an odd function with f'(0) = 1 rounds to x. */
const TINY = 2 ** -27;
const PI = machin(SCALE);
/** More bits behind the point, for square roots. */
const WIDE = 256n;
const WIDE_ONE = 1n << WIDE;

function isFiniteDouble(x: number): boolean {
  return x - x === 0;
}

// ---- powers and logarithms of 2 ----------------------------------------------------------------------

export function exp2(x: number): number {
  if (!isFiniteDouble(x) || Number.isInteger(x)) return 2 ** x;
  if (x > 1025) return Infinity;
  if (x < -1080) return 0;
  return exponential(multiplyByDouble(LN2, x));
}

export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log2(x);
  return divideBigInts(logarithm(x), LN2);
}

// ---- angles --------------------------------------------------------------------------------------

export function tan(x: number): number {
  if (!isFiniteDouble(x)) return NaN;
  if (Math.abs(x) < TINY) return x;
  const { rest, quadrant } = reduceAngle(x);
  const s = sineSeries(rest);
  const c = cosineSeries(rest);
  return quadrant % 2 === 0 ? divideBigInts(s, c) : divideBigInts(-c, s);
}

/** The angle of (x, y), both positive, in fixed point: an estimate, and one step of Newton's. */
function angleOf(y: bigint, x: bigint, estimate: number): bigint {
  const t = doubleToFixed(estimate);
  const s = sineSeries(t);
  const c = cosineSeries(t);
  return t + ((y * c - x * s) << SCALE) / (x * c + y * s);
}

export function atan2(y: number, x: number): number {
  if (x === 0 || y === 0 || !isFiniteDouble(x) || !isFiniteDouble(y)) return Math.atan2(y, x);
  const a = decompose(Math.abs(y));
  const b = decompose(Math.abs(x));
  const low = Math.min(a.exponent, b.exponent);
  const top = a.mantissa << BigInt(a.exponent - low);
  const bottom = b.mantissa << BigInt(b.exponent - low);
  const ratio = Math.abs(y / x);
  let value: number;
  if (ratio < TINY && x > 0) {
    // r - r^3/3
    const factor = ONE - doubleToFixed(ratio * ratio) / 3n;
    value = divideBigInts(top * factor, bottom * ONE);
  } else {
    const angle = angleOf(top, bottom, Math.atan2(Math.abs(y), Math.abs(x)));
    value = fixedToDouble(x < 0 ? PI - angle : angle);
  }
  return y < 0 ? -value : value;
}

export function atan(x: number): number {
  return x === 0 || Number.isNaN(x) ? x : atan2(x, 1);
}

/** sin and cos of the angle whose sine is |x|, in fixed point of WIDE bits. */
function legs(x: number): { opposite: bigint; adjacent: bigint } {
  const opposite = doubleToFixed(Math.abs(x), WIDE);
  return { opposite, adjacent: integerRoot(WIDE_ONE * WIDE_ONE - opposite * opposite) };
}

export function asin(x: number): number {
  const a = Math.abs(x);
  if (!(a <= 1)) return NaN;
  if (a < TINY) return x;
  const { opposite, adjacent } = legs(x);
  const value = fixedToDouble(angleOf(opposite, adjacent, Math.asin(a)));
  return x < 0 ? -value : value;
}

export function acos(x: number): number {
  const a = Math.abs(x);
  if (!(a <= 1)) return NaN;
  if (x === 1) return 0;
  const { opposite, adjacent } = legs(x);
  const angle = angleOf(adjacent, opposite, Math.acos(a));
  return fixedToDouble(x < 0 ? PI - angle : angle);
}

// ---- cbrt, erf -----------------------------------------------------------------------------------

const CUBE_ROOT_2 = 1.2599210498948731648;
const CUBE_ROOT_4 = 1.5874010519681994748;
/** Roots of 1/4, 1/2, 1, 2, 4. */
const CUBE_ROOTS = [1 / CUBE_ROOT_4, 1 / CUBE_ROOT_2, 1, CUBE_ROOT_2, CUBE_ROOT_4];

const CBRT_COEFFICIENTS = [
  -1.83469277483613086, 2.4469312256353443, -2.11499494167371287, 1.50819193781584896,
  0.35489576504391986,
];

/** As glibc's: a polynomial for the mantissa and one step of Halley's. */
export function cbrt(x: number): number {
  if (x === 0 || !isFiniteDouble(x)) return x;
  let m = Math.abs(x);
  let e = 0;
  while (m >= 1) {
    m /= 2;
    e++;
  }
  while (m < 0.5) {
    m *= 2;
    e--;
  }
  let u = 0.784932344976639262 - 0.145263899385486377 * m;
  for (const c of CBRT_COEFFICIENTS) u = c + u * m;
  const cube = u * u * u;
  const third = Math.trunc(e / 3);
  const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * CUBE_ROOTS[2 + (e % 3)]!;
  return (x < 0 ? -root : root) * 2 ** third;
}

/** erf(|x|) with `scale` bits behind the point, by its alternating series. */
function erfSeries(x: number, scale: bigint): bigint {
  const z = doubleToFixed(Math.abs(x), scale);
  const square = (z * z) >> scale;
  let term = z;
  let sum = z;
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = -((term * square) >> scale) / n;
    sum += term / (2n * n + 1n);
  }
  const rootOfPi = integerRoot(machin(scale) << scale);
  return ((sum << 1n) << scale) / rootOfPi;
}

/** Bits for a sum whose terms grow to e^(x^2) and whose value may be as small as e^(-x^2). */
function erfScale(x: number): bigint {
  return BigInt(192 + Math.ceil(x * x * 2.9));
}

export function erf(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x)) return x;
  if (a > 6.1) return Math.sign(x);
  // 2/sqrt(pi) * x; smaller ones would lose bits in fixed point
  if (a < 2 ** -60) return x * 1.1283791670955126;
  const scale = erfScale(a);
  const value = divideBigInts(erfSeries(x, scale), 1n << scale);
  return x < 0 ? -value : value;
}

export function erfc(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 27.5) return 0;
  if (x < -6.1) return 2;
  const scale = erfScale(x);
  const part = erfSeries(x, scale);
  const one = 1n << scale;
  return divideBigInts(x < 0 ? one + part : one - part, one);
}
