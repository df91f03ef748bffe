/** What few programs need of what int-new.ts is about. */
import type { Addr } from '../base/brand.ts';
import { bufferData, bufferLength, bufferOf } from './buffer.ts';
import { bytesNew, isBytes } from './bytes.ts';
import { callNoArgs, dictFromRow } from './call.ts';
import { errClear, raise } from './errors.ts';
import { floatValue } from './float-object.ts';
import { strictSubclass } from './index-protocol.ts';
import { exactOf, intFromDouble, newFrom } from './int-new.ts';
import {
  intDigitCount,
  intSetSignAndCount,
  intSign,
  isInt,
  isIntExact,
  newInt,
} from './int-object.ts';
import { intFromText } from './int-text.ts';
import { NB_INDEX, NB_INT, OB_DIGIT, TP_ALLOC } from './layouts.ts';
import { readNewArgs } from './new-args.ts';
import { numberIndex, slotOf, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleFromRow } from './tuple.ts';
import { wrongResult } from './wrong-result.ts';

/** An error shows the content as bytes. v3.13.0 PyNumber_Long, _PyLong_FromBytes */
export function intFromBytesLike(rt: Runtime, text: string, base: number, p: Addr): Addr {
  if (isBytes(rt, p)) return intFromText(rt, text, base, p);
  const content = Uint8Array.from(text, (ch) => ch.charCodeAt(0));
  const shown = bytesNew(rt, content);
  if (shown === 0) return 0;
  const result = intFromText(rt, text, base, shown);
  decref(rt, shown);
  return result;
}

/** What `__int__` gave (stolen): must be an int, and is made exactly one. */
export function checkedInt(rt: Runtime, self: Addr, result: Addr, method: string): Addr {
  if (result === 0 || isIntExact(rt, result)) return result;
  const older = `${method} returned non-int (type ${typeNameOf(rt, result)})`;
  const text = wrongResult(rt, self, method, 'an int', result, older);
  if (isInt(rt, result)) return exactOf(rt, strictSubclass(rt, result, text, 'int'));
  raise(rt, rt.exc.TypeError, text);
  decref(rt, result);
  return 0;
}

const TRUNC = 'The delegation of int() to __trunc__ is deprecated.';

/** What `__trunc__` (stolen) gives. */
export function truncated(rt: Runtime, trunc: Addr): Addr {
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

/** nb_int of float */
export function floatToInt(rt: Runtime, p: Addr): Addr {
  const x = floatValue(rt, p);
  // what fits a C long never went through a double's digits
  return Number.isSafeInteger(Math.trunc(x)) ? newInt(rt, Math.trunc(x)) : intFromDouble(rt, x);
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

export function newWithKeywords(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const args = tupleFromRow(rt, argv, nargs);
  if (args === 0) return 0;
  const kwargs = dictFromRow(rt, argv + 8 * nargs, kwnames);
  const result = kwargs === 0 ? 0 : intNew(rt, type, args, kwargs);
  decref(rt, args);
  if (kwargs !== 0) decref(rt, kwargs);
  return result;
}
