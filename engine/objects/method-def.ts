/**
 * Definitions that lie in static memory as they do in CPython's data segment: PyGetSetDef and
 * PyMemberDef (PyMethodDef stands in cfunction.ts).
 * v3.13.0 Include/methodobject.h, Include/descrobject.h
 */
import type { Addr } from '../base/brand.ts';
import { staticCString } from './cfunction.ts';
import * as L from './layouts.ts';
import type { Runtime } from './runtime.ts';
import type { GetSetSpec, MemberSpec } from './type-spec.ts';

/** PyGetSetDef: name, get, set, doc, closure */
export const GETSET_NAME = 0;
export const GETSET_GET = 8;
export const GETSET_SET = 16;
export const GETSETDEF_SIZE = 40;

/** PyMemberDef: name, type (4), offset (8), flags (4), doc */
export const MEMBER_NAME = 0;
export const MEMBER_TYPE = 8;
export const MEMBER_OFFSET = 16;
export const MEMBER_FLAGS = 24;
export const MEMBERDEF_SIZE = 40;
export const MEMBER_READONLY = 1;
/** Its offset counts from behind the items of the object, for slots of tuples. */
export const MEMBER_AFTER_ITEMS = 0x100;

/** v3.13.0 Include/descrobject.h Py_T_* */
export const T_INT = 1;
export const T_DOUBLE = 4;
export const T_UINT = 11;
export const T_BOOL = 14;
export const T_OBJECT = 6;
export const T_OBJECT_EX = 16;
export const T_PYSSIZET = 19;

const MEMBER_TYPES: Readonly<Record<MemberSpec['type'], number>> = {
  object: T_OBJECT,
  objectEx: T_OBJECT_EX,
  ssize: T_PYSSIZET,
  int: T_INT,
  uint: T_UINT,
  bool: T_BOOL,
  double: T_DOUBLE,
};

/** A PyGetSetDef in static memory. */
export function newGetSetDef(rt: Runtime, name: string, spec: GetSetSpec): Addr {
  const def = rt.memory.sbrkStatic(GETSETDEF_SIZE);
  fillGetSetDef(rt, def, staticCString(rt, name), spec);
  return def;
}

/** Writes a PyGetSetDef at `def`. */
export function fillGetSetDef(rt: Runtime, def: Addr, name: Addr, spec: GetSetSpec): void {
  rt.setPtr(def + GETSET_NAME, name);
  rt.setFn(def + GETSET_GET, rt.fn(spec.get));
  if (spec.set) rt.setFn(def + GETSET_SET, rt.fn(spec.set));
}

/** A PyMemberDef in static memory. */
export function newMemberDef(rt: Runtime, name: string, spec: MemberSpec): Addr {
  const def = rt.memory.sbrkStatic(MEMBERDEF_SIZE);
  fillMemberDef(rt, def, staticCString(rt, name), spec);
  return def;
}

/** Where the field lies that `def`, a PyMemberDef, names. */
export function memberAt(rt: Runtime, obj: Addr, def: Addr): Addr {
  const at = obj + rt.size(def + MEMBER_OFFSET);
  if ((rt.size(def + MEMBER_FLAGS) & MEMBER_AFTER_ITEMS) === 0) return at;
  return at + rt.size(obj + L.OB_SIZE) * rt.size(rt.typeOf(obj) + L.TP_ITEMSIZE);
}

/** Writes a PyMemberDef at `def`: static memory, or behind a class that has slots. */
export function fillMemberDef(rt: Runtime, def: Addr, name: Addr, spec: MemberSpec): void {
  rt.setPtr(def + MEMBER_NAME, name);
  rt.setSize(def + MEMBER_TYPE, MEMBER_TYPES[spec.type]);
  rt.setSize(def + MEMBER_OFFSET, spec.offset);
  const flags = (spec.readonly ? MEMBER_READONLY : 0) | (spec.afterItems ? MEMBER_AFTER_ITEMS : 0);
  rt.setSize(def + MEMBER_FLAGS, flags);
  rt.setPtr(def + MEMBER_FLAGS + 8, 0);
}
