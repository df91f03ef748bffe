/** super: attributes from behind a class in the MRO. v3.13.0 Objects/typeobject.c PySuper_Type */
import type { Addr } from '../base/brand.ts';
import { dictGetStr } from './dict.ts';
import { errOccurred, raise } from './errors.ts';
import { gcDel, gcUntrack } from './gc-object.ts';
import { genericAlloc } from './generic-alloc.ts';
import { genericGetAttr } from './generic-attr.ts';
import * as L from './layouts.ts';
import { lookupAttr } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tuplePack } from './tuple.ts';
import { isSubtype, isType, mroItem, mroLength, typeName } from './type-object.ts';
import { readyType } from './type-ready.ts';
import type { Visit } from './type-spec.ts';
import { callSuper, superDescrGet, superInit, superRepr } from './late-introspection.ts';

/** superobject: the class, the object, and the class whose MRO is walked */
export const SUPER_TYPE = 16;
export const SUPER_OBJ = 24;
export const SUPER_OBJ_TYPE = 32;
const SUPER_SIZE = 40;

/**
 * The attribute behind `type` in the MRO of `startType`, bound to `obj`. New; 0 without an
 * exception when there is none. v3.13.0 do_super_lookup
 */
function lookupBehind(rt: Runtime, type: Addr, obj: Addr, startType: Addr, name: Addr): Addr {
  const n = mroLength(rt, startType);
  let i = 0;
  while (i + 1 < n && mroItem(rt, startType, i) !== type) i++;
  for (i++; i < n; i++) {
    const dict = rt.ptr(mroItem(rt, startType, i) + L.TP_DICT);
    const found = dict === 0 ? 0 : dictGetStr(rt, dict, name);
    if (found === 0) continue;
    newRef(rt, found);
    const get = rt.ptr(rt.typeOf(found) + L.TP_DESCR_GET);
    if (get === 0) return found;
    const bound: Addr = rt.fns[get]!(rt, found, obj === startType ? 0 : obj, startType);
    decref(rt, found);
    return bound;
  }
  return 0;
}

/** The function that `super(type, obj).name()` calls, borrowed; 0 when it is anything else. */
export function superMethod(rt: Runtime, type: Addr, obj: Addr, name: Addr): Addr {
  const start = rt.typeOf(obj);
  if (!isType(rt, type) || isType(rt, obj) || !isSubtype(rt, start, type)) return 0;
  const n = mroLength(rt, start);
  let i = 0;
  while (i + 1 < n && mroItem(rt, start, i) !== type) i++;
  for (i++; i < n; i++) {
    const dict = rt.ptr(mroItem(rt, start, i) + L.TP_DICT);
    const found = dict === 0 ? 0 : dictGetStr(rt, dict, name);
    if (found !== 0) return rt.typeOf(found) === rt.types.function ? found : 0;
  }
  return 0;
}

/** v3.13.0 super_getattro: `__class__` is that of the super object itself */
function superGetAttr(rt: Runtime, self: Addr, name: Addr): Addr {
  const startType = rt.ptr(self + SUPER_OBJ_TYPE);
  if (startType !== 0 && name !== rt.ids.__class__) {
    const type = rt.ptr(self + SUPER_TYPE);
    const found = lookupBehind(rt, type, rt.ptr(self + SUPER_OBJ), startType, name);
    if (found !== 0 || errOccurred(rt)) return found;
  }
  return genericGetAttr(rt, self, name);
}

/** `super(type, type).name`, as a class statement needs it; new, 0 with AttributeError. */
export function superTypeOf(rt: Runtime, type: Addr, name: Addr): Addr {
  if (rt.profile.withoutVectorcall.includes('super')) xdecref(rt, tuplePack(rt, type, type));
  const sup = superNew(rt, type, type, type);
  if (sup === 0) return 0;
  const found = superGetAttr(rt, sup, name);
  decref(rt, sup);
  return found;
}

/**
 * `super(type, obj).name` without the object between: what LOAD_SUPER_ATTR does.
 * @returns new, 0 with an exception. v3.13.0 _PySuper_Lookup
 */
export function superLookup(rt: Runtime, type: Addr, obj: Addr, name: Addr): Addr {
  const objType = superCheck(rt, type, obj);
  if (objType === 0) return 0;
  const found = lookupBehind(rt, type, obj, objType, name);
  decref(rt, objType);
  if (found !== 0 || errOccurred(rt)) return found;
  const sup = callSuper(rt, type, obj);
  if (sup === 0) return 0;
  const result = genericGetAttr(rt, sup, name);
  decref(rt, sup);
  return result;
}

/** A super object that counts its three references. */
export function superNew(rt: Runtime, type: Addr, obj: Addr, objType: Addr): Addr {
  const p = genericAlloc(rt, rt.types.super, 0);
  if (p === 0) return 0;
  rt.setPtr(p + SUPER_TYPE, newRef(rt, type));
  rt.setPtr(p + SUPER_OBJ, newRef(rt, obj));
  rt.setPtr(p + SUPER_OBJ_TYPE, newRef(rt, objType));
  return p;
}

/**
 * The class whose MRO is walked for `super(type, obj)`: obj itself when it is a subclass, else its
 * class, else what it says its `__class__` is. New, 0 with TypeError. v3.13.0 supercheck
 */
export function superCheck(rt: Runtime, type: Addr, obj: Addr): Addr {
  if (isType(rt, obj) && isSubtype(rt, obj, type)) return newRef(rt, obj);
  const own = rt.typeOf(obj);
  if (isSubtype(rt, own, type)) return newRef(rt, own);
  const claimed = lookupAttr(rt, obj, rt.ids.__class__);
  if (claimed === 0 && errOccurred(rt)) return 0;
  if (claimed !== 0) {
    if (isType(rt, claimed) && claimed !== own && isSubtype(rt, claimed, type)) return claimed;
    decref(rt, claimed);
  }
  const kind = isType(rt, obj) ? 'type' : 'instance';
  const name = typeName(rt, isType(rt, obj) ? obj : own);
  return raise(
    rt,
    rt.exc.TypeError,
    `super(type, obj): obj (${kind} of ${name}) is not an instance or subtype of type ` +
      `(${typeName(rt, type)}).`,
  );
}

export const found = new Int32Array(2);

function superDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  xdecref(rt, rt.ptr(self + SUPER_OBJ));
  xdecref(rt, rt.ptr(self + SUPER_TYPE));
  xdecref(rt, rt.ptr(self + SUPER_OBJ_TYPE));
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

function superTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const obj = rt.ptr(self + SUPER_OBJ);
  const type = rt.ptr(self + SUPER_TYPE);
  const objType = rt.ptr(self + SUPER_OBJ_TYPE);
  if (obj !== 0) visit(obj);
  if (type !== 0) visit(type);
  if (objType !== 0) visit(objType);
}

/** Readies super. */
export function initSuperType(rt: Runtime): void {
  rt.types.super = readyType(rt, {
    name: 'super',
    basicsize: SUPER_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    slots: {
      tp_dealloc: superDealloc,
      tp_traverse: superTraverse,
      tp_repr: superRepr,
      tp_getattro: superGetAttr,
      tp_descr_get: superDescrGet,
      tp_init: superInit,
      tp_new: (rt, type) => genericAlloc(rt, type, 0),
      tp_alloc: genericAlloc,
      tp_free: gcDel,
    },
    members: {
      __thisclass__: { offset: SUPER_TYPE, type: 'object', readonly: true },
      __self__: { offset: SUPER_OBJ, type: 'object', readonly: true },
      __self_class__: { offset: SUPER_OBJ_TYPE, type: 'object', readonly: true },
    },
    doc: SUPER_DOC,
  });
}

const SUPER_DOC =
  'super() -> same as super(__class__, <first argument>)\n' +
  'super(type) -> unbound super object\n' +
  'super(type, obj) -> bound super object; requires isinstance(obj, type)\n' +
  'super(type, type2) -> bound super object; requires issubclass(type2, type)\n' +
  'Typical use to call a cooperative superclass method:\n' +
  'class C(B):\n' +
  '    def meth(self, arg):\n' +
  '        super().meth(arg)\n' +
  'This works for class methods too:\n' +
  'class C(B):\n' +
  '    @classmethod\n' +
  '    def cmeth(cls, arg):\n' +
  '        super().cmeth(arg)\n';
