/** classmethod and staticmethod. v3.13.0 Objects/funcobject.c PyClassMethod_Type, PyStaticMethod_Type */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { methodNew } from './cfunction.ts';
import { dictDrop, dictGetStr, dictSetItem } from './dict.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrack } from './gc-object.ts';
import { genericAlloc } from './generic-alloc.ts';
import { genericGetDict } from './generic-attr.ts';
import * as L from './layouts.ts';
import { getAttr, isTrue, lookupAttr, reprText, setAttr, typeNameOf } from './object.ts';
import { newBool } from './bool.ts';
import { clearOwned, decref, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import type { GetSetSpec, MemberSpec, Slots, Visit } from './type-spec.ts';
import { staticmethodCall } from './late-introspection.ts';

/** A staticmethod around `func`, without what `functools.wraps` would copy. v3.13.0 PyStaticMethod_New */
export function staticmethodNew(rt: Runtime, func: Addr): Addr {
  return wrapNew(rt, rt.types.staticmethod, func);
}

/** A classmethod around `func`. v3.13.0 PyClassMethod_New */
export function classmethodNew(rt: Runtime, func: Addr): Addr {
  return wrapNew(rt, rt.types.classmethod, func);
}

function wrapNew(rt: Runtime, type: Addr, func: Addr): Addr {
  const p = gcNew(rt, type, L.CLASSMETHOD_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + L.CLASSMETHOD_CALLABLE, newRef(rt, func));
  rt.setPtr(p + L.CLASSMETHOD_DICT, 0);
  gcTrack(rt, p);
  return p;
}

/** v3.13.0 cm_dealloc, sm_dealloc */
function wrapDealloc(rt: Runtime, self: Addr): void {
  gcUntrack(rt, self);
  xdecref(rt, rt.ptr(self + L.CLASSMETHOD_CALLABLE));
  xdecref(rt, rt.ptr(self + L.CLASSMETHOD_DICT));
  rt.fns[rt.ptr(rt.typeOf(self) + L.TP_FREE)]!(rt, self);
}

function wrapTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const dict = rt.ptr(self + L.CLASSMETHOD_DICT);
  if (dict !== 0) visit(dict);
  const callable = rt.ptr(self + L.CLASSMETHOD_CALLABLE);
  if (callable !== 0) visit(callable);
}

function wrapClear(rt: Runtime, self: Addr): number {
  clearOwned(rt, self + L.CLASSMETHOD_CALLABLE);
  clearOwned(rt, self + L.CLASSMETHOD_DICT);
  return 0;
}

/** v3.13.0 cm_new, sm_new: both fields start as None */
function wrapTypeNew(rt: Runtime, type: Addr): Addr {
  const p = genericAlloc(rt, type, 0);
  if (p !== 0) rt.setPtr(p + L.CLASSMETHOD_CALLABLE, newRef(rt, rt.none));
  return p;
}

/** v3.13.0 cm_init, sm_init */
function wrapInit(name: string): Slots['tp_init'] {
  return (rt, self, args, kwargs) => {
    if (!noKeywords(rt, name, kwargs)) return -1;
    const n = tupleSize(rt, args);
    if (n !== 1) {
      raise(rt, rt.exc.TypeError, `${name} expected 1 argument, got ${n}`);
      return -1;
    }
    const callable = tupleItem(rt, args, 0);
    setOwned(rt, self + L.CLASSMETHOD_CALLABLE, newRef(rt, callable));
    return rt.profile.wrappersTellFunction ? copyAttributes(rt, callable, self) : 0;
  };
}

/** v3.13.0 functools_wraps: `__module__`, `__name__`, `__qualname__`, `__doc__`, `__annotations__` */
function copyAttributes(rt: Runtime, from: Addr, to: Addr): number {
  const ids = rt.ids;
  const names = [ids.__module__, ids.__name__, ids.__qualname__, ids.__doc__];
  // Where they are evaluated on demand, they are asked for on demand.
  if (!rt.profile.annotations.deferred) names.push(ids.__annotations__);
  for (const name of names) {
    const value = lookupAttr(rt, from, name);
    if (value === 0) {
      if (errOccurred(rt)) return -1;
      continue;
    }
    const failed = setAttr(rt, to, name, value);
    decref(rt, value);
    if (failed < 0) return -1;
  }
  return 0;
}

/** v3.13.0 cm_repr, sm_repr */
function wrapRepr(rt: Runtime, name: string): Pick<Slots, 'tp_repr'> | Record<never, never> {
  if (!rt.profile.wrappersTellFunction) return {};
  const repr = (r: Runtime, self: Addr): Addr => {
    const text = reprText(r, r.ptr(self + L.CLASSMETHOD_CALLABLE));
    return text === null ? 0 : newStr(r, `<${name}(${text})>`);
  };
  return { tp_repr: repr };
}

/** v3.13.0 _PyObject_IsAbstract of the callable */
function isAbstract(rt: Runtime, self: Addr): Addr {
  const callable = rt.ptr(self + L.CLASSMETHOD_CALLABLE);
  const flag = lookupAttr(rt, callable, rt.ids.__isabstractmethod__);
  if (flag === 0) return errOccurred(rt) ? 0 : newBool(rt, false);
  const truth = isTrue(rt, flag);
  decref(rt, flag);
  return truth < 0 ? 0 : newBool(rt, truth === 1);
}

const members: Readonly<Record<string, MemberSpec>> = {
  __func__: { offset: L.CLASSMETHOD_CALLABLE, type: 'object', readonly: true },
  __wrapped__: { offset: L.CLASSMETHOD_CALLABLE, type: 'object', readonly: true },
};

/** v3.13.0 PyObject_GenericSetDict */
function setDict(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) {
    raise(rt, rt.exc.TypeError, 'cannot delete __dict__');
    return -1;
  }
  setOwned(rt, self + L.CLASSMETHOD_DICT, newRef(rt, value));
  return 0;
}

const getset: Readonly<Record<string, GetSetSpec>> = {
  __isabstractmethod__: { get: isAbstract },
  __dict__: { get: genericGetDict, set: setDict },
};

/** What the function has of it, kept here from then on. v3.14.0 descriptor_get_wrapped_attribute */
function wrappedAttribute(name: '__annotations__' | '__annotate__'): GetSetSpec {
  const own = (rt: Runtime, self: Addr): Addr => {
    const dict = genericGetDict(rt, self);
    if (dict !== 0) decref(rt, dict); // the object keeps it
    return dict;
  };
  return {
    get: (rt, self) => {
      const dict = own(rt, self);
      const found = dict === 0 ? 0 : dictGetStr(rt, dict, rt.ids[name]);
      if (found !== 0) return newRef(rt, found);
      if (dict === 0) return 0;
      const value = getAttr(rt, rt.ptr(self + L.CLASSMETHOD_CALLABLE), rt.ids[name]);
      if (value === 0 || dictSetItem(rt, dict, rt.ids[name], value) === 0) return value;
      decref(rt, value);
      return 0;
    },
    set: (rt, self, value) => {
      const dict = own(rt, self);
      if (dict === 0) return -1;
      if (value !== 0) return dictSetItem(rt, dict, rt.ids[name], value);
      const dropped = dictDrop(rt, dict, rt.ids[name]);
      if (dropped !== 0) return Math.min(dropped, 0);
      const text = `'${typeNameOf(rt, self)}' object has no attribute '${name}'`;
      return raiseInt(rt, rt.exc.AttributeError, text);
    },
  };
}

function getSetOf(rt: Runtime): Readonly<Record<string, GetSetSpec>> {
  if (!rt.profile.annotations.deferred) return getset;
  return {
    ...getset,
    __annotations__: wrappedAttribute('__annotations__'),
    __annotate__: wrappedAttribute('__annotate__'),
  };
}

/** Binds the function to the type. v3.13.0 cm_descr_get */
function classmethodGet(rt: Runtime, self: Addr, obj: Addr, type: Addr): Addr {
  const callable = rt.ptr(self + L.CLASSMETHOD_CALLABLE);
  return methodNew(rt, callable, type === 0 ? rt.typeOf(obj) : type);
}

/** v3.13.0 sm_descr_get */
function staticmethodGet(rt: Runtime, self: Addr): Addr {
  return newRef(rt, rt.ptr(self + L.CLASSMETHOD_CALLABLE));
}

const shared: Partial<Slots> = {
  tp_dealloc: wrapDealloc,
  tp_traverse: wrapTraverse,
  tp_clear: wrapClear,
  tp_new: wrapTypeNew,
  tp_alloc: genericAlloc,
  tp_free: gcDel,
};

/** Readies both types. */
export function initClassmethodTypes(rt: Runtime): void {
  const both = {
    basicsize: L.CLASSMETHOD_SIZE,
    flags: L.TPFLAGS_HAVE_GC | L.TPFLAGS_BASETYPE,
    dictoffset: L.CLASSMETHOD_DICT,
    members,
    getset: getSetOf(rt),
  };
  rt.types.classmethod = readyType(rt, {
    ...both,
    name: 'classmethod',
    slots: {
      ...shared,
      ...wrapRepr(rt, 'classmethod'),
      tp_init: wrapInit('classmethod'),
      tp_descr_get: classmethodGet,
    },
    doc: CLASSMETHOD_DOC,
  });
  rt.types.staticmethod = readyType(rt, {
    ...both,
    name: 'staticmethod',
    slots: {
      ...shared,
      ...wrapRepr(rt, 'staticmethod'),
      tp_init: wrapInit('staticmethod'),
      tp_call: staticmethodCall,
      tp_descr_get: staticmethodGet,
    },
    doc: STATICMETHOD_DOC,
  });
}

const CLASSMETHOD_DOC = 'Convert a function to be a class method.';
const STATICMETHOD_DOC = 'Convert a function to be a static method.';
