/** `obj.__class__ = cls`: when two layouts are the same. v3.13.0 Objects/typeobject.c object_set_class */
import type { Addr } from '../base/brand.ts';
import { raiseInt } from './errors.ts';
import { instanceValues, materializeDict, setManagedDict } from './instance-dict.ts';
import * as L from './layouts.ts';
import { EQ, richCompareBool } from './object.ts';
import { decref, incref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { subtypeClear } from './subtype.ts';
import { tupleSize } from './tuple.ts';
import { isHeapType, isSubtype, isType, typeFlags, typeName } from './type-object.ts';

/** The setter of `__class__`; `value` 0 deletes. -1 with TypeError */
export function setClass(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) return raiseInt(rt, rt.exc.TypeError, "can't delete __class__ attribute");
  if (!isType(rt, value)) {
    const what = typeName(rt, rt.typeOf(value));
    return raiseInt(rt, rt.exc.TypeError, `__class__ must be set to a class, not '${what}' object`);
  }
  const old = rt.typeOf(self);
  const modules = isSubtype(rt, value, rt.types.module) && isSubtype(rt, old, rt.types.module);
  const immutable = L.TPFLAGS_IMMUTABLETYPE;
  if (!modules && (typeFlags(rt, value) | typeFlags(rt, old)) & immutable) {
    return raiseInt(rt, rt.exc.TypeError, rt.profile.errorWords.fixedClass);
  }
  if (!compatible(rt, old, value, '__class__')) return -1;
  if (old === value) return 0;
  const managed = typeFlags(rt, old) & L.TPFLAGS_MANAGED_DICT;
  if (managed && instanceValues(rt, self) !== 0 && moveToDict(rt, self) < 0) return -1;
  if (isHeapType(rt, value)) incref(rt, value);
  rt.setPtr(self + L.OB_TYPE, value);
  if (isHeapType(rt, old)) decref(rt, old);
  return 0;
}

/**
 * The names of the values are the class's, so the dict over them gets values of its own and stays
 * what `__dict__` gives. v3.13.0 _PyObject_MaterializeManagedDict, _PyDict_DetachFromObject
 */
function moveToDict(rt: Runtime, self: Addr): number {
  const dict = materializeDict(rt, self);
  if (dict === 0) return -1;
  if (rt.profile.instances.kind !== 'inline') return 0; // the values are the dict's own now
  incref(rt, dict);
  const failed = setManagedDict(rt, self, 0);
  if (failed < 0) decref(rt, dict);
  else rt.setPtr(self + L.MANAGED_DICT, dict);
  return failed;
}

/** Whether an instance of one may become one of the other. v3.13.0 compatible_for_assignment */
export function compatible(rt: Runtime, from: Addr, to: Addr, what: string): boolean {
  const names = `'${typeName(rt, to)}'`;
  if (rt.ptr(to + L.TP_FREE) !== rt.ptr(from + L.TP_FREE)) {
    const text = `${what} assignment: ${names} deallocator differs from '${typeName(rt, from)}'`;
    raiseInt(rt, rt.exc.TypeError, text);
    return false;
  }
  let a = to;
  let b = from;
  while (sameAsBase(rt, a)) a = rt.ptr(a + L.TP_BASE);
  while (sameAsBase(rt, b)) b = rt.ptr(b + L.TP_BASE);
  if (a !== b) {
    const sameBase = rt.ptr(a + L.TP_BASE) === rt.ptr(b + L.TP_BASE);
    if (!sameBase || !sameSlotsAdded(rt, a, b)) {
      const text = `${what} assignment: ${names} object layout differs from '${typeName(rt, from)}'`;
      raiseInt(rt, rt.exc.TypeError, text);
      return false;
    }
  }
  return true;
}

const LAYOUT_FIELDS = [L.TP_BASICSIZE, L.TP_ITEMSIZE, L.TP_DICTOFFSET, L.TP_WEAKLISTOFFSET];

/** v3.13.0 compatible_with_tp_base */
function sameAsBase(rt: Runtime, type: Addr): boolean {
  const base = rt.ptr(type + L.TP_BASE);
  if (base === 0) return false;
  for (const field of LAYOUT_FIELDS) {
    if (rt.size(type + field) !== rt.size(base + field)) return false;
  }
  const gc = L.TPFLAGS_HAVE_GC;
  if ((typeFlags(rt, type) & gc) !== (typeFlags(rt, base) & gc)) return false;
  const clear = rt.ptr(type + L.TP_CLEAR);
  return clear === rt.fn(subtypeClear) || clear === rt.ptr(base + L.TP_CLEAR);
}

/** v3.13.0 same_slots_added */
function sameSlotsAdded(rt: Runtime, a: Addr, b: Addr): boolean {
  if (!isHeapType(rt, a) || !isHeapType(rt, b)) return false;
  const pre = L.TPFLAGS_PREHEADER;
  if ((typeFlags(rt, a) & pre) !== (typeFlags(rt, b) & pre)) return false;
  let size = rt.size(rt.ptr(a + L.TP_BASE) + L.TP_BASICSIZE);
  for (const field of [L.TP_DICTOFFSET, L.TP_WEAKLISTOFFSET]) {
    if (rt.size(a + field) === size && rt.size(b + field) === size) size += 8;
  }
  const slotsA = rt.ptr(a + L.HT_SLOTS);
  const slotsB = rt.ptr(b + L.HT_SLOTS);
  if (slotsA !== 0 && slotsB !== 0) {
    if (richCompareBool(rt, slotsA, slotsB, EQ) !== 1) return false;
    size += 8 * tupleSize(rt, slotsA);
  }
  return size === rt.size(a + L.TP_BASICSIZE) && size === rt.size(b + L.TP_BASICSIZE);
}
