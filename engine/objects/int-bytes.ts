/** int.to_bytes and int.from_bytes. v3.13.0 Objects/longobject.c */
import type { Addr } from '../base/brand.ts';
import { parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { bytesNew } from './bytes.ts';
import { callOneArg } from './call.ts';
import { badArgument, ssizeArgument } from './clinic.ts';
import { errOccurred, raise, raiseInt } from './errors.ts';
import { intBitLength, intSign, intToBigInt, newIntAnew, newIntFromBigInt } from './int-object.ts';
import { isTrue, lookupSpecial, slotOf, typeNameOf } from './object.ts';
import { SQ_ITEM, TP_ITER } from './layouts.ts';
import { lendsBuffer } from './py-buffer.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, strToJs } from './strings.ts';

const TO_BYTES = { names: ['length', 'byteorder', 'signed'], required: 0, positional: 2 };
const TO_BYTES_IN_FULL = { ...TO_BYTES, required: 2 };
const FROM_BYTES = { names: ['bytes', 'byteorder', 'signed'], required: 1, positional: 2 };
const FROM_BYTES_IN_FULL = { ...FROM_BYTES, required: 2 };
const given = new Int32Array(3);

/** 1 little, 0 big (also when not given), -1 with an exception. */
function byteOrder(rt: Runtime, method: string, p: Addr): number {
  if (p === 0) return 0;
  if (!isStr(rt, p)) {
    badArgument(rt, method, "argument 'byteorder'", 'str', p);
    return -1;
  }
  const order = strToJs(rt, p);
  if (order === 'little') return 1;
  if (order === 'big') return 0;
  return raiseInt(rt, rt.exc.ValueError, "byteorder must be either 'little' or 'big'");
}

/** v3.13.0 int_to_bytes_impl */
export function intToBytes(
  rt: Runtime,
  self: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const params = rt.profile.bytesOfIntsNeedOrder ? TO_BYTES_IN_FULL : TO_BYTES;
  if (!parseArgs(rt, 'to_bytes', params, given, argv, nargs, kwnames)) return 0;
  const [lengthObject, orderObject, signedObject] = [given[0]!, given[1]!, given[2]!];
  const length = lengthObject === 0 ? 1 : ssizeArgument(rt, lengthObject);
  if (Number.isNaN(length)) return 0;
  if (orderObject !== 0 && !isStr(rt, orderObject)) {
    return badArgument(rt, 'to_bytes', "argument 'byteorder'", 'str', orderObject);
  }
  const signed = signedObject === 0 ? 0 : isTrue(rt, signedObject);
  if (signed < 0) return 0;
  const little = byteOrder(rt, 'to_bytes', orderObject);
  if (little < 0) return 0;
  if (length < 0) {
    return raise(rt, rt.exc.ValueError, 'length argument must be non-negative');
  }
  const bytes = bytesNew(rt, length);
  if (bytes === 0) return 0;
  if (writeBytes(rt, self, bytesAt(bytes, rt), length, little === 1, signed === 1)) return bytes;
  decref(rt, bytes);
  return 0;
}

function bytesAt(bytes: Addr, rt: Runtime): Addr {
  bufferOf(rt, bytes);
  return bufferData();
}

/** Writes `length` bytes of two's complement at `at`; false with OverflowError. _PyLong_AsByteArray */
function writeBytes(
  rt: Runtime,
  p: Addr,
  at: Addr,
  length: number,
  little: boolean,
  signed: boolean,
): boolean {
  const negative = intSign(rt, p) < 0;
  if (negative && !signed) {
    raise(rt, rt.exc.OverflowError, "can't convert negative int to unsigned");
    return false;
  }
  let value = intToBigInt(rt, p);
  const room = BigInt(8 * length);
  const bits = intBitLength(rt, p);
  const fits = signed
    ? bits < 8 * length || bits === 0 || (negative && value === -(1n << (room - 1n)))
    : bits <= 8 * length;
  if (!fits) {
    raise(rt, rt.exc.OverflowError, 'int too big to convert');
    return false;
  }
  value = BigInt.asUintN(8 * length, value);
  const text = length === 0 ? '' : value.toString(16).padStart(2 * length, '0');
  for (let i = 0; i < length; i++) {
    const byte = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
    rt.u8[at + (little ? length - 1 - i : i)] = byte;
  }
  return true;
}

/** The class method: `type` may be a subclass, which is called. v3.13.0 int_from_bytes_impl */
export function intFromBytes(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const params = rt.profile.bytesOfIntsNeedOrder ? FROM_BYTES_IN_FULL : FROM_BYTES;
  if (!parseArgs(rt, 'from_bytes', params, given, argv, nargs, kwnames)) return 0;
  const [source, orderObject, signedObject] = [given[0]!, given[1]!, given[2]!];
  if (orderObject !== 0 && !isStr(rt, orderObject)) {
    return badArgument(rt, 'from_bytes', "argument 'byteorder'", 'str', orderObject);
  }
  const signed = signedObject === 0 ? 0 : isTrue(rt, signedObject);
  if (signed < 0) return 0;
  const little = byteOrder(rt, 'from_bytes', orderObject);
  if (little < 0) return 0;
  const bytes = objectBytes(rt, source);
  if (bytes === 0) return 0;
  bufferOf(rt, bytes);
  const value = readBytes(rt, bufferData(), bufferLength(), little === 1, signed === 1);
  const digits = Math.ceil((8 * bufferLength()) / 30);
  const p = rt.profile.fromBytesGivesSmall
    ? newIntFromBigInt(rt, value, digits)
    : newIntAnew(rt, value, digits);
  decref(rt, bytes);
  if (p === 0 || type === rt.types.int) return p;
  const result = callOneArg(rt, type, p);
  decref(rt, p);
  return result;
}

function readBytes(
  rt: Runtime,
  at: Addr,
  length: number,
  little: boolean,
  signed: boolean,
): bigint {
  let text = '';
  for (let i = 0; i < length; i++) {
    const byte = rt.u8[at + (little ? length - 1 - i : i)]!;
    text += byte.toString(16).padStart(2, '0');
  }
  const value = length === 0 ? 0n : BigInt('0x' + text);
  return signed ? BigInt.asIntN(8 * length, value) : value;
}

function isIterableOrBuffer(rt: Runtime, p: Addr): boolean {
  return lendsBuffer(rt, p) || slotOf(rt, p, TP_ITER) !== 0 || slotOf(rt, p, SQ_ITEM) !== 0;
}

/** A bytes object of what bytes() takes, new. v3.13.0 Objects/bytesobject.c PyObject_Bytes */
function objectBytes(rt: Runtime, p: Addr): Addr {
  if (rt.typeOf(p) === rt.types.bytes) return newRef(rt, p);
  const method = lookupSpecial(rt, p, rt.ids.__bytes__);
  if (method !== 0) decref(rt, method);
  else if (errOccurred(rt)) return 0;
  else if (isStr(rt, p) || !isIterableOrBuffer(rt, p)) {
    const name = typeNameOf(rt, p);
    return raise(rt, rt.exc.TypeError, `cannot convert '${name}' object to bytes`);
  }
  return callOneArg(rt, rt.types.bytes, p);
}
