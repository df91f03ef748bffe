/** The functions of _operator. v3.13.0 Modules/_operator.c */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { newBool } from '../../objects/bool.ts';
import { errMatches, errOccurred, raise } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { intExact } from '../../objects/int-object.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import {
  binaryOp,
  numberAbsolute,
  numberInvert,
  numberNegative,
  numberPositive,
} from '../../objects/number-protocol.ts';
import * as L from '../../objects/layouts.ts';
import * as O from '../../objects/object.ts';
import { callObject, dictFromRow } from '../../objects/call.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { tupleFromRow } from '../../objects/tuple.ts';
import { fast, fastKeywords, type MethodSpec, oneArg } from '../../objects/type-spec.ts';
import { attrgetterType } from './attrgetter.ts';
import { itemgetterType } from './itemgetter.ts';
import { methodcallerType } from './methodcaller.ts';

/** Operators by their number in BINARY_OP; in-place ones stand 13 higher. */
const OPERATORS: Readonly<Record<string, number>> = {
  add: 0,
  and_: 1,
  floordiv: 2,
  lshift: 3,
  matmul: 4,
  mul: 5,
  mod: 6,
  or_: 7,
  pow: 8,
  rshift: 9,
  sub: 10,
  truediv: 11,
  xor: 12,
};
const IN_PLACE = 13;

function binary(name: string, fn: (rt: Runtime, a: Addr, b: Addr) => Addr): MethodSpec {
  return fast((rt, _self, argv, nargs) =>
    checkPositional(rt, name, nargs, 2, 2) ? fn(rt, rt.arg(argv, 0), rt.arg(argv, 1)) : 0,
  );
}

function unary(fn: (rt: Runtime, p: Addr) => Addr): MethodSpec {
  return oneArg((rt, _self, p) => fn(rt, p));
}

/** A function of a truth, -1 with an exception. */
function truth(rt: Runtime, value: number): Addr {
  return value < 0 ? 0 : newBool(rt, value > 0);
}

/** How often an item equals `value`. v3.13.0 PySequence_Count */
function countOf(rt: Runtime, sequence: Addr, value: Addr): Addr {
  return scan(rt, sequence, value, true);
}

/** Where the first item that equals `value` stands. v3.13.0 PySequence_Index */
function indexOf(rt: Runtime, sequence: Addr, value: Addr): Addr {
  return scan(rt, sequence, value, false);
}

function scan(rt: Runtime, sequence: Addr, value: Addr, count: boolean): Addr {
  const it = O.getIter(rt, sequence);
  if (it === 0) {
    if (!errMatches(rt, rt.exc.TypeError)) return 0;
    const what = O.typeNameOf(rt, sequence);
    return raise(rt, rt.exc.TypeError, `argument of type '${what}' is not iterable`);
  }
  let found = 0;
  let at = 0;
  let same = 0;
  for (; ; at++) {
    const item = O.iterNext(rt, it);
    if (item === 0) break;
    same = O.richCompareBool(rt, item, value, O.EQ);
    decref(rt, item);
    if (same > 0) found++;
    if (same < 0 || (same > 0 && !count)) break;
  }
  decref(rt, it);
  if (errOccurred(rt)) return 0;
  if (count) return newInt(rt, found);
  if (found === 0) {
    return raise(rt, rt.exc.ValueError, 'sequence.index(x): x not in sequence');
  }
  return newInt(rt, at);
}

/** v3.13.0 _operator_concat: sequences only */
function concat(slot: number, other: number, operator: number) {
  return (rt: Runtime, a: Addr, b: Addr): Addr => {
    const fn = O.slotOf(rt, a, slot) || O.slotOf(rt, a, other);
    if (fn !== 0) return rt.fns[fn]!(rt, a, b);
    if (O.slotOf(rt, a, L.SQ_ITEM) !== 0 && O.slotOf(rt, b, L.SQ_ITEM) !== 0) {
      return binaryOp(rt, a, b, operator);
    }
    return raise(rt, rt.exc.TypeError, `'${O.typeNameOf(rt, a)}' object can't be concatenated`);
  };
}

function setItem(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'setitem', nargs, 3, 3)) return 0;
  const failed = O.setItem(rt, rt.arg(argv, 0), rt.arg(argv, 1), rt.arg(argv, 2)) < 0;
  return failed ? 0 : newRef(rt, rt.none);
}

function lengthHint(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'length_hint', nargs, 1, 2)) return 0;
  let fallback = 0;
  if (nargs > 1) {
    const p = rt.arg(argv, 1);
    if (!O.isIndex(rt, p)) {
      const what = O.typeNameOf(rt, p);
      const text = `'${what}' object cannot be interpreted as an integer`;
      return raise(rt, rt.exc.TypeError, text);
    }
    fallback = O.asSsize(rt, p, rt.exc.OverflowError);
    if (fallback === -1 && errOccurred(rt)) return 0;
  }
  const n = O.lengthHint(rt, rt.arg(argv, 0), fallback);
  return n < 0 && errOccurred(rt) ? 0 : newInt(rt, n);
}

/** `obj(*args, **kwargs)`. v3.13.0 _operator_call */
function call(rt: Runtime, _self: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (nargs < 1) {
    return raise(rt, rt.exc.TypeError, 'call expected at least 1 argument, got 0');
  }
  const args = tupleFromRow(rt, argv + 8, nargs - 1);
  const kwargs = kwnames === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
  const result = args === 0 ? 0 : callObject(rt, rt.arg(argv, 0), args, kwargs);
  xdecref(rt, args);
  xdecref(rt, kwargs);
  return result;
}

function functions(): Record<string, MethodSpec> {
  const all: Record<string, MethodSpec> = {
    not_: unary((rt, p) => {
      const value = O.isTrue(rt, p);
      return value < 0 ? 0 : newBool(rt, value === 0);
    }),
    truth: unary((rt, p) => truth(rt, O.isTrue(rt, p))),
    is_: binary('is_', (rt, a, b) => newBool(rt, a === b)),
    is_not: binary('is_not', (rt, a, b) => newBool(rt, a !== b)),
    neg: unary(numberNegative),
    pos: unary(numberPositive),
    inv: unary(numberInvert),
    invert: unary(numberInvert),
    abs: unary(numberAbsolute),
    index: unary((rt, p) => {
      const value = O.numberIndex(rt, p);
      if (value === 0) return 0;
      const exact = intExact(rt, value);
      decref(rt, value);
      return exact;
    }),
    concat: binary('concat', concat(L.SQ_CONCAT, L.SQ_CONCAT, 0)),
    iconcat: binary('iconcat', concat(L.SQ_INPLACE_CONCAT, L.SQ_CONCAT, IN_PLACE)),
    contains: binary('contains', (rt, a, b) => truth(rt, O.contains(rt, a, b))),
    countOf: binary('countOf', countOf),
    indexOf: binary('indexOf', indexOf),
    getitem: binary('getitem', O.getItem),
    delitem: binary('delitem', (rt, a, b) => (O.delItem(rt, a, b) < 0 ? 0 : newRef(rt, rt.none))),
    setitem: fast(setItem),
    length_hint: fast(lengthHint),
    call: fastKeywords(call),
  };
  for (const [name, number] of Object.entries(OPERATORS)) {
    all[name] = binary(name, (rt, a, b) => binaryOp(rt, a, b, number));
    const inPlace = `i${name.replace('_', '')}`;
    all[inPlace] = binary(inPlace, (rt, a, b) => binaryOp(rt, a, b, number + IN_PLACE));
  }
  ['lt', 'le', 'eq', 'ne', 'gt', 'ge'].forEach((name, op) => {
    all[name] = binary(name, (rt, a, b) => O.richCompare(rt, a, b, op));
  });
  return all;
}

export function createOperatorModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_operator', functions());
  moduleAddSteal(rt, module, 'itemgetter', newRef(rt, itemgetterType(rt)));
  moduleAddSteal(rt, module, 'attrgetter', newRef(rt, attrgetterType(rt)));
  moduleAddSteal(rt, module, 'methodcaller', newRef(rt, methodcallerType(rt)));
  return module;
}
