/**
 * Interned strings: at most one of each text, so that names can be compared by address.
 *
 *   static    in the static segment, never freed: '', the 256 one-character strings, the texts of
 *             the release's binary (static-texts.ts) and the machine's own names (rt.ids).
 *             Found by a table of addresses in front of them.
 *   mortal    any other, kept by the dict STATE.interned. The dict's two references (key, value)
 *             are not counted: the string dies with its last user and leaves the dict then.
 *
 * v3.13.0 Objects/unicodeobject.c intern_common, intern_static, Include/cpython/unicodeobject.h
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { dictDelItem, dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { errClear, errFetch, errRestore } from './errors.ts';
import { identifierText } from './identifiers.ts';
import { STATE_INTERNED_MASK, STATE_STATIC, STR_HASH, STR_STATE, TP_DEALLOC } from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { staticTexts } from './static-texts.ts';
import { strEqual, strHash } from './str-compare.ts';
import { strDealloc } from './str-type.ts';
import {
  fillHeader,
  isStrExact,
  newStr,
  strBlockSize,
  strData,
  strIsAscii,
  strKind,
  strLength,
} from './strings.ts';

export const NOT_INTERNED = 0;
export const INTERNED_MORTAL = 1;
export const INTERNED_IMMORTAL = 2;
export const INTERNED_STATIC = 3;

/**
 * The table of static strings: 4-byte addresses, open addressing by the low word of the hash. It
 * stands right before rt.emptyStr. NOT CPYTHON: a hash table on the C heap (INTERNED_STRINGS).
 */
const STATIC_SLOTS = 4096;
const STATIC_TABLE_SIZE: Bytes = STATIC_SLOTS * 4;

/** SSTATE_*: whether and how the string is interned. v3.13.0 PyUnicode_CHECK_INTERNED */
export function isInternedState(rt: Runtime, s: Addr): number {
  return rt.i32[(s + STR_STATE) >> 2]! & STATE_INTERNED_MASK;
}

/** Whether the string is the canonical one of its text. */
export function isInterned(rt: Runtime, s: Addr): boolean {
  return (rt.i32[(s + STR_STATE) >> 2]! & STATE_INTERNED_MASK) !== 0;
}

/** The canonical string of this text: new reference, 0 without memory. v3.13.0 PyUnicode_InternFromString */
export function internJs(rt: Runtime, text: string): Addr {
  const s = newStr(rt, text);
  return s === 0 ? 0 : internInPlace(rt, s);
}

/**
 * Takes a reference to a string and gives one to the canonical string of its text, often itself.
 * Instances of subclasses come back as they are. 0 goes through. v3.13.0 intern_common
 */
export function internInPlace(rt: Runtime, s: Addr): Addr {
  if (s === 0 || isInterned(rt, s) || !isStrExact(rt, s)) return s;
  const known = findStatic(rt, s);
  if (known !== 0) {
    decref(rt, s);
    return newRef(rt, known);
  }
  const dict = internedDict(rt);
  if (dict === 0) {
    errClear(rt);
    return s;
  }
  const found = dictGetStr(rt, dict, s);
  if (found !== 0) {
    const canonical = newRef(rt, found);
    decref(rt, s);
    return canonical;
  }
  if (dictSetItem(rt, dict, s, s) < 0) {
    errClear(rt); // as in CPython: not interned, no harm done
    return s;
  }
  const i = s >> 2;
  if (rt.i32[i]! >= 0) rt.i32[i] = rt.i32[i]! - 2;
  const state = (s + STR_STATE) >> 2;
  rt.i32[state] = rt.i32[state]! | INTERNED_MORTAL;
  if (rt.profile.internedImmortal) immortalize(rt, s);
  return s;
}

/**
 * As internInPlace, and the canonical string never dies: the names in code objects, where the
 * release has immortal objects. v3.13.0 _PyUnicode_InternImmortal, immortalize_interned
 */
export function internImmortalInPlace(rt: Runtime, s: Addr): Addr {
  const canonical = internInPlace(rt, s);
  const immortal = rt.profile.immortalRefcnt;
  if (canonical === 0 || immortal === null) return canonical;
  if (isInternedState(rt, canonical) !== INTERNED_MORTAL) return canonical;
  immortalize(rt, canonical);
  return canonical;
}

function immortalize(rt: Runtime, s: Addr): void {
  const state = (s + STR_STATE) >> 2;
  rt.i32[state] = (rt.i32[state]! & ~STATE_INTERNED_MASK) | INTERNED_IMMORTAL;
  rt.i32[s >> 2] = (rt.profile.immortalRefcnt ?? 0) | 0;
}

/** internImmortalInPlace of a text; new. v3.13.0 _PyUnicode_InternImmortal */
export function internImmortalJs(rt: Runtime, text: string): Addr {
  const s = newStr(rt, text);
  return s === 0 ? 0 : internImmortalInPlace(rt, s);
}

/** The dict of mortal interned strings, borrowed; made when it is first needed. */
function internedDict(rt: Runtime): Addr {
  let dict = rt.statePtr(STATE.interned);
  if (dict === 0) {
    dict = dictNew(rt);
    rt.setPtr(rt.state + STATE.interned, dict);
  }
  return dict;
}

/**
 * Takes a dying string out of the dict. Its count is 0; it must read 2 plus 1 while the dict gives
 * its two references back. v3.13.0 unicode_dealloc
 */
export function removeInterned(rt: Runtime, s: Addr): void {
  rt.i32[s >> 2] = 3;
  const pending = errFetch(rt);
  if (dictDelItem(rt, rt.statePtr(STATE.interned), s) < 0) errClear(rt);
  if (pending !== 0) errRestore(rt, pending);
  rt.i32[s >> 2] = 0;
  const state = (s + STR_STATE) >> 2;
  rt.i32[state] = rt.i32[state]! & ~STATE_INTERNED_MASK;
}

// ---- the static strings --------------------------------------------------------------------------

/** The static string with the text of `s`, borrowed; 0 when there is none. */
function findStatic(rt: Runtime, s: Addr): Addr {
  const n = strLength(rt, s);
  if (n <= 1) {
    if (n === 0) return rt.emptyStr;
    if (strKind(rt, s) !== 1) return 0;
    const single = rt.latin1[rt.u8[strData(rt, s)]!]!;
    // a letter that the binary has twice: the name is the other one
    return isInterned(rt, single) ? single : rt.i32[staticSlot(rt, s)]!;
  }
  if (!strIsAscii(rt, s)) return 0;
  return rt.i32[staticSlot(rt, s)]!;
}

/** Word index of the slot that holds the text of `s`, or of the free slot where it would go. */
function staticSlot(rt: Runtime, s: Addr): number {
  const table = (rt.emptyStr - STATIC_TABLE_SIZE) >> 2;
  let i = strHash(rt, s) & (STATIC_SLOTS - 1);
  for (;;) {
    const other = rt.i32[table + i]!;
    if (other === 0 || strEqual(rt, other, s)) return table + i;
    i = (i + 1) & (STATIC_SLOTS - 1);
  }
}

/** Makes '', the 256 one-character strings, the release's static texts and rt.ids. Boot only. */
export function initStaticStrings(rt: Runtime): void {
  // strings are made and freed before the type is ready
  rt.setFn(rt.types.str + TP_DEALLOC, rt.fn(strDealloc));
  const size = STATIC_TABLE_SIZE + strBlockSize(rt, 0, 0);
  rt.emptyStr = rt.memory.sbrkStatic(size) + STATIC_TABLE_SIZE;
  fillStatic(rt, rt.emptyStr, '');
  for (let ch = 0; ch < 256; ch++) rt.latin1[ch] = newLatin1(rt, ch);
  for (const letter of rt.profile.doubledLetters) doubleLetter(rt, letter);
  for (const text of staticTexts(rt.profile.id)) staticString(rt, text);
  const ids = rt.ids as unknown as Record<string, Addr>;
  for (const field of Object.keys(ids)) ids[field] = staticString(rt, identifierText(field));
}

/** Makes the name of a letter a string of its own; the one-character string is not interned. */
function doubleLetter(rt: Runtime, letter: string): void {
  const state = (rt.latin1[letter.charCodeAt(0)]! + STR_STATE) >> 2;
  rt.i32[state] = rt.i32[state]! & ~STATE_INTERNED_MASK;
  const s = rt.memory.sbrkStatic(strBlockSize(rt, 1, 0x7f));
  fillStatic(rt, s, letter);
  rt.i32[staticSlot(rt, s)] = s;
}

/** A static string of one character; from 128 on with its UTF-8 form, which getsizeof counts. */
function newLatin1(rt: Runtime, ch: number): Addr {
  const s = rt.memory.sbrkStatic(strBlockSize(rt, 1, ch));
  fillStatic(rt, s, String.fromCharCode(ch));
  if (ch >= 0x80 && rt.profile.latin1HasUtf8) setStaticUtf8(rt, s, ch);
  return s;
}

function setStaticUtf8(rt: Runtime, s: Addr, ch: number): void {
  const utf8 = rt.memory.sbrkStatic(3);
  rt.u8[utf8] = 0xc0 | (ch >> 6);
  rt.u8[utf8 + 1] = 0x80 | (ch & 0x3f);
  rt.setSize(s + rt.layout.strAsciiHeader, 2);
  rt.setPtr(s + rt.layout.strAsciiHeader + 8, utf8);
}

/** The static string of an ASCII text; made when it is not there yet. Boot only. Borrowed. */
export function staticString(rt: Runtime, text: string): Addr {
  if (text.length <= 1) return text === '' ? rt.emptyStr : rt.latin1[text.charCodeAt(0)]!;
  const s = rt.memory.sbrkStatic(strBlockSize(rt, text.length, 0x7f));
  fillStatic(rt, s, text);
  const slot = staticSlot(rt, s);
  if (rt.i32[slot] === 0) rt.i32[slot] = s;
  return rt.i32[slot]!;
}

function fillStatic(rt: Runtime, s: Addr, text: string): void {
  rt.i32[s >> 2] = rt.profile.globalRefcnt | 0;
  rt.i32[(s >> 2) + 1] = 0;
  const maxChar = text.length === 1 ? text.charCodeAt(0) : 0x7f;
  fillHeader(rt, s, text.length, maxChar, STATE_STATIC | INTERNED_STATIC);
  const data = strData(rt, s);
  for (let i = 0; i < text.length; i++) rt.u8[data + i] = text.charCodeAt(i);
  // hashed now: later the table is only read
  strHash(rt, s);
}

/** Whether the hash was computed: then the string can no longer be changed in place. */
export function isHashed(rt: Runtime, s: Addr): boolean {
  const at = (s + STR_HASH) >> 2;
  return rt.i32[at] !== -1 || rt.i32[at + 1] !== -1;
}
