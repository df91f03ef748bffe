/**
 * int: sums, products, comparison, hash. The functions without a type check are what the bytecode
 * loop calls when both operands are ints; the slots are in int.ts.
 *
 * v3.13.0 Objects/longobject.c
 */
import type { Addr } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import {
  DIGIT_BITS,
  DIGIT_MASK,
  intAlloc,
  intCompactValue,
  intCopy,
  intDigitCount,
  intExact,
  intIsCompact,
  intMagnitude,
  intMaybeSmall,
  intNormalize,
  intSetSignAndCount,
  intSign,
  intTooLarge,
  newInt,
  newIntFromBigInt,
  newProduct,
} from './int-object.ts';
import { LV_TAG, OB_DIGIT } from './layouts.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** `a + b`. v3.13.0 _PyLong_Add */
export function intAdd(rt: Runtime, a: Addr, b: Addr): Addr {
  const i32 = rt.i32;
  const i = (a + LV_TAG) >> 2;
  const j = (b + LV_TAG) >> 2;
  const ta = i32[i]! + rt.compactBias;
  const tb = i32[j]! + rt.compactBias;
  if (ta >>> 0 < rt.compactLimit && tb >>> 0 < rt.compactLimit) {
    return newInt(
      rt,
      Math.imul(rt.compactSign[ta]!, i32[i + 2]!) + Math.imul(rt.compactSign[tb]!, i32[j + 2]!),
    );
  }
  return addLarge(rt, a, b, false);
}

/** `a - b`. v3.13.0 _PyLong_Subtract */
export function intSubtract(rt: Runtime, a: Addr, b: Addr): Addr {
  const i32 = rt.i32;
  const i = (a + LV_TAG) >> 2;
  const j = (b + LV_TAG) >> 2;
  const ta = i32[i]! + rt.compactBias;
  const tb = i32[j]! + rt.compactBias;
  if (ta >>> 0 < rt.compactLimit && tb >>> 0 < rt.compactLimit) {
    return newInt(
      rt,
      Math.imul(rt.compactSign[ta]!, i32[i + 2]!) - Math.imul(rt.compactSign[tb]!, i32[j + 2]!),
    );
  }
  return addLarge(rt, a, b, true);
}

/** `a * b`. v3.13.0 _PyLong_Multiply */
export function intMultiply(rt: Runtime, a: Addr, b: Addr): Addr {
  const i32 = rt.i32;
  const i = (a + LV_TAG) >> 2;
  const j = (b + LV_TAG) >> 2;
  const ta = i32[i]! + rt.compactBias;
  const tb = i32[j]! + rt.compactBias;
  if (ta >>> 0 < rt.compactLimit && tb >>> 0 < rt.compactLimit) {
    return newProduct(
      rt,
      Math.imul(rt.compactSign[ta]!, i32[i + 2]!),
      Math.imul(rt.compactSign[tb]!, i32[j + 2]!),
    );
  }
  return multiplyLarge(rt, a, b);
}

/** NOT CPYTHON: digits by BigInt; the blocks of Karatsuba's halves are not asked for. k_mul, x_mul */
function multiplyLarge(rt: Runtime, a: Addr, b: Addr): Addr {
  const sizeA = intDigitCount(rt, a);
  const sizeB = intDigitCount(rt, b);
  if (sizeA === 0 || sizeB === 0) return newInt(rt, 0);
  const room = sizeA + sizeB;
  if (intTooLarge(rt, room)) return noMemory(rt);
  const product = intMagnitude(rt, a) * intMagnitude(rt, b);
  return newIntFromBigInt(rt, intSign(rt, a) !== intSign(rt, b) ? -product : product, room);
}

function addLarge(rt: Runtime, a: Addr, b: Addr, negateB: boolean): Addr {
  const negativeA = intSign(rt, a) < 0;
  const negativeB = intSign(rt, b) < 0 !== negateB;
  if (negativeA === negativeB) return addMagnitudes(rt, a, b, negativeA);
  return subtractMagnitudes(rt, a, b, negativeA);
}

/** |a| + |b| with a sign. v3.13.0 x_add */
function addMagnitudes(rt: Runtime, a: Addr, b: Addr, negative: boolean): Addr {
  let sizeA = intDigitCount(rt, a);
  let sizeB = intDigitCount(rt, b);
  let i = (a + OB_DIGIT) >> 2;
  let j = (b + OB_DIGIT) >> 2;
  if (sizeA < sizeB) {
    [sizeA, sizeB] = [sizeB, sizeA];
    [i, j] = [j, i];
  }
  const z = intAlloc(rt, sizeA + 1);
  if (z === 0) return 0;
  const i32 = rt.i32;
  const at = (z + OB_DIGIT) >> 2;
  let carry = 0;
  for (let k = 0; k < sizeA; k++) {
    carry += i32[i + k]! + (k < sizeB ? i32[j + k]! : 0);
    i32[at + k] = carry & DIGIT_MASK;
    carry >>>= DIGIT_BITS;
  }
  i32[at + sizeA] = carry;
  return intNormalize(rt, z, negative, sizeA + 1);
}

/** |a| - |b|, negated when `negative`. v3.13.0 x_sub */
function subtractMagnitudes(rt: Runtime, a: Addr, b: Addr, negative: boolean): Addr {
  let sizeA = intDigitCount(rt, a);
  let sizeB = intDigitCount(rt, b);
  let i = (a + OB_DIGIT) >> 2;
  let j = (b + OB_DIGIT) >> 2;
  const i32 = rt.i32;
  let swap = sizeA < sizeB;
  if (sizeA === sizeB) {
    while (sizeA > 0 && i32[i + sizeA - 1] === i32[j + sizeA - 1]) sizeA--;
    if (sizeA === 0) return newInt(rt, 0);
    sizeB = sizeA;
    swap = i32[i + sizeA - 1]! < i32[j + sizeA - 1]!;
  }
  if (swap) {
    [sizeA, sizeB] = [sizeB, sizeA];
    [i, j] = [j, i];
  }
  const z = intAlloc(rt, sizeA);
  if (z === 0) return 0;
  const at = (z + OB_DIGIT) >> 2;
  let borrow = 0;
  for (let k = 0; k < sizeA; k++) {
    borrow = i32[i + k]! - (k < sizeB ? i32[j + k]! : 0) - borrow;
    i32[at + k] = borrow & DIGIT_MASK;
    borrow = borrow < 0 ? 1 : 0;
  }
  const difference = intNormalize(rt, z, negative !== swap, sizeA);
  return rt.profile.freshInts.differences ? difference : intMaybeSmall(rt, difference);
}

/** `-a`. v3.13.0 long_neg */
export function intNegate(rt: Runtime, a: Addr): Addr {
  return intCopy(rt, a, true);
}

/** `abs(a)`. v3.13.0 long_abs */
export function intAbsolute(rt: Runtime, a: Addr): Addr {
  return intSign(rt, a) < 0 ? intCopy(rt, a, true) : intExact(rt, a);
}

/** `~a`. v3.13.0 long_invert */
export function intInvert(rt: Runtime, a: Addr): Addr {
  if (intIsCompact(rt, a)) return newInt(rt, ~intCompactValue(rt, a));
  const z = intAdd(rt, a, rt.smallInt(1));
  if (z !== 0) intFlipSign(rt, z);
  return z;
}

/** Changes the sign of a fresh int in place. v3.13.0 _PyLong_FlipSign */
function intFlipSign(rt: Runtime, p: Addr): void {
  intSetSignAndCount(rt, p, intSign(rt, p) > 0, intDigitCount(rt, p));
}

/** -1, 0 or 1. v3.13.0 long_compare */
export function intCompare(rt: Runtime, a: Addr, b: Addr): number {
  if (intIsCompact(rt, a) && intIsCompact(rt, b)) {
    const x = intCompactValue(rt, a);
    const y = intCompactValue(rt, b);
    return x < y ? -1 : x > y ? 1 : 0;
  }
  const sign = intSign(rt, a);
  const other = intSign(rt, b);
  if (sign !== other) return sign < other ? -1 : 1;
  const order = compareMagnitudes(rt, a, b);
  return sign < 0 ? -order : order;
}

function compareMagnitudes(rt: Runtime, a: Addr, b: Addr): number {
  const size = intDigitCount(rt, a);
  const other = intDigitCount(rt, b);
  if (size !== other) return size < other ? -1 : 1;
  const i = (a + OB_DIGIT) >> 2;
  const j = (b + OB_DIGIT) >> 2;
  for (let k = size - 1; k >= 0; k--) {
    const x = rt.i32[i + k]!;
    const y = rt.i32[j + k]!;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}

/** Whether `order` (-1, 0, 1) satisfies comparison `op` (0 `<` ... 5 `>=`). Py_RETURN_RICHCOMPARE */
export function orderSatisfies(order: number, op: number): boolean {
  switch (op) {
    case 0:
      return order < 0;
    case 1:
      return order <= 0;
    case 2:
      return order === 0;
    case 3:
      return order !== 0;
    case 4:
      return order > 0;
    default:
      return order >= 0;
  }
}

/** `a <op> b`: True or False, new. v3.13.0 long_richcompare */
export function intCompareOp(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  return newRef(rt, orderSatisfies(intCompare(rt, a, b), op) ? rt.true : rt.false);
}

/** Modulo 2^61 - 1 with the sign kept; low word, high word in rt.hashHigh. v3.13.0 long_hash */
export function intHash(rt: Runtime, p: Addr): number {
  if (intIsCompact(rt, p)) {
    const n = intCompactValue(rt, p);
    const low = n === -1 ? -2 : n;
    rt.hashHigh = low >> 31;
    return low;
  }
  const i = (p + OB_DIGIT) >> 2;
  const count = intDigitCount(rt, p);
  if (count === 2) return hashWords(rt, rt.i32[i]!, rt.i32[i + 1]!, intSign(rt, p) < 0);
  const rest = intMagnitude(rt, p) % HASH_MODULUS;
  return hashWords(rt, Number(rest & 0x3fffffffn), Number(rest >> 30n), intSign(rt, p) < 0);
}

/** v3.13.0 Include/cpython/pyhash.h _PyHASH_MODULUS */
const HASH_MODULUS = (1n << 61n) - 1n;

/** The hash of the residue `high * 2^30 + low` with a sign; never -1. */
function hashWords(rt: Runtime, low: number, high: number, negative: boolean): number {
  let lo = low | (high << 30);
  // `high` has up to 31 bits: 61 less 30
  let hi = high >>> 2;
  if (negative) {
    lo = -lo | 0;
    hi = (~hi + (lo === 0 ? 1 : 0)) | 0;
    if (lo === -1 && hi === -1) lo = -2;
  }
  rt.hashHigh = hi;
  return lo;
}

/** `a // b` for compact operands, b not 0; the quotient as a number. v3.13.0 fast_floor_div */
export function floorDivideNumbers(a: number, b: number): number {
  const quotient = (a / b) | 0;
  // truncated towards zero: one less when signs differ and something is left
  return quotient * b !== a && a < 0 !== b < 0 ? quotient - 1 : quotient;
}

/** The remainder with the sign of b. v3.13.0 fast_mod */
export function remainderNumbers(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}
