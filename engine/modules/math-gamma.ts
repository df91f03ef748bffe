/** gamma and lgamma, by Lanczos' approximation as CPython has it. v3.13.0 Modules/mathmodule.c */
import { cosine, exponentialOf, logarithmOf, sine } from '../objects/float-functions.ts';
import { powDouble } from '../objects/float-power.ts';

/** v3.13.0 lanczos_g, lanczos_num_coeffs, lanczos_den_coeffs */
const G = 6.024680040776729583740234375;
const G_MINUS_HALF = 5.524680040776729583740234375;
const NUMERATOR = [
  23531376880.41075968857200767445163675473484680494,
  42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843,
  17921034426.03720969991975575445893111267140326539,
  6039542586.3520280050642916443072979210699388420708,
  1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801,
  31426415.58540019438061423162831820536287468498764,
  2876370.6289353724412254090516208496135991145378768,
  186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024,
  210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
];
const DENOMINATOR = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925,
  66, 1,
];
const LOG_PI = 1.144729885849400174143427351353058711647;

/** v3.13.0 lanczos_sum */
function lanczosSum(x: number): number {
  let numerator = 0;
  let denominator = 0;
  if (x < 5) {
    for (let i = NUMERATOR.length - 1; i >= 0; i--) {
      numerator = numerator * x + NUMERATOR[i]!;
      denominator = denominator * x + DENOMINATOR[i]!;
    }
  } else {
    for (let i = 0; i < NUMERATOR.length; i++) {
      numerator = numerator / x + NUMERATOR[i]!;
      denominator = denominator / x + DENOMINATOR[i]!;
    }
  }
  return numerator / denominator;
}

/** sin(pi * x). v3.13.0 m_sinpi */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2;
  const sign = x < 0 ? -1 : 1;
  switch (Math.round(2 * y)) {
    case 0:
      return sign * sine(Math.PI * y);
    case 1:
      return sign * cosine(Math.PI * (y - 0.5));
    case 2:
      return sign * sine(Math.PI * (1 - y));
    case 3:
      return sign * -cosine(Math.PI * (y - 1.5));
    default:
      return sign * sine(Math.PI * (y - 2));
  }
}

function factorial(n: number): number {
  let product = 1;
  for (let k = 2; k <= n; k++) product *= k;
  return product;
}

/** NaN at a pole, infinite when out of range. v3.13.0 m_tgamma */
export function gamma(x: number): number {
  if (x - x !== 0) return x === -Infinity ? NaN : x;
  if (x === 0) return NaN;
  if (x === Math.floor(x)) {
    if (x < 0) return NaN;
    if (x <= 23) return factorial(x - 1);
  }
  const a = Math.abs(x);
  if (a < 1e-20) return 1 / x;
  if (a > 200) return x < 0 ? 0 / sinPi(x) : Infinity;
  const y = a + G_MINUS_HALF;
  const error = a > G_MINUS_HALF ? y - a - G_MINUS_HALF : y - G_MINUS_HALF - a;
  const z = (error * G) / y;
  let r: number;
  if (x < 0) {
    r = ((-Math.PI / sinPi(a) / a) * exponentialOf(y)) / lanczosSum(a);
    r -= z * r;
    if (a < 140) return r / powDouble(y, a - 0.5);
    const power = powDouble(y, a / 2 - 0.25);
    return r / power / power;
  }
  r = lanczosSum(a) / exponentialOf(y);
  r += z * r;
  if (a < 140) return r * powDouble(y, a - 0.5);
  const power = powDouble(y, a / 2 - 0.25);
  return r * power * power;
}

/** NaN at a pole, infinite when out of range. v3.13.0 m_lgamma */
export function lgamma(x: number): number {
  if (x - x !== 0) return Number.isNaN(x) ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? NaN : 0;
  const a = Math.abs(x);
  if (a < 1e-20) return -logarithmOf(a);
  let r = logarithmOf(lanczosSum(a)) - G;
  r += (a - 0.5) * (logarithmOf(a + G - 0.5) - 1);
  if (x < 0) r = LOG_PI - logarithmOf(Math.abs(sinPi(a))) - logarithmOf(a) - r;
  return r;
}
