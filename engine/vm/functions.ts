/** Making functions. v3.13.0 Python/bytecodes.c MAKE_FUNCTION, SET_FUNCTION_ATTRIBUTE */
import type { Addr } from '../base/brand.ts';
import { functionNew } from '../objects/function.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';

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

/** Stores `value` (stolen) in a function that was just made. */
export function setFunctionAttribute(rt: Runtime, func: Addr, which: number, value: Addr): void {
  rt.setPtr(func + ATTRIBUTE_FIELDS[which]!, value);
}
