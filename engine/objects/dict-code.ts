/** What few programs need of what dict.ts is about. */
import type { Addr } from '../base/brand.ts';
import {
  DK_NENTRIES,
  DK_USABLE,
  DKIX_EMPTY,
  DKIX_ERROR,
  entryKeyAt,
  findEmptySlot,
  keysEntryCount,
  keysUsable,
  setIndex,
  writeEntry,
} from './dict-keys.ts';
import { valueAt } from './dict-values.ts';
import {
  addEntry,
  dictInsert,
  dictKeysOf,
  dictLen,
  dictLookup,
  dictNext,
  dictValuesOf,
  insertFailed,
  insertionResize,
  insertSplitValue,
  maintainTracking,
} from './dict.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/**
 * Puts into a dict with shared keys whose values are in the order of the keys: a key out of order
 * ends the sharing. Takes over both references. v3.10.13 Objects/dictobject.c insertdict
 */
export function insertInKeyOrder(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  value: Addr,
): number {
  let ix = rt.typeOf(key) === rt.types.str ? dictLookup(rt, dict, key, hash, hashHigh) : DKIX_EMPTY;
  if (rt.typeOf(key) !== rt.types.str) {
    if (insertionResize(rt, dict, false) < 0) return insertFailed(rt, key, value);
    return dictInsert(rt, dict, key, hash, hashHigh, value);
  }
  if (ix === DKIX_ERROR) return insertFailed(rt, key, value);
  maintainTracking(rt, dict, key, value);
  const keys = dictKeysOf(rt, dict);
  const values = dictValuesOf(rt, dict);
  const used = dictLen(rt, dict);
  const outOfOrder =
    ix === DKIX_EMPTY
      ? used !== keysEntryCount(rt, keys)
      : valueAt(rt, values, ix) === 0 && used !== ix;
  if (outOfOrder || (ix === DKIX_EMPTY && keysUsable(rt, keys) <= 0)) {
    if (insertionResize(rt, dict, true) < 0) return insertFailed(rt, key, value);
    return addEntry(rt, dict, key, hash, hashHigh, value);
  }
  if (ix === DKIX_EMPTY) {
    ix = used;
    incref(rt, key);
    setIndex(rt, keys, findEmptySlot(rt, keys, hash, hashHigh), ix);
    writeEntry(rt, keys, ix, key, 0, hash, hashHigh);
    rt.i32[(keys + DK_NENTRIES) >> 2] = ix + 1;
    rt.i32[(keys + DK_USABLE) >> 2] = keysUsable(rt, keys) - 1;
  }
  insertSplitValue(rt, dict, values, key, value, ix);
  decref(rt, key);
  return 0;
}

/**
 * The item at position `at` or, when that is a hole, the last before it, into rt.dictKey and
 * rt.dictValue, borrowed. @returns its position, -1 when there is none
 */
export function dictPrevious(rt: Runtime, dict: Addr, at: number): number {
  if (at < 0) return -1;
  if (dictValuesOf(rt, dict) !== 0) return dictNext(rt, dict, at) - 1;
  const keys = dictKeysOf(rt, dict);
  for (let i = at; i >= 0; i--) {
    if (rt.ptr(entryKeyAt(rt, keys, i) + 8) !== 0) return dictNext(rt, dict, i) - 1;
  }
  return -1;
}
