/**
 * Making classes: `type(name, bases, namespace)` and what a class statement comes to.
 * v3.13.0 Objects/typeobject.c type_new, type_new_impl, PyType_Ready
 */
import type { Addr } from '../base/brand.ts';
import { utf8Length } from '../base/utf8.ts';
import { callObject, callTwoArgs } from './call.ts';
import { classmethodNew, staticmethodNew } from './classmethod.ts';
import {
  type ClassShape,
  dictGetSet,
  layOutInstances,
  readShape,
  weakrefGetSet,
} from './class-slots.ts';
import { getsetDescriptorNew, memberDescriptorNew } from './descriptors.ts';
import {
  dictContains,
  dictCopy,
  isAnyDict,
  dictDelItem,
  dictGetStr,
  dictNext,
  dictSetItem,
  dictSetDefault,
} from './dict.ts';
import { errFetch, errOccurred, errRestore, noMemory, raise } from './errors.ts';
import { addNote } from './exception-notes.ts';
import { gcDel } from './gc-object.ts';
import { callAlloc, genericAlloc } from './generic-alloc.ts';
import { newCachedKeys } from './instance-dict.ts';
import * as L from './layouts.ts';
import { lookupAttr, lookupSpecial, reprText } from './object.ts';
import { decref, newRef, setOwned, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { fixupSlotDispatchers } from './slots.ts';
import { isStr, newStr, strData, strLength, strToJs } from './strings.ts';
import {
  missingItems,
  slotCount,
  slotMember,
  subtypeClear,
  subtypeDealloc,
  subtypeTraverse,
} from './subtype.ts';
import { runningGlobals } from './super-frame.ts';
import { superTypeOf } from './super.ts';
import { tupleItem, tuplePack, tupleSize } from './tuple.ts';
import { isType, typeFlags, typeName } from './type-object.ts';
import { finishReady, setDoc } from './type-ready.ts';
import { bestBase, calculateMetaclass, mroOfMetaclass } from './type-mro.ts';

// ---- the call ------------------------------------------------------------------------------------

/** tp_new of type. New, 0 with an exception. v3.13.0 type_new */
export function typeNew(rt: Runtime, metatype: Addr, args: Addr, kwargs: Addr): Addr {
  if (!checkArguments(rt, args)) return 0;
  const given = tupleItem(rt, args, 1);
  if (!checkBases(rt, given)) return 0;
  const winner = calculateMetaclass(rt, metatype, given);
  if (winner === 0) return 0;
  if (winner !== metatype && rt.ptr(winner + L.TP_NEW) !== rt.fn(typeNew)) {
    return rt.fns[rt.ptr(winner + L.TP_NEW)]!(rt, winner, args, kwargs);
  }
  const alone = tupleSize(rt, given) === 0;
  const base = alone ? rt.types.object : bestBase(rt, given);
  if (base === 0) return 0;
  const bases = alone ? tuplePack(rt, base) : newRef(rt, given);
  if (bases === 0) return 0;
  newRef(rt, base);
  const type = newClass(rt, winner, args, bases, base, kwargs);
  decref(rt, bases);
  decref(rt, base);
  return type;
}

/** v3.13.0 PyArg_ParseTuple "UO!O!:type.__new__" */
function checkArguments(rt: Runtime, args: Addr): boolean {
  const n = tupleSize(rt, args);
  if (n !== 3) {
    raise(rt, rt.exc.TypeError, `type.__new__() takes exactly 3 arguments (${n} given)`);
    return false;
  }
  const wanted = [
    ['str', L.TPFLAGS_UNICODE_SUBCLASS],
    ['tuple', L.TPFLAGS_TUPLE_SUBCLASS],
    ['dict', L.TPFLAGS_DICT_SUBCLASS],
  ] as const;
  for (let i = 0; i < 3; i++) {
    const type = rt.typeOf(tupleItem(rt, args, i));
    const [name, flag] = wanted[i]!;
    if (typeFlags(rt, type) & flag) continue;
    if (i === 2 && isAnyDict(rt, tupleItem(rt, args, i))) continue;
    const text = `type.__new__() argument ${i + 1} must be ${name}, not ${typeName(rt, type)}`;
    raise(rt, rt.exc.TypeError, text);
    return false;
  }
  return true;
}

/** What is no class may say what stands for it, but only in a class statement. type_new_get_bases */
function checkBases(rt: Runtime, bases: Addr): boolean {
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    const base = tupleItem(rt, bases, i);
    if (isType(rt, base)) continue;
    const entries = lookupAttr(rt, base, rt.ids.__mro_entries__);
    if (entries !== 0) {
      decref(rt, entries);
      const text = "type() doesn't support MRO entry resolution; use types.new_class()";
      raise(rt, rt.exc.TypeError, text);
      return false;
    }
    if (errOccurred(rt)) return false;
  }
  return true;
}

// ---- the class -----------------------------------------------------------------------------------

/** v3.13.0 type_new_impl */
function newClass(
  rt: Runtime,
  metatype: Addr,
  args: Addr,
  bases: Addr,
  base: Addr,
  kwargs: Addr,
): Addr {
  const name = tupleItem(rt, args, 0);
  const dict = dictCopy(rt, tupleItem(rt, args, 2));
  if (dict === 0) return 0;
  const shape = readShape(rt, strToJs(rt, name), dict, bases, base);
  const missing = missingItems(rt, metatype);
  const type = shape === null ? 0 : callAlloc(rt, metatype, shape.nslots + missing);
  if (type !== 0) rt.setSize(type + L.OB_SIZE, shape!.nslots);
  if (shape === null || type === 0) {
    if (shape !== null) xdecref(rt, shape.slots);
    decref(rt, dict);
    return 0;
  }
  fillClass(rt, type, name, bases, base, dict, shape);
  if (
    setAttributes(rt, type, name, dict, base, shape) &&
    readyClass(rt, type, shape) &&
    warnsOfKeys(rt, type) &&
    setNames(rt, type) &&
    initSubclass(rt, type, kwargs)
  ) {
    return type;
  }
  decref(rt, type);
  return 0;
}

/** A namespace should have names alone as its keys. v3.13.0 type_new_impl, _PyDict_HasOnlyStringKeys */
function warnsOfKeys(rt: Runtime, type: Addr): boolean {
  if (!rt.profile.classWarnsOfKeys) return true;
  const dict = rt.ptr(type + L.TP_DICT);
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    if (isStr(rt, rt.dictKey)) continue;
    const text = `non-string key in the __dict__ of class ${typeName(rt, type)}`;
    return rt.vm.warn(rt, rt.exc.RuntimeWarning, text) >= 0;
  }
  return true;
}

/** The fields that need no name space; takes over `dict` and shape.slots. v3.13.0 type_new_alloc */
function fillClass(
  rt: Runtime,
  type: Addr,
  name: Addr,
  bases: Addr,
  base: Addr,
  dict: Addr,
  shape: ClassShape,
): void {
  rt.i32[(type + L.TP_FLAGS) >> 2] = L.TPFLAGS_HEAPTYPE | L.TPFLAGS_BASETYPE | L.TPFLAGS_HAVE_GC;
  rt.setPtr(type + L.TP_BASES, newRef(rt, bases));
  rt.setPtr(type + L.TP_BASE, newRef(rt, base));
  rt.setFn(type + L.TP_DEALLOC, rt.fn(subtypeDealloc));
  rt.setFn(type + L.TP_ALLOC, rt.fn(genericAlloc));
  rt.setFn(type + L.TP_FREE, rt.fn(gcDel));
  rt.setFn(type + L.TP_TRAVERSE, rt.fn(subtypeTraverse));
  rt.setFn(type + L.TP_CLEAR, rt.fn(subtypeClear));
  rt.setPtr(type + L.HT_NAME, newRef(rt, name));
  rt.setPtr(type + L.TP_DICT, dict);
  rt.setPtr(type + L.HT_SLOTS, shape.slots);
}

/** v3.13.0 type_new_set_attrs */
function setAttributes(
  rt: Runtime,
  type: Addr,
  name: Addr,
  dict: Addr,
  base: Addr,
  shape: ClassShape,
): boolean {
  if (strToJs(rt, name).includes('\0')) {
    raise(rt, rt.exc.ValueError, 'type name must not contain null characters');
    return false;
  }
  rt.setPtr(type + L.TP_NAME, strData(rt, name));
  if (!setModule(rt, dict) || !setQualname(rt, type, name, dict)) return false;
  if (!setTpDoc(rt, type, dict)) return false;
  if (!wrapFunction(rt, dict, rt.ids.__new__, staticmethodNew)) return false;
  if (!wrapFunction(rt, dict, rt.ids.__init_subclass__, classmethodNew)) return false;
  if (!wrapFunction(rt, dict, rt.ids.__class_getitem__, classmethodNew)) return false;
  layOutInstances(rt, type, base, shape);
  return setClassCell(rt, type, dict);
}

/** `__module__`: the `__name__` of the running frame's globals. v3.13.0 type_new_set_module */
function setModule(rt: Runtime, dict: Addr): boolean {
  if (dictContains(rt, dict, rt.ids.__module__) === 1) return true;
  const globals = runningGlobals(rt);
  const module = globals === 0 ? 0 : dictGetStr(rt, globals, rt.ids.__name__);
  return module === 0 || dictSetItem(rt, dict, rt.ids.__module__, module) >= 0;
}

/** v3.13.0 type_new_set_ht_name */
function setQualname(rt: Runtime, type: Addr, name: Addr, dict: Addr): boolean {
  const qualname = dictGetStr(rt, dict, rt.ids.__qualname__);
  if (qualname === 0) {
    rt.setPtr(type + L.HT_QUALNAME, newRef(rt, name));
    return true;
  }
  if (!isStr(rt, qualname)) {
    const what = typeName(rt, rt.typeOf(qualname));
    raise(rt, rt.exc.TypeError, `type __qualname__ must be a str, not ${what}`);
    return false;
  }
  rt.setPtr(type + L.HT_QUALNAME, newRef(rt, qualname));
  return dictDelItem(rt, dict, rt.ids.__qualname__) >= 0;
}

/** tp_doc is a copy of `__doc__`: a block of its own. v3.13.0 type_new_set_doc */
function setTpDoc(rt: Runtime, type: Addr, dict: Addr): boolean {
  const doc = dictGetStr(rt, dict, rt.ids.__doc__);
  if (doc === 0 || !isStr(rt, doc)) return true;
  const bytes = utf8Length(strToJs(rt, doc)) + 1;
  const block = rt.tables.malloc(bytes);
  if (block === 0) {
    noMemory(rt);
    return false;
  }
  rt.u8.fill(0, block, block + bytes);
  if (bytes === strLength(rt, doc) + 1) {
    rt.u8.copyWithin(block, strData(rt, doc), strData(rt, doc) + bytes - 1);
  }
  rt.setPtr(type + L.TP_DOC, block);
  return true;
}

/** A plain function under this name becomes a static or class method. v3.13.0 type_new_staticmethod */
function wrapFunction(
  rt: Runtime,
  dict: Addr,
  name: Addr,
  wrap: (rt: Runtime, func: Addr) => Addr,
): boolean {
  const func = dictGetStr(rt, dict, name);
  if (func === 0 || rt.typeOf(func) !== rt.types.function) return true;
  const wrapped = wrap(rt, func);
  if (wrapped === 0) return false;
  const failed = dictSetItem(rt, dict, name, wrapped);
  decref(rt, wrapped);
  return failed >= 0;
}

/** Tells the methods that use `super()` or `__class__` which class they belong to. type_new_set_classcell */
function setClassCell(rt: Runtime, type: Addr, dict: Addr): boolean {
  const cell = dictGetStr(rt, dict, rt.ids.__classcell__);
  if (cell !== 0) {
    if (rt.typeOf(cell) !== rt.types.cell) {
      const what = reprText(rt, rt.typeOf(cell)) ?? '';
      const text = `__classcell__ must be a nonlocal cell, not ${what}`;
      raise(rt, rt.exc.TypeError, text);
      return false;
    }
    setOwned(rt, cell + L.CELL_REF, newRef(rt, type));
    if (dictDelItem(rt, dict, rt.ids.__classcell__) < 0) return false;
  }
  return setClassDictCell(rt, dict);
}

/** v3.13.0 type_new_set_classdictcell */
function setClassDictCell(rt: Runtime, dict: Addr): boolean {
  const key = newStr(rt, '__classdictcell__');
  if (key === 0) return false;
  const cell = dictGetStr(rt, dict, key);
  let fine = true;
  if (cell !== 0 && rt.typeOf(cell) === rt.types.cell) {
    setOwned(rt, cell + L.CELL_REF, newRef(rt, dict));
    fine = dictDelItem(rt, dict, key) >= 0;
  }
  decref(rt, key);
  return fine;
}

// ---- PyType_Ready of a class -----------------------------------------------------------------------

function readyClass(rt: Runtime, type: Addr, shape: ClassShape): boolean {
  const mro = mroOfMetaclass(rt, type);
  if (mro === 0) return false;
  // mro() may have assigned __bases__: then the MRO is there already
  if (rt.ptr(type + L.TP_MRO) !== 0) decref(rt, mro);
  else rt.setPtr(type + L.TP_MRO, mro);
  inheritNew(rt, type);
  if (!addOwnDescriptors(rt, type, shape) || setDoc(rt, type, undefined) < 0) return false;
  if (finishReady(rt, type) < 0 || !readyManagedDict(rt, type)) return false;
  fixupSlotDispatchers(rt, type);
  return true;
}

/** v3.13.0 type_ready_set_new */
function inheritNew(rt: Runtime, type: Addr): void {
  const base = rt.ptr(type + L.TP_BASE);
  if (rt.ptr(type + L.TP_NEW) === 0) rt.setFn(type + L.TP_NEW, rt.ptr(base + L.TP_NEW));
}

/** Member descriptors of the slots, then `__dict__` and `__weakref__`. v3.13.0 type_ready_fill_dict */
function addOwnDescriptors(rt: Runtime, type: Addr, shape: ClassShape): boolean {
  for (let i = 0, n = slotCount(rt, type); i < n; i++) {
    const name = strToJs(rt, tupleItem(rt, shape.slots, i));
    if (!putDefault(rt, type, memberDescriptorNew(rt, type, name, slotMember(rt, type, i)))) {
      return false;
    }
  }
  if (shape.addDict && !putDefault(rt, type, instanceDescriptor(rt, type, '__dict__'))) {
    return false;
  }
  return !shape.addWeak || putDefault(rt, type, instanceDescriptor(rt, type, '__weakref__'));
}

/** The descriptor of a class's own; or, where the release has one for all, object's. New. */
function instanceDescriptor(rt: Runtime, type: Addr, name: '__dict__' | '__weakref__'): Addr {
  const def = name === '__dict__' ? dictGetSet(rt) : weakrefGetSet(rt);
  if (rt.profile.instances.ownDescriptors) return getsetDescriptorNew(rt, type, name, def);
  const field = name === '__dict__' ? STATE.dictDescriptor : STATE.weakrefDescriptor;
  if (rt.statePtr(field) === 0) {
    rt.setPtr(rt.state + field, getsetDescriptorNew(rt, rt.types.object, name, def));
  }
  return rt.statePtr(field) === 0 ? 0 : newRef(rt, rt.statePtr(field));
}

/** Puts a descriptor (stolen) under its name unless the class has something there. */
function putDefault(rt: Runtime, type: Addr, descr: Addr): boolean {
  if (descr === 0) return false;
  const there = dictSetDefault(rt, rt.ptr(type + L.TP_DICT), rt.ptr(descr + L.DESCR_NAME), descr);
  decref(rt, descr);
  return there !== 0;
}

/** The table of attribute names for instances, and room for values in them. type_ready_managed_dict */
function readyManagedDict(rt: Runtime, type: Addr): boolean {
  const { kind } = rt.profile.instances;
  const has =
    kind === 'dict'
      ? rt.size(type + L.TP_DICTOFFSET) !== 0
      : (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) !== 0;
  if (!has) return true;
  const keys = newCachedKeys(rt, type);
  if (keys === 0) return false;
  rt.setPtr(type + L.HT_CACHED_KEYS, keys);
  if (kind !== 'inline') return true;
  const plain =
    rt.profile.instances.inlineForAnyBase || rt.size(type + L.TP_BASICSIZE) === L.OBJECT_SIZE;
  if (rt.size(type + L.TP_ITEMSIZE) === 0 && plain) {
    const flags = (type + L.TP_FLAGS) >> 2;
    rt.i32[flags] = rt.i32[flags]! | L.TPFLAGS_INLINE_VALUES;
  }
  return true;
}

// ---- hooks for the program -------------------------------------------------------------------------

/** Calls `__set_name__` of whatever in the class body has one. v3.13.0 type_new_set_names */
function setNames(rt: Runtime, type: Addr): boolean {
  const names = dictCopy(rt, rt.ptr(type + L.TP_DICT));
  if (names === 0) return false;
  let fine = true;
  for (let at = dictNext(rt, names, 0); at !== 0 && fine; at = dictNext(rt, names, at)) {
    fine = setOneName(rt, type, rt.dictKey, rt.dictValue);
  }
  decref(rt, names);
  return fine;
}

function setOneName(rt: Runtime, type: Addr, key: Addr, value: Addr): boolean {
  const setName = lookupSpecial(rt, value, rt.ids.__set_name__);
  if (setName === 0) return !errOccurred(rt);
  const result = callTwoArgs(rt, setName, type, key);
  decref(rt, setName);
  if (result !== 0) {
    decref(rt, result);
    return true;
  }
  const error = errFetch(rt);
  const shown = reprText(rt, key) ?? '?';
  const what = typeName(rt, rt.typeOf(value));
  const name = typeName(rt, type);
  addNote(rt, error, `Error calling __set_name__ on '${what}' instance ${shown} in '${name}'`);
  errRestore(rt, error);
  return false;
}

/** `super(cls, cls).__init_subclass__(**kwargs)`. v3.13.0 type_new_init_subclass */
function initSubclass(rt: Runtime, type: Addr, kwargs: Addr): boolean {
  const func = superTypeOf(rt, type, rt.ids.__init_subclass__);
  if (func === 0) return false;
  const result = callObject(rt, func, rt.emptyTuple, kwargs);
  decref(rt, func);
  if (result === 0) return false;
  decref(rt, result);
  return true;
}
