/**
 * Native recursion: repr of nested lists, comparisons, calls from native code into Python.
 *
 * NOT CPYTHON: the limit is ours, since a JavaScript stack is smaller than a C stack. Reaching it
 * raises RecursionError in CPython's words.
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { type Runtime, STATE } from './runtime.ts';

/**
 * Native calls that may nest. A level costs up to about 2 KiB of JavaScript stack in the worst
 * case measured (a comparison that calls Python that compares), and a browser's worker has about
 * 1 MiB: 400 leaves room to spare.
 */
export const NATIVE_RECURSION_LIMIT = 400;

/**
 * Enters one level of native recursion.
 * @returns true when the limit is reached: RecursionError is set, and the caller must not leave.
 * v3.13.0 Include/internal/pycore_ceval.h _Py_EnterRecursiveCall
 */
export function enterRecursive(rt: Runtime, where: string): boolean {
  const i = (rt.state + STATE.nativeDepth) >> 2;
  const depth = rt.i32[i]! + 1;
  if (depth > NATIVE_RECURSION_LIMIT) {
    raise(rt, rt.exc.RecursionError, `maximum recursion depth exceeded${where}`);
    return true;
  }
  rt.i32[i] = depth;
  return false;
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
