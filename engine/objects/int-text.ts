/**
 * int to text and back, with the limit of 4300 digits for conversions that are not linear.
 * v3.13.0 Objects/longobject.c long_to_decimal_string, PyLong_FromString
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import {
  intAlloc,
  intCompactValue,
  intDigitCount,
  intIsCompact,
  intSign,
  intToBigInt,
  newIntFromBigInt,
} from './int-object.ts';
import { reprText } from './object.ts';
import type { Runtime } from './runtime.ts';
import { strNew, strToJs } from './strings.ts';

/** No limit below it can be set, and no shorter text is counted. _PY_LONG_MAX_STR_DIGITS_THRESHOLD */
export const MAX_STR_DIGITS_THRESHOLD = 640;
/** From so many digits on CPython converts with its module _pylong, which needs no scratch int. */
const PYLONG_MODULE_DIGITS = 1000;

/** Where the limit stands: the word before the small ints, in the static segment. */
function maxStrDigitsWord(rt: Runtime): number {
  return (rt.smallInt(rt.smallIntMin) - 16) >> 2;
}

/** sys.get_int_max_str_digits(); 0 means no limit. */
export function maxStrDigits(rt: Runtime): number {
  return rt.i32[maxStrDigitsWord(rt)]!;
}

/** Sets the limit; the caller has checked that it is 0 or at least MAX_STR_DIGITS_THRESHOLD. */
export function setMaxStrDigits(rt: Runtime, digits: number): void {
  rt.i32[maxStrDigitsWord(rt)] = digits;
}

/** A new string of ASCII text, never a cached one unless it is ''. As PyUnicode_New and a copy. */
export function newAsciiStr(rt: Runtime, text: string): Addr {
  const s = strNew(rt, text.length, 0x7f);
  if (s === 0) return 0;
  const data = s + rt.layout.strAsciiHeader;
  for (let i = 0; i < text.length; i++) rt.u8[data + i] = text.charCodeAt(i);
  return s;
}

/** `repr(p)`, new. v3.13.0 long_to_decimal_string_internal */
export function intRepr(rt: Runtime, p: Addr): Addr {
  const text = intDecimalText(rt, p);
  if (text === null) return 0;
  const size = intDigitCount(rt, p);
  if (size > PYLONG_MODULE_DIGITS) return newAsciiStr(rt, text);
  // the decimal digits are computed in an int of their own
  const scratch = intAlloc(rt, 1 + size + Math.floor(size / 99));
  if (scratch === 0) return 0;
  const s = newAsciiStr(rt, text);
  rt.obj.free(scratch);
  return s;
}

/** The decimal text; null with ValueError when it is past the limit. */
export function intDecimalText(rt: Runtime, p: Addr): string | null {
  if (intIsCompact(rt, p)) return String(intCompactValue(rt, p));
  const max = maxStrDigits(rt);
  const size = intDigitCount(rt, p);
  if (max > 0 && size >= 73 && Math.floor(max / 90) <= Math.floor((size - 11) / 10)) {
    return limitExceeded(rt, max);
  }
  const text = intToBigInt(rt, p).toString();
  const length = intSign(rt, p) < 0 ? text.length - 1 : text.length;
  if (max > 0 && length > MAX_STR_DIGITS_THRESHOLD && length > max) return limitExceeded(rt, max);
  return text;
}

function limitExceeded(rt: Runtime, max: number): null {
  raise(
    rt,
    rt.exc.ValueError,
    `Exceeds the limit (${max}${rt.profile.errorWords.digits}) for integer string conversion; ` +
      'use sys.set_int_max_str_digits() to increase the limit',
  );
  return null;
}

// ---- from text ---------------------------------------------------------------------------------

/** Values of letters and digits as digits; 37 for anything else. v3.13.0 _PyLong_DigitValue */
function digitValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (code >= 97 && code <= 122) return code - 87;
  if (code >= 65 && code <= 90) return code - 55;
  return 37;
}

function isAsciiSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/**
 * int(text, base) for a str. v3.13.0 PyLong_FromUnicodeObject
 * @param base 0, or 2 to 36
 */
export function intFromStr(rt: Runtime, s: Addr, base: number): Addr {
  return intFromText(rt, decimalsAndSpacesToAscii(strToJs(rt, s)), base, s);
}

/**
 * int(text, base). v3.13.0 PyLong_FromString
 * @param shown the object that the message of a ValueError shows
 */
export function intFromText(rt: Runtime, text: string, base: number, shown: Addr): Addr {
  if ((base !== 0 && base < 2) || base > 36) {
    return raise(rt, rt.exc.ValueError, 'int() base must be >= 2 and <= 36, or 0');
  }
  const literal = scanLiteral(text, base);
  if (literal === null) return invalidLiteral(rt, base, shown);
  const { digits, radix } = literal;
  const binary = (radix & (radix - 1)) === 0;
  const max = maxStrDigits(rt);
  if (!binary && max > 0 && digits.length > MAX_STR_DIGITS_THRESHOLD && digits.length > max) {
    return raise(
      rt,
      rt.exc.ValueError,
      `Exceeds the limit (${max}${rt.profile.errorWords.digits}) for integer string conversion: value has ` +
        `${digits.length} digits; use sys.set_int_max_str_digits() to increase the limit`,
    );
  }
  if (!literal.complete) return invalidLiteral(rt, base, shown);
  const magnitude = parseDigits(digits, radix);
  if (literal.mustBeZero && magnitude !== 0n) return invalidLiteral(rt, base, shown);
  const room = binary
    ? Math.ceil((digits.length * Math.log2(radix)) / 30)
    : Math.floor((digits.length * Math.log(radix)) / Math.log(2 ** 30) + 1);
  return newIntFromBigInt(rt, literal.negative ? -magnitude : magnitude, room);
}

interface Literal {
  readonly negative: boolean;
  readonly digits: string;
  readonly radix: number;
  /** leading zeros without a prefix, base 0: only zero may be written so */
  readonly mustBeZero: boolean;
  /** nothing but spaces behind the digits */
  readonly complete: boolean;
}

/** Sign, prefix and digits with single underscores between them; null when there are no digits. */
function scanLiteral(text: string, base: number): Literal | null {
  let at = 0;
  while (isAsciiSpace(text.charCodeAt(at))) at++;
  const sign = text[at];
  if (sign === '+' || sign === '-') at++;
  let radix = base;
  let mustBeZero = false;
  const prefix = text[at] === '0' ? 'bBoOxX'.indexOf(text[at + 1] ?? ' ') >> 1 : -1;
  const prefixRadix = [2, 8, 16][prefix] ?? 0;
  if (base === 0) {
    radix = prefixRadix || 10;
    mustBeZero = prefixRadix === 0 && text[at] === '0';
  }
  if (prefixRadix !== 0 && prefixRadix === radix) {
    at += 2;
    if (text[at] === '_') at++;
  }
  const from = at;
  let afterUnderscore = true;
  for (; at < text.length; at++) {
    if (text[at] === '_') {
      if (afterUnderscore) return null;
      afterUnderscore = true;
    } else if (digitValue(text.charCodeAt(at)) < radix) {
      afterUnderscore = false;
    } else {
      break;
    }
  }
  if (afterUnderscore) return null;
  const digits = text.slice(from, at).replaceAll('_', '');
  while (isAsciiSpace(text.charCodeAt(at))) at++;
  return { negative: sign === '-', digits, radix, mustBeZero, complete: at === text.length };
}

function parseDigits(digits: string, radix: number): bigint {
  switch (radix) {
    case 2:
      return BigInt('0b' + digits);
    case 8:
      return BigInt('0o' + digits);
    case 10:
      return BigInt(digits);
    case 16:
      return BigInt('0x' + digits);
    default:
      return parseInRadix(digits, radix);
  }
}

/** Halves the text, so that long ones cost few large products. */
function parseInRadix(digits: string, radix: number): bigint {
  if (digits.length <= 10) return BigInt(Number.parseInt(digits, radix));
  const half = digits.length >> 1;
  const low = digits.slice(half);
  return (
    parseInRadix(digits.slice(0, half), radix) * BigInt(radix) ** BigInt(low.length) +
    parseInRadix(low, radix)
  );
}

function invalidLiteral(rt: Runtime, base: number, shown: Addr): 0 {
  const text = reprText(rt, shown);
  if (text === null) return 0;
  const cut = [...text].slice(0, 200).join('');
  return raise(rt, rt.exc.ValueError, `invalid literal for int() with base ${base}: ${cut}`);
}

/**
 * Decimal digits of any script become ASCII digits, any space becomes ' ', other characters '?';
 * ASCII text stays as it is.
 * v3.13.0 Objects/unicodeobject.c _PyUnicode_TransformDecimalAndSpaceToASCII
 */
export function decimalsAndSpacesToAscii(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  let out = '';
  for (const char of text) {
    if (/[\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/.test(char)) {
      out += ' ';
    } else if (char < '\x80') {
      out += char;
    } else {
      out += /\p{Nd}/u.test(char) ? decimalDigit(char) : '?';
    }
  }
  return out;
}

/** Decimal digits come in runs of ten, zero first. */
function decimalDigit(char: string): string {
  let code = char.codePointAt(0)!;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--;
    value++;
  }
  return String(value % 10);
}

/** Text in base 2, 8 or 16 with sign and, unless `plain`, prefix. v3.13.0 long_format_binary */
export function intBinaryText(rt: Runtime, p: Addr, base: 2 | 8 | 16, prefix: boolean): string {
  const b = intToBigInt(rt, p);
  const mark = prefix ? (base === 16 ? '0x' : base === 8 ? '0o' : '0b') : '';
  return b < 0n ? '-' + mark + (-b).toString(base) : mark + b.toString(base);
}

/** bin(), oct(), hex() of an int, new. v3.13.0 _PyLong_Format */
export function intFormatBase(rt: Runtime, p: Addr, base: 2 | 8 | 16): Addr {
  return newAsciiStr(rt, intBinaryText(rt, p, base, true));
}
