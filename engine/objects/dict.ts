/**
 * dict: an object of 48 bytes that points to a table of keys, and, when the keys are shared with
 * the other instances of a class, to values of its own.
 *
 *     -16  GC header; a dict is tracked once something that can be part of a cycle is put in
 *     +0   ob_refcnt, ob_type
 *     +16  ma_used         items
 *     +24  ma_version_tag  changes with every change
 *     +32  ma_keys         -> table, see dict-keys.ts
 *     +40  ma_values       -> values of a split table, see dict-values.ts; else NULL
 *
 * Here: making, looking up, putting in, taking out. Merging and copying stand in dict-merge.ts,
 * what Python sees in dict-type.ts. v3.13.0 Objects/dictobject.c
 */
import { setItemHashedFirst } from './dict-hashed-first.ts';
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { emptyKeys, writeDictVersion } from './container-statics.ts';
import {
  DK_KIND,
  DK_NENTRIES,
  DK_USABLE,
  DK_VERSION,
  DICT_KEYS_GENERAL,
  DICT_KEYS_SPLIT,
  DKIX_EMPTY,
  DKIX_ERROR,
  LOG_MINSIZE,
  UNICODE_ENTRY,
  entryKeyAt,
  findEmptySlot,
  insertSplitKey,
  keysAreUnicode,
  keysDecref,
  keysEntries,
  keysEntryCount,
  keysUsable,
  log2KeysSize,
  lookupString,
  newKeys,
  setIndex,
  sharedKeysUsableSize,
  writeEntry,
} from './dict-keys.ts';
import { tellUnhashable } from './unhashable.ts';
import { lookupGeneral, lookupAmongStrings } from './dict-lookup.ts';
import { dictResize } from './dict-resize.ts';
import {
  addToOrder,
  orderAt,
  setValueAt,
  valueAt,
  valuesCapacity,
  valuesEmbedded,
} from './dict-values.ts';
import { errClear } from './errors.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  isTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import { objectMayBeTracked } from './gc-tracking.ts';
import {
  DICT_SIZE,
  MA_KEYS,
  MA_USED,
  MA_VALUES,
  MA_VERSION_TAG,
  STR_HASH,
  TPFLAGS_DICT_SUBCLASS,
  TP_FLAGS,
  TP_FREE,
} from './layouts.ts';
import { intHash } from './int.ts';
import { hash as objectHash } from './object.ts';
import { decref, incref, xdecref } from './refcount.ts';
import { FREE_DICT, FREE_DICT_KEYS, type Runtime } from './runtime.ts';
import { strHash } from './str-compare.ts';
import { insertInKeyOrder } from './late-dicts.ts';

export { dictPrevious } from './late-dicts.ts';

export {
  dictCopy,
  dictMerge,
  dictMergeFromPairs,
  dictMergeUnique,
  dictUpdate,
  dictUpdateArg,
  isAnyDict,
} from './dict-merge.ts';
export { dictClear, dictDelItem, dictDrop, dictPop, dictTake } from './dict-remove.ts';
export { dictItemsList, dictKeysList, dictValuesList } from './dict-lists.ts';
export { dictBlocks, dictTraverse, maybeUntrackDict } from './dict-collect.ts';
export { initDictType } from './dict-type.ts';

/** Whether the object is a dict or an instance of a subclass. v3.13.0 PyDict_Check */
export function isDict(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_DICT_SUBCLASS) !== 0;
}

/** Number of items. v3.13.0 PyDict_GET_SIZE */
export function dictLen(rt: Runtime, dict: Addr): number {
  return rt.i32[(dict + MA_USED) >> 2]!;
}

export function dictKeysOf(rt: Runtime, dict: Addr): Addr {
  return rt.i32[(dict + MA_KEYS) >> 2]!;
}

export function dictValuesOf(rt: Runtime, dict: Addr): Addr {
  return rt.i32[(dict + MA_VALUES) >> 2]!;
}

// ---- life --------------------------------------------------------------------------------------

/** A new empty dict, not tracked. v3.13.0 PyDict_New */
export function dictNew(rt: Runtime): Addr {
  return dictFromKeys(rt, emptyKeys(rt), 0, 0);
}

/** A dict over a table whose reference it takes over, even when it fails. v3.13.0 new_dict */
export function dictFromKeys(rt: Runtime, keys: Addr, values: Addr, used: number): Addr {
  let dict = freeListPop(rt, FREE_DICT);
  const i32 = rt.i32;
  if (dict === 0) {
    dict = gcNew(rt, rt.types.dict, DICT_SIZE);
    if (dict === 0) {
      keysDecref(rt, keys);
      return 0;
    }
  } else {
    i32[dict >> 2] = 1;
    i32[(dict >> 2) + 1] = 0;
  }
  fillDict(rt, dict, keys, values, used);
  if (rt.profile.dictsAlwaysTracked) gcTrack(rt, dict);
  return dict;
}

/** Writes the fields behind the head. */
export function fillDict(rt: Runtime, dict: Addr, keys: Addr, values: Addr, used: number): void {
  const i32 = rt.i32;
  const i = (dict + MA_USED) >> 2;
  i32[i] = used;
  i32[i + 1] = 0;
  writeDictVersion(rt, i + 2);
  i32[i + 4] = keys;
  i32[i + 5] = ADDRESS_HIGH;
  i32[i + 6] = values;
  i32[i + 7] = values === 0 ? 0 : ADDRESS_HIGH;
}

/** v3.13.0 dict_dealloc */
export function dictDealloc(rt: Runtime, dict: Addr): void {
  gcUntrackIfTracked(rt, dict);
  const type = rt.typeOf(dict);
  const plain = type === rt.types.dict;
  const exact = plain || type === rt.types.frozendict; // a subclass has its own trashcan around this one
  if (exact && trashcanBegin(rt, dict)) return;
  const keys = dictKeysOf(rt, dict);
  const values = dictValuesOf(rt, dict);
  if (values !== 0 && !valuesEmbedded(rt, values)) {
    const n = valuesCapacity(rt, values, sharedKeysUsableSize(rt, keys));
    for (let ix = 0; ix < n; ix++) xdecref(rt, valueAt(rt, values, ix));
    rt.mem.free(values);
  }
  keysDecref(rt, keys);
  if (!plain || !freeListPush(rt, FREE_DICT, dict, rt.profile.freeLists.dict)) {
    rt.fns[rt.i32[(rt.typeOf(dict) + TP_FREE) >> 2]!]!(rt, dict);
  }
  if (exact) trashcanEnd(rt);
}

/** Frees the dicts and tables of the free lists. v3.13.0 _PyDict_ClearFreeLists */
export function dictClearFreeLists(rt: Runtime): void {
  for (let p = freeListPop(rt, FREE_DICT); p !== 0; p = freeListPop(rt, FREE_DICT)) gcDel(rt, p);
  for (let p = freeListPop(rt, FREE_DICT_KEYS); p !== 0; p = freeListPop(rt, FREE_DICT_KEYS)) {
    rt.tables.free(p);
  }
}

/** Notes a change. */
export function newVersion(rt: Runtime, dict: Addr): void {
  writeDictVersion(rt, (dict + MA_VERSION_TAG) >> 2);
}

/** Tracks the dict once it holds what can be part of a cycle. v3.13.0 MAINTAIN_TRACKING */
export function maintainTracking(rt: Runtime, dict: Addr, key: Addr, value: Addr): void {
  if (isTracked(rt, dict)) return;
  if (objectMayBeTracked(rt, key) || objectMayBeTracked(rt, value)) gcTrack(rt, dict);
}

// ---- looking up --------------------------------------------------------------------------------

/**
 * The key's hash: low word, high in rt.hashHigh, both -1 with an exception. Strings and ints do not
 * ask their type, which boot has not filled in when it makes the first dicts.
 * v3.13.0 _PyObject_HashFast
 */
export function keyHash(rt: Runtime, key: Addr): number {
  const type = rt.i32[(key + 8) >> 2];
  if (type === rt.types.str) return strHash(rt, key);
  return type === rt.types.int ? intHash(rt, key) : objectHash(rt, key);
}

/** The hash of what is to be a key; a key that has none is told as such. dict_unhashable_type */
export function dictKeyHash(rt: Runtime, dict: Addr, key: Addr): number {
  const low = keyHash(rt, key);
  if (low === -1 && rt.hashHigh === -1) {
    tellUnhashable(rt, key, isDict(rt, dict) ? 'a dict key' : 'a frozendict key');
  }
  return low;
}

/**
 * Entry number of a key, -1 when it is not there, -3 with an exception. A split table may know the
 * key while this dict has no value for it. v3.13.0 _Py_dict_lookup
 */
export function dictLookup(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const keys = rt.i32[(dict + MA_KEYS) >> 2]!;
  if (rt.u8[keys + DK_KIND] === DICT_KEYS_GENERAL) {
    return lookupGeneral(rt, dict, key, hash, hashHigh);
  }
  if (rt.i32[(key + 8) >> 2] === rt.types.str) return lookupString(rt, keys, key, hash, hashHigh);
  return lookupAmongStrings(rt, dict, key, hash, hashHigh);
}

/** The value of entry `ix` >= 0, borrowed; 0 when a split table has none. */
export function dictValueOfEntry(rt: Runtime, dict: Addr, ix: number): Addr {
  const values = dictValuesOf(rt, dict);
  if (values !== 0) return valueAt(rt, values, ix);
  return rt.ptr(entryKeyAt(rt, dictKeysOf(rt, dict), ix) + 8);
}

/** d.get(key): borrowed, or 0: then errOccurred tells. v3.13.0 PyDict_GetItemWithError */
export function dictGetItem(rt: Runtime, dict: Addr, key: Addr): Addr {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return 0;
  return dictGetKnownHash(rt, dict, key, low, high);
}

/** The same with the key's hash. v3.13.0 _PyDict_GetItem_KnownHash */
export function dictGetKnownHash(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): Addr {
  const ix = dictLookup(rt, dict, key, hash, hashHigh);
  return ix < 0 ? 0 : dictValueOfEntry(rt, dict, ix);
}

/** The value of an exact str, borrowed, or 0; never an error. v3.13.0 _PyDict_GetItemStringWithError */
export function dictGetStr(rt: Runtime, dict: Addr, key: Addr): Addr {
  const i32 = rt.i32;
  const keys = i32[(dict + MA_KEYS) >> 2]!;
  const kind = rt.u8[keys + DK_KIND]!;
  let low = i32[(key + STR_HASH) >> 2]!;
  let high = i32[(key + STR_HASH + 4) >> 2]!;
  if (low === -1 && high === -1) {
    low = strHash(rt, key);
    high = rt.hashHigh;
  }
  if (kind === DICT_KEYS_GENERAL) {
    const found = dictGetKnownHash(rt, dict, key, low, high);
    if (found === 0 && i32[rt.excWord] !== 0) errClear(rt);
    return found;
  }
  const ix = lookupString(rt, keys, key, low, high);
  if (ix < 0) return 0;
  if (kind === DICT_KEYS_SPLIT) return valueAt(rt, i32[(dict + MA_VALUES) >> 2]!, ix);
  return i32[(keysEntries(rt, keys) + UNICODE_ENTRY * ix + 8) >> 2]!;
}

/** Whether the key is there: 1, 0, -1 with an exception. v3.13.0 PyDict_Contains */
export function dictContains(rt: Runtime, dict: Addr, key: Addr): number {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  return dictContainsKnownHash(rt, dict, key, low, high);
}

/** v3.13.0 _PyDict_Contains_KnownHash */
export function dictContainsKnownHash(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const ix = dictLookup(rt, dict, key, hash, hashHigh);
  if (ix < 0) return ix === DKIX_ERROR ? -1 : 0;
  return dictValueOfEntry(rt, dict, ix) === 0 ? 0 : 1;
}

// ---- putting in --------------------------------------------------------------------------------

/** d[key] = value: 0, -1 with an exception; counts both. v3.13.0 PyDict_SetItem */
export function dictSetItem(rt: Runtime, dict: Addr, key: Addr, value: Addr): number {
  if (!rt.profile.dictHoldsKeyToHash) return setItemHashedFirst(rt, dict, key, value);
  incref(rt, key);
  incref(rt, value);
  return dictSetItemTake2(rt, dict, key, value);
}

/** The same, taking over both references, even when it fails. v3.13.0 _PyDict_SetItem_Take2 */
export function dictSetItemTake2(rt: Runtime, dict: Addr, key: Addr, value: Addr): number {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) {
    decref(rt, key);
    decref(rt, value);
    return -1;
  }
  if (dictKeysOf(rt, dict) === emptyKeys(rt)) {
    return insertToEmpty(rt, dict, key, low, high, value);
  }
  return dictInsert(rt, dict, key, low, high, value);
}

/** v3.13.0 insert_to_emptydict */
export function insertToEmpty(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  value: Addr,
): number {
  const keys = newKeys(rt, LOG_MINSIZE, rt.typeOf(key) === rt.types.str);
  if (keys === 0) {
    decref(rt, key);
    decref(rt, value);
    return -1;
  }
  maintainTracking(rt, dict, key, value);
  const i32 = rt.i32;
  setIndex(rt, keys, hash & 7, 0);
  writeEntry(rt, keys, 0, key, value, hash, hashHigh);
  i32[(keys + DK_USABLE) >> 2] = i32[(keys + DK_USABLE) >> 2]! - 1;
  i32[(keys + DK_NENTRIES) >> 2] = 1;
  i32[(dict + MA_USED) >> 2] = i32[(dict + MA_USED) >> 2]! + 1;
  newVersion(rt, dict);
  rt.setPtr(dict + MA_KEYS, keys);
  return 0;
}

/** Grows the table for one more item. v3.13.0 insertion_resize */
export function insertionResize(rt: Runtime, dict: Addr, unicode: boolean): number {
  return dictResize(rt, dict, log2KeysSize(rt, dictLen(rt, dict) * 3), unicode);
}

/** Puts in or replaces; takes over key and value, even when it fails. v3.13.0 insertdict */
export function dictInsert(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  value: Addr,
): number {
  const i32 = rt.i32;
  let keys = i32[(dict + MA_KEYS) >> 2]!;
  const isString = i32[(key + 8) >> 2] === rt.types.str;
  let ix: number;
  if (!isString && keysAreUnicode(rt, keys)) {
    if (insertionResize(rt, dict, false) < 0) return insertFailed(rt, key, value);
    keys = i32[(dict + MA_KEYS) >> 2]!;
  }
  const values = i32[(dict + MA_VALUES) >> 2]!;
  if (values !== 0 && !keysAreUnicode(rt, keys)) {
    return insertInKeyOrder(rt, dict, key, hash, hashHigh, value);
  }
  if (values !== 0) {
    ix = insertSplitKey(rt, keys, key, hash, hashHigh);
    if (ix !== DKIX_EMPTY) {
      insertSplitValue(rt, dict, values, key, value, ix);
      decref(rt, key);
      return 0;
    }
  }
  ix = dictLookup(rt, dict, key, hash, hashHigh);
  if (ix === DKIX_ERROR) return insertFailed(rt, key, value);
  maintainTracking(rt, dict, key, value);
  if (ix === DKIX_EMPTY) return addEntry(rt, dict, key, hash, hashHigh, value);
  return replaceValue(rt, dict, ix, key, value);
}

export function insertFailed(rt: Runtime, key: Addr, value: Addr): -1 {
  decref(rt, value);
  decref(rt, key);
  return -1;
}

/** Adds an item whose key is not in the table; takes over both references. */
export function addEntry(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  value: Addr,
): number {
  const i32 = rt.i32;
  let keys = i32[(dict + MA_KEYS) >> 2]!;
  i32[(keys + DK_VERSION) >> 2] = 0;
  if (keysUsable(rt, keys) <= 0) {
    if (insertionResize(rt, dict, true) < 0) return insertFailed(rt, key, value);
    keys = i32[(dict + MA_KEYS) >> 2]!;
  }
  const ix = keysEntryCount(rt, keys);
  setIndex(rt, keys, findEmptySlot(rt, keys, hash, hashHigh), ix);
  writeEntry(rt, keys, ix, key, value, hash, hashHigh);
  const used = (dict + MA_USED) >> 2;
  i32[used] = i32[used]! + 1;
  newVersion(rt, dict);
  i32[(keys + DK_USABLE) >> 2] = i32[(keys + DK_USABLE) >> 2]! - 1;
  i32[(keys + DK_NENTRIES) >> 2] = ix + 1;
  return 0;
}

/** Gives entry `ix` another value. The old one may do anything when it dies: it goes last. */
function replaceValue(rt: Runtime, dict: Addr, ix: number, key: Addr, value: Addr): number {
  const at = entryKeyAt(rt, dictKeysOf(rt, dict), ix) + 8;
  const old = rt.ptr(at);
  if (old !== value) {
    rt.setPtr(at, value);
    newVersion(rt, dict);
  }
  decref(rt, old);
  decref(rt, key);
  return 0;
}

/** Sets a value of a split table, taking over its reference. v3.13.0 insert_split_value */
export function insertSplitValue(
  rt: Runtime,
  dict: Addr,
  values: Addr,
  key: Addr,
  value: Addr,
  ix: number,
): void {
  maintainTracking(rt, dict, key, value);
  const old = valueAt(rt, values, ix);
  setValueAt(rt, values, ix, value);
  newVersion(rt, dict);
  if (old !== 0) {
    decref(rt, old);
    return;
  }
  addToOrder(rt, values, ix);
  const used = (dict + MA_USED) >> 2;
  rt.i32[used] = rt.i32[used]! + 1;
}

/**
 * d.setdefault(key, value): the value in the dict afterwards, borrowed; 0 with an exception.
 * v3.13.0 dict_setdefault_ref_lock_held
 */
export function dictSetDefault(rt: Runtime, dict: Addr, key: Addr, value: Addr): Addr {
  const low = dictKeyHash(rt, dict, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return 0;
  if (dictKeysOf(rt, dict) === emptyKeys(rt)) {
    incref(rt, key);
    incref(rt, value);
    return insertToEmpty(rt, dict, key, low, high, value) < 0 ? 0 : value;
  }
  if (rt.typeOf(key) !== rt.types.str && keysAreUnicode(rt, dictKeysOf(rt, dict))) {
    if (insertionResize(rt, dict, false) < 0) return 0;
  }
  const ix = dictLookup(rt, dict, key, low, high);
  if (ix === DKIX_ERROR) return 0;
  const found = ix < 0 ? 0 : dictValueOfEntry(rt, dict, ix);
  if (found !== 0) return found;
  incref(rt, key);
  incref(rt, value);
  if (dictValuesOf(rt, dict) !== 0) {
    return dictInsert(rt, dict, key, low, high, value) < 0 ? 0 : value;
  }
  // The key is looked up once: its __eq__ may have been called, and may tell.
  maintainTracking(rt, dict, key, value);
  return addEntry(rt, dict, key, low, high, value) < 0 ? 0 : value;
}

// ---- going through -----------------------------------------------------------------------------

/**
 * The next item from position `at` (0 to begin) into rt.dictKey and rt.dictValue, borrowed.
 * @returns the position behind it, 0 at the end. The dict must not change in size meanwhile.
 * v3.13.0 PyDict_Next
 */
export function dictNext(rt: Runtime, dict: Addr, at: number): number {
  const i32 = rt.i32;
  const keys = i32[(dict + MA_KEYS) >> 2]!;
  const values = i32[(dict + MA_VALUES) >> 2]!;
  if (values !== 0) {
    if (at >= i32[(dict + MA_USED) >> 2]!) return 0;
    const ix = orderAt(rt, values, at);
    rt.dictKey = i32[entryKeyAt(rt, keys, ix) >> 2]!;
    rt.dictValue = valueAt(rt, values, ix);
    return at + 1;
  }
  const n = i32[(keys + DK_NENTRIES) >> 2]!;
  const unicode = rt.u8[keys + DK_KIND] !== DICT_KEYS_GENERAL;
  const step = unicode ? 4 : 6;
  let i = at;
  let entry = (keysEntries(rt, keys) >> 2) + (unicode ? 0 : 2) + step * i;
  for (; i < n; i++, entry += step) {
    const value = i32[entry + 2]!;
    if (value !== 0) {
      rt.dictKey = i32[entry]!;
      rt.dictValue = value;
      return i + 1;
    }
  }
  return 0;
}

/** The hash of rt.dictKey as the dict keeps it: low word, high in rt.hashHigh; `at` as dictNext gave it. */
export function dictHashBefore(rt: Runtime, dict: Addr, at: number): number {
  const keys = dictKeysOf(rt, dict);
  if (keysAreUnicode(rt, keys)) return strHash(rt, rt.dictKey);
  const entry = (keysEntries(rt, keys) + 24 * (at - 1)) >> 2;
  rt.hashHigh = rt.i32[entry + 1]!;
  return rt.i32[entry]!;
}
