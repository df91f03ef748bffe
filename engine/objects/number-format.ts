/**
 * Laying a number out by a format spec: sign, prefix, padding, groups of digits; and `__format__`
 * of float and complex. v3.13.0 Python/formatter_unicode.c
 */
import type { Addr } from '../base/brand.ts';
import { complexImag, complexReal } from './complex-object.ts';
import { raise } from './errors.ts';
import { floatValue } from './float-object.ts';
import { type DoubleFormat, formatDouble } from './float-text.ts';
import {
  badFormat,
  type FormatSpec,
  parseFormatSpec,
  precisionTooBig,
  unknownType,
} from './format-spec.ts';
import { str, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strLength, strToJs } from './strings.ts';

/** A number taken apart. */
export interface NumberParts {
  readonly negative: boolean;
  /** 0x and the like */
  readonly prefix: string;
  /** digits before the point; '' for inf, nan and characters */
  readonly digits: string;
  /** the point and all behind it; or what stands instead of digits */
  readonly rest: string;
}

/** Digits in groups, with zeros to at least `minWidth`. _PyUnicode_InsertThousandsGrouping */
function group(digits: string, separator: string, size: number, minWidth: number): string {
  if (separator === '') return digits.padStart(minWidth, '0');
  let out = '';
  let left = digits.length;
  let width = minWidth;
  for (;;) {
    const length = Math.min(size, Math.max(left, width, 1));
    const from = Math.max(0, left - length);
    out = digits.slice(from, left).padStart(length, '0') + (out === '' ? '' : separator) + out;
    left = from;
    width -= length;
    if (left <= 0 && width <= 0) return out;
    width -= separator.length;
  }
}

/** The digits behind a point in threes, from the left. v3.14.0 fill_number */
function groupFraction(rest: string, separator: string): string {
  if (separator === '' || rest[0] !== '.') return rest;
  return rest.replace(/^\.[0-9]*/, (digits) =>
    digits.replace(/[0-9]{3}(?=[0-9])/g, `$&${separator}`),
  );
}

/** v3.13.0 calc_number_widths, fill_number */
export function layOutNumber(parts: NumberParts, spec: FormatSpec): string {
  const plus = spec.sign === '+' || spec.sign === ' ' ? spec.sign : '';
  const sign = parts.negative ? '-' : plus;
  const rest = groupFraction(parts.rest, spec.fractionSeparator);
  const others = sign.length + parts.prefix.length + rest.length;
  const zeros = spec.fill === '0' && spec.align === '=' ? spec.width - others : 0;
  const digits =
    parts.digits === '' ? '' : group(parts.digits, spec.separator, spec.groupSize, zeros);
  const padding = Math.max(0, spec.width - others - digits.length);
  const inner = spec.align === '=' ? spec.fill.repeat(padding) : '';
  const text = sign + parts.prefix + inner + digits + rest;
  return spec.align === '=' ? text : pad(text, padding, spec);
}

/** `padding` fill characters around the text, by `<`, `>` or `^`. v3.13.0 calc_padding */
function pad(text: string, padding: number, spec: FormatSpec): string {
  const left = spec.align === '>' ? padding : spec.align === '^' ? padding >> 1 : 0;
  return spec.fill.repeat(left) + text + spec.fill.repeat(padding - left);
}

/** Takes the text of a double apart. v3.13.0 parse_number */
function partsOf(text: string, tail: string): NumberParts {
  const negative = text.startsWith('-');
  const unsigned = negative ? text.slice(1) : text;
  const digits = /^[0-9]*/.exec(unsigned)![0];
  return { negative, prefix: '', digits, rest: unsigned.slice(digits.length) + tail };
}

/** The code and precision for formatDouble; null with ValueError. */
interface DoubleStyle {
  readonly format: DoubleFormat;
  readonly precision: number;
  readonly addDotZero: boolean;
  readonly upper: boolean;
}

function doubleStyle(
  rt: Runtime,
  spec: FormatSpec,
  object: Addr,
  types: string,
): DoubleStyle | null {
  if (precisionTooBig(spec)) return badFormat(rt, 'precision too big');
  const { type, precision } = spec;
  if (type === '') {
    const format = precision < 0 ? 'r' : 'g';
    return { format, precision: Math.max(0, precision), addDotZero: true, upper: false };
  }
  if (!types.includes(type)) return unknownType(rt, type, object);
  const lower = type.toLowerCase();
  const format = lower === '%' ? 'f' : lower === 'n' ? 'g' : (lower as DoubleFormat);
  return {
    format,
    precision: precision < 0 ? 6 : precision,
    addDotZero: false,
    upper: lower !== type,
  };
}

function doubleText(x: number, style: DoubleStyle, spec: FormatSpec): string {
  let text = formatDouble(x, style.format, style.precision, style.addDotZero, spec.alternate);
  if (spec.noNegativeZero && /^-[0.]+(?:e|$)/.test(text)) text = text.slice(1);
  return style.upper ? text.toUpperCase() : text;
}

/** v3.13.0 format_float_internal */
export function formatFloatText(
  rt: Runtime,
  x: number,
  spec: FormatSpec,
  object: Addr,
): string | null {
  const style = doubleStyle(rt, spec, object, 'eEfFgGn%');
  if (style === null) return null;
  const percent = spec.type === '%';
  const text = doubleText(percent ? x * 100 : x, style, spec);
  return layOutNumber(partsOf(text, percent ? '%' : ''), spec);
}

/** v3.13.0 format_complex_internal */
function formatComplexText(
  rt: Runtime,
  real: number,
  imag: number,
  spec: FormatSpec,
  object: Addr,
): string | null {
  const found = doubleStyle(rt, spec, object, 'eEfFgGn');
  if (found === null) return null;
  if (spec.fill === '0') {
    return badFormat(rt, 'Zero padding is not allowed in complex format specifier');
  }
  if (spec.align === '=') {
    return badFormat(rt, "'=' alignment flag is not allowed in complex format specifier");
  }
  const style = { ...found, addDotZero: false };
  const skipReal = spec.type === '' && Object.is(real, 0);
  const parens = spec.type === '' && !skipReal;
  const part: FormatSpec = { ...spec, fill: ' ', align: '<', width: -1 };
  const first = skipReal ? '' : layOutNumber(partsOf(doubleText(real, style, spec), ''), part);
  const second = layOutNumber(partsOf(doubleText(imag, style, spec), ''), {
    ...part,
    sign: skipReal ? spec.sign : '+',
  });
  const text = parens ? `(${first}${second}j)` : `${first}${second}j`;
  return pad(text, Math.max(0, spec.width - text.length), spec);
}

/** The spec of a `__format__` call as text; null with TypeError. Argument Clinic's unicode */
export function specText(rt: Runtime, spec: Addr): string | null {
  if (isStr(rt, spec)) return strToJs(rt, spec);
  const found = spec === rt.none ? 'None' : typeNameOf(rt, spec);
  raise(rt, rt.exc.TypeError, `__format__() argument must be str, not ${found}`);
  return null;
}

/** The text as a new string; 0 when it is null. */
export function textResult(rt: Runtime, text: string | null): Addr {
  return text === null ? 0 : newStr(rt, text);
}

/** What an empty spec gives: the object itself if it is a str, else str(object). */
export function formatPlain(rt: Runtime, self: Addr): Addr {
  return rt.typeOf(self) === rt.types.str ? newRef(rt, self) : str(rt, self);
}

/** float.__format__. v3.13.0 _PyFloat_FormatAdvancedWriter */
export function floatFormat(rt: Runtime, self: Addr, specObject: Addr): Addr {
  const text = specText(rt, specObject);
  if (text === null) return 0;
  if (strLength(rt, specObject) === 0) return formatPlain(rt, self);
  const spec = parseFormatSpec(rt, text, self, '', '>');
  if (spec === null) return 0;
  return textResult(rt, formatFloatText(rt, floatValue(rt, self), spec, self));
}

/** complex.__format__. v3.13.0 _PyComplex_FormatAdvancedWriter */
export function complexFormat(rt: Runtime, self: Addr, specObject: Addr): Addr {
  const text = specText(rt, specObject);
  if (text === null) return 0;
  if (strLength(rt, specObject) === 0) return formatPlain(rt, self);
  const spec = parseFormatSpec(rt, text, self, '', '>');
  if (spec === null) return 0;
  return textResult(
    rt,
    formatComplexText(rt, complexReal(rt, self), complexImag(rt, self), spec, self),
  );
}
