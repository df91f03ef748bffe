/**
 * What a character is, and its case mappings. v3.13.0 Objects/unicodectype.c, unicodetype_db.h
 *
 * The tables (unicode-tables.ts) are unpacked at first use into constants of the module: they are
 * the same for every machine, and no part of its state.
 */
import { unicodePart } from './late-parts.ts';
import { unpackAscii, unpackSets } from './late-parts.ts';

export { isSpace, mapCase, toDecimal } from './late-parts.ts';

// Properties of a character, bits of `charFlags`. The order is that of record-unicode-tables.py.
export const IS_ALPHA = 1 << 0;
export const IS_DECIMAL = 1 << 1;
export const IS_DIGIT = 1 << 2;
export const IS_NUMERIC = 1 << 3;
export const IS_SPACE = 1 << 4;
export const IS_UPPER = 1 << 5;
export const IS_LOWER = 1 << 6;
export const IS_TITLE = 1 << 7;
export const IS_PRINTABLE = 1 << 8;
export const IS_XID_START = 1 << 9;
export const IS_XID_CONTINUE = 1 << 10;
/** counts as a letter with case before a final sigma; not when it is CASE_IGNORABLE */
export const IS_CASED = 1 << 11;
export const IS_CASE_IGNORABLE = 1 << 12;
let setOf: Uint8Array | null = null;

/** The properties of a code point: the IS_ bits. */
export function charFlags(ch: number): number {
  asciiFlags ??= unpackAscii();
  if (ch < 0x80) return asciiFlags[ch]!;
  setOf ??= unpackSets();
  return unicodePart.code.PROPERTY_SETS[setOf[ch]!]!;
}

let asciiFlags: Int32Array | null = null;

export function isPrintable(ch: number): boolean {
  if (ch < 0x7f) return ch >= 0x20;
  return (charFlags(ch) & IS_PRINTABLE) !== 0;
}

/** What ends a line for splitlines. v3.13.0 Py_UNICODE_ISLINEBREAK */
export function isLineBreak(ch: number): boolean {
  if (ch < 0x80) return (ch >= 10 && ch <= 13) || (ch >= 0x1c && ch <= 0x1e);
  return ch === 0x85 || ch === 0x2028 || ch === 0x2029;
}
export const TO_UPPER = 0;
export const TO_LOWER = 1;
export const TO_TITLE = 2;
export const TO_FOLD = 3;

/** Where `mapCase` writes; the longest mapping has three. */
export const mapped = new Int32Array(3);
