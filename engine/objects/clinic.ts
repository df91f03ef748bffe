/**
 * Converters of Argument Clinic: one argument to a number, with CPython's messages.
 * v3.13.0 Python/getargs.c, Python/ceval.c
 */
import type { Addr } from '../base/brand.ts';
import { errOccurred, raise } from './errors.ts';
import { isFloat } from './float-object.ts';
import { TP_FLAGS, TPFLAGS_TUPLE_SUBCLASS } from './layouts.ts';
import { asSsize, isIndex, typeNameOf } from './object.ts';
import type { Runtime } from './runtime.ts';

export {
  badArgument,
  encodingArgument,
  intArgument,
  ssizeArgument,
  strArgument,
} from './late-errors.ts';

/** Whether something may be taken for a C int; TypeError where the release says so itself. */
export function mayBeInteger(rt: Runtime, p: Addr): boolean {
  if (!rt.profile.texts.integerIsRequired || isIndex(rt, p)) return true;
  const text = isFloat(rt, p)
    ? 'integer argument expected, got float'
    : `an integer is required (got type ${typeNameOf(rt, p)})`;
  raise(rt, rt.exc.TypeError, text);
  return false;
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
