/** `__annotations__` and `__annotate__` of modules. v3.14.0 Objects/moduleobject.c */
import type { Addr } from '../base/brand.ts';
import { mayAnnotate } from './annotations.ts';
import { dictDrop, dictGetStr, dictSetItem } from './dict.ts';
import { raiseInt, raiseObject } from './errors.ts';
import * as L from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import type { GetSetSpec } from './type-spec.ts';
import { getAnnotations } from './late-introspection.ts';

/** v3.14.0 module_get_annotate */
function getAnnotate(rt: Runtime, self: Addr): Addr {
  const dict = rt.ptr(self + L.MODULE_DICT);
  const found = dictGetStr(rt, dict, rt.ids.__annotate__);
  if (found !== 0) return newRef(rt, found);
  return dictSetItem(rt, dict, rt.ids.__annotate__, rt.none) < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.14.0 module_set_annotate */
function setAnnotate(rt: Runtime, self: Addr, value: Addr): number {
  if (value === 0) {
    return raiseInt(rt, rt.exc.TypeError, 'cannot delete __annotate__ attribute');
  }
  if (!mayAnnotate(rt, value)) return -1;
  const dict = rt.ptr(self + L.MODULE_DICT);
  if (dictSetItem(rt, dict, rt.ids.__annotate__, value) < 0) return -1;
  return value === rt.none ? 0 : Math.min(dictDrop(rt, dict, rt.ids.__annotations__), 0);
}

/** v3.14.0 module_set_annotations */
function setAnnotations(rt: Runtime, self: Addr, value: Addr): number {
  const dict = rt.ptr(self + L.MODULE_DICT);
  const { __annotations__, __annotate__ } = rt.ids;
  if (value !== 0) {
    if (dictSetItem(rt, dict, __annotations__, value) < 0) return -1;
  } else {
    const dropped = dictDrop(rt, dict, __annotations__);
    if (dropped === 0) raiseObject(rt, rt.exc.AttributeError, __annotations__);
    if (dropped <= 0) return -1;
  }
  return rt.profile.annotations.deferred ? Math.min(dictDrop(rt, dict, __annotate__), 0) : 0;
}

/** The descriptors that modules have for annotations in this release. */
export function moduleAnnotations(rt: Runtime): Readonly<Record<string, GetSetSpec>> {
  const { ofModules, deferred } = rt.profile.annotations;
  return {
    ...(ofModules ? { __annotations__: { get: getAnnotations, set: setAnnotations } } : {}),
    ...(deferred ? { __annotate__: { get: getAnnotate, set: setAnnotate } } : {}),
  };
}
