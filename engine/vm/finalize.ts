/**
 * The end of the interpreter: modules are let go, so that destructors run as they do in CPython.
 *
 *     a full collection, if the collector is enabled
 *     sys.modules is emptied, in the order of the imports: what nothing else holds dies there, a
 *         namespace without functions name by name
 *     a full collection: namespaces that their own functions and classes hold
 *     what is still there is cleared, the module that was imported last first; then sys and builtins
 *     a last collection
 *
 * v3.13.0 Python/pylifecycle.c finalize_modules
 */
import type { Addr } from '../base/brand.ts';
import { collectNoFail } from '../collector/collect.ts';
import { dictGetItem, dictNext, dictSetItem } from '../objects/dict.ts';
import { dictClear } from '../objects/dict-remove.ts';
import { errClear, errOccurred } from '../objects/errors.ts';
import { listAppendSteal, listItem, listNew, listSize } from '../objects/list.ts';
import { moduleDict } from '../objects/module.ts';
import { clearOwned, decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { strEqualAscii } from '../objects/str-compare.ts';
import { internJs, isStr, strLength, strReadChar } from '../objects/strings.ts';
import { isSubtype } from '../objects/type-object.ts';
import { newWeakref, weakrefReferent } from '../objects/weakref-object.ts';

/** Names of sys that often hold what a program made. v3.13.0 sys_deletes */
const SYS_DELETES = [
  'path',
  'argv',
  'ps1',
  'ps2',
  'last_exc',
  'last_type',
  'last_value',
  'last_traceback',
  'path_hooks',
  'path_importer_cache',
  'meta_path',
];

/** Lets go of all modules. */
export function finalizeModules(rt: Runtime): void {
  if (rt.statePtr(STATE.mainModule) === 0) return;
  rt.hooks.collectAll(rt);
  deleteSpecial(rt);
  const weaklist = removeModules(rt);
  dictClear(rt, rt.statePtr(STATE.modules));
  collectNoFail(rt);
  if (weaklist !== 0) {
    clearModulesLeft(rt, weaklist);
    decref(rt, weaklist);
  }
  clearNamespace(rt, rt.statePtr(STATE.sysdict));
  clearNamespace(rt, rt.statePtr(STATE.builtins));
  dictClear(rt, rt.statePtr(STATE.modules));
  collectNoFail(rt);
}

/** v3.13.0 finalize_modules_delete_special */
function deleteSpecial(rt: Runtime): void {
  const sys = rt.statePtr(STATE.sysdict);
  setByName(rt, rt.statePtr(STATE.builtins), '_', rt.none);
  for (const name of SYS_DELETES) setByName(rt, sys, name, rt.none);
  for (const name of ['stdin', 'stdout', 'stderr']) {
    const original = internJs(rt, `__${name}__`);
    const file = original === 0 ? 0 : dictGetItem(rt, sys, original);
    setByName(rt, sys, name, file === 0 ? rt.none : file);
    if (original !== 0) decref(rt, original);
  }
}

/** Memory may be full: then the value stays. */
function setByName(rt: Runtime, dict: Addr, name: string, value: Addr): void {
  const key = internJs(rt, name);
  if (key !== 0) {
    dictSetItem(rt, dict, key, value);
    decref(rt, key);
  }
  if (errOccurred(rt)) errClear(rt);
}

/**
 * Sets all of sys.modules to None.
 * @returns a list of weak references to the modules; new, 0 without memory for it. v3.13.0 finalize_remove_modules
 */
function removeModules(rt: Runtime): Addr {
  const modules = rt.statePtr(STATE.modules);
  const weaklist = listNew(rt, 0);
  if (weaklist === 0) errClear(rt);
  clearOwned(rt, rt.state + STATE.mainModule); // NOT CPYTHON: sys.modules alone holds it there
  for (let at = dictNext(rt, modules, 0); at !== 0; at = dictNext(rt, modules, at)) {
    const [name, module] = [rt.dictKey, rt.dictValue];
    if (!isSubtype(rt, rt.typeOf(module), rt.types.module)) continue;
    const ref = weaklist === 0 ? 0 : newWeakref(rt, module);
    if (ref !== 0) listAppendSteal(rt, weaklist, ref);
    dictSetItem(rt, modules, name, rt.none);
    if (errOccurred(rt)) errClear(rt);
  }
  return weaklist;
}

/** Clears what imports, functions or native code still hold. v3.13.0 finalize_modules_clear_weaklist */
function clearModulesLeft(rt: Runtime, weaklist: Addr): void {
  for (let i = listSize(rt, weaklist) - 1; i >= 0; i--) {
    const module = weakrefReferent(rt, listItem(rt, weaklist, i));
    if (module === 0) continue;
    const dict = moduleDict(rt, module);
    if (dict === rt.statePtr(STATE.builtins) || dict === rt.statePtr(STATE.sysdict)) continue;
    newRef(rt, module);
    clearNamespace(rt, dict);
    decref(rt, module);
  }
}

/**
 * Sets the values of a namespace to None: first those whose names begin with one underscore, then all
 * but `__builtins__`. v3.13.0 Objects/moduleobject.c _PyModule_ClearDict
 */
function clearNamespace(rt: Runtime, dict: Addr): void {
  clearNames(rt, dict, (name) => hasOneLowLine(rt, name));
  clearNames(rt, dict, (name) => !strEqualAscii(rt, name, '__builtins__'));
}

const LOW_LINE = 0x5f;

/** Whether a name begins with one low line and no more. */
function hasOneLowLine(rt: Runtime, name: Addr): boolean {
  const length = strLength(rt, name);
  if (length === 0 || strReadChar(rt, name, 0) !== LOW_LINE) return false;
  return length === 1 || strReadChar(rt, name, 1) !== LOW_LINE;
}

/** The names are looked at where they lie: sys and builtins have hundreds, at the end of each run. */
function clearNames(rt: Runtime, dict: Addr, isCleared: (name: Addr) => boolean): void {
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const [key, value] = [rt.dictKey, rt.dictValue];
    if (value === rt.none || !isStr(rt, key) || !isCleared(key)) continue;
    dictSetItem(rt, dict, key, rt.none);
    if (errOccurred(rt)) errClear(rt);
  }
}
