/** What few programs need of what int-divide.ts is about. */
import type { Addr } from '../base/brand.ts';
import { floorDivideNumbers, remainderNumbers } from './int-arithmetic.ts';
import { fillDigits } from './int-divide.ts';
import {
  DIGIT_BITS,
  intAlloc,
  intCompactValue,
  intDigitCount,
  intMagnitude,
  intMaybeSmall,
  newInt,
} from './int-object.ts';
import { OB_DIGIT } from './layouts.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

export function divmodDigits(rt: Runtime, a: Addr, b: Addr): [Addr, Addr] | null {
  const x = intCompactValue(rt, a);
  const y = intCompactValue(rt, b);
  const quotient = newInt(rt, floorDivideNumbers(x, y));
  if (quotient === 0) return null;
  const rest = newInt(rt, remainderNumbers(x, y));
  if (rest !== 0) return [quotient, rest];
  decref(rt, quotient);
  return null;
}

/** The blocks of x_divrem in its order: the shifted operands v and w, the quotient; w goes first. */
export function divideByMany(
  rt: Runtime,
  a: Addr,
  b: Addr,
  quotient: bigint,
  rest: bigint,
  negativeRest: boolean,
  negativeQuotient: boolean,
): [Addr, Addr] | null {
  const sizeB = intDigitCount(rt, b);
  const v = intAlloc(rt, intDigitCount(rt, a) + 1);
  if (v === 0) return null;
  const w = intAlloc(rt, sizeB);
  const room = w === 0 ? 0 : shiftedSize(rt, a, b) - sizeB;
  const q = w === 0 ? 0 : intAlloc(rt, room);
  if (q === 0) {
    if (w !== 0) rt.obj.free(w);
    rt.obj.free(v);
    return null;
  }
  fillDigits(rt, q, quotient, room, negativeQuotient);
  rt.obj.free(w);
  fillDigits(rt, v, rest, sizeB, negativeRest);
  return [intMaybeSmall(rt, q), rt.profile.freshInts.remainders ? v : intMaybeSmall(rt, v)];
}

/** Digits of the dividend once the divisor's top bit is shifted to the top of its digit. x_divrem */
function shiftedSize(rt: Runtime, a: Addr, b: Addr): number {
  const sizeA = intDigitCount(rt, a);
  const sizeB = intDigitCount(rt, b);
  const topB = rt.i32[(b + OB_DIGIT + 4 * (sizeB - 1)) >> 2]!;
  const shift = BigInt(Math.clz32(topB) - 2);
  const upA = intMagnitude(rt, a) << shift;
  const shiftedTopB = Number((intMagnitude(rt, b) << shift) >> BigInt(DIGIT_BITS * (sizeB - 1)));
  const topA = Number(upA >> BigInt(DIGIT_BITS * (sizeA - 1)));
  return topA >= shiftedTopB ? sizeA + 1 : sizeA;
}
