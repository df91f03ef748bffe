/** lower, upper, title, capitalize, swapcase, casefold. v3.13.0 Objects/unicodeobject.c case_operation */
import type { Addr } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import type { Runtime } from './runtime.ts';
import { strUnchanged } from './str-build.ts';
import { readUnit, strData, strIsAscii, strKind, strLength, strNew, writeUnit } from './strings.ts';
import { type MethodSpec, noArgs } from './type-spec.ts';
import {
  charFlags,
  IS_CASE_IGNORABLE,
  IS_CASED,
  IS_LOWER,
  IS_UPPER,
  mapCase,
  mapped,
  TO_FOLD,
  TO_LOWER,
  TO_TITLE,
  TO_UPPER,
} from './unicode-data.ts';

const CAPITAL_SIGMA = 0x3a3;
const SMALL_SIGMA = 0x3c3;
const FINAL_SIGMA = 0x3c2;

/** ASCII letters only: one allocation of the same length. v3.13.0 ascii_upper_or_lower */
function mapAsciiText(rt: Runtime, s: Addr, first: number, last: number): Addr {
  const n = strLength(rt, s);
  const result = strNew(rt, n, 0x7f);
  if (result === 0 || n === 0) return result;
  const u8 = rt.u8;
  const from = strData(rt, s);
  const to = strData(rt, result);
  for (let i = 0; i < n; i++) {
    const ch = u8[from + i]!;
    u8[to + i] = ch >= first && ch <= last ? ch ^ 0x20 : ch;
  }
  return result;
}

/** Writes what character `i` becomes into `mapped`. @returns how many code points */
type MapAt = (rt: Runtime, s: Addr, i: number, ch: number) => number;

/**
 * Maps every character by way of a block of 4-byte code points, as CPython does.
 * v3.13.0 case_operation
 */
function caseOperation(rt: Runtime, s: Addr, mapAt: MapAt): Addr {
  const n = strLength(rt, s);
  // a character becomes at most three
  const scratch = rt.mem.calloc(n, 12);
  if (scratch === 0) return noMemory(rt);
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  let length = 0;
  let maxChar = 0;
  for (let i = 0; i < n; i++) {
    const count = mapAt(rt, s, i, readUnit(rt, kind, data, i));
    for (let j = 0; j < count; j++) {
      const ch = mapped[j]!;
      if (ch > maxChar) maxChar = ch;
      rt.i32[(scratch >> 2) + length++] = ch;
    }
  }
  const result = strNew(rt, length, maxChar);
  if (result !== 0 && length > 0) {
    const toKind = strKind(rt, result);
    const to = strData(rt, result);
    for (let i = 0; i < length; i++) writeUnit(rt, toKind, to, i, rt.i32[(scratch >> 2) + i]!);
  }
  rt.mem.free(scratch);
  return result;
}

/** v3.13.0 lower_ucs4 */
function lowerAt(rt: Runtime, s: Addr, i: number, ch: number): number {
  if (ch !== CAPITAL_SIGMA) return mapCase(TO_LOWER, ch);
  mapped[0] = isFinalSigma(rt, s, i) ? FINAL_SIGMA : SMALL_SIGMA;
  return 1;
}

/** A sigma is final behind a letter with case, unless another follows. v3.13.0 handle_capital_sigma */
function isFinalSigma(rt: Runtime, s: Addr, i: number): boolean {
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  let before = i - 1;
  while (before >= 0 && charFlags(readUnit(rt, kind, data, before)) & IS_CASE_IGNORABLE) before--;
  if (before < 0 || !(charFlags(readUnit(rt, kind, data, before)) & IS_CASED)) return false;
  let after = i + 1;
  while (after < n && charFlags(readUnit(rt, kind, data, after)) & IS_CASE_IGNORABLE) after++;
  return after === n || !(charFlags(readUnit(rt, kind, data, after)) & IS_CASED);
}

function upperAt(_rt: Runtime, _s: Addr, _i: number, ch: number): number {
  return mapCase(TO_UPPER, ch);
}

function foldAt(_rt: Runtime, _s: Addr, _i: number, ch: number): number {
  return mapCase(TO_FOLD, ch);
}

/** v3.13.0 do_swapcase */
function swapAt(rt: Runtime, s: Addr, i: number, ch: number): number {
  const flags = charFlags(ch);
  if (flags & IS_UPPER) return lowerAt(rt, s, i, ch);
  if (flags & IS_LOWER) return mapCase(TO_UPPER, ch);
  mapped[0] = ch;
  return 1;
}

/** v3.13.0 do_title */
function titleAt(rt: Runtime, s: Addr, i: number, ch: number): number {
  const inWord = i > 0 && charFlags(readUnit(rt, strKind(rt, s), strData(rt, s), i - 1)) & IS_CASED;
  return inWord ? lowerAt(rt, s, i, ch) : mapCase(TO_TITLE, ch);
}

/** v3.13.0 do_capitalize */
function capitalizeAt(rt: Runtime, s: Addr, i: number, ch: number): number {
  return i === 0 ? mapCase(TO_TITLE, ch) : lowerAt(rt, s, i, ch);
}

/** `s.lower()`; new. v3.13.0 unicode_lower */
export function strLower(rt: Runtime, s: Addr): Addr {
  if (strIsAscii(rt, s)) return mapAsciiText(rt, s, 0x41, 0x5a);
  return caseOperation(rt, s, lowerAt);
}

/** `s.upper()`; new. v3.13.0 unicode_upper */
export function strUpper(rt: Runtime, s: Addr): Addr {
  if (strIsAscii(rt, s)) return mapAsciiText(rt, s, 0x61, 0x7a);
  return caseOperation(rt, s, upperAt);
}

function caseFold(rt: Runtime, s: Addr): Addr {
  if (strIsAscii(rt, s)) return mapAsciiText(rt, s, 0x41, 0x5a);
  return caseOperation(rt, s, foldAt);
}

function capitalize(rt: Runtime, s: Addr): Addr {
  if (strLength(rt, s) === 0) return strUnchanged(rt, s);
  return caseOperation(rt, s, capitalizeAt);
}

export const caseMethods: Readonly<Record<string, MethodSpec>> = {
  lower: noArgs(strLower),
  upper: noArgs(strUpper),
  casefold: noArgs(caseFold),
  capitalize: noArgs(capitalize),
  title: noArgs((rt, s) => caseOperation(rt, s, titleAt)),
  swapcase: noArgs((rt, s) => caseOperation(rt, s, swapAt)),
};
