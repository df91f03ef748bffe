/** The type str: its slots, construction, and deallocation. v3.13.0 Objects/unicodeobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, parseArgs } from './args.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { badArgument, encodingArgument } from './clinic.ts';
import { noMemory, raise } from './errors.ts';
import { INTERNED_MORTAL, isInternedState, removeInterned } from './interning.ts';
import {
  STATE_ASCII,
  STATE_COMPACT,
  STATE_KIND_MASK,
  STATE_KIND_SHIFT,
  STATE_STATIC,
  STR_HASH,
  STR_LENGTH,
  STR_STATE,
  TP_ALLOC,
  TP_FREE,
  TPFLAGS_BASETYPE,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_UNICODE_SUBCLASS,
} from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { EQ, GE, GT, LE, LT, NE, str, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { freeUtf8, ownUtf8, strConcat, strRepeat, strUnchanged } from './str-build.ts';
import { decodeText } from './str-codec.ts';
import { strCompare, strEqual, strHash } from './str-compare.ts';
import { strIter } from './str-iterators.ts';
import { strMethods } from './str-methods.ts';
import { strFormatPercent } from './late-parts.ts';
import { strRepr } from './str-repr.ts';
import { strContains } from './str-search.ts';
import { strItem, strSubscript } from './str-subscript.ts';
import { isStr, strData, strKind, strLength, strToJs } from './strings.ts';
import { readyType } from './type-ready.ts';

/** Frees a string whose count is 0. v3.13.0 unicode_dealloc */
export function strDealloc(rt: Runtime, s: Addr): void {
  if (isInternedState(rt, s) === INTERNED_MORTAL) removeInterned(rt, s);
  freeUtf8(rt, s);
  const type = rt.typeOf(s);
  if (type === rt.types.str) {
    rt.obj.free(s);
    return;
  }
  const data = rt.ptr(s + rt.layout.strCompactHeader);
  if (data !== 0) rt.tables.free(data);
  rt.fns[rt.i32[(type + TP_FREE) >> 2]!]!(rt, s);
}

/** v3.13.0 PyUnicode_RichCompare */
export function strRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isStr(rt, a) || !isStr(rt, b)) return newRef(rt, rt.notImplemented);
  let answer: boolean;
  if (op === EQ) answer = strEqual(rt, a, b);
  else if (op === NE) answer = !strEqual(rt, a, b);
  else {
    const order = strCompare(rt, a, b);
    if (op === LT) answer = order < 0;
    else if (op === LE) answer = order <= 0;
    else if (op === GT) answer = order > 0;
    else answer = op === GE && order >= 0;
  }
  return newRef(rt, answer ? rt.true : rt.false);
}

/** `self + other` as a slot: looks at the types. v3.13.0 PyUnicode_Concat */
function strConcatSlot(rt: Runtime, self: Addr, other: Addr): Addr {
  if (!isStr(rt, other)) {
    const got = typeNameOf(rt, other);
    return raise(rt, rt.exc.TypeError, `can only concatenate str (not "${got}") to str`);
  }
  return strConcat(rt, self, other);
}

/** v3.13.0 unicode_mod */
function strRemainder(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isStr(rt, a)) return newRef(rt, rt.notImplemented);
  return strFormatPercent(rt, a, b);
}

// ---- construction --------------------------------------------------------------------------------

const NEW_PARAMS = { names: ['object', 'encoding', 'errors'], required: 0, positional: 3 };
const given = new Int32Array(3);

/** v3.13.0 unicode_new */
function strTypeNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'str', NEW_PARAMS, given, args, kwargs)) return 0;
  const text = makeStr(rt, given[0]!, given[1]!, given[2]!);
  if (text === 0 || type === rt.types.str) return text;
  const result = subtypeNew(rt, type, text);
  decref(rt, text);
  return result;
}

/** v3.13.0 unicode_vectorcall */
function strVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (kwnames !== 0) return strTypeNewRow(rt, type, argv, nargs, kwnames);
  if (!checkPositional(rt, 'str', nargs, 0, 3)) return 0;
  if (nargs === 1) return str(rt, rt.arg(argv, 0));
  if (nargs === 0) return newRef(rt, rt.emptyStr);
  return makeStr(rt, rt.arg(argv, 0), rt.arg(argv, 1), nargs > 2 ? rt.arg(argv, 2) : 0);
}

function strTypeNewRow(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!parseArgs(rt, 'str', NEW_PARAMS, given, argv, nargs, kwnames)) return 0;
  return makeStr(rt, given[0]!, given[1]!, given[2]!);
}

/** `str(object, encoding, errors)`, each 0 when not given. v3.13.0 unicode_new_impl */
function makeStr(rt: Runtime, object: Addr, encoding: Addr, errors: Addr): Addr {
  if (!isTextArgument(rt, encoding, 'encoding')) return 0;
  if (!isTextArgument(rt, errors, 'errors')) return 0;
  if (object === 0) return newRef(rt, rt.emptyStr);
  if (encoding === 0 && errors === 0) return str(rt, object);
  return fromEncodedObject(rt, object, encoding, errors);
}

function isTextArgument(rt: Runtime, p: Addr, name: string): boolean {
  if (p === 0 || isStr(rt, p)) return true;
  badArgument(rt, 'str', encodingArgument(rt, name), 'str', p);
  return false;
}

/** v3.13.0 PyUnicode_FromEncodedObject */
function fromEncodedObject(rt: Runtime, object: Addr, encoding: Addr, errors: Addr): Addr {
  if (isStr(rt, object)) return raise(rt, rt.exc.TypeError, 'decoding str is not supported');
  if (!bufferOf(rt, object)) {
    const got = typeNameOf(rt, object);
    return raise(rt, rt.exc.TypeError, `decoding to str: need a bytes-like object, ${got} found`);
  }
  return decodeText(
    rt,
    bufferData(),
    bufferLength(),
    encoding === 0 ? 'utf-8' : strToJs(rt, encoding),
    errors === 0 ? 'strict' : strToJs(rt, errors),
  );
}

/**
 * An instance of a subclass: the characters in a block of their own. `text` is borrowed.
 * v3.13.0 unicode_subtype_new
 */
function subtypeNew(rt: Runtime, type: Addr, text: Addr): Addr {
  const self: Addr = rt.fns[rt.i32[(type + TP_ALLOC) >> 2]!]!(rt, type, 0);
  if (self === 0) return 0;
  const length = strLength(rt, text);
  const kind = strKind(rt, text);
  const ascii = rt.i32[(text + STR_STATE) >> 2]! & STATE_ASCII;
  rt.setSize(self + STR_LENGTH, length);
  rt.i32[(self + STR_HASH) >> 2] = rt.i32[(text + STR_HASH) >> 2]!;
  rt.i32[(self + STR_HASH + 4) >> 2] = rt.i32[(text + STR_HASH + 4) >> 2]!;
  rt.i32[(self + STR_STATE) >> 2] = (kind << STATE_KIND_SHIFT) | ascii;
  const bytes = (length + 1) * kind;
  const data = rt.tables.malloc(bytes);
  if (data === 0) {
    decref(rt, self);
    return noMemory(rt);
  }
  const from = strData(rt, text);
  rt.u8.copyWithin(data, from, from + bytes);
  rt.setPtr(self + rt.layout.strCompactHeader, data);
  if (ascii !== 0) {
    // an ASCII text is its own UTF-8
    rt.setSize(self + rt.layout.strAsciiHeader, length);
    rt.setPtr(self + rt.layout.strAsciiHeader + 8, data);
  }
  return self;
}

/** Blocks of a string besides its own: for the checker. Characters of subclasses, cached UTF-8. */
export function strBlocks(rt: Runtime, s: Addr, visit: (block: Addr) => void): void {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  const utf8 = ownUtf8(rt, s);
  if (utf8 !== 0 && !(state & STATE_STATIC)) visit(utf8);
  if (!(state & STATE_COMPACT)) visit(rt.ptr(s + rt.layout.strCompactHeader));
}

/** v3.13.0 unicode_sizeof */
export function strSizeof(rt: Runtime, s: Addr): number {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  const kind = (state >> STATE_KIND_SHIFT) & STATE_KIND_MASK;
  const data = (strLength(rt, s) + 1) * kind;
  if (state & STATE_COMPACT && state & STATE_ASCII) return rt.layout.strAsciiHeader + data;
  const header = rt.layout.strCompactHeader + (state & STATE_COMPACT ? 0 : 8);
  const hasUtf8 = !(state & STATE_ASCII) && rt.ptr(s + rt.layout.strAsciiHeader + 8) !== 0;
  const utf8 = hasUtf8 ? rt.size(s + rt.layout.strAsciiHeader) + 1 : 0;
  return header + data + utf8;
}

export function initStrType(rt: Runtime): void {
  rt.types.str = readyType(rt, {
    name: 'str',
    basicsize: rt.layout.strCompactHeader + 8,
    flags: TPFLAGS_BASETYPE | TPFLAGS_UNICODE_SUBCLASS | TPFLAGS_MATCH_SELF,
    slots: {
      tp_dealloc: strDealloc,
      tp_repr: strRepr,
      tp_hash: strHash,
      tp_str: strUnchanged,
      tp_richcompare: strRichCompare,
      tp_iter: strIter,
      tp_new: strTypeNew,
      tp_vectorcall: strVectorcall,
      nb_remainder: strRemainder,
      mp_length: strLength,
      mp_subscript: strSubscript,
      sq_length: strLength,
      sq_concat: strConcatSlot,
      sq_repeat: strRepeat,
      sq_item: strItem,
      sq_contains: strContains,
    },
    methods: strMethods(),
  });
}
