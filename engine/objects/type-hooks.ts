/**
 * What types need of the running frame, which is the VM's: it hands these in. Functions only, the
 * same for every machine.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

export interface TypeHooks {
  /** The globals of the running frame; borrowed, 0 when nothing runs. v3.13.0 PyEval_GetGlobals */
  globals: (rt: Runtime) => Addr;
  /**
   * `super()`: puts the class and the object of the running method into `out` (both borrowed).
   * @returns false with RuntimeError. v3.13.0 Objects/typeobject.c super_init_without_args
   */
  superWithoutArgs: (rt: Runtime, out: Int32Array) => boolean;
}

export const typeHooks: TypeHooks = {
  globals: () => 0,
  superWithoutArgs: () => false,
};
