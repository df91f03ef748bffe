/** Text to bytes, with error handlers. v3.13.0 Objects/unicodeobject.c, Python/codecs.c */
import type { Addr } from '../base/brand.ts';
import { raise, raiseObject } from './errors.ts';
import { newInt } from './int.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import type { Codec } from './str-codec.ts';
import { hexEscape } from './str-repr.ts';
import { newStr, readUnit, strData, strKind, strLength } from './strings.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';

/** The highest code point a codec can take, and why it refuses others. */
function refusal(codec: Codec): string {
  if (codec === 'ascii') return 'ordinal not in range(128)';
  if (codec === 'latin-1') return 'ordinal not in range(256)';
  return 'surrogates not allowed';
}

function canEncode(codec: Codec, ch: number): boolean {
  if (codec === 'ascii') return ch < 0x80;
  if (codec === 'latin-1') return ch < 0x100;
  return ch < 0xd800 || ch > 0xdfff;
}

/** The encoded text, or null with an exception. */
export function encodeUnits(rt: Runtime, s: Addr, codec: Codec, errors: string): Uint8Array | null {
  const kind = strKind(rt, s);
  const data = strData(rt, s);
  const n = strLength(rt, s);
  const out: number[] = [];
  if (codec === 'utf-16') encodeOne(out, 'utf-16-le', 0xfeff);
  if (codec === 'utf-32') encodeOne(out, 'utf-32-le', 0xfeff);
  for (let i = 0; i < n;) {
    const ch = readUnit(rt, kind, data, i);
    if (canEncode(codec, ch)) {
      encodeOne(out, codec, ch);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < n && !canEncode(codec, readUnit(rt, kind, data, end))) end++;
    if (!handleError(rt, s, codec, errors, i, end, out)) return null;
    i = end;
  }
  return Uint8Array.from(out);
}

function encodeOne(out: number[], codec: Codec, ch: number): void {
  if (codec === 'utf-8') encodeUtf8(out, ch);
  else if (codec === 'ascii' || codec === 'latin-1') out.push(ch);
  else if (codec.startsWith('utf-16')) {
    const bigEndian = codec === 'utf-16-be';
    if (ch < 0x10000) putBytes(out, ch, 2, bigEndian);
    else {
      putBytes(out, 0xd800 + ((ch - 0x10000) >> 10), 2, bigEndian);
      putBytes(out, 0xdc00 + (ch & 0x3ff), 2, bigEndian);
    }
  } else putBytes(out, ch, 4, codec === 'utf-32-be');
}

function putBytes(out: number[], value: number, n: number, bigEndian: boolean): void {
  for (let i = 0; i < n; i++) out.push((value >> (8 * (bigEndian ? n - 1 - i : i))) & 255);
}

function encodeUtf8(out: number[], ch: number): void {
  if (ch < 0x80) out.push(ch);
  else if (ch < 0x800) out.push(0xc0 | (ch >> 6), 0x80 | (ch & 0x3f));
  else if (ch < 0x10000) {
    out.push(0xe0 | (ch >> 12), 0x80 | ((ch >> 6) & 0x3f), 0x80 | (ch & 0x3f));
  } else {
    out.push(0xf0 | (ch >> 18), 0x80 | ((ch >> 12) & 0x3f));
    out.push(0x80 | ((ch >> 6) & 0x3f), 0x80 | (ch & 0x3f));
  }
}

/** What the handler makes of characters [start, end), or an exception and false. */
function handleError(
  rt: Runtime,
  s: Addr,
  codec: Codec,
  errors: string,
  start: number,
  end: number,
  out: number[],
): boolean {
  if (errors === 'ignore') return true;
  for (let i = start; i < end; i++) {
    const ch = readUnit(rt, strKind(rt, s), strData(rt, s), i);
    if (errors === 'surrogateescape' && ch >= 0xdc80 && ch <= 0xdcff) out.push(ch - 0xdc00);
    else if (errors === 'surrogatepass' && codec.startsWith('utf')) encodeOne(out, codec, ch);
    else {
      const text = replacement(errors, ch);
      if (text === null) return refuse(rt, s, codec, errors, start, end);
      for (const unit of text) encodeOne(out, codec, unit.charCodeAt(0));
    }
  }
  return true;
}

function replacement(errors: string, ch: number): string | null {
  if (errors === 'replace') return '?';
  if (errors === 'backslashreplace') return hexEscape(ch);
  if (errors === 'xmlcharrefreplace') return `&#${ch};`;
  return null;
}

const HANDLERS = ['strict', 'surrogateescape', 'surrogatepass'];

function refuse(
  rt: Runtime,
  s: Addr,
  codec: Codec,
  errors: string,
  start: number,
  end: number,
): false {
  if (!HANDLERS.includes(errors)) unknownHandler(rt, errors);
  else raiseCoding(rt, rt.exc.UnicodeEncodeError, codec, newRef(rt, s), start, end, refusal(codec));
  return false;
}

/** LookupError for an error handler that does not exist. */
export function unknownHandler(rt: Runtime, errors: string): 0 {
  return raise(rt, rt.exc.LookupError, `unknown error handler name '${errors}'`);
}

/**
 * Raises UnicodeEncodeError or UnicodeDecodeError(codec, object, start, end, reason).
 * @param object stolen. @returns 0
 */
export function raiseCoding(
  rt: Runtime,
  type: Addr,
  codec: string,
  object: Addr,
  start: number,
  end: number,
  reason: string,
): 0 {
  const args = object === 0 ? 0 : tupleNew(rt, 5);
  if (args === 0) {
    if (object !== 0) decref(rt, object);
    return 0;
  }
  tupleSetItem(rt, args, 0, newStr(rt, codec));
  tupleSetItem(rt, args, 1, object);
  tupleSetItem(rt, args, 2, newInt(rt, start));
  tupleSetItem(rt, args, 3, newInt(rt, end));
  tupleSetItem(rt, args, 4, newStr(rt, reason));
  raiseObject(rt, type, args);
  decref(rt, args);
  return 0;
}
