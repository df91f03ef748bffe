/** What few programs need of what float-text.ts is about. */
import { type Decimal, digitsToPlace, shortestDigits, significantDigits } from './float-digits.ts';
import type { DoubleFormat } from './float-text.ts';

/**
 * @param addDotZero what would look like an int gets `.0` (Py_DTSF_ADD_DOT_0)
 * @param alternate the point and trailing zeros stay (Py_DTSF_ALT)
 * v3.13.0 Python/pystrtod.c PyOS_double_to_string, format_float_short
 */
export function formatDouble(
  x: number,
  format: DoubleFormat,
  precision: number,
  addDotZero: boolean,
  alternate: boolean,
): string {
  if (Number.isNaN(x)) return 'nan';
  const sign = x < 0 || Object.is(x, -0) ? '-' : '';
  const magnitude = Math.abs(x);
  if (magnitude === Infinity) return sign + 'inf';
  const places = format === 'g' && precision === 0 ? 1 : precision;
  const decimal = digitsFor(magnitude, format, places);
  return sign + layOut(decimal, format, places, addDotZero, alternate);
}

function digitsFor(x: number, format: DoubleFormat, precision: number): Decimal {
  switch (format) {
    case 'r':
      return shortestDigits(x);
    case 'f':
      return digitsToPlace(x, precision);
    case 'e':
      return significantDigits(x, precision + 1);
    case 'g':
      return significantDigits(x, precision);
  }
}

function layOut(
  decimal: Decimal,
  format: DoubleFormat,
  precision: number,
  addDotZero: boolean,
  alternate: boolean,
): string {
  let { point } = decimal;
  // how many digits must stand, zeros filled in
  let end = decimal.digits.length;
  let exponential = false;
  if (format === 'e') {
    exponential = true;
    end = precision + 1;
  } else if (format === 'f') {
    end = point + precision;
  } else if (format === 'g') {
    exponential = point <= -4 || point > precision - (addDotZero ? 1 : 0);
    if (alternate) end = precision;
  } else {
    exponential = point <= -4 || point > 16;
  }
  const exponent = point - 1;
  if (exponential) point = 1;
  end = Math.max(end, !exponential && addDotZero ? point + 1 : point);
  const start = point <= 0 ? '0'.repeat(1 - point) : '';
  const digits = start + decimal.digits.padEnd(end, '0');
  const whole = Math.max(point, 1);
  const fraction = digits.slice(whole);
  const dot = fraction !== '' || alternate ? '.' : '';
  return digits.slice(0, whole) + dot + fraction + (exponential ? exponentText(exponent) : '');
}

function exponentText(exponent: number): string {
  const digits = String(Math.abs(exponent)).padStart(2, '0');
  return (exponent < 0 ? 'e-' : 'e+') + digits;
}
