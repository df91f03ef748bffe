/** What few programs need of what module-annotations.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { annotationsBy } from './annotations.ts';
import { dictGetStr, dictSetItem } from './dict.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Made when the module is first asked, and kept in it. v3.14.0 module_get_annotations */
export function getAnnotations(rt: Runtime, self: Addr): Addr {
  const dict = rt.ptr(self + L.MODULE_DICT);
  const found = dictGetStr(rt, dict, rt.ids.__annotations__);
  if (found !== 0) return newRef(rt, found);
  const made = annotationsBy(rt, deferredBy(rt, dict));
  if (made === 0) return 0;
  if (dictSetItem(rt, dict, rt.ids.__annotations__, made) === 0) return made;
  decref(rt, made);
  return 0;
}

function deferredBy(rt: Runtime, dict: Addr): Addr {
  return rt.profile.annotations.deferred ? dictGetStr(rt, dict, rt.ids.__annotate__) : 0;
}
