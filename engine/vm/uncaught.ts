/**
 * An exception that has left the program: sys.last_exc and its like, then sys.excepthook.
 * v3.13.0 Python/pythonrun.c _PyErr_PrintEx
 */
import type { Addr } from '../base/brand.ts';
import { callObject } from '../objects/call.ts';
import { dictGetStr, dictSetItem } from '../objects/dict.ts';
import { errClear, errFetch, errOccurred } from '../objects/errors.ts';
import * as L from '../objects/layouts.ts';
import { decref, newRef } from '../objects/refcount.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import { internJs } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';

/**
 * Tells of an exception (borrowed) as the program's hook wants it.
 * @returns the exception that the hook raised to end the program in its place, new; else 0
 */
export function printUncaught(rt: Runtime, exception: Addr, isExit: (p: Addr) => boolean): Addr {
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK) || rt.none;
  rememberLast(rt, exception, traceback);
  const hook = sysAttribute(rt, 'excepthook');
  if (hook === 0) {
    rt.vm.writeStderr(rt, 'sys.excepthook is missing\n');
    rt.vm.printException(rt, exception);
    return 0;
  }
  newRef(rt, hook);
  const args = tuplePack(rt, rt.typeOf(exception), exception, traceback);
  const result = args === 0 ? 0 : callObject(rt, hook, args, 0);
  if (args !== 0) decref(rt, args);
  decref(rt, hook);
  if (result !== 0) {
    decref(rt, result);
    return 0;
  }
  const second = errFetch(rt);
  if (isExit(second)) return second;
  rt.vm.writeStderr(rt, 'Error in sys.excepthook:\n');
  rt.vm.printException(rt, second);
  rt.vm.writeStderr(rt, '\nOriginal exception was:\n');
  rt.vm.printException(rt, exception);
  decref(rt, second);
  return 0;
}

/** The program's prompt may look at what went wrong: it stays until the next time, or the exit. */
function rememberLast(rt: Runtime, exception: Addr, traceback: Addr): void {
  if (rt.profile.lastExceptionKept) setSys(rt, 'last_exc', exception);
  setSys(rt, 'last_type', rt.typeOf(exception));
  setSys(rt, 'last_value', exception);
  setSys(rt, 'last_traceback', traceback);
}

function setSys(rt: Runtime, name: string, value: Addr): void {
  const key = internJs(rt, name);
  if (key !== 0) {
    dictSetItem(rt, rt.statePtr(STATE.sysdict), key, value);
    decref(rt, key);
  }
  if (errOccurred(rt)) errClear(rt);
}

/** Borrowed; 0 when it was deleted. */
function sysAttribute(rt: Runtime, name: string): Addr {
  const key = internJs(rt, name);
  if (key === 0) {
    errClear(rt);
    return 0;
  }
  const value = dictGetStr(rt, rt.statePtr(STATE.sysdict), key);
  decref(rt, key);
  return value;
}
