/**
 * The end of the interpreter: modules are let go, so that destructors run as they do in CPython.
 * v3.13.0 Python/pylifecycle.c finalize_modules, Objects/moduleobject.c _PyModule_ClearDict
 */
import type { Addr } from '../base/brand.ts';
import { dictNext, dictSetItem } from '../objects/dict.ts';
import { moduleDict } from '../objects/module.ts';
import { clearOwned, decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, strToJs } from '../objects/strings.ts';

/**
 * Drops `__main__`; where its namespace lives on (its functions hold it), collects, and then sets what
 * is left in it to None.
 */
export function finalizeModules(rt: Runtime): void {
  const main = rt.statePtr(STATE.mainModule);
  if (main === 0) return;
  const namespace = newRef(rt, moduleDict(rt, main));
  removeFromModules(rt, rt.ids.__main__);
  clearOwned(rt, rt.state + STATE.mainModule);
  const shared = rt.i32[namespace >> 2]! > 1;
  if (!shared) {
    decref(rt, namespace);
    return;
  }
  decref(rt, namespace);
  rt.hooks.collectAll(rt);
}

function removeFromModules(rt: Runtime, name: Addr): void {
  dictSetItem(rt, rt.statePtr(STATE.modules), name, rt.none);
}

/** Sets the names of a namespace to None: those with one underscore first. */
export function clearModuleDict(rt: Runtime, dict: Addr): void {
  for (const underscored of [true, false]) {
    for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
      const { dictKey, dictValue } = rt;
      if (dictValue === rt.none || !isStr(rt, dictKey)) continue;
      const name = strToJs(rt, dictKey);
      if (name === '__builtins__') continue;
      const isPrivate = name.startsWith('_') && name[1] !== '_';
      if (underscored ? isPrivate : !isPrivate) dictSetItem(rt, dict, dictKey, rt.none);
    }
  }
}
