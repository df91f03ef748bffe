/** What few programs need of what number-protocol.ts is about. */
import * as L from './layouts.ts';
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** v3.13.0 Objects/abstract.c binop_type_error */
export function operandError(rt: Runtime, a: Addr, b: Addr, operator: string): 0 {
  const types = `'${typeNameOf(rt, a)}' and '${typeNameOf(rt, b)}'`;
  return raise(rt, rt.exc.TypeError, `unsupported operand type(s) for ${operator}: ${types}`);
}

export function finish(rt: Runtime, result: Addr, a: Addr, b: Addr, operator: string): Addr {
  if (result !== rt.notImplemented) return result;
  decref(rt, result);
  return operandError(rt, a, b, operator);
}

/** `print >> file`: the builtin called print gets a hint. */
export function isPrintFunction(rt: Runtime, p: Addr): boolean {
  if (rt.typeOf(p) !== rt.types.builtinFunction) return false;
  const name = rt.ptr(rt.ptr(p + L.CFUNCTION_ML) + L.ML_NAME);
  return rt.u32[name >> 2] === 0x6e697270 && rt.u8[name + 4] === 0x74 && rt.u8[name + 5] === 0;
}
