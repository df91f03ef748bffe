/** Annotations that are evaluated on demand, of functions, classes and modules (PEP 649). */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { dictNew } from './dict.ts';
import { raise, raiseInt } from './errors.ts';
import { newInt } from './int.ts';
import { isCallable, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isSubtype } from './type-object.ts';

/** annotationlib.Format.VALUE */
const VALUE = 1;

/**
 * The dict of annotations that `annotate` (borrowed, 0 for none) gives; new, or 0 with the error.
 * v3.14.0 Objects/funcobject.c func_get_annotation_dict
 */
export function annotationsBy(rt: Runtime, annotate: Addr): Addr {
  if (annotate === 0 || !isCallable(rt, annotate)) return dictNew(rt);
  const format = newInt(rt, VALUE);
  if (format === 0) return 0;
  const dict = callOneArg(rt, annotate, format);
  decref(rt, format);
  if (dict === 0 || isSubtype(rt, rt.typeOf(dict), rt.types.dict)) return dict;
  raise(rt, rt.exc.TypeError, rt.profile.annotations.notDict(typeNameOf(rt, dict)));
  decref(rt, dict);
  return 0;
}

/** Whether it may be an `__annotate__`; else TypeError. */
export function mayAnnotate(rt: Runtime, value: Addr): boolean {
  if (value === rt.none || isCallable(rt, value)) return true;
  raiseInt(rt, rt.exc.TypeError, '__annotate__ must be callable or None');
  return false;
}
