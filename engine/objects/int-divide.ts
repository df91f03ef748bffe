/**
 * int: division with floor, remainder, divmod, and the correctly rounded quotient as a float.
 *
 * NOT CPYTHON: digits of large quotients by BigInt; the blocks asked for, and their order, are
 * those of CPython's schoolbook division. v3.13.0 Objects/longobject.c
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { bigIntBits, divideBigInts } from './int-bigint.ts';
import { floorDivideNumbers, intAdd, intSubtract, remainderNumbers } from './int-arithmetic.ts';
import {
  DIGIT_BITS,
  intAlloc,
  intCompactValue,
  intDigitCount,
  intExact,
  intIsCompact,
  intMagnitude,
  intMaybeSmall,
  intNormalize,
  intSign,
  intToBigInt,
  intToNumber,
  newInt,
  writeDigits,
} from './int-object.ts';
import { OB_DIGIT } from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { divideByMany, divmodDigits } from './late-numbers.ts';

/** `a // b`. v3.13.0 long_div */
export function intFloorDivide(rt: Runtime, a: Addr, b: Addr): Addr {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    const divisor = intCompactValue(rt, b);
    if (divisor !== 0) return newInt(rt, floorDivideNumbers(intCompactValue(rt, a), divisor));
  }
  const pair = floorDivmod(rt, a, b);
  if (pair === null) return 0;
  decref(rt, pair[1]);
  return pair[0];
}

/** `a % b`. v3.13.0 long_mod, l_mod */
export function intRemainder(rt: Runtime, a: Addr, b: Addr): Addr {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    const divisor = intCompactValue(rt, b);
    if (divisor !== 0) return newInt(rt, remainderNumbers(intCompactValue(rt, a), divisor));
  }
  if (intSign(rt, b) === 0)
    return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.intRemainder);
  const rest = truncatedRemainder(rt, a, b);
  return rest === 0 ? 0 : adjustRemainder(rt, rest, b);
}

/** Quotient and remainder, floored, as two new references; null with an exception. l_divmod */
export function floorDivmod(rt: Runtime, a: Addr, b: Addr): [Addr, Addr] | null {
  if (intSign(rt, b) === 0) {
    raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.intDivision);
    return null;
  }
  if (intDigitCount(rt, a) === 1 && intDigitCount(rt, b) === 1) return divmodDigits(rt, a, b);
  const pair = truncatedDivmod(rt, a, b);
  if (pair === null || !needsAdjusting(rt, pair[1], b)) return pair;
  const rest = intAdd(rt, pair[1], b);
  decref(rt, pair[1]);
  const quotient = rest === 0 ? 0 : intSubtract(rt, pair[0], rt.smallInt(1));
  decref(rt, pair[0]);
  if (quotient === 0) {
    if (rest !== 0) decref(rt, rest);
    return null;
  }
  return [quotient, rest];
}

function needsAdjusting(rt: Runtime, rest: Addr, b: Addr): boolean {
  const sign = intSign(rt, rest);
  return sign !== 0 && sign !== intSign(rt, b);
}

/** The remainder (stolen) with the sign of the divisor. */
function adjustRemainder(rt: Runtime, rest: Addr, b: Addr): Addr {
  if (!needsAdjusting(rt, rest, b)) return rest;
  const sum = intAdd(rt, rest, b);
  decref(rt, rest);
  return sum;
}

/** Whether |a| < |b| can be told from sizes and top digits. v3.13.0 long_divrem */
function isSmaller(rt: Runtime, a: Addr, b: Addr): boolean {
  const sizeA = intDigitCount(rt, a);
  const sizeB = intDigitCount(rt, b);
  if (sizeA !== sizeB) return sizeA < sizeB;
  if (sizeA === 0) return false;
  const top = OB_DIGIT + 4 * (sizeA - 1);
  return rt.i32[(a + top) >> 2]! < rt.i32[(b + top) >> 2]!;
}

/** v3.13.0 long_divrem */
function truncatedDivmod(rt: Runtime, a: Addr, b: Addr): [Addr, Addr] | null {
  if (isSmaller(rt, a, b)) {
    const rest = intExact(rt, a);
    return rest === 0 ? null : [newRef(rt, rt.smallInt(0)), rest];
  }
  const negativeA = intSign(rt, a) < 0;
  const flip = negativeA !== intSign(rt, b) < 0;
  const x = intMagnitude(rt, a);
  const y = intMagnitude(rt, b);
  const quotient = x / y;
  const rest = x - quotient * y;
  if (intDigitCount(rt, b) > 1) return divideByMany(rt, a, b, quotient, rest, negativeA, flip);
  const q = intOfRoom(rt, quotient, intDigitCount(rt, a), flip);
  if (q === 0) return null;
  const r = newInt(rt, negativeA ? -Number(rest) : Number(rest));
  if (r === 0) {
    decref(rt, q);
    return null;
  }
  return [intMaybeSmall(rt, q), r];
}

/** An int of `room` digits, normalised; not replaced by a small one. */
function intOfRoom(rt: Runtime, magnitude: bigint, room: number, negative: boolean): Addr {
  const p = intAlloc(rt, room);
  return p === 0 ? 0 : fillDigits(rt, p, magnitude, room, negative);
}

export function fillDigits(
  rt: Runtime,
  p: Addr,
  magnitude: bigint,
  room: number,
  negative: boolean,
): Addr {
  const i = (p + OB_DIGIT) >> 2;
  rt.i32.fill(0, i, i + room);
  writeDigits(rt, p + OB_DIGIT, magnitude, Math.ceil(bigIntBits(magnitude) / DIGIT_BITS));
  return intNormalize(rt, p, negative, room);
}

/** v3.13.0 long_rem: a divisor of one digit asks for no quotient. */
function truncatedRemainder(rt: Runtime, a: Addr, b: Addr): Addr {
  if (isSmaller(rt, a, b)) return intExact(rt, a);
  if (intDigitCount(rt, b) === 1) {
    const rest = Number(intMagnitude(rt, a) % intMagnitude(rt, b));
    return newInt(rt, intSign(rt, a) < 0 ? -rest : rest);
  }
  const pair = truncatedDivmod(rt, a, b);
  if (pair === null) return 0;
  decref(rt, pair[0]);
  return pair[1];
}

/**
 * `a / b` of two ints, correctly rounded.
 * @returns NaN with ZeroDivisionError or OverflowError
 * v3.13.0 long_true_divide. NOT CPYTHON: its temporary ints are not asked for
 */
export function intTrueDivide(rt: Runtime, a: Addr, b: Addr): number {
  const x = intToNumber(rt, a);
  const y = intToNumber(rt, b);
  if (y === 0) {
    raise(rt, rt.exc.ZeroDivisionError, 'division by zero');
    return NaN;
  }
  // as a float, 0 divided by a negative int is -0.0
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x === 0 && y < 0 ? -0 : x / y;
  const quotient = divideBigInts(intToBigInt(rt, a), intToBigInt(rt, b));
  if (Number.isFinite(quotient)) return quotient;
  raise(rt, rt.exc.OverflowError, 'integer division result too large for a float');
  return NaN;
}
