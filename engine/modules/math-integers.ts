/** `math` on integers: factorial, comb, perm, isqrt, gcd, lcm. v3.13.0 Modules/mathmodule.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from '../objects/args.ts';
import { noMemory, raise } from '../objects/errors.ts';
import { integerRoot } from '../objects/int-bigint.ts';
import { intToBigInt, newIntFromBigInt } from '../objects/int.ts';
import { numberIndex } from '../objects/object.ts';
import { decref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';

const LONG_LONG_MAX = (1n << 63n) - 1n;

/** operator.index(p) as a BigInt; null with an exception. */
function indexValue(rt: Runtime, p: Addr): bigint | null {
  const index = numberIndex(rt, p);
  if (index === 0) return null;
  const value = intToBigInt(rt, index);
  decref(rt, index);
  return value;
}

/** The product of from ... to, both included, by halves: operands of like size multiply fastest. */
function rangeProduct(from: bigint, to: bigint): bigint {
  if (from > to) return 1n;
  if (to - from < 4n) {
    let product = from;
    for (let k = from + 1n; k <= to; k++) product *= k;
    return product;
  }
  const middle = (from + to) >> 1n;
  return rangeProduct(from, middle) * rangeProduct(middle + 1n, to);
}

/** Whether `count` factors of up to `top` could not fit in the machine's memory. */
function tooLarge(rt: Runtime, top: bigint, count: bigint): boolean {
  return Number(count) * (top.toString(2).length - 2) > 8 * rt.memory.bytes;
}

/** v3.13.0 math_factorial */
export function factorial(rt: Runtime, _self: Addr, p: Addr): Addr {
  const n = indexValue(rt, p);
  if (n === null) return 0;
  if (n > LONG_LONG_MAX) {
    const text = `factorial() argument should not exceed ${LONG_LONG_MAX}`;
    return raise(rt, rt.exc.OverflowError, text);
  }
  if (n < 0n) {
    return raise(rt, rt.exc.ValueError, 'factorial() not defined for negative values');
  }
  if (tooLarge(rt, n, n)) return noMemory(rt);
  return newIntFromBigInt(rt, rangeProduct(2n, n));
}

/** v3.13.0 math_perm_impl */
export function perm(rt: Runtime, self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'perm', nargs, 1, 2)) return 0;
  if (nargs === 1 || rt.arg(argv, 1) === rt.none) return factorial(rt, self, rt.arg(argv, 0));
  const n = indexValue(rt, rt.arg(argv, 0));
  const k = n === null ? null : indexValue(rt, rt.arg(argv, 1));
  if (n === null || k === null || isNegative(rt, n, k)) return 0;
  if (n < k) return newIntFromBigInt(rt, 0n);
  if (k > LONG_LONG_MAX) {
    return raise(rt, rt.exc.OverflowError, `k must not exceed ${LONG_LONG_MAX}`);
  }
  if (tooLarge(rt, n, k)) return noMemory(rt);
  return newIntFromBigInt(rt, rangeProduct(n - k + 1n, n));
}

/** v3.13.0 math_comb_impl */
export function comb(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'comb', nargs, 2, 2)) return 0;
  const n = indexValue(rt, rt.arg(argv, 0));
  const given = n === null ? null : indexValue(rt, rt.arg(argv, 1));
  if (n === null || given === null || isNegative(rt, n, given)) return 0;
  if (n < given) return newIntFromBigInt(rt, 0n);
  const k = n - given < given ? n - given : given;
  if (k > LONG_LONG_MAX) {
    return raise(rt, rt.exc.OverflowError, `min(n - k, k) must not exceed ${LONG_LONG_MAX}`);
  }
  if (tooLarge(rt, n, k)) return noMemory(rt);
  return newIntFromBigInt(rt, rangeProduct(n - k + 1n, n) / rangeProduct(2n, k));
}

function isNegative(rt: Runtime, n: bigint, k: bigint): boolean {
  if (n >= 0n && k >= 0n) return false;
  const name = n < 0n ? 'n' : 'k';
  raise(rt, rt.exc.ValueError, `${name} must be a non-negative integer`);
  return true;
}

/** v3.13.0 math_isqrt */
export function isqrt(rt: Runtime, _self: Addr, p: Addr): Addr {
  const n = indexValue(rt, p);
  if (n === null) return 0;
  if (n < 0n) return raise(rt, rt.exc.ValueError, 'isqrt() argument must be nonnegative');
  return newIntFromBigInt(rt, integerRoot(n));
}

function magnitude(n: bigint): bigint {
  return n < 0n ? -n : n;
}

/** v3.13.0 _PyLong_GCD */
function gcdOf(a: bigint, b: bigint): bigint {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** v3.13.0 math_gcd */
export function gcd(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  let result = 0n;
  for (let i = 0; i < nargs; i++) {
    const n = indexValue(rt, rt.arg(argv, i));
    if (n === null) return 0;
    result = gcdOf(result, n);
  }
  return newIntFromBigInt(rt, result);
}

/** v3.13.0 math_lcm */
export function lcm(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  let result = 1n;
  for (let i = 0; i < nargs; i++) {
    const n = indexValue(rt, rt.arg(argv, i));
    if (n === null) return 0;
    result = n === 0n || result === 0n ? 0n : magnitude((result / gcdOf(result, n)) * n);
  }
  return newIntFromBigInt(rt, result);
}
