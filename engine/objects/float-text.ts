/**
 * float to text and back. v3.13.0 Python/pystrtod.c, Objects/floatobject.c
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { newFloat } from './float-object.ts';
import { type Decimal, digitsToPlace, shortestDigits, significantDigits } from './float-digits.ts';
import { decimalsAndSpacesToAscii } from './int-text.ts';
import { reprText } from './object.ts';
import type { Runtime } from './runtime.ts';

/** How `formatDouble` writes. `r` is repr: shortest digits. */
export type DoubleFormat = 'e' | 'f' | 'g' | 'r';

/** `repr(x)`. v3.13.0 float_repr */
export function floatRepr(x: number): string {
  return formatDouble(x, 'r', 0, true, false);
}

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

// ---- from text ---------------------------------------------------------------------------------

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const SPECIAL = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i;
/** What strtod takes from the start of a text; for complex(). */
const DECIMAL_PREFIX = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|inf(?:inity)?|nan)/i;

/** The value of a whole text, or null. v3.13.0 PyOS_string_to_double */
export function parseDouble(text: string): number | null {
  if (DECIMAL.test(text)) return Number(text);
  const special = SPECIAL.exec(text);
  if (special === null) return null;
  const value = special[2] === undefined ? NaN : Infinity;
  return special[1] === '-' ? -value : value;
}

/** How many characters at the start of the text make a number; 0 for none. */
export function doublePrefixLength(text: string): number {
  return DECIMAL_PREFIX.exec(text)?.[0].length ?? 0;
}

/**
 * The text without underscores, which may stand between digits only; null when one stands
 * elsewhere. v3.13.0 Objects/bytesobject.c _Py_string_to_number_with_underscores
 */
export function withoutUnderscores(text: string): string | null {
  if (!text.includes('_')) return text;
  if (/(?:^|\D)_|_(?:$|\D)/.test(text)) return null;
  return text.replaceAll('_', '');
}

/** Spaces of any kind stripped at both ends, digits of any script made ASCII. */
export function strippedNumber(text: string): string {
  return decimalsAndSpacesToAscii(text).replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
}

/** float(text). @param shown the object of the ValueError. v3.13.0 PyFloat_FromString */
export function floatFromText(rt: Runtime, text: string, shown: Addr): Addr {
  const plain = withoutUnderscores(strippedNumber(text));
  const value = plain === null ? null : parseDouble(plain);
  if (value !== null) return newFloat(rt, value);
  const repr = reprText(rt, shown);
  if (repr === null) return 0;
  return raise(rt, rt.exc.ValueError, `could not convert string to float: ${repr}`);
}
