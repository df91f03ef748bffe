/** Operators in general, as the loop's instructions need them. */
import type { Addr } from '../base/brand.ts';
import { isTrue, richCompare } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';

/** In an operand of COMPARE_OP: the result is made an exact bool. */
const TO_BOOL = 16;

/** COMPARE_OP with operand `arg`; new, 0 with an exception. v3.13.0 Python/bytecodes.c COMPARE_OP */
export function compareOp(rt: Runtime, a: Addr, b: Addr, arg: number): Addr {
  const result = richCompare(rt, a, b, arg >> 5);
  if (result === 0 || !(arg & TO_BOOL) || result === rt.true || result === rt.false) return result;
  const truth = isTrue(rt, result);
  decref(rt, result);
  return truth < 0 ? 0 : newRef(rt, truth ? rt.true : rt.false);
}
