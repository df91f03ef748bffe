/** `__annotations__` and `__annotate__` of classes. v3.14.0 Objects/typeobject.c */
import type { Addr } from '../base/brand.ts';
import { annotationsBy, mayAnnotate } from './annotations.ts';
import { dictDrop, dictGetStr, dictNew, dictSetItem } from './dict.ts';
import { raise, raiseInt, raiseObject } from './errors.ts';
import * as L from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { mayChange, ownEntry } from './type-getset.ts';
import { isHeapType, typeFlags, typeModified, typeName } from './type-object.ts';
import type { GetSetSpec } from './type-spec.ts';

/** An entry of the class as an attribute of it; new, or 0 with the error. */
function bound(rt: Runtime, type: Addr, found: Addr): Addr {
  const get = rt.ptr(rt.typeOf(found) + L.TP_DESCR_GET);
  return get === 0 ? newRef(rt, found) : rt.fns[get]!(rt, found, 0, type);
}

function noAttribute(rt: Runtime, type: Addr, name: string): Addr {
  const text = `type object '${typeName(rt, type)}' has no attribute '${name}'`;
  return raise(rt, rt.exc.AttributeError, text);
}

/** Puts an entry (stolen, and given back as a new reference) into the class; 0 with the error. */
function keep(rt: Runtime, type: Addr, name: Addr, value: Addr): Addr {
  if (value === 0) return 0;
  if (dictSetItem(rt, rt.ptr(type + L.TP_DICT), name, value) < 0) {
    decref(rt, value);
    return 0;
  }
  typeModified(rt, type);
  return value;
}

/** Takes an entry out of the class: 1, or 0 where there is none, or -1 with the error. */
function drop(rt: Runtime, type: Addr, name: Addr): number {
  return dictDrop(rt, rt.ptr(type + L.TP_DICT), name);
}

/** What the class has where annotations are evaluated on demand, else 0; borrowed. */
function annotateEntry(rt: Runtime, type: Addr): Addr {
  const { __annotate__, __annotate_func__ } = rt.ids;
  return ownEntry(rt, type, __annotate__) || ownEntry(rt, type, __annotate_func__);
}

/** v3.14.0 type_get_annotate */
function getAnnotate(rt: Runtime, type: Addr): Addr {
  if (!isHeapType(rt, type)) return noAttribute(rt, type, '__annotate__');
  const found = annotateEntry(rt, type);
  if (found !== 0) return bound(rt, type, found);
  return keep(rt, type, rt.ids.__annotate_func__, newRef(rt, rt.none));
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

/** Evaluated when a class is first asked, and kept. v3.14.0 type_get_annotations */
function getDeferred(rt: Runtime, type: Addr): Addr {
  if (!isHeapType(rt, type)) return noAttribute(rt, type, '__annotations__');
  const { __annotations__, __annotations_cache__ } = rt.ids;
  const found = ownEntry(rt, type, __annotations__) || ownEntry(rt, type, __annotations_cache__);
  if (found !== 0) return bound(rt, type, found);
  const annotate = getAnnotate(rt, type);
  if (annotate === 0) return 0;
  const made = annotationsBy(rt, annotate);
  decref(rt, annotate);
  return keep(rt, type, __annotations_cache__, made);
}

/** v3.14.0 type_set_annotations */
function setDeferred(rt: Runtime, type: Addr, value: Addr): number {
  if (isImmutable(rt, type, value)) return -1;
  const ids = rt.ids;
  const dict = rt.ptr(type + L.TP_DICT);
  let failed: number;
  if (value !== 0) {
    const kept = ownEntry(rt, type, ids.__annotations__) !== 0;
    const name = kept ? ids.__annotations__ : ids.__annotations_cache__;
    failed = dictSetItem(rt, dict, name, value);
  } else {
    failed = drop(rt, type, ids.__annotations__) || drop(rt, type, ids.__annotations_cache__);
    if (failed === 0) failed = raiseMissing(rt);
  }
  if (failed < 0) return -1;
  typeModified(rt, type);
  const left = [ids.__annotate_func__, ids.__annotate__].map((name) => drop(rt, type, name));
  return Math.min(...left, 0);
}

function raiseMissing(rt: Runtime): number {
  raiseObject(rt, rt.exc.AttributeError, rt.ids.__annotations__);
  return -1;
}

function isImmutable(rt: Runtime, type: Addr, value: Addr): boolean {
  if (!(typeFlags(rt, type) & L.TPFLAGS_IMMUTABLETYPE)) return false;
  mayChange(rt, type, value, '__annotations__');
  return true;
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
