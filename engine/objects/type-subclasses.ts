/**
 * tp_subclasses: each type knows the classes that name it as a base, so that a change in it can be
 * passed on. A dict from the address of the subclass, as an int, to a weak reference to it.
 * v3.13.0 Objects/typeobject.c add_subclass, remove_subclass
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { dictDelItem, dictLen, dictNew, dictSetItem } from './dict.ts';
import { errClear } from './errors.ts';
import { newIntFromWords } from './int.ts';
import * as L from './layouts.ts';
import { clearOwned, decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';

function addressKey(rt: Runtime, type: Addr): Addr {
  return newIntFromWords(rt, type, ADDRESS_HIGH);
}

/** Notes that `type` has `base` among its bases. -1 with an exception. v3.13.0 add_subclass */
export function addSubclass(rt: Runtime, base: Addr, type: Addr): number {
  const key = addressKey(rt, type);
  if (key === 0) return -1;
  const ref = rt.hooks.newWeakref(rt, type);
  let failed = ref === 0 ? -1 : 0;
  let dict = rt.ptr(base + L.TP_SUBCLASSES);
  if (failed === 0 && dict === 0) {
    dict = dictNew(rt);
    rt.setPtr(base + L.TP_SUBCLASSES, dict);
    if (dict === 0) failed = -1;
  }
  if (failed === 0) failed = dictSetItem(rt, dict, key, ref);
  decref(rt, key);
  if (ref !== 0) decref(rt, ref);
  return failed;
}

/** v3.13.0 type_ready_add_subclasses, add_all_subclasses */
export function addToSubclasses(rt: Runtime, type: Addr, bases: Addr): number {
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    if (addSubclass(rt, tupleItem(rt, bases, i), type) < 0) return -1;
  }
  return 0;
}

/** v3.13.0 remove_subclass */
function removeSubclass(rt: Runtime, base: Addr, type: Addr): void {
  const dict = rt.ptr(base + L.TP_SUBCLASSES);
  if (dict === 0) return;
  const key = addressKey(rt, type);
  if (key === 0 || dictDelItem(rt, dict, key) < 0) errClear(rt);
  if (key !== 0) decref(rt, key);
  if (rt.profile.dropsEmptySubclasses && dictLen(rt, dict) === 0)
    clearOwned(rt, base + L.TP_SUBCLASSES);
}

/** The type is going away, or gets other bases. v3.13.0 remove_all_subclasses */
export function removeAllSubclasses(rt: Runtime, type: Addr, bases: Addr): void {
  for (let i = 0, n = tupleSize(rt, bases); i < n; i++) {
    removeSubclass(rt, tupleItem(rt, bases, i), type);
  }
}
