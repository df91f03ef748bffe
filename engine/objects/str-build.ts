/**
 * New strings from old ones: concatenation, slices, join, repetition; all on the bytes in memory,
 * one allocation each. v3.13.0 Objects/unicodeobject.c
 */
import type { Addr } from '../base/brand.ts';
import { errMatches, noMemory, raise } from './errors.ts';
import { isHashed, isInterned } from './interning.ts';
import { STATE_ASCII, STR_LENGTH, STR_STATE } from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { getIter } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import {
  copyUnits,
  findMaxChar,
  isStr,
  isStrExact,
  MAX_STR_LENGTH,
  readUnit,
  strBlockSize,
  strData,
  strFromCodePoint,
  strIsAscii,
  stringsTooLarge,
  strKind,
  strLength,
  strMaxChar,
  strNew,
  writeUnit,
} from './strings.ts';
import { notAStr, strCopy } from './late-parts.ts';

export { strCopy, strRepeat } from './late-parts.ts';

/** A reference to `s`, or to a plain copy when it is of a subclass. v3.13.0 unicode_result_unchanged */
export function strUnchanged(rt: Runtime, s: Addr): Addr {
  return isStrExact(rt, s) ? newRef(rt, s) : strCopy(rt, s);
}

/** Copies characters between strings; `to` must be wide enough. v3.13.0 _PyUnicode_FastCopyCharacters */
export function strCopyInto(
  rt: Runtime,
  to: Addr,
  toIndex: number,
  from: Addr,
  fromIndex: number,
  n: number,
): void {
  copyUnits(
    rt,
    strKind(rt, to),
    strData(rt, to),
    toIndex,
    strKind(rt, from),
    strData(rt, from),
    fromIndex,
    n,
  );
}

/** `a + b` of two strs; new. v3.13.0 PyUnicode_Concat */
export function strConcat(rt: Runtime, a: Addr, b: Addr): Addr {
  const n = strLength(rt, a);
  const m = strLength(rt, b);
  if (n === 0) return strUnchanged(rt, b);
  if (m === 0) return strUnchanged(rt, a);
  if (n + m >= MAX_STR_LENGTH) return stringsTooLarge(rt);
  const maxA = strMaxChar(rt, a);
  const maxB = strMaxChar(rt, b);
  const s = strNew(rt, n + m, maxA > maxB ? maxA : maxB);
  if (s === 0) return 0;
  strCopyInto(rt, s, 0, a, 0, n);
  strCopyInto(rt, s, n, b, 0, m);
  return s;
}

/**
 * `left += right`, growing the block of `left` when nobody else can see it.
 * @param left stolen, also on failure
 * @returns new, 0 with an exception. v3.13.0 PyUnicode_Append
 */
export function strAppendInPlace(rt: Runtime, left: Addr, right: Addr): Addr {
  const n = strLength(rt, left);
  const m = strLength(rt, right);
  if (m !== 0 && n !== 0 && canGrow(rt, left, right) && n + m < MAX_STR_LENGTH) {
    const grown = strResize(rt, left, n + m);
    if (grown === 0) {
      decref(rt, left);
      return 0;
    }
    strCopyInto(rt, grown, n, right, 0, m);
    return grown;
  }
  const result = m === 0 && isStrExact(rt, left) ? newRef(rt, left) : strConcat(rt, left, right);
  decref(rt, left);
  return result;
}

/** v3.13.0 unicode_modifiable and PyUnicode_Append's test of the kinds */
function canGrow(rt: Runtime, left: Addr, right: Addr): boolean {
  const i32 = rt.i32;
  if (i32[left >> 2] !== 1 || !isStrExact(rt, left) || !isStrExact(rt, right)) return false;
  if (isHashed(rt, left) || isInterned(rt, left)) return false;
  if (strKind(rt, right) > strKind(rt, left)) return false;
  return !strIsAscii(rt, left) || strIsAscii(rt, right);
}

/**
 * Gives a compact string that only the caller holds another length; the address may change.
 * @returns 0 with MemoryError: then the old one is as it was. v3.13.0 resize_compact
 */
export function strResize(rt: Runtime, s: Addr, length: number): Addr {
  freeUtf8(rt, s);
  const p = rt.obj.realloc(s, strBlockSize(rt, length, strMaxChar(rt, s)));
  if (p === 0) return noMemory(rt);
  rt.i32[(p + STR_LENGTH) >> 2] = length;
  writeUnit(rt, strKind(rt, p), strData(rt, p), length, 0);
  return p;
}

/** Drops the cached UTF-8 form, when there is one in memory of its own. */
export function freeUtf8(rt: Runtime, s: Addr): void {
  const utf8 = ownUtf8(rt, s);
  if (utf8 === 0) return;
  rt.tables.free(utf8);
  rt.setSize(s + rt.layout.strAsciiHeader, 0);
  rt.setPtr(s + rt.layout.strAsciiHeader + 8, 0);
}

/** The cached UTF-8 form, 0 when there is none or it is the characters themselves. _PyUnicode_HAS_UTF8_MEMORY */
export function ownUtf8(rt: Runtime, s: Addr): Addr {
  if (rt.i32[(s + STR_STATE) >> 2]! & STATE_ASCII) return 0;
  return rt.ptr(s + rt.layout.strAsciiHeader + 8);
}

/** `s[start:end]`, 0 <= start <= end <= length; new, cached where short. v3.13.0 PyUnicode_Substring */
export function strSubstring(rt: Runtime, s: Addr, start: number, end: number): Addr {
  const n = end - start;
  if (n === strLength(rt, s)) return strUnchanged(rt, s);
  if (n <= 0) return newRef(rt, rt.emptyStr);
  return strFromUnits(rt, strKind(rt, s), strData(rt, s), start, end);
}

/** A new string of these characters, in the narrowest kind. v3.13.0 PyUnicode_FromKindAndData */
export function strFromUnits(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
): Addr {
  const n = end - start;
  if (n === 1) return strFromCodePoint(rt, readUnit(rt, kind, data, start));
  const s = strNew(rt, n, findMaxChar(rt, kind, data, start, end));
  if (s !== 0 && n > 0) copyUnits(rt, strKind(rt, s), strData(rt, s), 0, kind, data, start, n);
  return s;
}

/** `sep.join(seq)` of any iterable; new. v3.13.0 PyUnicode_Join */
export function strJoin(rt: Runtime, sep: Addr, seq: Addr): Addr {
  const row = fastSequence(rt, seq, 'can only join an iterable');
  if (row === 0) return 0;
  const result = strJoinRow(rt, sep, rowStart(rt, row), rowLength(rt, row));
  decref(rt, row);
  return result;
}

/** The list or tuple itself, or a new list of the items. New reference. v3.13.0 PySequence_Fast */
export function fastSequence(rt: Runtime, seq: Addr, message: string): Addr {
  const type = rt.typeOf(seq);
  if (type === rt.types.list || type === rt.types.tuple) return newRef(rt, seq);
  const it = getIter(rt, seq);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) raise(rt, rt.exc.TypeError, message);
    return 0;
  }
  const list = listNew(rt, 0);
  if (list !== 0 && listExtend(rt, list, it) < 0) {
    decref(rt, list);
    decref(rt, it);
    return 0;
  }
  decref(rt, it);
  return list;
}

/** Joins `n` objects of a row; each must be a str. New. v3.13.0 _PyUnicode_JoinArray */
export function strJoinRow(rt: Runtime, sep: Addr, row: Addr, n: number): Addr {
  if (n === 0) return newRef(rt, rt.emptyStr);
  const first = rt.arg(row, 0);
  if (n === 1 && isStrExact(rt, first)) return newRef(rt, first);
  const sepLength = strLength(rt, sep);
  let maxChar = n > 1 && sepLength > 0 ? strMaxChar(rt, sep) : 0x7f;
  let length = sepLength * (n - 1);
  for (let i = 0; i < n; i++) {
    const item = rt.arg(row, i);
    if (!isStr(rt, item)) return notAStr(rt, item, i);
    length += strLength(rt, item);
    const itemMax = strMaxChar(rt, item);
    if (itemMax > maxChar) maxChar = itemMax;
  }
  const result = strNew(rt, length, maxChar);
  if (result === 0 || length === 0) return result;
  fillJoined(rt, result, sep, sepLength, row, n);
  return result;
}

function fillJoined(
  rt: Runtime,
  result: Addr,
  sep: Addr,
  sepLength: number,
  row: Addr,
  n: number,
): void {
  const kind = strKind(rt, result);
  const data = strData(rt, result);
  const sepKind = strKind(rt, sep);
  const sepData = strData(rt, sep);
  let at = 0;
  for (let i = 0; i < n; i++) {
    if (i > 0 && sepLength > 0) {
      copyUnits(rt, kind, data, at, sepKind, sepData, 0, sepLength);
      at += sepLength;
    }
    const item = rt.arg(row, i);
    const length = strLength(rt, item);
    copyUnits(rt, kind, data, at, strKind(rt, item), strData(rt, item), 0, length);
    at += length;
  }
}
