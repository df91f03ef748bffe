/**
 * The attributes of a class that are not in its dict: `__name__`, `__bases__`, `__dict__` ...
 * v3.13.0 Objects/typeobject.c type_getsets
 */
import type { Addr } from '../base/brand.ts';
import { cStringText } from './cfunction.ts';
import { typeAnnotations } from './type-annotations.ts';
import { setBases } from './late-values.ts';
import { dictDrop, dictGetStr, dictSetItem } from './dict.ts';
import { errOccurred, raiseInt, raiseObject } from './errors.ts';
import { internJs } from './strings.ts';
import * as L from './layouts.ts';
import { mappingProxyNew } from './mapping-proxy.ts';
import { isTrue } from './object.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strData, strToJs } from './strings.ts';
import { isHeapType, typeModified, typeNameObject, typeQualnameObject } from './type-object.ts';
import type { GetSetSpec } from './type-spec.ts';
import { typeModuleObject } from './type-type.ts';
import {
  getTypeParams,
  mayChange,
  notString,
  setDoc,
  setModule,
  setQualname,
  setTypeParams,
} from './late-introspection.ts';

export { mayChange } from './late-introspection.ts';

/** v3.13.0 type_set_name */
function setName(rt: Runtime, type: Addr, value: Addr): number {
  if (!mayChange(rt, type, value, '__name__')) return -1;
  if (!isStr(rt, value)) return notString(rt, type, value, '__name__');
  if (strToJs(rt, value).includes('\0')) {
    return raiseInt(rt, rt.exc.ValueError, 'type name must not contain null characters');
  }
  rt.setPtr(type + L.TP_NAME, strData(rt, value));
  setOwned(rt, type + L.HT_NAME, newRef(rt, value));
  return 0;
}

/** An entry of the class's own dict; borrowed, 0 where there is none. */
export function ownEntry(rt: Runtime, type: Addr, name: Addr): Addr {
  return dictGetStr(rt, rt.ptr(type + L.TP_DICT), name);
}

/** v3.13.0 type_module */
function getModule(rt: Runtime, type: Addr): Addr {
  const module = typeModuleObject(rt, type);
  return module === 0 ? raiseObject(rt, rt.exc.AttributeError, rt.ids.__module__) : module;
}

/** The dict of type and of property has a descriptor for `__doc__`: tp_doc says theirs. type_get_doc */
function getDoc(rt: Runtime, type: Addr): Addr {
  const own = rt.ptr(type + L.TP_DOC);
  if (own !== 0 && !isHeapType(rt, type)) return newStr(rt, cStringText(rt, own));
  const doc = ownEntry(rt, type, rt.ids.__doc__);
  if (doc === 0) return newRef(rt, rt.none);
  const get = rt.ptr(rt.typeOf(doc) + L.TP_DESCR_GET);
  return get === 0 ? newRef(rt, doc) : rt.fns[get]!(rt, doc, 0, type);
}

/** v3.13.0 type_abstractmethods */
function getAbstractMethods(rt: Runtime, type: Addr): Addr {
  const key = internJs(rt, '__abstractmethods__');
  if (key === 0) return 0;
  const found = type === rt.types.type ? 0 : ownEntry(rt, type, key);
  const result = found === 0 ? raiseObject(rt, rt.exc.AttributeError, key) : newRef(rt, found);
  decref(rt, key);
  return result;
}

/** v3.13.0 type_set_abstractmethods: a class with any cannot be instantiated */
function setAbstractMethods(rt: Runtime, type: Addr, value: Addr): number {
  const abstract = value === 0 ? 0 : isTrue(rt, value);
  if (abstract < 0) return -1;
  const key = internJs(rt, '__abstractmethods__');
  if (key === 0) return -1;
  const dict = rt.ptr(type + L.TP_DICT);
  const done = value === 0 ? dictDrop(rt, dict, key) : dictSetItem(rt, dict, key, value);
  if (value === 0 && done === 0) raiseObject(rt, rt.exc.AttributeError, key);
  decref(rt, key);
  if (errOccurred(rt)) return -1;
  typeModified(rt, type);
  const flags = (type + L.TP_FLAGS) >> 2;
  rt.i32[flags] = abstract
    ? rt.i32[flags]! | L.TPFLAGS_IS_ABSTRACT
    : rt.i32[flags]! & ~L.TPFLAGS_IS_ABSTRACT;
  return 0;
}

function fieldOrNone(field: number): (rt: Runtime, type: Addr) => Addr {
  return (rt, type) => newRef(rt, rt.ptr(type + field) || rt.none);
}

/** v3.13.0 type_getsets, in its order */
export function typeGetSet(rt: Runtime): Readonly<Record<string, GetSetSpec>> {
  return {
    __name__: { get: typeNameObject, set: setName },
    __qualname__: { get: typeQualnameObject, set: setQualname },
    __bases__: { get: fieldOrNone(L.TP_BASES), set: setBases },
    __mro__: { get: fieldOrNone(L.TP_MRO) },
    __module__: { get: getModule, set: setModule },
    __abstractmethods__: { get: getAbstractMethods, set: setAbstractMethods },
    __dict__: { get: (rt, type) => mappingProxyNew(rt, rt.ptr(type + L.TP_DICT)) },
    __doc__: { get: getDoc, set: setDoc },
    __text_signature__: { get: (rt) => newRef(rt, rt.none) },
    ...typeAnnotations(rt),
    __type_params__: { get: getTypeParams, set: setTypeParams },
  };
}
