/**
 * expm1, log1p, log10 and the hyperbolic functions, as the C library of CPython's Linux computes
 * them: by the method of fdlibm (Sun Microsystems, 1993), whose results are often not the nearest
 * double. A pole or a result out of range comes out infinite, an argument out of the domain NaN.
 */
import { exponentialOf, logarithmOf } from '../objects/float-functions.ts';

const view = new Float64Array(1);
const words = new Int32Array(view.buffer);

/** The upper word of a double: sign, exponent, 20 bits. */
function highWord(x: number): number {
  view[0] = x;
  return words[1]!;
}

/** The double with another upper word. */
function withHighWord(x: number, high: number): number {
  view[0] = x;
  words[1] = high;
  return view[0]!;
}

const LN2 = 0.6931471805599453;
/** ln 2 in two parts, the first with zeros at its end. */
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const INVERSE_LN2 = 1.442695040888963387;
const Q1 = -3.33333333333331316428e-2;
const Q2 = 1.58730158725481460165e-3;
const Q3 = -7.93650757867487942473e-5;
const Q4 = 4.00821782732936239552e-6;
const Q5 = -2.01099218183624371326e-7;

/** e^x - 1: reduced to |r| <= ln2 / 2, a rational function of r, and scaled back. */
export function expm1(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -38.816242) return -1;
  const a = Math.abs(x);
  if (a < 2 ** -54) return x;
  let k = 0;
  let r = x;
  let lost = 0;
  if (a > 0.5 * LN2) {
    k = a < 1.5 * LN2 ? Math.sign(x) : Math.trunc(INVERSE_LN2 * x + (x < 0 ? -0.5 : 0.5));
    const high = x - k * LN2_HIGH;
    const low = k * LN2_LOW;
    r = high - low;
    lost = high - r - low;
  }
  const half = 0.5 * r;
  const square = r * half;
  const fourth = square * square;
  const rational =
    1 + square * Q1 + fourth * (Q2 + square * Q3) + fourth * fourth * (Q4 + square * Q5);
  const t = 3 - rational * half;
  let e = square * ((rational - t) / (6 - r * t));
  if (k === 0) return r - (r * e - square);
  e = r * (e - lost) - lost - square;
  return scaleBack(k, r, e);
}

/** 2^k * (1 + r - e) - 1 */
function scaleBack(k: number, r: number, e: number): number {
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * 2 ** 1023 : y * 2 ** k) - 1;
  }
  if (k < 20) return (1 - 2 ** -k - (e - r)) * 2 ** k;
  return (r - (e + 2 ** -k) + 1) * 2 ** k;
}

const LP1 = 6.66666666666673513e-1;
const LP2 = 3.999999999940941908e-1;
const LP3 = 2.857142874366239149e-1;
const LP4 = 2.222219843214978396e-1;
const LP5 = 1.818357216161805012e-1;
const LP6 = 1.531383769920937332e-1;
const LP7 = 1.479819860511658591e-1;

/** ln(1 + x): 1 + x = 2^k * (1 + f), with what the sum lost added again. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const a = Math.abs(x);
  if (a < 2 ** -54) return x;
  if (a < 2 ** -29) return x - x * x * 0.5;
  let k = 0;
  let f = x;
  let lost = 0;
  let upper = 1;
  // 1 + x outside of [sqrt(2)/2, sqrt(2)]; of negative doubles the larger word is the lesser
  const high = highWord(x);
  if (high >= 0x3fda827a || (high < 0 && high > (0xbfd2bec3 | 0))) {
    const sum = a < 2 ** 53 ? 1 + x : x;
    k = (highWord(sum) >> 20) - 1023;
    if (a < 2 ** 53) lost = (k > 0 ? 1 - (sum - x) : x - (sum - 1)) / sum;
    upper = highWord(sum) & 0xfffff;
    let u: number;
    if (upper < 0x6a09e) {
      u = withHighWord(sum, upper | 0x3ff00000);
    } else {
      k++;
      u = withHighWord(sum, upper | 0x3fe00000);
      upper = (0x100000 - upper) >> 2;
    }
    f = u - 1;
  }
  return logarithmOfParts(k, f, lost, upper === 0);
}

/** k ln 2 + ln(1 + f) + lost */
function logarithmOfParts(k: number, f: number, lost: number, small: boolean): number {
  const half = 0.5 * f * f;
  if (small) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (lost + k * LN2_LOW);
    const rest = half * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - rest : k * LN2_HIGH - (rest - (k * LN2_LOW + lost) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const series = z * LP1 + z2 * (LP2 + z * LP3) + z4 * (LP4 + z * LP5) + z4 * z2 * (LP6 + z * LP7);
  if (k === 0) return f - (half - s * (half + series));
  return k * LN2_HIGH - (half - (s * (half + series) + (k * LN2_LOW + lost)) - f);
}

const INVERSE_LN10 = 4.34294481903251816668e-1;
const LOG10_2_HIGH = 3.01029995663611771306e-1;
const LOG10_2_LOW = 3.69423907715893078616e-13;

/** The exponent times log10 2, and the logarithm of the fraction. */
export function log10(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const subnormal = x < 2 ** -1022;
  const normal = subnormal ? x * 2 ** 54 : x;
  const high = highWord(normal);
  const k = (high >> 20) - 1023 - (subnormal ? 54 : 0);
  const up = k < 0 ? 1 : 0;
  const fraction = withHighWord(normal, (high & 0xfffff) | ((0x3ff - up) << 20));
  const exponent = k + up;
  return exponent * LOG10_2_LOW + INVERSE_LN10 * logarithmOf(fraction) + exponent * LOG10_2_HIGH;
}

/** Where e^x is out of range, but half of it is not. */
const OVERFLOW = 710.4758600739439;

export function sinh(x: number): number {
  const a = Math.abs(x);
  if (x - x !== 0 || a < 2 ** -28) return x;
  const half = x < 0 ? -0.5 : 0.5;
  if (a < 22) {
    const t = expm1(a);
    return a < 1 ? half * (2 * t - (t * t) / (t + 1)) : half * (t + t / (t + 1));
  }
  return a > OVERFLOW ? x * Infinity : halfExponential(a, half);
}

export function cosh(x: number): number {
  const a = Math.abs(x);
  if (x - x !== 0) return x * x;
  if (a < 0.5 * LN2) {
    const t = expm1(a);
    const w = 1 + t;
    return a < 2 ** -55 ? w : 1 + (t * t) / (w + w);
  }
  if (a < 22) {
    const t = exponentialOf(a);
    return 0.5 * t + 0.5 / t;
  }
  return a > OVERFLOW ? Infinity : halfExponential(a, 0.5);
}

/** half * e^a, also where e^a is out of range. */
function halfExponential(a: number, half: number): number {
  if (a < 709.782712893384) return half * exponentialOf(a);
  const root = exponentialOf(0.5 * a);
  return half * root * root;
}

export function tanh(x: number): number {
  const a = Math.abs(x);
  if (Number.isNaN(x) || a < 2 ** -55) return x;
  let z = 1;
  if (a < 1) {
    const t = expm1(-2 * a);
    z = -t / (t + 2);
  } else if (a < 22) {
    z = 1 - 2 / (expm1(2 * a) + 2);
  }
  return x < 0 ? -z : z;
}

export function asinh(x: number): number {
  const a = Math.abs(x);
  if (x - x !== 0 || a < 2 ** -28) return x;
  let w: number;
  if (a > 2 ** 28) {
    w = logarithmOf(a) + LN2;
  } else if (a > 2) {
    w = logarithmOf(2 * a + 1 / (Math.sqrt(x * x + 1) + a));
  } else {
    const t = x * x;
    w = log1p(a + t / (1 + Math.sqrt(1 + t)));
  }
  return x < 0 ? -w : w;
}

export function acosh(x: number): number {
  if (!(x >= 1)) return NaN;
  if (x === Infinity) return x;
  if (x > 2 ** 28) return logarithmOf(x) + LN2;
  if (x === 1) return 0;
  if (x > 2) return logarithmOf(2 * x - 1 / (x + Math.sqrt(x * x - 1)));
  const t = x - 1;
  return log1p(t + Math.sqrt(2 * t + t * t));
}

export function atanh(x: number): number {
  const a = Math.abs(x);
  if (!(a < 1)) return a === 1 ? x * Infinity : NaN;
  if (a < 2 ** -28) return x;
  const t = a + a;
  const w = a < 0.5 ? 0.5 * log1p(t + (t * a) / (1 - a)) : 0.5 * log1p(t / (1 - a));
  return x < 0 ? -w : w;
}
