/**
 * What stands behind a `%`: flags, width, precision, conversion; and where the arguments come from.
 * Shared by str and bytes, which differ in what they do with an argument.
 * v3.13.0 Objects/unicodeobject.c unicode_format_arg_parse, Objects/bytesobject.c _PyBytes_FormatEx
 */
import type { Addr } from '../base/brand.ts';
import { intArgument, isTuple } from './clinic.ts';
import { errClearIf, errOccurred, noMemory, raise } from './errors.ts';
import { asDouble } from './float.ts';
import { formatDouble } from './float-text.ts';
import { intAsSsize, isInt, numberLong } from './int.ts';
import { intBinaryText, intDecimalText } from './int-text.ts';
import * as L from './layouts.ts';
import { getItem, numberIndex, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readUnit } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

export const F_LJUST = 1;
export const F_SIGN = 2;
export const F_BLANK = 4;
export const F_ALT = 8;
export const F_ZERO = 16;
const FLAGS: Readonly<Record<number, number>> = {
  45: F_LJUST,
  43: F_SIGN,
  32: F_BLANK,
  35: F_ALT,
  48: F_ZERO,
};

const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const DOT = 0x2e;

/** A `%` operation under way. */
export interface Percent {
  readonly kind: number;
  readonly data: Addr;
  /** length of the format */
  readonly n: number;
  /** index of the next character */
  at: number;
  /** a tuple, or the only argument */
  args: Addr;
  /** the value of a key is owned while its conversion is at work */
  ownsArgs: boolean;
  /** arguments taken; -2 and -1 for a single one before and after */
  taken: number;
  /** arguments there are; -1 for a single one */
  count: number;
  /** the mapping for keys, 0 for none */
  readonly mapping: Addr;
  // the conversion being read
  flags: number;
  width: number;
  precision: number;
  /** conversion character */
  conversion: number;
}

/** @param args what stands right of the `%`. @param textFlag subclass flag of what is no mapping */
export function percentNew(
  rt: Runtime,
  kind: number,
  data: Addr,
  n: number,
  args: Addr,
  isText: boolean,
): Percent {
  const single = !isTuple(rt, args);
  const subscript = rt.i32[(rt.typeOf(args) + L.MP_SUBSCRIPT) >> 2]!;
  return {
    kind,
    data,
    n,
    at: 0,
    args,
    ownsArgs: false,
    taken: single ? -2 : 0,
    count: single ? -1 : tupleSize(rt, args),
    mapping: single && subscript !== 0 && !isText ? args : 0,
    flags: 0,
    width: -1,
    precision: -1,
    conversion: 0,
  };
}

/** Lets go of the value of a key. */
export function percentEnd(rt: Runtime, p: Percent): void {
  if (p.ownsArgs) decref(rt, p.args);
  p.ownsArgs = false;
}

/** Whether arguments are left over although none was asked for by key. */
export function percentLeftOver(p: Percent): boolean {
  return p.taken < p.count && p.mapping === 0;
}

/** The next argument, borrowed; 0 with TypeError. v3.13.0 getnextarg */
export function nextArgument(rt: Runtime, p: Percent): Addr {
  if (p.taken >= p.count) {
    return raise(rt, rt.exc.TypeError, 'not enough arguments for format string');
  }
  const i = p.taken++;
  return p.count < 0 ? p.args : tupleItem(rt, p.args, i);
}

/** The next character of the format, -1 at its end. */
function nextChar(rt: Runtime, p: Percent): number {
  return p.at < p.n ? readUnit(rt, p.kind, p.data, p.at++) : -1;
}

/**
 * Reads a conversion from behind its `%`.
 * @param makeKey a new key object from a range of the format
 * @returns false with an exception
 */
export function readConversion(
  rt: Runtime,
  p: Percent,
  makeKey: (rt: Runtime, p: Percent, start: number, end: number) => Addr,
): boolean {
  p.flags = 0;
  p.width = -1;
  p.precision = -1;
  let ch = nextChar(rt, p);
  if (ch === OPEN) {
    if (!readKey(rt, p, makeKey)) return false;
    ch = nextChar(rt, p);
  }
  for (; FLAGS[ch] !== undefined; ch = nextChar(rt, p)) p.flags |= FLAGS[ch]!;
  if (ch === STAR) {
    if (!readStar(rt, p, true)) return false;
    ch = nextChar(rt, p);
  } else if (isDigit(ch)) {
    p.width = 0;
    for (; isDigit(ch); ch = nextChar(rt, p)) p.width = p.width * 10 + ch - 0x30;
    if (p.width >= 2 ** 63) return tooBig(rt, 'width too big');
  }
  if (ch === DOT) {
    p.precision = 0;
    ch = nextChar(rt, p);
    if (ch === STAR) {
      if (!readStar(rt, p, false)) return false;
      ch = nextChar(rt, p);
    } else {
      for (; isDigit(ch); ch = nextChar(rt, p)) p.precision = p.precision * 10 + ch - 0x30;
      if (p.precision >= 2 ** 31) return tooBig(rt, 'precision too big');
    }
  }
  if (ch === 0x68 || ch === 0x6c || ch === 0x4c) ch = nextChar(rt, p); // h, l, L mean nothing
  p.conversion = ch;
  const least = CUTS.includes(ch) ? p.width : Math.max(p.width, p.precision);
  if (least > rt.u8.length) {
    noMemory(rt); // no text is longer than the memory
    return false;
  }
  if (ch >= 0) return true;
  raise(rt, rt.exc.ValueError, 'incomplete format');
  return false;
}

/** a, b, r, s: with them the precision says how much is kept. */
const CUTS: readonly number[] = [0x61, 0x62, 0x72, 0x73];

function isDigit(ch: number): boolean {
  return ch >= 0x30 && ch <= 0x39;
}

function tooBig(rt: Runtime, message: string): false {
  raise(rt, rt.exc.ValueError, message);
  return false;
}

function readStar(rt: Runtime, p: Percent, isWidth: boolean): boolean {
  const v = nextArgument(rt, p);
  if (v === 0) return false;
  if (!isInt(rt, v)) {
    raise(rt, rt.exc.TypeError, '* wants int');
    return false;
  }
  const value = isWidth ? intAsSsize(rt, v) : intArgument(rt, v);
  if (Number.isNaN(value) || (value === -1 && errOccurred(rt))) return false;
  if (!isWidth) {
    p.precision = value < 0 ? 0 : value;
    return true;
  }
  if (value < 0) p.flags |= F_LJUST;
  p.width = Math.abs(value);
  return true;
}

/** Replaces the arguments by the value of the key in parentheses. */
function readKey(
  rt: Runtime,
  p: Percent,
  makeKey: (rt: Runtime, p: Percent, start: number, end: number) => Addr,
): boolean {
  if (p.mapping === 0) {
    raise(rt, rt.exc.TypeError, 'format requires a mapping');
    return false;
  }
  const start = p.at;
  let depth = 1;
  while (depth > 0) {
    const ch = nextChar(rt, p);
    if (ch === CLOSE) depth--;
    else if (ch === OPEN) depth++;
    else if (ch < 0) {
      raise(rt, rt.exc.ValueError, 'incomplete format key');
      return false;
    }
  }
  const key = makeKey(rt, p, start, p.at - 1);
  if (key === 0) return false;
  percentEnd(rt, p);
  const value = getItem(rt, p.mapping, key);
  decref(rt, key);
  if (value === 0) return false;
  p.args = value;
  p.ownsArgs = true;
  p.count = -1;
  p.taken = -2;
  return true;
}

/** ValueError for a conversion that does not exist. @returns null */
export function unsupported(rt: Runtime, p: Percent): null {
  const ch = p.conversion;
  const shown = ch > 30 && ch < 126 ? String.fromCharCode(ch) : '?';
  raise(
    rt,
    rt.exc.ValueError,
    `unsupported format character '${shown}' (0x${ch.toString(16)}) at index ${p.at - 1}`,
  );
  return null;
}

// ---- numbers ---------------------------------------------------------------------------------------

/** The text of a number under d i u o x X, its sign first; null with an exception. mainformatlong */
export function integerText(rt: Runtime, p: Percent, v: Addr): string | null {
  const type = String.fromCharCode(p.conversion);
  const based = type === 'o' || type === 'x' || type === 'X';
  const number = toInteger(rt, v, based);
  if (number === 0) {
    if (errOccurred(rt) && !errClearIf(rt, rt.exc.TypeError)) return null;
    const wanted = based ? 'an integer' : rt.profile.errorWords.number;
    raise(rt, rt.exc.TypeError, `%${type} format: ${wanted} is required, not ${typeNameOf(rt, v)}`);
    return null;
  }
  const text = based
    ? intBinaryText(rt, number, type === 'o' ? 8 : 16, true)
    : intDecimalText(rt, number);
  decref(rt, number);
  return text === null ? null : withPrecision(text, p, type, based);
}

/** New int; 0 without an exception when the object is no number at all. */
function toInteger(rt: Runtime, v: Addr, based: boolean): Addr {
  const type = rt.typeOf(v);
  const slots = rt.i32[(type + L.NB_INDEX) >> 2]! | rt.i32[(type + L.NB_INT) >> 2]!;
  if ((slots | rt.i32[(type + L.NB_FLOAT) >> 2]!) === 0) return 0;
  return based ? numberIndex(rt, v) : numberLong(rt, v);
}

/** v3.13.0 _PyUnicode_FormatLong: leading zeros, prefix only under '#', case */
function withPrecision(text: string, p: Percent, type: string, based: boolean): string {
  const sign = text.startsWith('-') ? '-' : '';
  const prefix = based ? text.slice(sign.length, sign.length + 2) : '';
  const digits = text.slice(sign.length + prefix.length).padStart(p.precision, '0');
  const whole = sign + (p.flags & F_ALT ? prefix : '') + digits;
  return type === 'X' ? whole.toUpperCase() : whole;
}

/** The text of a number under e f g E F G; null with an exception. v3.13.0 formatfloat */
export function floatText(rt: Runtime, p: Percent, v: Addr): string | null {
  const x = asDouble(rt, v);
  if (Number.isNaN(x) && errOccurred(rt)) return null;
  const type = String.fromCharCode(p.conversion);
  const precision = p.precision < 0 ? 6 : p.precision;
  const format = type.toLowerCase() as 'e' | 'f' | 'g';
  const text = formatDouble(x, format, precision, false, (p.flags & F_ALT) !== 0);
  return type === format ? text : text.toUpperCase();
}

/**
 * A number's text with sign, prefix and padding in their order. v3.13.0 unicode_format_arg_output
 */
export function layOutConverted(text: string, p: Percent): string {
  const zero = (p.flags & F_ZERO) !== 0;
  let sign = '';
  let body = text;
  if (text.startsWith('-') || text.startsWith('+')) {
    sign = text[0]!;
    body = text.slice(1);
  } else if (p.flags & F_SIGN) sign = '+';
  else if (p.flags & F_BLANK) sign = ' ';
  const conversion = String.fromCharCode(p.conversion);
  if (p.flags & F_ALT && 'xXo'.includes(conversion)) {
    sign += body.slice(0, 2);
    body = body.slice(2);
  }
  if (p.flags & F_LJUST) return (sign + body).padEnd(p.width, ' ');
  if (zero) return sign + body.padStart(p.width - sign.length, '0');
  return (sign + body).padStart(p.width, ' ');
}
