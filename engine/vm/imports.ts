/**
 * Imports: sys.modules first, then the modules that come with the machine.
 * v3.13.0 Python/import.c, Python/ceval.c import_name, import_from
 */
import type { Addr } from '../base/brand.ts';
import { callObject } from '../objects/call.ts';
import { methodDefName } from '../objects/cfunction.ts';
import { dictGetItem, dictGetStr, dictNew, dictNext, dictSetItem } from '../objects/dict.ts';
import {
  currentException,
  errClear,
  errMatches,
  errOccurred,
  raise,
  raiseObject,
} from '../objects/errors.ts';
import { intAsSsize } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { getAttr, getIter, iterNext, lookupAttr, setAttr, setItem } from '../objects/object.ts';
import { decref, incref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, newStr, strToJs } from '../objects/strings.ts';
import { tupleItem, tuplePack, tupleSize } from '../objects/tuple.ts';
import { importByKind, lazyImportFrom, moduleLoaded } from './late-parts.ts';

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
function wholeName(rt: Runtime, text: string, globals: Addr, level: number): string | null {
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

function importRelative(
  rt: Runtime,
  text: string,
  globals: Addr,
  fromlist: Addr,
  level: number,
): Addr {
  const wholeText = wholeName(rt, text, globals, level);
  if (wholeText === null) return 0;
  const whole = newStr(rt, wholeText);
  const module = importAbsolute(rt, whole, wholeText, fromlist);
  decref(rt, whole);
  return module;
}

/** The package that a module with these globals lies in, '' for none; null with TypeError. */
function packageOf(rt: Runtime, globals: Addr): string | null {
  const known = dictGetStr(rt, globals, rt.ids.__package__);
  if (known !== 0 && known !== rt.none) {
    if (isStr(rt, known)) return strToJs(rt, known);
    raise(rt, rt.exc.TypeError, 'package must be a string');
    return null;
  }
  const name = dictGetStr(rt, globals, rt.ids.__name__);
  if (name === 0 || !isStr(rt, name)) return '';
  const text = strToJs(rt, name);
  if (dictGetStr(rt, globals, rt.ids.__path__) !== 0) return text;
  return text.slice(0, Math.max(0, text.lastIndexOf('.')));
}

function importAbsolute(rt: Runtime, name: Addr, text: string, fromlist: Addr): Addr {
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
function makeModule(rt: Runtime, name: Addr, text: string, path: Addr): Addr {
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

/** `package.module`: the package first, which learns the module. v3.13.0 _find_and_load_unlocked */
function loadBelow(rt: Runtime, name: Addr, text: string, dot: number): Addr {
  const parentText = text.slice(0, dot);
  const parentName = newStr(rt, parentText);
  const parent = loadModule(rt, parentName, parentText);
  decref(rt, parentName);
  if (parent === 0) return 0;
  // The package itself may have entered the module, as `collections` does `collections.abc`.
  const entered = dictGetItem(rt, rt.statePtr(STATE.modules), name);
  if (entered !== 0 || errOccurred(rt)) {
    decref(rt, parent);
    return entered === 0 ? 0 : newRef(rt, entered);
  }
  const path = lookupAttr(rt, parent, rt.ids.__path__);
  if (path === 0) {
    if (!errOccurred(rt)) {
      notFound(rt, name, `No module named '${text}'; '${parentText}' is not a package`);
    }
    decref(rt, parent);
    return 0;
  }
  const module = makeModule(rt, name, text, path);
  decref(rt, path);
  if (module !== 0) {
    const child = internJs(rt, text.slice(dot + 1));
    setAttr(rt, parent, child, module);
    decref(rt, child);
  } else if (!errOccurred(rt)) {
    notFound(rt, name, `No module named '${text}'`);
  }
  decref(rt, parent);
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

/** Whether the exception being raised says that there is no module of this very name. */
function isMissing(rt: Runtime, text: string): boolean {
  const exception = currentException(rt);
  if (!errMatches(rt, rt.exc.ModuleNotFoundError)) return false;
  const name = rt.ptr(exception + rt.layout.baseException + 8);
  return name !== 0 && isStr(rt, name) && strToJs(rt, name) === text;
}

/** ModuleNotFoundError that knows the name. */
function notFound(rt: Runtime, name: Addr, message: string): 0 {
  return raiseImport(rt, rt.exc.ModuleNotFoundError, message, name, 0);
}

/** An ImportError that knows the module's name and, unless it is 0, the name taken from it. */
export function raiseImport(
  rt: Runtime,
  type: Addr,
  message: string,
  name: Addr,
  nameFrom: Addr,
): 0 {
  const text = newStr(rt, message);
  const args = tuplePack(rt, text);
  const kwargs = dictNew(rt);
  dictSetItem(rt, kwargs, rt.ids.name, name);
  if (nameFrom !== 0) {
    const key = internJs(rt, 'name_from');
    dictSetItem(rt, kwargs, key, nameFrom);
    decref(rt, key);
  }
  const error = callObject(rt, type, args, kwargs);
  for (const p of [text, args, kwargs]) decref(rt, p);
  if (error !== 0) {
    raiseObject(rt, type, error);
    decref(rt, error);
  }
  return 0;
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

/** `from module import *`; None, new. v3.13.0 Python/intrinsics.c import_all_from */
export function importStar(rt: Runtime, frame: Addr, module: Addr): Addr {
  const into = rt.ptr(frame + L.F_LOCALS);
  if (into === 0) return raise(rt, rt.exc.SystemError, 'no locals found during "import *"');
  const all = lookupAttr(rt, module, rt.ids.__all__);
  if (all !== 0) {
    const ok = importListed(rt, into, module, all);
    decref(rt, all);
    return ok ? newRef(rt, rt.none) : 0;
  }
  if (errOccurred(rt)) return 0;
  const dict = getAttr(rt, module, rt.ids.__dict__);
  if (dict === 0) return 0;
  for (let at = dictNext(rt, dict, 0); at !== 0; at = dictNext(rt, dict, at)) {
    const { dictKey, dictValue } = rt;
    if (!isStr(rt, dictKey) || strToJs(rt, dictKey).startsWith('_')) continue;
    if (setItem(rt, into, dictKey, dictValue) < 0) {
      decref(rt, dict);
      return 0;
    }
  }
  decref(rt, dict);
  return newRef(rt, rt.none);
}

function importListed(rt: Runtime, into: Addr, module: Addr, all: Addr): boolean {
  const it = getIter(rt, all);
  if (it === 0) return false;
  let ok = true;
  for (;;) {
    const name = iterNext(rt, it);
    if (name === 0) {
      ok = !errOccurred(rt);
      break;
    }
    const value = getAttr(rt, module, name);
    ok = value !== 0 && setItem(rt, into, name, value) === 0;
    if (value !== 0) decref(rt, value);
    decref(rt, name);
    if (!ok) break;
  }
  decref(rt, it);
  return ok;
}
