/** What few programs need of what strict-lengths.ts is about. */
import type { Addr } from '../base/brand.ts';
import { keywordOf, unknownKeyword } from './args.ts';
import { dictLen, dictNext } from './dict.ts';
import { errClear, errMatches, errOccurred, raise, raiseInt } from './errors.ts';
import { callIterNext, isTrue } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleNew, tuplePairSteal, tupleSetItem } from './tuple.ts';

/** `strict` in a dict of keywords as 0 or 1; -1 with TypeError. v3.14.0 zip_new "|$p:zip" */
export function strictOfDict(rt: Runtime, name: string, kwargs: Addr): number {
  const n = dictLen(rt, kwargs);
  if (n !== 1) return n === 0 ? 0 : tooMany(rt, name, n);
  return dictNext(rt, kwargs, 0) === 0 ? 0 : strictOf(rt, name, rt.dictKey, rt.dictValue);
}

export function tooMany(rt: Runtime, name: string, n: number): number {
  const text = `${name}() takes at most 1 keyword argument (${n} given)`;
  return raiseInt(rt, rt.exc.TypeError, text);
}

export function strictOf(rt: Runtime, name: string, key: Addr, value: Addr): number {
  const word = keywordOf(rt, key);
  if (word === null) return -1;
  if (word === 'strict') return isTrue(rt, value);
  return raiseInt(rt, rt.exc.TypeError, unknownKeyword(rt, name, ['strict'], word));
}

/** Iterator `i` of `n` in a row ended: were all of one length? @returns 0, with ValueError if not */
export function checkStrict(rt: Runtime, name: string, iters: Addr, n: number, i: number): 0 {
  if (!endedQuietly(rt)) return 0;
  if (i > 0) return wrongLength(rt, name, i, 'shorter');
  for (let k = 1; k < n; k++) {
    const it = rt.arg(iters, k);
    const item = callIterNext(rt, it);
    if (item !== 0) {
      decref(rt, item);
      return wrongLength(rt, name, k, 'longer');
    }
    if (!endedQuietly(rt)) return 0;
  }
  return 0;
}

/** Whether an iterator stopped because it had no more; clears StopIteration. */
function endedQuietly(rt: Runtime): boolean {
  if (!errOccurred(rt)) return true;
  if (!errMatches(rt, rt.exc.StopIteration)) return false;
  errClear(rt);
  return true;
}

function wrongLength(rt: Runtime, name: string, i: number, how: string): 0 {
  const others = i === 1 ? ' 1' : `s 1-${i}`;
  const text = `${name}() argument ${i + 1} is ${how} than argument${others}`;
  return raise(rt, rt.exc.ValueError, text);
}

/** `(type, args)` with `args` stolen, and True when it is strict. v3.14.0 zip_reduce */
export function strictReduced(rt: Runtime, lz: Addr, args: Addr, strict: boolean): Addr {
  const type = newRef(rt, rt.typeOf(lz));
  if (!strict) return tuplePairSteal(rt, type, args);
  const result = tupleNew(rt, 3);
  if (result === 0) {
    decref(rt, type);
    decref(rt, args);
    return 0;
  }
  tupleSetItem(rt, result, 0, type);
  tupleSetItem(rt, result, 1, args);
  tupleSetItem(rt, result, 2, newRef(rt, rt.true));
  return result;
}

/** Notes in four bytes whether it is strict. New None. v3.14.0 zip_setstate */
export function setStrict(rt: Runtime, field: Addr, state: Addr): Addr {
  const strict = isTrue(rt, state);
  if (strict < 0) return 0;
  rt.i32[field >> 2] = strict;
  return newRef(rt, rt.none);
}
