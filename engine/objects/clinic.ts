/**
 * Converters of Argument Clinic: one argument to a number, with CPython's messages.
 * v3.13.0 Python/getargs.c, Python/ceval.c
 */
import type { Addr } from '../base/brand.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { isFloat } from './float-object.ts';
import { intAsSsize } from './int.ts';
import { TP_FLAGS, TPFLAGS_TUPLE_SUBCLASS } from './layouts.ts';
import { asSsize, isIndex, numberIndex, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr } from './strings.ts';

/** `f() argument 1 must be str, not int`. @returns 0. v3.13.0 _PyArg_BadArgument */
export function badArgument(
  rt: Runtime,
  name: string,
  which: string,
  expected: string,
  got: Addr,
): 0 {
  const found = got === rt.none ? 'None' : typeNameOf(rt, got);
  return raise(rt, rt.exc.TypeError, `${name}() ${which} must be ${expected}, not ${found}`);
}

/** Whether something may be taken for a C int; TypeError where the release says so itself. */
export function mayBeInteger(rt: Runtime, p: Addr): boolean {
  if (!rt.profile.texts.integerIsRequired || isIndex(rt, p)) return true;
  const text = isFloat(rt, p)
    ? 'integer argument expected, got float'
    : `an integer is required (got type ${typeNameOf(rt, p)})`;
  raise(rt, rt.exc.TypeError, text);
  return false;
}

/** What str() and bytes() call their arguments behind the first. */
export function encodingArgument(rt: Runtime, name: string): string {
  const place = name === 'encoding' ? 2 : 3;
  return rt.profile.errorWords.encodingByNumber ? `argument ${place}` : `argument '${name}'`;
}

/** Whether the argument is a str; else TypeError. */
export function strArgument(rt: Runtime, name: string, which: string, p: Addr): boolean {
  if (isStr(rt, p)) return true;
  badArgument(rt, name, which, 'str', p);
  return false;
}

/** A Py_ssize_t; NaN with an exception. v3.13.0 Argument Clinic, converter Py_ssize_t */
export function ssizeArgument(rt: Runtime, p: Addr): number {
  if (isFloat(rt, p) && !mayBeInteger(rt, p)) return NaN;
  const index = numberIndex(rt, p);
  if (index === 0) return NaN;
  const value = intAsSsize(rt, index);
  decref(rt, index);
  return value === -1 && errOccurred(rt) ? NaN : value;
}

/** A C int; NaN with an exception. v3.13.0 PyLong_AsInt */
export function intArgument(rt: Runtime, p: Addr): number {
  if (!mayBeInteger(rt, p)) return NaN;
  const value = ssizeArgument(rt, p);
  if (value >= -(2 ** 31) && value < 2 ** 31) return value;
  if (!Number.isNaN(value) || errMatches(rt, rt.exc.OverflowError)) {
    errClear(rt);
    raise(rt, rt.exc.OverflowError, 'Python int too large to convert to C int');
  }
  return NaN;
}

/**
 * An index of a slice: `otherwise` for None or when not given (0), clipped to what a size can be;
 * NaN with an exception. v3.13.0 _PyEval_SliceIndex
 */
export function sliceIndex(rt: Runtime, p: Addr, otherwise: number): number {
  if (p === 0 || p === rt.none) return otherwise;
  if (!isIndex(rt, p)) {
    raise(
      rt,
      rt.exc.TypeError,
      `slice indices must be integers${rt.profile.errorWords.sliceNone} or have an __index__ method`,
    );
    return NaN;
  }
  const value = asSsize(rt, p, 0);
  return value === -1 && errOccurred(rt) ? NaN : value;
}

/** A slice's start, within 0 and length. v3.13.0 ADJUST_INDICES */
export function adjustStart(start: number, length: number): number {
  if (start >= 0) return start;
  return start + length < 0 ? 0 : start + length;
}

/** A slice's end, within 0 and length. v3.13.0 ADJUST_INDICES */
export function adjustEnd(end: number, length: number): number {
  if (end > length) return length;
  return adjustStart(end, length);
}

/** Whether the object is a tuple, subclasses too. v3.13.0 PyTuple_Check */
export function isTuple(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_TUPLE_SUBCLASS) !== 0;
}
