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
import { decref, newRef } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';
import { namespaceDict, namespaceNew } from './simple-namespace.ts';
import { internJs } from './strings.ts';

/** The attributes of what the hook is given. */
const FIELDS = ['exc_type', 'exc_value', 'exc_traceback', 'err_msg', 'object'] as const;

/**
 * Reports the exception being raised as ignored in `where` (borrowed, may be 0) and clears it.
 * v3.13.0 PyErr_WriteUnraisable
 */
export function writeUnraisable(rt: Runtime, where: Addr): void {
  const exception = errFetch(rt);
  if (exception === 0) return;
  const hook = hookOfProgram(rt);
  if (hook === 0) printIgnored(rt, exception, where);
  else callHook(rt, hook, exception, where);
  decref(rt, exception);
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
  const where = exception === 0 ? 0 : field('object');
  if (where !== 0) printIgnored(rt, exception, where === rt.none ? 0 : where);
  if (exception !== 0) decref(rt, exception);
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
function printIgnored(rt: Runtime, exception: Addr, where: Addr, before = 'in'): void {
  if (where !== 0) {
    const described = reprText(rt, where);
    if (described === null) errClear(rt);
    const text = described ?? '<object repr() failed>';
    rt.vm.writeStderr(rt, `Exception ignored ${before}: ${text}\n`);
  }
  rt.vm.printException(rt, exception);
}

/** What the hook raises is itself reported, in the plain way. */
function callHook(rt: Runtime, hook: Addr, exception: Addr, where: Addr): void {
  newRef(rt, hook);
  const args = hookArgs(rt, exception, where);
  const result = args === 0 ? 0 : callOneArg(rt, hook, args);
  if (args !== 0) decref(rt, args);
  if (result !== 0) decref(rt, result);
  if (errOccurred(rt)) {
    const error = errFetch(rt);
    printIgnored(rt, error, hook, 'in sys.unraisablehook');
    decref(rt, error);
    errRestore(rt, 0);
  }
  decref(rt, hook);
}

/** NOT CPYTHON: a namespace, not a structseq. v3.13.0 make_unraisable_hook_args */
function hookArgs(rt: Runtime, exception: Addr, where: Addr): Addr {
  const args = namespaceNew(rt, 0);
  if (args === 0) return 0;
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK) || rt.none;
  const values = [rt.typeOf(exception), exception, traceback, rt.none, where || rt.none];
  for (let i = 0; i < FIELDS.length; i++) {
    const key = internJs(rt, FIELDS[i]!);
    const failed = key === 0 || dictSetItem(rt, namespaceDict(rt, args), key, values[i]!) < 0;
    if (key !== 0) decref(rt, key);
    if (failed) {
      decref(rt, args);
      return 0;
    }
  }
  return args;
}
