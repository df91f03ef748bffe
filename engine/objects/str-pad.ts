/** strip and its kin, removeprefix, padding, tabs. v3.13.0 Objects/unicodeobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, type Params, parseArgs } from './args.ts';
import { intArgument, ssizeArgument, strArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';
import { findChar } from './search.ts';
import { strSubstring, strUnchanged } from './str-build.ts';
import { strMatchAt } from './str-search.ts';
import {
  copyUnits,
  isStr,
  MAX_STR_LENGTH,
  readUnit,
  strData,
  strKind,
  strLength,
  strMaxChar,
  strNew,
  strReadChar,
  writeUnit,
} from './strings.ts';
import { STRIP_BOTH, STRIP_LEFT, STRIP_RIGHT } from './strip-ends.ts';
import { fast, fastKeywords, type MethodSpec, oneArg } from './type-spec.ts';
import { isSpace } from './unicode-data.ts';

/** `s` without whitespace (chars 0) or without the characters of `chars` at its ends; new. do_strip */
export function strStrip(rt: Runtime, s: Addr, chars: Addr, which: number): Addr {
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  let end = strLength(rt, s);
  let start = 0;
  if (which & STRIP_LEFT) {
    while (start < end && isStripped(rt, readUnit(rt, kind, data, start), chars)) start++;
  }
  if (which & STRIP_RIGHT) {
    while (end > start && isStripped(rt, readUnit(rt, kind, data, end - 1), chars)) end--;
  }
  return strSubstring(rt, s, start, end);
}

function isStripped(rt: Runtime, ch: number, chars: Addr): boolean {
  if (chars === 0) return isSpace(ch);
  const n = strLength(rt, chars);
  return findChar(rt, strKind(rt, chars), strData(rt, chars), 0, n, ch) >= 0;
}

function stripMethod(name: string, which: number): MethodSpec {
  return fast((rt, s, argv, nargs) => {
    if (!checkPositional(rt, name, nargs, 0, 1)) return 0;
    const chars = nargs === 0 || rt.arg(argv, 0) === rt.none ? 0 : rt.arg(argv, 0);
    if (chars !== 0 && !isStr(rt, chars)) {
      return raise(rt, rt.exc.TypeError, `${name} arg must be None or str`);
    }
    return strStrip(rt, s, chars, which);
  });
}

function removePrefix(rt: Runtime, s: Addr, prefix: Addr): Addr {
  if (!strArgument(rt, 'removeprefix', 'argument', prefix)) return 0;
  const m = strLength(rt, prefix);
  const n = strLength(rt, s);
  if (m <= n && strMatchAt(rt, s, prefix, 0)) return strSubstring(rt, s, m, n);
  return strUnchanged(rt, s);
}

function removeSuffix(rt: Runtime, s: Addr, suffix: Addr): Addr {
  if (!strArgument(rt, 'removesuffix', 'argument', suffix)) return 0;
  const keep = strLength(rt, s) - strLength(rt, suffix);
  if (keep >= 0 && strMatchAt(rt, s, suffix, keep)) return strSubstring(rt, s, 0, keep);
  return strUnchanged(rt, s);
}

/** `s` with `left` and `right` times `fill` around it; new. v3.13.0 pad */
export function strPad(rt: Runtime, s: Addr, left: number, right: number, fill: number): Addr {
  if (left <= 0 && right <= 0) return strUnchanged(rt, s);
  const before = left < 0 ? 0 : left;
  const after = right < 0 ? 0 : right;
  const n = strLength(rt, s);
  const total = before + n + after;
  if (total >= MAX_STR_LENGTH && total > 2 ** 63) {
    return raise(rt, rt.exc.OverflowError, 'padded string is too long');
  }
  const maxChar = strMaxChar(rt, s);
  const result = strNew(rt, total, fill > maxChar ? fill : maxChar);
  if (result === 0) return 0;
  const kind = strKind(rt, result);
  const data = strData(rt, result);
  for (let i = 0; i < before; i++) writeUnit(rt, kind, data, i, fill);
  copyUnits(rt, kind, data, before, strKind(rt, s), strData(rt, s), 0, n);
  for (let i = before + n; i < total; i++) writeUnit(rt, kind, data, i, fill);
  return result;
}

/** The one character of a str; -1 with TypeError. v3.13.0 convert_uc */
function fillCharacter(rt: Runtime, p: Addr): number {
  if (!isStr(rt, p)) {
    raise(
      rt,
      rt.exc.TypeError,
      `The fill character must be a unicode character, not ${typeNameOf(rt, p)}`,
    );
    return -1;
  }
  if (strLength(rt, p) === 1) return strReadChar(rt, p, 0);
  raise(rt, rt.exc.TypeError, 'The fill character must be exactly one character long');
  return -1;
}

/** center, ljust, rjust; `left` decides how much of the margin goes before the text. */
function justifyMethod(name: string, left: (margin: number, width: number) => number): MethodSpec {
  return fast((rt, s, argv, nargs) => {
    if (!checkPositional(rt, name, nargs, 1, 2)) return 0;
    const width = ssizeArgument(rt, rt.arg(argv, 0));
    if (Number.isNaN(width)) return 0;
    const fill = nargs > 1 ? fillCharacter(rt, rt.arg(argv, 1)) : 0x20;
    if (fill < 0) return 0;
    const margin = width - strLength(rt, s);
    if (margin <= 0) return strUnchanged(rt, s);
    const before = left(margin, width);
    return strPad(rt, s, before, margin - before, fill);
  });
}

function centerLeft(margin: number, width: number): number {
  // an odd margin leans left when the width is odd
  return Math.floor(margin / 2) + (margin % 2 === 1 && width % 2 === 1 ? 1 : 0);
}

/** v3.13.0 unicode_zfill */
function zfill(rt: Runtime, s: Addr, widthArg: Addr): Addr {
  const width = ssizeArgument(rt, widthArg);
  if (Number.isNaN(width)) return 0;
  const fill = width - strLength(rt, s);
  if (fill <= 0) return strUnchanged(rt, s);
  const result = strPad(rt, s, fill, 0, 0x30);
  if (result === 0 || strLength(rt, s) === 0) return result;
  const kind = strKind(rt, result);
  const data = strData(rt, result);
  const sign = readUnit(rt, kind, data, fill);
  if (sign === 0x2b || sign === 0x2d) {
    writeUnit(rt, kind, data, 0, sign);
    writeUnit(rt, kind, data, fill, 0x30);
  }
  return result;
}

const TABS_PARAMS: Params = { names: ['tabsize'], required: 0, positional: 1 };
const given = new Int32Array(1);

/** v3.13.0 unicode_expandtabs */
function expandTabs(rt: Runtime, s: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'expandtabs', TABS_PARAMS, given, argv, nargs, kwnames)) return 0;
  const size = given[0] === 0 ? 8 : intArgument(rt, given[0]!);
  if (Number.isNaN(size)) return 0;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  if (findChar(rt, kind, data, 0, n, 9) < 0) return strUnchanged(rt, s);
  const length = walkTabs(rt, kind, data, n, size, 0, 0);
  if (length >= MAX_STR_LENGTH) {
    return raise(rt, rt.exc.OverflowError, 'new string is too long');
  }
  const result = strNew(rt, length, strMaxChar(rt, s));
  if (result === 0 || length === 0) return result;
  walkTabs(rt, kind, data, n, size, strKind(rt, result), strData(rt, result));
  return result;
}

/** Walks the text with tabs as spaces; writes it when `toKind` is not 0. @returns the length */
function walkTabs(
  rt: Runtime,
  kind: number,
  data: Addr,
  n: number,
  size: number,
  toKind: number,
  to: Addr,
): number {
  let at = 0;
  let column = 0;
  for (let i = 0; i < n; i++) {
    const ch = readUnit(rt, kind, data, i);
    if (ch !== 9) {
      if (toKind !== 0) writeUnit(rt, toKind, to, at, ch);
      at++;
      column = ch === 10 || ch === 13 ? 0 : column + 1;
      continue;
    }
    if (size <= 0) continue;
    const width = size - (column % size);
    column += width;
    if (toKind !== 0) for (let j = 0; j < width; j++) writeUnit(rt, toKind, to, at + j, 0x20);
    at += width;
  }
  return at;
}

export const padMethods: Readonly<Record<string, MethodSpec>> = {
  strip: stripMethod('strip', STRIP_BOTH),
  lstrip: stripMethod('lstrip', STRIP_LEFT),
  rstrip: stripMethod('rstrip', STRIP_RIGHT),
  removeprefix: oneArg(removePrefix),
  removesuffix: oneArg(removeSuffix),
  center: justifyMethod('center', centerLeft),
  ljust: justifyMethod('ljust', () => 0),
  rjust: justifyMethod('rjust', (margin) => margin),
  zfill: oneArg(zfill),
  expandtabs: fastKeywords(expandTabs),
};
