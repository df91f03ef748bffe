/**
 * str.format, str.format_map, str.__format__.
 *
 *     '{0.name[key]!r:>{width}}'
 *       ^--------- field ----^ ^ spec: may hold fields of its own, one level deep
 *        ^ first  ^ rest     ^ conversion
 *
 * v3.13.0 Objects/stringlib/unicode_format.h
 */
import type { Addr } from '../base/brand.ts';
import { ascii } from './ascii.ts';
import { strArgument } from './clinic.ts';
import { raise, raiseObject } from './errors.ts';
import { formatStrSpec } from './format-str.ts';
import { newInt } from './int.ts';
import { intDecimalText } from './int-text.ts';
import {
  formatObject,
  getAttr,
  getItem,
  isSequence,
  repr,
  sequenceGetItem,
  str,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strFromUnits, strUnchanged } from './str-build.ts';
import { strEqual } from './str-compare.ts';
import { StrWriter } from './str-writer.ts';
import { readUnit, strData, strKind, strLength } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { fastKeywords, type MethodSpec, oneArg } from './type-spec.ts';
import { toDecimal } from './unicode-data.ts';

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BRACKET = 0x5b;
const END_BRACKET = 0x5d;
const DOT = 0x2e;
const COLON = 0x3a;
const BANG = 0x21;

/** How fields are numbered so far. v3.13.0 AutoNumberState */
const UNDECIDED = 0;
const AUTOMATIC = 1;
const MANUAL = 2;

/** A call of format: where the values come from, and the text being built. */
interface Formatting {
  readonly text: Addr;
  readonly kind: number;
  readonly data: Addr;
  /** the row of arguments; nargs -1: format_map, which has none */
  readonly argv: Addr;
  readonly nargs: number;
  readonly kwnames: Addr;
  /** for format_map */
  readonly mapping: Addr;
  numbering: number;
  nextNumber: number;
}

/** A field as it stands in the text: ranges of indices. */
interface Field {
  nameStart: number;
  nameEnd: number;
  specStart: number;
  specEnd: number;
  specHasFields: boolean;
  /** code point behind '!', 0 for none */
  conversion: number;
  /** index behind the field */
  end: number;
}

function at(rt: Runtime, f: Formatting, i: number): number {
  return readUnit(rt, f.kind, f.data, i);
}

function badFormat(rt: Runtime, message: string): false {
  raise(rt, rt.exc.ValueError, message);
  return false;
}

/** Writes text[start:end] with its fields replaced. v3.13.0 do_markup, build_string */
function writeMarkup(
  rt: Runtime,
  f: Formatting,
  writer: StrWriter,
  start: number,
  end: number,
  depth: number,
): boolean {
  if (depth <= 0) return badFormat(rt, 'Max string recursion exceeded');
  for (let i = start; i < end;) {
    const literal = i;
    let ch = 0;
    while (i < end) {
      ch = at(rt, f, i++);
      if (ch === OPEN || ch === CLOSE) break;
      ch = 0;
    }
    if (ch === 0) {
      writer.last();
      return writer.substring(rt, f.text, literal, i);
    }
    const doubled = i < end && at(rt, f, i) === ch;
    if (ch === CLOSE && !doubled) {
      return badFormat(rt, "Single '}' encountered in format string");
    }
    if (i >= end) return badFormat(rt, "Single '{' encountered in format string");
    if (doubled && i + 1 === end) writer.last();
    if (!writer.substring(rt, f.text, literal, doubled ? i : i - 1)) return false;
    if (doubled) {
      i++;
      continue;
    }
    const field = parseField(rt, f, i, end);
    if (field === null) return false;
    if (field.end === end) writer.last();
    if (!writeField(rt, f, writer, field, depth)) return false;
    i = field.end;
  }
  return true;
}

/** Reads a field from behind its '{'; null with ValueError. v3.13.0 parse_field */
function parseField(rt: Runtime, f: Formatting, start: number, end: number): Field | null {
  const field: Field = {
    nameStart: start,
    nameEnd: start,
    specStart: 0,
    specEnd: 0,
    specHasFields: false,
    conversion: 0,
    end: start,
  };
  let i = start;
  let ch = 0;
  while (i < end) {
    ch = at(rt, f, i++);
    if (ch === OPEN) {
      badFormat(rt, "unexpected '{' in field name");
      return null;
    }
    if (ch === BRACKET) while (i < end && at(rt, f, i) !== END_BRACKET) i++;
    else if (ch === CLOSE || ch === COLON || ch === BANG) break;
  }
  field.nameEnd = i - 1;
  field.end = i;
  if (ch === BANG) return parseConversion(rt, f, field, i, end);
  if (ch === COLON) return parseSpec(rt, f, field, i, end);
  if (ch === CLOSE) return field;
  badFormat(rt, "expected '}' before end of string");
  return null;
}

function parseConversion(
  rt: Runtime,
  f: Formatting,
  field: Field,
  start: number,
  end: number,
): Field | null {
  let i = start;
  if (i >= end) {
    badFormat(rt, 'end of string while looking for conversion specifier');
    return null;
  }
  field.conversion = at(rt, f, i++);
  if (i < end) {
    const ch = at(rt, f, i++);
    field.end = i;
    if (ch === CLOSE) return field;
    if (ch !== COLON) {
      badFormat(rt, "expected ':' after conversion specifier");
      return null;
    }
  }
  return parseSpec(rt, f, field, i, end);
}

function parseSpec(
  rt: Runtime,
  f: Formatting,
  field: Field,
  start: number,
  end: number,
): Field | null {
  field.specStart = start;
  let open = 1;
  for (let i = start; i < end;) {
    const ch = at(rt, f, i++);
    if (ch === OPEN) {
      field.specHasFields = true;
      open++;
    } else if (ch === CLOSE && --open === 0) {
      field.specEnd = i - 1;
      field.end = i;
      return field;
    }
  }
  badFormat(rt, "unmatched '{' in format spec");
  return null;
}

/** Looks the field up, converts it, formats it, writes it. v3.13.0 output_markup */
function writeField(
  rt: Runtime,
  f: Formatting,
  writer: StrWriter,
  field: Field,
  depth: number,
): boolean {
  let value = fieldValue(rt, f, field);
  if (value === 0) return false;
  if (field.conversion !== 0) {
    const converted = convert(rt, value, field.conversion);
    decref(rt, value);
    if (converted === 0) return false;
    value = converted;
  }
  if (field.specStart === field.specEnd && isWrittenAsIs(rt, value)) {
    const fine = writePlain(rt, writer, value);
    decref(rt, value);
    return fine;
  }
  const spec = fieldSpec(rt, f, field, depth);
  const text = spec === 0 ? 0 : formatObject(rt, value, spec);
  if (spec !== 0) decref(rt, spec);
  decref(rt, value);
  if (text === 0) return false;
  const fine = writer.str(rt, text);
  decref(rt, text);
  return fine;
}

/** An exact str or int without a spec goes into the result directly. v3.13.0 render_field */
function isWrittenAsIs(rt: Runtime, value: Addr): boolean {
  const type = rt.typeOf(value);
  return type === rt.types.str || type === rt.types.int;
}

function writePlain(rt: Runtime, writer: StrWriter, value: Addr): boolean {
  if (rt.typeOf(value) === rt.types.str) return writer.str(rt, value);
  const text = intDecimalText(rt, value);
  return text !== null && writer.ascii(rt, text);
}

/** The spec, its own fields replaced; new. */
function fieldSpec(rt: Runtime, f: Formatting, field: Field, depth: number): Addr {
  if (!field.specHasFields) {
    return strFromUnits(rt, f.kind, f.data, field.specStart, field.specEnd);
  }
  const writer = new StrWriter();
  if (writeMarkup(rt, f, writer, field.specStart, field.specEnd, depth - 1)) {
    return writer.finish(rt);
  }
  writer.drop(rt);
  return 0;
}

/** v3.13.0 do_conversion */
function convert(rt: Runtime, value: Addr, conversion: number): Addr {
  if (conversion === 0x72) return repr(rt, value);
  if (conversion === 0x73) return str(rt, value);
  if (conversion === 0x61) return ascii(rt, value);
  const shown =
    conversion > 32 && conversion < 127
      ? String.fromCharCode(conversion)
      : '\\x' + conversion.toString(16);
  return raise(rt, rt.exc.ValueError, `Unknown conversion specifier ${shown}`);
}

// ---- field names -----------------------------------------------------------------------------------

/** No number there. */
const NOT_A_NUMBER = -1;
/** A number of too many digits: ValueError is set. */
const TOO_LARGE = -2;

/** The decimal number text[start:end]. v3.13.0 get_integer */
function numberAt(rt: Runtime, f: Formatting, start: number, end: number): number {
  if (start >= end) return NOT_A_NUMBER;
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = toDecimal(at(rt, f, i));
    if (digit < 0) return NOT_A_NUMBER;
    value = value * 10 + digit;
    if (value >= 2 ** 63) {
      badFormat(rt, 'Too many decimal digits in format string');
      return TOO_LARGE;
    }
  }
  return value;
}

/** The object that the field's name stands for; new. v3.13.0 get_field_object */
function fieldValue(rt: Runtime, f: Formatting, field: Field): Addr {
  let i = field.nameStart;
  while (i < field.nameEnd && at(rt, f, i) !== DOT && at(rt, f, i) !== BRACKET) i++;
  let value = firstValue(rt, f, field.nameStart, i);
  while (value !== 0 && i < field.nameEnd) {
    const opening = at(rt, f, i++);
    const start = i;
    let next: Addr;
    if (opening === DOT) {
      while (i < field.nameEnd && at(rt, f, i) !== DOT && at(rt, f, i) !== BRACKET) i++;
      next = attributeOf(rt, f, value, start, i);
    } else if (opening === BRACKET) {
      while (i < field.nameEnd && at(rt, f, i) !== END_BRACKET) i++;
      next = itemOf(rt, f, value, start, i, field.nameEnd);
      i++;
    } else {
      next = raise(
        rt,
        rt.exc.ValueError,
        "Only '.' or '[' may follow ']' in format field specifier",
      );
    }
    decref(rt, value);
    value = next;
  }
  return value;
}

function attributeOf(rt: Runtime, f: Formatting, value: Addr, start: number, end: number): Addr {
  if (start === end) return raise(rt, rt.exc.ValueError, 'Empty attribute in format string');
  const name = strFromUnits(rt, f.kind, f.data, start, end);
  if (name === 0) return 0;
  const result = getAttr(rt, value, name);
  decref(rt, name);
  return result;
}

function itemOf(
  rt: Runtime,
  f: Formatting,
  value: Addr,
  start: number,
  end: number,
  limit: number,
): Addr {
  if (end >= limit) return raise(rt, rt.exc.ValueError, "Missing ']' in format string");
  const index = numberAt(rt, f, start, end);
  if (index === TOO_LARGE) return 0;
  if (start === end) return raise(rt, rt.exc.ValueError, 'Empty attribute in format string');
  if (index >= 0 && isSequence(rt, value)) return sequenceGetItem(rt, value, index);
  const key = index >= 0 ? newInt(rt, index) : strFromUnits(rt, f.kind, f.data, start, end);
  if (key === 0) return 0;
  const result = getItem(rt, value, key);
  decref(rt, key);
  return result;
}

/** The argument that the first part of a name chooses; new. */
function firstValue(rt: Runtime, f: Formatting, start: number, end: number): Addr {
  let index = numberAt(rt, f, start, end);
  if (index === TOO_LARGE) return 0;
  const empty = start >= end;
  if (empty || index >= 0) {
    const mode = empty ? AUTOMATIC : MANUAL;
    if (f.numbering === UNDECIDED) f.numbering = mode;
    if (f.numbering !== mode) {
      return raise(
        rt,
        rt.exc.ValueError,
        f.numbering === MANUAL
          ? 'cannot switch from manual field specification to automatic field numbering'
          : 'cannot switch from automatic field numbering to manual field specification',
      );
    }
    if (empty) index = f.nextNumber++;
    return positional(rt, f, index);
  }
  return named(rt, f, start, end);
}

function positional(rt: Runtime, f: Formatting, index: number): Addr {
  if (f.nargs < 0) {
    return raise(rt, rt.exc.ValueError, 'Format string contains positional fields');
  }
  if (index < f.nargs) return newRef(rt, rt.arg(f.argv, index));
  return raise(
    rt,
    rt.exc.IndexError,
    `Replacement index ${index} out of range for positional args tuple`,
  );
}

function named(rt: Runtime, f: Formatting, start: number, end: number): Addr {
  const key = strFromUnits(rt, f.kind, f.data, start, end);
  if (key === 0) return 0;
  let value: Addr = 0;
  if (f.mapping !== 0) value = getItem(rt, f.mapping, key);
  else {
    const n = f.kwnames === 0 ? 0 : tupleSize(rt, f.kwnames);
    let i = 0;
    while (i < n && !strEqual(rt, tupleItem(rt, f.kwnames, i), key)) i++;
    if (i < n) value = newRef(rt, rt.arg(f.argv, f.nargs + i));
    else raiseObject(rt, rt.exc.KeyError, key);
  }
  decref(rt, key);
  return value;
}

/** v3.13.0 do_string_format */
function formatText(
  rt: Runtime,
  text: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
  mapping: Addr,
): Addr {
  const f: Formatting = {
    text,
    kind: strKind(rt, text),
    data: strData(rt, text),
    argv,
    nargs,
    kwnames,
    mapping,
    numbering: UNDECIDED,
    nextNumber: 0,
  };
  const n = strLength(rt, text);
  const writer = new StrWriter(n + 100);
  if (writeMarkup(rt, f, writer, 0, n, 2)) return writer.finish(rt);
  writer.drop(rt);
  return 0;
}

/** `str.__format__(spec)`. v3.13.0 unicode___format__ */
function formatMethod(rt: Runtime, s: Addr, spec: Addr): Addr {
  if (!strArgument(rt, '__format__', 'argument', spec)) return 0;
  if (strLength(rt, spec) === 0) return strUnchanged(rt, s);
  return formatStrSpec(rt, s, spec);
}

export const formatMethods: Readonly<Record<string, MethodSpec>> = {
  format: fastKeywords((rt, s, argv, nargs, kwnames) => formatText(rt, s, argv, nargs, kwnames, 0)),
  format_map: oneArg((rt, s, mapping) => formatText(rt, s, 0, -1, 0, mapping)),
  __format__: oneArg(formatMethod),
};
