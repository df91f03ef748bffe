/** The module `math`. v3.13.0 Modules/mathmodule.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, parseArgs } from '../objects/args.ts';
import { newBool } from '../objects/bool.ts';
import { callNoArgs } from '../objects/call.ts';
import { errOccurred, raise } from '../objects/errors.ts';
import { decompose } from '../objects/float-digits.ts';
import { cosine, exponentialOf, logarithmOf, sine } from '../objects/float-functions.ts';
import { powDouble } from '../objects/float-power.ts';
import { asDouble, floatValue, isFloatExact, newFloat } from '../objects/float.ts';
import { bigIntBits, divideBigInts } from '../objects/int-bigint.ts';
import { floatToInt, intFromDouble, intToBigInt, isInt, newInt } from '../objects/int.ts';
import { lookupSpecial, numberIndex, typeNameOf } from '../objects/object.ts';
import { binaryOp } from '../objects/number-protocol.ts';
import { decref, newRef } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { builtinModule, moduleAddSteal } from '../objects/module.ts';
import { newStr } from '../objects/strings.ts';
import { tuplePairSteal } from '../objects/tuple.ts';
import { floatRepr } from '../objects/float-text.ts';
import { fast, fastKeywords, type MethodSpec, oneArg } from '../objects/type-spec.ts';
import * as M from './math-functions.ts';
import * as H from './math-hyperbolic.ts';
import { gamma, lgamma } from './math-gamma.ts';
import { comb, factorial, gcd, isqrt, lcm, perm } from './math-integers.ts';
import { dist, fma, fsum, hypot, prod, sumprod } from './math-sums.ts';

function domainError(rt: Runtime): 0 {
  return raise(rt, rt.exc.ValueError, 'math domain error');
}

/** What a function says of a value that it has no result for. v3.14.0 math_1, loghelper */
function notExpected(rt: Runtime, expected: string, x: number | null): 0 {
  if (expected === '' || !rt.profile.words.mathExpectsInWords) return domainError(rt);
  const got = x === null ? '' : `, got ${floatRepr(x)}`;
  return raise(rt, rt.exc.ValueError, `expected ${expected}${got}`);
}

function rangeError(rt: Runtime): 0 {
  return raise(rt, rt.exc.OverflowError, 'math range error');
}

function isFiniteDouble(x: number): boolean {
  return x - x === 0;
}

// ---- functions of one and two doubles --------------------------------------------------------------

/**
 * What is made of a C function of one double.
 * @param overflows whether an infinite result of a finite argument is out of range, not a pole
 * @param expected what an argument must be
 * v3.13.0 math_1
 */
function ofOne(f: (x: number) => number, overflows = false, expected = ''): MethodSpec {
  return oneArg((rt, _self, p) => {
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    return checked(rt, f, x, overflows, expected);
  });
}

function checked(
  rt: Runtime,
  f: (x: number) => number,
  x: number,
  overflows: boolean,
  expected: string,
): Addr {
  const result = f(x);
  if (Number.isNaN(result) && !Number.isNaN(x)) return notExpected(rt, expected, x);
  if (Math.abs(result) === Infinity && isFiniteDouble(x)) {
    return overflows ? rangeError(rt) : notExpected(rt, expected, x);
  }
  return newFloat(rt, result);
}

/** Two doubles out of a row; false with an exception. */
const pair = new Float64Array(2);

function readPair(rt: Runtime, name: string, argv: Addr, nargs: number): boolean {
  if (!checkPositional(rt, name, nargs, 2, 2)) return false;
  for (let i = 0; i < 2; i++) {
    const x = asDouble(rt, rt.arg(argv, i));
    if (Number.isNaN(x) && errOccurred(rt)) return false;
    pair[i] = x;
  }
  return true;
}

/** v3.13.0 math_2 */
function ofTwo(name: string, f: (x: number, y: number) => number): MethodSpec {
  return fast((rt, _self, argv, nargs) => {
    if (!readPair(rt, name, argv, nargs)) return 0;
    const x = pair[0]!;
    const y = pair[1]!;
    const result = f(x, y);
    if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) return domainError(rt);
    if (Math.abs(result) === Infinity && isFiniteDouble(x) && isFiniteDouble(y))
      return rangeError(rt);
    return newFloat(rt, result);
  });
}

/** A function whose result is passed on whatever it is. */
function unchecked(f: (x: number) => number): MethodSpec {
  return oneArg((rt, _self, p) => {
    const x = asDouble(rt, p);
    return Number.isNaN(x) && errOccurred(rt) ? 0 : newFloat(rt, f(x));
  });
}

function predicate(f: (x: number) => boolean): MethodSpec {
  return oneArg((rt, _self, p) => {
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    return newBool(rt, f(x));
  });
}

function copysign(x: number, y: number): number {
  const negative = y < 0 || Object.is(y, -0);
  return negative ? -Math.abs(x) : Math.abs(x);
}

/** NaN where C sets EDOM. v3.13.0 m_remainder */
function remainder(x: number, y: number): number {
  if (!isFiniteDouble(x) || Number.isNaN(y))
    return Number.isNaN(x) || Number.isNaN(y) ? x + y : NaN;
  if (y === 0) return NaN;
  if (!isFiniteDouble(y)) return x;
  const a = Math.abs(x);
  const b = Math.abs(y);
  const m = a % b;
  const c = b - m;
  let r = m;
  if (m > c) r = -c;
  else if (m === c) r = m - 2 * ((0.5 * (a - m)) % b);
  return copysign(1, x) * r;
}

/** v3.13.0 math_pow_impl */
function pow(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!readPair(rt, 'pow', argv, nargs)) return 0;
  const x = pair[0]!;
  const y = pair[1]!;
  if (x === 0 && y < 0 && isFiniteDouble(y)) return domainError(rt);
  const result = powDouble(x, y);
  if (isFiniteDouble(x) && isFiniteDouble(y)) {
    if (Number.isNaN(result)) return domainError(rt);
    if (!isFiniteDouble(result)) return rangeError(rt);
  }
  return newFloat(rt, result);
}

// ---- logarithms ------------------------------------------------------------------------------------

const POSITIVE = 'a positive input';

/** v3.13.0 loghelper: of an int of any size */
function logOf(rt: Runtime, p: Addr, f: (x: number) => number): Addr {
  if (!isInt(rt, p)) {
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    return checked(rt, f, x, false, POSITIVE);
  }
  const n = intToBigInt(rt, p);
  if (n <= 0n) return notExpected(rt, POSITIVE, null);
  const x = Number(n);
  if (isFiniteDouble(x)) return newFloat(rt, f(x));
  // a fraction in [0.5, 1) and a power of two
  const bits = bigIntBits(n);
  return newFloat(rt, f(divideBigInts(n, 1n << BigInt(bits))) + f(2) * bits);
}

/** v3.13.0 math_log */
function log(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'log', nargs, 1, 2)) return 0;
  const numerator = logOf(rt, rt.arg(argv, 0), logarithmOf);
  if (numerator === 0 || nargs === 1) return numerator;
  const denominator = logOf(rt, rt.arg(argv, 1), logarithmOf);
  const result = denominator === 0 ? 0 : binaryOp(rt, numerator, denominator, TRUE_DIVIDE);
  decref(rt, numerator);
  if (denominator !== 0) decref(rt, denominator);
  return result;
}

/** BINARY_OP's number of `/` */
const TRUE_DIVIDE = 11;

// ---- taking doubles apart --------------------------------------------------------------------------

/** v3.13.0 math_frexp_impl */
function frexp(rt: Runtime, _self: Addr, p: Addr): Addr {
  const x = asDouble(rt, p);
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  if (x === 0 || !isFiniteDouble(x)) return tuplePairSteal(rt, newFloat(rt, x), newInt(rt, 0));
  const { mantissa, exponent } = decompose(Math.abs(x));
  const bits = bigIntBits(mantissa);
  const fraction = Number(mantissa) / 2 ** bits;
  return tuplePairSteal(
    rt,
    newFloat(rt, x < 0 ? -fraction : fraction),
    newInt(rt, exponent + bits),
  );
}

/** v3.13.0 math_ldexp_impl */
function ldexp(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'ldexp', nargs, 2, 2)) return 0;
  const x = asDouble(rt, rt.arg(argv, 0));
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  if (!isInt(rt, rt.arg(argv, 1))) {
    return raise(rt, rt.exc.TypeError, 'Expected an int as second argument to ldexp.');
  }
  if (x === 0 || !isFiniteDouble(x)) return newFloat(rt, x);
  const n = intToBigInt(rt, rt.arg(argv, 1));
  if (n > 10000n) return rangeError(rt);
  const result = n < -10000n ? 0 : scaled(Math.abs(x), Number(n));
  if (result === Infinity) return rangeError(rt);
  return newFloat(rt, x < 0 ? -result : result);
}

function scaled(x: number, n: number): number {
  const { mantissa, exponent } = decompose(x);
  const e = exponent + n;
  return e >= 0
    ? divideBigInts(mantissa << BigInt(e), 1n)
    : divideBigInts(mantissa, 1n << BigInt(-e));
}

/** v3.13.0 math_modf_impl */
function modf(rt: Runtime, _self: Addr, p: Addr): Addr {
  const x = asDouble(rt, p);
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  const whole = Math.trunc(x);
  const fraction = Number.isNaN(x)
    ? x
    : isFiniteDouble(x)
      ? copysign(x - whole, x)
      : copysign(0, x);
  return tuplePairSteal(rt, newFloat(rt, fraction), newFloat(rt, whole));
}

const doubleView = new Float64Array(1);
const bitsView = new BigInt64Array(doubleView.buffer);

/** The double `steps` places towards y. v3.13.0 math_nextafter_impl */
function stepTowards(x: number, y: number, steps: bigint): number {
  if (Number.isNaN(x) || Number.isNaN(y)) return x + y;
  if (x === y) return y;
  // bits of doubles are ordered as the doubles are, when read as sign and magnitude
  const place = (v: number): bigint => {
    doubleView[0] = v;
    const bits = bitsView[0]!;
    return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
  };
  const [from, to] = [place(x), place(y)];
  const distance = to > from ? to - from : from - to;
  if (steps >= distance) return y;
  const at = to > from ? from + steps : from - steps;
  bitsView[0] = at < 0n ? -at : at;
  const value = doubleView[0]!;
  return at < 0n || (at === 0n && x < 0) ? -value : value;
}

const NEXTAFTER = { names: ['', '', 'steps'], required: 2, positional: 2 };
const given = new Int32Array(4);

function nextafter(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'nextafter', NEXTAFTER, given, argv, nargs, kwnames)) return 0;
  const stepsObject = given[2]!;
  const [p, q] = [given[0]!, given[1]!];
  const x = asDouble(rt, p);
  if (Number.isNaN(x) && errOccurred(rt)) return 0;
  const y = asDouble(rt, q);
  if (Number.isNaN(y) && errOccurred(rt)) return 0;
  let steps = 1n;
  if (stepsObject !== 0 && stepsObject !== rt.none) {
    const index = numberIndex(rt, stepsObject);
    if (index === 0) return 0;
    steps = intToBigInt(rt, index);
    decref(rt, index);
    if (steps < 0n) {
      return raise(rt, rt.exc.ValueError, 'steps must be a non-negative integer');
    }
  }
  return newFloat(rt, steps === 0n ? x : stepTowards(x, y, steps));
}

/** v3.13.0 math_ulp_impl */
function ulp(x: number): number {
  const a = Math.abs(x);
  if (!isFiniteDouble(a)) return a;
  const next = stepTowards(a, Infinity, 1n);
  return next === Infinity ? a - stepTowards(a, -Infinity, 1n) : next - a;
}

// ---- integers out of reals -------------------------------------------------------------------------

/** math.floor, math.ceil: by the method of the type, else of the double. v3.13.0 math_floor */
function rounding(name: '__floor__' | '__ceil__', f: (x: number) => number): MethodSpec {
  return oneArg((rt, _self, p) => {
    if (isFloatExact(rt, p)) return intFromDouble(rt, f(floatValue(rt, p)));
    const method = lookupSpecial(rt, p, rt.ids[name]);
    if (method !== 0) {
      const result = callNoArgs(rt, method);
      decref(rt, method);
      return result;
    }
    if (errOccurred(rt)) return 0;
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    return intFromDouble(rt, f(x));
  });
}

/** v3.13.0 math_trunc */
function trunc(rt: Runtime, _self: Addr, p: Addr): Addr {
  if (isFloatExact(rt, p)) return floatToInt(rt, p);
  const method = lookupSpecial(rt, p, rt.ids.__trunc__);
  if (method === 0) {
    if (errOccurred(rt)) return 0;
    const name = typeNameOf(rt, p);
    return raise(rt, rt.exc.TypeError, `type ${name} doesn't define __trunc__ method`);
  }
  const result = callNoArgs(rt, method);
  decref(rt, method);
  return result;
}

// ---- isclose ---------------------------------------------------------------------------------------

const ISCLOSE = { names: ['a', 'b', 'rel_tol', 'abs_tol'], required: 2, positional: 2 };

/** v3.13.0 math_isclose_impl */
function isclose(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'isclose', ISCLOSE, given, argv, nargs, kwnames)) return 0;
  const objects = [given[0]!, given[1]!, given[2]!, given[3]!];
  const values = [0, 0, 1e-9, 0];
  for (let i = 0; i < 4; i++) {
    if (objects[i] === 0) continue;
    const x = asDouble(rt, objects[i]!);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    values[i] = x;
  }
  const [a, b, relative, absolute] = [values[0]!, values[1]!, values[2]!, values[3]!];
  if (relative < 0 || absolute < 0) {
    return raise(rt, rt.exc.ValueError, 'tolerances must be non-negative');
  }
  if (a === b) return newRef(rt, rt.true);
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return newRef(rt, rt.false);
  const apart = Math.abs(b - a);
  return newBool(
    rt,
    apart <= Math.abs(relative * b) || apart <= Math.abs(relative * a) || apart <= absolute,
  );
}

/** gamma and lgamma: a pole is out of the domain, an infinite result out of range. math_1a */
function gammaLike(f: (x: number) => number): MethodSpec {
  return oneArg((rt, _self, p) => {
    const x = asDouble(rt, p);
    if (Number.isNaN(x) && errOccurred(rt)) return 0;
    const pole = x === -Infinity ? f === gamma : x <= 0 && Math.floor(x) === x;
    const expected = 'a noninteger or positive integer';
    if (pole && rt.profile.words.mathExpectsInWords) return notExpected(rt, expected, x);
    return checked(rt, f, x, true, '');
  });
}

const UNIT = 'a number in range from -1 up to 1';
const FINITE = 'a finite input';

const FUNCTIONS: Readonly<Record<string, MethodSpec>> = {
  acos: ofOne(M.acos, false, UNIT),
  acosh: ofOne(H.acosh, false, 'argument value not less than 1'),
  asin: ofOne(M.asin, false, UNIT),
  asinh: ofOne(H.asinh),
  atan: ofOne(M.atan),
  atan2: ofTwo('atan2', M.atan2),
  atanh: ofOne(H.atanh, false, 'a number between -1 and 1'),
  cbrt: ofOne(M.cbrt),
  ceil: rounding('__ceil__', Math.ceil),
  copysign: ofTwo('copysign', copysign),
  cos: ofOne(cosine, false, FINITE),
  cosh: ofOne(H.cosh, true),
  degrees: unchecked((x) => x * (180 / Math.PI)),
  dist: fast(dist),
  erf: ofOne(M.erf),
  erfc: ofOne(M.erfc),
  exp: ofOne(exponentialOf, true),
  exp2: ofOne(M.exp2, true),
  expm1: ofOne(H.expm1, true),
  fabs: ofOne(Math.abs),
  factorial: oneArg(factorial),
  floor: rounding('__floor__', Math.floor),
  fma: fast(fma),
  fmod: ofTwo('fmod', (x, y) => (Math.abs(y) === Infinity && isFiniteDouble(x) ? x : x % y)),
  frexp: oneArg(frexp),
  fsum: oneArg(fsum),
  gamma: gammaLike(gamma),
  gcd: fast(gcd),
  hypot: fast(hypot),
  isclose: fastKeywords(isclose),
  isfinite: predicate((x) => Number.isFinite(x)),
  isinf: predicate((x) => Math.abs(x) === Infinity),
  isnan: predicate((x) => Number.isNaN(x)),
  isqrt: oneArg(isqrt),
  lcm: fast(lcm),
  ldexp: fast(ldexp),
  lgamma: gammaLike(lgamma),
  log: fast(log),
  log1p: ofOne(H.log1p, false, 'argument value > -1'),
  log10: oneArg((rt, _self, p) => logOf(rt, p, H.log10)),
  log2: oneArg((rt, _self, p) => logOf(rt, p, M.log2)),
  modf: oneArg(modf),
  nextafter: fastKeywords(nextafter),
  perm: fast(perm),
  pow: fast(pow),
  prod: fastKeywords(prod),
  radians: unchecked((x) => x * (Math.PI / 180)),
  remainder: ofTwo('remainder', remainder),
  sin: ofOne(sine, false, FINITE),
  sinh: ofOne(H.sinh, true),
  sqrt: ofOne(Math.sqrt, false, 'a nonnegative input'),
  sumprod: fast(sumprod),
  tan: ofOne(M.tan, false, FINITE),
  tanh: ofOne(H.tanh),
  trunc: oneArg(trunc),
  ulp: ofOne(ulp),
  comb: fast(comb),
};

/** The module, new. */
export function createMathModule(rt: Runtime): Addr {
  const module = builtinModule(rt, 'math', FUNCTIONS);
  moduleAddSteal(
    rt,
    module,
    '__doc__',
    newStr(rt, 'Mathematical functions of the C standard, and some more.'),
  );
  moduleAddSteal(rt, module, 'pi', newFloat(rt, Math.PI));
  moduleAddSteal(rt, module, 'e', newFloat(rt, Math.E));
  moduleAddSteal(rt, module, 'tau', newFloat(rt, 2 * Math.PI));
  moduleAddSteal(rt, module, 'inf', newFloat(rt, Infinity));
  moduleAddSteal(rt, module, 'nan', newFloat(rt, NaN));
  return module;
}
