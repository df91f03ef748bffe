/**
 * float in memory: making one, reading one. Freed floats are kept for reuse.
 *
 *      0  ob_refcnt, ob_type
 *     16  ob_fval, a double
 *
 * v3.13.0 Objects/floatobject.c
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory } from './errors.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { FLOAT_SIZE, FLOAT_VALUE, TP_FREE } from './layouts.ts';
import { FREE_FLOAT, type Runtime } from './runtime.ts';
import { isSubtype } from './type-object.ts';

/** A new float. v3.13.0 PyFloat_FromDouble */
export function newFloat(rt: Runtime, x: number): Addr {
  let p = freeListPop(rt, FREE_FLOAT);
  if (p === 0) {
    p = rt.obj.malloc(FLOAT_SIZE);
    if (p === 0) return noMemory(rt);
  }
  const i = p >> 2;
  const i32 = rt.i32;
  i32[i] = 1;
  i32[i + 1] = 0;
  i32[i + 2] = rt.types.float;
  i32[i + 3] = ADDRESS_HIGH;
  rt.f64[(p + FLOAT_VALUE) >> 3] = x;
  return p;
}

/** The value of a float, also of a subclass. v3.13.0 PyFloat_AS_DOUBLE */
export function floatValue(rt: Runtime, p: Addr): number {
  return rt.f64[(p + FLOAT_VALUE) >> 3]!;
}

/** Whether `p` is a float or of a subclass. v3.13.0 PyFloat_Check */
export function isFloat(rt: Runtime, p: Addr): boolean {
  const type = rt.i32[(p + 8) >> 2]!;
  return type === rt.types.float || isSubtype(rt, type, rt.types.float);
}

/** Whether the type of `p` is float itself. v3.13.0 PyFloat_CheckExact */
export function isFloatExact(rt: Runtime, p: Addr): boolean {
  return rt.i32[(p + 8) >> 2] === rt.types.float;
}

/** tp_dealloc: floats themselves into the free list while it has room. v3.13.0 float_dealloc */
export function floatDealloc(rt: Runtime, p: Addr): void {
  const type = rt.i32[(p + 8) >> 2]!;
  if (type !== rt.types.float) rt.fns[rt.i32[(type + TP_FREE) >> 2]!]!(rt, p);
  else if (!freeListPush(rt, FREE_FLOAT, p, rt.profile.freeLists.float)) rt.obj.free(p);
}
