/** ASCII case and character tests of bytes and bytearray. v3.13.0 Objects/bytes_methods.c, Python/pyctype.c */
import type { Addr } from '../base/brand.ts';
import { contentOf, sameKind } from './byte-arguments.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { type MethodSpec, noArgs } from './type-spec.ts';

/** Space, \t \n \v \f \r. v3.13.0 Py_ISSPACE */
export function isByteSpace(ch: number): boolean {
  return ch === 0x20 || (ch >= 9 && ch <= 13);
}

function isLower(ch: number): boolean {
  return ch >= 0x61 && ch <= 0x7a;
}

function isUpper(ch: number): boolean {
  return ch >= 0x41 && ch <= 0x5a;
}

function isDigit(ch: number): boolean {
  return ch >= 0x30 && ch <= 0x39;
}

function isLetter(ch: number): boolean {
  return isLower(ch) || isUpper(ch);
}

function toLower(ch: number): number {
  return isUpper(ch) ? ch + 32 : ch;
}

function toUpper(ch: number): number {
  return isLower(ch) ? ch - 32 : ch;
}

function predicate(test: (bytes: Uint8Array) => boolean): MethodSpec {
  return noArgs((rt: Runtime, self: Addr) =>
    newRef(rt, test(contentOf(rt, self)) ? rt.true : rt.false),
  );
}

function every(test: (ch: number) => boolean): MethodSpec {
  return predicate((bytes) => bytes.length > 0 && bytes.every(test));
}

function isTitle(bytes: Uint8Array): boolean {
  let seen = false;
  let inWord = false;
  for (const ch of bytes) {
    if (isUpper(ch) ? inWord : isLower(ch) && !inWord) return false;
    inWord = isLetter(ch);
    seen ||= inWord;
  }
  return seen;
}

function mapping(map: (ch: number, i: number, bytes: Uint8Array) => number): MethodSpec {
  return noArgs((rt: Runtime, self: Addr) => {
    const from = contentOf(rt, self);
    return sameKind(rt, self, from.map(map));
  });
}

function titleAt(ch: number, i: number, bytes: Uint8Array): number {
  return i > 0 && isLetter(bytes[i - 1]!) ? toLower(ch) : toUpper(ch);
}

export const byteCaseMethods: Readonly<Record<string, MethodSpec>> = {
  isalnum: every((ch) => isLetter(ch) || isDigit(ch)),
  isalpha: every(isLetter),
  isascii: predicate((bytes) => bytes.every((ch) => ch < 0x80)),
  isdigit: every(isDigit),
  isspace: every(isByteSpace),
  islower: predicate((bytes) => bytes.some(isLower) && !bytes.some(isUpper)),
  isupper: predicate((bytes) => bytes.some(isUpper) && !bytes.some(isLower)),
  istitle: predicate(isTitle),
  lower: mapping(toLower),
  upper: mapping(toUpper),
  swapcase: mapping((ch) => (isLower(ch) ? toUpper(ch) : toLower(ch))),
  capitalize: mapping((ch, i) => (i === 0 ? toUpper(ch) : toLower(ch))),
  title: mapping(titleAt),
};
