/**
 * Warnings that the machine itself gives while a program runs, once for each place.
 *
 * NOT CPYTHON: they are printed as the default filters print them; `warnings` has no say.
 * v3.13.0 Python/_warnings.c warn_explicit, show_warning; Lib/warnings.py
 */
import type { Addr } from '../base/brand.ts';
import { dictGetItem, dictGetStr, dictNew, dictSetItem } from '../objects/dict.ts';
import { currentException, errClear } from '../objects/errors.ts';
import { newInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { internJs, newStr, strToJs } from '../objects/strings.ts';
import { tupleNew, tupleSetItem } from '../objects/tuple.ts';
import { currentFrame, frameCode, frameLine } from './frames.ts';

/** What Lib/warnings.py adds when it is told the object that the warning is about. */
const HINT = 'RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n';

/** A coroutine goes that nobody awaited. v3.13.0 Python/_warnings.c _PyErr_WarnUnawaitedCoroutine */
export function warnUnawaitedCoroutine(rt: Runtime, qualname: string): void {
  warnAboutObject(rt, `coroutine '${qualname}' was never awaited`);
}

/** As above, of `agen.asend()` and its like. v3.13.0 _PyErr_WarnUnawaitedAgenMethod */
export function warnUnawaitedMethod(rt: Runtime, method: string, qualname: string): void {
  warnAboutObject(rt, `coroutine method '${method}' of '${qualname}' was never awaited`);
}

/** A RuntimeWarning at the line that runs. Leaves no exception. */
function warnAboutObject(rt: Runtime, text: string): void {
  const frame = currentFrame(rt);
  if (frame === 0) {
    rt.hooks.write(2, `<sys>:0: RuntimeWarning: ${text}\n`);
    return;
  }
  const line = Math.max(frameLine(rt, frame), 0);
  const isNew = remember(rt, rt.ptr(frame + L.F_GLOBALS), text, line);
  if (currentException(rt) !== 0) errClear(rt);
  if (!isNew) return;
  const file = strToJs(rt, rt.ptr(frameCode(rt, frame) + L.CO_FILENAME));
  const source = rt.vm.sourceLine(file, line).trim();
  const shown = source === '' ? '' : `  ${source}\n`;
  rt.hooks.write(2, `${file}:${line}: RuntimeWarning: ${text}\n${shown}${HINT}`);
}

/** Notes the warning in `__warningregistry__`; false when it stood there. v3.13.0 already_warned */
function remember(rt: Runtime, globals: Addr, text: string, line: number): boolean {
  const registry = registryOf(rt, globals);
  const key = registry === 0 ? 0 : warningKey(rt, text, line);
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
function warningKey(rt: Runtime, text: string, line: number): Addr {
  const tuple = tupleNew(rt, 3);
  if (tuple === 0) return 0;
  tupleSetItem(rt, tuple, 0, newStr(rt, text));
  tupleSetItem(rt, tuple, 1, newRef(rt, rt.exc.RuntimeWarning));
  tupleSetItem(rt, tuple, 2, newInt(rt, line));
  return tuple;
}
