/** Methods of int. v3.13.0 Objects/longobject.c long_methods */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { intFromBytes, intToBytes } from './late-parts.ts';
import { intFormat } from './late-values.ts';
import {
  intBitLength,
  intCompactValue,
  intCopy,
  intDigitCount,
  intExact,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import { OB_DIGIT, TP_BASICSIZE, TP_ITEMSIZE } from './layouts.ts';
import { numberIndex } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tuplePairSteal, tupleSetItem } from './tuple.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  type GetSetSpec,
  type MethodSpec,
  noArgs,
  oneArg,
} from './type-spec.ts';

function popCount(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** v3.13.0 int_bit_count_impl */
function bitCount(rt: Runtime, self: Addr): Addr {
  let total = 0;
  const i = (self + OB_DIGIT) >> 2;
  for (let k = intDigitCount(rt, self) - 1; k >= 0; k--) total += popCount(rt.i32[i + k]!);
  return newInt(rt, total);
}

/** `(p, 1)`. v3.13.0 int_as_integer_ratio_impl */
function asIntegerRatio(rt: Runtime, self: Addr): Addr {
  const numerator = intExact(rt, self);
  return numerator === 0 ? 0 : tuplePairSteal(rt, numerator, newInt(rt, 1));
}

/** v3.13.0 int___getnewargs___impl */
function getNewArgs(rt: Runtime, self: Addr): Addr {
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
function sizeOf(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const digits = Math.max(rt.layout.intZeroHasDigit ? 1 : 0, intDigitCount(rt, self));
  // before 3.12 what a subclass has besides is not counted: offsetof(PyLongObject, ob_digit)
  const own = rt.layout.intTagged ? type : rt.types.int;
  return newInt(rt, rt.size(own + TP_BASICSIZE) + digits * rt.size(type + TP_ITEMSIZE));
}

/** Rounding to tens, hundreds ..., half to even. v3.13.0 int___round___impl */
function round(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '__round__', nargs, 0, 1)) return 0;
  const isNone = nargs > 0 && rt.arg(argv, 0) === rt.none && rt.profile.intRoundsToNone;
  if (nargs === 0 || isNone) return intExact(rt, self);
  const places = numberIndex(rt, rt.arg(argv, 0));
  if (places === 0) return 0;
  const negative = intSign(rt, places) < 0;
  const n = intToNumber(rt, places);
  decref(rt, places);
  if (!negative) return intExact(rt, self);
  // a power of ten above twice the number rounds it to 0
  if (!(-n <= intBitLength(rt, self) * 0.30103 + 2)) return newInt(rt, 0);
  return newIntFromBigInt(rt, roundToPower(intToBigInt(rt, self), 10n ** BigInt(-n)));
}

/** v3.13.0 _PyLong_DivmodNear */
function roundToPower(value: bigint, unit: bigint): bigint {
  const magnitude = value < 0n ? -value : value;
  let quotient = magnitude / unit;
  const twice = (magnitude - quotient * unit) * 2n;
  if (twice > unit || (twice === unit && (quotient & 1n) === 1n)) quotient++;
  return value < 0n ? -(quotient * unit) : quotient * unit;
}

export const intMethods: Readonly<Record<string, MethodSpec>> = {
  conjugate: noArgs(intExact),
  bit_length: noArgs((rt, self) => newInt(rt, intBitLength(rt, self))),
  bit_count: noArgs(bitCount),
  to_bytes: fastKeywords(intToBytes),
  from_bytes: classMethod(fastKeywords(intFromBytes)),
  as_integer_ratio: noArgs(asIntegerRatio),
  __trunc__: noArgs(intExact),
  __floor__: noArgs(intExact),
  __ceil__: noArgs(intExact),
  __round__: fast(round),
  __getnewargs__: noArgs(getNewArgs),
  __format__: oneArg(intFormat),
  __sizeof__: noArgs(sizeOf),
  is_integer: noArgs((rt) => newRef(rt, rt.true)),
};

export const intGetSet: Readonly<Record<string, GetSetSpec>> = {
  real: { get: intExact },
  imag: { get: (rt) => newInt(rt, 0) },
  numerator: { get: intExact },
  denominator: { get: (rt) => newInt(rt, 1) },
};

/** Whether an int is not 0. v3.13.0 long_bool */
export function intBool(rt: Runtime, p: Addr): number {
  return intIsCompact(rt, p) && intCompactValue(rt, p) === 0 ? 0 : 1;
}
