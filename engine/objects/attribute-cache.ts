/**
 * What an attribute of an instance comes to, kept by the version of its type and the name: the way
 * of CPython's specialised LOAD_ATTR and STORE_ATTR, in one table for all places in code.
 *
 * An entry answers only while the type has the version it was made for (no version is given twice)
 * and the string at that address has the hash it had. The table lies outside the buffer and may be
 * dropped at any time: whoever uses it does exactly what the general way would have done. Measured:
 * attrs takes 25 to 40 % less, methods 15 %.
 */
import type { Addr } from '../base/brand.ts';
import { DK_NENTRIES, lookupString } from './dict-keys.ts';
import { addToOrder, valuesValid } from './dict-values.ts';
import { genericGetAttr, genericSetAttr } from './generic-attr.ts';

import * as L from './layouts.ts';
import { decref, incref } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { strHash } from './strings.ts';
import { typeLookup } from './type-object.ts';

const ENTRIES = 2048;
/** Words of an entry. */
const STRIDE = 8;
const VERSION = 0;
const NAME = 1;
const HASH_LOW = 2;
const HASH_HIGH = 3;
/** One of the kinds below. */
const KIND = 4;
/** IN_VALUES: bytes from the object to its value. */
const VALUE_OFFSET = 5;
/** Bytes from the object to its inline values. */
const VALUES_OFFSET = 6;
/** How many names the class's instances shared when the name was none of them. */
const SHARED_NAMES = 7;
const table = new Int32Array(ENTRIES * STRIDE);
/** What the type holds under the name; borrowed, as good as the version. */
const found = new Int32Array(ENTRIES);

/** The general way. */
const GENERAL = 0;
/** Among the inline values of the instance. */
const IN_VALUES = 1;
/** The same, and may be set there. */
const IN_VALUES_SETTABLE = 2;
/** A method of the type, and the instances, which have inline values, share no such name. */
const METHOD = 3;
/** The same for anything that is no descriptor. */
const CLASS_VALUE = 4;
/** The general way while the instances share no such name; with it they have it in their values. */
const UNSHARED = 5;
/** A method of a type whose instances have no attributes of their own. */
const BARE_METHOD = 6;

/** Whether an entry of that kind holds while the instances share no name more. */
function sharesNames(kind: number): boolean {
  return kind === METHOD || kind === CLASS_VALUE || kind === UNSHARED;
}

let owner: readonly Native[] | null = null;
let epoch = 0;

function claim(rt: Runtime): void {
  table.fill(0);
  owner = rt.fns;
  epoch = rt.cacheEpoch;
}

/** Number of the entry for a type and a name, filled now if need be; -1 when the type has no version. */
function entryFor(rt: Runtime, type: Addr, name: Addr): number {
  if (owner !== rt.fns || epoch !== rt.cacheEpoch) claim(rt);
  const i32 = rt.i32;
  const version = i32[(type + L.TP_VERSION_TAG) >> 2]!;
  const entry = (version ^ (name >> 4)) & (ENTRIES - 1);
  const at = entry * STRIDE;
  if (
    version !== 0 &&
    table[at + VERSION] === version &&
    table[at + NAME] === name &&
    table[at + HASH_LOW] === i32[(name + L.STR_HASH) >> 2] &&
    table[at + HASH_HIGH] === i32[(name + L.STR_HASH + 4) >> 2]
  ) {
    return entry;
  }
  return fill(rt, type, name);
}

function fill(rt: Runtime, type: Addr, name: Addr): number {
  const descr = typeLookup(rt, type, name);
  const version = rt.i32[(type + L.TP_VERSION_TAG) >> 2]!;
  if (version === 0) return -1;
  const entry = (version ^ (name >> 4)) & (ENTRIES - 1);
  const at = entry * STRIDE;
  table[at + VERSION] = version;
  table[at + NAME] = name;
  table[at + HASH_LOW] = strHash(rt, name);
  table[at + HASH_HIGH] = rt.hashHigh;
  table[at + KIND] = classify(rt, type, name, descr, at);
  found[entry] = descr;
  return entry;
}

function classify(rt: Runtime, type: Addr, name: Addr, descr: Addr, at: number): number {
  const i32 = rt.i32;
  if (rt.fns[i32[(type + L.TP_GETATTRO) >> 2]!] !== genericGetAttr) return GENERAL;
  const descrType = descr === 0 ? 0 : i32[(descr + 8) >> 2]!;
  if (descr !== 0 && i32[(descrType + L.TP_DESCR_SET) >> 2] !== 0) return GENERAL;
  const isMethod =
    descr !== 0 && (i32[(descrType + L.TP_FLAGS) >> 2]! & L.TPFLAGS_METHOD_DESCRIPTOR) !== 0;
  const flags = i32[(type + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_INLINE_VALUES)) {
    const bare = !(flags & L.TPFLAGS_MANAGED_DICT) && i32[(type + L.TP_DICTOFFSET) >> 2] === 0;
    return bare && isMethod ? BARE_METHOD : GENERAL;
  }
  const keys = i32[(type + L.HT_CACHED_KEYS) >> 2]!;
  const low = strHash(rt, name);
  const ix = lookupString(rt, keys, name, low, rt.hashHigh);
  const values = i32[(type + L.TP_BASICSIZE) >> 2]!;
  table[at + VALUES_OFFSET] = values;
  if (ix >= 0) {
    table[at + VALUE_OFFSET] = values + rt.layout.valuesHeader + 8 * ix;
    const settable = rt.fns[i32[(type + L.TP_SETATTRO) >> 2]!] === genericSetAttr;
    return settable ? IN_VALUES_SETTABLE : IN_VALUES;
  }
  table[at + SHARED_NAMES] = i32[(keys + DK_NENTRIES) >> 2]!;
  if (isMethod) return METHOD;
  return descr !== 0 && i32[(descrType + L.TP_DESCR_GET) >> 2] === 0 ? CLASS_VALUE : UNSHARED;
}

/** Whether what the type holds is what the instance shows: no attribute of its own is in the way. */
function isUnshadowed(rt: Runtime, type: Addr, p: Addr, at: number): boolean {
  return namesAreTheSame(rt, type, at) && valuesValid(rt, p + table[at + VALUES_OFFSET]!);
}

/** Whether the instances share no more names than when the entry was made; else it is made anew. */
function namesAreTheSame(rt: Runtime, type: Addr, at: number): boolean {
  const keys = rt.i32[(type + L.HT_CACHED_KEYS) >> 2]!;
  if (rt.i32[(keys + DK_NENTRIES) >> 2] === table[at + SHARED_NAMES]) return true;
  table[at + VERSION] = 0;
  return false;
}

/** `p.name`; new, 0 when it is not for here (nothing is set or done then). */
export function cachedGetAttr(rt: Runtime, p: Addr, name: Addr): Addr {
  const type = rt.i32[(p + 8) >> 2]!;
  const entry = entryFor(rt, type, name);
  if (entry < 0) return 0;
  const at = entry * STRIDE;
  const kind = table[at + KIND]!;
  let value = 0;
  if (kind === IN_VALUES || kind === IN_VALUES_SETTABLE) {
    if (!valuesValid(rt, p + table[at + VALUES_OFFSET]!)) return 0;
    value = rt.i32[(p + table[at + VALUE_OFFSET]!) >> 2]!;
    if (value === 0) return 0;
  } else if (kind === CLASS_VALUE && isUnshadowed(rt, type, p, at)) value = found[entry]!;
  else {
    if (kind === UNSHARED) namesAreTheSame(rt, type, at);
    return 0;
  }
  incref(rt, value);
  return value;
}

/** The method that `p.name()` calls with p in front; borrowed, 0 when it is not for here. */
export function cachedMethod(rt: Runtime, p: Addr, name: Addr): Addr {
  const type = rt.i32[(p + 8) >> 2]!;
  const entry = entryFor(rt, type, name);
  if (entry < 0) return 0;
  const at = entry * STRIDE;
  const kind = table[at + KIND]!;
  if (kind === BARE_METHOD) return found[entry]!;
  return kind === METHOD && isUnshadowed(rt, type, p, at) ? found[entry]! : 0;
}

/** `p.name = value`; false when it is not for here. */
export function cachedSetAttr(rt: Runtime, p: Addr, name: Addr, value: Addr): boolean {
  const i32 = rt.i32;
  const type = i32[(p + 8) >> 2]!;
  const entry = entryFor(rt, type, name);
  if (entry < 0) return false;
  const at = entry * STRIDE;
  if (table[at + KIND] !== IN_VALUES_SETTABLE) {
    if (sharesNames(table[at + KIND]!)) namesAreTheSame(rt, type, at);
    return false;
  }
  if (i32[(p + L.MANAGED_DICT) >> 2] !== 0) return false;
  const values = p + table[at + VALUES_OFFSET]!;
  if (!valuesValid(rt, values)) return false;
  const slot = p + table[at + VALUE_OFFSET]!;
  const old = i32[slot >> 2]!;
  incref(rt, value);
  rt.setPtr(slot, value);
  if (old !== 0) decref(rt, old);
  else addToOrder(rt, values, (slot - values - rt.layout.valuesHeader) >> 3);
  return true;
}
