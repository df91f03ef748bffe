/**
 * Arithmetic of numeric constants, as CPython's objects do it. Each function returns null where
 * CPython raises: what cannot be computed is left to the program.
 */

import type { ConstValue } from './code-unit.ts';
import { boolConst } from './const-value.ts';
import type { Operator } from '../syntax/ast.ts';

/** Bits of the largest int made by folding. v3.13.0 Python/ast_opt.c MAX_INT_SIZE */
const MAX_INT_SIZE = 128;

interface Complex {
  readonly real: number;
  readonly imag: number;
}

/** The int a constant is, bools included; null for anything else. */
export function asInt(c: ConstValue): bigint | null {
  if (c.type === 'int') return c.value;
  if (c.type === 'True') return 1n;
  return c.type === 'False' ? 0n : null;
}

/** v3.13.0 Objects/longobject.c PyLong_AsDouble: null when it overflows */
function intToFloat(n: bigint): number | null {
  const x = Number(n);
  return Number.isFinite(x) ? x : null;
}

function asFloat(c: ConstValue): number | null {
  if (c.type === 'float') return c.value;
  const n = asInt(c);
  return n === null ? null : intToFloat(n);
}

function asComplex(c: ConstValue): Complex | null {
  if (c.type === 'complex') return c;
  const real = asFloat(c);
  return real === null ? null : { real, imag: 0 };
}

function int(value: bigint): ConstValue {
  return { type: 'int', value };
}

function float(value: number | null): ConstValue | null {
  return value === null ? null : { type: 'float', value };
}

function complex(value: Complex | null): ConstValue | null {
  return value === null ? null : { type: 'complex', real: value.real, imag: value.imag };
}

/** v3.13.0 Objects/longobject.c _PyLong_NumBits */
export function bitLength(n: bigint): number {
  const magnitude = n < 0n ? -n : n;
  return magnitude === 0n ? 0 : magnitude.toString(2).length;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function modulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest !== 0n && rest < 0n !== b < 0n ? rest + b : rest;
}

/** a / b correctly rounded; null when it overflows. v3.13.0 Objects/longobject.c long_true_divide */
function divideInts(a: bigint, b: bigint): number | null {
  const exact = 2n ** 53n;
  const [p, q] = [a < 0n ? -a : a, b < 0n ? -b : b];
  const sign = a < 0n !== b < 0n ? -1 : 1;
  if (p <= exact && q <= exact) return (sign * Number(p)) / Number(q);
  // A quotient of at least 66 bits whose last bit gathers the remainder rounds as the true one.
  // Below the normal range the exponent limits the bits that are wanted.
  const shift = Math.min(1074 + 2, 66 - (bitLength(p) - bitLength(q)));
  const [scaled, divisor] = shift >= 0 ? [p << BigInt(shift), q] : [p, q << BigInt(-shift)];
  const quotient = (scaled / divisor) | (scaled % divisor === 0n ? 0n : 1n);
  const x = scaleByPowerOfTwo(Number(quotient), -shift);
  return Number.isFinite(x) ? sign * x : null;
}

/** x * 2**exponent without overflowing or underflowing on the way. */
function scaleByPowerOfTwo(x: number, exponent: number): number {
  let [result, left] = [x, exponent];
  for (; left > 1000; left -= 1000) result *= 2 ** 1000;
  for (; left < -1000; left += 1000) result *= 2 ** -1000;
  return result * 2 ** left;
}

/** v3.13.0 Objects/longobject.c long_pow, with safe_power's limit (ast_opt.c) */
function powInts(a: bigint, b: bigint): ConstValue | null {
  if (b < 0n) return a === 0n ? null : float(powFloats(Number(a), Number(b)));
  if (a !== 0n && b > 0n && BigInt(bitLength(a)) > BigInt(MAX_INT_SIZE) / b) return null;
  return int(a ** b);
}

/** A finite float as `mantissa * 2**exponent`. */
function splitFloat(x: number): [bigint, number] {
  let [mantissa, exponent] = [x, 0];
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    exponent--;
  }
  return [BigInt(mantissa), exponent];
}

/**
 * Integer powers are computed exactly and rounded once: JavaScript's pow may be off by a unit in
 * the last place where the C library's is not.
 */
function powFloats(x: number, y: number): number | null {
  if (x === 0 && y < 0) return null;
  if (Number.isInteger(y) && Math.abs(y) <= 400 && Number.isFinite(x) && x !== 0) {
    const [mantissa, exponent] = splitFloat(x);
    const power = mantissa ** BigInt(Math.abs(y));
    const twos = exponent * Math.abs(y);
    const [p, q] = twos < 0 ? [power, 1n << BigInt(-twos)] : [power << BigInt(twos), 1n];
    return y < 0 ? divideInts(q, p) : divideInts(p, q);
  }
  const result = y === 0.5 && x > 0 ? Math.sqrt(x) : x === 1 ? 1 : x ** y;
  return Number.isFinite(result) || !Number.isFinite(x) || !Number.isFinite(y) ? result : null;
}

/** v3.13.0 Objects/floatobject.c float_rem */
function floatModulo(x: number, y: number): number {
  const rest = x % y;
  if (rest !== 0) return rest < 0 !== y < 0 ? rest + y : rest;
  return y < 0 ? -0 : 0;
}

/** v3.13.0 Objects/floatobject.c _float_div_mod */
function floatFloorDivide(x: number, y: number): number {
  const quotient = (x - (x % y)) / y;
  const floored = x % y !== 0 && y < 0 !== x % y < 0 ? quotient - 1 : quotient;
  if (floored === 0) return x / y < 0 || Object.is(x / y, -0) ? -0 : 0;
  const whole = Math.floor(floored);
  return floored - whole > 0.5 ? whole + 1 : whole;
}

/** v3.13.0 Objects/complexobject.c _Py_c_quot */
function divideComplex(a: Complex, b: Complex): Complex | null {
  if (b.real === 0 && b.imag === 0) return null;
  if (Math.abs(b.real) >= Math.abs(b.imag)) {
    const ratio = b.imag / b.real;
    const denominator = b.real + b.imag * ratio;
    return {
      real: (a.real + a.imag * ratio) / denominator,
      imag: (a.imag - a.real * ratio) / denominator,
    };
  }
  const ratio = b.real / b.imag;
  const denominator = b.real * ratio + b.imag;
  return {
    real: (a.real * ratio + a.imag) / denominator,
    imag: (a.imag * ratio - a.real) / denominator,
  };
}

function multiplyComplex(a: Complex, b: Complex): Complex {
  return {
    real: a.real * b.real - a.imag * b.imag,
    imag: a.real * b.imag + a.imag * b.real,
  };
}

/** v3.13.0 Objects/complexobject.c c_powi */
function powComplexInt(a: Complex, n: number): Complex | null {
  let [result, base]: [Complex, Complex] = [{ real: 1, imag: 0 }, a];
  const exponent = Math.abs(n);
  for (let mask = 1; mask <= exponent; mask *= 2) {
    if (exponent & mask) result = multiplyComplex(result, base);
    base = multiplyComplex(base, base);
  }
  return n < 0 ? divideComplex({ real: 1, imag: 0 }, result) : result;
}

/** v3.13.0 Objects/complexobject.c _Py_c_pow */
function powComplexPolar(a: Complex, b: Complex): Complex | null {
  if (b.real === 0 && b.imag === 0) return { real: 1, imag: 0 };
  if (a.real === 0 && a.imag === 0) {
    return b.imag !== 0 || b.real < 0 ? null : { real: 0, imag: 0 };
  }
  const length = Math.hypot(a.real, a.imag);
  const angle = Math.atan2(a.imag, a.real);
  let [radius, phase] = [length ** b.real, angle * b.real];
  if (b.imag !== 0) {
    radius *= Math.exp(-angle * b.imag);
    phase += b.imag * Math.log(length);
  }
  return { real: radius * Math.cos(phase), imag: radius * Math.sin(phase) };
}

/**
 * Whether releases differ in what they make of a real operand and a complex one: up to 3.13 the real
 * one is made a complex first, which shows in zeros and infinities. Such are left to the machine.
 */
function isDelicate(op: Operator, z: Complex, w: Complex, leftIsReal: boolean): boolean {
  const [real, other] = leftIsReal ? [z.real, w] : [w.real, z];
  const before = foldComplexes(op, z, w);
  let imag = op === 'Sub' && leftIsReal ? -other.imag : other.imag;
  if (op === 'Mult') imag *= real;
  else if (op === 'Div' && !leftIsReal) imag /= real;
  else if (op !== 'Add' && op !== 'Sub') return false;
  return before !== null && !Object.is(before.imag, imag);
}

/** v3.13.0 Objects/complexobject.c complex_pow */
function powComplex(a: Complex, b: Complex): Complex | null {
  const isSmallInt = b.imag === 0 && Number.isInteger(b.real) && Math.abs(b.real) <= 100;
  const result = isSmallInt ? powComplexInt(a, b.real) : powComplexPolar(a, b);
  if (result === null) return null;
  return Number.isFinite(result.real) && Number.isFinite(result.imag) ? result : null;
}

function foldInts(op: Operator, a: bigint, b: bigint): ConstValue | null {
  switch (op) {
    case 'Add':
      return int(a + b);
    case 'Sub':
      return int(a - b);
    case 'Mult':
      return a !== 0n && b !== 0n && bitLength(a) + bitLength(b) > MAX_INT_SIZE ? null : int(a * b);
    case 'Div':
      return b === 0n ? null : float(divideInts(a, b));
    case 'FloorDiv':
      return b === 0n ? null : int(floorDivide(a, b));
    case 'Mod':
      return b === 0n ? null : int(modulo(a, b));
    case 'Pow':
      return powInts(a, b);
    case 'LShift':
      if (b < 0n) return null;
      if (a !== 0n && b > BigInt(MAX_INT_SIZE - bitLength(a))) return null;
      return int(a === 0n ? 0n : a << b);
    case 'RShift':
      return b < 0n ? null : int(b > 1_000_000n ? (a < 0n ? -1n : 0n) : a >> b);
    case 'BitOr':
      return int(a | b);
    case 'BitXor':
      return int(a ^ b);
    case 'BitAnd':
      return int(a & b);
    case 'MatMult':
      return null;
  }
}

function foldFloats(op: Operator, x: number, y: number): ConstValue | null {
  switch (op) {
    case 'Add':
      return float(x + y);
    case 'Sub':
      return float(x - y);
    case 'Mult':
      return float(x * y);
    case 'Div':
      return y === 0 ? null : float(x / y);
    case 'FloorDiv':
      return y === 0 ? null : float(floatFloorDivide(x, y));
    case 'Mod':
      return y === 0 ? null : float(floatModulo(x, y));
    case 'Pow':
      // A root of a negative number is complex.
      if (x < 0 && Number.isFinite(x + y) && !Number.isInteger(y)) {
        return complex(powComplex({ real: x, imag: 0 }, { real: y, imag: 0 }));
      }
      return float(powFloats(x, y));
    default:
      return null;
  }
}

function foldComplexes(op: Operator, a: Complex, b: Complex): Complex | null {
  switch (op) {
    case 'Add':
      return { real: a.real + b.real, imag: a.imag + b.imag };
    case 'Sub':
      return { real: a.real - b.real, imag: a.imag - b.imag };
    case 'Mult':
      return multiplyComplex(a, b);
    case 'Div':
      return divideComplex(a, b);
    case 'Pow':
      return powComplex(a, b);
    default:
      return null;
  }
}

function isBool(c: ConstValue): boolean {
  return c.type === 'True' || c.type === 'False';
}

/** A binary operation on numbers; null when an operand is not one or CPython raises. */
export function foldNumbers(op: Operator, left: ConstValue, right: ConstValue): ConstValue | null {
  const [a, b] = [asInt(left), asInt(right)];
  if (a !== null && b !== null) {
    const result = foldInts(op, a, b);
    const bitwise = op === 'BitOr' || op === 'BitXor' || op === 'BitAnd';
    if (!bitwise || !isBool(left) || !isBool(right) || result === null) return result;
    return boolConst(asInt(result) !== 0n);
  }
  if (left.type === 'complex' || right.type === 'complex') {
    const [z, w] = [asComplex(left), asComplex(right)];
    const mixed = left.type !== right.type && z !== null && w !== null;
    if (mixed && isDelicate(op, z, w, right.type === 'complex')) return null;
    return z !== null && w !== null ? complex(foldComplexes(op, z, w)) : null;
  }
  const [x, y] = [asFloat(left), asFloat(right)];
  return x !== null && y !== null ? foldFloats(op, x, y) : null;
}

/** v3.13.0 Objects/abstract.c PyNumber_Negative */
export function negative(c: ConstValue): ConstValue | null {
  if (c.type === 'float') return { type: 'float', value: -c.value };
  if (c.type === 'complex') return { type: 'complex', real: -c.real, imag: -c.imag };
  const n = asInt(c);
  return n === null ? null : int(-n);
}

/** v3.13.0 Objects/abstract.c PyNumber_Positive */
export function positive(c: ConstValue): ConstValue | null {
  if (c.type === 'float' || c.type === 'complex') return c;
  const n = asInt(c);
  return n === null ? null : int(n);
}

/** v3.13.0 Objects/abstract.c PyNumber_Invert */
export function invert(c: ConstValue): ConstValue | null {
  const n = asInt(c);
  return n === null ? null : int(~n);
}
