/** What few programs need of what imports.ts is about. */
import * as L from '../objects/layouts.ts';
import type { Addr } from '../base/brand.ts';
import { callObject } from '../objects/call.ts';
import { dictGetItem, dictGetStr, dictNew, dictNext, dictSetItem } from '../objects/dict.ts';
import {
  currentException,
  errMatches,
  errOccurred,
  raise,
  raiseObject,
} from '../objects/errors.ts';
import { getAttr, getIter, iterNext, lookupAttr, setAttr, setItem } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, newStr, strToJs } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';
import { importAbsolute, loadModule, makeModule, wholeName } from './imports.ts';

export function importRelative(
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
export function packageOf(rt: Runtime, globals: Addr): string | null {
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

/** `package.module`: the package first, which learns the module. v3.13.0 _find_and_load_unlocked */
export function loadBelow(rt: Runtime, name: Addr, text: string, dot: number): Addr {
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

/** Whether the exception being raised says that there is no module of this very name. */
export function isMissing(rt: Runtime, text: string): boolean {
  const exception = currentException(rt);
  if (!errMatches(rt, rt.exc.ModuleNotFoundError)) return false;
  const name = rt.ptr(exception + rt.layout.baseException + 8);
  return name !== 0 && isStr(rt, name) && strToJs(rt, name) === text;
}

/** ModuleNotFoundError that knows the name. */
export function notFound(rt: Runtime, name: Addr, message: string): 0 {
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
