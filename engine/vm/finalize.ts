/**
 * The end of the interpreter: modules are let go, so that destructors run as they do in CPython.
 * v3.13.0 Python/pylifecycle.c finalize_modules
 */
import { dictSetItem } from '../objects/dict.ts';
import { clearOwned } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';

/**
 * Drops `__main__`. What nothing can reach is collected first. A namespace without functions dies with
 * its module, name by name; one that its own functions and classes hold is garbage from then on, and a
 * second collection finds it: in the order in which the first one walked it, which is why destructors
 * run in the order of the names, a list's items from its end.
 */
export function finalizeModules(rt: Runtime): void {
  if (rt.statePtr(STATE.mainModule) === 0) return;
  rt.hooks.collectAll(rt);
  dictSetItem(rt, rt.statePtr(STATE.modules), rt.ids.__main__, rt.none);
  clearOwned(rt, rt.state + STATE.mainModule);
  rt.hooks.collectAll(rt);
}
