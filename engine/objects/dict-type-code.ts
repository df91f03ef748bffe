/** What few programs need of what dict-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, keysAreStrings } from './args.ts';
import {
  dictCopy,
  dictGetKnownHash,
  dictHashBefore,
  dictLen,
  dictNext,
  dictUpdate,
  dictUpdateArg,
  isAnyDict,
} from './dict.ts';
import { errOccurred } from './errors.ts';
import { EQ, NE, notImplemented, richCompareBool } from './object.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { boolRef } from './sequence-compare.ts';
import { tupleSize } from './tuple.ts';

/** v3.13.0 dict_init, dict_update_common */
export function dictInit(rt: Runtime, dict: Addr, args: Addr, kwargs: Addr): number {
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, 'dict', nargs, 0, 1)) return -1;
  if (nargs > 0 && dictUpdateArg(rt, dict, rt.arg(args + rt.layout.tupleItems, 0)) < 0) return -1;
  if (kwargs === 0) return 0;
  return keysAreStrings(rt, kwargs) ? dictUpdate(rt, dict, kwargs) : -1;
}

/** 1 equal, 0 not, -1 with an exception. v3.13.0 dict_equal */
function dictEqual(rt: Runtime, a: Addr, b: Addr): number {
  if (dictLen(rt, a) !== dictLen(rt, b)) return 0;
  for (let at = dictNext(rt, a, 0); at !== 0; at = dictNext(rt, a, at)) {
    const key = newRef(rt, rt.dictKey); // a comparison may change either dict
    const value = newRef(rt, rt.dictValue);
    const low = dictHashBefore(rt, a, at);
    const other = dictGetKnownHash(rt, b, key, low, rt.hashHigh);
    let same = 0;
    if (other !== 0) {
      incref(rt, other);
      same = richCompareBool(rt, value, other, EQ);
      decref(rt, other);
    } else if (errOccurred(rt)) same = -1;
    decref(rt, key);
    decref(rt, value);
    if (same <= 0) return same;
  }
  return 1;
}

/** v3.13.0 dict_richcompare */
export function dictRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isAnyDict(rt, a) || !isAnyDict(rt, b) || (op !== EQ && op !== NE)) return notImplemented(rt);
  const same = dictEqual(rt, a, b);
  return same < 0 ? 0 : boolRef(rt, same === (op === EQ ? 1 : 0));
}

/** v3.13.0 dict_or */
export function dictOr(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isAnyDict(rt, a) || !isAnyDict(rt, b)) return notImplemented(rt);
  const result = dictCopy(rt, a);
  if (result !== 0 && dictUpdateArg(rt, result, b) < 0) {
    decref(rt, result);
    return 0;
  }
  return result;
}

/** v3.13.0 dict_ior */
export function dictInplaceOr(rt: Runtime, dict: Addr, other: Addr): Addr {
  return dictUpdateArg(rt, dict, other) < 0 ? 0 : newRef(rt, dict);
}
