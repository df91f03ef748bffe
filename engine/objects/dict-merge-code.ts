/** What few programs need of what dict-merge.ts is about. */
import type { Addr } from '../base/brand.ts';
import { writeDictVersion } from './container-statics.ts';
import {
  cloneKeys,
  keysDecref,
  keysEntryCount,
  keysIncref,
  keysPlaces,
  LOG_MINSIZE,
  sharedKeysUsableSize,
  usableFraction,
} from './dict-keys.ts';
import { dictKeysList } from './dict-lists.ts';
import { copyValues, increfValues, valuesCapacity } from './dict-values.ts';
import {
  dictContains,
  dictContainsKnownHash,
  dictHashBefore,
  dictInsert,
  dictKeysOf,
  dictLen,
  dictSetDefault,
  dictSetItem,
  dictValuesOf,
  fillDict,
  isDict,
} from './dict.ts';
import { errFetch, errMatches, errOccurred, errRestore, raise, raiseInt } from './errors.ts';
import { addNote } from './exception-notes.ts';
import { gcNew, gcTrack, isTracked } from './gc-object.ts';
import { DICT_SIZE, MA_KEYS, MA_USED, MA_VERSION_TAG } from './layouts.ts';
import { listExtend, listItem, listNew } from './list.ts';
import { callMethod, getItem, getIter, iterNext, raiseKeyError, typeNameOf } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength } from './sequence-row.ts';
import { fastSequence } from './str-build.ts';
import { tupleItem } from './tuple.ts';
import { isSubtype } from './type-object.ts';

/** Whether it is a dict or a frozendict, or of a subclass. v3.15.0 PyAnyDict_Check */
export function isAnyDict(rt: Runtime, p: Addr): boolean {
  return isDict(rt, p) || isSubtype(rt, rt.typeOf(p), rt.types.frozendict);
}

/** The copy of a dict with shared keys shares them too. Not from the free list, as in CPython. */
export function copySplit(rt: Runtime, dict: Addr): Addr {
  const keys = dictKeysOf(rt, dict);
  const old = dictValuesOf(rt, dict);
  const capacity = valuesCapacity(rt, old, sharedKeysUsableSize(rt, keys));
  const values = copyValues(rt, old, capacity);
  if (values === 0) return 0;
  const copy = gcNew(rt, rt.types.dict, DICT_SIZE);
  if (copy === 0) {
    rt.mem.free(values);
    return 0;
  }
  increfValues(rt, values, capacity);
  fillDict(rt, copy, keys, values, dictLen(rt, dict));
  keysIncref(rt, keys);
  if (isTracked(rt, dict)) gcTrack(rt, copy);
  return copy;
}

export function mergeItem(
  rt: Runtime,
  dict: Addr,
  other: Addr,
  at: number,
  key: Addr,
  value: Addr,
  how: number,
): number {
  const low = dictHashBefore(rt, other, at);
  const high = rt.hashHigh;
  if (how !== 1) {
    const has = dictContainsKnownHash(rt, dict, key, low, high);
    if (has < 0) return -1;
    if (has > 0) {
      if (how === 0) return 0;
      raiseKeyError(rt, key);
      return -1;
    }
  }
  incref(rt, key);
  incref(rt, value);
  return dictInsert(rt, dict, key, low, high, value);
}

/** A table without holes that is no larger than it must be may be copied byte by byte. */
export function isCloneable(rt: Runtime, dict: Addr, other: Addr): boolean {
  if (dictValuesOf(rt, dict) !== 0 || dictValuesOf(rt, other) !== 0) return false;
  const keys = dictKeysOf(rt, other);
  const used = dictLen(rt, other);
  const places = keysPlaces(rt, keys);
  if (used !== keysEntryCount(rt, keys)) return false;
  return places === 1 << LOG_MINSIZE || usableFraction(places >> 1) < used;
}

export function becomeClone(rt: Runtime, dict: Addr, other: Addr): number {
  const keys = cloneKeys(rt, dictKeysOf(rt, other));
  if (keys === 0) return -1;
  keysDecref(rt, dictKeysOf(rt, dict));
  rt.setPtr(dict + MA_KEYS, keys);
  rt.setSize(dict + MA_USED, dictLen(rt, other));
  writeDictVersion(rt, (dict + MA_VERSION_TAG) >> 2);
  if (isTracked(rt, other) && !isTracked(rt, dict)) gcTrack(rt, dict);
  return 0;
}

/** Through `keys()` and subscription, for any mapping. */
export function mergeMapping(rt: Runtime, dict: Addr, other: Addr, override: number): number {
  const keys = mappingKeys(rt, other);
  if (keys === 0) return -1;
  const it = getIter(rt, keys);
  decref(rt, keys);
  if (it === 0) return -1;
  let status = 0;
  while (status === 0) {
    const key = iterNext(rt, it);
    if (key === 0) {
      if (errOccurred(rt)) status = -1;
      break;
    }
    status = mergeKey(rt, dict, other, key, override);
    decref(rt, key);
  }
  decref(rt, it);
  return status;
}

function mergeKey(rt: Runtime, dict: Addr, other: Addr, key: Addr, override: number): number {
  if (override !== 1) {
    const has = dictContains(rt, dict, key);
    if (has < 0) return -1;
    if (has > 0) {
      if (override === 0) return 0;
      raiseKeyError(rt, key);
      return -1;
    }
  }
  const value = getItem(rt, other, key);
  if (value === 0) return -1;
  const status = dictSetItem(rt, dict, key, value);
  decref(rt, value);
  return status;
}

/** A list of a mapping's keys. v3.13.0 Objects/abstract.c PyMapping_Keys */
export function mappingKeys(rt: Runtime, mapping: Addr): Addr {
  if (rt.typeOf(mapping) === rt.types.dict) return dictKeysList(rt, mapping);
  const result = callMethod(rt, mapping, rt.ids.keys);
  if (result === 0) return 0;
  const it = getIter(rt, result);
  if (it === 0) {
    if (errMatches(rt, rt.exc.TypeError)) {
      raise(
        rt,
        rt.exc.TypeError,
        `${typeNameOf(rt, mapping)}.keys() returned a non-iterable (type ${typeNameOf(rt, result)})`,
      );
    }
    decref(rt, result);
    return 0;
  }
  decref(rt, result);
  const list = listNew(rt, 0);
  const failed = list !== 0 && listExtend(rt, list, it) < 0;
  decref(rt, it);
  if (!failed) return list;
  decref(rt, list);
  return 0;
}

/** Says which element: in a note from 3.14 on. v3.14.0 Objects/dictobject.c merge_from_seq2_lock_held */
function elementIsNoSequence(rt: Runtime, i: number): number {
  if (!errMatches(rt, rt.exc.TypeError)) return -1;
  const text = `annot convert dictionary update sequence element #${i} to a sequence`;
  if (!rt.profile.texts.dictElementInNote) return raiseInt(rt, rt.exc.TypeError, `c${text}`);
  const error = errFetch(rt);
  addNote(rt, error, `C${text}`);
  errRestore(rt, error);
  return -1;
}

export function mergePair(
  rt: Runtime,
  dict: Addr,
  item: Addr,
  i: number,
  override: number,
): number {
  const pair = fastSequence(rt, item, 'object is not iterable');
  if (pair === 0) return elementIsNoSequence(rt, i);
  const n = rowLength(rt, pair);
  if (n !== 2) {
    decref(rt, pair);
    return raiseInt(
      rt,
      rt.exc.ValueError,
      `dictionary update sequence element #${i} has length ${n}; 2 is required`,
    );
  }
  const at = rt.typeOf(pair) === rt.types.tuple ? tupleItem : listItem;
  const key = at(rt, pair, 0);
  const value = at(rt, pair, 1);
  incref(rt, key);
  incref(rt, value);
  const failed =
    override !== 0
      ? dictSetItem(rt, dict, key, value) < 0
      : dictSetDefault(rt, dict, key, value) === 0;
  decref(rt, key);
  decref(rt, value);
  decref(rt, pair);
  return failed ? -1 : 0;
}
