/**
 * What the instances of a new class have: `__slots__`, `__dict__`, `__weakref__`.
 * v3.13.0 Objects/typeobject.c type_new_slots, type_new_descriptors
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { staticCString } from './cfunction.ts';
import { dictContains, dictGetStr } from './dict.ts';
import { raise } from './errors.ts';
import { gcUntrackIfTracked } from './gc-object.ts';
import { genericGetDict } from './generic-attr.ts';
import * as L from './layouts.ts';
import { fillGetSetDef, fillMemberDef, GETSETDEF_SIZE } from './method-def.ts';
import { listNew } from './list.ts';
import { reprText } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { slotCount, slotMember } from './subtype.ts';
import { isStr, newStr, strData, strToJs } from './strings.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from './tuple.ts';
import { typeFlags, typeName } from './type-object.ts';
import type { GetSetSpec } from './type-spec.ts';
import { dictDescriptor, subtypeGetWeakref, subtypeSetDict } from './late-introspection.ts';

/** What a class adds to its base. */
export interface ClassShape {
  /** new tuple of the mangled slot names, sorted; 0 when the class has no `__slots__` */
  slots: Addr;
  nslots: number;
  addDict: boolean;
  addWeak: boolean;
}

/** Reads `__slots__` of the class's namespace; null with an exception. v3.13.0 type_new_slots */
export function readShape(
  rt: Runtime,
  name: string,
  dict: Addr,
  bases: Addr,
  base: Addr,
): ClassShape | null {
  const mayDict = rt.size(base + L.TP_DICTOFFSET) === 0;
  const mayWeak = rt.size(base + L.TP_WEAKLISTOFFSET) === 0 && rt.size(base + L.TP_ITEMSIZE) === 0;
  const given = dictGetStr(rt, dict, rt.ids.__slots__);
  if (given === 0) return { slots: 0, nslots: 0, addDict: mayDict, addWeak: mayWeak };
  const slots = isStr(rt, given) ? tuplePack(rt, given) : callOneArg(rt, rt.types.tuple, given);
  if (slots === 0) return null;
  const shape: ClassShape = { slots: 0, nslots: 0, addDict: false, addWeak: false };
  const ok =
    visitSlots(rt, slots, base, mayDict, mayWeak, shape) && nameSlots(rt, name, dict, slots, shape);
  decref(rt, slots);
  if (!ok) return null;
  shapeOfOtherBases(rt, bases, base, mayDict, mayWeak, shape);
  return shape;
}

/** Whether instances keep their slots behind their items, where the release lets them. */
function holdsSlotsBehind(rt: Runtime, base: Addr): boolean {
  const isTuple = (typeFlags(rt, base) & L.TPFLAGS_TUPLE_SUBCLASS) !== 0;
  return isTuple && rt.profile.tuplesHaveSlots;
}

/** The checks, and whether `__dict__` and `__weakref__` are among the names. type_new_visit_slots */
function visitSlots(
  rt: Runtime,
  slots: Addr,
  base: Addr,
  mayDict: boolean,
  mayWeak: boolean,
  shape: ClassShape,
): boolean {
  const complain = (text: string): boolean => {
    raise(rt, rt.exc.TypeError, text);
    return false;
  };
  const n = tupleSize(rt, slots);
  if (n > 0 && rt.size(base + L.TP_ITEMSIZE) !== 0 && !holdsSlotsBehind(rt, base)) {
    return complain(
      `${rt.profile.slotsWord} __slots__ not supported for subtype of '${typeName(rt, base)}'`,
    );
  }
  for (let i = 0; i < n; i++) {
    const slot = tupleItem(rt, slots, i);
    if (!isStr(rt, slot)) {
      const what = typeName(rt, rt.typeOf(slot));
      return complain(`__slots__ items must be strings, not '${what}'`);
    }
    const text = strToJs(rt, slot);
    if (!IDENTIFIER.test(text)) return complain('__slots__ must be identifiers');
    if (text === '__dict__') {
      if (!mayDict || shape.addDict) {
        return complain('__dict__ slot disallowed: we already got one');
      }
      shape.addDict = true;
    } else if (text === '__weakref__') {
      if (!mayWeak || shape.addWeak) {
        return complain(rt.profile.errorWords.weakSlotTwice);
      }
      shape.addWeak = true;
    }
  }
  return true;
}

const IDENTIFIER = /^[\p{XID_Start}_]\p{XID_Continue}*$/u;

/** Class variables that a slot's name may meet: they leave the namespace. */
const PASSING = ['__qualname__', '__classcell__', '__classdictcell__'];

/** Mangles, sorts and keeps the names. v3.13.0 type_new_slots_impl */
function nameSlots(
  rt: Runtime,
  className: string,
  dict: Addr,
  slots: Addr,
  shape: ClassShape,
): boolean {
  // CPython sorts a list of them, whose object goes to its free list
  const list = listNew(rt, 0);
  if (list === 0) return false;
  decref(rt, list);
  const texts: string[] = [];
  for (let i = 0, n = tupleSize(rt, slots); i < n; i++) {
    const slot = tupleItem(rt, slots, i);
    const text = strToJs(rt, slot);
    if (text === '__dict__' || text === '__weakref__') continue;
    if (!PASSING.includes(text) && conflicts(rt, dict, slot, mangle(className, text))) {
      return false;
    }
    texts.push(mangle(className, text));
  }
  texts.sort(byCodePoint);
  const tuple = tupleNew(rt, texts.length);
  if (tuple === 0) return false;
  for (let i = 0; i < texts.length; i++) {
    const name = slotNameObject(rt, slots, texts[i]!);
    if (name === 0) {
      decref(rt, tuple);
      return false;
    }
    tupleSetItem(rt, tuple, i, name);
  }
  // only strings: the collector has nothing to find in it
  if (tuple !== rt.emptyTuple) gcUntrackIfTracked(rt, tuple);
  shape.slots = tuple;
  shape.nslots = texts.length;
  return true;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The very string of `__slots__` when it was not mangled, else a new one. */
function slotNameObject(rt: Runtime, slots: Addr, text: string): Addr {
  for (let i = 0, n = tupleSize(rt, slots); i < n; i++) {
    const slot = tupleItem(rt, slots, i);
    if (strToJs(rt, slot) === text) return newRef(rt, slot);
  }
  return newStr(rt, text);
}

/** A private name gets the class's name in front. v3.13.0 Python/symtable.c _Py_Mangle */
function mangle(className: string, name: string): string {
  if (!name.startsWith('__') || name.endsWith('__') || name.includes('.')) return name;
  const stripped = className.replace(/^_+/, '');
  return stripped === '' ? name : `_${stripped}${name}`;
}

function conflicts(rt: Runtime, dict: Addr, slot: Addr, text: string): boolean {
  const name = newStr(rt, text);
  if (name === 0) return true;
  const there = dictContains(rt, dict, name);
  decref(rt, name);
  if (there === 0) return false;
  const shown = reprText(rt, slot);
  if (there > 0 && shown !== null) {
    raise(rt, rt.exc.ValueError, `${shown} in __slots__ conflicts with class variable`);
  }
  return true;
}

/** Other bases than the first may bring a dict or weak references. v3.13.0 type_new_slots_bases */
function shapeOfOtherBases(
  rt: Runtime,
  bases: Addr,
  base: Addr,
  mayDict: boolean,
  mayWeak: boolean,
  shape: ClassShape,
): void {
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    const other = tupleItem(rt, bases, i);
    if (other === base) continue;
    if (mayDict && rt.size(other + L.TP_DICTOFFSET) !== 0) shape.addDict = true;
    if (mayWeak && rt.size(other + L.TP_WEAKLISTOFFSET) !== 0) shape.addWeak = true;
  }
}

// ---- offsets -------------------------------------------------------------------------------------

/** NOT a place in the object: says that the dict stands before the GC header. */
const MANAGED_DICT_OFFSET = -1;

/** Gives each slot its offset, and the class its sizes and flags. v3.13.0 type_new_descriptors */
export function layOutInstances(rt: Runtime, type: Addr, base: Addr, shape: ClassShape): void {
  const varSized = rt.size(base + L.TP_ITEMSIZE) !== 0;
  let offset = rt.size(base + L.TP_BASICSIZE);
  for (let i = 0, n = slotCount(rt, type); i < n; i++, offset += 8) {
    const name = tupleItem(rt, shape.slots, i);
    const spec = { offset, type: 'objectEx', readonly: false, afterItems: varSized } as const;
    fillMemberDef(rt, slotMember(rt, type, i), strData(rt, name), spec);
  }
  const flags = (type + L.TP_FLAGS) >> 2;
  const { kind, managedWeakrefs, managedDictOfVarSized } = rt.profile.instances;
  if (shape.addDict) {
    if (kind !== 'dict' && (managedDictOfVarSized || !varSized)) {
      rt.i32[flags] = rt.i32[flags]! | L.TPFLAGS_MANAGED_DICT;
      rt.setSize(type + L.TP_DICTOFFSET, MANAGED_DICT_OFFSET);
    } else {
      rt.setSize(type + L.TP_DICTOFFSET, varSized ? -8 : offset);
      offset += 8;
    }
  }
  if (shape.addWeak) {
    if (managedWeakrefs) {
      rt.i32[flags] = rt.i32[flags]! | L.TPFLAGS_MANAGED_WEAKREF;
      rt.setSize(type + L.TP_WEAKLISTOFFSET, L.MANAGED_WEAKREF);
    } else {
      rt.setSize(type + L.TP_WEAKLISTOFFSET, offset);
      offset += 8;
    }
  }
  rt.setSize(type + L.TP_BASICSIZE, offset);
  rt.setSize(type + L.TP_ITEMSIZE, rt.size(base + L.TP_ITEMSIZE));
}

// ---- __dict__ and __weakref__ of instances ---------------------------------------------------------

/** The type whose own `__dict__` descriptor serves, 0 for none. v3.13.0 get_builtin_base_with_dict */
export function builtinBaseWithDict(rt: Runtime, type: Addr): Addr {
  for (let t = type; rt.ptr(t + L.TP_BASE) !== 0; t = rt.ptr(t + L.TP_BASE)) {
    if (rt.size(t + L.TP_DICTOFFSET) !== 0 && !(typeFlags(rt, t) & L.TPFLAGS_HEAPTYPE)) return t;
  }
  return 0;
}

/** v3.13.0 subtype_dict */
function subtypeDict(rt: Runtime, self: Addr): Addr {
  const base = builtinBaseWithDict(rt, rt.typeOf(self));
  if (base === 0) return genericGetDict(rt, self);
  const descr = dictDescriptor(rt, self, base);
  if (descr === 0) return 0;
  return rt.fns[rt.ptr(rt.typeOf(descr) + L.TP_DESCR_GET)]!(rt, descr, self, rt.typeOf(self));
}

export const DICT_SPEC: GetSetSpec = { get: subtypeDict, set: subtypeSetDict };
export const WEAKREF_SPEC: GetSetSpec = { get: subtypeGetWeakref };

/** Room for the two PyGetSetDefs right before `type`: that is how they are found. 16-aligned. */
const DEFS_SIZE = 2 * GETSETDEF_SIZE;

/** Makes both definitions; the next static memory must be `type`. v3.13.0 subtype_getsets_full */
export function reserveSubtypeGetSets(rt: Runtime): void {
  const names = [staticCString(rt, '__dict__'), staticCString(rt, '__weakref__')] as const;
  const defs = rt.memory.sbrkStatic(DEFS_SIZE);
  fillGetSetDef(rt, defs, names[0], DICT_SPEC);
  fillGetSetDef(rt, defs + GETSETDEF_SIZE, names[1], WEAKREF_SPEC);
}

/** @returns the definition of `__dict__` */
export function dictGetSet(rt: Runtime): Addr {
  return rt.types.type - DEFS_SIZE;
}

/** @returns the definition of `__weakref__` */
export function weakrefGetSet(rt: Runtime): Addr {
  return dictGetSet(rt) + GETSETDEF_SIZE;
}
