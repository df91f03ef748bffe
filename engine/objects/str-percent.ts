/** `text % args`. v3.13.0 Objects/unicodeobject.c PyUnicode_Format */
import type { Addr } from '../base/brand.ts';
import { ascii } from './ascii.ts';
import { errClearIf, raise } from './errors.ts';
import { intToNumber, isInt, isIntExact } from './int.ts';
import { intDecimalText } from './int-text.ts';
import { numberIndex, repr, str, typeNameOf } from './object.ts';
import {
  F_BLANK,
  F_LJUST,
  F_SIGN,
  floatText,
  integerText,
  layOutConverted,
  nextArgument,
  type Percent,
  percentEnd,
  percentLeftOver,
  percentNew,
  readConversion,
  unsupported,
} from './percent-spec.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { findChar } from './search.ts';
import { strFromUnits } from './str-build.ts';
import { StrWriter } from './str-writer.ts';
import {
  isStr,
  newStr,
  readUnit,
  strData,
  strFromCodePoint,
  strKind,
  strLength,
  strReadChar,
} from './strings.ts';

const PERCENT = 0x25;

/** New str, 0 with an exception. */
export function strFormatPercent(rt: Runtime, format: Addr, args: Addr): Addr {
  const n = strLength(rt, format);
  const kind = strKind(rt, format);
  const p = percentNew(rt, kind, strData(rt, format), n, args, isStr(rt, args));
  const writer = new StrWriter(n + 100);
  const fine = writeAll(rt, p, format, writer);
  percentEnd(rt, p);
  if (fine) return writer.finish(rt);
  writer.drop(rt);
  return 0;
}

function writeAll(rt: Runtime, p: Percent, format: Addr, writer: StrWriter): boolean {
  while (p.at < p.n) {
    const found = findChar(rt, p.kind, p.data, p.at, p.n, PERCENT);
    const end = found < 0 ? p.n : found;
    if (found < 0) writer.last();
    if (!writer.substring(rt, format, p.at, end)) return false;
    p.at = end + 1;
    if (found >= 0 && !writeConversion(rt, p, writer)) return false;
  }
  if (!percentLeftOver(p)) return true;
  raise(rt, rt.exc.TypeError, 'not all arguments converted during string formatting');
  return false;
}

function makeKey(rt: Runtime, p: Percent, start: number, end: number): Addr {
  return strFromUnits(rt, p.kind, p.data, start, end);
}

function writeConversion(rt: Runtime, p: Percent, writer: StrWriter): boolean {
  if (p.at < p.n && readUnit(rt, p.kind, p.data, p.at) === PERCENT) {
    return writer.units(rt, p.kind, p.data, p.at, ++p.at);
  }
  if (!readConversion(rt, p, makeKey)) return false;
  const v = nextArgument(rt, p);
  if (v === 0) return false;
  if (p.at === p.n) writer.last();
  if (p.width < 0 && p.precision < 0 && isNumber(rt, p, v)) {
    const number = numberText(rt, p, v);
    return number !== null && writer.ascii(rt, number);
  }
  const text = convert(rt, p, v);
  if (text === 0) return false;
  const fine = writePadded(rt, p, writer, text);
  decref(rt, text);
  return fine;
}

/**
 * Whether the argument is written without a string of its own: an exact int under any conversion
 * but c, any number under a conversion for floats. v3.13.0 unicode_format_arg_format, mainformatlong
 */
function isNumber(rt: Runtime, p: Percent, v: Addr): boolean {
  const conversion = String.fromCharCode(p.conversion);
  if ('sra'.includes(conversion)) return isIntExact(rt, v);
  if (p.flags & (F_SIGN | F_BLANK)) return false;
  return 'eEfFgG'.includes(conversion) || ('diuox'.includes(conversion) && isIntExact(rt, v));
}

function numberText(rt: Runtime, p: Percent, v: Addr): string | null {
  const conversion = String.fromCharCode(p.conversion);
  if ('sra'.includes(conversion)) return intDecimalText(rt, v);
  return 'diuox'.includes(conversion) ? integerText(rt, p, v) : floatText(rt, p, v);
}

/** The argument as a new str; numbers with their padding. 0 with an exception. */
function convert(rt: Runtime, p: Percent, v: Addr): Addr {
  switch (String.fromCharCode(p.conversion)) {
    case 's':
      return str(rt, v);
    case 'r':
      return repr(rt, v);
    case 'a':
      return ascii(rt, v);
    case 'c':
      return character(rt, v);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return padded(rt, p, integerText(rt, p, v));
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return padded(rt, p, floatText(rt, p, v));
    default:
      return padded(rt, p, unsupported(rt, p));
  }
}

/** A number's text, laid out; nothing is left for writePadded to do. */
function padded(rt: Runtime, p: Percent, text: string | null): Addr {
  if (text === null) return 0;
  const whole = layOutConverted(text, p);
  p.width = -1;
  p.precision = -1;
  return newStr(rt, whole);
}

/** v3.13.0 formatchar */
function character(rt: Runtime, v: Addr): Addr {
  let code = -1;
  if (isStr(rt, v)) {
    if (strLength(rt, v) !== 1) return notACharacter(rt, `a string of length ${strLength(rt, v)}`);
    code = strReadChar(rt, v, 0);
  } else {
    const index = numberIndex(rt, v);
    if (index === 0)
      return errClearIf(rt, rt.exc.TypeError) ? notACharacter(rt, typeNameOf(rt, v)) : 0;
    code = isInt(rt, index) ? intToNumber(rt, index) : NaN;
    decref(rt, index);
    // 3.9 takes what is no C long for no number at all
    if (rt.profile.errorWords.zeroAlignsTexts && !(Math.abs(code) < 2 ** 63)) {
      return notACharacter(rt, 'int');
    }
    if (!(code >= 0 && code <= 0x10ffff)) {
      return raise(rt, rt.exc.OverflowError, '%c arg not in range(0x110000)');
    }
  }
  return strFromCodePoint(rt, code);
}

function notACharacter(rt: Runtime, what: string): 0 {
  const text = rt.profile.words.badCharacterIsTold
    ? `%c requires an int or a unicode character, not ${what}`
    : '%c requires int or char';
  return raise(rt, rt.exc.TypeError, text);
}

/** Writes at most `precision` characters of the text, in `width` columns. */
function writePadded(rt: Runtime, p: Percent, writer: StrWriter, text: Addr): boolean {
  const n = strLength(rt, text);
  if (p.width <= n && (p.precision < 0 || p.precision >= n)) return writer.str(rt, text);
  const cuts = p.conversion !== 0x63 && p.precision >= 0 && p.precision < n;
  const kept = cuts ? p.precision : n;
  const margin = p.width > kept ? p.width - kept : 0;
  const left = p.flags & F_LJUST ? 0 : margin;
  return (
    writer.spaces(rt, left) &&
    writer.units(rt, strKind(rt, text), strData(rt, text), 0, kept) &&
    writer.spaces(rt, margin - left)
  );
}
