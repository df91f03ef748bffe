/** What few programs need of what str-subscript.ts is about. */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import type { Runtime } from './runtime.ts';
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

/** Every `step`-th character; the kind is that of the widest taken. */
export function strStrided(rt: Runtime, s: Addr, start: number, step: number, count: number): Addr {
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
