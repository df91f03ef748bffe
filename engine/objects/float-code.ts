/** What few programs need of what float.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { callOneArg } from './call.ts';
import { errOccurred, raise } from './errors.ts';
import { hashDouble } from './float-arithmetic.ts';
import { decompose } from './float-digits.ts';
import { floatValue, isFloat, isFloatExact, newFloat } from './float-object.ts';
import { numberFloat } from './float.ts';
import { strictSubclass } from './index-protocol.ts';
import { newIntFromBigInt } from './int-object.ts';
import { FLOAT_VALUE, NB_FLOAT, NB_INDEX, TP_ALLOC, TP_INIT } from './layouts.ts';
import { hashPointer, slotOf, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleNew, tuplePairSteal, tupleSetItem, tupleSize } from './tuple.ts';
import { wrongResult } from './wrong-result.ts';

/** What `__float__` gave (stolen): must be a float, and is made exactly one. */
export function checkedFloat(rt: Runtime, p: Addr, result: Addr): Addr {
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

export function floatNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
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

export function floatExact(rt: Runtime, self: Addr): Addr {
  return isFloatExact(rt, self) ? newRef(rt, self) : newFloat(rt, floatValue(rt, self));
}

export function floatHash(rt: Runtime, self: Addr): number {
  return hashDouble(rt, floatValue(rt, self), () => hashPointer(rt, self));
}

/** float(x) of a number, never of text. v3.14.0 float_from_number_impl */
export function floatFromNumber(rt: Runtime, type: Addr, p: Addr): Addr {
  if (isFloatExact(rt, p) && type === rt.types.float) return newRef(rt, p);
  const x = asDouble(rt, p);
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  const plain = newFloat(rt, x);
  if (plain === 0 || type === rt.types.float) return plain;
  const result = callOneArg(rt, type, plain);
  decref(rt, plain);
  return result;
}

export function isInteger(rt: Runtime, self: Addr): Addr {
  return newRef(rt, Number.isInteger(floatValue(rt, self)) ? rt.true : rt.false);
}

/** v3.13.0 float_as_integer_ratio_impl */
export function asIntegerRatio(rt: Runtime, self: Addr): Addr {
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

export function getNewArgs(rt: Runtime, self: Addr): Addr {
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
export function getFormat(rt: Runtime, _type: Addr, kind: Addr): Addr {
  if (!isStr(rt, kind)) {
    const found = kind === rt.none ? 'None' : typeNameOf(rt, kind);
    return raise(rt, rt.exc.TypeError, `__getformat__() argument must be str, not ${found}`);
  }
  const text = strToJs(rt, kind);
  if (text === 'double' || text === 'float') return newStr(rt, 'IEEE, little-endian');
  return raise(rt, rt.exc.ValueError, "__getformat__() argument 1 must be 'double' or 'float'");
}
