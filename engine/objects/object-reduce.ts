/**
 * Pickling and copying of objects: `__reduce_ex__`, `__reduce__`, `__getstate__`.
 * v3.13.0 Objects/typeobject.c object___reduce_ex__, reduce_newobj, object_getstate_default
 */
import type { Addr } from '../base/brand.ts';
import { callNoArgs, callObject } from './call.ts';
import { methodDefName } from './cfunction.ts';
import { dictGetStr, dictLen, dictNew, dictSetItem } from './dict.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { newInt } from './int.ts';
import * as L from './layouts.ts';
import { listItem, listSize } from './list.ts';
import {
  asSsize,
  getAttr,
  getIter,
  isTrue,
  lookupAttr,
  lookupSpecial,
  typeNameOf,
} from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { internJs } from './strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from './tuple.ts';
import { isHeapType, typeFlags, typeLookup, typeName } from './type-object.ts';

/** `__reduce__` when the class has one of its own, else what the protocol gives. */
export function objectReduceEx(rt: Runtime, self: Addr, protocolObject: Addr): Addr {
  const protocol = asSsize(rt, protocolObject, rt.exc.OverflowError);
  if (protocol === -1 && errOccurred(rt)) return 0;
  const name = rt.ids.__reduce__;
  const own = typeLookup(rt, rt.typeOf(self), name);
  if (own !== 0 && own !== typeLookup(rt, rt.types.object, name)) {
    const method = getAttr(rt, self, name);
    if (method === 0) return 0;
    const result = callNoArgs(rt, method);
    decref(rt, method);
    return result;
  }
  return reduceBy(rt, self, protocol);
}

/** `__reduce__` of object. v3.13.0 object___reduce___impl */
export function objectReduce(rt: Runtime, self: Addr): Addr {
  return reduceBy(rt, self, 0);
}

/** v3.13.0 _common_reduce */
function reduceBy(rt: Runtime, self: Addr, protocol: number): Addr {
  if (protocol >= 2) return reduceNewObject(rt, self);
  if (slotsAreLost(rt, self)) {
    const type = typeName(rt, rt.typeOf(self));
    return raise(rt, rt.exc.TypeError, rt.profile.errorWords.slotsWithoutState(type, protocol));
  }
  const reduce = ofCopyreg(rt, '_reduce_ex');
  const number = reduce === 0 ? 0 : newInt(rt, protocol);
  const args = number === 0 ? 0 : tuplePack(rt, self, number);
  const result = args === 0 ? 0 : callObject(rt, reduce, args, 0);
  for (const p of [reduce, number, args]) xdecref(rt, p);
  return result;
}

/** A function of the module copyreg, which is imported for it; new. v3.13.0 import_copyreg */
function ofCopyreg(rt: Runtime, name: string): Addr {
  const key = internJs(rt, 'copyreg');
  const module = key === 0 ? 0 : importedModule(rt, key);
  const attribute = module === 0 ? 0 : internJs(rt, name);
  const value = attribute === 0 ? 0 : getAttr(rt, module, attribute);
  for (const p of [key, module, attribute]) xdecref(rt, p);
  return value;
}

function importedModule(rt: Runtime, name: Addr): Addr {
  const known = dictGetStr(rt, rt.statePtr(STATE.modules), name);
  if (known !== 0) return newRef(rt, known);
  const hook = dictGetStr(rt, rt.statePtr(STATE.builtins), rt.ids.__import__);
  if (hook === 0) return raise(rt, rt.exc.ImportError, '__import__ not found');
  const args = tuplePack(rt, name);
  const module = args === 0 ? 0 : callObject(rt, hook, args, 0);
  xdecref(rt, args);
  return module;
}

/** Whether the object has slots that only a `__getstate__` of its class tells. Lib/copyreg.py _reduce_ex */
function slotsAreLost(rt: Runtime, self: Addr): boolean {
  const type = rt.typeOf(self);
  const state = typeLookup(rt, type, rt.ids.__getstate__);
  const own = state !== 0 && state !== typeLookup(rt, rt.types.object, rt.ids.__getstate__);
  if (own || !isHeapType(rt, type)) return false;
  const slots = lookupAttr(rt, type, rt.ids.__slots__);
  if (slots === 0) {
    if (errOccurred(rt)) errClear(rt);
    return false;
  }
  const some = isTrue(rt, slots) === 1;
  decref(rt, slots);
  return some;
}

/** `(copyreg.__newobj__, (cls, *args), state, listitems, dictitems)`. v3.13.0 reduce_newobj */
function reduceNewObject(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  if (rt.ptr(type + L.TP_NEW) === 0) return cannotPickle(rt, self);
  const call = newCall(rt, self, type);
  if (call === 0) return 0;
  const args = tupleItem(rt, call, 1);
  const flags = typeFlags(rt, type);
  const listOrDict = (flags & (L.TPFLAGS_LIST_SUBCLASS | L.TPFLAGS_DICT_SUBCLASS)) !== 0;
  const hasArgs = tupleItem(rt, call, 2) === rt.true;
  const state = stateFor(rt, self, !hasArgs && !listOrDict);
  const items = state === 0 ? 0 : itemsOf(rt, self, type);
  let result = 0;
  if (items !== 0) {
    const [list, dict] = [tupleItem(rt, items, 0), tupleItem(rt, items, 1)];
    result = tuplePack(rt, tupleItem(rt, call, 0), args, state, list, dict);
  }
  for (const p of [call, state, items]) xdecref(rt, p);
  return result;
}

function cannotPickle(rt: Runtime, self: Addr): 0 {
  return raise(rt, rt.exc.TypeError, `cannot pickle '${typeNameOf(rt, self)}' object`);
}

/** What makes the object anew: a function of copyreg, its arguments, whether the class gave some; new. */
function newCall(rt: Runtime, self: Addr, type: Addr): Addr {
  const given = newArguments(rt, self);
  if (given === 0) return 0;
  const [args, kwargs] = [tupleItem(rt, given, 0), tupleItem(rt, given, 1)];
  const named = kwargs !== rt.none && dictLen(rt, kwargs) > 0;
  const factory = ofCopyreg(rt, named ? '__newobj_ex__' : '__newobj__');
  const all = named ? tuplePack(rt, type, args, kwargs) : withFirst(rt, type, args);
  const hasArgs = args === rt.none ? rt.false : rt.true;
  const call = factory === 0 || all === 0 ? 0 : tuplePack(rt, factory, all, hasArgs);
  for (const p of [given, factory, all]) xdecref(rt, p);
  return call;
}

/** `(args, kwargs)` as `__getnewargs_ex__` or `__getnewargs__` tell them, None for none; new. v3.13.0 _PyObject_GetNewArguments */
function newArguments(rt: Runtime, self: Addr): Addr {
  const both = called(rt, self, '__getnewargs_ex__');
  if (both === null) return 0;
  if (both !== 0) return checkedPair(rt, both);
  const args = called(rt, self, '__getnewargs__');
  if (args === null) return 0;
  if (args === 0) return tuplePack(rt, rt.none, rt.none);
  if (isTuple(rt, args)) {
    const pair = tuplePack(rt, args, rt.none);
    decref(rt, args);
    return pair;
  }
  return refused(rt, args, '__getnewargs__ should return a tuple, not');
}

/** What a special method without arguments gives; new, 0 when there is no such method, null with an exception. */
function called(rt: Runtime, self: Addr, name: string): Addr | null {
  const key = internJs(rt, name);
  const method = key === 0 ? 0 : lookupSpecial(rt, self, key);
  xdecref(rt, key);
  if (method === 0) return errOccurred(rt) ? null : 0;
  const result = callNoArgs(rt, method);
  decref(rt, method);
  return result === 0 ? null : result;
}

/** What `__getnewargs_ex__` gave (stolen), if it is what it should be. */
function checkedPair(rt: Runtime, both: Addr): Addr {
  if (!isTuple(rt, both)) return refused(rt, both, '__getnewargs_ex__ should return a tuple, not');
  const size = tupleSize(rt, both);
  if (size !== 2) {
    decref(rt, both);
    const text = `__getnewargs_ex__ should return a tuple of length 2, not ${size}`;
    return raise(rt, rt.exc.ValueError, text);
  }
  const [args, kwargs] = [tupleItem(rt, both, 0), tupleItem(rt, both, 1)];
  if (!isTuple(rt, args)) return refusedItem(rt, both, 'first', args, 'a tuple');
  if (!isDict(rt, kwargs)) return refusedItem(rt, both, 'second', kwargs, 'a dict');
  return both;
}

function refusedItem(rt: Runtime, both: Addr, which: string, item: Addr, wanted: string): 0 {
  const type = typeNameOf(rt, item);
  decref(rt, both);
  const text = `${which} item of the tuple returned by __getnewargs_ex__ must be ${wanted}`;
  return raise(rt, rt.exc.TypeError, `${text}, not '${type}'`);
}

function refused(rt: Runtime, value: Addr, text: string): 0 {
  raise(rt, rt.exc.TypeError, `${text} '${typeNameOf(rt, value)}'`);
  decref(rt, value);
  return 0;
}

function isTuple(rt: Runtime, p: Addr): boolean {
  return (typeFlags(rt, rt.typeOf(p)) & L.TPFLAGS_TUPLE_SUBCLASS) !== 0;
}

function isDict(rt: Runtime, p: Addr): boolean {
  return (typeFlags(rt, rt.typeOf(p)) & L.TPFLAGS_DICT_SUBCLASS) !== 0;
}

/** `(first, *rest)`, where `rest` is a tuple or None; new. */
function withFirst(rt: Runtime, first: Addr, rest: Addr): Addr {
  const n = rest === rt.none ? 0 : tupleSize(rt, rest);
  const all = tupleNew(rt, n + 1);
  if (all === 0) return 0;
  tupleSetItem(rt, all, 0, newRef(rt, first));
  for (let i = 0; i < n; i++) tupleSetItem(rt, all, i + 1, newRef(rt, tupleItem(rt, rest, i)));
  return all;
}

/** What `__getstate__` gives, or what object's own would; new. v3.13.0 _PyObject_GetState */
export function stateOf(rt: Runtime, self: Addr): Addr {
  return stateFor(rt, self, false);
}

/** @param required the object has nothing else that tells what it holds. v3.13.0 object_getstate */
function stateFor(rt: Runtime, self: Addr, required: boolean): Addr {
  const method = lookupAttr(rt, self, rt.ids.__getstate__);
  if (method === 0) return errOccurred(rt) ? 0 : ownState(rt, self, required);
  const isObjects =
    rt.typeOf(method) === rt.types.builtinFunction &&
    rt.ptr(method + L.CFUNCTION_SELF) === self &&
    methodDefName(rt, rt.ptr(method + L.CFUNCTION_ML)) === '__getstate__';
  const state = isObjects ? ownState(rt, self, required) : callNoArgs(rt, method);
  decref(rt, method);
  return state;
}

/** What a list or dict holds, as a pair of iterators or None; new. */
function itemsOf(rt: Runtime, self: Addr, type: Addr): Addr {
  const flags = typeFlags(rt, type);
  const list = flags & L.TPFLAGS_LIST_SUBCLASS ? getIter(rt, self) : newRef(rt, rt.none);
  const dict = flags & L.TPFLAGS_DICT_SUBCLASS ? dictItemsIterator(rt, self) : newRef(rt, rt.none);
  const pair = list === 0 || dict === 0 ? 0 : tuplePack(rt, list, dict);
  xdecref(rt, list);
  xdecref(rt, dict);
  return pair;
}

function dictItemsIterator(rt: Runtime, self: Addr): Addr {
  const method = getAttr(rt, self, rt.ids.items);
  if (method === 0) return 0;
  const items = callNoArgs(rt, method);
  decref(rt, method);
  if (items === 0) return 0;
  const it = getIter(rt, items);
  decref(rt, items);
  return it;
}

/** `__getstate__` of object. */
export function objectGetState(rt: Runtime, self: Addr): Addr {
  return ownState(rt, self, false);
}

/** The instance dict, with the values of slots beside it. v3.13.0 object_getstate_default */
function ownState(rt: Runtime, self: Addr, required: boolean): Addr {
  const type = rt.typeOf(self);
  if (required && rt.size(type + L.TP_ITEMSIZE) !== 0) {
    if (typeLookup(rt, rt.types.object, rt.ids.__getstate__) === 0) return cannotPickle(rt, self);
    return raise(rt, rt.exc.TypeError, `cannot pickle ${typeNameOf(rt, self)} objects`);
  }
  const names = slotNames(rt, type);
  if (names === 0) return 0;
  const count = names === rt.none ? 0 : listSize(rt, names);
  if (required && rt.size(type + L.TP_BASICSIZE) > plainSize(rt, type) + 8 * count) {
    decref(rt, names);
    return cannotPickle(rt, self);
  }
  const own = lookupAttr(rt, self, rt.ids.__dict__);
  let state = own;
  if (own === 0 && !errOccurred(rt)) state = newRef(rt, rt.none);
  else if (own !== 0 && isDict(rt, own) && dictLen(rt, own) === 0) {
    decref(rt, own);
    state = newRef(rt, rt.none);
  }
  const slots = state === 0 || count === 0 ? 0 : slotValues(rt, self, names, count);
  decref(rt, names);
  if (state === 0 || count === 0) return state;
  if (slots === 0) {
    decref(rt, state);
    return 0;
  }
  const pair = dictLen(rt, slots) > 0 ? tuplePack(rt, state, slots) : newRef(rt, state);
  decref(rt, state);
  decref(rt, slots);
  return pair;
}

/** Bytes of an instance that has nothing but its dict and its weak references. */
function plainSize(rt: Runtime, type: Addr): number {
  const managed = (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) !== 0;
  const dict = rt.size(type + L.TP_DICTOFFSET) !== 0 && !managed ? 8 : 0;
  const weak = rt.size(type + L.TP_WEAKLISTOFFSET) > 0 ? 8 : 0;
  return 16 + dict + weak;
}

/** The names of slots of a class and its bases, a list, or None; new. v3.13.0 _PyType_GetSlotNames */
function slotNames(rt: Runtime, type: Addr): Addr {
  const key = internJs(rt, '__slotnames__');
  if (key === 0) return 0;
  const known = dictGetStr(rt, rt.ptr(type + L.TP_DICT), key);
  decref(rt, key);
  if (known !== 0) return newRef(rt, known);
  const find = ofCopyreg(rt, '_slotnames');
  const args = find === 0 ? 0 : tuplePack(rt, type);
  const names = args === 0 ? 0 : callObject(rt, find, args, 0);
  xdecref(rt, find);
  xdecref(rt, args);
  return names;
}

/** The slots that are filled, as a new dict. */
function slotValues(rt: Runtime, self: Addr, names: Addr, count: number): Addr {
  const dict = dictNew(rt);
  for (let i = 0; dict !== 0 && i < count; i++) {
    const value = getAttr(rt, self, listItem(rt, names, i));
    if (value === 0 && errMatches(rt, rt.exc.AttributeError)) {
      errClear(rt);
      continue;
    }
    const failed = value === 0 ? -1 : dictSetItem(rt, dict, listItem(rt, names, i), value);
    xdecref(rt, value);
    if (failed < 0) {
      decref(rt, dict);
      return 0;
    }
  }
  return dict;
}
