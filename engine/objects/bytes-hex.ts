/** hex, fromhex, decode of bytes and bytearray. v3.13.0 Python/pystrhex.c, Objects/bytesobject.c */
import type { Addr } from '../base/brand.ts';
import { type Params, parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { contentOf } from './byte-arguments.ts';
import { bytesNew, isBytes } from './bytes.ts';
import { callOneArg } from './call.ts';
import { intArgument, strArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { lengthOf, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { codecArguments, decodeText } from './str-codec.ts';
import { isStr, newStr, strReadChar, strToJs } from './strings.ts';
import { classMethod, fastKeywords, type MethodSpec, oneArg } from './type-spec.ts';

const HEX_PARAMS: Params = { names: ['sep', 'bytes_per_sep'], required: 0, positional: 2 };
const given = new Int32Array(2);

/** v3.13.0 _Py_strhex_impl */
function hex(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'hex', HEX_PARAMS, given, argv, nargs, kwnames)) return 0;
  const sepArg = given[0]!;
  const group = given[1] === 0 ? 1 : intArgument(rt, given[1]!);
  if (Number.isNaN(group)) return 0;
  const sep = sepArg === 0 ? '' : separator(rt, sepArg);
  if (sep === null) return 0;
  const pairs = Array.from(contentOf(rt, self), (ch) => ch.toString(16).padStart(2, '0'));
  return newStr(rt, grouped(pairs, sep, group));
}

/** Groups count from the right when positive, from the left when negative. */
function grouped(pairs: readonly string[], sep: string, group: number): string {
  const size = Math.abs(group);
  if (sep === '' || size === 0) return pairs.join('');
  const first = group > 0 ? pairs.length % size : 0;
  const groups = first > 0 ? [pairs.slice(0, first).join('')] : [];
  for (let i = first; i < pairs.length; i += size) groups.push(pairs.slice(i, i + size).join(''));
  return groups.join(sep);
}

function separator(rt: Runtime, p: Addr): string | null {
  const length = lengthOf(rt, p);
  if (length < 0) return null;
  if (length !== 1) return refuse(rt, rt.exc.ValueError, 'sep must be length 1.');
  const isText = isStr(rt, p);
  if (!isText && !isBytes(rt, p)) return refuse(rt, rt.exc.TypeError, 'sep must be str or bytes.');
  const ch = isText ? strReadChar(rt, p, 0) : contentOf(rt, p)[0]!;
  return ch < 0x80 ? String.fromCharCode(ch) : refuse(rt, rt.exc.ValueError, 'sep must be ASCII.');
}

function refuse(rt: Runtime, type: Addr, message: string): null {
  raise(rt, type, message);
  return null;
}

/** v3.13.0 _PyBytes_FromHex */
function fromHex(rt: Runtime, type: Addr, text: Addr): Addr {
  const digits = hexDigits(rt, text);
  const values = digits === null ? null : hexValues(rt, digits);
  if (values === null) return 0;
  if (type === rt.types.bytes) return bytesNew(rt, values);
  const plain = bytesNew(rt, values);
  if (plain === 0) return 0;
  const result = callOneArg(rt, type, plain);
  decref(rt, plain);
  return result;
}

/** The text that is to be read; from 3.14 on that of bytes as well. */
function hexDigits(rt: Runtime, text: Addr): string | null {
  if (!rt.profile.hexOfBytes) {
    return strArgument(rt, 'fromhex', 'argument', text) ? strToJs(rt, text) : null;
  }
  if (isStr(rt, text)) return strToJs(rt, text);
  if (bufferOf(rt, text))
    return Array.from(contentOf(rt, text), (code) => String.fromCharCode(code)).join('');
  const got = typeNameOf(rt, text);
  return refuse(rt, rt.exc.TypeError, `fromhex() argument must be str or bytes-like, not ${got}`);
}

function hexValues(rt: Runtime, js: string): Uint8Array | null {
  const ascii = js.search(/[^\0-\x7f]/);
  const n = ascii < 0 ? js.length : ascii;
  const values: number[] = [];
  let i = 0;
  let bad = n < js.length ? n : -1;
  while (i < n && bad < 0) {
    if (/[ \t-\r]/.test(js[i]!)) i++;
    else if (!/[0-9a-fA-F]/.test(js[i]!)) bad = i;
    else if (!/[0-9a-fA-F]/.test(js[i + 1] ?? '')) bad = i + 1;
    else {
      values.push(parseInt(js.slice(i, i + 2), 16));
      i += 2;
    }
  }
  if (bad < 0) return Uint8Array.from(values);
  if (bad === js.length && rt.profile.hexOfBytes) {
    const text = 'fromhex() arg must contain an even number of hexadecimal digits';
    return refuse(rt, rt.exc.ValueError, text);
  }
  return refuse(
    rt,
    rt.exc.ValueError,
    `non-hexadecimal number found in fromhex() arg at position ${bad}`,
  );
}

function decode(rt: Runtime, self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const names = codecArguments(rt, 'decode', argv, nargs, kwnames);
  if (names === null) return 0;
  bufferOf(rt, self);
  return decodeText(rt, bufferData(), bufferLength(), names[0], names[1]);
}

export const byteHexMethods: Readonly<Record<string, MethodSpec>> = {
  decode: fastKeywords(decode),
  hex: fastKeywords(hex),
  fromhex: classMethod(oneArg(fromHex)),
};
