/**
 * str: how a string lies in memory, and how one is made and read.
 *
 *     +0   ob_refcnt, ob_type
 *     +16  length        in characters
 *     +24  hash          -1 until it is asked for
 *     +32  state         interned:2 kind:3 compact:1 ascii:1 statically_allocated:1
 *     +40  characters of an ASCII string (strAsciiHeader)
 *     +40  utf8_length, utf8: a cached copy in UTF-8, NULL until somebody needs it
 *     +56  characters of any other string (strCompactHeader)
 *
 * The kind is the width of a character, 1, 2 or 4 bytes, always the smallest that holds the widest
 * character; a NUL of that width follows the last. An instance of a subclass is not compact: its
 * characters lie in a block of their own, whose address stands at strCompactHeader.
 * v3.13.0 Include/cpython/unicodeobject.h, Objects/unicodeobject.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory, raise } from './errors.ts';
import {
  STATE_ASCII,
  STATE_COMPACT,
  STATE_KIND_MASK,
  STATE_KIND_SHIFT,
  STR_LENGTH,
  STR_STATE,
  TP_FLAGS,
  TPFLAGS_UNICODE_SUBCLASS,
} from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

export {
  initStaticStrings,
  internImmortalInPlace,
  internImmortalJs,
  internInPlace,
  internJs,
  isInterned,
  isInternedState,
} from './interning.ts';
export { strAppendInPlace, strConcat, strJoin, strRepeat, strSubstring } from './str-build.ts';
export { strCompare, strEqual, strEqualAscii, strHash } from './str-compare.ts';
export { strRepr } from './str-repr.ts';
export { initStrType } from './str-type.ts';

export const MAX_CODE_POINT = 0x10ffff;

/** Whether the object is a str or an instance of a subclass. v3.13.0 PyUnicode_Check */
export function isStr(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_UNICODE_SUBCLASS) !== 0;
}

/** Whether the object's type is str itself. v3.13.0 PyUnicode_CheckExact */
export function isStrExact(rt: Runtime, p: Addr): boolean {
  return rt.i32[(p + 8) >> 2]! === rt.types.str;
}

/** Number of characters. v3.13.0 PyUnicode_GET_LENGTH */
export function strLength(rt: Runtime, s: Addr): number {
  return rt.i32[(s + STR_LENGTH) >> 2]!;
}

/** Bytes of a character: 1, 2 or 4. v3.13.0 PyUnicode_KIND */
export function strKind(rt: Runtime, s: Addr): number {
  return (rt.i32[(s + STR_STATE) >> 2]! >> STATE_KIND_SHIFT) & STATE_KIND_MASK;
}

/** Whether every character is below 128. v3.13.0 PyUnicode_IS_ASCII */
export function strIsAscii(rt: Runtime, s: Addr): boolean {
  return (rt.i32[(s + STR_STATE) >> 2]! & STATE_ASCII) !== 0;
}

/** Byte offset of the characters; a multiple of 4. v3.13.0 PyUnicode_DATA */
export function strData(rt: Runtime, s: Addr): Addr {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  if (state & STATE_COMPACT) {
    return s + (state & STATE_ASCII ? rt.layout.strAsciiHeader : rt.layout.strCompactHeader);
  }
  return rt.ptr(s + rt.layout.strCompactHeader);
}

/** Character `i` of the characters of width `kind` at `data`. v3.13.0 PyUnicode_READ */
export function readUnit(rt: Runtime, kind: number, data: Addr, i: number): number {
  if (kind === 1) return rt.u8[data + i]!;
  if (kind === 2) return rt.u16[(data >> 1) + i]!;
  return rt.i32[(data >> 2) + i]!;
}

/** v3.13.0 PyUnicode_WRITE */
export function writeUnit(rt: Runtime, kind: number, data: Addr, i: number, ch: number): void {
  if (kind === 1) rt.u8[data + i] = ch;
  else if (kind === 2) rt.u16[(data >> 1) + i] = ch;
  else rt.i32[(data >> 2) + i] = ch;
}

/** The code point at index `i`, which must lie within. v3.13.0 PyUnicode_READ_CHAR */
export function strReadChar(rt: Runtime, s: Addr, i: number): number {
  return readUnit(rt, strKind(rt, s), strData(rt, s), i);
}

/** An upper bound of the characters, the highest of their kind. v3.13.0 PyUnicode_MAX_CHAR_VALUE */
export function strMaxChar(rt: Runtime, s: Addr): number {
  if (strIsAscii(rt, s)) return 0x7f;
  const kind = strKind(rt, s);
  return kind === 1 ? 0xff : kind === 2 ? 0xffff : MAX_CODE_POINT;
}

/** The width that holds `maxChar`. */
export function kindOf(maxChar: number): number {
  return maxChar < 0x100 ? 1 : maxChar < 0x10000 ? 2 : 4;
}

/** Bytes of a compact string. */
export function strBlockSize(rt: Runtime, length: number, maxChar: number): Bytes {
  if (maxChar < 0x80) return rt.layout.strAsciiHeader + length + 1;
  return rt.layout.strCompactHeader + (length + 1) * kindOf(maxChar);
}

/**
 * A new string of `length` characters, all still to be written, not wider than `maxChar`: the
 * caller must know that some character needs that width. NUL stands behind them already.
 * '' is the shared one. v3.13.0 PyUnicode_New
 */
export function strNew(rt: Runtime, length: number, maxChar: number): Addr {
  if (length === 0) return newRef(rt, rt.emptyStr);
  if (length >= MAX_STR_LENGTH) return noMemory(rt);
  const p = rt.obj.malloc(strBlockSize(rt, length, maxChar));
  if (p === 0) return noMemory(rt);
  const i32 = rt.i32;
  const i = p >> 2;
  i32[i] = 1;
  i32[i + 1] = 0;
  fillHeader(rt, p, length, maxChar, 0);
  return p;
}

/** No buffer holds a longer string, and sizes of shorter ones stay within 32 bits. */
export const MAX_STR_LENGTH = 0x1ff00000;

/** Writes all of a compact string's header but the count, and the NUL. `stateBits`: interned, static. */
export function fillHeader(
  rt: Runtime,
  p: Addr,
  length: number,
  maxChar: number,
  stateBits: number,
): void {
  const i32 = rt.i32;
  const i = p >> 2;
  i32[i + 2] = rt.types.str;
  i32[i + 3] = ADDRESS_HIGH;
  i32[i + 4] = length;
  i32[i + 5] = 0;
  i32[i + 6] = -1;
  i32[i + 7] = -1;
  const header = maxChar < 0x80 ? rt.layout.strAsciiHeader : rt.layout.strCompactHeader;
  for (let j = i + 9, end = (p + header) >> 2; j < end; j++) i32[j] = 0;
  if (maxChar < 0x80) {
    i32[i + 8] = STATE_COMPACT | STATE_ASCII | (1 << STATE_KIND_SHIFT) | stateBits;
    rt.u8[p + rt.layout.strAsciiHeader + length] = 0;
    return;
  }
  const kind = kindOf(maxChar);
  i32[i + 8] = STATE_COMPACT | (kind << STATE_KIND_SHIFT) | stateBits;
  writeUnit(rt, kind, p + rt.layout.strCompactHeader, length, 0);
}

/** The one-character string: cached below 256. New reference. v3.13.0 unicode_char */
export function strFromCodePoint(rt: Runtime, ch: number): Addr {
  if (ch < 0x100) return newRef(rt, rt.latin1[ch]!);
  const s = strNew(rt, 1, ch);
  if (s === 0) return 0;
  const data = s + rt.layout.strCompactHeader;
  if (ch < 0x10000) rt.u16[data >> 1] = ch;
  else rt.i32[data >> 2] = ch;
  return s;
}

/**
 * A new string with the text of a JavaScript string; surrogate pairs become one character, lone
 * surrogates stay. '' and characters below 256 give the cached objects. v3.13.0 PyUnicode_FromString
 */
export function newStr(rt: Runtime, text: string): Addr {
  const n = text.length;
  if (n <= 1) {
    if (n === 0) return newRef(rt, rt.emptyStr);
    return strFromCodePoint(rt, text.charCodeAt(0));
  }
  let or = 0;
  for (let i = 0; i < n; i++) or |= text.charCodeAt(i);
  if (or < 0x80) {
    const s = strNew(rt, n, 0x7f);
    if (s !== 0) writeUnits8(rt, s + rt.layout.strAsciiHeader, text);
    return s;
  }
  if (or < 0x100) {
    const s = strNew(rt, n, 0xff);
    if (s !== 0) writeUnits8(rt, s + rt.layout.strCompactHeader, text);
    return s;
  }
  return newWideStr(rt, text);
}

function writeUnits8(rt: Runtime, data: Addr, text: string): void {
  const u8 = rt.u8;
  for (let i = 0, n = text.length; i < n; i++) u8[data + i] = text.charCodeAt(i);
}

function newWideStr(rt: Runtime, text: string): Addr {
  let length = 0;
  let maxChar = 0;
  for (let i = 0; i < text.length; length++) {
    const ch = text.codePointAt(i)!;
    if (ch > maxChar) maxChar = ch;
    i += ch > 0xffff ? 2 : 1;
  }
  if (length === 1) return strFromCodePoint(rt, maxChar);
  const s = strNew(rt, length, maxChar);
  if (s === 0) return 0;
  const kind = kindOf(maxChar);
  const data = strData(rt, s);
  for (let i = 0, at = 0; at < length; at++) {
    const ch = text.codePointAt(i)!;
    writeUnit(rt, kind, data, at, ch);
    i += ch > 0xffff ? 2 : 1;
  }
  return s;
}

/**
 * The text as a JavaScript string. Two lone surrogates that stand side by side come out as the pair
 * they make: the one case in which newStr does not give the same string back.
 */
export function strToJs(rt: Runtime, s: Addr): string {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  const kind = (state >> STATE_KIND_SHIFT) & STATE_KIND_MASK;
  return unitsToJs(rt, kind, strData(rt, s), strLength(rt, s));
}

/** Shorter texts are put together character by character, which beats the detour over an array. */
const SHORT_TEXT = 24;
/** Characters handed to one call: engines limit the number of arguments. */
const TEXT_CHUNK = 4096;

/** `length` characters of width `kind` at `data` as a JavaScript string. */
export function unitsToJs(rt: Runtime, kind: number, data: Addr, length: number): string {
  let text = '';
  if (kind === 1) {
    if (length > SHORT_TEXT) return chunksToJs(rt.u8, data, length);
    const u8 = rt.u8;
    for (let i = data, end = data + length; i < end; i++) text += String.fromCharCode(u8[i]!);
  } else if (kind === 2) {
    return chunksToJs(rt.u16, data >> 1, length);
  } else {
    const i32 = rt.i32;
    const start = data >> 2;
    for (let i = start; i < start + length; i++) text += String.fromCodePoint(i32[i]!);
  }
  return text;
}

function chunksToJs(units: Uint8Array | Uint16Array, start: number, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += TEXT_CHUNK) {
    const chunk = units.subarray(start + i, start + Math.min(i + TEXT_CHUNK, length));
    text += String.fromCharCode.apply(null, chunk as unknown as number[]);
  }
  return text;
}

/**
 * Copies `n` characters, widening them when the kinds differ; never narrows.
 * v3.13.0 _PyUnicode_FastCopyCharacters
 */
export function copyUnits(
  rt: Runtime,
  toKind: number,
  to: Addr,
  toIndex: number,
  fromKind: number,
  from: Addr,
  fromIndex: number,
  n: number,
): void {
  if (toKind === fromKind) {
    const at = to + toIndex * toKind;
    const src = from + fromIndex * fromKind;
    if (n * toKind <= 48) {
      const u8 = rt.u8;
      for (let i = 0, bytes = n * toKind; i < bytes; i++) u8[at + i] = u8[src + i]!;
    } else rt.u8.copyWithin(at, src, src + n * fromKind);
    return;
  }
  for (let i = 0; i < n; i++) {
    writeUnit(rt, toKind, to, toIndex + i, readUnit(rt, fromKind, from, fromIndex + i));
  }
}

/** The bound that decides the representation of these characters: 0x7f, 0xff, 0xffff, 0x10ffff. */
export function findMaxChar(
  rt: Runtime,
  kind: number,
  data: Addr,
  start: number,
  end: number,
): number {
  if (kind === 1) {
    const u8 = rt.u8;
    for (let i = data + start; i < data + end; i++) if (u8[i]! >= 0x80) return 0xff;
    return 0x7f;
  }
  let or = 0;
  if (kind === 2) {
    const u16 = rt.u16;
    for (let i = (data >> 1) + start; i < (data >> 1) + end; i++) or |= u16[i]!;
  } else {
    const i32 = rt.i32;
    for (let i = (data >> 2) + start; i < (data >> 2) + end; i++) or |= i32[i]!;
  }
  return or < 0x80 ? 0x7f : or < 0x100 ? 0xff : or < 0x10000 ? 0xffff : MAX_CODE_POINT;
}

/** Raises OverflowError for a result that no memory could hold. @returns 0 */
export function stringsTooLarge(rt: Runtime): 0 {
  return raise(rt, rt.exc.OverflowError, 'strings are too large to concat');
}
