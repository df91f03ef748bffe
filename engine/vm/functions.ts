/** Making functions. v3.13.0 Python/bytecodes.c MAKE_FUNCTION, SET_FUNCTION_ATTRIBUTE */
import type { Addr } from '../base/brand.ts';
import { functionNew } from '../objects/function.ts';
import * as L from '../objects/layouts.ts';
import { setOwned } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr, strToJs } from '../objects/strings.ts';

/** A function of the code object over the frame's globals; both borrowed. */
export function makeFunction(rt: Runtime, code: Addr, globals: Addr): Addr {
  return functionNew(rt, code, globals);
}

const ATTRIBUTE_FIELDS: Readonly<Record<number, number>> = {
  1: L.FUNC_DEFAULTS,
  2: L.FUNC_KWDEFAULTS,
  4: L.FUNC_ANNOTATIONS,
  8: L.FUNC_CLOSURE,
};

const ANNOTATE = 16;

/**
 * Stores the value below `sp` (owned there) in the function at it, which was just made and takes its
 * place. 0, or -1 with MemoryError
 */
export function setFunctionAttribute(rt: Runtime, sp: number, which: number): number {
  const value = rt.i32[sp - 2]!;
  const func = rt.i32[sp]!;
  rt.i32[sp - 2] = func;
  if (which === ANNOTATE) {
    rt.setPtr(func + rt.layout.functionAnnotate, value);
    return rt.profile.annotations.namedWhenSet ? nameAnnotate(rt, func, value) : 0;
  }
  rt.setPtr(func + ATTRIBUTE_FIELDS[which]!, value);
  return 0;
}

/** Measured on 3.14.10: each function made has a string of its own for it. */
function nameAnnotate(rt: Runtime, func: Addr, annotate: Addr): number {
  const name = newStr(rt, `${strToJs(rt, rt.ptr(func + L.FUNC_QUALNAME))}.__annotate__`);
  if (name === 0) return -1;
  setOwned(rt, annotate + L.FUNC_QUALNAME, name);
  return 0;
}
