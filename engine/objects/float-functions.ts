/**
 * exp, log, sin, cos of doubles, correctly rounded; hypot.
 *
 * NOT CPYTHON: it calls the C library, whose results differ from the nearest double in a few cases
 * in a thousand at most. JavaScript's own functions differ in more, and by engine.
 */
import { decompose } from './float-digits.ts';
import { bigIntBits, divideBigInts, integerRoot } from './int-bigint.ts';
import { exponential, logarithm, ONE, SCALE } from './float-power.ts';

/** A fixed-point number with 128 bits behind the point, as a double. */
export function fixedToDouble(a: bigint): number {
  return divideBigInts(a, ONE);
}

/** A finite double with `scale` bits behind the point, cut off below them. */
export function doubleToFixed(x: number, scale: bigint = SCALE): bigint {
  const { mantissa, exponent } = decompose(Math.abs(x));
  const shift = BigInt(exponent) + scale;
  const a = shift >= 0n ? mantissa << shift : mantissa >> -shift;
  return x < 0 ? -a : a;
}

/** exp(x) */
export function exponentialOf(x: number): number {
  if (Number.isNaN(x) || x - x !== 0) return Math.exp(x);
  if (x > 710) return Infinity;
  if (x < -746) return 0;
  // 1 + x rounds to 1, and the fixed point would lose a smaller x
  if (Math.abs(x) < 2 ** -60) return 1 + x;
  return exponential(doubleToFixed(x));
}

/** log(x); NaN for a negative x */
export function logarithmOf(x: number): number {
  if (!(x > 0) || x === Infinity) return Math.log(x);
  // near 1 the result is small: the fixed point still holds 128 - 53 bits of it
  return fixedToDouble(logarithm(x));
}

/** pi with 1280 bits behind the point: enough to reduce the largest double. */
const PI_SCALE = 1280n;
const PI = machin(PI_SCALE);

/** pi with `scale` bits behind the point: 16 atan(1/5) - 4 atan(1/239) */
export function machin(scale: bigint): bigint {
  const guarded = scale + 16n;
  const pi = 16n * arctanOfInverse(5n, guarded) - 4n * arctanOfInverse(239n, guarded);
  return pi >> 16n;
}

function arctanOfInverse(n: bigint, scale: bigint): bigint {
  let power = (1n << scale) / n;
  let sum = power;
  const square = n * n;
  let sign = -1n;
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square;
    sum += (sign * power) / k;
    sign = -sign;
  }
  return sum;
}

/** x less the nearest multiple of pi/2, in fixed point, and that multiple modulo 4. */
export function reduceAngle(x: number): { rest: bigint; quadrant: number } {
  const a = doubleToFixed(x, PI_SCALE);
  const half = PI >> 1n;
  let turns = a / half;
  let rest = a - turns * half;
  if (rest > half >> 1n) {
    rest -= half;
    turns++;
  } else if (rest < -(half >> 1n)) {
    rest += half;
    turns--;
  }
  return { rest: rest >> (PI_SCALE - SCALE), quadrant: Number(((turns % 4n) + 4n) % 4n) };
}

/** sin of a fixed-point number of at most a few units */
export function sineSeries(r: bigint): bigint {
  const square = (r * r) >> SCALE;
  let term = r;
  let sum = r;
  for (let k = 2n; term !== 0n && term !== -1n; k += 2n) {
    term = -((term * square) >> SCALE) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}

/** cos of a fixed-point number of at most a few units */
export function cosineSeries(r: bigint): bigint {
  const square = (r * r) >> SCALE;
  let term = ONE;
  let sum = ONE;
  for (let k = 1n; term !== 0n && term !== -1n; k += 2n) {
    term = -((term * square) >> SCALE) / (k * (k + 1n));
    sum += term;
  }
  return sum;
}

/** sin(x); NaN for an infinite x */
export function sine(x: number): number {
  if (x - x !== 0) return NaN;
  // x - x^3/6 is nearer to x than to any other double
  if (Math.abs(x) < 2 ** -27) return x;
  const { rest, quadrant } = reduceAngle(x);
  const value = quadrant % 2 === 0 ? sineSeries(rest) : cosineSeries(rest);
  return fixedToDouble(quadrant >= 2 ? -value : value);
}

/** cos(x); NaN for an infinite x */
export function cosine(x: number): number {
  if (x - x !== 0) return NaN;
  const { rest, quadrant } = reduceAngle(x);
  const value = quadrant % 2 === 0 ? cosineSeries(rest) : sineSeries(rest);
  return fixedToDouble(quadrant === 1 || quadrant === 2 ? -value : value);
}

/**
 * sqrt(x*x + y*y) without overflow on the way, as the C library of CPython's Linux computes it
 * (glibc 2.35 and later, C. F. Borges, "An Improved Algorithm for hypot(a, b)"): not always the
 * nearest double, but always the same. Infinite when an operand is.
 */
export function hypotenuse(x: number, y: number): number {
  if (x === Infinity || x === -Infinity || y === Infinity || y === -Infinity) return Infinity;
  const a = Math.max(Math.abs(x), Math.abs(y));
  const b = Math.min(Math.abs(x), Math.abs(y));
  if (b <= a * 2 ** -54) return a + b;
  if (a > 2 ** 511) return correctedRoot(a * 2 ** -600, b * 2 ** -600) * 2 ** 600;
  if (b < 2 ** -459) return correctedRoot(a * 2 ** 600, b * 2 ** 600) * 2 ** -600;
  return correctedRoot(a, b);
}

/** One step of Newton's after the square root, its residue computed without cancellation. */
function correctedRoot(a: number, b: number): number {
  const root = Math.sqrt(a * a + b * b);
  let residue: number;
  if (root <= 2 * b) {
    const delta = root - b;
    residue = a * (2 * delta - a) + (delta - 2 * (a - b)) * delta;
  } else {
    const delta = root - a;
    residue = 2 * delta * (a - 2 * b) + ((4 * delta - b) * b + delta * delta);
  }
  return root - residue / (2 * root);
}

/** sqrt(n) * 2**exponent, rounded once */
export function squareRootOf(n: bigint, exponent: number): number {
  // 64 more bits than a double holds, and one that says that something is left
  const bits = bigIntBits(n);
  const up = Math.max(0, 128 - bits) & ~1;
  const shifted = n << BigInt(up);
  const root = integerRoot(shifted);
  const sticky = root * root === shifted ? 0n : 1n;
  const twos = exponent - up / 2 - 1;
  const value = (root << 1n) | sticky;
  return twos >= 0
    ? divideBigInts(value << BigInt(twos), 1n)
    : divideBigInts(value, 1n << BigInt(-twos));
}
