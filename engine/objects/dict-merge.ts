/** Copying dicts and putting one into another. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import {
  cloneKeys,
  keysAreUnicode,
  keysEntryCount,
  keysPlaces,
  log2KeysFor,
  usableFraction,
} from './dict-keys.ts';
import { dictResize } from './dict-resize.ts';
import { dictFromKeys, dictKeysOf, dictLen, dictNew, dictNext, dictValuesOf } from './dict.ts';
import { errOccurred, raiseInt } from './errors.ts';
import { gcTrack, isTracked } from './gc-object.ts';
import { TP_ITER } from './layouts.ts';
import { getIter, iterNext, lookupAttr, slotOf } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import {
  becomeClone,
  copySplit,
  isCloneable,
  mergeItem,
  mergeMapping,
  mergePair,
} from './late-dicts.ts';

export { isAnyDict, mappingKeys } from './late-dicts.ts';

/** Whether iterating the object goes through its table: a dict, or a frozendict, without an `__iter__` of its own. */
export function iteratesAsDict(rt: Runtime, p: Addr): boolean {
  return slotOf(rt, p, TP_ITER) === rt.i32[(rt.types.dict + TP_ITER) >> 2];
}

/** d.copy(): always an exact dict. v3.13.0 PyDict_Copy */
export function dictCopy(rt: Runtime, dict: Addr): Addr {
  const used = dictLen(rt, dict);
  if (used === 0) return dictNew(rt);
  if (dictValuesOf(rt, dict) !== 0) return copySplit(rt, dict);
  const keys = dictKeysOf(rt, dict);
  if (iteratesAsDict(rt, dict) && used >= Math.floor((keysEntryCount(rt, keys) * 2) / 3)) {
    // mostly full: the table is copied as it is, holes included
    const copyKeys = cloneKeys(rt, keys);
    if (copyKeys === 0) return 0;
    const copy = dictFromKeys(rt, copyKeys, 0, used);
    if (copy !== 0 && isTracked(rt, dict) && !isTracked(rt, copy)) gcTrack(rt, copy);
    return copy;
  }
  const copy = dictNew(rt);
  if (copy !== 0 && dictMerge(rt, copy, dict, 1) < 0) {
    decref(rt, copy);
    return 0;
  }
  return copy;
}

/**
 * Puts every item of a mapping into a dict.
 * @param override 0: the first of equal keys wins; 1: the last; 2: a second one is a KeyError
 * @returns 0, -1 with an exception. v3.13.0 dict_merge
 */
export function dictMerge(rt: Runtime, dict: Addr, other: Addr, override: number): number {
  return iteratesAsDict(rt, other)
    ? mergeDict(rt, dict, other, override)
    : mergeMapping(rt, dict, other, override);
}

/** v3.13.0 dict_dict_merge */
function mergeDict(rt: Runtime, dict: Addr, other: Addr, override: number): number {
  const size = dictLen(rt, other);
  if (other === dict || size === 0) return 0;
  let how = override;
  if (dictLen(rt, dict) === 0) {
    how = 1; // nothing to collide with
    if (rt.profile.mergeClones && isCloneable(rt, dict, other)) return becomeClone(rt, dict, other);
  }
  const theirs = dictKeysOf(rt, other);
  if (usableFraction(keysPlaces(rt, dictKeysOf(rt, dict))) < size) {
    // one resize now instead of several on the way
    const log2 = log2KeysFor(rt, dictLen(rt, dict) + size);
    if (dictResize(rt, dict, log2, keysAreUnicode(rt, theirs)) < 0) return -1;
  }
  for (let at = dictNext(rt, other, 0); at !== 0; at = dictNext(rt, other, at)) {
    const key = rt.dictKey;
    const value = rt.dictValue;
    incref(rt, key);
    incref(rt, value);
    const failed = mergeItem(rt, dict, other, at, key, value, how);
    decref(rt, value);
    decref(rt, key);
    if (failed !== 0) return -1;
    if (dictLen(rt, other) !== size) {
      return raiseInt(rt, rt.exc.RuntimeError, 'dict mutated during update');
    }
  }
  return 0;
}

/**
 * Puts in each pair of an iterable of pairs.
 * @param override 0: the first of equal keys wins. v3.13.0 PyDict_MergeFromSeq2
 */
export function dictMergeFromPairs(rt: Runtime, dict: Addr, pairs: Addr, override: number): number {
  const it = getIter(rt, pairs);
  if (it === 0) return -1;
  let status = 0;
  for (let i = 0; status === 0; i++) {
    const item = iterNext(rt, it);
    if (item === 0) {
      if (errOccurred(rt)) status = -1;
      break;
    }
    status = mergePair(rt, dict, item, i, override);
    decref(rt, item);
  }
  decref(rt, it);
  return status;
}

/** Puts in every item of a mapping, the last of equal keys wins. v3.13.0 PyDict_Update */
export function dictUpdate(rt: Runtime, dict: Addr, mapping: Addr): number {
  return dictMerge(rt, dict, mapping, 1);
}

/** The same, but a key that is there already raises KeyError(key). v3.13.0 _PyDict_MergeEx */
export function dictMergeUnique(rt: Runtime, dict: Addr, mapping: Addr): number {
  return dictMerge(rt, dict, mapping, 2);
}

/** d.update(arg): a mapping (anything with `keys`) or an iterable of pairs. v3.13.0 dict_update_arg */
export function dictUpdateArg(rt: Runtime, dict: Addr, arg: Addr): number {
  if (rt.typeOf(arg) === rt.types.dict) return dictMerge(rt, dict, arg, 1);
  const method = lookupAttr(rt, arg, rt.ids.keys);
  if (method !== 0) {
    decref(rt, method);
    return dictMerge(rt, dict, arg, 1);
  }
  if (errOccurred(rt)) return -1;
  return dictMergeFromPairs(rt, dict, arg, 1);
}
