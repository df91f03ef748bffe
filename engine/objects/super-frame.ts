/** `super()` without arguments: what the running method's frame says. super_init_without_args */
import type { Addr } from '../base/brand.ts';
import * as L from './layouts.ts';
import { type Runtime, STATE } from './runtime.ts';

export { superWithoutArgs } from './late-introspection.ts';

/** The globals of the running frame; borrowed, 0 when nothing runs. v3.13.0 PyEval_GetGlobals */
export function runningGlobals(rt: Runtime): Addr {
  const frame = rt.statePtr(STATE.currentFrame);
  return frame === 0 ? 0 : rt.ptr(frame + L.F_GLOBALS);
}
