/**
 * Modules written in Python: their text is compiled and run when they are first imported.
 * v3.13.0 Python/import.c PyImport_ExecCodeModuleObject
 */
import type { Addr } from '../base/brand.ts';
import { dictDelItem, dictSetItem } from '../objects/dict.ts';
import { errFetch, errOccurred, errRestore } from '../objects/errors.ts';
import { functionNew } from '../objects/function.ts';
import { listNew } from '../objects/list.ts';
import { moduleAddSteal, moduleDict, moduleNew } from '../objects/module.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs } from '../objects/strings.ts';

/**
 * Makes the module, enters it into sys.modules and runs its text.
 * @param isPackage whether it has modules below it: it gets a `__path__`
 * @returns new; 0 with the exception of the text, and no entry in sys.modules
 */
export function makePythonModule(
  rt: Runtime,
  name: string,
  source: string,
  isPackage: boolean,
): Addr {
  const nameObject = internJs(rt, name);
  const module = moduleNew(rt, nameObject);
  const modules = rt.statePtr(STATE.modules);
  const dict = module === 0 ? 0 : moduleDict(rt, module);
  moduleAddSteal(rt, module, '__builtins__', newRef(rt, rt.statePtr(STATE.builtins)));
  if (isPackage) moduleAddSteal(rt, module, '__path__', listNew(rt, 0));
  dictSetItem(rt, modules, nameObject, module);
  if (errOccurred(rt) || !runSource(rt, name, source, dict)) {
    const error = errFetch(rt);
    dictDelItem(rt, modules, nameObject);
    errRestore(rt, error);
    decref(rt, nameObject);
    decref(rt, module);
    return 0;
  }
  decref(rt, nameObject);
  return module;
}

function runSource(rt: Runtime, name: string, source: string, dict: Addr): boolean {
  const code = rt.vm.compile(rt, source, `<frozen ${name}>`, 'exec');
  if (code === 0) return false;
  const func = functionNew(rt, code, dict);
  decref(rt, code);
  if (func === 0) return false;
  const result = rt.vm.runIn(rt, func, dict);
  decref(rt, func);
  if (result === 0) return false;
  decref(rt, result);
  return true;
}
