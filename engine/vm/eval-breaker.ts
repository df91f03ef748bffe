/**
 * Where the loop looks whether something waits: at backward jumps, at function entries, and after
 * calls of what is not a Python function, with the result on the stack.
 * v3.13.0 Python/bytecodes.c CHECK_PERIODIC
 */
import type { Addr } from '../base/brand.ts';
import { methodDefName } from '../objects/cfunction.ts';
import * as L from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';

/**
 * Whether a call of this is one that 3.13 specialises to an instruction without the check:
 * `type(x)`, `len(x)`, `isinstance(x, C)`, `list.append(x)`. Asked only when something waits.
 * NOT CPYTHON: there the first executions of a call are not specialised yet and do check.
 * v3.13.0 Python/bytecodes.c CALL_TYPE_1, CALL_LEN, CALL_ISINSTANCE, CALL_LIST_APPEND
 */
export function callChecksNothing(rt: Runtime, callable: Addr, nargs: number): boolean {
  const type = rt.typeOf(callable);
  if (callable === rt.types.type) return nargs === 1;
  if (type === rt.types.methodDescriptor) {
    if (rt.ptr(callable + L.DESCR_TYPE) !== rt.types.list) return false;
    return methodDefName(rt, rt.ptr(callable + L.DESCR_DEF)) === 'append';
  }
  if (type !== rt.types.builtinFunction) return false;
  const name = methodDefName(rt, rt.ptr(callable + L.CFUNCTION_ML));
  return (name === 'len' && nargs === 1) || (name === 'isinstance' && nargs === 2);
}
