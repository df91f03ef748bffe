/** The methods of dict. v3.13.0 Objects/dictobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { dictFromRow } from './call.ts';
import { dictReversed } from './dict-iterators.ts';
import { dictSubscript } from './dict-type.ts';
import { dictViewNew } from './dict-views.ts';
import {
  dictClear,
  dictCopy,
  dictGetItem,
  dictPop,
  dictSetItem,
  dictUpdate,
  dictUpdateArg,
} from './dict.ts';
import { errOccurred } from './errors.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';
import { classMethod, fast, fastKeywords, type MethodSpec, noArgs, oneArg } from './type-spec.ts';
import { genericAliasNew } from './late-parts.ts';
import { dictContainsRef, dictSizeOf, fromKeys, popItem, setDefault } from './late-dicts.ts';

export { dictContainsRef, dictSizeOf, fillFrom } from './late-dicts.ts';

/** Arguments of dict() and update(): a mapping or pairs, then keywords. @returns -1 with an exception */
export function updateFromRow(
  rt: Runtime,
  dict: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): number {
  if (nargs > 0 && dictUpdateArg(rt, dict, rt.arg(argv, 0)) < 0) return -1;
  if (kwnames === 0) return 0;
  for (let i = 0, n = tupleSize(rt, kwnames); i < n; i++) {
    if (dictSetItem(rt, dict, tupleItem(rt, kwnames, i), rt.arg(argv, nargs + i)) < 0) return -1;
  }
  return 0;
}

function update(rt: Runtime, dict: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  const kwargs = kwnames === 0 ? 0 : dictFromRow(rt, argv + 8 * nargs, kwnames);
  if (kwnames !== 0 && kwargs === 0) return 0;
  let status = checkPositional(rt, 'update', nargs, 0, 1) ? 0 : -1;
  if (status === 0 && nargs > 0) status = dictUpdateArg(rt, dict, rt.arg(argv, 0));
  if (status === 0 && kwargs !== 0) status = dictUpdate(rt, dict, kwargs);
  if (kwargs !== 0) decref(rt, kwargs);
  return status < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 dict_get_impl */
export function dictGet(rt: Runtime, dict: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'get', nargs, 1, 2)) return 0;
  const value = dictGetItem(rt, dict, rt.arg(argv, 0));
  if (value !== 0) return newRef(rt, value);
  if (errOccurred(rt)) return 0;
  return newRef(rt, nargs > 1 ? rt.arg(argv, 1) : rt.none);
}

function pop(rt: Runtime, dict: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'pop', nargs, 1, 2)) return 0;
  return dictPop(rt, dict, rt.arg(argv, 0), nargs > 1 ? rt.arg(argv, 1) : 0);
}

// ---- fromkeys ------------------------------------------------------------------------------------

export const dictMethods: Readonly<Record<string, MethodSpec>> = {
  __contains__: oneArg(dictContainsRef),
  __getitem__: oneArg((rt, dict, key) => dictSubscript(rt, dict, key)),
  __sizeof__: noArgs(dictSizeOf),
  get: fast(dictGet),
  setdefault: fast(setDefault),
  pop: fast(pop),
  popitem: noArgs(popItem),
  keys: noArgs((rt, dict) => dictViewNew(rt, dict, rt.types.dictKeys)),
  items: noArgs((rt, dict) => dictViewNew(rt, dict, rt.types.dictItems)),
  values: noArgs((rt, dict) => dictViewNew(rt, dict, rt.types.dictValues)),
  update: fastKeywords(update),
  fromkeys: classMethod(fast(fromKeys)),
  clear: noArgs((rt, dict) => {
    dictClear(rt, dict);
    return newRef(rt, rt.none);
  }),
  copy: noArgs(dictCopy),
  __reversed__: noArgs(dictReversed),
  __class_getitem__: classMethod(oneArg(genericAliasNew)),
};
