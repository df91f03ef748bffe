/** What few programs need of what class-slots.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { builtinBaseWithDict } from './class-slots.ts';
import { raise } from './errors.ts';
import { genericSetDict } from './generic-attr.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { typeFlags, typeLookup, typeName } from './type-object.ts';

/** The data descriptor `__dict__` of such a type; borrowed, 0 with TypeError. */
export function dictDescriptor(rt: Runtime, self: Addr, base: Addr): Addr {
  const descr = typeLookup(rt, base, rt.ids.__dict__);
  if (descr !== 0 && rt.ptr(rt.typeOf(descr) + L.TP_DESCR_SET) !== 0) return descr;
  const what = typeName(rt, rt.typeOf(self));
  return raise(rt, rt.exc.TypeError, `this __dict__ descriptor does not support '${what}' objects`);
}

/** v3.13.0 subtype_setdict */
export function subtypeSetDict(rt: Runtime, self: Addr, value: Addr): number {
  const base = builtinBaseWithDict(rt, rt.typeOf(self));
  if (base !== 0) {
    const descr = dictDescriptor(rt, self, base);
    if (descr === 0) return -1;
    return rt.fns[rt.ptr(rt.typeOf(descr) + L.TP_DESCR_SET)]!(rt, descr, self, value);
  }
  if (value !== 0 && !(typeFlags(rt, rt.typeOf(value)) & L.TPFLAGS_DICT_SUBCLASS)) {
    const what = typeName(rt, rt.typeOf(value));
    raise(rt, rt.exc.TypeError, `__dict__ must be set to a dictionary, not a '${what}'`);
    return -1;
  }
  return genericSetDict(rt, self, value);
}

/** v3.13.0 subtype_getweakref */
export function subtypeGetWeakref(rt: Runtime, self: Addr): Addr {
  const offset = rt.size(rt.typeOf(self) + L.TP_WEAKLISTOFFSET);
  if (offset === 0) {
    return raise(rt, rt.exc.AttributeError, 'This object has no __weakref__');
  }
  return newRef(rt, rt.ptr(self + offset) || rt.none);
}
