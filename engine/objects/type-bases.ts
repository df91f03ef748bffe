/** `cls.__bases__ = bases`. v3.13.0 Objects/typeobject.c type_set_bases */
import type { Addr } from '../base/brand.ts';
import { compatible } from './class-assignment.ts';
import { raiseInt } from './errors.ts';
import * as L from './layouts.ts';
import { decref, incref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { updateAllSlots } from './slots.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { mayChange } from './type-getset.ts';
import { bestBase, mroOfMetaclass } from './type-mro.ts';
import { forEachSubclass, isSubtype, isType, typeModified, typeName } from './type-object.ts';
import { addToSubclasses, removeAllSubclasses } from './type-subclasses.ts';

/** The setter of `__bases__`. -1 with an exception: then nothing has changed */
export function setBases(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__bases__') || !checkBases(rt, type, value)) return -1;
  const base = bestBase(rt, value);
  if (base === 0) return -1;
  const oldBase = rt.ptr(type + L.TP_BASE);
  if (!compatible(rt, oldBase, base, '__bases__')) return -1;
  const oldBases = rt.ptr(type + L.TP_BASES);
  newRef(rt, base);
  newRef(rt, value);
  rt.setPtr(type + L.TP_BASES, value);
  rt.setPtr(type + L.TP_BASE, base);
  const changed: MroChange[] = [];
  if (!recomputeMro(rt, type, changed)) {
    putMrosBack(rt, changed);
    if (rt.ptr(type + L.TP_BASES) === value) {
      rt.setPtr(type + L.TP_BASES, oldBases);
      rt.setPtr(type + L.TP_BASE, oldBase);
      decref(rt, value);
      decref(rt, base);
    } else dropOld(rt, oldBases, oldBase);
    return -1;
  }
  dropChanges(rt, changed);
  let failed = 0;
  // A metaclass's mro() may have assigned other bases meanwhile: then all is done.
  if (rt.ptr(type + L.TP_BASES) === value) {
    removeAllSubclasses(rt, type, oldBases);
    failed = addToSubclasses(rt, type, value);
    updateAllSlots(rt, type);
  }
  dropOld(rt, oldBases, oldBase);
  return failed;
}

function dropOld(rt: Runtime, bases: Addr, base: Addr): void {
  decref(rt, bases);
  decref(rt, base);
}

function checkBases(rt: Runtime, type: Addr, value: Addr): boolean {
  const name = typeName(rt, type);
  const complain = (text: string): boolean => {
    raiseInt(rt, rt.exc.TypeError, text);
    return false;
  };
  if (rt.typeOf(value) !== rt.types.tuple) {
    const what = typeName(rt, rt.typeOf(value));
    return complain(`can only assign tuple to ${name}.__bases__, not ${what}`);
  }
  const n = tupleSize(rt, value);
  if (n === 0) return complain(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (let i = 0; i < n; i++) {
    const base = tupleItem(rt, value, i);
    if (!isType(rt, base)) {
      const what = typeName(rt, rt.typeOf(base));
      return complain(`${name}.__bases__ must be tuple of classes, not '${what}'`);
    }
    if (isSubtype(rt, base, type) || isBaseOf(rt, base, type)) {
      return complain('a __bases__ item causes an inheritance cycle');
    }
  }
  return true;
}

/** Whether `type` is `base` or above it by tp_base, which is set before an MRO is. type_is_subtype_base_chain */
function isBaseOf(rt: Runtime, base: Addr, type: Addr): boolean {
  for (let at = base; at !== 0; at = rt.ptr(at + L.TP_BASE)) if (at === type) return true;
  return false;
}

/** A class that got another MRO: all three owned, the old MRO 0 for none. */
interface MroChange {
  readonly cls: Addr;
  readonly now: Addr;
  readonly old: Addr;
}

/** New MROs for the class and its subclasses; notes the old ones. v3.13.0 mro_hierarchy */
function recomputeMro(rt: Runtime, type: Addr, changed: MroChange[]): boolean {
  const old = rt.ptr(type + L.TP_MRO);
  if (old !== 0) incref(rt, old);
  const now = mroOfMetaclass(rt, type);
  const reentered = rt.ptr(type + L.TP_MRO) !== old;
  if (old !== 0) decref(rt, old);
  if (now === 0) return false;
  if (reentered) {
    // mro() itself made the class another: that stands
    decref(rt, now);
    return true;
  }
  changed.push({ cls: newRef(rt, type), now: newRef(rt, now), old });
  rt.setPtr(type + L.TP_MRO, now);
  typeModified(rt, type);
  let fine = true;
  forEachSubclass(rt, type, (_rt, subclass) => {
    fine &&= recomputeMro(rt, subclass, changed);
  });
  return fine;
}

function putMrosBack(rt: Runtime, changed: readonly MroChange[]): void {
  for (const { cls, now, old } of changed.toReversed()) {
    if (rt.ptr(cls + L.TP_MRO) === now) setOwned(rt, cls + L.TP_MRO, old);
    else if (old !== 0) decref(rt, old);
    typeModified(rt, cls);
    decref(rt, now);
    decref(rt, cls);
  }
}

function dropChanges(rt: Runtime, changed: readonly MroChange[]): void {
  for (const { cls, now, old } of changed) {
    if (old !== 0) decref(rt, old);
    decref(rt, now);
    decref(rt, cls);
  }
}
