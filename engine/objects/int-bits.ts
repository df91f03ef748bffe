/**
 * int: shifts and bitwise operations. v3.13.0 Objects/longobject.c
 */
import type { Addr } from '../base/brand.ts';
import { noMemory, raise } from './errors.ts';
import {
  DIGIT_BITS,
  intAlloc,
  intCompactValue,
  intCopy,
  intDigitCount,
  intFitsSsize,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  intTooLarge,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import type { Runtime } from './runtime.ts';

/** Stands for a shift count that does not fit a Py_ssize_t. */
const HUGE_SHIFT = 2 ** 64;

/** The shift count as a number, at most HUGE_SHIFT; -1 with ValueError. v3.13.0 divmod_shift */
function shiftCount(rt: Runtime, b: Addr): number {
  if (intSign(rt, b) < 0) {
    raise(rt, rt.exc.ValueError, 'negative shift count');
    return -1;
  }
  const count = intToNumber(rt, b);
  if (!Number.isNaN(count)) return count;
  return intFitsSsize(rt, b) ? Number(intToBigInt(rt, b)) : HUGE_SHIFT;
}

/** `a << b`. v3.13.0 long_lshift */
export function intLeftShift(rt: Runtime, a: Addr, b: Addr): Addr {
  const count = shiftCount(rt, b);
  if (count < 0) return 0;
  if (intSign(rt, a) === 0) return newInt(rt, 0);
  return intShiftLeftBy(rt, a, count);
}

/** `a << count`, count not negative. v3.13.0 long_lshift1 */
function intShiftLeftBy(rt: Runtime, a: Addr, count: number): Addr {
  if (count < DIGIT_BITS && intIsCompact(rt, a)) {
    const n = intCompactValue(rt, a) * 2 ** count;
    if (Number.isSafeInteger(n)) return newInt(rt, n);
  }
  if (count === HUGE_SHIFT) {
    return raise(rt, rt.exc.OverflowError, 'too many digits in integer');
  }
  const words = Math.floor(count / DIGIT_BITS);
  const bits = count - words * DIGIT_BITS;
  const room = intDigitCount(rt, a) + words + (bits > 0 ? 1 : 0);
  if (intTooLarge(rt, room)) return noMemory(rt);
  // a compact operand shifted by less than a digit is made from two digits, without a spare one
  const exact = words === 0 && intIsCompact(rt, a);
  return newIntFromBigInt(rt, intToBigInt(rt, a) << BigInt(count), exact ? 0 : room);
}

/** `a >> b`. v3.13.0 long_rshift */
export function intRightShift(rt: Runtime, a: Addr, b: Addr): Addr {
  const count = shiftCount(rt, b);
  if (count < 0) return 0;
  return intShiftRightBy(rt, a, count);
}

/** `a >> count`, count not negative. v3.13.0 long_rshift1 */
function intShiftRightBy(rt: Runtime, a: Addr, count: number): Addr {
  if (intIsCompact(rt, a)) return newInt(rt, intCompactValue(rt, a) >> Math.min(count, 31));
  const size = intDigitCount(rt, a);
  const negative = intSign(rt, a) < 0;
  if (negative && count === 0) return intCopy(rt, a);
  // a negative operand is shifted by 1 to 30 bits past whole digits, any other by 0 to 29
  const words = Math.floor((negative ? count - 1 : count) / DIGIT_BITS);
  const room = size - words;
  if (room <= 0) return newInt(rt, negative ? -1 : 0);
  return newIntFromBigInt(rt, intToBigInt(rt, a) >> BigInt(count), room);
}

/** `a & b`. v3.13.0 long_and */
export function intAnd(rt: Runtime, a: Addr, b: Addr): Addr {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    return newInt(rt, intCompactValue(rt, a) & intCompactValue(rt, b));
  }
  return bitwiseLarge(rt, a, b, 0);
}

/** `a | b`. v3.13.0 long_or */
export function intOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    return newInt(rt, intCompactValue(rt, a) | intCompactValue(rt, b));
  }
  return bitwiseLarge(rt, a, b, 1);
}

/** `a ^ b`. v3.13.0 long_xor */
export function intXor(rt: Runtime, a: Addr, b: Addr): Addr {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    return newInt(rt, intCompactValue(rt, a) ^ intCompactValue(rt, b));
  }
  return bitwiseLarge(rt, a, b, 2);
}

/**
 * Two's complement on digits; operands that are negative are complemented in blocks of their own,
 * which live until the result is there. `op`: 0 and, 1 or, 2 xor. v3.13.0 long_bitwise
 */
function bitwiseLarge(rt: Runtime, x: Addr, y: Addr, op: number): Addr {
  const spareX = complementBlock(rt, x);
  if (spareX < 0) return 0;
  const spareY = complementBlock(rt, y);
  let result = 0;
  if (spareY >= 0) {
    const swap = intDigitCount(rt, x) < intDigitCount(rt, y);
    result = combine(rt, swap ? y : x, swap ? x : y, op);
    const [first, second] = swap ? [spareY, spareX] : [spareX, spareY];
    if (first > 0) rt.obj.free(first);
    if (second > 0) rt.obj.free(second);
  } else if (spareX > 0) {
    rt.obj.free(spareX);
  }
  return result;
}

/** A block as large as the complement of a negative operand; 0 for none, -1 with MemoryError. */
function complementBlock(rt: Runtime, p: Addr): Addr {
  if (intSign(rt, p) >= 0) return 0;
  const block = intAlloc(rt, intDigitCount(rt, p));
  return block === 0 ? -1 : block;
}

function combine(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  const negativeA = intSign(rt, a) < 0;
  const negativeB = intSign(rt, b) < 0;
  const sizeA = intDigitCount(rt, a);
  const sizeB = intDigitCount(rt, b);
  const m = intToBigInt(rt, a);
  const n = intToBigInt(rt, b);
  if (op === 0) {
    const room = (negativeB ? sizeA : sizeB) + (negativeA && negativeB ? 1 : 0);
    return newIntFromBigInt(rt, m & n, room);
  }
  if (op === 1) {
    const room = (negativeB ? sizeB : sizeA) + (negativeA || negativeB ? 1 : 0);
    return newIntFromBigInt(rt, m | n, room);
  }
  return newIntFromBigInt(rt, m ^ n, sizeA + (negativeA !== negativeB ? 1 : 0));
}
