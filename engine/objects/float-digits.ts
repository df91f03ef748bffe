/**
 * Decimal digits of doubles, exact: CPython's dtoa by BigInt.
 * v3.13.0 Python/dtoa.c _Py_dg_dtoa
 */

/** The digits of a positive double, without trailing zeros, and where the decimal point stands. */
export interface Decimal {
  readonly digits: string;
  /** digits before the point: 123.4 has 3, 0.01 has -1 */
  readonly point: number;
}

const f64 = new Float64Array(1);
const words = new Uint32Array(f64.buffer);

/** A finite, not negative double as mantissa * 2**exponent, the mantissa an integer below 2^53. */
export function decompose(x: number): { mantissa: bigint; exponent: number } {
  f64[0] = x;
  const high = words[1]!;
  const biased = (high >>> 20) & 0x7ff;
  const fraction = (BigInt(high & 0xfffff) << 32n) | BigInt(words[0]!);
  if (biased === 0) return { mantissa: fraction, exponent: -1074 };
  return { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}

/** The shortest digits that read back as the same double. Mode 0 of dtoa. */
export function shortestDigits(x: number): Decimal {
  const text = x.toExponential();
  const e = text.indexOf('e');
  const digits = text[0]! + text.slice(2, e);
  return { digits, point: x === 0 ? 1 : Number(text.slice(e + 1)) + 1 };
}

/** x * 10**places rounded to an integer, half to even; places may be negative. */
function scaledInteger(x: number, places: number): bigint {
  const { mantissa, exponent } = decompose(x);
  let numerator = mantissa;
  let denominator = 1n;
  if (places > 0) numerator *= 10n ** BigInt(places);
  else denominator = 10n ** BigInt(-places);
  if (exponent > 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const quotient = numerator / denominator;
  const twice = (numerator - quotient * denominator) << 1n;
  const up = twice > denominator || (twice === denominator && (quotient & 1n) === 1n);
  return up ? quotient + 1n : quotient;
}

function withoutTrailingZeros(text: string): string {
  let end = text.length;
  while (end > 1 && text[end - 1] === '0') end--;
  return text.slice(0, end);
}

/** Digits up to `places` behind the point (before it, when negative). Mode 3 of dtoa. */
export function digitsToPlace(x: number, places: number): Decimal {
  // nothing of a double stands behind place 1074
  const n = scaledInteger(x, Math.min(places, 1074));
  if (n === 0n) return { digits: x === 0 ? '0' : '', point: x === 0 ? 1 : -places };
  const text = n.toString();
  const point = text.length - Math.min(places, 1074);
  return { digits: withoutTrailingZeros(text), point };
}

/** `count` significant digits, count at least 1. Mode 2 of dtoa. */
export function significantDigits(x: number, count: number): Decimal {
  if (x === 0) return { digits: '0', point: 1 };
  // the power of ten below x, from the shortest form, which rounding may not pass upwards
  const magnitude = Number(x.toExponential(20).split('e')[1]);
  const places = Math.min(count - 1 - magnitude, 1074);
  let text = scaledInteger(x, places).toString();
  let point = text.length - places;
  if (text.length > count) {
    // rounded up to the next power of ten
    text = text.slice(0, count);
    point = magnitude + 2;
  }
  return { digits: withoutTrailingZeros(text), point };
}

/** x rounded to `places` behind the point. v3.13.0 Objects/floatobject.c double_round */
export function roundToPlace(x: number, places: number): number {
  const n = scaledInteger(Math.abs(x), places);
  const rounded = Number(`${n}e${-places}`);
  return x < 0 || Object.is(x, -0) ? -rounded : rounded;
}
