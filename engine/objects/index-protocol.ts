/** Ints from objects: `__index__`, and the sizes that C functions take. v3.13.0 Objects/abstract.c */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { intToNumber, isInt } from './int.ts';
import { intFitsSsize, isIntExact } from './int-object.ts';
import * as L from './layouts.ts';
import { slotOf, typeNameOf } from './object.ts';
import { wrongResult } from './wrong-result.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Whether the object has `__index__`. v3.13.0 _PyIndex_Check */
export function isIndex(rt: Runtime, p: Addr): boolean {
  return slotOf(rt, p, L.NB_INDEX) !== 0;
}

/**
 * `p` (stolen), with the warning that it is of a strict subclass; 0 where that is an error.
 * @param what the method and what it did
 */
export function strictSubclass(rt: Runtime, p: Addr, what: string, type: string): Addr {
  const text =
    `${what}.  The ability to return an instance of a strict ` +
    `subclass of ${type} is deprecated, and may be removed in a future version of Python.`;
  if (rt.vm.warn(rt, rt.exc.DeprecationWarning, text) === 0) return p;
  decref(rt, p);
  return 0;
}

/** operator.index(p); new. v3.13.0 Objects/abstract.c _PyNumber_Index */
export function numberIndex(rt: Runtime, p: Addr): Addr {
  if (isInt(rt, p)) return newRef(rt, p);
  const fn = slotOf(rt, p, L.NB_INDEX);
  if (fn === 0) {
    return raise(
      rt,
      rt.exc.TypeError,
      `'${typeNameOf(rt, p)}' object cannot be interpreted as an integer`,
    );
  }
  const result: Addr = rt.fns[fn]!(rt, p);
  if (result === 0 || isIntExact(rt, result)) return result;
  const older = `__index__ returned non-int (type ${typeNameOf(rt, result)})`;
  const text = wrongResult(rt, p, '__index__', 'an int', result, older);
  if (isInt(rt, result)) return strictSubclass(rt, result, text, 'int');
  raise(rt, rt.exc.TypeError, text);
  decref(rt, result);
  return 0;
}

/** What a Py_ssize_t can hold, as the nearest JavaScript numbers. */
export const SSIZE_MAX = 2 ** 63;

/**
 * operator.index(p) as a JavaScript number, -1 with an exception (ask errOccurred).
 * @param exception raised when it does not fit a Py_ssize_t; 0: clip instead
 * v3.13.0 Objects/abstract.c PyNumber_AsSsize_t
 */
export function asSsize(rt: Runtime, p: Addr, exception: Addr): number {
  const value = numberIndex(rt, p);
  if (value === 0) return -1;
  const n = intToNumber(rt, value);
  let result = n;
  if (Number.isNaN(n) || Math.abs(n) >= SSIZE_MAX) {
    const negative = intIsNegative(rt, value);
    const fits = Number.isNaN(n) && intFitsSsize(rt, value);
    if (fits) result = negative ? -(2 ** 62) : 2 ** 62;
    else if (exception === 0) result = negative ? -SSIZE_MAX : SSIZE_MAX;
    else {
      raise(rt, exception, `cannot fit '${typeNameOf(rt, p)}' into an index-sized integer`);
      result = -1;
    }
  }
  decref(rt, value);
  return result;
}

function intIsNegative(rt: Runtime, p: Addr): boolean {
  return rt.layout.intTagged ? (rt.i32[(p + L.LV_TAG) >> 2]! & 3) === 2 : rt.size(p + L.LV_TAG) < 0;
}
