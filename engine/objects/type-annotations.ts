/** `__annotations__` and `__annotate__` of classes. v3.14.0 Objects/typeobject.c */
import type { Addr } from '../base/brand.ts';
import { mayAnnotate } from './annotations.ts';
import { dictDrop, dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import * as L from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { mayChange } from './type-getset.ts';
import { isHeapType, typeModified, typeName } from './type-object.ts';
import type { GetSetSpec } from './type-spec.ts';
import {
  getAnnotate,
  getDeferred,
  isImmutable,
  keep,
  raiseMissing,
  setDeferred,
} from './late-introspection.ts';

/** An entry of the class as an attribute of it; new, or 0 with the error. */
export function bound(rt: Runtime, type: Addr, found: Addr): Addr {
  const get = rt.ptr(rt.typeOf(found) + L.TP_DESCR_GET);
  return get === 0 ? newRef(rt, found) : rt.fns[get]!(rt, found, 0, type);
}

export function noAttribute(rt: Runtime, type: Addr, name: string): Addr {
  const text = `type object '${typeName(rt, type)}' has no attribute '${name}'`;
  return raise(rt, rt.exc.AttributeError, text);
}

/** Takes an entry out of the class: 1, or 0 where there is none, or -1 with the error. */
export function drop(rt: Runtime, type: Addr, name: Addr): number {
  return dictDrop(rt, rt.ptr(type + L.TP_DICT), name);
}

/** v3.14.0 type_set_annotate */
function setAnnotate(rt: Runtime, type: Addr, value: Addr): number {
  if (value === 0) {
    return raiseInt(rt, rt.exc.TypeError, 'cannot delete __annotate__ attribute');
  }
  if (!mayChange(rt, type, value, '__annotate__') || !mayAnnotate(rt, value)) return -1;
  typeModified(rt, type);
  const failed = dictSetItem(rt, rt.ptr(type + L.TP_DICT), rt.ids.__annotate_func__, value);
  if (failed < 0 || value === rt.none) return failed;
  return Math.min(drop(rt, type, rt.ids.__annotations_cache__), 0);
}

/** Made when a class is first asked for it. v3.13.0 type_get_annotations */
function getAnnotations(rt: Runtime, type: Addr): Addr {
  if (!isHeapType(rt, type)) return noAttribute(rt, type, '__annotations__');
  const found = dictGetStr(rt, rt.ptr(type + L.TP_DICT), rt.ids.__annotations__);
  if (found !== 0) return bound(rt, type, found);
  return keep(rt, type, rt.ids.__annotations__, dictNew(rt));
}

/** v3.13.0 type_set_annotations */
function setAnnotations(rt: Runtime, type: Addr, value: Addr): number {
  if (isImmutable(rt, type, value)) return -1;
  const { __annotations__ } = rt.ids;
  const failed =
    value === 0
      ? drop(rt, type, __annotations__) || raiseMissing(rt)
      : dictSetItem(rt, rt.ptr(type + L.TP_DICT), __annotations__, value);
  if (failed < 0) return -1;
  typeModified(rt, type);
  return 0;
}

/** The descriptors that `type` has for annotations in this release. */
export function typeAnnotations(rt: Runtime): Readonly<Record<string, GetSetSpec>> {
  return rt.profile.annotations.deferred
    ? {
        __annotations__: { get: getDeferred, set: setDeferred },
        __annotate__: { get: getAnnotate, set: setAnnotate },
      }
    : { __annotations__: { get: getAnnotations, set: setAnnotations } };
}
