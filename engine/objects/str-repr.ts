/** repr of a str: quotes, escapes, what is printable. v3.13.0 Objects/unicodeobject.c unicode_repr */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';
import {
  kindOf,
  MAX_STR_LENGTH,
  readUnit,
  strData,
  stringsTooLarge,
  strKind,
  strLength,
  strNew,
  writeUnit,
} from './strings.ts';
import { isPrintable } from './unicode-data.ts';

const QUOTE = 0x27;
const DOUBLE_QUOTE = 0x22;
const BACKSLASH = 0x5c;
const HEX = '0123456789abcdef';

/** `repr(s)`; new. */
export function strRepr(rt: Runtime, s: Addr): Addr {
  const n = strLength(rt, s);
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  let length = 0;
  let maxChar = 0x7f;
  let single = 0;
  let double = 0;
  for (let i = 0; i < n; i++) {
    const ch = readUnit(rt, kind, data, i);
    if (ch === QUOTE) single++;
    else if (ch === DOUBLE_QUOTE) double++;
    const width = escapeLength(ch);
    if (width === 1 && ch > maxChar) maxChar = ch;
    length += width;
  }
  const quote = single > 0 && double === 0 ? DOUBLE_QUOTE : QUOTE;
  if (single > 0 && double > 0) length += single;
  if (length + 2 >= MAX_STR_LENGTH) return stringsTooLarge(rt);
  const result = strNew(rt, length + 2, maxChar);
  if (result !== 0) writeRepr(rt, result, kindOf(maxChar), quote, kind, data, n);
  return result;
}

/** Characters that `ch` takes, quotes aside. */
function escapeLength(ch: number): number {
  if (ch === BACKSLASH || ch === 9 || ch === 10 || ch === 13) return 2;
  if (isPrintable(ch)) return 1;
  return ch < 0x100 ? 4 : ch < 0x10000 ? 6 : 10;
}

function writeRepr(
  rt: Runtime,
  result: Addr,
  toKind: number,
  quote: number,
  kind: number,
  data: Addr,
  n: number,
): void {
  const to = strData(rt, result);
  let at = 0;
  writeUnit(rt, toKind, to, at++, quote);
  for (let i = 0; i < n; i++) {
    const ch = readUnit(rt, kind, data, i);
    if (ch === quote || ch === BACKSLASH) {
      writeUnit(rt, toKind, to, at++, BACKSLASH);
      writeUnit(rt, toKind, to, at++, ch);
    } else if (isPrintable(ch)) writeUnit(rt, toKind, to, at++, ch);
    else at = writeEscape(rt, toKind, to, at, ch);
  }
  writeUnit(rt, toKind, to, at, quote);
}

/** Writes the backslash escape of `ch`: \t \n \r, else \x, \u or \U. @returns the next index */
export function writeEscape(
  rt: Runtime,
  kind: number,
  to: Addr,
  index: number,
  ch: number,
): number {
  const text = escapeText(ch);
  for (let i = 0; i < text.length; i++) {
    writeUnit(rt, kind, to, index + i, text.charCodeAt(i));
  }
  return index + text.length;
}

/** The escape of a character that is not printable. */
export function escapeText(ch: number): string {
  if (ch === 9) return '\\t';
  if (ch === 10) return '\\n';
  if (ch === 13) return '\\r';
  return hexEscape(ch);
}

/** \xNN, \uNNNN or \UNNNNNNNN. */
export function hexEscape(ch: number): string {
  const digits = ch < 0x100 ? 2 : ch < 0x10000 ? 4 : 8;
  let text = digits === 2 ? '\\x' : digits === 4 ? '\\u' : '\\U';
  for (let shift = (digits - 1) * 4; shift >= 0; shift -= 4) text += HEX[(ch >>> shift) & 15];
  return text;
}
