/** Arithmetic of complex. v3.13.0 Objects/complexobject.c */
import type { Addr } from '../base/brand.ts';
import { type Complex, complexValue, isComplex, newComplex } from './complex-object.ts';
import { raise } from './errors.ts';
import { intAsDouble } from './float-arithmetic.ts';
import { cosine, exponentialOf, hypotenuse, logarithmOf, sine } from './float-functions.ts';
import { floatValue, isFloat } from './float-object.ts';
import { powDouble } from './float-power.ts';
import { isInt } from './int-object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** v3.13.0 _Py_c_prod */
function product(a: Complex, b: Complex): Complex {
  return {
    real: a.real * b.real - a.imag * b.imag,
    imag: a.real * b.imag + a.imag * b.real,
  };
}

/** null when b is 0. v3.13.0 _Py_c_quot */
export function quotient(a: Complex, b: Complex): Complex | null {
  const absReal = Math.abs(b.real);
  const absImag = Math.abs(b.imag);
  if (absReal >= absImag) {
    if (absReal === 0) return null;
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return {
      real: (a.real + a.imag * ratio) / denominator,
      imag: (a.imag - a.real * ratio) / denominator,
    };
  }
  if (absImag >= absReal) {
    const ratio = b.real / b.imag;
    const denominator = b.real * ratio + b.imag;
    return {
      real: (a.real * ratio + a.imag) / denominator,
      imag: (a.imag * ratio - a.real) / denominator,
    };
  }
  return { real: NaN, imag: NaN };
}

/** A real number by a complex one; null when that is 0. v3.14.0 _Py_rc_quot */
function realQuotient(a: number, b: Complex): Complex | null {
  const absReal = Math.abs(b.real);
  const absImag = Math.abs(b.imag);
  if (absReal >= absImag) {
    if (absReal === 0) return null;
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return { real: a / denominator, imag: (-a * ratio) / denominator };
  }
  if (absImag < absReal || Number.isNaN(absReal + absImag)) return { real: NaN, imag: NaN };
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return { real: (a * ratio) / denominator, imag: -a / denominator };
}

const ONE: Complex = { real: 1, imag: 0 };

/** v3.13.0 c_powu */
function powerOf(x: Complex, n: number): Complex {
  let result = ONE;
  let power = x;
  for (let mask = 1; n >= mask; mask <<= 1) {
    if (n & mask) result = product(result, power);
    power = product(power, power);
  }
  return result;
}

/** null for zero to a negative or complex power. v3.13.0 _Py_c_pow */
function generalPower(a: Complex, b: Complex): Complex | null {
  if (b.real === 0 && b.imag === 0) return ONE;
  if (a.real === 0 && a.imag === 0) {
    return b.imag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 };
  }
  const size = hypotenuse(a.real, a.imag);
  let length = powDouble(size, b.real);
  const angle = Math.atan2(a.imag, a.real);
  let phase = angle * b.real;
  if (b.imag !== 0) {
    length /= exponentialOf(angle * b.imag);
    phase += b.imag * logarithmOf(size);
  }
  return { real: length * cosine(phase), imag: length * sine(phase) };
}

function isSmallInteger(z: Complex): boolean {
  return z.imag === 0 && z.real === Math.floor(z.real) && Math.abs(z.real) <= 100;
}

// ---- slots -------------------------------------------------------------------------------------

/**
 * An operand as a complex; null when the slot must return what stands in `refused`.
 * v3.13.0 to_complex
 */
function operand(rt: Runtime, p: Addr): Complex | null {
  if (isComplex(rt, p)) return complexValue(rt, p);
  if (isFloat(rt, p)) return { real: floatValue(rt, p), imag: 0 };
  if (!isInt(rt, p)) return null;
  const real = intAsDouble(rt, p);
  return !Number.isNaN(real) ? { real, imag: 0 } : null;
}

/** A float or int that is no complex with an imaginary part of 0. v3.14.0 COMPLEX_BINOP */
function staysReal(rt: Runtime, p: Addr): boolean {
  return rt.profile.realOperandsStayReal && !isComplex(rt, p);
}

/** v3.14.0 _Py_cr_prod */
function scaled(z: Complex, by: number): Complex {
  return { real: z.real * by, imag: z.imag * by };
}

/** v3.14.0 _Py_cr_quot */
function divided(z: Complex, by: number): Complex {
  return { real: z.real / by, imag: z.imag / by };
}

/** What a slot returns when an operand was none: NotImplemented, or 0 when an int was too large. */
function refusal(rt: Runtime): Addr {
  return rt.i32[rt.excWord] !== 0 ? 0 : newRef(rt, rt.notImplemented);
}

export function complexAddSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const x = operand(rt, a);
  const y = x === null ? null : operand(rt, b);
  if (x === null || y === null) return refusal(rt);
  const imag = staysReal(rt, a) ? y.imag : staysReal(rt, b) ? x.imag : x.imag + y.imag;
  return newComplex(rt, x.real + y.real, imag);
}

export function complexSubtractSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const x = operand(rt, a);
  const y = x === null ? null : operand(rt, b);
  if (x === null || y === null) return refusal(rt);
  const imag = staysReal(rt, a) ? -y.imag : staysReal(rt, b) ? x.imag : x.imag - y.imag;
  return newComplex(rt, x.real - y.real, imag);
}

export function complexMultiplySlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const x = operand(rt, a);
  const y = x === null ? null : operand(rt, b);
  if (x === null || y === null) return refusal(rt);
  const z = staysReal(rt, a)
    ? scaled(y, x.real)
    : staysReal(rt, b)
      ? scaled(x, y.real)
      : product(x, y);
  return newComplex(rt, z.real, z.imag);
}

/** v3.13.0 complex_div */
export function complexTrueDivideSlot(rt: Runtime, a: Addr, b: Addr): Addr {
  const x = operand(rt, a);
  const y = x === null ? null : operand(rt, b);
  if (x === null || y === null) return refusal(rt);
  const z = staysReal(rt, a)
    ? realQuotient(x.real, y)
    : staysReal(rt, b) && y.real !== 0
      ? divided(x, y.real)
      : quotient(x, y);
  if (z === null)
    return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.complexDivision);
  return newComplex(rt, z.real, z.imag);
}

/** v3.13.0 complex_pow */
export function complexPowerSlot(rt: Runtime, a: Addr, b: Addr, modulus: Addr): Addr {
  const x = operand(rt, a);
  const y = x === null ? null : operand(rt, b);
  if (x === null || y === null) return refusal(rt);
  if (modulus !== rt.none) return raise(rt, rt.exc.ValueError, 'complex modulo');
  let z: Complex | null;
  if (!isSmallInteger(y)) z = generalPower(x, y);
  else if (y.real > 0) z = powerOf(x, y.real);
  else z = quotient(ONE, powerOf(x, -y.real));
  if (z === null) {
    return raise(rt, rt.exc.ZeroDivisionError, rt.profile.words.byZero.complexPower);
  }
  if (Math.abs(z.real) === Infinity || Math.abs(z.imag) === Infinity) {
    return raise(rt, rt.exc.OverflowError, 'complex exponentiation');
  }
  return newComplex(rt, z.real, z.imag);
}
