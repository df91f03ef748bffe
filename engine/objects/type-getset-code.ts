/** What few programs need of what type-getset.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { dictSetItem } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr } from './strings.ts';
import { ownEntry } from './type-getset.ts';
import { typeFlags, typeModified, typeName } from './type-object.ts';

/** Whether the attribute may be set; else TypeError. v3.13.0 check_set_special_type_attr */
export function mayChange(rt: Runtime, type: Addr, value: Addr, name: string): boolean {
  const immutable = typeFlags(rt, type) & L.TPFLAGS_IMMUTABLETYPE;
  if (!immutable && value !== 0) return true;
  const { immutableOfType, undeletable } = rt.profile.errorWords;
  const what = typeName(rt, type);
  raise(
    rt,
    rt.exc.TypeError,
    immutable ? immutableOfType(name, what, value === 0) : undeletable(name, what),
  );
  return false;
}

/** v3.13.0 type_set_qualname */
export function setQualname(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__qualname__')) return -1;
  if (!isStr(rt, value)) return notString(rt, type, value, '__qualname__');
  setOwned(rt, type + L.HT_QUALNAME, newRef(rt, value));
  return 0;
}

export function notString(rt: Runtime, type: Addr, value: Addr, name: string): -1 {
  const what = typeName(rt, rt.typeOf(value));
  const text = `can only assign string to ${typeName(rt, type)}.${name}, not '${what}'`;
  return raiseInt(rt, rt.exc.TypeError, text);
}

/** v3.13.0 type_set_module */
export function setModule(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__module__')) return -1;
  typeModified(rt, type);
  return dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__module__, value);
}

/** v3.13.0 type_set_doc */
export function setDoc(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__doc__')) return -1;
  typeModified(rt, type);
  return dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__doc__, value);
}

/** v3.13.0 type_get_type_params */
export function getTypeParams(rt: Runtime, type: Addr): Addr {
  const found = type === rt.types.type ? 0 : ownEntry(rt, type, rt.ids.__type_params__);
  return newRef(rt, found === 0 ? rt.emptyTuple : found);
}

/** v3.13.0 type_set_type_params */
export function setTypeParams(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__type_params__')) return -1;
  typeModified(rt, type);
  return dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__type_params__, value);
}
