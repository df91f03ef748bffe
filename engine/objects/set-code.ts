/** What few programs need of what set.ts is about. */
import type { Addr } from '../base/brand.ts';
import { setDummy } from './container-statics.ts';
import { dictHashBefore, dictLen, dictNext } from './dict.ts';
import { SET_USED } from './layouts.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import {
  elementHash,
  lookKey,
  makeNewSet,
  makeRoom,
  maybeUntrackFrozenset,
  setAddEntry,
  setLen,
  writeEntry,
} from './set.ts';
import { isSubtype } from './type-object.ts';

/** Takes a key out: 1 when it was there, 0, -1 with an exception. v3.13.0 set_discard_entry */
export function setDiscardEntry(
  rt: Runtime,
  set: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const entry = lookKey(rt, set, key, hash, hashHigh, false);
  if (entry === 0) return -1;
  const old = rt.ptr(entry);
  if (old === 0) return 0;
  takeEntry(rt, set, entry);
  decref(rt, old);
  return 1;
}

/** Leaves the dummy in an entry. */
export function takeEntry(rt: Runtime, set: Addr, entry: Addr): void {
  writeEntry(rt, entry >> 2, setDummy(rt), -1, -1);
  rt.setSize(set + SET_USED, setLen(rt, set) - 1);
}

/** 1 when the key was there, 0, -1 with an exception. v3.13.0 PySet_Discard */
export function setDiscard(rt: Runtime, set: Addr, key: Addr): number {
  const low = elementHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  return setDiscardEntry(rt, set, key, low, high);
}

/** A set or frozenset, never a subclass of one. v3.13.0 make_new_set_basetype */
export function makeNewSetBase(rt: Runtime, type: Addr, iterable: Addr): Addr {
  const base = isSubtype(rt, type, rt.types.set) ? rt.types.set : rt.types.frozenset;
  return makeNewSet(rt, base, iterable);
}

/** frozenset(iterable), iterable 0 for none; always a new object. v3.13.0 PyFrozenSet_New */
export function frozensetFromItems(rt: Runtime, iterable: Addr): Addr {
  return maybeUntrackFrozenset(rt, makeNewSet(rt, rt.types.frozenset, iterable));
}

export function updateFromDict(rt: Runtime, set: Addr, dict: Addr): number {
  if (makeRoom(rt, set, dictLen(rt, dict)) < 0) return -1;
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const key = rt.dictKey;
    const low = dictHashBefore(rt, dict, at);
    if (setAddEntry(rt, set, key, low, rt.hashHigh) < 0) return -1;
  }
  return 0;
}
