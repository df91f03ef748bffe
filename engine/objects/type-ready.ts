/**
 * Getting types ready: static memory for the engine's own types, their slots from a TypeSpec, the
 * dict that programs see, what they inherit.
 *
 * States of a static type: reserved (address, size and the flags that constructors test) -> ready.
 * v3.13.0 Objects/typeobject.c PyType_Ready
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dictFromRow } from './call.ts';
import { cfunctionNew, methodDef, staticCString } from './cfunction.ts';
import { reserveSubtypeGetSets } from './class-slots.ts';
import { staticmethodNew } from './classmethod.ts';
import {
  classMethodDescriptorNew,
  getsetDescriptorNew,
  memberDescriptorNew,
  methodDescriptorNew,
} from './descriptors.ts';
import { dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { raise } from './errors.ts';
import { gcDel } from './gc-object.ts';
import { genericAlloc, objectFree } from './generic-alloc.ts';
import * as L from './layouts.ts';
import { newGetSetDef, newMemberDef } from './method-def.ts';
import { unhashable } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { slotTpNew } from './slot-functions.ts';
import { addOperators } from './slots.ts';
import { RESERVED_FLAGS, TYPE_FIELDS } from './static-types.ts';
import { internJs, newStr } from './strings.ts';
import { tupleFromRow, tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { inheritAllSlots } from './type-inherit.ts';
import { isSubtype, isType, typeFlags, typeName } from './type-object.ts';
import { type MethodSpec, SLOT_OFFSETS, type Slots, type TypeSpec } from './type-spec.ts';
import { addToSubclasses } from './type-subclasses.ts';

// ---- reserving -----------------------------------------------------------------------------------

/**
 * Gives every type and exception of the tables its address, so that objects can be made before
 * their types are ready. Boot, first thing.
 */
export function reserveTypes(rt: Runtime): void {
  reserveSubtypeGetSets(rt);
  const types = rt.types as unknown as Record<string, Addr>;
  for (const field of Object.keys(rt.types)) types[field] = reserve(rt, RESERVED_FLAGS[field] ?? 0);
  const exceptions = rt.exc as unknown as Record<string, Addr>;
  const flags = L.TPFLAGS_BASE_EXC_SUBCLASS | L.TPFLAGS_HAVE_GC;
  for (const field of Object.keys(rt.exc)) exceptions[field] = reserve(rt, flags);
}

/** A static type's memory: refcount, type, flags. Method tables lie behind it, as in a heap type. */
function reserve(rt: Runtime, flags: number, bytes = L.HT_NAME): Addr {
  const type = rt.memory.sbrkStatic(bytes);
  const i = type >> 2;
  rt.i32[i] = rt.profile.staticRefcnt;
  // rt.types.type is the first field reserved: its own type is itself
  rt.i32[i + 2] = rt.types.type === 0 ? type : rt.types.type;
  rt.i32[i + 3] = ADDRESS_HIGH;
  rt.i32[(type + L.TP_FLAGS) >> 2] = flags;
  return type;
}

/** A type of a module may have instances with attributes: the field for their names is there, NULL. */
const NAMED_KEYS = L.HT_CACHED_KEYS + 8;

/** The reserved address of the type with this tp_name; new static memory for one of no table. */
function addressFor(rt: Runtime, name: string): Addr {
  const field = TYPE_FIELDS[name] ?? name;
  const types = rt.types as unknown as Record<string, Addr | undefined>;
  const exceptions = rt.exc as unknown as Record<string, Addr | undefined>;
  const type = types[field] ?? exceptions[field];
  if (type === undefined || typeFlags(rt, type) & L.TPFLAGS_READY)
    return reserve(rt, 0, NAMED_KEYS);
  return type;
}

// ---- static types --------------------------------------------------------------------------------

/**
 * Makes a type of the engine's own: fills the slots of the spec, then what PyType_Ready does.
 * @returns its address, for good; 0 with an exception (no memory at boot)
 */
export function readyType(rt: Runtime, spec: TypeSpec): Addr {
  numberFunctions(rt, spec);
  if (rt.prepared) return 0; // the image knows where it is
  const type = addressFor(rt, spec.name);
  fillFields(rt, type, spec);
  if (readyNames(rt, type) < 0) return 0;
  if (fillDict(rt, type, spec) < 0 || finishReady(rt, type) < 0) return 0;
  return type;
}

/** Gives all functions of the type their numbers, whatever of it the release has. */
export function numberFunctions(rt: Runtime, { slots, methods, getset }: TypeSpec): void {
  for (const name in slots) rt.numberAhead(slots[name as keyof Slots] as Native);
  for (const name in methods) rt.numberAhead(methods[name]!.fn);
  for (const name in getset) {
    const { get, set } = getset[name]!;
    rt.numberAhead(get);
    if (set !== undefined) rt.numberAhead(set);
  }
}

function fillFields(rt: Runtime, type: Addr, spec: TypeSpec): void {
  rt.setPtr(type + L.TP_NAME, staticCString(rt, spec.name));
  rt.setSize(type + L.TP_BASICSIZE, spec.basicsize);
  rt.setSize(type + L.TP_ITEMSIZE, spec.itemsize ?? 0);
  rt.setSize(type + L.TP_VECTORCALL_OFFSET, spec.vectorcallOffset ?? 0);
  rt.setSize(type + L.TP_DICTOFFSET, spec.dictoffset ?? 0);
  rt.setSize(type + L.TP_WEAKLISTOFFSET, spec.weaklistoffset ?? 0);
  const always = L.TPFLAGS_IMMUTABLETYPE | L.TPFLAGS_STATIC_BUILTIN;
  rt.i32[(type + L.TP_FLAGS) >> 2]! |= (spec.flags ?? 0) | always;
  const slots = spec.slots ?? {};
  const absent = rt.profile.absent[spec.name] ?? [];
  for (const name of Object.keys(slots) as (keyof Slots)[]) {
    const fn = slots[name];
    if (fn === undefined || absent.includes(name)) continue;
    if (name === 'tp_vectorcall' && rt.profile.withoutVectorcall.includes(spec.name)) continue;
    rt.setFn(type + SLOT_OFFSETS[name], rt.fn(fn));
  }
  if (spec.unhashable) rt.setFn(type + L.TP_HASH, rt.fn(unhashable));
  const base = type === rt.types.object ? 0 : (spec.base ?? rt.types.object);
  rt.setPtr(type + L.TP_BASE, base === 0 ? 0 : newRef(rt, base));
  if (spec.doc !== undefined) rt.setPtr(type + L.TP_DOC, staticCString(rt, spec.doc));
}

/** tp_bases, tp_mro and an empty tp_dict. */
function readyNames(rt: Runtime, type: Addr): number {
  const base = rt.ptr(type + L.TP_BASE);
  const bases = base === 0 ? newRef(rt, rt.emptyTuple) : tupleNew(rt, 1);
  if (bases === 0) return -1;
  if (base !== 0) tupleSetItem(rt, bases, 0, newRef(rt, base));
  rt.setPtr(type + L.TP_BASES, bases);
  const baseMro = base === 0 ? 0 : rt.ptr(base + L.TP_MRO);
  const n = baseMro === 0 ? 0 : tupleSize(rt, baseMro);
  const mro = tupleNew(rt, n + 1);
  if (mro === 0) return -1;
  tupleSetItem(rt, mro, 0, newRef(rt, type));
  for (let i = 0; i < n; i++) tupleSetItem(rt, mro, i + 1, newRef(rt, tupleItem(rt, baseMro, i)));
  rt.setPtr(type + L.TP_MRO, mro);
  const dict = dictNew(rt);
  rt.setPtr(type + L.TP_DICT, dict);
  return dict === 0 ? -1 : 0;
}

/** v3.13.0 type_ready_set_new, type_ready_fill_dict */
function fillDict(rt: Runtime, type: Addr, spec: TypeSpec): number {
  if (setNew(rt, type) < 0 || addOperators(rt, type) < 0) return -1;
  const absent = rt.profile.absent[spec.name] ?? [];
  for (const [name, method] of Object.entries(spec.methods ?? {})) {
    if (absent.includes(name)) continue;
    if (putSteal(rt, type, name, newMethod(rt, type, name, method)) < 0) return -1;
  }
  for (const [name, member] of Object.entries(spec.members ?? {})) {
    if (absent.includes(name)) continue;
    const def = newMemberDef(rt, name, member);
    if (putSteal(rt, type, name, memberDescriptorNew(rt, type, name, def)) < 0) return -1;
  }
  for (const [name, getset] of Object.entries(spec.getset ?? {})) {
    if (absent.includes(name)) continue;
    const def = newGetSetDef(rt, name, getset);
    if (putSteal(rt, type, name, getsetDescriptorNew(rt, type, name, def)) < 0) return -1;
  }
  return setDoc(rt, type, spec.doc);
}

/** Gives a ready type one more method. Boot only. -1 with an exception */
export function addMethod(rt: Runtime, type: Addr, name: string, method: MethodSpec): number {
  rt.numberAhead(method.fn);
  if (rt.prepared) return 0;
  return putSteal(rt, type, name, newMethod(rt, type, name, method));
}

/** v3.13.0 type_add_method */
function newMethod(rt: Runtime, type: Addr, name: string, method: MethodSpec): Addr {
  const def = methodDef(rt, name, method);
  if (method.flags & L.METH_CLASS) return classMethodDescriptorNew(rt, type, def);
  if (!(method.flags & L.METH_STATIC)) return methodDescriptorNew(rt, type, def);
  const func = cfunctionNew(rt, def, type, 0);
  if (func === 0) return 0;
  const wrapped = staticmethodNew(rt, func);
  decref(rt, func);
  return wrapped;
}

/** Puts `value` (stolen, 0 fails) into tp_dict. */
function putSteal(rt: Runtime, type: Addr, name: string, value: Addr): number {
  if (value === 0) return -1;
  const key = internJs(rt, name);
  const failed = key === 0 ? -1 : dictSetItem(rt, rt.ptr(type + L.TP_DICT), key, value);
  if (key !== 0) decref(rt, key);
  decref(rt, value);
  return failed;
}

/** v3.13.0 type_dict_set_doc */
export function setDoc(rt: Runtime, type: Addr, doc: string | undefined): number {
  const dict = rt.ptr(type + L.TP_DICT);
  if (dictGetStr(rt, dict, rt.ids.__doc__) !== 0) return 0;
  if (doc === undefined) return dictSetItem(rt, dict, rt.ids.__doc__, rt.none);
  return putSteal(rt, type, '__doc__', newStr(rt, doc));
}

/** A static type that inherits from object alone and has no tp_new cannot be called. */
function setNew(rt: Runtime, type: Addr): number {
  const base = rt.ptr(type + L.TP_BASE);
  const own = rt.ptr(type + L.TP_NEW);
  if (own === 0 && base === rt.types.object) {
    rt.i32[(type + L.TP_FLAGS) >> 2]! |= L.TPFLAGS_DISALLOW_INSTANTIATION;
  }
  if (typeFlags(rt, type) & L.TPFLAGS_DISALLOW_INSTANTIATION) {
    rt.setFn(type + L.TP_NEW, 0);
    return 0;
  }
  if (own !== 0) return addNewWrapper(rt, type);
  rt.setFn(type + L.TP_NEW, rt.ptr(base + L.TP_NEW));
  return 0;
}

// ---- what every type goes through ----------------------------------------------------------------

/**
 * The second half of PyType_Ready, for static types and classes: slots from the bases, `__hash__`,
 * the subclass entry in each base. -1 with an exception.
 */
export function finishReady(rt: Runtime, type: Addr): number {
  inheritAllSlots(rt, type);
  setAllocFree(rt, type);
  if (setHash(rt, type) < 0) return -1;
  if (addToSubclasses(rt, type, rt.ptr(type + L.TP_BASES)) < 0) return -1;
  rt.i32[(type + L.TP_FLAGS) >> 2]! |= L.TPFLAGS_READY;
  return 0;
}

/** What C writes into the structs of object and of types with GC by hand. */
function setAllocFree(rt: Runtime, type: Addr): void {
  if (rt.ptr(type + L.TP_ALLOC) === 0) rt.setFn(type + L.TP_ALLOC, rt.fn(genericAlloc));
  if (rt.ptr(type + L.TP_FREE) !== 0) return;
  const free = typeFlags(rt, type) & L.TPFLAGS_HAVE_GC ? gcDel : objectFree;
  rt.setFn(type + L.TP_FREE, rt.fn(free));
}

/** A type without tp_hash is not hashable, and says so. v3.13.0 type_ready_set_hash */
function setHash(rt: Runtime, type: Addr): number {
  if (rt.ptr(type + L.TP_HASH) !== 0) return 0;
  const dict = rt.ptr(type + L.TP_DICT);
  if (dictGetStr(rt, dict, rt.ids.__hash__) !== 0) return 0;
  if (dictSetItem(rt, dict, rt.ids.__hash__, rt.none) < 0) return -1;
  rt.setFn(type + L.TP_HASH, rt.fn(unhashable));
  return 0;
}

// ---- __new__ -------------------------------------------------------------------------------------

/** Shows tp_new as `__new__`, a built-in method of the type. v3.13.0 add_tp_new_wrapper */
function addNewWrapper(rt: Runtime, type: Addr): number {
  const spec = { flags: L.METH_FASTCALL | L.METH_KEYWORDS, fn: tpNewWrapper };
  const func = cfunctionNew(rt, methodDef(rt, '__new__', spec), type, 0);
  return putSteal(rt, type, '__new__', func);
}

/** `type.__new__(subtype, ...)`, for a type of the engine's own. v3.13.0 tp_new_wrapper */
export function tpNewWrapper(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const subtype = nargs < 1 ? 0 : rt.arg(argv, 0);
  if (!checkNewSubtype(rt, type, subtype)) return 0;
  const args = tupleFromRow(rt, argv + 8, nargs - 1);
  if (args === 0) return 0;
  let kwargs = 0;
  if (kwnames !== 0 && tupleSize(rt, kwnames) > 0) {
    kwargs = dictFromRow(rt, argv + 8 * nargs, kwnames);
    if (kwargs === 0) {
      decref(rt, args);
      return 0;
    }
  }
  const result: Addr = rt.fns[rt.ptr(type + L.TP_NEW)]!(rt, subtype, args, kwargs);
  decref(rt, args);
  if (kwargs !== 0) decref(rt, kwargs);
  return result;
}

function checkNewSubtype(rt: Runtime, type: Addr, subtype: Addr): boolean {
  const name = typeName(rt, type);
  const complain = (text: string): boolean => {
    raise(rt, rt.exc.TypeError, text);
    return false;
  };
  if (subtype === 0) return complain(`${name}.__new__(): not enough arguments`);
  if (!isType(rt, subtype)) {
    const what = typeName(rt, rt.typeOf(subtype));
    return complain(`${name}.__new__(X): X is not a type object (${what})`);
  }
  const sub = typeName(rt, subtype);
  if (!isSubtype(rt, subtype, type)) {
    return complain(`${name}.__new__(${sub}): ${sub} is not a subtype of ${name}`);
  }
  let staticBase = subtype;
  const python = rt.fn(slotTpNew);
  while (staticBase !== 0 && rt.ptr(staticBase + L.TP_NEW) === python) {
    staticBase = rt.ptr(staticBase + L.TP_BASE);
  }
  if (staticBase !== 0 && rt.ptr(staticBase + L.TP_NEW) !== rt.ptr(type + L.TP_NEW)) {
    const safe = typeName(rt, staticBase);
    return complain(`${name}.__new__(${sub}) is not safe, use ${safe}.__new__()`);
  }
  return true;
}
