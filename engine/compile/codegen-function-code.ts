/** What few programs need of what codegen-function.ts is about. */
import {
  type AnyFunctionDef,
  DEFAULTS,
  firstLineOf,
  KWDEFAULTS,
  visitPlainFunction,
} from './codegen-function.ts';
import type { Compiler } from './compiler.ts';
import { callTypeParameterScope, visitTypeParams } from './late-parts.ts';
import {
  CALL_INTRINSIC_2,
  INTRINSIC_SET_FUNCTION_TYPE_PARAMS,
  LOAD_FAST,
  SWAP,
} from './opcodes.ts';

/** A function with type parameters is made in a scope of its own, where they are variables. */
export function visitGenericFunction(c: Compiler, s: AnyFunctionDef, flags: number): void {
  const passed = (flags & DEFAULTS ? 1 : 0) + (flags & KWDEFAULTS ? 1 : 0);
  if (passed === 2) c.addopI(s, SWAP, 2);
  const entry = c.table.lookup(s.type_params);
  c.enterScope(`<generic parameters of ${s.name}>`, 'type parameters', entry, firstLineOf(s));
  visitTypeParams(c, s.type_params);
  for (let i = 0; i < passed; i++) c.addopI(s, LOAD_FAST, i);
  visitPlainFunction(c, s, flags);
  c.addopI(s, SWAP, 2);
  c.addopI(s, CALL_INTRINSIC_2, INTRINSIC_SET_FUNCTION_TYPE_PARAMS);
  c.unit.argcount = passed;
  callTypeParameterScope(c, s, passed);
}
