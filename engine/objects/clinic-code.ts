/** What few programs need of what clinic.ts is about. */
import type { Addr } from '../base/brand.ts';
import { mayBeInteger } from './clinic.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import { isFloat } from './float-object.ts';
import { intAsSsize } from './int.ts';
import { numberIndex, typeNameOf } from './object.ts';
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
