/** What complex does. Arithmetic: complex-arithmetic.ts. v3.13.0 Objects/complexobject.c */
import type { Addr } from '../base/brand.ts';
import { callNoArgs } from './call.ts';
import {
  complexAddSlot,
  complexMultiplySlot,
  complexPowerSlot,
  complexSubtractSlot,
  complexTrueDivideSlot,
} from './complex-arithmetic.ts';
import {
  type Complex,
  complexImag,
  complexReal,
  complexValue,
  isComplex,
  newComplex,
} from './complex-object.ts';
import { errOccurred, raise } from './errors.ts';
import { asDouble } from './float.ts';
import { floatRichCompare, hashDouble, intToDouble } from './float-arithmetic.ts';
import { hypotenuse } from './float-functions.ts';
import { floatValue, isFloat, newFloat } from './float-object.ts';
import {
  doublePrefixLength,
  formatDouble,
  parseDouble,
  strippedNumber,
  withoutUnderscores,
} from './float-text.ts';
import { isInt } from './int-object.ts';
import { COMPLEX_IMAG, COMPLEX_REAL, NB_FLOAT, NB_INDEX, TP_ALLOC } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { complexFormat } from './number-format.ts';
import { strictSubclass } from './index-protocol.ts';
import { hashPointer, lookupSpecial, reprText, slotOf, typeNameOf } from './object.ts';
import { wrongResult } from './wrong-result.ts';
import { decref, newRef } from './refcount.ts';
import type { Native, Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tuplePairSteal, tupleSize } from './tuple.ts';
import { classMethod, type MethodSpec, noArgs, oneArg, type Slots } from './type-spec.ts';

/** v3.13.0 complex_repr */
function complexRepr(real: number, imag: number): string {
  const im = formatDouble(imag, 'r', 0, false, false);
  if (Object.is(real, 0)) return im + 'j';
  const sign = im.startsWith('-') ? '' : '+';
  return `(${formatDouble(real, 'r', 0, false, false)}${sign}${im}j)`;
}

// ---- complex() -----------------------------------------------------------------------------------

/** `3`, `3j`, `1+2j`, `j`, each in parentheses or not; null when it is none. complex_from_string_inner */
function parseComplex(text: string): Complex | null {
  let s = text;
  if (s.startsWith('(')) {
    if (!s.endsWith(')')) return null;
    s = strippedNumber(s.slice(1, -1));
  }
  const first = doublePrefixLength(s);
  if (first === 0) return isUnit(s) ? { real: 0, imag: unitSign(s) } : null;
  const x = parseDouble(s.slice(0, first))!;
  const rest = s.slice(first);
  if (rest === '') return { real: x, imag: 0 };
  if (rest === 'j' || rest === 'J') return { real: 0, imag: x };
  if (rest[0] !== '+' && rest[0] !== '-') return null;
  if (isUnit(rest)) return { real: x, imag: unitSign(rest) };
  const second = doublePrefixLength(rest);
  if (second === 0 || !/^[jJ]$/.test(rest.slice(second))) return null;
  return { real: x, imag: parseDouble(rest.slice(0, second))! };
}

/** `j`, `+j`, `-j` */
function isUnit(s: string): boolean {
  return /^[+-]?[jJ]$/.test(s);
}

function unitSign(s: string): number {
  return s.startsWith('-') ? -1 : 1;
}

/** v3.13.0 complex_subtype_from_string */
function fromString(rt: Runtime, type: Addr, s: Addr): Addr {
  const plain = withoutUnderscores(strippedNumber(strToJs(rt, s)));
  if (plain === null) {
    const shown = reprText(rt, s);
    if (shown === null) return 0;
    return raise(rt, rt.exc.ValueError, `could not convert string to complex: ${shown}`);
  }
  const z = parseComplex(plain);
  if (z === null) return raise(rt, rt.exc.ValueError, 'complex() arg is a malformed string');
  return make(rt, type, z.real, z.imag);
}

/** What a call makes takes nothing off the free list. v3.15.0 complex_subtype_from_c_complex */
function make(rt: Runtime, type: Addr, real: number, imag: number): Addr {
  const alloc = rt.i32[(type + TP_ALLOC) >> 2]!;
  const p: Addr = rt.fns[alloc]!(rt, type, 0);
  if (p === 0) return 0;
  rt.f64[(p + COMPLEX_REAL) >> 3] = real;
  rt.f64[(p + COMPLEX_IMAG) >> 3] = imag;
  return p;
}

/** What `__complex__` gives, new; 0 without an exception when there is none. */
function viaMethod(rt: Runtime, p: Addr): Addr {
  if (rt.typeOf(p) === rt.types.complex) return newRef(rt, p);
  const method = lookupSpecial(rt, p, rt.ids.__complex__);
  if (method === 0) return 0;
  const result = callNoArgs(rt, method);
  decref(rt, method);
  if (result === 0 || rt.typeOf(result) === rt.types.complex) return result;
  const older = `__complex__ returned non-complex (type ${typeNameOf(rt, result)})`;
  const text = wrongResult(rt, p, '__complex__', 'a complex', result, older);
  if (isComplex(rt, result)) return strictSubclass(rt, result, text, 'complex');
  decref(rt, result);
  return raise(rt, rt.exc.TypeError, text);
}

function isReal(rt: Runtime, p: Addr): boolean {
  return slotOf(rt, p, NB_FLOAT) !== 0 || slotOf(rt, p, NB_INDEX) !== 0;
}

/** An argument as a complex; null with an exception. */
function argument(rt: Runtime, p: Addr, which: string): Complex | null {
  const z = which === 'first' ? viaMethod(rt, p) : 0;
  if (z !== 0) {
    const value = complexValue(rt, z);
    decref(rt, z);
    return value;
  }
  if (errOccurred(rt)) return null;
  if (isComplex(rt, p)) return complexValue(rt, p);
  if (!isReal(rt, p)) {
    const kinds = which === 'first' ? 'a string or a number' : 'a number';
    const name = typeNameOf(rt, p);
    const text = rt.profile.words.complexNamesArguments
      ? `complex() argument must be ${kinds}, not ${name}`
      : `complex() ${which} argument must be ${kinds}, not '${name}'`;
    raise(rt, rt.exc.TypeError, text);
    return null;
  }
  const real = asDouble(rt, p);
  return Number.isNaN(real) && errOccurred(rt) ? null : { real, imag: 0 };
}

const NEW_PARAMS = { names: ['real', 'imag'], required: 0, positional: 2 };
const given = new Int32Array(2);

/** v3.13.0 complex_new_impl */
function complexNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'complex', NEW_PARAMS, given, args, kwargs)) return 0;
  const [r, i] = [given[0]!, given[1]!];
  const alone = tupleSize(rt, args) === 1 && i === 0;
  if (rt.profile.words.complexNamesArguments && !alone) return complexOfParts(rt, type, r, i);
  if (r !== 0 && i === 0 && rt.typeOf(r) === rt.types.complex && type === rt.types.complex) {
    return newRef(rt, r);
  }
  if (r !== 0 && isStr(rt, r)) {
    if (i === 0) return fromString(rt, type, r);
    return raise(rt, rt.exc.TypeError, "complex() can't take second arg if first is a string");
  }
  if (i !== 0 && isStr(rt, i)) {
    return raise(rt, rt.exc.TypeError, "complex() second arg can't be a string");
  }
  const first = r === 0 ? { real: 0, imag: 0 } : argument(rt, r, 'first');
  if (first === null) return 0;
  if (i === 0) return make(rt, type, first.real, first.imag);
  const second = argument(rt, i, 'second');
  if (second === null) return 0;
  // real + imag * j, either of which may be complex itself
  const real = isComplex(rt, i) ? first.real - second.imag : first.real;
  const imag = r !== 0 && first.imag !== 0 ? second.real + first.imag : second.real;
  return make(rt, type, real, imag);
}

/** complex(real, imag), each a real number. v3.14.0 complex_new_impl */
function complexOfParts(rt: Runtime, type: Addr, r: Addr, i: Addr): Addr {
  const first = part(rt, r, 'real');
  const second = first === null ? null : part(rt, i, 'imag');
  if (first === null || second === null) return 0;
  const real = i !== 0 && isComplex(rt, i) ? first.real - second.imag : first.real;
  const imag = r !== 0 && isComplex(rt, r) ? second.real + first.imag : second.real;
  return make(rt, type, real, imag);
}

/** An argument of two; null with an exception. A complex draws a warning. */
function part(rt: Runtime, p: Addr, name: string): Complex | null {
  if (p === 0) return { real: 0, imag: 0 };
  const text = `complex() argument '${name}' must be a real number, not ${typeNameOf(rt, p)}`;
  if (isComplex(rt, p)) {
    return rt.vm.warn(rt, rt.exc.DeprecationWarning, text) < 0 ? null : complexValue(rt, p);
  }
  if (!isReal(rt, p)) {
    raise(rt, rt.exc.TypeError, text);
    return null;
  }
  const real = asDouble(rt, p);
  return Number.isNaN(real) && errOccurred(rt) ? null : { real, imag: 0 };
}

/** v3.14.0 complex_from_number_impl */
function fromNumber(rt: Runtime, type: Addr, p: Addr): Addr {
  if (rt.typeOf(p) === rt.types.complex && type === rt.types.complex) return newRef(rt, p);
  const z = viaMethod(rt, p);
  if (z === 0 && errOccurred(rt)) return 0;
  const real = z === 0 ? asDouble(rt, p) : complexReal(rt, z);
  if (z === 0 && Number.isNaN(real) && errOccurred(rt)) return 0;
  const imag = z === 0 ? 0 : complexImag(rt, z);
  if (z !== 0) decref(rt, z);
  const exact = type === rt.types.complex;
  return exact ? newComplex(rt, real, imag) : make(rt, type, real, imag);
}

// ---- slots and methods ---------------------------------------------------------------------------

/** hash(real) + 1000003 * hash(imag), modulo 2^64. v3.13.0 complex_hash */
function complexHash(rt: Runtime, self: Addr): number {
  const pointer = (): number => hashPointer(rt, self);
  const realLow = hashDouble(rt, complexReal(rt, self), pointer);
  const realHigh = rt.hashHigh;
  const imagLow = hashDouble(rt, complexImag(rt, self), pointer);
  const imag = (BigInt(rt.hashHigh) << 32n) | BigInt(imagLow >>> 0);
  const real = (BigInt(realHigh) << 32n) | BigInt(realLow >>> 0);
  const sum = BigInt.asIntN(64, real + 1000003n * imag);
  rt.hashHigh = Number(sum >> 32n);
  const low = Number(BigInt.asIntN(32, sum));
  return low === -1 && rt.hashHigh === -1 ? -2 : low;
}

/** Only == and !=. v3.13.0 complex_richcompare */
function complexRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (op !== 2 && op !== 3) return newRef(rt, rt.notImplemented);
  const equal = isEqual(rt, complexValue(rt, a), b);
  if (equal === null) return newRef(rt, rt.notImplemented);
  return newRef(rt, equal === (op === 2) ? rt.true : rt.false);
}

function isEqual(rt: Runtime, z: Complex, b: Addr): boolean | null {
  if (isComplex(rt, b)) return z.real === complexReal(rt, b) && z.imag === complexImag(rt, b);
  if (isFloat(rt, b)) return z.imag === 0 && z.real === floatValue(rt, b);
  if (!isInt(rt, b)) return null;
  return z.imag === 0 && equalsInt(rt, z.real, b);
}

/** Exactly, by way of the comparison of a float with an int. */
function equalsInt(rt: Runtime, x: number, b: Addr): boolean {
  if (x !== intToDouble(rt, b)) return false;
  const real = newFloat(rt, x);
  if (real === 0) return false;
  const result = floatRichCompare(rt, real, b, 2);
  decref(rt, real);
  decref(rt, result);
  return result === rt.true;
}

function complexAbsolute(rt: Runtime, self: Addr): Addr {
  const { real, imag } = complexValue(rt, self);
  const size = hypotenuse(real, imag);
  if (size === Infinity && real - real === 0 && imag - imag === 0) {
    return raise(rt, rt.exc.OverflowError, 'absolute value too large');
  }
  return newFloat(rt, size);
}

function complexExact(rt: Runtime, self: Addr): Addr {
  if (rt.typeOf(self) === rt.types.complex) return newRef(rt, self);
  return newComplex(rt, complexReal(rt, self), complexImag(rt, self));
}

function getNewArgs(rt: Runtime, self: Addr): Addr {
  const real = newFloat(rt, complexReal(rt, self));
  if (real === 0) return 0;
  const imag = newFloat(rt, complexImag(rt, self));
  if (imag === 0) {
    decref(rt, real);
    return 0;
  }
  return tuplePairSteal(rt, real, imag);
}

/** What complex has up to 3.9 and refuses. v3.9.0 complex_int_div, complex_int */
function refuse(message: string): Native {
  return (rt) => raise(rt, rt.exc.TypeError, message);
}

export const complexSlots = {
  tp_repr: (rt, self) => newStr(rt, complexRepr(complexReal(rt, self), complexImag(rt, self))),
  tp_hash: complexHash,
  tp_richcompare: complexRichCompare,
  tp_new: complexNew,
  nb_add: complexAddSlot,
  nb_subtract: complexSubtractSlot,
  nb_multiply: complexMultiplySlot,
  nb_power: complexPowerSlot,
  nb_negative: (rt, self) => newComplex(rt, -complexReal(rt, self), -complexImag(rt, self)),
  nb_positive: complexExact,
  nb_absolute: complexAbsolute,
  nb_bool: (rt, self) => (complexReal(rt, self) !== 0 || complexImag(rt, self) !== 0 ? 1 : 0),
  nb_true_divide: complexTrueDivideSlot,
  nb_floor_divide: refuse("can't take floor of complex number."),
  nb_remainder: refuse("can't mod complex numbers."),
  nb_divmod: refuse("can't take floor or mod of complex number."),
  nb_int: refuse("can't convert complex to int"),
  nb_float: refuse("can't convert complex to float"),
} satisfies Partial<Slots>;

export const complexMethods: Readonly<Record<string, MethodSpec>> = {
  conjugate: noArgs((rt, self) => newComplex(rt, complexReal(rt, self), -complexImag(rt, self))),
  from_number: classMethod(oneArg(fromNumber)),
  __complex__: noArgs(complexExact),
  __getnewargs__: noArgs(getNewArgs),
  __format__: oneArg(complexFormat),
};

export { complexPowerSlot } from './complex-arithmetic.ts';
