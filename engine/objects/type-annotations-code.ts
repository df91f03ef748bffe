/** What few programs need of what type-annotations.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { annotationsBy } from './annotations.ts';
import { dictSetItem } from './dict.ts';
import { raiseObject } from './errors.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { bound, drop, noAttribute } from './type-annotations.ts';
import { mayChange, ownEntry } from './type-getset.ts';
import { isHeapType, typeFlags, typeModified } from './type-object.ts';

/** Puts an entry (stolen, and given back as a new reference) into the class; 0 with the error. */
export function keep(rt: Runtime, type: Addr, name: Addr, value: Addr): Addr {
  if (value === 0) return 0;
  if (dictSetItem(rt, rt.ptr(type + L.TP_DICT), name, value) < 0) {
    decref(rt, value);
    return 0;
  }
  typeModified(rt, type);
  return value;
}

/** What the class has where annotations are evaluated on demand, else 0; borrowed. */
function annotateEntry(rt: Runtime, type: Addr): Addr {
  const { __annotate__, __annotate_func__ } = rt.ids;
  return ownEntry(rt, type, __annotate__) || ownEntry(rt, type, __annotate_func__);
}

/** v3.14.0 type_get_annotate */
export function getAnnotate(rt: Runtime, type: Addr): Addr {
  if (!isHeapType(rt, type)) return noAttribute(rt, type, '__annotate__');
  const found = annotateEntry(rt, type);
  if (found !== 0) return bound(rt, type, found);
  return keep(rt, type, rt.ids.__annotate_func__, newRef(rt, rt.none));
}

/** Evaluated when a class is first asked, and kept. v3.14.0 type_get_annotations */
export function getDeferred(rt: Runtime, type: Addr): Addr {
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
export function setDeferred(rt: Runtime, type: Addr, value: Addr): number {
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

export function raiseMissing(rt: Runtime): number {
  raiseObject(rt, rt.exc.AttributeError, rt.ids.__annotations__);
  return -1;
}

export function isImmutable(rt: Runtime, type: Addr, value: Addr): boolean {
  if (!(typeFlags(rt, type) & L.TPFLAGS_IMMUTABLETYPE)) return false;
  mayChange(rt, type, value, '__annotations__');
  return true;
}
