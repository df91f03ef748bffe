/** What few programs need of what slot-operators.ts is about. */
import type { Addr } from '../base/brand.ts';
import { errOccurred } from './errors.ts';
import { lookupAttr, NE, richCompareBool } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { callSpecialMaybe } from './slot-functions.ts';
import { isSubtype } from './type-object.ts';

/** Whether the right operand's class has a method of its own under this name. method_is_overloaded */
function isOverloaded(rt: Runtime, left: Addr, right: Addr, name: Addr): number {
  const a = lookupAttr(rt, rt.typeOf(right), name);
  if (a === 0) return errOccurred(rt) ? -1 : 0;
  const b = lookupAttr(rt, rt.typeOf(left), name);
  if (b === 0) {
    decref(rt, a);
    return errOccurred(rt) ? -1 : 1;
  }
  const differ = richCompareBool(rt, a, b, NE);
  decref(rt, a);
  decref(rt, b);
  return differ;
}

/**
 * @param test the slot function itself: says which operand is a Python class
 * @param slot where that function stands in a type
 * @param third the modulus of pow(), 0 for none
 */
export function dispatch(
  rt: Runtime,
  self: Addr,
  other: Addr,
  test: Native,
  slot: number,
  name: Addr,
  reflected: Addr,
  third = 0,
): Addr {
  const selfType = rt.typeOf(self);
  const otherType = rt.typeOf(other);
  const number = rt.fn(test);
  let tryOther = selfType !== otherType && rt.i32[(otherType + slot) >> 2] === number;
  if (rt.i32[(selfType + slot) >> 2] === number) {
    if (tryOther && isSubtype(rt, otherType, selfType)) {
      const overloaded = isOverloaded(rt, self, other, reflected);
      if (overloaded < 0) return 0;
      if (overloaded > 0) {
        const first = callSpecialMaybe(rt, other, reflected, self, third);
        if (first !== rt.notImplemented) return first;
        decref(rt, first);
        tryOther = false;
      }
    }
    const result = callSpecialMaybe(rt, self, name, other, third);
    if (result !== rt.notImplemented || otherType === selfType) return result;
    decref(rt, result);
  }
  if (tryOther) return callSpecialMaybe(rt, other, reflected, self, third);
  return newRef(rt, rt.notImplemented);
}
