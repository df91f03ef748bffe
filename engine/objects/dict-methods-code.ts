/** What few programs need of what dict-methods.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { callNoArgs } from './call.ts';
import { writeDictVersion } from './container-statics.ts';
import {
  DK_NENTRIES,
  DK_VERSION,
  DKIX_DUMMY,
  entryKeyAt,
  keysAreUnicode,
  keysEntryCount,
  keysSize,
  log2KeysFor,
  placeOfEntry,
  setIndex,
  sharedKeysUsableSize,
} from './dict-keys.ts';
import { dictResize } from './dict-resize.ts';
import {
  dictContains,
  dictHashBefore,
  dictInsert,
  dictKeysOf,
  dictLen,
  dictNext,
  dictSetDefault,
  dictSetItem,
  dictValuesOf,
} from './dict.ts';
import { errOccurred, raise } from './errors.ts';
import { newInt } from './int.ts';
import { MA_USED, MA_VERSION_TAG, TP_BASICSIZE } from './layouts.ts';
import { getIter, iterNext, setItem } from './object.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { boolRef } from './sequence-compare.ts';
import { setHashBefore, setLen, setNext } from './set.ts';
import { strHash } from './str-compare.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';

/** v3.13.0 dict_setdefault_impl */
export function setDefault(rt: Runtime, dict: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'setdefault', nargs, 1, 2)) return 0;
  const fallback = nargs > 1 ? rt.arg(argv, 1) : rt.none;
  const value = dictSetDefault(rt, dict, rt.arg(argv, 0), fallback);
  return value === 0 ? 0 : newRef(rt, value);
}

/** v3.13.0 dict_popitem_impl: the last item */
export function popItem(rt: Runtime, dict: Addr): Addr {
  const pair = tupleNew(rt, 2);
  if (pair === 0) return 0;
  if (dictLen(rt, dict) === 0) {
    decref(rt, pair);
    return raise(rt, rt.exc.KeyError, 'popitem(): dictionary is empty');
  }
  if (dictValuesOf(rt, dict) !== 0) {
    const log2 = rt.u8[dictKeysOf(rt, dict) + 8]!;
    if (dictResize(rt, dict, log2, true) < 0) {
      decref(rt, pair);
      return 0;
    }
  }
  const keys = dictKeysOf(rt, dict);
  rt.i32[(keys + DK_VERSION) >> 2] = 0;
  let ix = keysEntryCount(rt, keys) - 1;
  while (rt.ptr(entryKeyAt(rt, keys, ix) + 8) === 0) ix--;
  takeLast(rt, dict, keys, ix, pair);
  return pair;
}

/** Moves entry `ix`, the last, into a tuple. Its place stays a dummy: no room is won. */
function takeLast(rt: Runtime, dict: Addr, keys: Addr, ix: number, pair: Addr): void {
  const at = entryKeyAt(rt, keys, ix);
  const key = rt.ptr(at);
  let low: number;
  let high: number;
  if (keysAreUnicode(rt, keys)) {
    low = strHash(rt, key);
    high = rt.hashHigh;
  } else {
    low = rt.i32[(at - 8) >> 2]!;
    high = rt.i32[(at - 4) >> 2]!;
  }
  tupleSetItem(rt, pair, 0, key);
  tupleSetItem(rt, pair, 1, rt.ptr(at + 8));
  rt.setPtr(at, 0);
  rt.setPtr(at + 8, 0);
  setIndex(rt, keys, placeOfEntry(rt, keys, low, high, ix), DKIX_DUMMY);
  rt.setSize(keys + DK_NENTRIES, ix);
  rt.setSize(dict + MA_USED, dictLen(rt, dict) - 1);
  writeDictVersion(rt, (dict + MA_VERSION_TAG) >> 2);
}

/** v3.13.0 _PyDict_SizeOf: shared keys are counted with the class */
export function dictSizeOf(rt: Runtime, dict: Addr): Addr {
  let bytes = rt.size(rt.typeOf(dict) + TP_BASICSIZE);
  const keys = dictKeysOf(rt, dict);
  if (dictValuesOf(rt, dict) !== 0) bytes += 8 * sharedKeysUsableSize(rt, keys);
  if (rt.i32[keys >> 2] === 1) bytes += keysSize(rt, keys);
  return newInt(rt, bytes);
}

/** v3.13.0 _PyDict_FromKeys */
export function fromKeys(rt: Runtime, cls: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'fromkeys', nargs, 1, 2)) return 0;
  const iterable = rt.arg(argv, 0);
  const value = nargs > 1 ? rt.arg(argv, 1) : rt.none;
  const dict = callNoArgs(rt, cls);
  if (dict === 0) return 0;
  if (fillFrom(rt, dict, iterable, value) === 0) return dict;
  decref(rt, dict);
  return 0;
}

/** Every element as a key, with the same value; -1 with an exception. */
export function fillFrom(rt: Runtime, dict: Addr, iterable: Addr, value: Addr): number {
  const made = rt.typeOf(dict);
  const exact = made === rt.types.dict || made === rt.types.frozendict;
  const type = rt.typeOf(iterable);
  if (exact && type === rt.types.dict) return fillFromDict(rt, dict, iterable, value);
  if (exact && (type === rt.types.set || type === rt.types.frozenset)) {
    return fillFromSet(rt, dict, iterable, value);
  }
  const it = getIter(rt, iterable);
  if (it === 0) return -1;
  let status = 0;
  while (status === 0) {
    const key = iterNext(rt, it);
    if (key === 0) {
      if (errOccurred(rt)) status = -1;
      break;
    }
    status = exact ? dictSetItem(rt, dict, key, value) : setItem(rt, dict, key, value);
    decref(rt, key);
  }
  decref(rt, it);
  return status;
}

/** Takes room for `n` keys at once. */
function makeRoom(rt: Runtime, dict: Addr, n: number, unicode: boolean): number {
  const log2 = Math.max(log2KeysFor(rt, n), rt.u8[dictKeysOf(rt, dict) + 8]!);
  return dictResize(rt, dict, log2, unicode);
}

function insertCounted(
  rt: Runtime,
  dict: Addr,
  key: Addr,
  low: number,
  high: number,
  value: Addr,
): number {
  incref(rt, key);
  incref(rt, value);
  return dictInsert(rt, dict, key, low, high, value);
}

/** v3.13.0 dict_dict_fromkeys */
function fillFromDict(rt: Runtime, dict: Addr, other: Addr, value: Addr): number {
  const unicode = keysAreUnicode(rt, dictKeysOf(rt, other));
  if (makeRoom(rt, dict, dictLen(rt, other), unicode) < 0) return -1;
  for (let at = dictNext(rt, other, 0); at !== 0; at = dictNext(rt, other, at)) {
    const key = rt.dictKey;
    const low = dictHashBefore(rt, other, at);
    if (insertCounted(rt, dict, key, low, rt.hashHigh, value) < 0) return -1;
  }
  return 0;
}

/** v3.13.0 dict_set_fromkeys */
function fillFromSet(rt: Runtime, dict: Addr, set: Addr, value: Addr): number {
  if (makeRoom(rt, dict, setLen(rt, set), false) < 0) return -1;
  for (let at = setNext(rt, set, 0); at !== 0; at = setNext(rt, set, at)) {
    const key = rt.dictKey;
    const low = setHashBefore(rt, set, at);
    if (insertCounted(rt, dict, key, low, rt.hashHigh, value) < 0) return -1;
  }
  return 0;
}

export function dictContainsRef(rt: Runtime, dict: Addr, key: Addr): Addr {
  const has = dictContains(rt, dict, key);
  return has < 0 ? 0 : boolRef(rt, has > 0);
}
