/** Equality, order and hash of strings, on their bytes in memory. v3.13.0 Objects/unicodeobject.c */
import type { Addr, Bytes } from '../base/brand.ts';
import {
  STATE_ASCII,
  STATE_KIND_MASK,
  STATE_KIND_SHIFT,
  STR_HASH,
  STR_LENGTH,
  STR_STATE,
} from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { hashBytes } from './siphash.ts';
import { readUnit, strData, strKind, strLength } from './strings.ts';

/** Whether `n` bytes at `a` and `b` (both multiples of 4) are the same. */
export function bytesEqual(rt: Runtime, a: Addr, b: Addr, n: Bytes): boolean {
  const i32 = rt.i32;
  let i = a >> 2;
  let j = b >> 2;
  for (const end = i + (n >> 2); i < end; i++, j++) if (i32[i] !== i32[j]) return false;
  const u8 = rt.u8;
  for (let at = n & ~3; at < n; at++) if (u8[a + at] !== u8[b + at]) return false;
  return true;
}

/** Whether two strings have the same text. Never an error. v3.13.0 _PyUnicode_Equal, unicode_eq */
export function strEqual(rt: Runtime, a: Addr, b: Addr): boolean {
  if (a === b) return true;
  const i32 = rt.i32;
  const n = i32[(a + STR_LENGTH) >> 2]!;
  if (n !== i32[(b + STR_LENGTH) >> 2]!) return false;
  const kind = (i32[(a + STR_STATE) >> 2]! >> STATE_KIND_SHIFT) & STATE_KIND_MASK;
  if (kind !== ((i32[(b + STR_STATE) >> 2]! >> STATE_KIND_SHIFT) & STATE_KIND_MASK)) return false;
  return bytesEqual(rt, strData(rt, a), strData(rt, b), n * kind);
}

/** Whether the string is this ASCII text. v3.13.0 _PyUnicode_EqualToASCIIString */
export function strEqualAscii(rt: Runtime, s: Addr, text: string): boolean {
  const n = strLength(rt, s);
  if (n !== text.length || !(rt.i32[(s + STR_STATE) >> 2]! & STATE_ASCII)) return false;
  const data = strData(rt, s);
  for (let i = 0; i < n; i++) if (rt.u8[data + i] !== text.charCodeAt(i)) return false;
  return true;
}

/** -1, 0 or 1, by code points. v3.13.0 unicode_compare */
export function strCompare(rt: Runtime, a: Addr, b: Addr): number {
  if (a === b) return 0;
  const n = strLength(rt, a);
  const m = strLength(rt, b);
  const kindA = strKind(rt, a);
  const kindB = strKind(rt, b);
  const dataA = strData(rt, a);
  const dataB = strData(rt, b);
  const common = n < m ? n : m;
  for (let i = 0; i < common; i++) {
    const x = readUnit(rt, kindA, dataA, i);
    const y = readUnit(rt, kindB, dataB, i);
    if (x !== y) return x < y ? -1 : 1;
  }
  return n === m ? 0 : n < m ? -1 : 1;
}

/**
 * The hash: low word returned, high word in rt.hashHigh; computed once and kept in the object.
 * v3.13.0 unicode_hash
 */
export function strHash(rt: Runtime, s: Addr): number {
  const i32 = rt.i32;
  const at = (s + STR_HASH) >> 2;
  const low = i32[at]!;
  const high = i32[at + 1]!;
  if (low !== -1 || high !== -1) {
    rt.hashHigh = high;
    return low;
  }
  return computeHash(rt, s, at);
}

function computeHash(rt: Runtime, s: Addr, at: number): number {
  const low = hashBytes(rt, strData(rt, s), strLength(rt, s) * strKind(rt, s));
  rt.i32[at] = low;
  rt.i32[at + 1] = rt.hashHigh;
  return low;
}
