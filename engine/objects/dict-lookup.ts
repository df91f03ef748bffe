/**
 * Lookups that compare with `==`: keys that are not strings. A comparison may run any code, and so
 * change the very dict: then the lookup starts again. v3.13.0 Objects/dictobject.c
 */
import type { Addr } from '../base/brand.ts';
import {
  DICT_KEYS_GENERAL,
  DKIX_EMPTY,
  DKIX_ERROR,
  DKIX_KEY_CHANGED,
  GENERAL_ENTRY,
  GENERAL_KEY,
  UNICODE_ENTRY,
  getIndex,
  keysEntries,
  keysKind,
  keysPlaces,
} from './dict-keys.ts';
import { dictLookup } from './dict.ts';
import { MA_KEYS, STR_HASH } from './layouts.ts';
import { EQ, richCompareBool } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** In a general table. v3.13.0 dictkeys_generic_lookup */
export function lookupGeneral(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const i32 = rt.i32;
  for (;;) {
    const keys = i32[(dict + MA_KEYS) >> 2]!;
    if (keysKind(rt, keys) !== DICT_KEYS_GENERAL) return dictLookup(rt, dict, key, hash, hashHigh);
    const ix = walk(rt, dict, keys, key, hash, hashHigh, GENERAL_ENTRY, GENERAL_KEY, 0, false);
    if (ix !== DKIX_KEY_CHANGED) return ix;
  }
}

/** Of anything but an exact str, in a table of strings. v3.13.0 unicodekeys_lookup_generic */
export function lookupAmongStrings(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const keys = rt.i32[(dict + MA_KEYS) >> 2]!;
  const ix = walk(rt, dict, keys, key, hash, hashHigh, UNICODE_ENTRY, 0, STR_HASH, true);
  return ix === DKIX_KEY_CHANGED ? dictLookup(rt, dict, key, hash, hashHigh) : ix;
}

/**
 * The walk. The hash of an entry stands in the entry at offset `hashAt`, or in the key itself when
 * `hashInKey`. v3.13.0 do_lookup, compare_generic, compare_unicode_generic
 */
function walk(
  rt: Runtime,
  dict: Addr,
  keys: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  entrySize: number,
  keyAt: number,
  hashAt: number,
  hashInKey: boolean,
): number {
  const i32 = rt.i32;
  const entries = keysEntries(rt, keys);
  const mask = keysPlaces(rt, keys) - 1;
  let place = hash & mask;
  let low = hash;
  let high = hashHigh;
  for (;;) {
    const ix = getIndex(rt, keys, place);
    if (ix >= 0) {
      const entry = entries + entrySize * ix;
      const other = i32[(entry + keyAt) >> 2]!;
      if (other === key) return ix;
      const h = ((hashInKey ? other : entry) + hashAt) >> 2;
      if (i32[h] === hash && i32[h + 1] === hashHigh) {
        const same = compareKeys(rt, dict, keys, entry + keyAt, other, key);
        if (same === 1) return ix;
        if (same !== 0) return same;
      }
    } else if (ix === DKIX_EMPTY) return DKIX_EMPTY;
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = mask & (Math.imul(place, 5) + low + 1);
  }
}

/** 1 equal, 0 not, -3 with an exception, -4 when the comparison changed the table. */
function compareKeys(
  rt: Runtime,
  dict: Addr,
  keys: Addr,
  at: Addr,
  other: Addr,
  key: Addr,
): number {
  incref(rt, other);
  const same = richCompareBool(rt, other, key, EQ);
  decref(rt, other);
  if (same < 0) return DKIX_ERROR;
  if (rt.i32[(dict + MA_KEYS) >> 2] !== keys || rt.i32[at >> 2] !== other) return DKIX_KEY_CHANGED;
  return same;
}
