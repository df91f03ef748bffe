/**
 * Exceptions that nobody can catch: raised in `__del__`, in a callback, while objects are freed.
 * They go to sys.unraisablehook. v3.13.0 Python/errors.c _PyErr_WriteUnraisable
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { dictGetStr, dictSetItem } from './dict.ts';
import { errClear, errFetch, errOccurred, errRestore } from './errors.ts';
import * as L from './layouts.ts';
import { getAttr, reprText } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { namespaceDict, namespaceNew } from './simple-namespace.ts';
import { internJs, isStr, newStr, strToJs } from './strings.ts';
import { isSubtype } from './type-object.ts';

/** What the collector, a deallocation or the like was doing. */
export type Moment =
  | 'while calling deallocator'
  | 'while calling weakref callback'
  | 'on calling weakref callback'
  | 'while calling GC callback'
  | 'while closing generator';

/** The attributes of what the hook is given. */
const FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const;

/**
 * Reports the exception being raised as ignored in `where` (borrowed, may be 0) and clears it.
 * @param when what was being done: newer releases say it
 * v3.13.0 PyErr_WriteUnraisable
 */
export function writeUnraisable(rt: Runtime, where: Addr, when?: Moment): void {
  if (!errOccurred(rt)) return;
  rt.vm.placeException(rt);
  const exception = errFetch(rt);
  const hook = hookOfProgram(rt);
  if (when !== undefined && rt.profile.tracebacks.ignoredSaysWhen) {
    report(rt, hook, exception, 0, `Exception ignored ${when} ${described(rt, where)}`);
  } else report(rt, hook, exception, where, null);
  decref(rt, exception);
}

/**
 * Reports what a function that atexit called (borrowed) raised, and clears it.
 * v3.13.0 Modules/atexitmodule.c atexit_callfuncs, v3.9.0 with the whole exception, and no exits
 */
export function writeIgnoredAtExit(rt: Runtime, func: Addr): void {
  rt.vm.placeException(rt);
  const exception = errFetch(rt);
  const { ignoredAtExit } = rt.profile.tracebacks;
  const message = 'Exception ignored in atexit callback';
  if (ignoredAtExit === 'named') report(rt, hookOfProgram(rt), exception, func, message);
  else if (ignoredAtExit === 'told') {
    report(rt, hookOfProgram(rt), exception, 0, `${message} ${described(rt, func)}`);
  } else if (!isSubtype(rt, rt.typeOf(exception), rt.exc.SystemExit)) {
    const text = rt.vm.exceptionText(rt, exception);
    rt.vm.writeStderr(rt, `Error in atexit._run_exitfuncs:\n${text}`);
  }
  decref(rt, exception);
}

function report(
  rt: Runtime,
  hook: Addr,
  exception: Addr,
  where: Addr,
  message: string | null,
): void {
  if (hook === 0) printIgnored(rt, exception, where, message);
  else callHook(rt, hook, exception, where, message);
}

function described(rt: Runtime, where: Addr): string {
  const text = reprText(rt, where);
  if (text === null) errClear(rt);
  return text ?? '<object repr() failed>';
}

/** `sys.unraisablehook` itself: prints what it is given. v3.13.0 _PyErr_DisplayUnraisable */
export function displayUnraisable(rt: Runtime, _self: Addr, args: Addr): Addr {
  const field = (name: string): Addr => {
    const key = internJs(rt, name);
    const value = getAttr(rt, args, key);
    decref(rt, key);
    return value;
  };
  const exception = field('exc_value');
  const message = exception === 0 ? 0 : field('err_msg');
  const where = message === 0 ? 0 : field('object');
  if (where !== 0) {
    const text = isStr(rt, message) ? strToJs(rt, message) : null;
    printIgnored(rt, exception, where === rt.none ? 0 : where, text);
  }
  xdecref(rt, exception);
  xdecref(rt, message);
  if (where === 0) return 0;
  decref(rt, where);
  return newRef(rt, rt.none);
}

/** sys.unraisablehook when the program put one of its own there; borrowed, else 0. */
function hookOfProgram(rt: Runtime): Addr {
  const sys = rt.statePtr(STATE.sysdict);
  const key = sys === 0 ? 0 : internJs(rt, 'unraisablehook');
  if (key === 0) return 0;
  const hook = dictGetStr(rt, sys, key);
  decref(rt, key);
  return hook === rt.none || (hook !== 0 && rt.typeOf(hook) === rt.types.builtinFunction)
    ? 0
    : hook;
}

/** v3.13.0 write_unraisable_exc_file */
function printIgnored(rt: Runtime, exception: Addr, where: Addr, message: string | null): void {
  if (where !== 0) {
    rt.vm.writeStderr(rt, `${message ?? 'Exception ignored in'}: ${described(rt, where)}\n`);
  } else if (message !== null) rt.vm.writeStderr(rt, `${message}:\n`);
  rt.vm.printIgnored(rt, exception);
}

/** What the hook raises is itself reported, in the plain way. */
function callHook(
  rt: Runtime,
  hook: Addr,
  exception: Addr,
  where: Addr,
  message: string | null,
): void {
  newRef(rt, hook);
  const args = hookArgs(rt, exception, where, message);
  const result = args === 0 ? 0 : callOneArg(rt, hook, args);
  if (args !== 0) decref(rt, args);
  if (result !== 0) decref(rt, result);
  if (errOccurred(rt)) {
    const error = errFetch(rt);
    printIgnored(rt, error, hook, 'Exception ignored in sys.unraisablehook');
    decref(rt, error);
    errRestore(rt, 0);
  }
  decref(rt, hook);
}

/** NOT CPYTHON: a namespace, not a structseq. v3.13.0 make_unraisable_hook_args */
function hookArgs(rt: Runtime, exception: Addr, where: Addr, message: string | null): Addr {
  const args = namespaceNew(rt, 0);
  const text = args === 0 ? 0 : message === null ? newRef(rt, rt.none) : newStr(rt, message);
  if (text === 0) {
    xdecref(rt, args);
    return 0;
  }
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK) || rt.none;
  const values = [rt.typeOf(exception), exception, traceback, text, where || rt.none];
  for (let i = 0; i < FIELDS.length; i++) {
    const key = internJs(rt, FIELDS[i]!);
    const failed = key === 0 || dictSetItem(rt, namespaceDict(rt, args), key, values[i]!) < 0;
    if (key !== 0) decref(rt, key);
    if (failed) {
      decref(rt, text);
      decref(rt, args);
      return 0;
    }
  }
  decref(rt, text);
  return args;
}
