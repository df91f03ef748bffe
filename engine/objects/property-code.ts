/** What few programs need of what property.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callOneArg, callTwoArgs } from './call.ts';
import { raiseInt } from './errors.ts';
import { lookupAttr, reprText } from './object.ts';
import { type Accessor, missing, ownName } from './property.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** What was said before the class was told. v3.10.0 property_descr_get, property_descr_set */
const PLAIN: Readonly<Record<Accessor, string>> = {
  getter: 'unreadable attribute',
  setter: "can't set attribute",
  deleter: "can't delete attribute",
};

export function missingPlain(rt: Runtime, self: Addr, what: Accessor): -1 {
  const name = ownName(rt, self);
  const shown = name === 0 ? null : reprText(rt, name);
  const text = shown === null ? PLAIN[what] : `${PLAIN[what]} ${shown}`;
  return raiseInt(rt, rt.exc.AttributeError, text);
}

/** Its name, or that of its getter; new or 0. v3.13.0 property_name */
export function propertyName(rt: Runtime, self: Addr): Addr {
  const name = ownName(rt, self);
  if (name !== 0) return newRef(rt, name);
  const getter = rt.ptr(self + L.PROPERTY_GET);
  return getter === 0 ? 0 : lookupAttr(rt, getter, rt.ids.__name__);
}

export function descrSet(rt: Runtime, self: Addr, obj: Addr, value: Addr): number {
  const fn = rt.ptr(self + (value === 0 ? L.PROPERTY_DEL : L.PROPERTY_SET));
  if (fn === 0) return missing(rt, self, obj, value === 0 ? 'deleter' : 'setter');
  const result = value === 0 ? callOneArg(rt, fn, obj) : callTwoArgs(rt, fn, obj, value);
  if (result === 0) return -1;
  decref(rt, result);
  return 0;
}
