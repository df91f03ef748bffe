/**
 * Imports: sys.modules first, then the modules that come with the machine.
 * v3.13.0 Python/import.c, Python/ceval.c import_name, import_from
 */
import type { Addr } from '../base/brand.ts';
import { callObject } from '../objects/call.ts';
import { dictGetItem, dictGetStr, dictNext, dictSetItem } from '../objects/dict.ts';
import { errClear, errOccurred, raise } from '../objects/errors.ts';
import { intAsSsize } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { getAttr, getIter, iterNext, lookupAttr, setItem } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { isStr, newStr, strToJs } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';

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
  const own = dictGetStr(rt, rt.statePtr(STATE.builtins), rt.ids.__import__);
  if (hook === own) return importModule(rt, name, fromlist, intAsSsize(rt, level));
  const globals = rt.ptr(frame + L.F_GLOBALS);
  const locals = rt.ptr(frame + L.F_LOCALS) || rt.none;
  const args = tuplePack(rt, name, globals, locals, fromlist, level);
  if (args === 0) return 0;
  const module = callObject(rt, hook, args, 0);
  decref(rt, args);
  return module;
}

/** The module called `name`, or its first part when nothing is taken from it; new. */
export function importModule(rt: Runtime, name: Addr, fromlist: Addr, level: number): Addr {
  if (level > 0) {
    return raise(rt, rt.exc.ImportError, 'attempted relative import with no known parent package');
  }
  const whole = loadModule(rt, name);
  if (whole === 0) return 0;
  const text = strToJs(rt, name);
  const dot = text.indexOf('.');
  if (dot < 0 || (fromlist !== rt.none && fromlist !== rt.emptyTuple)) return whole;
  decref(rt, whole);
  const first = newStr(rt, text.slice(0, dot));
  const module = loadModule(rt, first);
  decref(rt, first);
  return module;
}

/** From sys.modules, or made by the machine; new. */
function loadModule(rt: Runtime, name: Addr): Addr {
  const modules = rt.statePtr(STATE.modules);
  const known = dictGetItem(rt, modules, name);
  if (known !== 0) {
    if (known !== rt.none) return newRef(rt, known);
    return notFound(rt, `import of ${strToJs(rt, name)} halted; None in sys.modules`);
  }
  if (errOccurred(rt)) return 0;
  const text = strToJs(rt, name);
  const module = rt.vm.makeModule(rt, text);
  if (module === 0) {
    if (errOccurred(rt)) return 0;
    return notFound(rt, rt.vm.missingModuleText(text));
  }
  if (dictSetItem(rt, modules, name, module) < 0) {
    decref(rt, module);
    return 0;
  }
  return module;
}

function notFound(rt: Runtime, message: string): 0 {
  return raise(rt, rt.exc.ModuleNotFoundError, message);
}

/** `from module import name`; new. v3.13.0 Python/ceval.c import_from */
export function importFrom(rt: Runtime, module: Addr, name: Addr): Addr {
  const value = lookupAttr(rt, module, name);
  if (value !== 0 || errOccurred(rt)) return value;
  const moduleName = lookupAttr(rt, module, rt.ids.__name__);
  let shown = '<unknown module name>';
  if (moduleName !== 0) {
    if (isStr(rt, moduleName)) shown = strToJs(rt, moduleName);
    decref(rt, moduleName);
  } else errClear(rt);
  const file = lookupAttr(rt, module, rt.ids.__file__);
  let where = 'unknown location';
  if (file !== 0) {
    if (isStr(rt, file)) where = strToJs(rt, file);
    decref(rt, file);
  } else errClear(rt);
  return raise(
    rt,
    rt.exc.ImportError,
    `cannot import name '${strToJs(rt, name)}' from '${shown}' (${where})`,
  );
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
