/**
 * int: powers, with and without a modulus. v3.13.0 Objects/longobject.c long_pow
 */
import type { Addr } from '../base/brand.ts';
import { noMemory, raise } from './errors.ts';
import { intMultiply, intNegate, intSubtract } from './int-arithmetic.ts';
import { invertModulo } from './int-bigint.ts';
import { intRemainder } from './int-divide.ts';
import {
  DIGIT_BITS,
  intBitLength,
  intCompactValue,
  intDigitCount,
  intIsCompact,
  intSign,
  intToBigInt,
  intToNumber,
  intTooLarge,
  newInt,
  newIntFromBigInt,
} from './int-object.ts';
import { OB_DIGIT } from './layouts.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** `a ** b`, b not negative; new. */
export function intPower(rt: Runtime, a: Addr, b: Addr): Addr {
  const exponent = intToNumber(rt, b);
  const magnitude = intBitLength(rt, a);
  if (magnitude > 1 && !(exponent < 2 ** 40 && !powerTooLarge(rt, magnitude, exponent))) {
    return noMemory(rt);
  }
  return powerBits(rt, a, b, 0);
}

/** Before a run of squarings that must end in MemoryError: at least (bits - 1) * exponent bits. */
function powerTooLarge(rt: Runtime, bits: number, exponent: number): boolean {
  return intTooLarge(rt, ((bits - 1) * exponent) / DIGIT_BITS);
}

/** `pow(a, b, modulus)`; new. */
export function intPowerModulo(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  const sign = intSign(rt, modulus);
  if (sign === 0) return raise(rt, rt.exc.ValueError, 'pow() 3rd argument cannot be 0');
  const m = sign < 0 ? intNegate(rt, modulus) : newRef(rt, modulus);
  if (m === 0) return 0;
  const z = powerModulo(rt, a, b, m);
  if (z !== 0 && sign < 0 && intSign(rt, z) !== 0) {
    const result = intSubtract(rt, z, m);
    decref(rt, z);
    decref(rt, m);
    return result;
  }
  decref(rt, m);
  return z;
}

function powerModulo(rt: Runtime, a: Addr, b: Addr, m: Addr): Addr {
  if (intIsCompact(rt, m) && intCompactValue(rt, m) === 1) return newInt(rt, 0);
  if (intSign(rt, b) < 0) return inversePower(rt, a, b, m);
  if (intSign(rt, a) >= 0 && intDigitCount(rt, a) <= intDigitCount(rt, m)) {
    return powerBits(rt, a, b, m);
  }
  const reduced = intRemainder(rt, a, m);
  if (reduced === 0) return 0;
  const z = powerBits(rt, reduced, b, m);
  decref(rt, reduced);
  return z;
}

/** A negative exponent: the power of the inverse. v3.13.0 long_invmod */
function inversePower(rt: Runtime, a: Addr, b: Addr, m: Addr): Addr {
  const inverse = invertModulo(intToBigInt(rt, a), intToBigInt(rt, m));
  if (inverse === null) {
    return raise(rt, rt.exc.ValueError, 'base is not invertible for the given modulus');
  }
  const exponent = intNegate(rt, b);
  if (exponent === 0) return 0;
  const base = newIntFromBigInt(rt, inverse);
  const z = base === 0 ? 0 : powerBits(rt, base, exponent, m);
  if (base !== 0) decref(rt, base);
  decref(rt, exponent);
  return z;
}

/** `z` (stolen, may be 0) times `y`, reduced; new. */
function multiplyReduce(rt: Runtime, z: Addr, y: Addr, m: Addr): Addr {
  if (z === 0) return 0;
  const product = intMultiply(rt, z, y);
  decref(rt, z);
  if (product === 0 || m === 0) return product;
  const reduced = intRemainder(rt, product, m);
  decref(rt, product);
  return reduced;
}

function square(rt: Runtime, z: Addr, m: Addr): Addr {
  if (z === 0) return 0;
  const product = intMultiply(rt, z, z);
  decref(rt, z);
  if (product === 0 || m === 0) return product;
  const reduced = intRemainder(rt, product, m);
  decref(rt, product);
  return reduced;
}

/**
 * Left-to-right binary exponentiation with the products that CPython makes, for exponents of up
 * to two digits. NOT CPYTHON: longer exponents go the same way, not by windows of five bits.
 */
function powerBits(rt: Runtime, a: Addr, b: Addr, m: Addr): Addr {
  const count = intDigitCount(rt, b);
  const top = count === 0 ? 0 : rt.i32[(b + OB_DIGIT + 4 * (count - 1)) >> 2]!;
  if (count === 0) return newInt(rt, 1);
  if (count === 1 && top <= 3) return raiseToThree(rt, a, top, m);
  let z = newRef(rt, a);
  // the highest bit is `a` itself; when it stands alone, the next digit begins
  let bit = top === 1 ? 0 : 1 << (30 - Math.clz32(top));
  for (let k = count - 1; k >= 0; k--) {
    const digit = rt.i32[(b + OB_DIGIT + 4 * k) >> 2]!;
    for (; bit !== 0; bit >>= 1) {
      z = square(rt, z, m);
      if (digit & bit) z = multiplyReduce(rt, z, a, m);
    }
    if (z === 0) return 0;
    bit = 1 << (DIGIT_BITS - 1);
  }
  return z;
}

/** Exponents 1 to 3. */
function raiseToThree(rt: Runtime, a: Addr, exponent: number, m: Addr): Addr {
  if (exponent === 1) return multiplyReduce(rt, newInt(rt, 1), a, m);
  const z = square(rt, newRef(rt, a), m);
  return exponent === 2 ? z : multiplyReduce(rt, z, a, m);
}
