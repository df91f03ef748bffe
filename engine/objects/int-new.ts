/** int(): from numbers, text and bytes. v3.13.0 Objects/longobject.c, Objects/abstract.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { bufferData, bufferLength, bufferOf, isByteArray } from './buffer.ts';
import { bytesNew, isBytes } from './bytes.ts';
import { callNoArgs, dictFromRow } from './call.ts';
import { errClear, errOccurred, raise } from './errors.ts';
import { floatValue } from './float-object.ts';
import { strictSubclass } from './index-protocol.ts';
import {
  intCopy,
  intDigitCount,
  intSetSignAndCount,
  intSign,
  isInt,
  isIntExact,
  newInt,
  newIntFromBigInt,
  newIntAnew,
} from './int-object.ts';
import { intFromStr, intFromText } from './int-text.ts';
import { NB_INDEX, NB_INT, OB_DIGIT, TP_ALLOC } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { asSsize, lookupSpecial, numberIndex, slotOf, typeNameOf } from './object.ts';
import { wrongResult } from './wrong-result.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr } from './strings.ts';
import { tupleFromRow } from './tuple.ts';

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

/** An error shows the content as bytes. v3.13.0 PyNumber_Long, _PyLong_FromBytes */
function intFromBytesLike(rt: Runtime, text: string, base: number, p: Addr): Addr {
  if (isBytes(rt, p)) return intFromText(rt, text, base, p);
  const content = Uint8Array.from(text, (ch) => ch.charCodeAt(0));
  const shown = bytesNew(rt, content);
  if (shown === 0) return 0;
  const result = intFromText(rt, text, base, shown);
  decref(rt, shown);
  return result;
}

/** What `__int__` gave (stolen): must be an int, and is made exactly one. */
function checkedInt(rt: Runtime, self: Addr, result: Addr, method: string): Addr {
  if (result === 0 || isIntExact(rt, result)) return result;
  const older = `${method} returned non-int (type ${typeNameOf(rt, result)})`;
  const text = wrongResult(rt, self, method, 'an int', result, older);
  if (isInt(rt, result)) return exactOf(rt, strictSubclass(rt, result, text, 'int'));
  raise(rt, rt.exc.TypeError, text);
  decref(rt, result);
  return 0;
}

/** An exact int of the same value; `p` is stolen and may be 0. */
function exactOf(rt: Runtime, p: Addr): Addr {
  if (p === 0 || isIntExact(rt, p)) return p;
  const copy = intCopy(rt, p);
  decref(rt, p);
  return copy;
}

/** operator.index(p) as an exact int, new. v3.13.0 Objects/abstract.c PyNumber_Index */
export function exactIndex(rt: Runtime, p: Addr): Addr {
  return exactOf(rt, numberIndex(rt, p));
}

const TRUNC = 'The delegation of int() to __trunc__ is deprecated.';

/** What `__trunc__` (stolen) gives. */
function truncated(rt: Runtime, trunc: Addr): Addr {
  const { truncIsDeprecated } = rt.profile.texts;
  if (truncIsDeprecated && rt.vm.warn(rt, rt.exc.DeprecationWarning, TRUNC) < 0) {
    decref(rt, trunc);
    return 0;
  }
  const result = callNoArgs(rt, trunc);
  decref(rt, trunc);
  if (result === 0 || isInt(rt, result)) return exactOf(rt, result);
  const byInt = rt.profile.truncMakesInt === 'of ints and indices' ? slotOf(rt, result, NB_INT) : 0;
  if (slotOf(rt, result, NB_INDEX) === 0 && byInt !== 0) {
    const made = checkedInt(rt, result, rt.fns[byInt]!(rt, result) as Addr, '__int__');
    decref(rt, result);
    return made;
  }
  if (slotOf(rt, result, NB_INDEX) === 0) {
    raise(rt, rt.exc.TypeError, `__trunc__ returned non-Integral (type ${typeNameOf(rt, result)})`);
    decref(rt, result);
    return 0;
  }
  const index = numberIndex(rt, result);
  decref(rt, result);
  return exactOf(rt, index);
}

/** The bytes of a bytes-like object as a string of Latin-1; null when it is none. */
export function bytesText(rt: Runtime, p: Addr): string | null {
  if (!bufferOf(rt, p)) {
    errClear(rt);
    return null;
  }
  const at = bufferData();
  const n = bufferLength();
  let text = '';
  for (let i = 0; i < n; i++) text += String.fromCharCode(rt.u8[at + i]!);
  return text;
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

/** nb_int of float */
export function floatToInt(rt: Runtime, p: Addr): Addr {
  const x = floatValue(rt, p);
  // what fits a C long never went through a double's digits
  return Number.isSafeInteger(Math.trunc(x)) ? newInt(rt, Math.trunc(x)) : intFromDouble(rt, x);
}

/** int(x, base) where x is given; base 0 for none. v3.13.0 long_new_impl */
function newFrom(rt: Runtime, x: Addr, baseObject: Addr): Addr {
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

const NEW_PARAMS = { names: ['', 'base'], required: 0, positional: 2 };
const given = new Int32Array(2);

/** v3.13.0 long_new */
export function intNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'int', NEW_PARAMS, given, args, kwargs)) return 0;
  const x = given[0]!;
  const base = given[1]!;
  if (x === 0 && base !== 0) {
    return raise(rt, rt.exc.TypeError, 'int() missing string argument');
  }
  const value = x === 0 ? newInt(rt, 0) : newFrom(rt, x, base);
  if (value === 0 || type === rt.types.int) return value;
  const result = subtypeNew(rt, type, value);
  decref(rt, value);
  return result;
}

/** An instance of a subclass with the value of `value`. v3.13.0 long_subtype_new */
function subtypeNew(rt: Runtime, type: Addr, value: Addr): Addr {
  const count = intDigitCount(rt, value);
  const alloc = rt.i32[(type + TP_ALLOC) >> 2]!;
  const p: Addr = rt.fns[alloc]!(rt, type, count === 0 ? 1 : count);
  if (p === 0) return 0;
  intSetSignAndCount(rt, p, intSign(rt, value) < 0, count);
  rt.i32[(p + OB_DIGIT) >> 2] = 0;
  rt.u8.copyWithin(p + OB_DIGIT, value + OB_DIGIT, value + OB_DIGIT + 4 * count);
  return p;
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

function newWithKeywords(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  const kwargs = dictFromRow(rt, argv + 8 * nargs, kwnames);
  const result = kwargs === 0 ? 0 : intNew(rt, type, args, kwargs);
  decref(rt, args);
  if (kwargs !== 0) decref(rt, kwargs);
  return result;
}
