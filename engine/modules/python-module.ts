/**
 * Modules written in Python: their text is compiled and run when they are first imported.
 * v3.13.0 Python/import.c PyImport_ExecCodeModuleObject
 */
import type { Addr } from '../base/brand.ts';
import { dictDelItem, dictSetItem } from '../objects/dict.ts';
import { errFetch, errOccurred, errRestore } from '../objects/errors.ts';
import { functionNew } from '../objects/function.ts';
import { listAppendSteal, listNew } from '../objects/list.ts';
import { moduleAddSteal, moduleDict, moduleNew } from '../objects/module.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, newStr } from '../objects/strings.ts';

/** The text of a module and what it is to know of itself. */
export interface PythonModule {
  readonly source: string;
  /** Shown in tracebacks; a file's name is its `__file__` as well. */
  readonly filename: string;
  readonly isFile: boolean;
  /** Folders of the modules below it, its `__path__`; null when it is no package. */
  readonly path: readonly string[] | null;
}

/**
 * Makes the module, enters it into sys.modules and runs its text.
 * @returns new; 0 with the exception of the text, and no entry in sys.modules
 */
export function makePythonModule(rt: Runtime, name: string, text: PythonModule): Addr {
  const nameObject = internJs(rt, name);
  const module = nameObject === 0 ? 0 : moduleNew(rt, nameObject);
  if (module === 0) {
    if (nameObject !== 0) decref(rt, nameObject);
    return 0;
  }
  const modules = rt.statePtr(STATE.modules);
  const dict = moduleDict(rt, module);
  moduleAddSteal(rt, module, '__builtins__', newRef(rt, rt.statePtr(STATE.builtins)));
  addPlace(rt, module, name, text);
  dictSetItem(rt, modules, nameObject, module);
  if (errOccurred(rt) || !runSource(rt, text, dict)) {
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

/** `__package__`, and what a file or a package has besides. importlib._bootstrap._init_textattrs */
function addPlace(
  rt: Runtime,
  module: Addr,
  name: string,
  { filename, isFile, path }: PythonModule,
) {
  const above = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  moduleAddSteal(rt, module, '__package__', newStr(rt, path === null ? above : name));
  if (isFile) moduleAddSteal(rt, module, '__file__', newStr(rt, filename));
  if (path === null) return;
  const folders = listNew(rt, 0);
  for (const folder of path) listAppendSteal(rt, folders, newStr(rt, folder));
  moduleAddSteal(rt, module, '__path__', folders);
}

function runSource(rt: Runtime, { source, filename }: PythonModule, dict: Addr): boolean {
  const code = rt.vm.compile(rt, source, filename, 'exec', 0, true);
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
