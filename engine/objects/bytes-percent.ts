/** `format % args` of bytes and bytearray. v3.13.0 Objects/bytesobject.c _PyBytes_FormatEx */
import type { Addr } from '../base/brand.ts';
import { ascii } from './ascii.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { copyOfBuffer } from './byte-arguments.ts';
import { bytesFrom, bytesNew, isBytes } from './bytes.ts';
import { callNoArgs } from './call.ts';
import { errClearIf, errOccurred, raise } from './errors.ts';
import { intToNumber } from './int.ts';
import { lookupSpecial, numberIndex, typeNameOf } from './object.ts';
import { wrongResult } from './wrong-result.ts';
import {
  F_LJUST,
  floatText,
  integerText,
  layOutConverted,
  nextArgument,
  type Percent,
  percentEnd,
  percentLeftOver,
  percentNew,
  readConversion,
  unsupported,
} from './percent-spec.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strData, strLength } from './strings.ts';

const PERCENT = 0x25;
const SPACE = 0x20;

/** New bytes, 0 with an exception. The format stands at `data`. */
export function bytesFormatPercent(rt: Runtime, data: Addr, n: number, args: Addr): Addr {
  const isText = isBytes(rt, args) || rt.typeOf(args) === rt.types.bytearray;
  const p = percentNew(rt, 1, data, n, args, isText || rt.typeOf(args) === rt.types.str);
  const out: number[] = [];
  const fine = writeAll(rt, p, out);
  percentEnd(rt, p);
  return fine ? bytesNew(rt, Uint8Array.from(out)) : 0;
}

function writeAll(rt: Runtime, p: Percent, out: number[]): boolean {
  while (p.at < p.n) {
    const ch = rt.u8[p.data + p.at++]!;
    if (ch !== PERCENT) out.push(ch);
    else if (p.at < p.n && rt.u8[p.data + p.at] === PERCENT) {
      out.push(PERCENT);
      p.at++;
    } else if (!writeConversion(rt, p, out)) return false;
  }
  if (!percentLeftOver(p)) return true;
  raise(rt, rt.exc.TypeError, 'not all arguments converted during bytes formatting');
  return false;
}

function makeKey(rt: Runtime, p: Percent, start: number, end: number): Addr {
  return bytesFrom(rt, p.data + start, end - start);
}

function writeConversion(rt: Runtime, p: Percent, out: number[]): boolean {
  if (!readConversion(rt, p, makeKey)) return false;
  const v = nextArgument(rt, p);
  if (v === 0) return false;
  switch (String.fromCharCode(p.conversion)) {
    case 's':
    case 'b':
      return writeBytesOf(rt, p, v, out);
    case 'r':
    case 'a':
      return writeAscii(rt, p, v, out);
    case 'c':
      return writeCharacter(rt, p, v, out);
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return writeNumber(p, integerText(rt, p, v), out);
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return writeNumber(p, realText(rt, p, v), out);
    default:
      return writeNumber(p, unsupported(rt, p), out);
  }
}

function realText(rt: Runtime, p: Percent, v: Addr): string | null {
  const text = floatText(rt, p, v);
  if (text === null && errClearIf(rt, rt.exc.TypeError)) {
    raise(rt, rt.exc.TypeError, `float argument required, not ${typeNameOf(rt, v)}`);
  }
  return text;
}

function writeNumber(p: Percent, text: string | null, out: number[]): boolean {
  if (text === null) return false;
  for (const ch of layOutConverted(text, p)) out.push(ch.charCodeAt(0));
  return true;
}

/** Writes at most `precision` of `n` bytes in `width` columns. */
function writePadded(p: Percent, u8: Uint8Array, data: Addr, n: number, out: number[]): true {
  const kept = p.precision >= 0 && p.precision < n ? p.precision : n;
  const left = p.flags & F_LJUST ? 0 : p.width - kept;
  for (let i = 0; i < left; i++) out.push(SPACE);
  for (let i = 0; i < kept; i++) out.push(u8[data + i]!);
  for (let i = left > 0 ? left : 0; i < p.width - kept; i++) out.push(SPACE);
  return true;
}

function writeAscii(rt: Runtime, p: Percent, v: Addr, out: number[]): boolean {
  const text = ascii(rt, v);
  if (text === 0) return false;
  writePadded(p, rt.u8, strData(rt, text), strLength(rt, text), out);
  decref(rt, text);
  return true;
}

/** v3.13.0 format_obj */
function writeBytesOf(rt: Runtime, p: Percent, v: Addr, out: number[]): boolean {
  if (!isBytes(rt, v)) {
    const method = lookupSpecial(rt, v, rt.ids.__bytes__);
    if (method !== 0) return writeFromMethod(rt, p, v, method, out);
    if (errOccurred(rt)) return false;
  }
  const content = copyOfBuffer(rt, v);
  if (content !== null) return writePadded(p, content, 0, content.length, out);
  if (errOccurred(rt)) return false;
  raise(
    rt,
    rt.exc.TypeError,
    '%b requires a bytes-like object, or an object that implements __bytes__, ' +
      `not '${typeNameOf(rt, v)}'`,
  );
  return false;
}

function writeFromMethod(
  rt: Runtime,
  p: Percent,
  self: Addr,
  method: Addr,
  out: number[],
): boolean {
  const result = callNoArgs(rt, method);
  decref(rt, method);
  if (result === 0) return false;
  if (bufferOf(rt, result) && isBytes(rt, result)) {
    writePadded(p, rt.u8, bufferData(), bufferLength(), out);
  } else {
    const got = typeNameOf(rt, result);
    const older = `__bytes__ returned non-bytes (type ${got})`;
    raise(rt, rt.exc.TypeError, wrongResult(rt, self, '__bytes__', 'a bytes', result, older));
  }
  decref(rt, result);
  return !errOccurred(rt);
}

/** v3.14.0 byte_converter: bytes and their like tell their length */
function whatItGot(rt: Runtime, v: Addr): string {
  if (!rt.profile.errorWords.byteTellsType) return '';
  const type = typeNameOf(rt, v);
  if (type !== 'bytes' && type !== 'bytearray') return `, not ${type}`;
  bufferOf(rt, v);
  return `, not a ${type} object of length ${bufferLength()}`;
}

/** v3.13.0 byte_converter */
function writeCharacter(rt: Runtime, p: Percent, v: Addr, out: number[]): boolean {
  p.precision = -1;
  if (bufferOf(rt, v) && bufferLength() === 1) return writePadded(p, rt.u8, bufferData(), 1, out);
  const index = numberIndex(rt, v);
  if (index === 0) {
    if (errClearIf(rt, rt.exc.TypeError)) {
      const wanted = '%c requires an integer in range(256) or a single byte';
      raise(rt, rt.exc.TypeError, wanted + whatItGot(rt, v));
    }
    return false;
  }
  const code = intToNumber(rt, index);
  decref(rt, index);
  if (!(code >= 0 && code < 256)) {
    raise(rt, rt.exc.OverflowError, '%c arg not in range(256)');
    return false;
  }
  const one = bytesNew(rt, Uint8Array.of(code));
  if (bufferOf(rt, one)) writePadded(p, rt.u8, bufferData(), 1, out);
  decref(rt, one);
  return true;
}
