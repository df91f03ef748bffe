/**
 * Imports: sys.modules first, then the modules that come with the machine.
 * v3.13.0 Python/import.c, Python/ceval.c import_name, import_from
 */
import type { Addr } from '../base/brand.ts';
import { callObject } from '../objects/call.ts';
import { methodDefName } from '../objects/cfunction.ts';
import { dictGetItem, dictGetStr, dictSetItem } from '../objects/dict.ts';
import { errClear, errOccurred, raise } from '../objects/errors.ts';
import { intAsSsize } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { lookupAttr } from '../objects/object.ts';
import { decref, incref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, newStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tuplePack, tupleSize } from '../objects/tuple.ts';
import { importByKind, lazyImportFrom, moduleLoaded } from './late-parts.ts';
import {
  importRelative,
  isMissing,
  loadBelow,
  notFound,
  packageOf,
  raiseImport,
} from './late-parts.ts';

export { importStar, raiseImport } from './late-parts.ts';

/** Whether it is the machine's own function of that name, which a program may have replaced. */
export function isOwnBuiltin(rt: Runtime, p: Addr, name: string): boolean {
  if (rt.typeOf(p) !== rt.types.builtinFunction) return false;
  return methodDefName(rt, rt.ptr(p + L.CFUNCTION_ML)) === name;
}

/** IMPORT_NAME: names is the word index of the code's names, `arg` the operand; new. */
export function importInstruction(
  rt: Runtime,
  frame: Addr,
  names: number,
  arg: number,
  fromlist: Addr,
  level: Addr,
): Addr {
  if (!rt.profile.newerTypes)
    return importName(rt, frame, rt.i32[names + 2 * arg]!, fromlist, level);
  const name = rt.i32[names + 2 * (arg >> 2)]!;
  return importByKind(rt, frame, name, arg & 3, fromlist, level);
}

/** `__import__(name, globals, locals, fromlist, level)` of the builtins; new. */
export function importName(
  rt: Runtime,
  frame: Addr,
  name: Addr,
  fromlist: Addr,
  level: Addr,
): Addr {
  const builtins = rt.ptr(frame + L.F_BUILTINS);
  const hook = dictGetStr(rt, builtins, rt.ids.__import__);
  if (hook === 0) return raise(rt, rt.exc.ImportError, '__import__ not found');
  const globals = rt.ptr(frame + L.F_GLOBALS);
  if (isOwnBuiltin(rt, hook, '__import__')) {
    return importModule(rt, name, globals, fromlist, intAsSsize(rt, level));
  }
  const locals = rt.ptr(frame + L.F_LOCALS) || rt.none;
  const args = tuplePack(rt, name, globals, locals, fromlist, level);
  if (args === 0) return 0;
  const module = callObject(rt, hook, args, 0);
  decref(rt, args);
  return module;
}

/**
 * The module called `name`, or its first part when nothing is taken from it; new.
 * @param globals of the importing module: what a relative name begins at
 */
export function importModule(
  rt: Runtime,
  name: Addr,
  globals: Addr,
  fromlist: Addr,
  level: number,
): Addr {
  if (level < 0) return raise(rt, rt.exc.ValueError, 'level must be >= 0');
  const text = strToJs(rt, name);
  if (level > 0) return importRelative(rt, text, globals, fromlist, level);
  if (text === '') return raise(rt, rt.exc.ValueError, 'Empty module name');
  return importAbsolute(rt, name, text, fromlist);
}

/** `from ..name import x` names a module by where it stands: its whole name; new. v3.15.0 get_abs_name */
export function absoluteName(rt: Runtime, name: Addr, globals: Addr, level: number): Addr {
  if (level < 0) return raise(rt, rt.exc.ValueError, 'level must be >= 0');
  const text = strToJs(rt, name);
  if (level === 0) {
    return text === '' ? raise(rt, rt.exc.ValueError, 'Empty module name') : newRef(rt, name);
  }
  const whole = wholeName(rt, text, globals, level);
  return whole === null ? 0 : newStr(rt, whole);
}

/** v3.13.0 Python/import.c resolve_name; null with an exception */
export function wholeName(rt: Runtime, text: string, globals: Addr, level: number): string | null {
  const own = globals === 0 ? '' : packageOf(rt, globals);
  if (own === null) return null;
  if (own === '') {
    raise(rt, rt.exc.ImportError, 'attempted relative import with no known parent package');
    return null;
  }
  const parts = own.split('.');
  if (level > parts.length) {
    raise(rt, rt.exc.ImportError, 'attempted relative import beyond top-level package');
    return null;
  }
  const base = parts.slice(0, parts.length - level + 1).join('.');
  return text === '' ? base : `${base}.${text}`;
}

export function importAbsolute(rt: Runtime, name: Addr, text: string, fromlist: Addr): Addr {
  const whole = loadModule(rt, name, text);
  if (whole === 0) return 0;
  const dot = text.indexOf('.');
  const takes = fromlist !== 0 && fromlist !== rt.none && fromlist !== rt.emptyTuple;
  if (takes) return loadSubmodules(rt, whole, text, fromlist);
  if (dot < 0) return whole;
  decref(rt, whole);
  const first = newStr(rt, text.slice(0, dot));
  const module = loadModule(rt, first, text.slice(0, dot));
  decref(rt, first);
  return module;
}

/** From sys.modules, or made by the machine after the packages it lies in; new. */
export function loadModule(rt: Runtime, name: Addr, text: string): Addr {
  const modules = rt.statePtr(STATE.modules);
  const known = dictGetItem(rt, modules, name);
  if (known !== 0) {
    if (known !== rt.none) return newRef(rt, known);
    return notFound(rt, name, `import of ${text} halted; None in sys.modules`);
  }
  if (errOccurred(rt)) return 0;
  const dot = text.lastIndexOf('.');
  if (dot >= 0) return loadBelow(rt, name, text, dot);
  const key = internJs(rt, 'path');
  if (key === 0) return 0;
  const sysPath = dictGetStr(rt, rt.statePtr(STATE.sysdict), key);
  decref(rt, key);
  const module = makeModule(rt, name, text, sysPath);
  if (module !== 0 || errOccurred(rt)) return module;
  return notFound(rt, name, `No module named '${text}'`);
}

/** A module of the machine or of a folder of `path`, in sys.modules; new, 0 when there is none. */
export function makeModule(rt: Runtime, name: Addr, text: string, path: Addr): Addr {
  const modules = rt.statePtr(STATE.modules);
  const module = rt.vm.makeModule(rt, text, path);
  if (module === 0) return 0;
  if (rt.profile.newerTypes) moduleLoaded(rt, name);
  // A module may put something else in its own place.
  const entered = dictGetItem(rt, modules, name);
  if (entered === module) return module;
  if (entered !== 0) {
    incref(rt, entered);
    decref(rt, module);
    return entered;
  }
  if (errOccurred(rt) || dictSetItem(rt, modules, name, module) < 0) {
    decref(rt, module);
    return 0;
  }
  return module;
}

/** Loads what `from package import module` names and the package lacks. v3.13.0 _handle_fromlist */
function loadSubmodules(rt: Runtime, module: Addr, text: string, fromlist: Addr): Addr {
  const path = lookupAttr(rt, module, rt.ids.__path__);
  if (path === 0) {
    if (!errOccurred(rt)) return module;
    decref(rt, module);
    return 0;
  }
  decref(rt, path);
  const n = rt.typeOf(fromlist) === rt.types.tuple ? tupleSize(rt, fromlist) : 0;
  for (let i = 0; i < n; i++) {
    const item = tupleItem(rt, fromlist, i);
    const there = isStr(rt, item) ? lookupAttr(rt, module, item) : 0;
    if (there !== 0) {
      decref(rt, there);
      continue;
    }
    if (!isStr(rt, item) || strToJs(rt, item) === '*') continue;
    const wholeText = `${text}.${strToJs(rt, item)}`;
    const whole = newStr(rt, wholeText);
    const child = loadModule(rt, whole, wholeText);
    decref(rt, whole);
    if (child !== 0) decref(rt, child);
    else if (isMissing(rt, wholeText)) errClear(rt);
    else {
      decref(rt, module);
      return 0;
    }
  }
  return module;
}

/**
 * What is said above the traceback of a ModuleNotFoundError (borrowed) that nobody caught: a line on
 * what there is to import, '' for other exceptions. NOT CPYTHON, which has the whole library.
 */
export function missingModuleNote(rt: Runtime, exception: Addr): string {
  if (rt.typeOf(exception) !== rt.exc.ModuleNotFoundError) return '';
  const name = rt.ptr(exception + rt.layout.baseException + 8);
  if (name === 0 || !isStr(rt, name)) return '';
  const text = rt.vm.missingModuleText(rt, strToJs(rt, name));
  return text === '' ? '' : `${text}\n`;
}

/** `from module import name`; new. v3.13.0 Python/ceval.c import_from */
export function importFrom(rt: Runtime, module: Addr, name: Addr): Addr {
  if (rt.typeOf(module) === rt.types.lazyImport) return lazyImportFrom(rt, module, name);
  const value = lookupAttr(rt, module, name);
  if (value !== 0 || errOccurred(rt)) return value;
  const moduleName = lookupAttr(rt, module, rt.ids.__name__);
  let shown = '<unknown module name>';
  if (moduleName === 0) errClear(rt);
  else if (isStr(rt, moduleName)) shown = strToJs(rt, moduleName);
  const file = lookupAttr(rt, module, rt.ids.__file__);
  let where = 'unknown location';
  if (file !== 0) {
    if (isStr(rt, file)) where = strToJs(rt, file);
    decref(rt, file);
  } else errClear(rt);
  const message = `cannot import name '${strToJs(rt, name)}' from '${shown}' (${where})`;
  raiseImport(rt, rt.exc.ImportError, message, moduleName || rt.none, name);
  if (moduleName !== 0) decref(rt, moduleName);
  return 0;
}
