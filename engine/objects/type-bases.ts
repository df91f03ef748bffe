/** `cls.__bases__ = bases`. v3.13.0 Objects/typeobject.c type_set_bases */
import type { Addr } from '../base/brand.ts';
import { compatible } from './class-assignment.ts';
import { raiseInt } from './errors.ts';
import * as L from './layouts.ts';
import { decref, newRef, setOwned } from './refcount.ts';
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
  const undo: [Addr, Addr][] = [];
  if (!recomputeMro(rt, type, undo)) {
    for (const [cls, mro] of undo.reverse()) setOwned(rt, cls + L.TP_MRO, mro);
    rt.setPtr(type + L.TP_BASES, oldBases);
    rt.setPtr(type + L.TP_BASE, oldBase);
    decref(rt, value);
    decref(rt, base);
    return -1;
  }
  for (const [, mro] of undo) decref(rt, mro);
  removeAllSubclasses(rt, type, oldBases);
  const failed = addToSubclasses(rt, type, value);
  updateAllSlots(rt, type);
  decref(rt, oldBases);
  decref(rt, oldBase);
  return failed;
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
    if (isSubtype(rt, base, type)) {
      return complain('a __bases__ item causes an inheritance cycle');
    }
  }
  return true;
}

/** New MROs for the class and its subclasses; keeps the old ones in `undo`. v3.13.0 mro_hierarchy */
function recomputeMro(rt: Runtime, type: Addr, undo: [Addr, Addr][]): boolean {
  const mro = mroOfMetaclass(rt, type);
  if (mro === 0) return false;
  undo.push([type, rt.ptr(type + L.TP_MRO)]);
  rt.setPtr(type + L.TP_MRO, mro);
  typeModified(rt, type);
  let fine = true;
  forEachSubclass(rt, type, (_rt, subclass) => {
    fine &&= recomputeMro(rt, subclass, undo);
  });
  return fine;
}
