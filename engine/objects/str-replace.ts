/** replace, translate, maketrans. v3.13.0 Objects/unicodeobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords, type Params, parseArgs } from './args.ts';
import { ssizeArgument, strArgument } from './clinic.ts';
import { dictNew, dictNext, dictSetItem, isAnyDict } from './dict.ts';
import { errClearIf, raise, raiseInt } from './errors.ts';
import { intToNumber, isInt, newInt } from './int.ts';
import { getItem } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { countUnits, findUnits } from './search.ts';
import { strFromUnits, strUnchanged } from './str-build.ts';
import {
  copyUnits,
  isStr,
  MAX_STR_LENGTH,
  newStr,
  readUnit,
  strData,
  strKind,
  strLength,
  strMaxChar,
  strNew,
  strReadChar,
  strToJs,
} from './strings.ts';
import { fast, fastKeywords, type MethodSpec, oneArg, staticMethod } from './type-spec.ts';

/** `s` with at most `most` (negative: all) occurrences of `from` replaced; new. v3.13.0 replace */
export function strReplace(rt: Runtime, s: Addr, from: Addr, to: Addr, most: number): Addr {
  const n = strLength(rt, s);
  const m = strLength(rt, from);
  const maxS = strMaxChar(rt, s);
  const maxFrom = strMaxChar(rt, from);
  if (n < m || most === 0 || from === to || maxS < maxFrom) return strUnchanged(rt, s);
  const limit = most < 0 ? Infinity : most;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const fromKind = strKind(rt, from);
  const count = countUnits(rt, kind, data, 0, n, fromKind, strData(rt, from), m, limit);
  const k = strLength(rt, to);
  if (count === 0 || (m === 0 && k === 0)) return strUnchanged(rt, s);
  const length = n + count * (k - m);
  if (length >= MAX_STR_LENGTH && length > 2 ** 63) {
    return raise(rt, rt.exc.OverflowError, 'replace string is too long');
  }
  const maxTo = strMaxChar(rt, to);
  const result = strNew(rt, length, maxTo > maxS ? maxTo : maxS);
  if (result === 0 || length === 0) return result;
  fillReplaced(rt, result, s, from, to, count);
  const mayShrink = maxTo < maxFrom && maxS === maxFrom;
  return mayShrink ? narrow(rt, result) : result;
}

function fillReplaced(
  rt: Runtime,
  result: Addr,
  s: Addr,
  from: Addr,
  to: Addr,
  count: number,
): void {
  const outKind = strKind(rt, result);
  const out = strData(rt, result);
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  const m = strLength(rt, from);
  const k = strLength(rt, to);
  let read = 0;
  let write = 0;
  for (let i = 0; i < count; i++) {
    // an empty `from` stands before every character, and behind the last
    const next =
      m === 0 ? i : findUnits(rt, kind, data, read, n, strKind(rt, from), strData(rt, from), m);
    copyUnits(rt, outKind, out, write, kind, data, read, next - read);
    write += next - read;
    copyUnits(rt, outKind, out, write, strKind(rt, to), strData(rt, to), 0, k);
    write += k;
    read = next + m;
  }
  copyUnits(rt, outKind, out, write, kind, data, read, n - read);
}

/** The string (stolen) in a narrower kind when its characters allow one. unicode_adjust_maxchar */
function narrow(rt: Runtime, s: Addr): Addr {
  const maxChar = strMaxChar(rt, s);
  const n = strLength(rt, s);
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  let widest = 0;
  for (let i = 0; i < n; i++) {
    const ch = readUnit(rt, kind, data, i);
    if (ch > widest) widest = ch;
  }
  const bound = widest < 0x80 ? 0x7f : widest < 0x100 ? 0xff : widest < 0x10000 ? 0xffff : maxChar;
  if (bound === maxChar) return s;
  const result = strNew(rt, n, widest);
  if (result !== 0) copyUnits(rt, strKind(rt, result), strData(rt, result), 0, kind, data, 0, n);
  decref(rt, s);
  return result;
}

const REPLACE_PARAMS: Params = { names: ['', '', 'count'], required: 2, positional: 3 };
const given = new Int32Array(3);

function replaceMethod(rt: Runtime, s: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!rt.profile.texts.replaceTakesNames) {
    if (!noKeywords(rt, 'str.replace', kwnames)) return 0;
    if (!checkPositional(rt, 'replace', nargs, 2, 3)) return 0;
  }
  if (!parseArgs(rt, 'replace', REPLACE_PARAMS, given, argv, nargs, kwnames)) return 0;
  const from = given[0]!;
  const to = given[1]!;
  if (!strArgument(rt, 'replace', 'argument 1', from)) return 0;
  if (!strArgument(rt, 'replace', 'argument 2', to)) return 0;
  const count = given[2] === 0 ? -1 : ssizeArgument(rt, given[2]!);
  return Number.isNaN(count) ? 0 : strReplace(rt, s, from, to, count);
}

// ---- translate -----------------------------------------------------------------------------------

/** v3.13.0 _PyUnicode_TranslateCharmap */
function translate(rt: Runtime, s: Addr, table: Addr): Addr {
  const n = strLength(rt, s);
  if (n === 0) return newRef(rt, rt.emptyStr);
  let text = '';
  let same = true;
  for (let i = 0; i < n; i++) {
    const ch = strReadChar(rt, s, i);
    const to = translateChar(rt, table, ch);
    if (to === null) return 0;
    same &&= to === undefined;
    text += to ?? String.fromCodePoint(ch);
  }
  if (same) return strFromUnits(rt, strKind(rt, s), strData(rt, s), 0, n);
  return newStr(rt, text);
}

/** What replaces `ch`: undefined for itself, null with an exception. charmaptranslate_lookup */
function translateChar(rt: Runtime, table: Addr, ch: number): string | null | undefined {
  const key = newInt(rt, ch);
  if (key === 0) return null;
  const to = getItem(rt, table, key);
  decref(rt, key);
  if (to === 0) return errClearIf(rt, rt.exc.LookupError) ? undefined : null;
  const text = translation(rt, to);
  decref(rt, to);
  return text;
}

function translation(rt: Runtime, to: Addr): string | null {
  if (to === rt.none) return '';
  if (isStr(rt, to)) return strToJs(rt, to);
  if (!isInt(rt, to)) {
    raise(rt, rt.exc.TypeError, 'character mapping must return integer, None or str');
    return null;
  }
  const code = intToNumber(rt, to);
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  raise(rt, rt.exc.ValueError, 'character mapping must be in range(0x110000)');
  return null;
}

/** v3.13.0 unicode_maketrans */
function makeTrans(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'maketrans', nargs, 1, 3)) return 0;
  for (let i = 1; i < nargs; i++) {
    if (!strArgument(rt, 'maketrans', `argument ${i + 1}`, rt.arg(argv, i))) return 0;
  }
  const x = rt.arg(argv, 0);
  const table = dictNew(rt);
  if (table === 0) return 0;
  const fine =
    nargs === 1
      ? transFromDict(rt, table, x)
      : transFromTexts(rt, table, x, rt.arg(argv, 1), nargs > 2 ? rt.arg(argv, 2) : 0);
  if (fine === 0) return table;
  decref(rt, table);
  return 0;
}

function transFromTexts(rt: Runtime, table: Addr, x: Addr, y: Addr, z: Addr): number {
  if (!isStr(rt, x)) {
    return raiseInt(
      rt,
      rt.exc.TypeError,
      'first maketrans argument must be a string if there is a second argument',
    );
  }
  if (strLength(rt, x) !== strLength(rt, y)) {
    return raiseInt(
      rt,
      rt.exc.ValueError,
      'the first two maketrans arguments must have equal length',
    );
  }
  for (let i = 0, n = strLength(rt, x); i < n; i++) {
    const value = newInt(rt, strReadChar(rt, y, i));
    const status = setByCode(rt, table, strReadChar(rt, x, i), value);
    decref(rt, value);
    if (status < 0) return -1;
  }
  for (let i = 0, n = z === 0 ? 0 : strLength(rt, z); i < n; i++) {
    if (setByCode(rt, table, strReadChar(rt, z, i), rt.none) < 0) return -1;
  }
  return 0;
}

function setByCode(rt: Runtime, table: Addr, ch: number, value: Addr): number {
  const key = newInt(rt, ch);
  if (key === 0) return -1;
  const status = dictSetItem(rt, table, key, value);
  decref(rt, key);
  return status;
}

function transFromDict(rt: Runtime, table: Addr, x: Addr): number {
  if (!isAnyDict(rt, x)) {
    return raiseInt(
      rt,
      rt.exc.TypeError,
      'if you give only one argument to maketrans it must be a dict',
    );
  }
  for (let at = dictNext(rt, x, 0); at !== 0; at = dictNext(rt, x, at)) {
    const key = rt.dictKey;
    const value = rt.dictValue;
    let status: number;
    if (isStr(rt, key)) {
      if (strLength(rt, key) !== 1) {
        return raiseInt(
          rt,
          rt.exc.ValueError,
          'string keys in translate table must be of length 1',
        );
      }
      status = setByCode(rt, table, strReadChar(rt, key, 0), value);
    } else if (isInt(rt, key)) status = dictSetItem(rt, table, key, value);
    else {
      return raiseInt(rt, rt.exc.TypeError, 'keys in translate table must be strings or integers');
    }
    if (status < 0) return -1;
  }
  return 0;
}

export const replaceMethods: Readonly<Record<string, MethodSpec>> = {
  replace: fastKeywords(replaceMethod),
  translate: oneArg(translate),
  maketrans: staticMethod(fast(makeTrans)),
};
