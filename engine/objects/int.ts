/**
 * int: the type, and the door to the functions on ints that other files use.
 *
 * int-object.ts      in memory: making and reading
 * int-arithmetic.ts  + - *, comparison, hash        int-divide.ts  // % divmod /
 * int-bits.ts        << >> & | ^                    int-power.ts   **
 * int-text.ts        to and from text               int-format.ts  __format__
 * int-new.ts         int()                          int-bytes.ts, int-methods.ts
 *
 * v3.13.0 Objects/longobject.c
 */
import type { Addr } from '../base/brand.ts';
import { floatPowerSlot, intAsDouble } from './float-arithmetic.ts';
import { newFloat } from './float-object.ts';
import {
  intAbsolute,
  intAdd,
  intCompareOp,
  intHash,
  intInvert,
  intMultiply,
  intNegate,
  intSubtract,
} from './int-arithmetic.ts';
import { floorDivmod, intFloorDivide, intRemainder, intTrueDivide } from './int-divide.ts';
import { intBool, intGetSet, intMethods } from './int-methods.ts';
import { intNew, intVectorcall } from './int-new.ts';
import { intDealloc, intExact, intSign, isInt } from './int-object.ts';
import {
  intAnd,
  intLeftShift,
  intOr,
  intPower,
  intPowerModulo,
  intRightShift,
  intXor,
} from './late-values.ts';
import { intRepr } from './int-text.ts';
import {
  OB_DIGIT,
  TPFLAGS_BASETYPE,
  TPFLAGS_LONG_SUBCLASS,
  TPFLAGS_MATCH_SELF,
} from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tuplePairSteal } from './tuple.ts';
import { readyType } from './type-ready.ts';

export {
  initSmallInts,
  intAsSsize,
  intBitLength,
  intCompactValue,
  intFitsSsize,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  isInt,
  isIntExact,
  newInt,
  newIntFromBigInt,
  newSsize,
  newIntFromUnsignedWords,
  newIntFromWords,
} from './int-object.ts';
export {
  intAdd,
  intCompare,
  intCompareOp,
  intHash,
  intMultiply,
  intNegate,
  intSubtract,
} from './int-arithmetic.ts';
export { intFloorDivide, intRemainder, intTrueDivide } from './int-divide.ts';
export { intAnd, intLeftShift, intOr, intPower, intRightShift, intXor } from './late-values.ts';
export { floatToInt, intFromDouble, numberLong } from './int-new.ts';
export {
  intFormatBase,
  intFromStr,
  intFromText,
  intRepr,
  MAX_STR_DIGITS_THRESHOLD,
  maxStrDigits,
  setMaxStrDigits,
} from './int-text.ts';

/** A binary slot: `operation` on two ints, NotImplemented for anything else. CHECK_BINOP */
export function intBinary(
  rt: Runtime,
  a: Addr,
  b: Addr,
  operation: (rt: Runtime, a: Addr, b: Addr) => Addr,
): Addr {
  if (!isInt(rt, a) || !isInt(rt, b)) return newRef(rt, rt.notImplemented);
  return operation(rt, a, b);
}

function divmod(rt: Runtime, a: Addr, b: Addr): Addr {
  const pair = floorDivmod(rt, a, b);
  return pair === null ? 0 : tuplePairSteal(rt, pair[0], pair[1]);
}

function trueDivide(rt: Runtime, a: Addr, b: Addr): Addr {
  const quotient = intTrueDivide(rt, a, b);
  return !Number.isNaN(quotient) ? newFloat(rt, quotient) : 0;
}

/** v3.13.0 long_pow */
function powerSlot(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  if (!isInt(rt, a) || !isInt(rt, b)) return newRef(rt, rt.notImplemented);
  if (modulus === rt.none) {
    if (intSign(rt, b) < 0) return floatPowerSlot(rt, a, b, modulus);
    return intPower(rt, a, b);
  }
  if (!isInt(rt, modulus)) return newRef(rt, rt.notImplemented);
  return intPowerModulo(rt, a, b, modulus);
}

function toFloat(rt: Runtime, self: Addr): Addr {
  const x = intAsDouble(rt, self);
  return !Number.isNaN(x) ? newFloat(rt, x) : 0;
}

function richCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isInt(rt, a) || !isInt(rt, b)) return newRef(rt, rt.notImplemented);
  return intCompareOp(rt, a, b, op);
}

export function initIntType(rt: Runtime): void {
  rt.types.int = readyType(rt, {
    name: 'int',
    basicsize: OB_DIGIT,
    itemsize: 4,
    flags: TPFLAGS_BASETYPE | TPFLAGS_LONG_SUBCLASS | TPFLAGS_MATCH_SELF,
    slots: {
      tp_dealloc: intDealloc,
      tp_repr: intRepr,
      tp_hash: intHash,
      tp_richcompare: richCompare,
      tp_new: intNew,
      tp_vectorcall: intVectorcall,
      nb_add: (rt, a, b) => intBinary(rt, a, b, intAdd),
      nb_subtract: (rt, a, b) => intBinary(rt, a, b, intSubtract),
      nb_multiply: (rt, a, b) => intBinary(rt, a, b, intMultiply),
      nb_remainder: (rt, a, b) => intBinary(rt, a, b, intRemainder),
      nb_divmod: (rt, a, b) => intBinary(rt, a, b, divmod),
      nb_power: powerSlot,
      nb_negative: intNegate,
      nb_positive: intExact,
      nb_absolute: intAbsolute,
      nb_bool: intBool,
      nb_invert: intInvert,
      nb_lshift: (rt, a, b) => intBinary(rt, a, b, intLeftShift),
      nb_rshift: (rt, a, b) => intBinary(rt, a, b, intRightShift),
      nb_and: (rt, a, b) => intBinary(rt, a, b, intAnd),
      nb_xor: (rt, a, b) => intBinary(rt, a, b, intXor),
      nb_or: (rt, a, b) => intBinary(rt, a, b, intOr),
      nb_int: intExact,
      nb_float: toFloat,
      nb_floor_divide: (rt, a, b) => intBinary(rt, a, b, intFloorDivide),
      nb_true_divide: (rt, a, b) => intBinary(rt, a, b, trueDivide),
      nb_index: intExact,
    },
    methods: intMethods,
    getset: intGetSet,
  });
}
