/**
 * str.encode and bytes.decode: UTF-8, UTF-16, UTF-32, Latin-1, ASCII, with the error handlers that
 * CPython has built in. v3.13.0 Objects/unicodeobject.c, Python/codecs.c
 *
 * NOT CPYTHON: the result is put together outside the memory and then made with one allocation;
 * no codec or handler can be registered.
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { type Params, parseArgs } from './args.ts';
import { bytesNew } from './bytes.ts';
import { badArgument } from './clinic.ts';
import { decodeUnits, encodeUnits } from './late-parts.ts';
import { raise } from './errors.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strFromUnits } from './str-build.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { fastKeywords, type MethodSpec } from './type-spec.ts';

/** The codecs by the name CPython uses in its errors. */
export type Codec =
  | 'utf-8'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be'
  | 'latin-1'
  | 'ascii';

const ALIASES: Readonly<Record<string, Codec>> = {
  utf8: 'utf-8',
  u8: 'utf-8',
  utf: 'utf-8',
  cp65001: 'utf-8',
  utf16: 'utf-16',
  u16: 'utf-16',
  utf16le: 'utf-16-le',
  utf16be: 'utf-16-be',
  utf32: 'utf-32',
  u32: 'utf-32',
  utf32le: 'utf-32-le',
  utf32be: 'utf-32-be',
  latin1: 'latin-1',
  latin: 'latin-1',
  l1: 'latin-1',
  iso88591: 'latin-1',
  '88591': 'latin-1',
  cp819: 'latin-1',
  ascii: 'ascii',
  usascii: 'ascii',
  '646': 'ascii',
};

/** The codec of this name, in any of its spellings; null with LookupError. */
export function findCodec(rt: Runtime, encoding: string): Codec | null {
  const codec = ALIASES[encoding.toLowerCase().replace(/[-_ ]/g, '')];
  if (codec !== undefined) return codec;
  raise(rt, rt.exc.LookupError, `unknown encoding: ${encoding}`);
  return null;
}

const CODEC_PARAMS: Params = { names: ['encoding', 'errors'], required: 0, positional: 2 };
const given = new Int32Array(2);

/**
 * Reads (encoding='utf-8', errors='strict') into two texts; false with TypeError.
 * v3.13.0 bytes_decode, unicode_encode
 */
export function codecArguments(
  rt: Runtime,
  name: string,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): [encoding: string, errors: string] | null {
  if (!parseArgs(rt, name, CODEC_PARAMS, given, argv, nargs, kwnames)) return null;
  for (let i = 0; i < 2; i++) {
    const p = given[i]!;
    if (p !== 0 && !isStr(rt, p)) {
      badArgument(rt, name, `argument '${CODEC_PARAMS.names[i]}'`, 'str', p);
      return null;
    }
  }
  return [
    given[0] === 0 ? 'utf-8' : strToJs(rt, given[0]!),
    given[1] === 0 ? 'strict' : strToJs(rt, given[1]!),
  ];
}

/** The bytes of `s`; new. v3.13.0 PyUnicode_AsEncodedString */
export function encodeText(rt: Runtime, s: Addr, encoding: string, errors: string): Addr {
  const codec = findCodec(rt, encoding);
  if (codec === null) return 0;
  const units = encodeUnits(rt, s, codec, errors);
  return units === null ? 0 : bytesNew(rt, units);
}

/**
 * The text of `n` bytes at `data`; new. v3.13.0 PyUnicode_Decode
 */
export function decodeText(
  rt: Runtime,
  data: Addr,
  n: Bytes,
  encoding: string,
  errors: string,
): Addr {
  const codec = findCodec(rt, encoding);
  if (codec === null) return 0;
  if (n === 0) return newRef(rt, rt.emptyStr);
  if (codec === 'latin-1') return strFromUnits(rt, 1, data, 0, n);
  if (isAsciiBytes(rt, data, n) && (codec === 'utf-8' || codec === 'ascii')) {
    return strFromUnits(rt, 1, data, 0, n);
  }
  const text = decodeUnits(rt, rt.u8.slice(data, data + n), codec, errors);
  return text === null ? 0 : newStr(rt, text);
}

function isAsciiBytes(rt: Runtime, data: Addr, n: Bytes): boolean {
  const u8 = rt.u8;
  for (let i = data; i < data + n; i++) if (u8[i]! >= 0x80) return false;
  return true;
}

export const encodeMethod: MethodSpec = fastKeywords((rt, s, argv, nargs, kwnames) => {
  const names = codecArguments(rt, 'encode', argv, nargs, kwnames);
  return names === null ? 0 : encodeText(rt, s, names[0], names[1]);
});
