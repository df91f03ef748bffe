/**
 * split, rsplit, splitlines, partition, rpartition. v3.13.0 Objects/stringlib/split.h, partition.h
 *
 * The pieces of a split go into a list made with room for twelve: what getsizeof tells of it.
 */
import type { Addr } from '../base/brand.ts';
import { type Params, parseArgs } from './args.ts';
import { ssizeArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { OB_SIZE } from './layouts.ts';
import { listAppendSteal, listItems, listNew } from './list.ts';
import { isTrue, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { findUnits, rfindUnits } from './search.ts';
import { strFromUnits } from './str-build.ts';
import { isStr, isStrExact, readUnit, strData, strKind, strLength } from './strings.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';
import { fastKeywords, type MethodSpec, oneArg } from './type-spec.ts';
import { isLineBreak, isSpace } from './unicode-data.ts';

/** v3.13.0 Objects/stringlib/split.h MAX_PREALLOC */
export const MAX_PREALLOC = 12;

/** A list for the pieces of at most `maxSplit` splits, with empty slots. PREALLOC_SIZE */
export function newPieces(rt: Runtime, maxSplit: number): Addr {
  return listNew(rt, maxSplit >= MAX_PREALLOC ? MAX_PREALLOC : maxSplit + 1);
}

/** Puts piece number `count` (stolen, 0 fails) in. @returns false with an exception. SPLIT_ADD */
export function addPiece(rt: Runtime, list: Addr, count: number, piece: Addr): boolean {
  if (piece === 0) return false;
  if (count >= MAX_PREALLOC) return listAppendSteal(rt, list, piece) === 0;
  rt.setPtr(listItems(rt, list) + 8 * count, piece);
  return true;
}

/** The finished list; 0 when a piece failed. FIX_PREALLOC_SIZE */
export function endPieces(rt: Runtime, list: Addr, count: number, fine: boolean): Addr {
  if (!fine) {
    decref(rt, list);
    return 0;
  }
  rt.setSize(list + OB_SIZE, count);
  return list;
}

/** PyList_Reverse, on a list that nobody else sees */
export function reversePieces(rt: Runtime, list: Addr): void {
  const items = listItems(rt, list);
  for (let i = 0, j = rt.size(list + OB_SIZE) - 1; i < j; i++, j--) {
    const p = rt.arg(items, i);
    rt.setPtr(items + 8 * i, rt.arg(items, j));
    rt.setPtr(items + 8 * j, p);
  }
}

function splitWhitespace(rt: Runtime, s: Addr, maxSplit: number): Addr {
  const list = newPieces(rt, maxSplit);
  if (list === 0) return 0;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  let count = 0;
  let i = 0;
  for (; maxSplit > 0; maxSplit--) {
    while (i < n && isSpace(readUnit(rt, kind, data, i))) i++;
    if (i === n) break;
    const start = i++;
    while (i < n && !isSpace(readUnit(rt, kind, data, i))) i++;
    const whole = start === 0 && i === n && isStrExact(rt, s);
    const piece = whole ? newRef(rt, s) : strFromUnits(rt, kind, data, start, i);
    if (!addPiece(rt, list, count, piece)) return endPieces(rt, list, count, false);
    count++;
  }
  while (i < n && isSpace(readUnit(rt, kind, data, i))) i++;
  if (i < n) {
    const fine = addPiece(rt, list, count, strFromUnits(rt, kind, data, i, n));
    return endPieces(rt, list, count + 1, fine);
  }
  return endPieces(rt, list, count, true);
}

function rsplitWhitespace(rt: Runtime, s: Addr, maxSplit: number): Addr {
  const list = newPieces(rt, maxSplit);
  if (list === 0) return 0;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  let count = 0;
  let i = n - 1;
  for (; maxSplit > 0; maxSplit--) {
    while (i >= 0 && isSpace(readUnit(rt, kind, data, i))) i--;
    if (i < 0) break;
    const end = i-- + 1;
    while (i >= 0 && !isSpace(readUnit(rt, kind, data, i))) i--;
    const whole = end === n && i < 0 && isStrExact(rt, s);
    const piece = whole ? newRef(rt, s) : strFromUnits(rt, kind, data, i + 1, end);
    if (!addPiece(rt, list, count, piece)) return endPieces(rt, list, count, false);
    count++;
  }
  while (i >= 0 && isSpace(readUnit(rt, kind, data, i))) i--;
  if (i >= 0) {
    const fine = addPiece(rt, list, count, strFromUnits(rt, kind, data, 0, i + 1));
    count++;
    if (!fine) return endPieces(rt, list, count, false);
  }
  endPieces(rt, list, count, true);
  reversePieces(rt, list);
  return list;
}

/** [s] in a list of room one: what cannot be split because the separator is wider or longer. */
function onlyItself(rt: Runtime, s: Addr): Addr {
  const list = listNew(rt, 1);
  if (list !== 0) rt.setPtr(listItems(rt, list), newRef(rt, s));
  return list;
}

function splitAt(rt: Runtime, s: Addr, sep: Addr, maxSplit: number, reverse: boolean): Addr {
  const kind = strKind(rt, s);
  const sepKind = strKind(rt, sep);
  const n = strLength(rt, s);
  const m = strLength(rt, sep);
  if (kind < sepKind || n < m) return onlyItself(rt, s);
  if (m === 0) return raise(rt, rt.exc.ValueError, 'empty separator');
  const list = newPieces(rt, maxSplit);
  if (list === 0) return 0;
  const data = strData(rt, s);
  const sepData = strData(rt, sep);
  let count = 0;
  let start = 0;
  let end = n;
  for (; maxSplit > 0; maxSplit--) {
    const at = reverse
      ? rfindUnits(rt, kind, data, 0, end, sepKind, sepData, m)
      : findUnits(rt, kind, data, start, n, sepKind, sepData, m);
    if (at < 0) break;
    const piece = reverse
      ? strFromUnits(rt, kind, data, at + m, end)
      : strFromUnits(rt, kind, data, start, at);
    if (!addPiece(rt, list, count, piece)) return endPieces(rt, list, count, false);
    count++;
    if (reverse) end = at;
    else start = at + m;
  }
  const whole = count === 0 && isStrExact(rt, s);
  const rest = whole ? newRef(rt, s) : strFromUnits(rt, kind, data, start, end);
  if (endPieces(rt, list, count + 1, addPiece(rt, list, count, rest)) === 0) return 0;
  if (reverse) reversePieces(rt, list);
  return list;
}

/** A new list of the parts between whitespace or `sep`. v3.13.0 PyUnicode_Split, PyUnicode_RSplit */
export function strSplit(
  rt: Runtime,
  s: Addr,
  sep: Addr,
  maxSplit: number,
  reverse: boolean,
): Addr {
  const n = strLength(rt, s);
  const any = maxSplit < 0 && rt.profile.splitTakesRoom ? Infinity : maxSplit;
  // without a limit: as many splits as the length allows, which decides the room of the list
  if (sep === 0 || sep === rt.none) {
    const most = any < 0 ? Math.trunc((n - 1) / 2) + 1 : any;
    return reverse ? rsplitWhitespace(rt, s, most) : splitWhitespace(rt, s, most);
  }
  if (!isStr(rt, sep)) {
    return raise(rt, rt.exc.TypeError, `must be str or None, not ${typeNameOf(rt, sep)}`);
  }
  const m = strLength(rt, sep);
  const most = any < 0 ? (m === 0 ? 0 : Math.floor(n / m) + 1) : any;
  return splitAt(rt, s, sep, most, reverse);
}

const SPLIT_PARAMS: Params = { names: ['sep', 'maxsplit'], required: 0, positional: 2 };
const LINES_PARAMS: Params = { names: ['keepends'], required: 0, positional: 1 };
const given = new Int32Array(2);

function splitMethod(name: string, reverse: boolean): MethodSpec {
  return fastKeywords((rt, s, argv, nargs, kwnames) => {
    if (!parseArgs(rt, name, SPLIT_PARAMS, given, argv, nargs, kwnames)) return 0;
    const sep = given[0]!;
    const maxSplit = given[1] === 0 ? -1 : ssizeArgument(rt, given[1]!);
    return Number.isNaN(maxSplit) ? 0 : strSplit(rt, s, sep, maxSplit, reverse);
  });
}

/** v3.13.0 unicode_splitlines */
function splitLinesMethod(rt: Runtime, s: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'splitlines', LINES_PARAMS, given, argv, nargs, kwnames)) return 0;
  const keep = given[0] === 0 ? 0 : isTrue(rt, given[0]!);
  return keep < 0 ? 0 : strSplitLines(rt, s, keep === 1);
}

/** A new list of lines, with their ends when `keep`. v3.13.0 PyUnicode_Splitlines */
export function strSplitLines(rt: Runtime, s: Addr, keep: boolean): Addr {
  const list = listNew(rt, 0);
  if (list === 0) return 0;
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  for (let i = 0; i < n;) {
    const start = i;
    while (i < n && !isLineBreak(readUnit(rt, kind, data, i))) i++;
    let end = i;
    if (i < n) {
      const crlf = readUnit(rt, kind, data, i) === 13 && i + 1 < n;
      i += crlf && readUnit(rt, kind, data, i + 1) === 10 ? 2 : 1;
      if (keep) end = i;
    }
    const whole = start === 0 && end === n && isStrExact(rt, s);
    const line = whole ? newRef(rt, s) : strFromUnits(rt, kind, data, start, end);
    if (line === 0 || listAppendSteal(rt, list, line) < 0) {
      decref(rt, list);
      return 0;
    }
  }
  return list;
}

/** A new tuple of three; each stolen, 0 when making it failed. */
export function tripleSteal(rt: Runtime, a: Addr, b: Addr, c: Addr): Addr {
  const t = a === 0 || b === 0 || c === 0 ? 0 : tupleNew(rt, 3);
  if (t === 0) {
    if (a !== 0) decref(rt, a);
    if (b !== 0) decref(rt, b);
    if (c !== 0) decref(rt, c);
    return 0;
  }
  tupleSetItem(rt, t, 0, a);
  tupleSetItem(rt, t, 1, b);
  tupleSetItem(rt, t, 2, c);
  return t;
}

function partitionMethod(last: boolean): MethodSpec {
  return oneArg((rt, s, sep) => {
    if (!isStr(rt, sep)) {
      return raise(rt, rt.exc.TypeError, `must be str, not ${typeNameOf(rt, sep)}`);
    }
    const kind = strKind(rt, s);
    const data = strData(rt, s);
    const n = strLength(rt, s);
    const m = strLength(rt, sep);
    if (m === 0) return raise(rt, rt.exc.ValueError, 'empty separator');
    const find = last ? rfindUnits : findUnits;
    const at = find(rt, kind, data, 0, n, strKind(rt, sep), strData(rt, sep), m);
    if (at < 0) {
      const before = newRef(rt, last ? rt.emptyStr : s);
      return tripleSteal(rt, before, newRef(rt, rt.emptyStr), newRef(rt, last ? s : rt.emptyStr));
    }
    const before = strFromUnits(rt, kind, data, 0, at);
    const after = before === 0 ? 0 : strFromUnits(rt, kind, data, at + m, n);
    return tripleSteal(rt, before, newRef(rt, sep), after);
  });
}

export const splitMethods: Readonly<Record<string, MethodSpec>> = {
  split: splitMethod('split', false),
  rsplit: splitMethod('rsplit', true),
  splitlines: fastKeywords(splitLinesMethod),
  partition: partitionMethod(false),
  rpartition: partitionMethod(true),
};
