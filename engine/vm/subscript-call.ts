/** `c[x]` for a class that defines `__getitem__` in Python: the frame takes container and key over. */
import type { Addr } from '../base/brand.ts';
import * as L from '../objects/layouts.ts';
import { newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { slotMpSubscript } from '../objects/slot-functions.ts';
import { typeLookup } from '../objects/type-object.ts';
import { takesExactly } from './call-init.ts';
import { enterFunction } from './calls.ts';

/** The `__getitem__` to be entered, borrowed; 0 when there is another way. */
export function subscriptFunction(rt: Runtime, container: Addr): Addr {
  if (!rt.profile.specializes.subscript) return 0;
  const type = rt.typeOf(container);
  if (!(rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HEAPTYPE)) return 0;
  if (rt.fns[rt.i32[(type + L.MP_SUBSCRIPT) >> 2]!] !== slotMpSubscript) return 0;
  const found = typeLookup(rt, type, rt.ids.__getitem__);
  if (found === 0 || rt.typeOf(found) !== rt.types.function) return 0;
  return takesExactly(rt, found, 2) ? found : 0;
}

/**
 * @param sp word index behind container and key, which are stolen
 * @returns the frame, 0 with an exception. v3.13.0 Python/bytecodes.c BINARY_SUBSCR_GETITEM
 */
export function enterSubscript(rt: Runtime, func: Addr, sp: number): Addr {
  return enterFunction(rt, newRef(rt, func), (sp - 4) << 2, 2, 0);
}
