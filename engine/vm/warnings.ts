/**
 * Warnings that the machine itself gives while a program runs, once for each place.
 *
 * The module `warnings` gives them when the program imported it. NOT CPYTHON: else they are printed
 * here, as the default filters print them.
 * v3.13.0 Python/_warnings.c warn_explicit, show_warning; Lib/warnings.py
 */
import type { Addr } from '../base/brand.ts';
import { callObject, callOneArg, callTwoArgs } from '../objects/call.ts';
import { dictGetItem, dictGetStr, dictNew, dictSetItem } from '../objects/dict.ts';
import { currentException, errClear } from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { lookupAttr } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs, isStr, newStr, strToJs } from '../objects/strings.ts';
import { tupleNew, tuplePack, tupleSetItem } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';
import { writeUnraisable } from '../objects/unraisable.ts';
import { currentFrame, frameCode, frameLine } from './frames.ts';
import { isKnownByName } from './prompt-file.ts';

/** What Lib/warnings.py adds when it is told the object that the warning is about. */
const HINT = 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n';

/** A coroutine goes that nobody awaited. v3.13.0 Python/_warnings.c _PyErr_WarnUnawaitedCoroutine */
export function warnUnawaitedCoroutine(rt: Runtime, coroutine: Addr, qualname: string): void {
  const warn = warningsFunction(rt, '_warn_unawaited_coroutine');
  if (warn !== 0) {
    callAndForget(rt, warn, callOneArg(rt, warn, coroutine), coroutine);
  } else warnAboutObject(rt, coroutine, `coroutine '${qualname}' was never awaited`);
}

/** As above, of `agen.asend()` and its like. v3.13.0 _PyErr_WarnUnawaitedAgenMethod */
export function warnUnawaitedMethod(
  rt: Runtime,
  generator: Addr,
  method: string,
  qualname: string,
): void {
  warnAboutObject(rt, generator, `coroutine method '${method}' of '${qualname}' was never awaited`);
}

/**
 * A warning at the line that runs.
 * @returns -1 with an exception, where the program wants one. v3.13.0 PyErr_WarnEx
 */
export function giveWarning(rt: Runtime, category: Addr, text: string): number {
  const warn = warningsFunction(rt, 'warn');
  if (warn === 0) {
    if (isShownByDefault(rt, category)) printOnce(rt, category, text, '');
    return 0;
  }
  const message = newStr(rt, text);
  const result = message === 0 ? 0 : callTwoArgs(rt, warn, message, category);
  if (message !== 0) decref(rt, message);
  decref(rt, warn);
  if (result === 0) return -1;
  decref(rt, result);
  return 0;
}

/** Warnings of deprecated things are for who wrote the program. v3.13.0 init_filters */
function isShownByDefault(rt: Runtime, category: Addr): boolean {
  if (category !== rt.exc.DeprecationWarning) return true;
  const frame = currentFrame(rt);
  const name = frame === 0 ? 0 : dictGetStr(rt, rt.ptr(frame + L.F_GLOBALS), rt.ids.__name__);
  return name !== 0 && isStr(rt, name) && strToJs(rt, name) === '__main__';
}

/**
 * A warning of the compiler. @returns -1 with an exception, where the program wants one.
 * v3.13.0 Python/compile.c compiler_warn, PyErr_WarnExplicitObject
 */
export function giveSourceWarning(
  rt: Runtime,
  category: Addr,
  text: string,
  filename: string,
  line: number,
): number {
  const warn = warningsFunction(rt, 'warn_explicit');
  if (warn === 0) {
    if (category !== rt.exc.DeprecationWarning) printAt(rt, category, text, filename, line, '');
    return 0;
  }
  const parts = [newStr(rt, text), newRef(rt, category), newStr(rt, filename), newInt(rt, line)];
  const args = parts.includes(0) ? 0 : tuplePack(rt, ...parts);
  for (const part of parts) if (part !== 0) decref(rt, part);
  const result = args === 0 ? 0 : callObject(rt, warn, args, 0);
  if (args !== 0) decref(rt, args);
  decref(rt, warn);
  if (result === 0) return -1;
  decref(rt, result);
  return 0;
}

/** A function of the module `warnings`, when the program imported that; new, else 0. */
function warningsFunction(rt: Runtime, name: string): Addr {
  const key = internJs(rt, 'warnings');
  const modules = rt.statePtr(STATE.modules);
  const module = key === 0 || modules === 0 ? 0 : dictGetStr(rt, modules, key);
  if (key !== 0) decref(rt, key);
  const attribute = module === 0 ? 0 : internJs(rt, name);
  const found = attribute === 0 ? 0 : lookupAttr(rt, module, attribute);
  if (attribute !== 0) decref(rt, attribute);
  errClear(rt);
  return found;
}

/** Drops a function and what it returned; what it raised is reported. */
function callAndForget(rt: Runtime, warn: Addr, result: Addr, where: Addr): void {
  decref(rt, warn);
  if (result !== 0) decref(rt, result);
  else writeUnraisable(rt, where);
}

/** A RuntimeWarning at the line that runs. Leaves no exception. */
function warnAboutObject(rt: Runtime, about: Addr, text: string): void {
  const warn = warningsFunction(rt, 'warn');
  if (warn === 0) return printOnce(rt, rt.exc.RuntimeWarning, text, HINT);
  const [message, level] = [newStr(rt, text), newInt(rt, 1)];
  const args = tuplePack(rt, message, rt.exc.RuntimeWarning, level, about);
  decref(rt, message);
  decref(rt, level);
  const result = args === 0 ? 0 : callObject(rt, warn, args, 0);
  if (args !== 0) decref(rt, args);
  callAndForget(rt, warn, result, about);
}

function printOnce(rt: Runtime, category: Addr, text: string, hint: string): void {
  const frame = currentFrame(rt);
  if (frame === 0) {
    rt.hooks.write(2, `<sys>:0: ${typeName(rt, category)}: ${text}\n`);
    return;
  }
  const line = Math.max(frameLine(rt, frame), 0);
  const isNew = remember(rt, rt.ptr(frame + L.F_GLOBALS), category, text, line);
  if (currentException(rt) !== 0) errClear(rt);
  if (!isNew) return;
  const file = strToJs(rt, rt.ptr(frameCode(rt, frame) + L.CO_FILENAME));
  printAt(rt, category, text, file, line, hint);
}

/** v3.13.0 Python/_warnings.c show_warning */
function printAt(
  rt: Runtime,
  category: Addr,
  text: string,
  file: string,
  line: number,
  hint: string,
): void {
  const source = isKnownByName(rt, file) ? rt.vm.sourceLine(file, line).trim() : '';
  const shown = source === '' ? '' : `  ${source}\n`;
  rt.vm.writeStderr(rt, `${file}:${line}: ${typeName(rt, category)}: ${text}\n${shown}${hint}`);
}

/** Notes the warning in `__warningregistry__`; false when it stood there. v3.13.0 already_warned */
function remember(rt: Runtime, globals: Addr, category: Addr, text: string, line: number): boolean {
  const registry = registryOf(rt, globals);
  const key = registry === 0 ? 0 : warningKey(rt, category, text, line);
  if (key === 0) return true;
  const isNew = dictGetItem(rt, registry, key) === 0;
  if (isNew) dictSetItem(rt, registry, key, rt.true);
  decref(rt, key);
  return isNew;
}

/** The dict of warnings given in a module; borrowed, 0 with an exception. */
function registryOf(rt: Runtime, globals: Addr): Addr {
  const name = internJs(rt, '__warningregistry__');
  if (name === 0) return 0;
  let registry = dictGetStr(rt, globals, name);
  if (registry === 0) {
    registry = newRegistry(rt);
    if (registry !== 0) {
      dictSetItem(rt, globals, name, registry);
      decref(rt, registry);
    }
  }
  decref(rt, name);
  return registry;
}

/** `{'version': 0}`: the version of the filters. */
function newRegistry(rt: Runtime): Addr {
  const registry = dictNew(rt);
  const key = registry === 0 ? 0 : internJs(rt, 'version');
  const version = key === 0 ? 0 : newInt(rt, 0);
  if (version !== 0) {
    dictSetItem(rt, registry, key, version);
    decref(rt, version);
  }
  if (key !== 0) decref(rt, key);
  return registry;
}

/** (text, category, line); new */
function warningKey(rt: Runtime, category: Addr, text: string, line: number): Addr {
  const tuple = tupleNew(rt, 3);
  if (tuple === 0) return 0;
  tupleSetItem(rt, tuple, 0, newStr(rt, text));
  tupleSetItem(rt, tuple, 1, newRef(rt, category));
  tupleSetItem(rt, tuple, 2, newInt(rt, line));
  return tuple;
}
