/**
 * Objects in words: one line about any object, read from memory alone.
 *
 * Nothing here runs Python: a `__repr__` of the program's would change what is looked at.
 */
import type { Addr } from '../base/brand.ts';
import { bytesToArray } from '../objects/bytes.ts';
import { methodDefName } from '../objects/cfunction.ts';
import { dictLen } from '../objects/dict.ts';
import { floatRepr } from '../objects/float.ts';
import { intToBigInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { listSize } from '../objects/list.ts';
import type { Runtime } from '../objects/runtime.ts';
import { setLen } from '../objects/set.ts';
import { strLength, strToJs } from '../objects/strings.ts';
import { tupleSize } from '../objects/tuple.ts';
import { typeName } from '../objects/type-object.ts';

/** Characters of a description before it is cut. */
const MAX_TEXT = 40;

/** Digits of an int that are written out; longer ones are told by their size. */
const MAX_DIGITS_WORDS = 5;

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT - 1)}…`;
}

/** Escapes that have letters of their own. */
const LETTERS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
};

/** Whether a character below 256 shows itself: repr of a str escapes the others. */
const isShown = (code: number) => (code >= 0xa1 ? code !== 0xad : code >= 0x20 && code < 0x7f);

/** @param plain characters from this one on are escaped, too: those of bytes, from 0x80 */
function quote(text: string, plain = 0x110000): string {
  const escaped = Array.from(text, (character) => {
    const code = character.codePointAt(0)!;
    const letter = LETTERS[character];
    if (letter !== undefined) return letter;
    return code < plain && isShown(code) ? character : `\\x${code.toString(16).padStart(2, '0')}`;
  }).join('');
  return escaped.includes("'") && !escaped.includes('"')
    ? `"${escaped}"`
    : `'${escaped.replace(/'/g, "\\'")}'`;
}

/** Whether the object's value is all there is to it: it refers to nothing. */
export function isAtom(rt: Runtime, p: Addr): boolean {
  const type = rt.typeOf(p);
  const { types } = rt;
  return (
    type === types.int ||
    type === types.bool ||
    type === types.float ||
    type === types.complex ||
    type === types.str ||
    type === types.bytes ||
    type === types.none ||
    type === types.ellipsis ||
    type === types.notImplemented
  );
}

/** One line about an object. */
export function describe(rt: Runtime, p: Addr): string {
  return cut(describeAtom(rt, p) ?? describeContainer(rt, p) ?? describeCode(rt, p));
}

function describeAtom(rt: Runtime, p: Addr): string | null {
  const { types } = rt;
  switch (rt.typeOf(p)) {
    case types.int:
      return describeInt(rt, p);
    case types.bool:
      return p === rt.true ? 'True' : 'False';
    case types.none:
      return 'None';
    case types.ellipsis:
      return 'Ellipsis';
    case types.notImplemented:
      return 'NotImplemented';
    case types.float:
      return floatRepr(rt.f64[(p + L.FLOAT_VALUE) >> 3]!);
    case types.complex:
      return `${floatRepr(rt.f64[(p + L.COMPLEX_REAL) >> 3]!)}+${floatRepr(rt.f64[(p + L.COMPLEX_IMAG) >> 3]!)}j`;
    case types.str:
      return strLength(rt, p) > 4 * MAX_TEXT ? `str of ${strLength(rt, p)}` : quote(strToJs(rt, p));
    case types.bytes:
      return `b${quote(String.fromCharCode(...bytesToArray(rt, p).slice(0, MAX_TEXT)), 0x80)}`;
    default:
      return null;
  }
}

function describeInt(rt: Runtime, p: Addr): string {
  const tag = rt.i32[(p + L.LV_TAG) >> 2]!;
  const digits = rt.layout.intTagged ? tag >> 3 : Math.abs(tag);
  return digits > MAX_DIGITS_WORDS ? `int of ${digits} digits` : String(intToBigInt(rt, p));
}

function describeContainer(rt: Runtime, p: Addr): string | null {
  const { types } = rt;
  const items = (n: number) => `${n} ${n === 1 ? 'item' : 'items'}`;
  switch (rt.typeOf(p)) {
    case types.list:
      return listSize(rt, p) === 0 ? '[]' : `[${items(listSize(rt, p))}]`;
    case types.tuple:
      return tupleSize(rt, p) === 0 ? '()' : `(${items(tupleSize(rt, p))})`;
    case types.dict:
      return dictLen(rt, p) === 0 ? '{}' : `{${items(dictLen(rt, p))}}`;
    case types.set:
    case types.frozenset:
      return setLen(rt, p) === 0 ? 'set()' : `{${items(setLen(rt, p))}}`;
    default:
      return null;
  }
}

function describeCode(rt: Runtime, p: Addr): string {
  const { types } = rt;
  const type = rt.typeOf(p);
  if (type === types.function) return `${strToJs(rt, rt.ptr(p + L.FUNC_QUALNAME))}()`;
  if (type === types.builtinFunction) return `${methodDefName(rt, rt.ptr(p + L.CFUNCTION_ML))}()`;
  if (type === types.method) return `bound ${describe(rt, rt.ptr(p + L.METHOD_FUNC))}`;
  if (type === types.module) return strToJs(rt, rt.ptr(p + L.MODULE_NAME));
  if (rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_TYPE_SUBCLASS)
    return `class ${typeName(rt, p)}`;
  if (type === types.code) return `code of ${strToJs(rt, rt.ptr(p + L.CO_NAME))}`;
  return typeName(rt, type);
}
