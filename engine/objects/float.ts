/**
 * float: the type, and the door to the functions on floats that other files use.
 *
 * float-object.ts  in memory                 float-arithmetic.ts  + - * / // %, comparison, hash
 * float-text.ts    to and from text          float-digits.ts      exact decimal digits
 * float-power.ts, float-functions.ts         pow, exp, log, sin ... correctly rounded
 * float-hex.ts     hex, fromhex              number-format.ts     __format__
 *
 * v3.13.0 Objects/floatobject.c
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { errOccurred, raise } from './errors.ts';
import {
  floatAbsolute,
  floatAddSlot,
  floatDivmodSlot,
  floatFloorDivideSlot,
  floatMultiplySlot,
  floatNegative,
  floatPowerSlot,
  floatRemainderSlot,
  floatRichCompare,
  floatSubtractSlot,
  floatTrueDivideSlot,
  intAsDouble,
} from './float-arithmetic.ts';
import { roundToPlace } from './float-digits.ts';
import { floatFromHex, floatHex } from './late-parts.ts';
import { floatDealloc, floatValue, isFloat, isFloatExact, newFloat } from './float-object.ts';
import { floatFromText, floatRepr } from './float-text.ts';
import { bytesText, floatToInt, intFromDouble } from './int-new.ts';
import { FLOAT_SIZE, NB_FLOAT, NB_INDEX, TPFLAGS_BASETYPE, TPFLAGS_MATCH_SELF } from './layouts.ts';
import { floatFormat } from './late-values.ts';
import { asSsize, numberIndex, slotOf, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, noArgs, oneArg } from './type-spec.ts';
import {
  asIntegerRatio,
  checkedFloat,
  floatExact,
  floatFromNumber,
  floatHash,
  floatNew,
  getFormat,
  getNewArgs,
  isInteger,
} from './late-floats.ts';

export { asDouble } from './late-floats.ts';

export {
  floatAdd,
  floatCompareOp,
  floatFloorQuotient,
  floatMultiply,
  floatRemainder,
  floatSubtract,
  floatTrueDivide,
  intAsDouble,
} from './float-arithmetic.ts';
export { floatValue, isFloat, isFloatExact, newFloat } from './float-object.ts';
export { floatRepr, formatDouble } from './float-text.ts';

// ---- float() -------------------------------------------------------------------------------------

/** `float(p)`, new. v3.13.0 Objects/abstract.c PyNumber_Float */
export function numberFloat(rt: Runtime, p: Addr): Addr {
  if (isFloatExact(rt, p)) return newRef(rt, p);
  const toFloat = slotOf(rt, p, NB_FLOAT);
  if (toFloat !== 0) return checkedFloat(rt, p, rt.fns[toFloat]!(rt, p) as Addr);
  if (slotOf(rt, p, NB_INDEX) !== 0) {
    const index = numberIndex(rt, p);
    if (index === 0) return 0;
    const x = intAsDouble(rt, index);
    decref(rt, index);
    return !Number.isNaN(x) ? newFloat(rt, x) : 0;
  }
  if (isFloat(rt, p)) return newFloat(rt, floatValue(rt, p));
  const text = isStr(rt, p) ? strToJs(rt, p) : bytesText(rt, p);
  if (text !== null) return floatFromText(rt, text, p);
  return raise(
    rt,
    rt.exc.TypeError,
    `float() argument must be a string or ${rt.profile.errorWords.number}, not '${typeNameOf(rt, p)}'`,
  );
}

/** v3.13.0 float_vectorcall */
function floatVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'float', kwnames) || !checkPositional(rt, 'float', nargs, 0, 1)) return 0;
  return nargs === 0 ? newFloat(rt, 0) : numberFloat(rt, rt.arg(argv, 0));
}

// ---- methods -------------------------------------------------------------------------------------

/** The places where rounding changes anything. v3.13.0 NDIGITS_MAX, NDIGITS_MIN */
const PLACES_MAX = 323;
const PLACES_MIN = -308;

/** v3.13.0 float___round___impl */
function round(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '__round__', nargs, 0, 1)) return 0;
  const x = floatValue(rt, self);
  if (nargs === 0 || rt.arg(argv, 0) === rt.none) return intFromDouble(rt, roundHalfEven(x));
  const places = asSsize(rt, rt.arg(argv, 0), 0);
  if (places === -1 && errOccurred(rt)) return 0;
  if (x - x !== 0 || places > PLACES_MAX) return newFloat(rt, x);
  if (places < PLACES_MIN) return newFloat(rt, 0 * x);
  const rounded = roundToPlace(x, places);
  if (rounded - rounded === 0) return newFloat(rt, rounded);
  return raise(rt, rt.exc.OverflowError, 'rounded value too large to represent');
}

function roundHalfEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

export function initFloatType(rt: Runtime): void {
  rt.types.float = readyType(rt, {
    name: 'float',
    basicsize: FLOAT_SIZE,
    flags: TPFLAGS_BASETYPE | TPFLAGS_MATCH_SELF,
    slots: {
      tp_dealloc: floatDealloc,
      tp_repr: (rt, self) => newStr(rt, floatRepr(floatValue(rt, self))),
      tp_hash: floatHash,
      tp_richcompare: floatRichCompare,
      tp_new: floatNew,
      tp_vectorcall: floatVectorcall,
      nb_add: floatAddSlot,
      nb_subtract: floatSubtractSlot,
      nb_multiply: floatMultiplySlot,
      nb_remainder: floatRemainderSlot,
      nb_divmod: floatDivmodSlot,
      nb_power: floatPowerSlot,
      nb_negative: floatNegative,
      nb_positive: floatExact,
      nb_absolute: floatAbsolute,
      nb_bool: (rt, self) => (floatValue(rt, self) !== 0 ? 1 : 0),
      nb_int: floatToInt,
      nb_float: floatExact,
      nb_floor_divide: floatFloorDivideSlot,
      nb_true_divide: floatTrueDivideSlot,
    },
    methods: {
      conjugate: noArgs(floatExact),
      __trunc__: noArgs(floatToInt),
      __floor__: noArgs((rt, self) => intFromDouble(rt, Math.floor(floatValue(rt, self)))),
      __ceil__: noArgs((rt, self) => intFromDouble(rt, Math.ceil(floatValue(rt, self)))),
      __round__: fast(round),
      as_integer_ratio: noArgs(asIntegerRatio),
      fromhex: classMethod(oneArg(floatFromHex)),
      from_number: classMethod(oneArg(floatFromNumber)),
      hex: noArgs(floatHex),
      is_integer: noArgs(isInteger),
      __getnewargs__: noArgs(getNewArgs),
      __getformat__: classMethod(oneArg(getFormat)),
      __format__: oneArg(floatFormat),
    },
    getset: {
      real: { get: floatExact },
      imag: { get: (rt) => newFloat(rt, 0) },
    },
  });
}
