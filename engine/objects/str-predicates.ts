/** isalpha, isdigit and their kin. v3.13.0 Objects/unicodeobject.c unicode_isalpha ... */
import type { Addr } from '../base/brand.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { readUnit, strData, strIsAscii, strKind, strLength } from './strings.ts';
import { type MethodSpec, noArgs } from './type-spec.ts';
import {
  charFlags,
  IS_ALPHA,
  IS_DECIMAL,
  IS_DIGIT,
  IS_LOWER,
  IS_NUMERIC,
  IS_PRINTABLE,
  IS_SPACE,
  IS_TITLE,
  IS_UPPER,
  IS_XID_CONTINUE,
  IS_XID_START,
} from './unicode-data.ts';

/** Whether every character has one of these properties; `empty` answers for ''. */
function every(rt: Runtime, s: Addr, flags: number, empty: boolean): boolean {
  const n = strLength(rt, s);
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  for (let i = 0; i < n; i++) {
    if (!(charFlags(readUnit(rt, kind, data, i)) & flags)) return false;
  }
  return n > 0 || empty;
}

function predicate(test: (rt: Runtime, s: Addr) => boolean): MethodSpec {
  return noArgs((rt, s) => newRef(rt, test(rt, s) ? rt.true : rt.false));
}

function everyIs(flags: number, empty = false): MethodSpec {
  return predicate((rt, s) => every(rt, s, flags, empty));
}

/** Some character is of the wanted case, none of the others. v3.13.0 unicode_isupper, unicode_islower */
function hasOnlyCase(rt: Runtime, s: Addr, wanted: number, others: number): boolean {
  let seen = false;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  for (let i = 0, n = strLength(rt, s); i < n; i++) {
    const flags = charFlags(readUnit(rt, kind, data, i));
    if (flags & others) return false;
    if (flags & wanted) seen = true;
  }
  return seen;
}

/** v3.13.0 unicode_istitle */
function isTitle(rt: Runtime, s: Addr): boolean {
  let seen = false;
  let inWord = false;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  for (let i = 0, n = strLength(rt, s); i < n; i++) {
    const flags = charFlags(readUnit(rt, kind, data, i));
    if (flags & (IS_UPPER | IS_TITLE)) {
      if (inWord) return false;
      inWord = true;
      seen = true;
    } else if (flags & IS_LOWER) {
      if (!inWord) return false;
      seen = true;
    } else inWord = false;
  }
  return seen;
}

/** v3.13.0 PyUnicode_IsIdentifier */
export function strIsIdentifier(rt: Runtime, s: Addr): boolean {
  const n = strLength(rt, s);
  if (n === 0) return false;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  if (!(charFlags(readUnit(rt, kind, data, 0)) & IS_XID_START)) return false;
  for (let i = 1; i < n; i++) {
    if (!(charFlags(readUnit(rt, kind, data, i)) & IS_XID_CONTINUE)) return false;
  }
  return true;
}

export const predicateMethods: Readonly<Record<string, MethodSpec>> = {
  isalpha: everyIs(IS_ALPHA),
  isdecimal: everyIs(IS_DECIMAL),
  isdigit: everyIs(IS_DIGIT),
  isnumeric: everyIs(IS_NUMERIC),
  isalnum: everyIs(IS_ALPHA | IS_DECIMAL | IS_DIGIT | IS_NUMERIC),
  isspace: everyIs(IS_SPACE),
  isprintable: everyIs(IS_PRINTABLE, true),
  isascii: predicate(strIsAscii),
  isupper: predicate((rt, s) => hasOnlyCase(rt, s, IS_UPPER, IS_LOWER | IS_TITLE)),
  islower: predicate((rt, s) => hasOnlyCase(rt, s, IS_LOWER, IS_UPPER | IS_TITLE)),
  istitle: predicate(isTitle),
  isidentifier: predicate(strIsIdentifier),
};
