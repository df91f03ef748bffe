/**
 * Weak references as seen from the types below them: what the file that defines weakref.ref hands
 * in. Functions only, the same for every machine.
 */
import type { Addr } from '../base/brand.ts';
import type { Runtime } from './runtime.ts';

export interface WeakrefHooks {
  /** A new weak reference without callback; 0 with an exception. v3.13.0 PyWeakref_NewRef */
  newRef: ((rt: Runtime, p: Addr) => Addr) | null;
  /** Clears every weak reference to `p`, which is being freed, and calls the callbacks. PyObject_ClearWeakRefs */
  clearRefs: ((rt: Runtime, p: Addr) => void) | null;
  /** Clears them without calling back. v3.13.0 _PyWeakref_ClearWeakRefsNoCallbacks */
  clearRefsSilently: ((rt: Runtime, p: Addr) => void) | null;
}

export const weakrefHooks: WeakrefHooks = {
  newRef: null,
  clearRefs: null,
  clearRefsSilently: null,
};
