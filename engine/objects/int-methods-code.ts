/** What few programs need of what int-methods.ts is about. */
import type { Addr } from '../base/brand.ts';
import { intCopy, intDigitCount, intExact, newInt } from './int-object.ts';
import { OB_DIGIT, TP_BASICSIZE, TP_ITEMSIZE } from './layouts.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tuplePairSteal, tupleSetItem } from './tuple.ts';

function popCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** v3.13.0 int_bit_count_impl */
export function bitCount(rt: Runtime, self: Addr): Addr {
  let total = 0;
  const i = (self + OB_DIGIT) >> 2;
  for (let k = intDigitCount(rt, self) - 1; k >= 0; k--) total += popCount(rt.i32[i + k]!);
  return newInt(rt, total);
}

/** `(p, 1)`. v3.13.0 int_as_integer_ratio_impl */
export function asIntegerRatio(rt: Runtime, self: Addr): Addr {
  const numerator = intExact(rt, self);
  return numerator === 0 ? 0 : tuplePairSteal(rt, numerator, newInt(rt, 1));
}

/** v3.13.0 int___getnewargs___impl */
export function getNewArgs(rt: Runtime, self: Addr): Addr {
  const copy = intCopy(rt, self);
  if (copy === 0) return 0;
  const args = tupleNew(rt, 1);
  if (args === 0) {
    decref(rt, copy);
    return 0;
  }
  tupleSetItem(rt, args, 0, copy);
  return args;
}

/** v3.13.0 int___sizeof___impl: one digit is always counted */
export function sizeOf(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const digits = Math.max(rt.layout.intZeroHasDigit ? 1 : 0, intDigitCount(rt, self));
  // before 3.12 what a subclass has besides is not counted: offsetof(PyLongObject, ob_digit)
  const own = rt.layout.intTagged ? type : rt.types.int;
  return newInt(rt, rt.size(own + TP_BASICSIZE) + digits * rt.size(type + TP_ITEMSIZE));
}

/** v3.13.0 _PyLong_DivmodNear */
export function roundToPower(value: bigint, unit: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  let quotient = magnitude / unit;
  const twice = (magnitude - quotient * unit) * 2n;
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) quotient++;
  return value < 0n ? -(quotient * unit) : quotient * unit;
}
