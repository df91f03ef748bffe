/** Bytes to text, with error handlers. v3.13.0 Objects/unicodeobject.c, stringlib/codecs.h */
import { bytesNew } from './bytes.ts';
import { raiseCoding, unknownHandler } from './codec-encode.ts';
import type { Runtime } from './runtime.ts';
import type { Codec } from './str-codec.ts';
import { hexEscape } from './str-repr.ts';

/** A decoder at work: the input, where it stands, and what came out. */
interface Decoding {
  readonly bytes: Uint8Array;
  /** as the exception names it */
  codec: Codec;
  at: number;
  text: string;
  /** set when the bytes from `at` to `errorEnd` cannot be decoded */
  reason: string;
  errorEnd: number;
}

/** The decoded text, or null with an exception. */
export function decodeUnits(
  rt: Runtime,
  bytes: Uint8Array,
  codec: Codec,
  errors: string,
): string | null {
  const d: Decoding = { bytes, codec, at: 0, text: '', reason: '', errorEnd: 0 };
  readByteOrderMark(d);
  const step = d.codec === 'utf-8' ? stepUtf8 : stepOf(d.codec);
  while (d.at < bytes.length) {
    step(d);
    if (d.reason === '') continue;
    if (!handleError(rt, d, errors)) return null;
    d.at = d.errorEnd;
    d.reason = '';
  }
  return d.text;
}

function stepOf(codec: Codec): (d: Decoding) => void {
  if (codec === 'ascii') return stepAscii;
  return codec.startsWith('utf-16') ? stepUtf16 : stepUtf32;
}

/** For the codecs without a named order: little-endian unless a mark says otherwise. */
function readByteOrderMark(d: Decoding): void {
  const b = d.bytes;
  if (d.codec === 'utf-16') {
    d.codec = b[0] === 0xfe && b[1] === 0xff ? 'utf-16-be' : 'utf-16-le';
    if ((b[0] === 0xff && b[1] === 0xfe) || d.codec === 'utf-16-be') d.at = 2;
  } else if (d.codec === 'utf-32') {
    const big = b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff;
    d.codec = big ? 'utf-32-be' : 'utf-32-le';
    const little = b[0] === 0xff && b[1] === 0xfe && b[2] === 0 && b[3] === 0;
    if ((big || little) && b.length >= 4) d.at = 4;
  }
}

function fail(d: Decoding, reason: string, length: number): void {
  d.reason = reason;
  d.errorEnd = Math.min(d.at + length, d.bytes.length);
}

function accept(d: Decoding, ch: number, length: number): void {
  d.text += String.fromCodePoint(ch);
  d.at += length;
}

function stepAscii(d: Decoding): void {
  const ch = d.bytes[d.at]!;
  if (ch < 0x80) accept(d, ch, 1);
  else fail(d, 'ordinal not in range(128)', 1);
}

const INVALID_START = 'invalid start byte';
const INVALID_CONTINUATION = 'invalid continuation byte';
const UNEXPECTED_END = 'unexpected end of data';

/** Bytes of a UTF-8 sequence by its first; 0 for none. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  return first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
}

/** One character, or how many bytes are to blame. v3.13.0 Objects/stringlib/codecs.h utf8_decode */
function stepUtf8(d: Decoding): void {
  const first = d.bytes[d.at]!;
  const length = sequenceLength(first);
  if (length === 0) return fail(d, INVALID_START, 1);
  let ch = length === 1 ? first : first & (0x7f >> length);
  for (let k = 1; k < length; k++) {
    const next = d.bytes[d.at + k];
    if (next === undefined) return fail(d, UNEXPECTED_END, length);
    if ((next & 0xc0) !== 0x80) return fail(d, INVALID_CONTINUATION, k);
    if (k === 1 && !isAllowedSecond(first, next)) return fail(d, INVALID_CONTINUATION, 1);
    ch = (ch << 6) | (next & 0x3f);
  }
  accept(d, ch, length);
}

/** Refuses overlong forms, surrogates and what lies above the last code point. */
function isAllowedSecond(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0;
  if (first === 0xed) return second < 0xa0;
  if (first === 0xf0) return second >= 0x90;
  return first !== 0xf4 || second < 0x90;
}

function unit(d: Decoding, at: number, n: number, bigEndian: boolean): number {
  let value = 0;
  for (let i = 0; i < n; i++) {
    value = value * 256 + d.bytes[bigEndian ? at + i : at + n - 1 - i]!;
  }
  return value;
}

/** v3.13.0 Objects/stringlib/codecs.h utf16_decode */
function stepUtf16(d: Decoding): void {
  const left = d.bytes.length - d.at;
  if (left < 2) return fail(d, 'truncated data', left);
  const bigEndian = d.codec === 'utf-16-be';
  const ch = unit(d, d.at, 2, bigEndian);
  if (ch < 0xd800 || ch > 0xdfff) return accept(d, ch, 2);
  if (ch >= 0xdc00) return fail(d, 'illegal encoding', 2);
  if (left < 4) return fail(d, UNEXPECTED_END, left);
  const low = unit(d, d.at + 2, 2, bigEndian);
  if (low < 0xdc00 || low > 0xdfff) return fail(d, 'illegal UTF-16 surrogate', 2);
  accept(d, 0x10000 + ((ch - 0xd800) << 10) + (low - 0xdc00), 4);
}

/** v3.13.0 PyUnicode_DecodeUTF32Stateful */
function stepUtf32(d: Decoding): void {
  const left = d.bytes.length - d.at;
  if (left < 4) return fail(d, 'truncated data', left);
  const ch = unit(d, d.at, 4, d.codec === 'utf-32-be');
  if (ch > 0x10ffff) return fail(d, 'code point not in range(0x110000)', 4);
  if (ch >= 0xd800 && ch <= 0xdfff) {
    return fail(d, 'code point in surrogate code point range(0xd800, 0xe000)', 4);
  }
  accept(d, ch, 4);
}

/** Adds what the handler makes of the bytes to blame, or false with an exception. */
function handleError(rt: Runtime, d: Decoding, errors: string): boolean {
  const bad = d.bytes.subarray(d.at, d.errorEnd);
  if (errors === 'ignore') return true;
  if (errors === 'replace') {
    d.text += '\ufffd';
    return true;
  }
  if (errors === 'backslashreplace') {
    for (const byte of bad) d.text += hexEscape(byte);
    return true;
  }
  if (errors === 'surrogateescape' && bad[0]! >= 0x80) return escapeBytes(d);
  if (errors === 'surrogatepass' && passSurrogate(d)) return true;
  if (['strict', 'surrogateescape', 'surrogatepass'].includes(errors)) {
    const object = bytesNew(rt, d.bytes);
    raiseCoding(rt, rt.exc.UnicodeDecodeError, d.codec, object, d.at, d.errorEnd, d.reason);
  } else unknownHandler(rt, errors);
  return false;
}

/** Bytes from 128 on as lone surrogates; at most up to the first that is ASCII. */
function escapeBytes(d: Decoding): true {
  let at = d.at;
  while (at < d.errorEnd && d.bytes[at]! >= 0x80) {
    d.text += String.fromCharCode(0xdc00 + d.bytes[at++]!);
  }
  d.errorEnd = at;
  return true;
}

/** Decodes a lone surrogate of the UTF codecs. v3.13.0 Python/codecs.c PyCodec_SurrogatePassErrors */
function passSurrogate(d: Decoding): boolean {
  const b = d.bytes;
  let ch = 0;
  let length = 3;
  if (d.codec === 'utf-8') {
    if ((b[d.at]! & 0xf0) === 0xe0 && b.length - d.at >= 3) {
      ch = ((b[d.at]! & 0xf) << 12) | ((b[d.at + 1]! & 0x3f) << 6) | (b[d.at + 2]! & 0x3f);
    }
  } else if (d.codec.startsWith('utf-')) {
    length = d.codec.startsWith('utf-16') ? 2 : 4;
    if (b.length - d.at >= length) ch = unit(d, d.at, length, d.codec.endsWith('be'));
  }
  if (ch < 0xd800 || ch > 0xdfff) return false;
  d.text += String.fromCharCode(ch);
  d.errorEnd = d.at + length;
  return true;
}
