/**
 * Operators of classes written in Python: the left operand's method, the right one's reflected
 * method, and which goes first. v3.13.0 Objects/typeobject.c SLOT1BINFULL, slot_nb_power
 */
import type { Addr } from '../base/brand.ts';
import type { Identifiers } from './identifiers.ts';
import { NB_POWER } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { callSpecial } from './slot-functions.ts';
import { dispatch } from './late-special.ts';

/** The slot function of a binary operator. v3.13.0 SLOT1BIN */
export function binarySlot(
  slot: number,
  name: keyof Identifiers,
  reflected: keyof Identifiers,
): (rt: Runtime, self: Addr, other: Addr) => Addr {
  const slotFunction = (rt: Runtime, self: Addr, other: Addr): Addr =>
    dispatch(rt, self, other, slotFunction, slot, rt.ids[name], rt.ids[reflected]);
  return slotFunction;
}

/** The slot function of an operator that works in place; a third operand is not passed on. */
export function inplaceSlot(
  name: keyof Identifiers,
): (rt: Runtime, self: Addr, other: Addr) => Addr {
  return (rt, self, other) => callSpecial(rt, self, rt.ids[name], 1, other);
}

/** v3.13.0 slot_nb_power */
export function slotNbPower(rt: Runtime, self: Addr, other: Addr, modulus: Addr): Addr {
  const ids = rt.ids;
  if (modulus === rt.none) {
    return dispatch(rt, self, other, slotNbPower, NB_POWER, ids.__pow__, ids.__rpow__);
  }
  if (rt.profile.reflectsModulus) {
    const { __pow__, __rpow__ } = ids;
    return dispatch(rt, self, other, slotNbPower, NB_POWER, __pow__, __rpow__, modulus);
  }
  if (rt.i32[(rt.typeOf(self) + NB_POWER) >> 2] === rt.fn(slotNbPower)) {
    return callSpecial(rt, self, ids.__pow__, 2, other, modulus);
  }
  return newRef(rt, rt.notImplemented);
}
