/** The type str: its slots, construction, and deallocation. v3.13.0 Objects/unicodeobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { raise } from './errors.ts';
import { INTERNED_MORTAL, isInternedState, removeInterned } from './interning.ts';
import {
  STATE_COMPACT,
  STATE_STATIC,
  STR_STATE,
  TP_FREE,
  TPFLAGS_BASETYPE,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_UNICODE_SUBCLASS,
} from './layouts.ts';
import { EQ, GE, GT, LE, LT, NE, str, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { freeUtf8, ownUtf8, strConcat, strRepeat, strUnchanged } from './str-build.ts';
import { strCompare, strEqual, strHash } from './str-compare.ts';
import { strIter } from './str-iterators.ts';
import { strMethods } from './str-methods.ts';
import { strFormatPercent } from './late-parts.ts';
import { strRepr } from './str-repr.ts';
import { strContains } from './str-search.ts';
import { strItem, strSubscript } from './str-subscript.ts';
import { isStr, strLength } from './strings.ts';
import { readyType } from './type-ready.ts';
import { makeStr, strTypeNew, strTypeNewRow } from './late-parts.ts';

export { strSizeof } from './late-parts.ts';

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

/** v3.13.0 unicode_vectorcall */
function strVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (kwnames !== 0) return strTypeNewRow(rt, type, argv, nargs, kwnames);
  if (!checkPositional(rt, 'str', nargs, 0, 3)) return 0;
  if (nargs === 1) return str(rt, rt.arg(argv, 0));
  if (nargs === 0) return newRef(rt, rt.emptyStr);
  return makeStr(rt, rt.arg(argv, 0), rt.arg(argv, 1), nargs > 2 ? rt.arg(argv, 2) : 0);
}

/** Blocks of a string besides its own: for the checker. Characters of subclasses, cached UTF-8. */
export function strBlocks(rt: Runtime, s: Addr, visit: (block: Addr) => void): void {
  const state = rt.i32[(s + STR_STATE) >> 2]!;
  const utf8 = ownUtf8(rt, s);
  if (utf8 !== 0 && !(state & STATE_STATIC)) visit(utf8);
  if (!(state & STATE_COMPACT)) visit(rt.ptr(s + rt.layout.strCompactHeader));
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
