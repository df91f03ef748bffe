/** bool: two static ints of a subclass. v3.13.0 Objects/boolobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { intAnd, intOr, intXor } from './late-values.ts';
import { intSetSignAndCount, newInt } from './int-object.ts';
import { OB_DIGIT } from './layouts.ts';
import { staticObject } from './none.ts';
import { intBinary } from './int.ts';
import { isTrue } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { internJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';

/** True or False, new. v3.13.0 PyBool_FromLong */
export function newBool(rt: Runtime, condition: boolean): Addr {
  return newRef(rt, condition ? rt.true : rt.false);
}

/** True and False, static; their type is readied later. v3.13.0 _Py_TrueStruct, _Py_FalseStruct */
export function initBoolSingletons(rt: Runtime): void {
  rt.false = makeBool(rt, 0);
  rt.true = makeBool(rt, 1);
}

function makeBool(rt: Runtime, value: number): Addr {
  const p = staticObject(rt, rt.types.bool, OB_DIGIT + 8);
  intSetSignAndCount(rt, p, false, value);
  rt.i32[(p + OB_DIGIT) >> 2] = value;
  return p;
}

function isBool(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.bool;
}

/** v3.13.0 bool_repr */
function boolRepr(rt: Runtime, self: Addr): Addr {
  return internJs(rt, self === rt.true ? 'True' : 'False');
}

function boolNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (!noKeywords(rt, 'bool', kwargs) || !checkPositional(rt, 'bool', n, 0, 1)) return 0;
  return n === 0 ? newRef(rt, rt.false) : truthOf(rt, tupleItem(rt, args, 0));
}

function boolVectorcall(rt: Runtime, _type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'bool', kwnames) || !checkPositional(rt, 'bool', nargs, 0, 1)) return 0;
  return nargs === 0 ? newRef(rt, rt.false) : truthOf(rt, rt.arg(argv, 0));
}

function truthOf(rt: Runtime, p: Addr): Addr {
  const truth = isTrue(rt, p);
  return truth < 0 ? 0 : newBool(rt, truth === 1);
}

/** Bitwise operations of two bools give a bool. v3.13.0 bool_and, bool_or, bool_xor */
function boolAnd(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isBool(rt, a) || !isBool(rt, b)) return intBinary(rt, a, b, intAnd);
  return newBool(rt, a === rt.true && b === rt.true);
}

function boolOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isBool(rt, a) || !isBool(rt, b)) return intBinary(rt, a, b, intOr);
  return newBool(rt, a === rt.true || b === rt.true);
}

function boolXor(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isBool(rt, a) || !isBool(rt, b)) return intBinary(rt, a, b, intXor);
  return newBool(rt, a !== b);
}

/** v3.13.0 bool_invert */
function boolInvert(rt: Runtime, self: Addr): Addr {
  const text = rt.profile.texts.boolInversion;
  if (text !== '' && rt.vm.warn(rt, rt.exc.DeprecationWarning, text) < 0) return 0;
  return newInt(rt, self === rt.true ? -2 : -1);
}

/** A release that counts references to True keeps its own; reaching zero would be a bug of ours. */
function boolDealloc(rt: Runtime, self: Addr): void {
  rt.u32[self >> 2] = rt.profile.staticRefcnt;
}

export function initBoolType(rt: Runtime): void {
  rt.types.bool = readyType(rt, {
    name: 'bool',
    base: rt.types.int,
    basicsize: rt.layout.sizes.bool,
    itemsize: 4,
    slots: {
      tp_dealloc: boolDealloc,
      tp_repr: boolRepr,
      tp_new: boolNew,
      tp_vectorcall: boolVectorcall,
      nb_invert: boolInvert,
      nb_and: boolAnd,
      nb_or: boolOr,
      nb_xor: boolXor,
    },
  });
}
