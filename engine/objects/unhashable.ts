/** What is said of a key or an element that has no hash. */
import type { Addr } from '../base/brand.ts';
import { errFetch, errOccurred, errRestore, raise } from './errors.ts';
import { strText, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/**
 * Puts what the object was to be used as before the TypeError that hashing it raised, in releases that
 * say so. v3.14.0 Objects/dictobject.c dict_unhashable_type, Objects/setobject.c set_unhashable_type
 */
export function tellUnhashable(rt: Runtime, p: Addr, use: string): void {
  if (!rt.profile.unhashableTellsUse || !errOccurred(rt)) return;
  const exception = errFetch(rt);
  if (rt.typeOf(exception) !== rt.exc.TypeError) {
    errRestore(rt, exception);
    return;
  }
  const text = strText(rt, exception) ?? '';
  decref(rt, exception);
  raise(rt, rt.exc.TypeError, `cannot use '${typeNameOf(rt, p)}' as ${use} (${text})`);
}
