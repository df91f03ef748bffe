/**
 * Native recursion: repr of nested lists, comparisons, calls from native code into Python.
 *
 * NOT CPYTHON: a JavaScript stack is smaller than a C stack: half a megabyte in a browser's worker,
 * one in Node. So besides the limit there is a look at the stack itself. Reaching either raises
 * RecursionError in CPython's words. The depth at which the stack was found too short stays the limit
 * of this machine, so that going back and running on comes to the same place.
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { type Runtime, STATE } from './runtime.ts';

/** Native calls that may nest, where the stack is large enough. */
export const NATIVE_RECURSION_LIMIT = 1000;

/**
 * From here on each level makes sure that there is stack for what may come before the next check.
 * A level costs up to 5 KiB, mostly of the interpreter's frame.
 */
const CHECKED_FROM = 48;

/** Bytes of stack that must be left: 8 for each argument of the call that asks for them. */
const LEFT_BYTES = 64 * 1024;
const manyArguments: readonly number[] = new Array<number>(LEFT_BYTES / 8).fill(0);

function nothing(): void {}

/** Whether the JavaScript stack has LEFT_BYTES left. */
function hasStackLeft(): boolean {
  try {
    Reflect.apply(nothing, undefined, manyArguments);
    return true;
  } catch {
    return false; // RangeError, or what the host calls it
  }
}

/**
 * Enters one level of native recursion.
 * @returns true when the limit is reached: RecursionError is set, and the caller must not leave.
 * v3.13.0 Include/internal/pycore_ceval.h _Py_EnterRecursiveCall
 */
export function enterRecursive(rt: Runtime, where: string): boolean {
  const i = (rt.state + STATE.nativeDepth) >> 2;
  const depth = rt.i32[i]! + 1;
  if (depth > CHECKED_FROM && depth <= rt.nativeLimit && !hasStackLeft())
    rt.nativeLimit = depth - 1;
  if (depth > rt.nativeLimit) {
    raise(rt, rt.exc.RecursionError, `maximum recursion depth exceeded${where}`);
    return true;
  }
  rt.i32[i] = depth;
  return false;
}

/**
 * Enters a call through tp_call, as of a class or of an object with `__call__`. They are counted by
 * themselves: most lead to a frame that counts as a level, but a class that is its own `__init__` does not.
 * @returns true when the limit is reached: RecursionError is set, and the caller must not leave.
 * v3.13.0 Objects/call.c _PyObject_MakeTpCall
 */
export function enterCall(rt: Runtime): boolean {
  const depth = rt.callDepth + 1;
  if (depth > CHECKED_FROM && depth <= rt.callLimit && !hasStackLeft()) rt.callLimit = depth - 1;
  if (depth > rt.callLimit) {
    const text = 'maximum recursion depth exceeded while calling a Python object';
    rt.callDepth = 0; // the exception is made by such a call
    raise(rt, rt.exc.RecursionError, text);
    rt.callDepth = depth - 1;
    return true;
  }
  rt.callDepth = depth;
  return false;
}

/** Leaves the call entered last. */
export function leaveCall(rt: Runtime): void {
  rt.callDepth--;
}

/** Leaves the level entered last. */
export function leaveRecursive(rt: Runtime): void {
  const i = (rt.state + STATE.nativeDepth) >> 2;
  rt.i32[i] = rt.i32[i]! - 1;
}

/** How many native levels are live; a checkpoint may be taken only at 0. */
export function nativeDepth(rt: Runtime): Addr {
  return rt.i32[(rt.state + STATE.nativeDepth) >> 2]!;
}
