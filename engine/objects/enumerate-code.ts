/** What few programs need of what enumerate.ts is about. */
import type { Addr } from '../base/brand.ts';
import type { Params } from './args.ts';
import { EN_INDEX, EN_LONGINDEX, EN_ONE, EN_RESULT, EN_SIT } from './enumerate.ts';
import { errClear, errOccurred, raise } from './errors.ts';
import { gcTrack, gcUntrackIfTracked, isTracked } from './gc-object.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import { intAdd, intAsSsize, intToBigInt, newIntFromWords } from './int.ts';
import { readNewArgs } from './new-args.ts';
import { callIterNext, getIter, numberIndex } from './object.ts';
import { decref, incref, newRef, setOwned, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { strToJs } from './strings.ts';
import { tupleItem, tuplePack, tuplePairSteal, tupleSetItem, tupleSize } from './tuple.ts';
import type { Visit } from './type-spec.ts';

/** The high word of PY_SSIZE_T_MAX; its low word is -1. */
const SSIZE_MAX_HIGH = 0x7fffffff;

/** @param start borrowed, 0 when not given. v3.13.0 enum_new_impl */
function enumNew(rt: Runtime, type: Addr, iterable: Addr, start: Addr): Addr {
  const en = callAlloc(rt, type, 0);
  if (en === 0) return 0;
  if (start !== 0 && !setStart(rt, en, start)) {
    decref(rt, en);
    return 0;
  }
  const it = getIter(rt, iterable);
  rt.setPtr(en + EN_SIT, it);
  const result = it === 0 ? 0 : tuplePack(rt, rt.none, rt.none);
  rt.setPtr(en + EN_RESULT, result);
  if (result === 0) {
    decref(rt, en);
    return 0;
  }
  if (rt.layout.sizes.enumerate > EN_ONE) rt.setPtr(en + EN_ONE, rt.smallInt(1));
  return en;
}

/** Writes the first count: as 64 bits if it fits, else as an int. */
function setStart(rt: Runtime, en: Addr, start: Addr): boolean {
  const index = numberIndex(rt, start);
  if (index === 0) return false;
  const at = (en + EN_INDEX) >> 2;
  const n = intAsSsize(rt, index);
  if (n === -1 && errOccurred(rt)) {
    errClear(rt);
    rt.i32[at] = -1;
    rt.i32[at + 1] = SSIZE_MAX_HIGH;
    rt.setPtr(en + EN_LONGINDEX, index);
    return true;
  }
  const exact = Number.isSafeInteger(n) ? BigInt(n) : intToBigInt(rt, index);
  rt.i32[at] = Number(BigInt.asIntN(32, exact));
  rt.i32[at + 1] = Number(exact >> 32n);
  decref(rt, index);
  return true;
}

const PARAMS: Params = { names: ['iterable', 'start'], required: 1, positional: 2 };

const given = new Int32Array(2);

/** tp_new, for subclasses and calls with a tuple. v3.13.0 enum_new */
export function enumTypeNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'enumerate', PARAMS, given, args, kwargs)) return 0;
  return enumNew(rt, type, given[0]!, given[1]!);
}

/** Whether keyword `i` is called `name`; else TypeError. v3.13.0 check_keyword */
function checkKeyword(rt: Runtime, kwnames: Addr, i: number, name: string): boolean {
  const got = strToJs(rt, tupleItem(rt, kwnames, i));
  if (got === name) return true;
  raise(rt, rt.exc.TypeError, `'${got}' is an invalid keyword argument for enumerate()`);
  return false;
}

/** `enumerate(iterable, start=0)`. v3.13.0 enumerate_vectorcall */
export function enumVectorcall(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  const nkw = kwnames === 0 ? 0 : tupleSize(rt, kwnames);
  const total = nargs + nkw;
  if (total === 2) {
    if (nkw === 1) {
      if (!checkKeyword(rt, kwnames, 0, 'start')) return 0;
    } else if (nkw === 2) {
      if (strToJs(rt, tupleItem(rt, kwnames, 0)) === 'start') {
        if (!checkKeyword(rt, kwnames, 1, 'iterable')) return 0;
        return enumNew(rt, type, rt.arg(argv, 1), rt.arg(argv, 0));
      }
      if (!checkKeyword(rt, kwnames, 0, 'iterable')) return 0;
      if (!checkKeyword(rt, kwnames, 1, 'start')) return 0;
    }
    return enumNew(rt, type, rt.arg(argv, 0), rt.arg(argv, 1));
  }
  if (total === 1) {
    if (nkw === 1 && !checkKeyword(rt, kwnames, 0, 'iterable')) return 0;
    return enumNew(rt, type, rt.arg(argv, 0), 0);
  }
  if (total === 0) {
    const place = rt.profile.errorWords.enumerateTellsPlace ? ' (pos 1)' : '';
    const text = `enumerate() missing required argument 'iterable'${place}`;
    return raise(rt, rt.exc.TypeError, text);
  }
  return raise(rt, rt.exc.TypeError, `enumerate() takes at most 2 arguments (${total} given)`);
}

/** v3.13.0 enum_next */
export function enumNext(rt: Runtime, en: Addr): Addr {
  const i32 = rt.i32;
  const it = i32[(en + EN_SIT) >> 2]!;
  const item = callIterNext(rt, it);
  if (item === 0) return 0;
  const count = takeCount(rt, en);
  if (count === 0) {
    decref(rt, item);
    return 0;
  }
  const result = i32[(en + EN_RESULT) >> 2]!;
  if (i32[result >> 2] !== 1) return tuplePairSteal(rt, count, item);
  return reusePair(rt, result, count, item);
}

/** The count as an int, new; moves on to the next. v3.13.0 enum_next, increment_longindex_lock_held */
function takeCount(rt: Runtime, en: Addr): Addr {
  const i32 = rt.i32;
  const at = (en + EN_INDEX) >> 2;
  const low = i32[at]!;
  const high = i32[at + 1]!;
  if (low === -1 && high === SSIZE_MAX_HIGH) return takeLongCount(rt, en);
  const count = newIntFromWords(rt, low, high);
  if (count === 0) return 0;
  i32[at] = low + 1;
  if (low === -1) i32[at + 1] = high + 1;
  return count;
}

/** v3.13.0 enum_next_long */
function takeLongCount(rt: Runtime, en: Addr): Addr {
  const count =
    rt.ptr(en + EN_LONGINDEX) === 0
      ? newIntFromWords(rt, -1, SSIZE_MAX_HIGH)
      : newRef(rt, rt.ptr(en + EN_LONGINDEX));
  if (count === 0) return 0;
  const next = intAdd(rt, count, rt.smallInt(1));
  if (next === 0) {
    decref(rt, count);
    return 0;
  }
  setOwned(rt, en + EN_LONGINDEX, next);
  return count;
}

/** Fills a pair that only its iterator holds; steals both. @returns the pair, new */
function reusePair(rt: Runtime, pair: Addr, first: Addr, second: Addr): Addr {
  incref(rt, pair);
  const oldFirst = tupleItem(rt, pair, 0);
  const oldSecond = tupleItem(rt, pair, 1);
  tupleSetItem(rt, pair, 0, first);
  tupleSetItem(rt, pair, 1, second);
  decref(rt, oldFirst);
  decref(rt, oldSecond);
  // a collection may have found that the old contents needed no tracking
  if (!isTracked(rt, pair)) gcTrack(rt, pair);
  return pair;
}

/** v3.13.0 enum_reduce */
export function enumReduce(rt: Runtime, en: Addr): Addr {
  const long = rt.ptr(en + EN_LONGINDEX);
  const at = (en + EN_INDEX) >> 2;
  const count = long !== 0 ? newRef(rt, long) : newIntFromWords(rt, rt.i32[at]!, rt.i32[at + 1]!);
  if (count === 0) return 0;
  const args = tuplePairSteal(rt, newRef(rt, rt.ptr(en + EN_SIT)), count);
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.typeOf(en)), args);
}

export function enumDealloc(rt: Runtime, en: Addr): void {
  gcUntrackIfTracked(rt, en);
  xdecref(rt, rt.ptr(en + EN_SIT));
  xdecref(rt, rt.ptr(en + EN_RESULT));
  xdecref(rt, rt.ptr(en + EN_LONGINDEX));
  callFree(rt, en);
}

export function enumTraverse(rt: Runtime, en: Addr, visit: Visit): void {
  const it = rt.ptr(en + EN_SIT);
  const result = rt.ptr(en + EN_RESULT);
  const long = rt.ptr(en + EN_LONGINDEX);
  if (it !== 0) visit(it);
  if (result !== 0) visit(result);
  if (long !== 0) visit(long);
}
