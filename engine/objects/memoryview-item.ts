/** Items of a memoryview: reading and writing one by its format. v3.13.0 unpack_single, pack_single */
import type { Addr } from '../base/brand.ts';
import { newBool } from './bool.ts';
import { bytesData, bytesLength, bytesNew, isBytes } from './bytes.ts';
import { cStringText } from './cfunction.ts';
import { errClearIf, errOccurred, raise, raiseInt } from './errors.ts';
import { asDouble, newFloat } from './float.ts';
import { intToBigInt, newInt, newIntFromBigInt } from './int.ts';
import { MV_VIEW } from './managed-buffer.ts';
import { isTrue, numberIndex } from './object.ts';
import { PB_FORMAT } from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Bytes of an item by native format character. v3.13.0 get_native_fmtchar */
const SIZES: Readonly<Record<string, number>> = {
  c: 1,
  b: 1,
  B: 1,
  '?': 1,
  h: 2,
  H: 2,
  i: 4,
  I: 4,
  f: 4,
  l: 8,
  L: 8,
  q: 8,
  Q: 8,
  n: 8,
  N: 8,
  d: 8,
  P: 8,
};

/** Bytes of an item of a native format, `@` before it or not; 0 when it is none. */
export function nativeSize(rt: Runtime, format: string): number {
  const code = format.startsWith('@') ? format.slice(1) : format;
  if (code === 'e' && rt.profile.memoryviews.halfFloats) return 2;
  return SIZES[code] ?? 0;
}

/** The format of a view as text. */
export function formatOf(rt: Runtime, mv: Addr): string {
  return cStringText(rt, rt.ptr(mv + MV_VIEW + PB_FORMAT));
}

/** The one character of a format; null with NotImplementedError. v3.13.0 adjust_fmt */
export function itemCode(rt: Runtime, format: string): string | null {
  const code = format.startsWith('@') ? format.slice(1) : format;
  if (code.length === 1) return code;
  raise(rt, rt.exc.NotImplementedError, `memoryview: unsupported format ${format}`);
  return null;
}

function data(rt: Runtime): DataView {
  return new DataView(rt.u8.buffer);
}

/** The item at `at`; new. 0 with NotImplementedError for a format that is not known. */
export function unpackItem(rt: Runtime, at: Addr, code: string): Addr {
  switch (code) {
    case 'B':
      return newRef(rt, rt.smallInt(rt.u8[at]!));
    case 'b':
      return newInt(rt, data(rt).getInt8(at));
    case 'c':
      return bytesNew(rt, Uint8Array.of(rt.u8[at]!));
    case '?':
      return newBool(rt, rt.u8[at] !== 0);
    case 'h':
      return newInt(rt, data(rt).getInt16(at, true));
    case 'H':
      return newInt(rt, data(rt).getUint16(at, true));
    case 'i':
      return newInt(rt, data(rt).getInt32(at, true));
    case 'I':
      return newInt(rt, data(rt).getUint32(at, true));
    case 'l':
    case 'q':
    case 'n':
      return newIntFromBigInt(rt, data(rt).getBigInt64(at, true));
    case 'L':
    case 'Q':
    case 'N':
    case 'P':
      return newIntFromBigInt(rt, data(rt).getBigUint64(at, true));
    case 'f':
      return newFloat(rt, data(rt).getFloat32(at, true));
    case 'd':
      return newFloat(rt, data(rt).getFloat64(at, true));
  }
  if (code === 'e' && nativeSize(rt, code) === 2) {
    return newFloat(rt, fromHalf(data(rt).getUint16(at, true)));
  }
  const text = `memoryview: format ${code} not supported`;
  return raise(rt, rt.exc.NotImplementedError, text);
}

function badType(rt: Runtime, code: string): -1 {
  return raiseInt(rt, rt.exc.TypeError, `memoryview: invalid type for format '${code}'`);
}

function badValue(rt: Runtime, code: string): -1 {
  return raiseInt(rt, rt.exc.ValueError, `memoryview: invalid value for format '${code}'`);
}

/** What came of reading a number, in the words of memoryview. v3.13.0 fix_error_int */
function badNumber(rt: Runtime, code: string): -1 {
  if (errClearIf(rt, rt.exc.TypeError)) return badType(rt, code);
  if (errClearIf(rt, rt.exc.OverflowError) || errClearIf(rt, rt.exc.ValueError)) {
    return badValue(rt, code);
  }
  return -1;
}

/** Writes `value` at `at`. -1 with an exception. */
export function packItem(rt: Runtime, at: Addr, code: string, value: Addr): number {
  switch (code) {
    case 'c':
      if (!isBytes(rt, value)) return badType(rt, code);
      if (bytesLength(rt, value) !== 1) return badValue(rt, code);
      rt.u8[at] = rt.u8[bytesData(rt, value)]!;
      return 0;
    case '?': {
      const truth = isTrue(rt, value);
      if (truth >= 0) rt.u8[at] = truth;
      return truth < 0 ? -1 : 0;
    }
    case 'e':
    case 'f':
    case 'd':
      return packFloat(rt, at, code, value);
  }
  const size = nativeSize(rt, code);
  if (size !== 0) return packInt(rt, at, code, size, value);
  const text = `memoryview: format ${code} not supported`;
  return raiseInt(rt, rt.exc.NotImplementedError, text);
}

function packFloat(rt: Runtime, at: Addr, code: 'e' | 'f' | 'd', value: Addr): number {
  const x = asDouble(rt, value);
  if (Number.isNaN(x) && errOccurred(rt)) return badNumber(rt, code);
  if (code === 'd') data(rt).setFloat64(at, x, true);
  else if (code === 'f') data(rt).setFloat32(at, x, true);
  else {
    const bits = toHalf(x);
    if (bits < 0) return badValue(rt, code);
    data(rt).setUint16(at, bits, true);
  }
  return 0;
}

function packInt(rt: Runtime, at: Addr, code: string, size: number, value: Addr): number {
  const index = numberIndex(rt, value);
  if (index === 0) return badNumber(rt, code);
  const n = intToBigInt(rt, index);
  decref(rt, index);
  const bits = 8 * size;
  const signed = code === 'P' ? n < 0n : code === code.toLowerCase();
  const fits = signed ? BigInt.asIntN(bits, n) === n : BigInt.asUintN(bits, n) === n;
  if (!fits) return badValue(rt, code);
  for (let k = 0; k < size; k++) rt.u8[at + k] = Number((n >> BigInt(8 * k)) & 0xffn);
  return 0;
}

/** v3.13.0 Objects/floatobject.c PyFloat_Unpack2 */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 0x3ff;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** Half to even; -1 for what is too large. v3.13.0 Objects/floatobject.c PyFloat_Pack2 */
function toHalf(x: number): number {
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0;
  const size = Math.abs(x);
  if (Number.isNaN(x)) return 0x7e00;
  if (size === Infinity) return sign | 0x7c00;
  let exponent = Math.max(-14, Math.floor(Math.log2(size)));
  if (size < 2 ** exponent && exponent > -14) exponent--;
  const units = size / 2 ** (exponent - 10);
  let whole = Math.floor(units);
  const rest = units - whole;
  if (rest > 0.5 || (rest === 0.5 && whole % 2 === 1)) whole++;
  const bits = whole + (exponent + 14) * 1024;
  return bits >= 0x7c00 ? -1 : sign | bits;
}
