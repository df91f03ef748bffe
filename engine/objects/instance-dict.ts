/**
 * Where the instances of a class keep their attributes.
 *
 *     -32  weakref list
 *     -24  managed dict   NULL until somebody asks for `__dict__`
 *     -16  GC header
 *     +0   the object
 *     +n   inline values  right behind it (tp_basicsize), see dict-values.ts
 *
 * The names stand in a table that the class keeps for all its instances (ht_cached_keys); an
 * instance holds only values. The table has room for 30 names, one less for every instance made,
 * so the first instances of a class are large. `__dict__` makes a dict over those very values
 * (materialized); what does not fit the shared table moves everything to an ordinary dict, and the
 * inline values are no longer valid.
 *
 * Other releases (profile.instances.kind): 'block' has the values in a block of their own, and the
 * word at -24 points to them (address + 1) until there is a dict, which then takes them over. 'dict'
 * has a plain pointer to a dict in the object, see shared-dict.ts.
 * v3.13.0 Objects/dictobject.c, Include/internal/pycore_object.h
 */
import type { Addr, Bytes } from '../base/brand.ts';
import {
  DICT_KEYS_SPLIT,
  DK_KIND,
  DK_USABLE,
  insertSplitKey,
  keysDecref,
  keysIncref,
  lookupString,
  newKeys,
  sharedKeysUsableSize,
} from './dict-keys.ts';
import {
  addToOrder,
  clearValues,
  copyValues,
  DV_CAPACITY,
  DV_SIZE,
  fillValues,
  invalidateValues,
  newValues,
  removeFromOrder,
  setValueAt,
  valueAt,
  valuesBytes,
  valuesValid,
} from './dict-values.ts';
import {
  dictDelItem,
  dictFromKeys,
  dictGetItem,
  dictLen,
  dictNew,
  dictSetItem,
  dictValuesOf,
} from './dict.ts';
import { raiseInt, raiseObject } from './errors.ts';
import { gcTrack, isTracked } from './gc-object.ts';
import { objectMayBeTracked } from './gc-tracking.ts';
import {
  HT_CACHED_KEYS,
  MANAGED_DICT,
  MA_USED,
  MA_VALUES,
  TPFLAGS_INLINE_VALUES,
  TP_BASICSIZE,
  TP_FLAGS,
} from './layouts.ts';
import { clearOwned, decref, incref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strHash } from './str-compare.ts';
import { strToJs } from './strings.ts';
import { typeName } from './type-object.ts';
import type { Visit } from './type-spec.ts';

// ---- the class's table -----------------------------------------------------------------------------

/**
 * The table of names for a new class, owned by it; 0 with MemoryError.
 * v3.13.0 _PyDict_NewKeysForClass
 */
export function newCachedKeys(rt: Runtime, _type: Addr): Addr {
  const max = rt.profile.instances.sharedKeysMaxSize;
  const keys = newKeys(rt, 32 - Math.clz32(Math.ceil((max * 3) / 2) - 1), true);
  if (keys === 0 || !rt.layout.dictUnicodeEntries) return keys;
  rt.setSize(keys + DK_USABLE, max);
  rt.u8[keys + DK_KIND] = DICT_KEYS_SPLIT;
  return keys;
}

/** Drops a class's reference to its table. v3.13.0 _PyDictKeys_DecRef */
export function dropCachedKeys(rt: Runtime, keys: Addr): void {
  keysDecref(rt, keys);
}

function cachedKeys(rt: Runtime, type: Addr): Addr {
  return rt.i32[(type + HT_CACHED_KEYS) >> 2]!;
}

// ---- inline values ---------------------------------------------------------------------------------

/** Bytes that the next instance needs for its values. v3.13.0 _PyInlineValuesSize */
export function inlineValuesSize(rt: Runtime, type: Addr): Bytes {
  return valuesBytes(rt, sharedKeysUsableSize(rt, cachedKeys(rt, type)));
}

/** Address of an instance's values; the type must have TPFLAGS_INLINE_VALUES. _PyObject_InlineValues */
function inlineValues(rt: Runtime, p: Addr): Addr {
  return p + rt.i32[(rt.typeOf(p) + TP_BASICSIZE) >> 2]!;
}

/** The next instance will have room for one value less. */
function shrinkUsable(rt: Runtime, keys: Addr): void {
  const usable = (keys + DK_USABLE) >> 2;
  if (rt.i32[usable]! > 1) rt.i32[usable] = rt.i32[usable]! - 1;
}

/** Gives a new instance a block of values. @returns -1 with MemoryError. v3.12.1 _PyObject_InitializeDict */
export function initValuesBlock(rt: Runtime, p: Addr, type: Addr): number {
  const keys = cachedKeys(rt, type);
  shrinkUsable(rt, keys);
  const values = newValues(rt, sharedKeysUsableSize(rt, keys));
  if (values === 0) return -1;
  rt.setPtr(p + MANAGED_DICT, values + VALUES_TAG);
  return 0;
}

/** What marks the word at MANAGED_DICT as a pointer to values. v3.12.1 _PyDictOrValues_SetValues */
const VALUES_TAG = 1;

/** The values that hold an instance's attributes, 0 when a dict does, or none are set. */
export function instanceValues(rt: Runtime, p: Addr): Addr {
  const word = rt.i32[(p + MANAGED_DICT) >> 2]!;
  if (word & VALUES_TAG) return word - VALUES_TAG;
  if (!hasInlineValues(rt, rt.typeOf(p))) return 0;
  const values = inlineValues(rt, p);
  return valuesValid(rt, values) ? values : 0;
}

/** The block of values that the instance owns, 0 when it has none. */
export function instanceValuesBlock(rt: Runtime, p: Addr): Addr {
  const word = rt.i32[(p + MANAGED_DICT) >> 2]!;
  return word & VALUES_TAG ? word - VALUES_TAG : 0;
}

/** Prepares the values of a new instance; the next will have room for one less. _PyObject_InitInlineValues */
export function initInlineValues(rt: Runtime, p: Addr, type: Addr): void {
  const keys = cachedKeys(rt, type);
  shrinkUsable(rt, keys);
  const values = p + rt.i32[(type + TP_BASICSIZE) >> 2]!;
  fillValues(rt, values, sharedKeysUsableSize(rt, keys), 1, 1);
  rt.setPtr(p + MANAGED_DICT, 0);
}

function hasInlineValues(rt: Runtime, type: Addr): boolean {
  return (rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_INLINE_VALUES) !== 0;
}

/** The instance's dict when one was made, borrowed, else 0. v3.13.0 _PyObject_GetManagedDict */
export function managedDict(rt: Runtime, p: Addr): Addr {
  const word = rt.i32[(p + MANAGED_DICT) >> 2]!;
  return word & VALUES_TAG ? 0 : word;
}

// ---- attributes ------------------------------------------------------------------------------------

/**
 * The value of an attribute kept in the instance (not in the class), borrowed, or 0: then
 * errOccurred tells. v3.13.0 _PyObject_TryGetInstanceAttribute and what surrounds it
 */
export function instanceGetAttr(rt: Runtime, p: Addr, name: Addr): Addr {
  const i32 = rt.i32;
  const type = i32[(p + 8) >> 2]!;
  const word = i32[(p + MANAGED_DICT) >> 2]!;
  let values = word & VALUES_TAG ? word - VALUES_TAG : 0;
  if (i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_INLINE_VALUES) {
    const inline = p + i32[(type + TP_BASICSIZE) >> 2]!;
    if (valuesValid(rt, inline)) values = inline;
  }
  if (values !== 0 && i32[(name + 8) >> 2] === rt.types.str) {
    const low = strHash(rt, name);
    const ix = lookupString(rt, i32[(type + HT_CACHED_KEYS) >> 2]!, name, low, rt.hashHigh);
    return ix < 0 ? 0 : valueAt(rt, values, ix);
  }
  const dict = values === 0 ? managedDict(rt, p) : ensureManagedDict(rt, p);
  return dict === 0 ? 0 : dictGetItem(rt, dict, name);
}

/**
 * Sets an attribute in the instance, or deletes it when value is 0.
 * @returns 0, -1 with an exception: AttributeError or, from a dict, KeyError for one that is missing
 * v3.13.0 _PyObject_StoreInstanceAttribute, _PyObjectDict_SetItem
 */
export function instanceSetAttr(rt: Runtime, p: Addr, name: Addr, value: Addr): number {
  const values = instanceValues(rt, p);
  const dict = managedDict(rt, p);
  if (values !== 0 && (dict === 0 || dictValuesOf(rt, dict) === values)) {
    return storeInValues(rt, p, values, dict, name, value);
  }
  const there = dict === 0 ? ensureManagedDict(rt, p) : dict;
  return there === 0 ? -1 : storeInDict(rt, there, name, value);
}

/** v3.13.0 _PyDict_SetItem_LockHeld */
function storeInDict(rt: Runtime, dict: Addr, name: Addr, value: Addr): number {
  return value === 0 ? dictDelItem(rt, dict, name) : dictSetItem(rt, dict, name, value);
}

/** v3.13.0 store_instance_attr_lock_held. `dict` is the one over these values, or 0 */
function storeInValues(
  rt: Runtime,
  p: Addr,
  values: Addr,
  dict: Addr,
  name: Addr,
  value: Addr,
): number {
  const keys = cachedKeys(rt, rt.typeOf(p));
  let ix = -1;
  if (rt.typeOf(name) === rt.types.str) {
    const low = strHash(rt, name);
    ix = insertSplitKey(rt, keys, name, low, rt.hashHigh);
  }
  if (ix < 0) return storeBeyondKeys(rt, p, keys, values, dict, name, value);
  const old = valueAt(rt, values, ix);
  if (value !== 0) incref(rt, value);
  else if (old === 0) return noAttribute(rt, p, name);
  setValueAt(rt, values, ix, value);
  if (old === 0) {
    addToOrder(rt, values, ix);
    if (dict !== 0) rt.setSize(dict + MA_USED, dictLen(rt, dict) + 1);
    return 0;
  }
  if (value === 0) {
    removeFromOrder(rt, values, ix);
    if (dict !== 0) rt.setSize(dict + MA_USED, dictLen(rt, dict) - 1);
  }
  decref(rt, old);
  return 0;
}

function noAttribute(rt: Runtime, p: Addr, name: Addr): -1 {
  if (rt.profile.errorWords.undeletedInShort) {
    raiseObject(rt, rt.exc.AttributeError, name);
    return -1;
  }
  return raiseInt(
    rt,
    rt.exc.AttributeError,
    `'${typeName(rt, rt.typeOf(p))}' object has no attribute '${strToJs(rt, name)}'`,
  );
}

/** The name has no place in the shared table: the attributes move to a dict, which then grows. */
function storeBeyondKeys(
  rt: Runtime,
  p: Addr,
  keys: Addr,
  values: Addr,
  dict: Addr,
  name: Addr,
  value: Addr,
): number {
  if (dict !== 0) return storeInDict(rt, dict, name, value);
  const made = dictFromValues(rt, keys, values);
  if (made === 0) return -1;
  const hadBlock = instanceValuesBlock(rt, p) !== 0;
  if (hadBlock) rt.setPtr(p + MANAGED_DICT, made); // the values are the dict's from here on
  if (storeInDict(rt, made, name, value) < 0) {
    if (!hadBlock) decref(rt, made);
    return -1;
  }
  rt.setPtr(p + MANAGED_DICT, made);
  return 0;
}

// ---- the dict --------------------------------------------------------------------------------------

/** A dict over an instance's values; new. v3.13.0 make_dict_from_instance_attributes */
function dictFromValues(rt: Runtime, keys: Addr, values: Addr): Addr {
  keysIncref(rt, keys);
  let used = 0;
  let track = false;
  for (let ix = 0, n = sharedKeysUsableSize(rt, keys); ix < n; ix++) {
    const value = valueAt(rt, values, ix);
    if (value === 0) continue;
    used++;
    track ||= objectMayBeTracked(rt, value);
  }
  const dict = dictFromKeys(rt, keys, values, used);
  if (dict !== 0 && track && !isTracked(rt, dict)) gcTrack(rt, dict);
  return dict;
}

/** The dict behind `__dict__`, made when there is none; borrowed, 0 with MemoryError. ensure_managed_dict */
export function ensureManagedDict(rt: Runtime, p: Addr): Addr {
  const dict = managedDict(rt, p);
  if (dict !== 0) return dict;
  const type = rt.typeOf(p);
  const keys = cachedKeys(rt, type);
  const values = instanceValues(rt, p);
  const made = values !== 0 ? dictFromValues(rt, keys, values) : newDictWithSharedKeys(rt, keys);
  if (made === 0 && instanceValuesBlock(rt, p) !== 0) return 0;
  rt.setPtr(p + MANAGED_DICT, made);
  return made;
}

/** The contract's name for it: the dict of an instance, borrowed. _PyObject_MaterializeManagedDict */
export function materializeDict(rt: Runtime, p: Addr): Addr {
  return ensureManagedDict(rt, p);
}

/** An empty dict whose keys are the class's, values in a block of its own. new_dict_with_shared_keys */
export function newDictWithSharedKeys(rt: Runtime, keys: Addr): Addr {
  if (keys === 0) return dictNew(rt);
  const values = newValues(rt, sharedKeysUsableSize(rt, keys));
  if (values === 0) return 0;
  keysIncref(rt, keys);
  const dict = dictFromKeys(rt, keys, values, 0);
  if (dict === 0) rt.mem.free(values);
  return dict;
}

/**
 * `p.__dict__ = dict` (borrowed; 0 deletes): the old dict, if anybody still holds it, keeps its
 * contents. @returns 0, -1 with MemoryError. v3.13.0 _PyObject_SetManagedDict
 */
export function setManagedDict(rt: Runtime, p: Addr, dict: Addr): number {
  if (instanceValuesBlock(rt, p) !== 0 && (dict === 0 || ensureManagedDict(rt, p) === 0)) {
    dropValuesBlock(rt, p);
    if (dict !== 0) return -1;
  }
  const old = managedDict(rt, p);
  if (hasInlineValues(rt, rt.typeOf(p))) {
    const values = inlineValues(rt, p);
    if (old === 0) {
      rt.setPtr(p + MANAGED_DICT, dict === 0 ? 0 : newRef(rt, dict));
      if (valuesValid(rt, values)) {
        invalidateValues(rt, values);
        clearValues(rt, values, rt.u8[values + DV_CAPACITY]!);
      }
      return 0;
    }
    if (old === dict) return 0;
    if (detachDict(rt, old, values) < 0) return -1;
  }
  rt.setPtr(p + MANAGED_DICT, dict === 0 ? 0 : newRef(rt, dict));
  xdecref(rt, old);
  return 0;
}

/** Gives a dict that lies over an instance's values a copy of them. v3.13.0 _PyDict_DetachFromObject */
function detachDict(rt: Runtime, dict: Addr, values: Addr): number {
  if (dictValuesOf(rt, dict) !== values) return 0;
  const copy = copyValues(rt, values, rt.u8[values + DV_CAPACITY]!);
  if (copy === 0) return -1;
  rt.setPtr(dict + MA_VALUES, copy);
  invalidateValues(rt, values);
  rt.u8[values + DV_SIZE] = 0;
  const n = rt.u8[values + DV_CAPACITY]!;
  for (let ix = 0; ix < n; ix++) setValueAt(rt, values, ix, 0);
  return 0;
}

// ---- the end, and the collector ----------------------------------------------------------------------

/** Drops the attributes of an instance and their block. v3.12.1 _PyObject_FreeInstanceAttributes */
function dropValuesBlock(rt: Runtime, p: Addr): void {
  const values = instanceValuesBlock(rt, p);
  clearValues(rt, values, rt.u8[values + DV_CAPACITY]!);
  // what died may have asked for the dict, which took the values over
  if (instanceValuesBlock(rt, p) !== values) {
    clearOwned(rt, p + MANAGED_DICT);
    return;
  }
  rt.setPtr(p + MANAGED_DICT, 0);
  rt.mem.free(values);
}

/** Drops an instance's attributes and its dict. v3.13.0 PyObject_ClearManagedDict */
export function clearInstanceDict(rt: Runtime, p: Addr): void {
  setManagedDict(rt, p, 0);
}

/**
 * The references that the attributes are. While the inline values are valid, the dict over them is
 * left out, as in CPython (gc.get_referents shows it): visitOverlayDict visits it.
 * v3.13.0 PyObject_VisitManagedDict
 */
export function visitInstance(rt: Runtime, p: Addr, visit: Visit): void {
  const values = instanceValues(rt, p);
  if (values !== 0 && !(rt.profile.instances.overlayDictVisited && managedDict(rt, p) !== 0)) {
    for (let ix = 0, n = rt.u8[values + DV_CAPACITY]!; ix < n; ix++) {
      const value = valueAt(rt, values, ix);
      if (value !== 0) visit(value);
    }
    return;
  }
  const dict = managedDict(rt, p);
  if (dict !== 0) visit(dict);
}

/** The reference that an instance owns and visitInstance does not visit; for whoever recounts. */
export function visitOverlayDict(rt: Runtime, p: Addr, visit: Visit): void {
  if (rt.profile.instances.overlayDictVisited) return;
  if (!hasInlineValues(rt, rt.typeOf(p)) || instanceValues(rt, p) === 0) return;
  const dict = managedDict(rt, p);
  if (dict !== 0) visit(dict);
}
