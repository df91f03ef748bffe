/** Indexing and slicing of str. v3.13.0 Objects/unicodeobject.c unicode_subscript, unicode_getitem */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { asSsize, isIndex, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { strSubstring, strUnchanged } from './str-build.ts';
import {
  readUnit,
  strData,
  strFromCodePoint,
  strIsAscii,
  strKind,
  strLength,
  strMaxChar,
  strNew,
  writeUnit,
} from './strings.ts';

/** `s[i]`, i from 0 on; new, 0 with IndexError. v3.13.0 unicode_getitem */
export function strItem(rt: Runtime, s: Addr, i: number): Addr {
  if (i < 0 || i >= strLength(rt, s)) {
    return raise(rt, rt.exc.IndexError, 'string index out of range');
  }
  return strFromCodePoint(rt, readUnit(rt, strKind(rt, s), strData(rt, s), i));
}

/** `s[key]`; new. v3.13.0 unicode_subscript */
export function strSubscript(rt: Runtime, s: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return strItem(rt, s, i < 0 ? i + strLength(rt, s) : i);
  }
  if (rt.typeOf(key) === rt.types.slice) return strSlice(rt, s, key);
  const kind = rt.profile.texts.strIndexTellsType ? `, not '${typeNameOf(rt, key)}'` : '';
  return raise(rt, rt.exc.TypeError, `string indices must be integers${kind}`);
}

function strSlice(rt: Runtime, s: Addr, slice: Addr): Addr {
  const n = strLength(rt, s);
  if (!sliceWithin(rt, slice, n)) return 0;
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  if (count <= 0) return newRef(rt, rt.emptyStr);
  if (step === 1) {
    return count === n ? strUnchanged(rt, s) : strSubstring(rt, s, start, start + count);
  }
  return strStrided(rt, s, start, step, count);
}

/** Every `step`-th character; the kind is that of the widest taken. */
function strStrided(rt: Runtime, s: Addr, start: number, step: number, count: number): Addr {
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  let maxChar = 0x7f;
  if (!strIsAscii(rt, s)) {
    const limit = strMaxChar(rt, s);
    maxChar = 0;
    for (let i = 0, at = start; i < count; i++, at += step) {
      const ch = readUnit(rt, kind, data, at);
      if (ch > maxChar) maxChar = ch;
    }
    if (maxChar > limit) maxChar = limit;
  }
  const result = strNew(rt, count, maxChar);
  if (result === 0) return 0;
  const toKind = strKind(rt, result);
  const to = strData(rt, result);
  for (let i = 0, at = start; i < count; i++, at += step) {
    writeUnit(rt, toKind, to, i, readUnit(rt, kind, data, at));
  }
  return result;
}
