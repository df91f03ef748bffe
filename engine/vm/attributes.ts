/** Attribute loads before a call: no bound method is made when the call can do without. */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { cachedMethod } from '../objects/attribute-cache.ts';
import { genericGetAttr, ownAttribute } from '../objects/generic-attr.ts';
import * as L from '../objects/layouts.ts';
import { getAttr, slotOf } from '../objects/object.ts';
import { incref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { typeLookup } from '../objects/type-object.ts';
import { replaceTop } from './stack-refs.ts';

/**
 * `owner.name` for a call: replaces owner at word index `at` by (method, owner) when the type has a
 * method that can be called with self in front, else by (attribute, NULL).
 * @param owner held by the stack slot at `at`
 * @returns -1 with an exception, the stack as it was. v3.13.0 Objects/object.c _PyObject_GetMethod
 */
export function loadAttrForCall(rt: Runtime, owner: Addr, name: Addr, at: number): number {
  const method = cachedMethod(rt, owner, name) || findMethod(rt, owner, name);
  if (method !== 0) {
    incref(rt, method);
    rt.i32[at + 2] = owner;
    rt.i32[at + 3] = rt.i32[at + 1]!;
    rt.i32[at] = method;
    rt.i32[at + 1] = ADDRESS_HIGH;
    return 0;
  }
  const value = getAttr(rt, owner, name);
  if (value === 0) return -1;
  replaceTop(rt, at + 2, value);
  rt.i32[at + 2] = 0;
  rt.i32[at + 3] = 0;
  return 0;
}

/** The method descriptor that `owner.name()` calls, borrowed; 0 when the slow way must be taken. */
function findMethod(rt: Runtime, owner: Addr, name: Addr): Addr {
  if (rt.fns[slotOf(rt, owner, L.TP_GETATTRO)] !== genericGetAttr) return 0;
  const found = typeLookup(rt, rt.typeOf(owner), name);
  if (found === 0) return 0;
  const flags = rt.i32[(rt.typeOf(found) + L.TP_FLAGS) >> 2]!;
  if (!(flags & L.TPFLAGS_METHOD_DESCRIPTOR)) return 0;
  // an attribute of the instance comes before a method
  return ownAttribute(rt, owner, rt.typeOf(owner), name) === 0 ? found : 0;
}
