/**
 * Attribute access as most objects have it: data descriptors of the type, the object's own
 * attributes, other descriptors and class attributes, in this order.
 *
 * The object's own attributes lie inline behind it (TPFLAGS_INLINE_VALUES), in a dict whose pointer
 * precedes the GC header (TPFLAGS_MANAGED_DICT; instance-dict.ts knows both), or in a dict at
 * tp_dictoffset. v3.13.0 Objects/object.c _PyObject_GenericGetAttrWithDict
 */
import type { Addr } from '../base/brand.ts';
import { dictDelItem, dictGetItem, dictKeysOf, dictSetItem } from './dict.ts';
import { currentException, errClear, errMatches, raise, raiseObject } from './errors.ts';
import { exceptionBase } from './exception-layout.ts';
import { instanceGetAttr, instanceSetAttr, materializeDict } from './instance-dict.ts';
import * as L from './layouts.ts';
import { decref, incref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { keepSharing, newInstanceDict, sharedKeysOf } from './shared-dict.ts';
import { isStr, strToJs } from './strings.ts';
import { typeFlags, typeLookup, typeName } from './type-object.ts';
import { deleteFailed, noPlace } from './late-errors.ts';

export { genericSetDict } from './late-errors.ts';

/** Whether `name` is a str; else TypeError. */
export function checkAttributeName(rt: Runtime, name: Addr): boolean {
  if (isStr(rt, name)) return true;
  const what = typeName(rt, rt.typeOf(name));
  raise(rt, rt.exc.TypeError, `attribute name must be string, not '${what}'`);
  return false;
}

/** tp_getattro of object. New; 0 with an exception. v3.13.0 PyObject_GenericGetAttr */
export function genericGetAttr(rt: Runtime, obj: Addr, name: Addr): Addr {
  const found = genericLookup(rt, obj, name);
  if (found !== 0 || rt.i32[rt.excWord] !== 0) return found;
  return raiseNoAttribute(rt, obj, name);
}

/** genericGetAttr that returns 0 without an exception when there is no such attribute. */
export function genericGetAttrSuppressed(rt: Runtime, obj: Addr, name: Addr): Addr {
  const found = genericLookup(rt, obj, name);
  if (found === 0 && errMatches(rt, rt.exc.AttributeError)) errClear(rt);
  return found;
}

/** New; 0 when there is none, or with an exception. */
function genericLookup(rt: Runtime, obj: Addr, name: Addr): Addr {
  if (!checkAttributeName(rt, name)) return 0;
  const i32 = rt.i32;
  const type = i32[(obj + 8) >> 2]!;
  const descr = typeLookup(rt, type, name);
  let get = 0;
  if (descr !== 0) {
    const descrType = i32[(descr + 8) >> 2]!;
    get = i32[(descrType + L.TP_DESCR_GET) >> 2]!;
    incref(rt, descr);
    if (get !== 0 && i32[(descrType + L.TP_DESCR_SET) >> 2] !== 0) {
      return callGet(rt, get, descr, obj, type);
    }
  }
  const own = ownAttribute(rt, obj, type, name);
  if (own !== 0) {
    incref(rt, own);
    if (descr !== 0) decref(rt, descr);
    return own;
  }
  if (descr === 0) return 0;
  if (rt.i32[rt.excWord] !== 0) {
    decref(rt, descr);
    return 0;
  }
  return get === 0 ? descr : callGet(rt, get, descr, obj, type);
}

/** Calls tp_descr_get of a descriptor (stolen). */
function callGet(rt: Runtime, get: number, descr: Addr, obj: Addr, type: Addr): Addr {
  const result: Addr = rt.fns[get]!(rt, descr, obj, type);
  decref(rt, descr);
  return result;
}

/** What the object itself holds under the name; borrowed, 0 when nothing. */
export function ownAttribute(rt: Runtime, obj: Addr, type: Addr, name: Addr): Addr {
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) return instanceGetAttr(rt, obj, name);
  const at = dictPointer(rt, obj, type);
  if (at === 0) return 0;
  const dict = rt.ptr(at);
  return dict === 0 ? 0 : dictGetItem(rt, dict, name);
}

/** Where a dict pointer stands in the object, 0 when it has none. v3.13.0 _PyObject_ComputedDictPointer */
export function dictPointer(rt: Runtime, obj: Addr, type: Addr): Addr {
  const offset = rt.i32[(type + L.TP_DICTOFFSET) >> 2]!;
  if (offset >= 0) return offset === 0 ? 0 : obj + offset;
  // counted from the end of an object with items; an int keeps its size in a tag
  let items = rt.size(obj + L.OB_SIZE);
  if (rt.layout.intTagged && typeFlags(rt, type) & L.TPFLAGS_LONG_SUBCLASS) items >>>= 3;
  if (items < 0) items = -items;
  const bytes = rt.size(type + L.TP_BASICSIZE) + items * rt.size(type + L.TP_ITEMSIZE);
  return obj + ((bytes + 7) & ~7) + offset;
}

/** `'X' object has no attribute 'y'`. @returns 0 */
export function raiseNoAttribute(rt: Runtime, obj: Addr, name: Addr): 0 {
  const what = typeName(rt, rt.typeOf(obj));
  raise(rt, rt.exc.AttributeError, `'${what}' object has no attribute '${strToJs(rt, name)}'`);
  setAttributeErrorContext(rt, obj, name);
  return 0;
}

/**
 * Notes in the AttributeError being raised on what, and for which name; an error that knows
 * already is left alone. v3.13.0 _PyObject_SetAttributeErrorContext
 */
export function setAttributeErrorContext(rt: Runtime, obj: Addr, name: Addr): void {
  if (!rt.profile.errorsKnowNames || !errMatches(rt, rt.exc.AttributeError)) return;
  const at = currentException(rt) + exceptionBase(rt); // obj, name
  if (rt.ptr(at) !== 0 || rt.ptr(at + 8) !== 0) return;
  setOwned(rt, at, newRef(rt, obj));
  setOwned(rt, at + 8, newRef(rt, name));
}

// ---- setting -------------------------------------------------------------------------------------

/** tp_setattro of object; `value` 0 deletes. -1 with an exception. v3.13.0 PyObject_GenericSetAttr */
export function genericSetAttr(rt: Runtime, obj: Addr, name: Addr, value: Addr): number {
  return genericSetAttrWithDict(rt, obj, name, value, 0);
}

/** The same, into `dict` (borrowed) when it is not 0. v3.13.0 _PyObject_GenericSetAttrWithDict */
export function genericSetAttrWithDict(
  rt: Runtime,
  obj: Addr,
  name: Addr,
  value: Addr,
  dict: Addr,
): number {
  if (!checkAttributeName(rt, name)) return -1;
  const i32 = rt.i32;
  const type = i32[(obj + 8) >> 2]!;
  incref(rt, name);
  incref(rt, type);
  const descr = typeLookup(rt, type, name);
  let result: number;
  const set = descr === 0 ? 0 : i32[(i32[(descr + 8) >> 2]! + L.TP_DESCR_SET) >> 2]!;
  if (set !== 0) {
    incref(rt, descr);
    result = rt.fns[set]!(rt, descr, obj, value);
    decref(rt, descr);
  } else {
    result = storeOwn(rt, obj, type, name, value, dict, descr);
  }
  decref(rt, type);
  decref(rt, name);
  return result;
}

function storeOwn(
  rt: Runtime,
  obj: Addr,
  type: Addr,
  name: Addr,
  value: Addr,
  given: Addr,
  descr: Addr,
): number {
  if (given !== 0) return storeInDict(rt, obj, given, name, value);
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) {
    const result = instanceSetAttr(rt, obj, name, value);
    return result < 0 && value === 0 ? deleteFailed(rt, obj, name) : result;
  }
  const at = dictPointer(rt, obj, type);
  if (at === 0) return noPlace(rt, obj, type, name, descr);
  let dict = rt.ptr(at);
  if (dict === 0) {
    if (value === 0) return missing(rt, obj, name);
    dict = newInstanceDict(rt, type);
    if (dict === 0) return -1;
    rt.setPtr(at, dict);
  }
  const keys = sharedKeysOf(rt, type);
  const wasShared = keys !== 0 && dictKeysOf(rt, dict) === keys;
  const result = storeInDict(rt, obj, dict, name, value);
  if (keys !== 0 && (wasShared || value === 0)) keepSharing(rt, type, keys, dict, value === 0);
  return result;
}

function storeInDict(rt: Runtime, obj: Addr, dict: Addr, name: Addr, value: Addr): number {
  incref(rt, dict);
  let result: number;
  if (value !== 0) {
    result = dictSetItem(rt, dict, name, value);
  } else {
    result = dictDelItem(rt, dict, name);
    if (result < 0 && errMatches(rt, rt.exc.KeyError)) {
      errClear(rt);
      result = missing(rt, obj, name);
    }
  }
  decref(rt, dict);
  return result;
}

/** Nothing to delete. A type says so in its own words. */
export function missing(rt: Runtime, obj: Addr, name: Addr): -1 {
  const type = rt.typeOf(obj);
  if (rt.profile.errorWords.undeletedInShort) {
    raiseObject(rt, rt.exc.AttributeError, name);
  } else if (typeFlags(rt, type) & L.TPFLAGS_TYPE_SUBCLASS) {
    const text = `type object '${typeName(rt, obj)}' has no attribute '${strToJs(rt, name)}'`;
    raise(rt, rt.exc.AttributeError, text);
  } else {
    const what = typeName(rt, type);
    raise(rt, rt.exc.AttributeError, `'${what}' object has no attribute '${strToJs(rt, name)}'`);
  }
  if (rt.profile.suggestions.assigned) setAttributeErrorContext(rt, obj, name);
  return -1;
}

// ---- __dict__ ------------------------------------------------------------------------------------

/** The object's dict, made when it has none yet. New; 0 with an exception. v3.13.0 PyObject_GenericGetDict */
export function genericGetDict(rt: Runtime, obj: Addr): Addr {
  const type = rt.typeOf(obj);
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) {
    const dict = materializeDict(rt, obj);
    return dict === 0 ? 0 : newRef(rt, dict);
  }
  const at = dictPointer(rt, obj, type);
  if (at === 0) return raise(rt, rt.exc.AttributeError, 'This object has no __dict__');
  if (rt.ptr(at) === 0) {
    const dict = newInstanceDict(rt, type);
    if (dict === 0) return 0;
    rt.setPtr(at, dict);
  }
  return newRef(rt, rt.ptr(at));
}
