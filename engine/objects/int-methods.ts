/** Methods of int. v3.13.0 Objects/longobject.c long_methods */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { intFromBytes, intToBytes } from './late-parts.ts';
import { intFormat } from './late-values.ts';
import {
  intBitLength,
  intCompactValue,
  intExact,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import { numberIndex } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import {
  classMethod,
  fast,
  fastKeywords,
  type GetSetSpec,
  type MethodSpec,
  noArgs,
  oneArg,
} from './type-spec.ts';
import { asIntegerRatio, bitCount, getNewArgs, roundToPower, sizeOf } from './late-numbers.ts';

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
