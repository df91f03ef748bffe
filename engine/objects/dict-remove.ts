/** Taking items out of a dict. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import { emptyKeys } from './container-statics.ts';
import {
  DKIX_DUMMY,
  DKIX_ERROR,
  DK_VERSION,
  entryKeyAt,
  keysAreUnicode,
  keysDecref,
  keysEntryCount,
  keysPlaces,
  placeOfEntry,
  setIndex,
} from './dict-keys.ts';
import { dictResize } from './dict-resize.ts';
import {
  clearValues,
  DV_SIZE,
  removeFromOrder,
  setValueAt,
  valuesEmbedded,
} from './dict-values.ts';
import {
  dictKeysOf,
  dictLen,
  dictLookup,
  dictValueOfEntry,
  dictValuesOf,
  dictKeyHash,
  newVersion,
} from './dict.ts';
import { MA_KEYS, MA_USED, MA_VALUES } from './layouts.ts';
import { raiseKeyError } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** del d[key]: 0, -1 with an exception (KeyError when it is not there). v3.13.0 PyDict_DelItem */
export function dictDelItem(rt: Runtime, dict: Addr, key: Addr): number {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  const ix = dictLookup(rt, dict, key, low, high);
  if (ix === DKIX_ERROR) return -1;
  const value = ix < 0 ? 0 : dictValueOfEntry(rt, dict, ix);
  if (value === 0) {
    raiseKeyError(rt, key);
    return -1;
  }
  if (endSharing(rt, dict) < 0) return -1;
  const oldKey = unlinkEntry(rt, dict, ix, low, high);
  if (oldKey !== 0) decref(rt, oldKey);
  decref(rt, value);
  return 0;
}

/**
 * Where the values keep no order of their own, a dict that loses a key gets a table of its own
 * first. @returns -1 with MemoryError. v3.10.13 Objects/dictobject.c _PyDict_DelItem_KnownHash
 */
function endSharing(rt: Runtime, dict: Addr): number {
  if (rt.layout.valuesHeader !== 0 || dictValuesOf(rt, dict) === 0) return 0;
  const log2 = Math.log2(keysPlaces(rt, dictKeysOf(rt, dict)));
  return dictResize(rt, dict, log2, false);
}

/** Takes entry `ix` out of index and entries. @returns its key, owned now; 0 when it stays. delitem_common */
function unlinkEntry(rt: Runtime, dict: Addr, ix: number, hash: number, hashHigh: number): Addr {
  const i32 = rt.i32;
  const keys = dictKeysOf(rt, dict);
  const used = (dict + MA_USED) >> 2;
  i32[used] = i32[used]! - 1;
  newVersion(rt, dict);
  const values = dictValuesOf(rt, dict);
  if (values !== 0) {
    setValueAt(rt, values, ix, 0);
    removeFromOrder(rt, values, ix);
    return 0;
  }
  i32[(keys + DK_VERSION) >> 2] = 0;
  setIndex(rt, keys, placeOfEntry(rt, keys, hash, hashHigh, ix), DKIX_DUMMY);
  const at = entryKeyAt(rt, keys, ix);
  const key = rt.ptr(at);
  i32.fill(0, (keysAreUnicode(rt, keys) ? at : at - 8) >> 2, (at + 16) >> 2);
  return key;
}

/**
 * Takes the key out and gives its value, a new reference; 0 when it is not there (then errOccurred
 * tells). v3.13.0 PyDict_Pop
 */
export function dictTake(rt: Runtime, dict: Addr, key: Addr): Addr {
  if (dictLen(rt, dict) === 0) return 0;
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return 0;
  const ix = dictLookup(rt, dict, key, low, high);
  const value = ix < 0 ? 0 : dictValueOfEntry(rt, dict, ix);
  if (value === 0 || endSharing(rt, dict) < 0) return 0;
  const oldKey = unlinkEntry(rt, dict, ix, low, high);
  if (oldKey !== 0) decref(rt, oldKey);
  return value;
}

/** Takes the key out: 1, or 0 where it is not there, or -1 with the error. v3.13.0 PyDict_Pop without a result */
export function dictDrop(rt: Runtime, dict: Addr, key: Addr): number {
  const value = dictTake(rt, dict, key);
  if (value === 0) return rt.i32[rt.excWord] === 0 ? 0 : -1;
  decref(rt, value);
  return 1;
}

/** d.pop(key[, fallback]); fallback 0: KeyError. New reference. v3.13.0 _PyDict_Pop */
export function dictPop(rt: Runtime, dict: Addr, key: Addr, fallback: Addr): Addr {
  const value = dictTake(rt, dict, key);
  if (value !== 0 || rt.i32[rt.excWord] !== 0) return value;
  if (fallback === 0) return raiseKeyError(rt, key);
  incref(rt, fallback);
  return fallback;
}

/** d.clear(). v3.13.0 PyDict_Clear */
export function dictClear(rt: Runtime, dict: Addr): void {
  const keys = dictKeysOf(rt, dict);
  if (keys === emptyKeys(rt)) return;
  rt.setSize(dict + MA_USED, 0);
  newVersion(rt, dict);
  const values = dictValuesOf(rt, dict);
  if (values === 0) {
    rt.setPtr(dict + MA_KEYS, emptyKeys(rt));
    keysDecref(rt, keys);
    return;
  }
  clearValues(rt, values, keysEntryCount(rt, keys));
  if (valuesEmbedded(rt, values)) {
    rt.u8[values + DV_SIZE] = 0;
    return;
  }
  rt.setPtr(dict + MA_VALUES, 0);
  rt.setPtr(dict + MA_KEYS, emptyKeys(rt));
  rt.mem.free(values);
  keysDecref(rt, keys);
}
