/**
 * The table behind a dict: a hash index of small integers, and behind it the entries in the order
 * in which they were put in.
 *
 *     +0   dk_refcnt            dicts and classes that use the table
 *     +8   dk_log2_size         the index has 2 ** this places
 *     +9   dk_log2_index_bytes  and takes 2 ** this bytes
 *     +10  dk_kind              0 general, 1 unicode, 2 split
 *     +12  dk_version           0 after any change
 *     +16  dk_usable            entries that may still be added
 *     +24  dk_nentries          entries in use, deleted ones included
 *     +32  dk_indices           1, 2 or 4 bytes a place: entry number, -1 empty, -2 dummy
 *     ...  dk_entries           general: hash, key, value (24 bytes); else key, value (16 bytes)
 *
 * A key's place is found by `i = hash & mask`, then `i = i * 5 + perturb + 1` with perturb shifted
 * by 5 each time: the same walk as CPython's, so that collisions agree.
 * v3.13.0 Include/internal/pycore_dict.h, Objects/dictobject.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { emptyKeys } from './container-statics.ts';
import { noMemory } from './errors.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { STR_HASH } from './layouts.ts';
import { decref, incref } from './refcount.ts';
import { FREE_DICT_KEYS, type Runtime } from './runtime.ts';
import { strEqual } from './str-compare.ts';
import type { Visit } from './type-spec.ts';

export const DK_LOG2_SIZE = 8;
export const DK_LOG2_INDEX_BYTES = 9;
export const DK_KIND = 10;
export const DK_VERSION = 12;
export const DK_USABLE = 16;
export const DK_NENTRIES = 24;

export const DICT_KEYS_GENERAL = 0;
export const DICT_KEYS_UNICODE = 1;
export const DICT_KEYS_SPLIT = 2;

export const DKIX_EMPTY = -1;
export const DKIX_DUMMY = -2;
export const DKIX_ERROR = -3;
export const DKIX_KEY_CHANGED = -4;

/** Places in the smallest table. v3.13.0 Objects/dictobject.c PyDict_LOG_MINSIZE */
export const LOG_MINSIZE = 3;

/** Offsets in an entry of strings only, and its size. v3.13.0 PyDictUnicodeEntry */
export const UNICODE_VALUE = 8;
export const UNICODE_ENTRY = 16;
/** The same of a general entry, whose hash comes first. v3.13.0 PyDictKeyEntry */
export const GENERAL_KEY = 8;
export const GENERAL_VALUE = 16;
export const GENERAL_ENTRY = 24;

// ---- shape -------------------------------------------------------------------------------------

export function keysKind(rt: Runtime, keys: Addr): number {
  return rt.u8[keys + DK_KIND]!;
}

/** Whether entries are key and value only. v3.13.0 DK_IS_UNICODE */
export function keysAreUnicode(rt: Runtime, keys: Addr): boolean {
  return rt.u8[keys + DK_KIND] !== DICT_KEYS_GENERAL;
}

/** Places in the index. v3.13.0 DK_SIZE */
export function keysPlaces(rt: Runtime, keys: Addr): number {
  return 1 << rt.u8[keys + DK_LOG2_SIZE]!;
}

export function keysUsable(rt: Runtime, keys: Addr): number {
  return rt.i32[(keys + DK_USABLE) >> 2]!;
}

export function keysEntryCount(rt: Runtime, keys: Addr): number {
  return rt.i32[(keys + DK_NENTRIES) >> 2]!;
}

/** Byte offset of entry 0. v3.13.0 DK_ENTRIES, DK_UNICODE_ENTRIES */
export function keysEntries(rt: Runtime, keys: Addr): Addr {
  return keys + rt.layout.dictKeysHeader + (1 << rt.u8[keys + DK_LOG2_INDEX_BYTES]!);
}

/** Entries that fit an index of `places`. v3.13.0 USABLE_FRACTION */
export function usableFraction(places: number): number {
  return Math.floor((places << 1) / 3);
}

/**
 * The smallest table with at least `size` places, as a power of two; up to 3.13, one twice as large
 * for sizes below 8 and some others. v3.13.0 calculate_log2_keysize
 */
export function log2KeysSize(rt: Runtime, size: number): number {
  const last = rt.profile.tableSizesExact ? Math.max(size, 8) - 1 : ((size | 8) - 1) | 7;
  return 32 - Math.clz32(last);
}

/** The table that holds `n` entries without a resize. v3.13.0 estimate_log2_keysize */
export function log2KeysFor(rt: Runtime, n: number): number {
  return log2KeysSize(rt, (n * 3 + 1) >> 1);
}

/** Bytes of the table's block. v3.13.0 _PyDict_KeysSize */
export function keysSize(rt: Runtime, keys: Addr): Bytes {
  const entry = keysAreUnicode(rt, keys) ? UNICODE_ENTRY : GENERAL_ENTRY;
  const index = 1 << rt.u8[keys + DK_LOG2_INDEX_BYTES]!;
  return rt.layout.dictKeysHeader + index + usableFraction(keysPlaces(rt, keys)) * entry;
}

// ---- life --------------------------------------------------------------------------------------

/** A new empty table with one reference; 0 with MemoryError. v3.13.0 new_keys_object */
export function newKeys(rt: Runtime, log2Size: number, unicode: boolean): Addr {
  const strings = unicode && rt.layout.dictUnicodeEntries;
  const usable = usableFraction(1 << log2Size);
  const log2Bytes = log2Size < 8 ? log2Size : log2Size < 16 ? log2Size + 1 : log2Size + 2;
  const header = rt.layout.dictKeysHeader;
  const indexBytes = 1 << log2Bytes;
  const entryBytes = usable * (strings ? UNICODE_ENTRY : GENERAL_ENTRY);
  const kept = log2Size === LOG_MINSIZE && (strings || !rt.layout.dictUnicodeEntries);
  let keys = kept ? freeListPop(rt, FREE_DICT_KEYS) : 0;
  if (keys === 0) {
    keys = rt.tables.malloc(header + indexBytes + entryBytes);
    if (keys === 0) return noMemory(rt);
  }
  const i32 = rt.i32;
  const i = keys >> 2;
  i32[i] = 1;
  i32[i + 1] = 0;
  // dk_log2_size, dk_log2_index_bytes and dk_kind share a word
  i32[i + 2] = log2Size | (log2Bytes << 8) | ((strings ? DICT_KEYS_UNICODE : 0) << 16);
  i32[i + 3] = 0;
  i32[i + 4] = usable;
  i32[i + 5] = 0;
  i32[i + 6] = 0;
  i32[i + 7] = 0;
  const entries = (keys + header + indexBytes) >> 2;
  i32.fill(-1, (keys + header) >> 2, entries);
  i32.fill(0, entries, entries + (entryBytes >> 2));
  return keys;
}

/** v3.13.0 dictkeys_incref */
export function keysIncref(rt: Runtime, keys: Addr): void {
  const i = keys >> 2;
  const count = rt.i32[i]!;
  if (count >= 0) rt.i32[i] = count + 1;
}

/** Drops one reference; the last drops every key and value. v3.13.0 dictkeys_decref */
export function keysDecref(rt: Runtime, keys: Addr): void {
  const i = keys >> 2;
  const count = rt.i32[i]!;
  if (count < 0) return;
  rt.i32[i] = count - 1;
  if (count === 1) freeKeysAndContents(rt, keys);
}

function freeKeysAndContents(rt: Runtime, keys: Addr): void {
  const i32 = rt.i32;
  const unicode = keysAreUnicode(rt, keys);
  const step = (unicode ? UNICODE_ENTRY : GENERAL_ENTRY) >> 2;
  let at = (keysEntries(rt, keys) + (unicode ? 0 : GENERAL_KEY)) >> 2;
  for (let n = keysEntryCount(rt, keys); n > 0; n--, at += step) {
    const key = i32[at]!;
    const value = i32[at + 2]!;
    if (key !== 0) decref(rt, key);
    if (value !== 0) decref(rt, value);
  }
  freeKeys(rt, keys);
}

/** Gives the block back, to the free list when it is the smallest one. v3.13.0 free_keys_object */
export function freeKeys(rt: Runtime, keys: Addr): void {
  if (
    rt.u8[keys + DK_LOG2_SIZE] === LOG_MINSIZE &&
    (keysAreUnicode(rt, keys) || !rt.layout.dictUnicodeEntries) &&
    freeListPush(rt, FREE_DICT_KEYS, keys, rt.profile.freeLists.dictKeys)
  ) {
    return;
  }
  rt.tables.free(keys);
}

/** A copy of a table whose values are its own, every entry counted. v3.13.0 clone_combined_dict_keys */
export function cloneKeys(rt: Runtime, keys: Addr): Addr {
  const bytes = keysSize(rt, keys);
  const copy = rt.tables.malloc(bytes);
  if (copy === 0) return noMemory(rt);
  rt.u8.copyWithin(copy, keys, keys + bytes);
  rt.i32[copy >> 2] = 1;
  rt.i32[(copy >> 2) + 1] = 0;
  const unicode = keysAreUnicode(rt, copy);
  const step = (unicode ? UNICODE_ENTRY : GENERAL_ENTRY) >> 2;
  let at = (keysEntries(rt, copy) + (unicode ? 0 : GENERAL_KEY)) >> 2;
  for (let n = keysEntryCount(rt, copy); n > 0; n--, at += step) {
    const value = rt.i32[at + 2]!;
    if (value !== 0) {
      incref(rt, value);
      incref(rt, rt.i32[at]!);
    }
  }
  return copy;
}

/** The keys that a table of strings owns, which dict_traverse leaves out; for whoever recounts. */
export function visitKeys(rt: Runtime, keys: Addr, visit: Visit): void {
  const unicode = keysAreUnicode(rt, keys);
  const step = unicode ? UNICODE_ENTRY : GENERAL_ENTRY;
  let at = keysEntries(rt, keys) + (unicode ? 0 : GENERAL_KEY);
  for (let n = keysEntryCount(rt, keys); n > 0; n--, at += step) {
    const key = rt.ptr(at);
    if (key !== 0) visit(key);
  }
}

// ---- the index ---------------------------------------------------------------------------------

/** What stands at a place of the index. v3.13.0 dictkeys_get_index */
export function getIndex(rt: Runtime, keys: Addr, place: number): number {
  const log2 = rt.u8[keys + DK_LOG2_SIZE]!;
  const at = keys + rt.layout.dictKeysHeader;
  if (log2 < 8) {
    const ix = rt.u8[at + place]!;
    return ix < 0xfe ? ix : ix - 0x100;
  }
  if (log2 < 16) {
    const ix = rt.u16[(at >> 1) + place]!;
    return ix < 0xfffe ? ix : ix - 0x10000;
  }
  return rt.i32[(at >> 2) + place]!;
}

/** v3.13.0 dictkeys_set_index */
export function setIndex(rt: Runtime, keys: Addr, place: number, ix: number): void {
  const log2 = rt.u8[keys + DK_LOG2_SIZE]!;
  const at = keys + rt.layout.dictKeysHeader;
  if (log2 < 8) rt.u8[at + place] = ix;
  else if (log2 < 16) rt.u16[(at >> 1) + place] = ix;
  else rt.i32[(at >> 2) + place] = ix;
}

/** The first place free for a hash that is not in the table. v3.13.0 find_empty_slot */
export function findEmptySlot(rt: Runtime, keys: Addr, hash: number, hashHigh: number): number {
  const mask = keysPlaces(rt, keys) - 1;
  let place = hash & mask;
  let low = hash;
  let high = hashHigh;
  while (getIndex(rt, keys, place) >= 0) {
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = mask & (Math.imul(place, 5) + low + 1);
  }
  return place;
}

/** The place that holds entry `ix`, whose hash is given. v3.13.0 lookdict_index */
export function placeOfEntry(
  rt: Runtime,
  keys: Addr,
  hash: number,
  hashHigh: number,
  ix: number,
): number {
  const mask = keysPlaces(rt, keys) - 1;
  let place = hash & mask;
  let low = hash;
  let high = hashHigh;
  for (;;) {
    const found = getIndex(rt, keys, place);
    if (found === ix) return place;
    if (found === DKIX_EMPTY) return DKIX_EMPTY;
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = mask & (Math.imul(place, 5) + low + 1);
  }
}

/**
 * Entry number of a string in a table of strings; -1 when it is not there. Never an error.
 * @param hash, hashHigh of the key. v3.13.0 unicodekeys_lookup_unicode
 */
export function lookupString(
  rt: Runtime,
  keys: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const { i32, u8 } = rt;
  const log2 = u8[keys + DK_LOG2_SIZE]!;
  if (log2 >= 8) return lookupStringWide(rt, keys, key, hash, hashHigh);
  const index = keys + rt.layout.dictKeysHeader;
  const entries = (index + (1 << log2BytesOfSmall(log2))) >> 2;
  const mask = (1 << log2) - 1;
  let place = hash & mask;
  let low = hash;
  let high = hashHigh;
  for (;;) {
    const ix = u8[index + place]!;
    if (ix < 0xfe) {
      const other = i32[entries + 4 * ix]!;
      if (other === key) return ix;
      const h = (other + STR_HASH) >> 2;
      if (i32[h] === hash && i32[h + 1] === hashHigh && strEqual(rt, other, key)) return ix;
    } else if (ix === 0xff) return DKIX_EMPTY;
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = mask & (Math.imul(place, 5) + low + 1);
  }
}

/** The index of the table of empty dicts is wider than its one place. */
function log2BytesOfSmall(log2: number): number {
  return log2 === 0 ? 3 : log2;
}

/** The same for tables whose index takes 2 or 4 bytes a place. */
function lookupStringWide(
  rt: Runtime,
  keys: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const i32 = rt.i32;
  const entries = keysEntries(rt, keys) >> 2;
  const mask = keysPlaces(rt, keys) - 1;
  let place = hash & mask;
  let low = hash;
  let high = hashHigh;
  for (;;) {
    const ix = getIndex(rt, keys, place);
    if (ix >= 0) {
      const other = i32[entries + 4 * ix]!;
      if (other === key) return ix;
      const h = (other + STR_HASH) >> 2;
      if (i32[h] === hash && i32[h + 1] === hashHigh && strEqual(rt, other, key)) return ix;
    } else if (ix === DKIX_EMPTY) return DKIX_EMPTY;
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = mask & (Math.imul(place, 5) + low + 1);
  }
}

/** Fills the index of a fresh table whose entries are in place. v3.13.0 build_indices_* */
export function buildIndices(rt: Runtime, keys: Addr, n: number): void {
  const unicode = keysAreUnicode(rt, keys);
  const step = unicode ? UNICODE_ENTRY : GENERAL_ENTRY;
  let entry = keysEntries(rt, keys);
  for (let ix = 0; ix < n; ix++, entry += step) {
    const h = unicode ? (rt.ptr(entry) + STR_HASH) >> 2 : entry >> 2;
    setIndex(rt, keys, findEmptySlot(rt, keys, rt.i32[h]!, rt.i32[h + 1]!), ix);
  }
}

/** Writes entry `ix` of a table; takes over the references. */
export function writeEntry(
  rt: Runtime,
  keys: Addr,
  ix: number,
  key: Addr,
  value: Addr,
  hash: number,
  hashHigh: number,
): void {
  const i32 = rt.i32;
  let at: number;
  if (keysAreUnicode(rt, keys)) at = (keysEntries(rt, keys) + UNICODE_ENTRY * ix) >> 2;
  else {
    at = (keysEntries(rt, keys) + GENERAL_ENTRY * ix) >> 2;
    i32[at] = hash;
    i32[at + 1] = hashHigh;
    at += 2;
  }
  i32[at] = key;
  i32[at + 1] = ADDRESS_HIGH;
  i32[at + 2] = value;
  i32[at + 3] = value === 0 ? 0 : ADDRESS_HIGH;
}

/** Byte offset of the key pointer of entry `ix`; the value's stands 8 bytes on. */
export function entryKeyAt(rt: Runtime, keys: Addr, ix: number): Addr {
  const entries = keysEntries(rt, keys);
  return keysAreUnicode(rt, keys)
    ? entries + UNICODE_ENTRY * ix
    : entries + GENERAL_ENTRY * ix + GENERAL_KEY;
}

// ---- tables shared by instances ----------------------------------------------------------------

/**
 * Entry number of a string in a class's shared table, adding it while there is room.
 * @returns -1 when there is none. v3.13.0 insert_split_key
 */
export function insertSplitKey(
  rt: Runtime,
  keys: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const found = lookupString(rt, keys, key, hash, hashHigh);
  const usable = keysUsable(rt, keys);
  if (found !== DKIX_EMPTY || usable <= 0) return found;
  rt.i32[(keys + DK_VERSION) >> 2] = 0;
  const ix = keysEntryCount(rt, keys);
  setIndex(rt, keys, findEmptySlot(rt, keys, hash, hashHigh), ix);
  incref(rt, key);
  writeEntry(rt, keys, ix, key, 0, hash, hashHigh);
  rt.i32[(keys + DK_NENTRIES) >> 2] = ix + 1;
  rt.i32[(keys + DK_USABLE) >> 2] = usable - 1;
  return ix;
}

/** How many values an instance needs room for. v3.13.0 shared_keys_usable_size */
export function sharedKeysUsableSize(rt: Runtime, keys: Addr): number {
  if (keysAreUnicode(rt, keys)) return keysEntryCount(rt, keys) + keysUsable(rt, keys);
  return usableFraction(keysPlaces(rt, keys)); // v3.10.13 USABLE_FRACTION(DK_SIZE(keys))
}

/** Whether it is the table of every empty dict. */
export function isEmptyKeys(rt: Runtime, keys: Addr): boolean {
  return keys === emptyKeys(rt);
}
