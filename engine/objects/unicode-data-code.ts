/** What few programs need of what unicode-data.ts is about. */
import { unicodePart } from './late-parts.ts';
import {
  charFlags,
  IS_ALPHA,
  IS_CASE_IGNORABLE,
  IS_CASED,
  IS_DECIMAL,
  IS_DIGIT,
  IS_LOWER,
  IS_NUMERIC,
  IS_PRINTABLE,
  IS_SPACE,
  IS_UPPER,
  IS_XID_CONTINUE,
  IS_XID_START,
  mapped,
  TO_FOLD,
  TO_LOWER,
  TO_TITLE,
  TO_UPPER,
} from './unicode-data.ts';

const CODE_POINTS = 0x110000;

/** The same as the table has for them (asserted by a test), which is not needed for ASCII alone. */
export function unpackAscii(): Int32Array {
  const flags = new Int32Array(0x80);
  for (let ch = 0; ch < 0x80; ch++) flags[ch] = asciiFlagsOf(String.fromCharCode(ch));
  return flags;
}

function asciiFlagsOf(ch: string): number {
  const word = IS_XID_CONTINUE | IS_PRINTABLE;
  if (/[A-Z]/.test(ch)) return word | IS_XID_START | IS_ALPHA | IS_UPPER | IS_CASED;
  if (/[a-z]/.test(ch)) return word | IS_XID_START | IS_ALPHA | IS_LOWER | IS_CASED;
  if (/[0-9]/.test(ch)) return word | IS_DECIMAL | IS_DIGIT | IS_NUMERIC;
  if (ch === '_') return word | IS_XID_START;
  const ignorable = /['.:^`]/.test(ch) ? IS_CASE_IGNORABLE : 0;
  const space = /[\t-\r\x1c-\x20]/.test(ch) ? IS_SPACE : 0;
  return ignorable | space | (/[ -~]/.test(ch) ? IS_PRINTABLE : 0);
}

export function unpackSets(): Uint8Array {
  const { PROPERTY_RUNS, SET_LETTERS } = unicodePart.code;
  const table = new Uint8Array(CODE_POINTS);
  let at = 0;
  for (const run of PROPERTY_RUNS.matchAll(/([^0-9a-z])([0-9a-z]*)/g)) {
    const end = at + (run[2] === '' ? 1 : parseInt(run[2]!, 36));
    table.fill(SET_LETTERS.indexOf(run[1]!), at, end);
    at = end;
  }
  return table;
}

/** v3.13.0 Py_UNICODE_ISSPACE */
export function isSpace(ch: number): boolean {
  if (ch < 0x80) return ch === 0x20 || (ch >= 9 && ch <= 13) || (ch >= 0x1c && ch <= 0x1f);
  return (charFlags(ch) & IS_SPACE) !== 0;
}

/** 0 to 9 for a decimal digit of any script, -1 for all else. v3.13.0 _PyUnicode_ToDecimalDigit */
export function toDecimal(ch: number): number {
  if (ch < 0x80) return ch >= 0x30 && ch <= 0x39 ? ch - 0x30 : -1;
  if (!(charFlags(ch) & IS_DECIMAL)) return -1;
  // the digits of a script follow each other, and runs of several scripts start with a 0
  let start = ch;
  while (charFlags(start - 1) & IS_DECIMAL) start--;
  return (ch - start) % 10;
}

/** Case mappings of one kind: to one code point, and to several. */
interface Mapping {
  readonly one: ReadonlyMap<number, number>;
  readonly many: ReadonlyMap<number, readonly number[]>;
}

const mappings: (Mapping | null)[] = [null, null, null, null];

function mappingOf(which: number): Mapping {
  mappings[which] ??= readMapping(which);
  return mappings[which];
}

function readMapping(which: number): Mapping {
  const t = unicodePart.code;
  const runs = [t.UPPER_RUNS, t.LOWER_RUNS, t.TITLE_RUNS, t.FOLD_RUNS];
  const many = [t.UPPER_MANY, t.LOWER_MANY, t.TITLE_MANY, t.FOLD_MANY];
  return unpackMapping(runs[which]!, many[which]!);
}

function unpackMapping(runs: string, many: string): Mapping {
  const one = new Map<number, number>();
  let start = 0;
  for (const run of runs.matchAll(/(\w+),(\w*)([,.])(-?\w+);/g)) {
    start += parseInt(run[1]!, 36);
    const count = run[2] === '' ? 1 : parseInt(run[2]!, 36);
    const step = run[3] === '.' ? 2 : 1;
    const delta = parseInt(run[4]!, 36);
    for (let i = 0; i < count; i++) one.set(start + i * step, start + i * step + delta);
  }
  const several = new Map<number, readonly number[]>();
  let code = 0;
  for (const entry of many.matchAll(/(\w+),([\w.]+);/g)) {
    code += parseInt(entry[1]!, 36);
    several.set(
      code,
      entry[2]!.split('.').map((to) => parseInt(to, 36)),
    );
  }
  return { one, many: several };
}

/**
 * The full mapping of a character into `mapped`: TO_UPPER, TO_LOWER (without the final sigma),
 * TO_TITLE or TO_FOLD.
 * @returns how many code points. v3.13.0 _PyUnicode_ToUpperFull and its kin
 */
export function mapCase(which: number, ch: number): number {
  if (ch < 0x80) {
    mapped[0] = mapAscii(which, ch);
    return 1;
  }
  const special = lookUp(which, ch);
  if (special > 0) return special;
  if (which === TO_TITLE || which === TO_FOLD) {
    const base = lookUp(which === TO_TITLE ? TO_UPPER : TO_LOWER, ch);
    if (base > 0) return base;
  }
  mapped[0] = ch;
  return 1;
}

function mapAscii(which: number, ch: number): number {
  if (which === TO_UPPER || which === TO_TITLE) return ch >= 0x61 && ch <= 0x7a ? ch - 0x20 : ch;
  return ch >= 0x41 && ch <= 0x5a ? ch + 0x20 : ch;
}

function lookUp(which: number, ch: number): number {
  const mapping = mappingOf(which);
  const to = mapping.one.get(ch);
  if (to !== undefined) {
    mapped[0] = to;
    return 1;
  }
  const several = mapping.many.get(ch);
  if (several === undefined) return 0;
  for (let i = 0; i < several.length; i++) mapped[i] = several[i]!;
  return several.length;
}
