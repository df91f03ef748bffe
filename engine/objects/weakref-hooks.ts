/**
 * Weak references as seen from the types below them: what the file that defines weakref.ref hands
 * in. Functions only, the same for every machine.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

export interface WeakrefHooks {
  /** A new weak reference without callback; 0 with an exception. v3.13.0 PyWeakref_NewRef */
  newRef: ((rt: Runtime, p: Addr) => Addr) | null;
  /** Clears the weak references to `p`, which is being freed. v3.13.0 PyObject_ClearWeakRefs */
  clearRefs: ((rt: Runtime, p: Addr) => void) | null;
}

export const weakrefHooks: WeakrefHooks = {
  newRef: null,
  clearRefs: (rt, p) => rt.hooks.clearWeakrefs(rt, p),
};
