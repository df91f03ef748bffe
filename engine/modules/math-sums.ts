/**
 * `math` on many numbers: fsum, hypot, dist, prod, sumprod, fma. v3.13.0 Modules/mathmodule.c
 *
 * NOT CPYTHON: exact sums by BigInt, rounded once, where CPython keeps partial sums or doubled
 * doubles; the results are the same but for hypot and dist, which CPython rounds within 0.5000x.
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, parseArgs } from '../objects/args.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import { decompose } from '../objects/float-digits.ts';
import { squareRootOf } from '../objects/float-functions.ts';
import { asDouble, floatValue, isFloatExact, newFloat } from '../objects/float.ts';
import { divideBigInts } from '../objects/int-bigint.ts';
import { intToBigInt, isIntExact, newInt, newIntFromBigInt } from '../objects/int.ts';
import { numberAdd, numberMultiply } from '../objects/number-protocol.ts';
import { getIter, iterNext } from '../objects/object.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Every double is an integer times 2^-1074. */
const PLACES = 1074;

function toUnits(x: number): bigint {
  const { mantissa, exponent } = decompose(Math.abs(x));
  const units = mantissa << BigInt(exponent + PLACES);
  return x < 0 ? -units : units;
}

function fromUnits(units: bigint, places = PLACES): number {
  return divideBigInts(units, 1n << BigInt(places));
}

/** The items as doubles; null with an exception. */
function doubles(rt: Runtime, iterable: Addr): number[] | null {
  const items = itemsOf(rt, iterable);
  if (items === null) return null;
  const values = items.map((item) => (errOccurred(rt) ? NaN : asDouble(rt, item)));
  for (const item of items) decref(rt, item);
  return errOccurred(rt) ? null : values;
}

/** The items as new references; null with an exception. */
function itemsOf(rt: Runtime, iterable: Addr): Addr[] | null {
  const it = getIter(rt, iterable);
  if (it === 0) return null;
  const items: Addr[] = [];
  for (;;) {
    const item = iterNext(rt, it);
    if (item === 0) break;
    items.push(item);
  }
  decref(rt, it);
  if (!errOccurred(rt)) return items;
  for (const item of items) decref(rt, item);
  return null;
}

/** v3.13.0 math_fsum */
export function fsum(rt: Runtime, _self: Addr, iterable: Addr): Addr {
  const values = doubles(rt, iterable);
  if (values === null) return 0;
  let sum = 0n;
  let special = 0;
  let infinities = 0;
  for (const x of values) {
    if (x - x !== 0) {
      special += x;
      if (!Number.isNaN(x)) infinities += x;
      continue;
    }
    sum += toUnits(x);
    if (Math.abs(fromUnits(sum)) === Infinity) {
      return raise(rt, rt.exc.OverflowError, 'intermediate overflow in fsum');
    }
  }
  if (special !== 0) {
    if (Number.isNaN(infinities)) {
      return raise(rt, rt.exc.ValueError, '-inf + inf in fsum');
    }
    return newFloat(rt, special);
  }
  return newFloat(rt, fromUnits(sum));
}

/** The length of a vector. v3.13.0 vector_norm */
function norm(values: readonly number[]): number {
  if (values.some((x) => Math.abs(x) === Infinity)) return Infinity;
  if (values.some((x) => Number.isNaN(x))) return NaN;
  let sum = 0n;
  for (const x of values) sum += toUnits(x) ** 2n;
  return sum === 0n ? 0 : squareRootOf(sum, -PLACES);
}

/** v3.13.0 math_hypot */
export function hypot(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  const values: number[] = [];
  for (let i = 0; i < nargs; i++) {
    const x = asDouble(rt, rt.arg(argv, i));
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    values.push(x);
  }
  return newFloat(rt, norm(values));
}

/** v3.13.0 math_dist_impl */
export function dist(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'dist', nargs, 2, 2)) return 0;
  const p = itemsOf(rt, rt.arg(argv, 0));
  if (p === null) return 0;
  const q = itemsOf(rt, rt.arg(argv, 1));
  let result = 0;
  if (q !== null) result = distance(rt, p, q);
  for (const item of p) decref(rt, item);
  for (const item of q ?? []) decref(rt, item);
  return result;
}

function distance(rt: Runtime, p: readonly Addr[], q: readonly Addr[]): Addr {
  if (p.length !== q.length) {
    return raise(rt, rt.exc.ValueError, 'both points must have the same number of dimensions');
  }
  const differences: number[] = [];
  for (let i = 0; i < p.length; i++) {
    const a = asDouble(rt, p[i]!);
    if (Number.isNaN(a) && errOccurred(rt)) return 0;
    const b = asDouble(rt, q[i]!);
    if (Number.isNaN(b) && errOccurred(rt)) return 0;
    differences.push(Math.abs(a - b));
  }
  return newFloat(rt, norm(differences));
}

const PROD = { names: ['', 'start'], required: 1, positional: 1 };
const given = new Int32Array(2);

/** v3.13.0 math_prod_impl */
export function prod(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'prod', PROD, given, argv, nargs, kwnames)) return 0;
  let result = given[1]! === 0 ? newInt(rt, 1) : newRef(rt, given[1]!);
  const it = getIter(rt, given[0]!);
  while (it !== 0 && result !== 0) {
    const item = iterNext(rt, it);
    if (item === 0) break;
    const product = numberMultiply(rt, result, item);
    decref(rt, result);
    decref(rt, item);
    result = product;
  }
  if (it !== 0) decref(rt, it);
  if (!errOccurred(rt)) return result;
  if (result !== 0) decref(rt, result);
  return 0;
}

/** v3.13.0 math_sumprod_impl */
export function sumprod(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'sumprod', nargs, 2, 2)) return 0;
  const p = itemsOf(rt, rt.arg(argv, 0));
  if (p === null) return 0;
  const q = itemsOf(rt, rt.arg(argv, 1));
  let result = 0;
  if (q !== null && p.length === q.length) result = sumOfProducts(rt, p, q);
  else if (q !== null) raise(rt, rt.exc.ValueError, 'Inputs are not the same length');
  for (const item of p) decref(rt, item);
  for (const item of q ?? []) decref(rt, item);
  return result;
}

function sumOfProducts(rt: Runtime, p: readonly Addr[], q: readonly Addr[]): Addr {
  const plain = (x: Addr) => isIntExact(rt, x) || rt.typeOf(x) === rt.types.bool;
  if (p.every(plain) && q.every(plain)) {
    let sum = 0n;
    for (let i = 0; i < p.length; i++) sum += intToBigInt(rt, p[i]!) * intToBigInt(rt, q[i]!);
    return newIntFromBigInt(rt, sum);
  }
  const real = (x: Addr) => isFloatExact(rt, x) || plain(x);
  if (p.every(real) && q.every(real)) {
    const exact = floatSumOfProducts(rt, p, q);
    if (exact !== null) return newFloat(rt, exact);
  }
  return genericSumOfProducts(rt, p, q);
}

/** Exact, rounded once; null when something is not finite. */
function floatSumOfProducts(rt: Runtime, p: readonly Addr[], q: readonly Addr[]): number | null {
  const value = (x: Addr): number =>
    isFloatExact(rt, x) ? floatValue(rt, x) : Number(intToBigInt(rt, x));
  let sum = 0n;
  for (let i = 0; i < p.length; i++) {
    const a = value(p[i]!);
    const b = value(q[i]!);
    if (!Number.isFinite(a) || !Number.isFinite(b) || !Number.isFinite(a * b)) return null;
    sum += toUnits(a) * toUnits(b);
  }
  const result = fromUnits(sum, 2 * PLACES);
  return Math.abs(result) === Infinity ? null : result;
}

function genericSumOfProducts(rt: Runtime, p: readonly Addr[], q: readonly Addr[]): Addr {
  let total = newInt(rt, 0);
  for (let i = 0; i < p.length && total !== 0; i++) {
    const product = numberMultiply(rt, p[i]!, q[i]!);
    const sum = product === 0 ? 0 : numberAdd(rt, total, product);
    if (product !== 0) decref(rt, product);
    decref(rt, total);
    total = sum;
  }
  return total;
}

/** x * y + z, rounded once. v3.13.0 math_fma_impl */
export function fma(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'fma', nargs, 3, 3)) return 0;
  const values: number[] = [];
  for (let i = 0; i < 3; i++) {
    const x = asDouble(rt, rt.arg(argv, i));
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    values.push(x);
  }
  const [x, y, z] = [values[0]!, values[1]!, values[2]!];
  const result = fused(x, y, z);
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y) && !Number.isNaN(z)) {
    return raise(rt, rt.exc.ValueError, 'invalid operation in fma');
  }
  if (Math.abs(result) === Infinity && values.every((v) => v - v === 0)) {
    return raise(rt, rt.exc.OverflowError, 'overflow in fma');
  }
  return newFloat(rt, result);
}

function fused(x: number, y: number, z: number): number {
  if (!(x - x === 0 && y - y === 0 && z - z === 0)) return x * y + z;
  const exact = toUnits(x) * toUnits(y) + (toUnits(z) << BigInt(PLACES));
  // an exact zero has the sign that the rounded operations give it
  return exact === 0n ? x * y + z : fromUnits(exact, 2 * PLACES);
}
