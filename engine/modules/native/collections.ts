/** The module _collections. v3.13.0 Modules/_collectionsmodule.c */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { dictGetItem, dictSetItem } from '../../objects/dict.ts';
import { errOccurred } from '../../objects/errors.ts';
import { newInt } from '../../objects/int.ts';
import { builtinModule, moduleAddSteal } from '../../objects/module.ts';
import { numberAdd } from '../../objects/number-protocol.ts';
import * as O from '../../objects/object.ts';
import { decref, newRef, xdecref } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { callTwoArgs } from '../../objects/call.ts';
import { fast } from '../../objects/type-spec.ts';
import { typeLookup } from '../../objects/type-object.ts';
import { defaultdictType } from './defaultdict.ts';
import { dequeType } from './deque-type.ts';
import { orderedDictType } from './ordered-dict-type.ts';
import { tupleGetterType } from './tuple-getter.ts';

/** Whether `mapping` sets items and gets them as dict does. */
function isPlainDict(rt: Runtime, mapping: Addr): boolean {
  const type = rt.typeOf(mapping);
  const get = rt.ids.get;
  const set = rt.ids.__setitem__;
  return (
    typeLookup(rt, type, get) === typeLookup(rt, rt.types.dict, get) &&
    typeLookup(rt, type, set) === typeLookup(rt, rt.types.dict, set)
  );
}

/** One more of `key`. @returns -1 with an exception */
function countOne(rt: Runtime, mapping: Addr, key: Addr, one: Addr): number {
  const old = dictGetItem(rt, mapping, key);
  if (old === 0) return errOccurred(rt) ? -1 : dictSetItem(rt, mapping, key, one);
  const sum = numberAdd(rt, old, one);
  if (sum === 0) return -1;
  const result = dictSetItem(rt, mapping, key, sum);
  decref(rt, sum);
  return result;
}

/** The same through the methods of a mapping. */
function countByMethods(rt: Runtime, mapping: Addr, key: Addr, one: Addr, get: Addr): number {
  const zero = newInt(rt, 0);
  const old = callTwoArgs(rt, get, key, zero);
  const sum = old === 0 ? 0 : numberAdd(rt, old, one);
  const result = sum === 0 ? -1 : O.setItem(rt, mapping, key, sum);
  for (const p of [zero, old, sum]) xdecref(rt, p);
  return result;
}

/** Adds how often each element comes to a mapping. v3.13.0 _collections__count_elements_impl */
function countElements(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, '_count_elements', nargs, 2, 2)) return 0;
  const mapping = rt.arg(argv, 0);
  const it = O.getIter(rt, rt.arg(argv, 1));
  if (it === 0) return 0;
  const plain = isPlainDict(rt, mapping);
  const get = plain ? 0 : O.getAttr(rt, mapping, rt.ids.get);
  const one = newInt(rt, 1);
  let status = plain || get !== 0 ? 0 : -1;
  while (status === 0) {
    const key = O.iterNext(rt, it);
    if (key === 0) break;
    status = plain ? countOne(rt, mapping, key, one) : countByMethods(rt, mapping, key, one, get);
    decref(rt, key);
  }
  for (const p of [it, get, one]) xdecref(rt, p);
  return errOccurred(rt) ? 0 : newRef(rt, rt.none);
}

export function createCollectionsModule(rt: Runtime): Addr {
  const module = builtinModule(rt, '_collections', { _count_elements: fast(countElements) });
  const types = {
    deque: dequeType(rt),
    defaultdict: defaultdictType(rt),
    OrderedDict: orderedDictType(rt),
    _tuplegetter: tupleGetterType(rt),
  };
  for (const [name, type] of Object.entries(types))
    moduleAddSteal(rt, module, name, newRef(rt, type));
  return module;
}
