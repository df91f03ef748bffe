/**
 * set and frozenset: an open hash table of references.
 *
 *     -16  GC header
 *     +0   ob_refcnt, ob_type
 *     +16  fill         entries in use, deleted ones included
 *     +24  used         items
 *     +32  mask         places less one
 *     +40  table        -> entries: here below while there are 8, else a block
 *     +48  hash         of a frozenset, -1 when not computed
 *     +56  finger       where pop looks next
 *     +64  smalltable   8 entries of key and hash
 *     +192 weakreflist
 *
 * A key's place is found by `hash & mask` and the nine places behind it, then by the perturbed
 * walk: CPython's, so that the order of iteration agrees. An entry that was taken out holds the
 * dummy and the hash -1. What Python sees stands in set-type.ts.
 * v3.13.0 Objects/setobject.c
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { setDummy } from './container-statics.ts';
import { keyHash } from './dict.ts';
import { errOccurred, noMemory } from './errors.ts';
import { tellUnhashable } from './unhashable.ts';
import { gcUntrack, gcUntrackIfTracked, trashcanBegin, trashcanEnd } from './gc-object.ts';
import { objectMayBeTracked } from './gc-tracking.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import {
  SET_ENTRY_SIZE,
  SET_FILL,
  SET_FINGER,
  SET_HASH,
  SET_MASK,
  SET_MINSIZE,
  SET_SMALLTABLE,
  SET_TABLE,
  SET_USED,
  SET_WEAKREFLIST,
} from './layouts.ts';
import { EQ, getIter, iterNext, richCompareBool } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strEqual } from './str-compare.ts';
import { isSubtype } from './type-object.ts';
import type { Visit } from './type-spec.ts';
import { updateFromDict } from './late-parts.ts';

export {
  frozensetFromItems,
  makeNewSetBase,
  setDiscard,
  setDiscardEntry,
  takeEntry,
} from './late-parts.ts';

export { initFrozensetType, initSetType } from './set-type.ts';

/** Places looked at one after the other before the walk jumps. v3.13.0 LINEAR_PROBES */
const LINEAR_PROBES = 9;

/** Whether the object is a set, a frozenset, or of a subclass. v3.13.0 PyAnySet_Check */
export function isAnySet(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  return (
    type === rt.types.set ||
    type === rt.types.frozenset ||
    isSubtype(rt, type, rt.types.set) ||
    isSubtype(rt, type, rt.types.frozenset)
  );
}

/** v3.13.0 PySet_Check */
export function isSet(rt: Runtime, p: Addr): boolean {
  return isSubtype(rt, rt.typeOf(p), rt.types.set);
}

/** v3.13.0 PyFrozenSet_Check */
export function isFrozenset(rt: Runtime, p: Addr): boolean {
  return isSubtype(rt, rt.typeOf(p), rt.types.frozenset);
}

/** Number of items. v3.13.0 PySet_GET_SIZE */
export function setLen(rt: Runtime, set: Addr): number {
  return rt.i32[(set + SET_USED) >> 2]!;
}

export function setMask(rt: Runtime, set: Addr): number {
  return rt.i32[(set + SET_MASK) >> 2]!;
}

/** Byte offset of entry 0. */
export function setTable(rt: Runtime, set: Addr): Addr {
  return rt.i32[(set + SET_TABLE) >> 2]!;
}

// ---- the table ---------------------------------------------------------------------------------

/**
 * The entry of a key, or where the walk ended: a free entry or, when it is to be filled, the last
 * dummy on the way. 0 with an exception. v3.13.0 set_lookkey, set_add_entry
 */
export function lookKey(
  rt: Runtime,
  set: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
  toFill: boolean,
): Addr {
  const i32 = rt.i32;
  let low = hash;
  let high = hashHigh;
  let mask = setMask(rt, set);
  let place = low & mask;
  let dummy = 0;
  for (;;) {
    const table = setTable(rt, set);
    let probes = place + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    let entry = table + SET_ENTRY_SIZE * place;
    do {
      const e = entry >> 2;
      const other = i32[e]!;
      const otherHash = i32[e + 2]!;
      const otherHigh = i32[e + 3]!;
      if (other === 0 && otherHash === 0 && otherHigh === 0) {
        return toFill && dummy !== 0 ? dummy : entry;
      }
      if (otherHash === hash && otherHigh === hashHigh) {
        if (other === key) return entry;
        const same = compareKey(rt, set, table, entry, other, key);
        if (same === 1) return entry;
        if (same < 0) return 0;
        if (same === 2) return lookKey(rt, set, key, hash, hashHigh, toFill);
        mask = setMask(rt, set);
      } else if (otherHash === -1 && otherHigh === -1) dummy = entry;
      entry += SET_ENTRY_SIZE;
    } while (probes-- > 0);
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = (Math.imul(place, 5) + 1 + low) & mask;
  }
}

/** 1 equal, 0 not, -1 with an exception, 2 when the comparison changed the table. */
function compareKey(
  rt: Runtime,
  set: Addr,
  table: Addr,
  entry: Addr,
  other: Addr,
  key: Addr,
): number {
  const str = rt.types.str;
  if (rt.typeOf(other) === str && rt.typeOf(key) === str && strEqual(rt, other, key)) return 1;
  incref(rt, other);
  const same = richCompareBool(rt, other, key, EQ);
  decref(rt, other);
  if (same < 0) return -1;
  if (table !== setTable(rt, set) || rt.ptr(entry) !== other) return 2;
  return same;
}

/** Puts a key in a table that has room and no equal key. Counts nothing. v3.13.0 set_insert_clean */
export function insertClean(
  rt: Runtime,
  table: Addr,
  mask: number,
  key: Addr,
  hash: number,
  hashHigh: number,
): void {
  const i32 = rt.i32;
  let low = hash;
  let high = hashHigh;
  let place = low & mask;
  for (;;) {
    let e = (table + SET_ENTRY_SIZE * place) >> 2;
    let probes = place + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
    do {
      if (i32[e] === 0) {
        writeEntry(rt, e, key, hash, hashHigh);
        return;
      }
      e += SET_ENTRY_SIZE >> 2;
    } while (probes-- > 0);
    low = (low >>> 5) | (high << 27);
    high >>>= 5;
    place = (Math.imul(place, 5) + 1 + low) & mask;
  }
}

/** @param e word index of the entry */
export function writeEntry(
  rt: Runtime,
  e: number,
  key: Addr,
  hash: number,
  hashHigh: number,
): void {
  const i32 = rt.i32;
  i32[e] = key;
  i32[e + 1] = ADDRESS_HIGH;
  i32[e + 2] = hash;
  i32[e + 3] = hashHigh;
}

/** What a growing set asks for. v3.13.0 set_add_entry */
function grownSize(used: number): number {
  return used > 50000 ? used * 2 : used * 4;
}

/**
 * Moves to a table with more than `minused` places, without dummies.
 * @returns -1 with MemoryError. v3.13.0 set_table_resize
 */
export function setResize(rt: Runtime, set: Addr, minused: number): number {
  let places = SET_MINSIZE;
  while (places <= minused) places <<= 1;
  const small = set + SET_SMALLTABLE;
  const oldTable = setTable(rt, set);
  const oldMask = setMask(rt, set);
  const clean = rt.size(set + SET_FILL) === setLen(rt, set);
  let oldEntries: Int32Array;
  let table = small;
  if (places === SET_MINSIZE) {
    if (oldTable === small && clean) return 0;
  } else {
    table = rt.mem.malloc(places * SET_ENTRY_SIZE);
    if (table === 0) {
      noMemory(rt);
      return -1;
    }
  }
  const from = oldTable >> 2;
  const words = (oldMask + 1) * (SET_ENTRY_SIZE >> 2);
  // rebuilding the small table in place: from a copy, as CPython's lies on the C stack
  if (table === oldTable) oldEntries = rt.i32.slice(from, from + words);
  else oldEntries = rt.i32.subarray(from, from + words);
  rt.i32.fill(0, table >> 2, (table + places * SET_ENTRY_SIZE) >> 2);
  rt.setSize(set + SET_MASK, places - 1);
  rt.setPtr(set + SET_TABLE, table);
  rt.setSize(set + SET_FILL, setLen(rt, set));
  const dummy = setDummy(rt);
  for (let e = 0; e < words; e += SET_ENTRY_SIZE >> 2) {
    const key = oldEntries[e]!;
    if (key !== 0 && key !== dummy) {
      insertClean(rt, table, places - 1, key, oldEntries[e + 2]!, oldEntries[e + 3]!);
    }
  }
  if (oldTable !== small) rt.mem.free(oldTable);
  return 0;
}

/** Adds a key whose hash is known: 0, -1 with an exception. Counts the key. v3.13.0 set_add_entry */
export function setAddEntry(
  rt: Runtime,
  set: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  incref(rt, key); // comparing may run code that drops it
  const entry = lookKey(rt, set, key, hash, hashHigh, true);
  if (entry === 0) {
    decref(rt, key);
    return -1;
  }
  const there = rt.ptr(entry);
  const reused = there === setDummy(rt);
  if (there !== 0 && !reused) {
    decref(rt, key);
    return 0;
  }
  const used = setLen(rt, set) + 1;
  rt.setSize(set + SET_USED, used);
  writeEntry(rt, entry >> 2, key, hash, hashHigh);
  if (reused) return 0;
  const fill = rt.size(set + SET_FILL) + 1;
  rt.setSize(set + SET_FILL, fill);
  return fill * 5 < setMask(rt, set) * 3 ? 0 : setResize(rt, set, grownSize(used));
}

/** 1, 0, -1 with an exception. v3.13.0 set_contains_entry */
export function setContainsEntry(
  rt: Runtime,
  set: Addr,
  key: Addr,
  hash: number,
  hashHigh: number,
): number {
  const entry = lookKey(rt, set, key, hash, hashHigh, false);
  return entry === 0 ? -1 : rt.ptr(entry) === 0 ? 0 : 1;
}

// ---- by key --------------------------------------------------------------------------------------

/** The hash of what is to be an element; one that has none is told as such. */
export function elementHash(rt: Runtime, key: Addr): number {
  const low = keyHash(rt, key);
  if (low === -1 && rt.hashHigh === -1) tellUnhashable(rt, key, 'a set element');
  return low;
}

/** set.add(key) also of a frozenset not yet seen by others: 0, -1 with an exception. v3.13.0 PySet_Add */
export function setAdd(rt: Runtime, set: Addr, key: Addr): number {
  const low = elementHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  return setAddEntry(rt, set, key, low, high);
}

/** key in set: 1, 0, -1 with an exception. v3.13.0 PySet_Contains */
export function setContains(rt: Runtime, set: Addr, key: Addr): number {
  const low = elementHash(rt, key);
  const high = rt.hashHigh;
  if (low === -1 && high === -1) return -1;
  return setContainsEntry(rt, set, key, low, high);
}

/**
 * The next key from place `at` (0 to begin) into rt.dictKey, borrowed.
 * @returns the place behind it, 0 at the end. v3.13.0 set_next
 */
export function setNext(rt: Runtime, set: Addr, at: number): number {
  const i32 = rt.i32;
  const mask = setMask(rt, set);
  const dummy = setDummy(rt);
  let place = at;
  let e = (setTable(rt, set) + SET_ENTRY_SIZE * place) >> 2;
  for (; place <= mask; place++, e += SET_ENTRY_SIZE >> 2) {
    const key = i32[e]!;
    if (key !== 0 && key !== dummy) {
      rt.dictKey = key;
      return place + 1;
    }
  }
  return 0;
}

/** The hash of the key before place `at`: low word, high in rt.hashHigh. */
export function setHashBefore(rt: Runtime, set: Addr, at: number): number {
  const e = (setTable(rt, set) + SET_ENTRY_SIZE * (at - 1)) >> 2;
  rt.hashHigh = rt.i32[e + 3]!;
  return rt.i32[e + 2]!;
}

// ---- life ----------------------------------------------------------------------------------------

function emptyToMinsize(rt: Runtime, set: Addr): void {
  rt.i32.fill(0, (set + SET_SMALLTABLE) >> 2, (set + SET_WEAKREFLIST) >> 2);
  rt.setSize(set + SET_FILL, 0);
  rt.setSize(set + SET_USED, 0);
  rt.setSize(set + SET_MASK, SET_MINSIZE - 1);
  rt.setPtr(set + SET_TABLE, set + SET_SMALLTABLE);
  rt.setSize(set + SET_HASH, -1);
}

/** A set of `type` with the items of `iterable` (0 for none). v3.13.0 make_new_set */
export function makeNewSet(rt: Runtime, type: Addr, iterable: Addr): Addr {
  const set = callAlloc(rt, type, 0);
  if (set === 0) return 0;
  emptyToMinsize(rt, set);
  rt.setSize(set + SET_FINGER, 0);
  rt.setPtr(set + SET_WEAKREFLIST, 0);
  if (iterable !== 0 && setUpdate(rt, set, iterable) < 0) {
    decref(rt, set);
    return 0;
  }
  return set;
}

/** set(iterable), iterable 0 for none. v3.13.0 PySet_New */
export function setNew(rt: Runtime, iterable: Addr): Addr {
  return makeNewSet(rt, rt.types.set, iterable);
}

/**
 * Takes a new frozenset out of the collector's sight when nothing in it can be part of a cycle, where
 * the release does so; 0 passes through. v3.15.0 _PyFrozenSet_MaybeUntrack
 */
export function maybeUntrackFrozenset(rt: Runtime, set: Addr): Addr {
  if (set === 0 || !rt.profile.atomicFrozensetsUntracked) return set;
  if (rt.typeOf(set) !== rt.types.frozenset) return set;
  for (let at = setNext(rt, set, 0); at !== 0; at = setNext(rt, set, at)) {
    if (objectMayBeTracked(rt, rt.dictKey)) return set;
  }
  gcUntrack(rt, set);
  return set;
}

/** Drops every item. v3.13.0 set_clear_internal */
export function setClear(rt: Runtime, set: Addr): void {
  const table = setTable(rt, set);
  const small = table === set + SET_SMALLTABLE;
  const used = setLen(rt, set);
  if (small && rt.size(set + SET_FILL) === 0) return;
  if (!small) {
    emptyToMinsize(rt, set);
    dropKeys(rt, rt.i32, table >> 2, used);
    rt.mem.free(table);
    return;
  }
  // the small table is emptied first: from a copy, as CPython's lies on the C stack
  const copy = rt.i32.slice(table >> 2, (table + SET_MINSIZE * SET_ENTRY_SIZE) >> 2);
  emptyToMinsize(rt, set);
  dropKeys(rt, copy, 0, used);
}

/** Drops `n` keys of a row of entries. */
function dropKeys(rt: Runtime, words: Int32Array, from: number, n: number): void {
  const dummy = setDummy(rt);
  for (let left = n, e = from; left > 0; e += SET_ENTRY_SIZE >> 2) {
    const key = words[e]!;
    if (key === 0 || key === dummy) continue;
    left--;
    decref(rt, key);
  }
}

/** v3.13.0 set_dealloc */
export function setDealloc(rt: Runtime, set: Addr): void {
  gcUntrackIfTracked(rt, set);
  const type = rt.typeOf(set);
  const exact = type === rt.types.set || type === rt.types.frozenset;
  if (exact && trashcanBegin(rt, set)) return;
  if (rt.ptr(set + SET_WEAKREFLIST) !== 0) rt.hooks.clearWeakrefs(rt, set);
  const table = setTable(rt, set);
  dropKeys(rt, rt.i32, table >> 2, setLen(rt, set));
  if (table !== set + SET_SMALLTABLE) rt.mem.free(table);
  callFree(rt, set);
  if (exact) trashcanEnd(rt);
}

/** v3.13.0 set_traverse */
export function setTraverse(rt: Runtime, set: Addr, visit: Visit): void {
  for (let at = setNext(rt, set, 0); at !== 0; at = setNext(rt, set, at)) visit(rt.dictKey);
}

/** The memory block besides the object itself that a set owns: its table, unless it is the small one. */
export function setBlocks(rt: Runtime, set: Addr, visit: (block: Addr) => void): void {
  const table = setTable(rt, set);
  if (table !== set + SET_SMALLTABLE) visit(table);
}

// ---- taking in whole iterables -------------------------------------------------------------------

/** set.update(other): 0, -1 with an exception. v3.13.0 set_update_internal */
export function setUpdate(rt: Runtime, set: Addr, other: Addr): number {
  if (isAnySet(rt, other)) return merge(rt, set, other);
  if (rt.typeOf(other) === rt.types.dict) return updateFromDict(rt, set, other);
  const it = getIter(rt, other);
  if (it === 0) return -1;
  let status = 0;
  while (status === 0) {
    const key = iterNext(rt, it);
    if (key === 0) break;
    status = setAdd(rt, set, key);
    decref(rt, key);
  }
  decref(rt, it);
  return status < 0 || errOccurred(rt) ? -1 : 0;
}

/** Room for so many more keys at once. */
export function makeRoom(rt: Runtime, set: Addr, more: number): number {
  if ((rt.size(set + SET_FILL) + more) * 5 < setMask(rt, set) * 3) return 0;
  return setResize(rt, set, (setLen(rt, set) + more) * 2);
}

/** v3.13.0 set_merge */
function merge(rt: Runtime, set: Addr, other: Addr): number {
  const used = setLen(rt, other);
  if (other === set || used === 0) return 0;
  if (makeRoom(rt, set, used) < 0) return -1;
  if (rt.size(set + SET_FILL) === 0) {
    mergeIntoEmpty(rt, set, other, used);
    return 0;
  }
  for (let at = setNext(rt, other, 0); at !== 0; at = setNext(rt, other, at)) {
    const key = rt.dictKey;
    const low = setHashBefore(rt, other, at);
    if (setAddEntry(rt, set, key, low, rt.hashHigh) < 0) return -1;
  }
  return 0;
}

/** No key can be there already; between tables alike even the places are the same. */
function mergeIntoEmpty(rt: Runtime, set: Addr, other: Addr, used: number): void {
  const i32 = rt.i32;
  const mask = setMask(rt, set);
  const table = setTable(rt, set);
  const alike = mask === setMask(rt, other) && rt.size(other + SET_FILL) === used;
  const from = setTable(rt, other) >> 2;
  if (alike) i32.copyWithin(table >> 2, from, from + (mask + 1) * (SET_ENTRY_SIZE >> 2));
  for (let at = setNext(rt, other, 0); at !== 0; at = setNext(rt, other, at)) {
    const key = rt.dictKey;
    incref(rt, key);
    if (alike) continue;
    const low = setHashBefore(rt, other, at);
    insertClean(rt, table, mask, key, low, rt.hashHigh);
  }
  rt.setSize(set + SET_FILL, used);
  rt.setSize(set + SET_USED, used);
}
