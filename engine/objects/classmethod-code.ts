/** What few programs need of what classmethod.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callObject } from './call.ts';
import type { Runtime } from './runtime.ts';

/** v3.13.0 sm_call */
export function staticmethodCall(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): Addr {
  return callObject(rt, rt.ptr(self + L.CLASSMETHOD_CALLABLE), args, kwargs);
}
