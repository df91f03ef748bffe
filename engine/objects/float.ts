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
  hashDouble,
  intAsDouble,
} from './float-arithmetic.ts';
import { decompose, roundToPlace } from './float-digits.ts';
import { floatFromHex, floatHex } from './late-parts.ts';
import { floatDealloc, floatValue, isFloat, isFloatExact, newFloat } from './float-object.ts';
import { floatFromText, floatRepr } from './float-text.ts';
import { strictSubclass } from './index-protocol.ts';
import { bytesText, floatToInt, intFromDouble } from './int-new.ts';
import { newIntFromBigInt } from './int-object.ts';
import {
  FLOAT_SIZE,
  FLOAT_VALUE,
  NB_FLOAT,
  NB_INDEX,
  TPFLAGS_BASETYPE,
  TPFLAGS_MATCH_SELF,
  TP_ALLOC,
  TP_INIT,
} from './layouts.ts';
import { floatFormat } from './late-values.ts';
import { asSsize, hashPointer, numberIndex, slotOf, typeNameOf } from './object.ts';
import { wrongResult } from './wrong-result.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleNew, tuplePairSteal, tupleSetItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { callOneArg } from './call.ts';
import { classMethod, fast, noArgs, oneArg } from './type-spec.ts';

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

/** What `__float__` gave (stolen): must be a float, and is made exactly one. */
function checkedFloat(rt: Runtime, p: Addr, result: Addr): Addr {
  if (result === 0 || isFloatExact(rt, result)) return result;
  const older = `${typeNameOf(rt, p)}.__float__ returned non-float (type ${typeNameOf(rt, result)})`;
  const what = wrongResult(rt, p, '__float__', 'a float', result, older);
  if (!isFloat(rt, result)) {
    raise(rt, rt.exc.TypeError, what);
    decref(rt, result);
    return 0;
  }
  const x = floatValue(rt, result);
  if (strictSubclass(rt, result, what, 'float') === 0) return 0;
  decref(rt, result);
  return newFloat(rt, x);
}

/** The double of any real number; NaN with an exception (ask errOccurred). PyFloat_AsDouble */
export function asDouble(rt: Runtime, p: Addr): number {
  if (isFloat(rt, p)) return floatValue(rt, p);
  const toFloat = slotOf(rt, p, NB_FLOAT);
  if (toFloat === 0 && slotOf(rt, p, NB_INDEX) === 0) {
    raise(rt, rt.exc.TypeError, `must be real number, not ${typeNameOf(rt, p)}`);
    return NaN;
  }
  const x = numberFloat(rt, p);
  if (x === 0) return NaN;
  const value = floatValue(rt, x);
  decref(rt, x);
  return value;
}

function floatNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const plain = rt.i32[(type + TP_INIT) >> 2] === rt.i32[(rt.types.float + TP_INIT) >> 2];
  if (plain && !noKeywords(rt, 'float', kwargs)) return 0;
  if (!checkPositional(rt, 'float', n, 0, 1)) return 0;
  const value = n === 0 ? newFloat(rt, 0) : numberFloat(rt, tupleItem(rt, args, 0));
  if (value === 0 || type === rt.types.float) return value;
  // an instance of a subclass: float_subtype_new
  const alloc = rt.i32[(type + TP_ALLOC) >> 2]!;
  const p: Addr = rt.fns[alloc]!(rt, type, 0);
  if (p !== 0) rt.f64[(p + FLOAT_VALUE) >> 3] = floatValue(rt, value);
  decref(rt, value);
  return p;
}

/** v3.13.0 float_vectorcall */
function floatVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'float', kwnames) || !checkPositional(rt, 'float', nargs, 0, 1)) return 0;
  return nargs === 0 ? newFloat(rt, 0) : numberFloat(rt, rt.arg(argv, 0));
}

// ---- methods -------------------------------------------------------------------------------------

function floatExact(rt: Runtime, self: Addr): Addr {
  return isFloatExact(rt, self) ? newRef(rt, self) : newFloat(rt, floatValue(rt, self));
}

function floatHash(rt: Runtime, self: Addr): number {
  return hashDouble(rt, floatValue(rt, self), () => hashPointer(rt, self));
}

/** float(x) of a number, never of text. v3.14.0 float_from_number_impl */
function floatFromNumber(rt: Runtime, type: Addr, p: Addr): Addr {
  if (isFloatExact(rt, p) && type === rt.types.float) return newRef(rt, p);
  const x = asDouble(rt, p);
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  const plain = newFloat(rt, x);
  if (plain === 0 || type === rt.types.float) return plain;
  const result = callOneArg(rt, type, plain);
  decref(rt, plain);
  return result;
}

function isInteger(rt: Runtime, self: Addr): Addr {
  return newRef(rt, Number.isInteger(floatValue(rt, self)) ? rt.true : rt.false);
}

/** v3.13.0 float_as_integer_ratio_impl */
function asIntegerRatio(rt: Runtime, self: Addr): Addr {
  const x = floatValue(rt, self);
  if (Number.isNaN(x)) {
    return raise(rt, rt.exc.ValueError, 'cannot convert NaN to integer ratio');
  }
  if (x - x !== 0) {
    return raise(rt, rt.exc.OverflowError, 'cannot convert Infinity to integer ratio');
  }
  let { mantissa, exponent } = decompose(Math.abs(x));
  while (mantissa !== 0n && (mantissa & 1n) === 0n && exponent < 0) {
    mantissa >>= 1n;
    exponent++;
  }
  if (mantissa === 0n) exponent = 0;
  const top = exponent > 0 ? mantissa << BigInt(exponent) : mantissa;
  const numerator = newIntFromBigInt(rt, x < 0 ? -top : top);
  if (numerator === 0) return 0;
  const denominator = newIntFromBigInt(rt, exponent < 0 ? 1n << BigInt(-exponent) : 1n);
  if (denominator === 0) {
    decref(rt, numerator);
    return 0;
  }
  return tuplePairSteal(rt, numerator, denominator);
}

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

function getNewArgs(rt: Runtime, self: Addr): Addr {
  const copy = newFloat(rt, floatValue(rt, self));
  if (copy === 0) return 0;
  const args = tupleNew(rt, 1);
  if (args === 0) {
    decref(rt, copy);
    return 0;
  }
  tupleSetItem(rt, args, 0, copy);
  return args;
}

/** v3.13.0 float___getformat___impl */
function getFormat(rt: Runtime, _type: Addr, kind: Addr): Addr {
  if (!isStr(rt, kind)) {
    const found = kind === rt.none ? 'None' : typeNameOf(rt, kind);
    return raise(rt, rt.exc.TypeError, `__getformat__() argument must be str, not ${found}`);
  }
  const text = strToJs(rt, kind);
  if (text === 'double' || text === 'float') return newStr(rt, 'IEEE, little-endian');
  return raise(rt, rt.exc.ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
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
