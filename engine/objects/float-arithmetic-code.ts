/** What few programs need of what float-arithmetic.ts is about. */
import type { Addr } from '../base/brand.ts';
import { raise, raiseObject } from './errors.ts';
import { checkOperands, OPERANDS_OK, operandValue } from './float-arithmetic.ts';
import { floatValue, isFloat, newFloat } from './float-object.ts';
import { orderSatisfies } from './int-arithmetic.ts';
import { intToBigInt, intToNumber, isInt, newInt } from './int-object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tuplePairSteal } from './tuple.ts';

/** `a <op> b`, both floats: True or False, new. */
export function floatCompareOp(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  return newRef(rt, compareNumbers(floatValue(rt, a), floatValue(rt, b), op) ? rt.true : rt.false);
}

function compareNumbers(x: number, y: number, op: number): boolean {
  switch (op) {
    case 0:
      return x < y;
    case 1:
      return x <= y;
    case 2:
      return x === y;
    case 3:
      return x !== y;
    case 4:
      return x > y;
    default:
      return x >= y;
  }
}

export function divide(rt: Runtime, x: number, y: number): Addr {
  if (y === 0) return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.floatDivision);
  return newFloat(rt, x / y);
}

export function floatSubtractSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  return newFloat(rt, operandValue(rt, a) - operandValue(rt, b));
}

export function floatMultiplySlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  return newFloat(rt, operandValue(rt, a) * operandValue(rt, b));
}

export function floatTrueDivideSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  return divide(rt, operandValue(rt, a), operandValue(rt, b));
}

/** v3.13.0 float_rem */
export function floatRemainderSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  const y = operandValue(rt, b);
  if (y === 0) return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.floatRemainder);
  return newFloat(rt, floatRemainder(operandValue(rt, a), y));
}

/** v3.13.0 float_floor_div */
export function floatFloorDivideSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  const y = operandValue(rt, b);
  if (y === 0) return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.floatFloor);
  return newFloat(rt, floatFloorQuotient(operandValue(rt, a), y));
}

/** v3.13.0 float_divmod */
export function floatDivmodSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const refused = checkOperands(rt, a, b);
  if (refused !== OPERANDS_OK) return refused;
  const x = operandValue(rt, a);
  const y = operandValue(rt, b);
  if (y === 0) return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.floatDivmod);
  const quotient = newFloat(rt, floatFloorQuotient(x, y));
  if (quotient === 0) return 0;
  const rest = newFloat(rt, floatRemainder(x, y));
  if (rest === 0) {
    decref(rt, quotient);
    return 0;
  }
  return tuplePairSteal(rt, quotient, rest);
}

/** The remainder with the sign of y, y not 0. */
export function floatRemainder(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 ? -0 : 0;
  return rest < 0 !== y < 0 ? rest + y : rest;
}

/** The floored quotient, y not 0. v3.13.0 _float_div_mod */
export function floatFloorQuotient(x: number, y: number): number {
  const rest = x % y;
  let quotient = (x - rest) / y;
  // a remainder that is NaN counts as one that is not zero
  if (rest !== 0 && y < 0 !== rest < 0) quotient -= 1;
  if (quotient === 0) {
    const sign = x / y;
    return sign < 0 || Object.is(sign, -0) ? -0 : 0;
  }
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** OverflowError as errno ERANGE makes it. v3.13.0 PyErr_SetFromErrno */
export function rangeError(rt: Runtime): 0 {
  const code = newInt(rt, 34);
  const text = newStr(rt, 'Numerical result out of range');
  if (code === 0 || text === 0) return 0;
  const args = tuplePairSteal(rt, code, text);
  if (args === 0) return 0;
  raiseObject(rt, rt.exc.OverflowError, args);
  decref(rt, args);
  return 0;
}

/** Against an int the comparison is exact, whatever its size. v3.13.0 float_richcompare */
export function floatRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (isFloat(rt, b)) return floatCompareOp(rt, a, b, op);
  if (!isInt(rt, b)) return newRef(rt, rt.notImplemented);
  const x = floatValue(rt, a);
  const n = intToNumber(rt, b);
  if (!Number.isNaN(n) || x - x !== 0) {
    return newRef(rt, compareNumbers(x, !Number.isNaN(n) ? n : 0, op) ? rt.true : rt.false);
  }
  const big = intToBigInt(rt, b);
  const order = x < big ? -1 : x > big ? 1 : 0;
  return newRef(rt, orderSatisfies(order, op) ? rt.true : rt.false);
}

/** The hash of a double, the same as that of an equal int. v3.13.0 Python/pyhash.c _Py_HashDouble */
export function hashDouble(rt: Runtime, x: number, identity: (rt: Runtime) => number): number {
  if (x === (x | 0)) {
    const low = x === -1 ? -2 : x | 0;
    rt.hashHigh = low >> 31;
    return low;
  }
  if (Number.isNaN(x)) return identity(rt);
  if (x === Infinity || x === -Infinity) {
    rt.hashHigh = x < 0 ? -1 : 0;
    return x < 0 ? -HASH_INF : HASH_INF;
  }
  return hashBits(rt, x);
}

/** v3.13.0 Include/cpython/pyhash.h _PyHASH_INF */
const HASH_INF = 314159;

const HASH_MODULUS = (1n << 61n) - 1n;

/** mantissa * 2**exponent modulo 2^61 - 1: multiplying by 2 is rotating 61 bits. */
function hashBits(rt: Runtime, x: number): number {
  let mantissa = Math.abs(x);
  let exponent = 0;
  while (mantissa >= 2 ** 53) {
    mantissa /= 2;
    exponent++;
  }
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  const turns = BigInt(((exponent % 61) + 61) % 61);
  let value = (BigInt(mantissa) << turns) % HASH_MODULUS;
  if (x < 0) value = -value;
  if (value === -1n) value = -2n;
  rt.hashHigh = Number(BigInt.asIntN(32, value >> 32n));
  return Number(BigInt.asIntN(32, value));
}
