/** int(): from numbers, text and bytes. v3.13.0 Objects/longobject.c, Objects/abstract.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { isByteArray } from './buffer.ts';
import { isBytes } from './bytes.ts';
import { errOccurred, raise } from './errors.ts';
import { intCopy, isIntExact, newInt, newIntFromBigInt, newIntAnew } from './int-object.ts';
import { intFromStr } from './int-text.ts';
import { NB_INDEX, NB_INT } from './layouts.ts';
import { asSsize, lookupSpecial, numberIndex, slotOf, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr } from './strings.ts';
import {
  bytesText,
  checkedInt,
  intFromBytesLike,
  newWithKeywords,
  truncated,
} from './late-numbers.ts';

export { bytesText, floatToInt, intNew } from './late-numbers.ts';

/** `int(p)`, new. v3.13.0 Objects/abstract.c PyNumber_Long */
export function numberLong(rt: Runtime, p: Addr): Addr {
  if (isIntExact(rt, p)) return newRef(rt, p);
  const toInt = slotOf(rt, p, NB_INT);
  if (toInt !== 0) return checkedInt(rt, p, rt.fns[toInt]!(rt, p) as Addr, '__int__');
  if (slotOf(rt, p, NB_INDEX) !== 0) return exactIndex(rt, p);
  if (rt.profile.truncMakesInt !== 'no') {
    const trunc = lookupSpecial(rt, p, rt.ids.__trunc__);
    if (trunc !== 0) return truncated(rt, trunc);
    if (errOccurred(rt)) return 0;
  }
  if (isStr(rt, p)) return intFromStr(rt, p, 10);
  const text = bytesText(rt, p);
  if (text !== null) return intFromBytesLike(rt, text, 10, p);
  return raise(
    rt,
    rt.exc.TypeError,
    'int() argument must be a string, a bytes-like object or ' +
      `${rt.profile.errorWords.number}, not '${typeNameOf(rt, p)}'`,
  );
}

/** An exact int of the same value; `p` is stolen and may be 0. */
export function exactOf(rt: Runtime, p: Addr): Addr {
  if (p === 0 || isIntExact(rt, p)) return p;
  const copy = intCopy(rt, p);
  decref(rt, p);
  return copy;
}

/** operator.index(p) as an exact int, new. v3.13.0 Objects/abstract.c PyNumber_Index */
export function exactIndex(rt: Runtime, p: Addr): Addr {
  return exactOf(rt, numberIndex(rt, p));
}

/** int(x) of a double. v3.13.0 PyLong_FromDouble */
export function intFromDouble(rt: Runtime, x: number): Addr {
  if (x === Infinity || x === -Infinity) {
    return raise(rt, rt.exc.OverflowError, 'cannot convert float infinity to integer');
  }
  if (Number.isNaN(x)) return raise(rt, rt.exc.ValueError, 'cannot convert float NaN to integer');
  const whole = Math.trunc(x);
  if (rt.profile.freshInts.ofFloats) return newIntAnew(rt, BigInt(whole), 0);
  return Number.isSafeInteger(whole) ? newInt(rt, whole) : newIntFromBigInt(rt, BigInt(whole));
}

/** int(x, base) where x is given; base 0 for none. v3.13.0 long_new_impl */
export function newFrom(rt: Runtime, x: Addr, baseObject: Addr): Addr {
  if (baseObject === 0) return numberLong(rt, x);
  const base = asSsize(rt, baseObject, 0);
  if (base === -1 && errOccurred(rt)) return 0;
  if ((base !== 0 && base < 2) || base > 36) {
    return raise(rt, rt.exc.ValueError, 'int() base must be >= 2 and <= 36, or 0');
  }
  if (isStr(rt, x)) return intFromStr(rt, x, base);
  const text = isBytes(rt, x) || isByteArray(rt, x) ? bytesText(rt, x) : null;
  if (text !== null) return intFromBytesLike(rt, text, base, x);
  return raise(rt, rt.exc.TypeError, "int() can't convert non-string with explicit base");
}

/** int(x) and int(x, base) without a tuple. v3.13.0 long_vectorcall */
export function intVectorcall(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (kwnames !== 0) return newWithKeywords(rt, type, argv, nargs, kwnames);
  if (!checkPositional(rt, 'int', nargs, 0, 2)) return 0;
  if (nargs === 0) return newInt(rt, 0);
  return newFrom(rt, rt.arg(argv, 0), nargs === 2 ? rt.arg(argv, 1) : 0);
}
