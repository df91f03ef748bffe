/**
 * Pickling and copying of objects: `__reduce_ex__`, `__reduce__`, `__getstate__`.
 *
 * NOT CPYTHON: protocols 0 and 1 go through copyreg there; here every protocol gives what protocol
 * 2 gives. v3.13.0 Objects/typeobject.c object___reduce_ex__, reduce_newobj, object_getstate
 */
import type { Addr } from '../base/brand.ts';
import { callNoArgs } from './call.ts';
import { dictCopy, dictLen, dictNew, dictSetItem } from './dict.ts';
import { errClear, errMatches, errOccurred, raise } from './errors.ts';
import * as L from './layouts.ts';
import { asSsize, getAttr, getIter, isTrue, lookupAttr } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleNew, tuplePack, tupleSetItem, tupleSize } from './tuple.ts';
import { isHeapType, typeFlags, typeLookup, typeName } from './type-object.ts';

/** `__reduce__` when the class has one of its own, else what protocol 2 gives. */
export function objectReduceEx(rt: Runtime, self: Addr, protocolObject: Addr): Addr {
  const protocol = asSsize(rt, protocolObject, rt.exc.OverflowError);
  if (protocol === -1 && errOccurred(rt)) return 0;
  const name = rt.ids.__reduce__;
  const own = typeLookup(rt, rt.typeOf(self), name);
  if (own !== 0 && own !== typeLookup(rt, rt.types.object, name)) {
    const method = getAttr(rt, self, name);
    if (method === 0) return 0;
    const result = callNoArgs(rt, method);
    decref(rt, method);
    return result;
  }
  if (protocol < 2 && slotsAreLost(rt, self)) {
    const type = typeName(rt, rt.typeOf(self));
    return raise(rt, rt.exc.TypeError, rt.profile.errorWords.slotsWithoutState(type, protocol));
  }
  return objectReduce(rt, self);
}

/** Whether the object has slots that only a `__getstate__` of its class tells. Lib/copyreg.py _reduce_ex */
function slotsAreLost(rt: Runtime, self: Addr): boolean {
  const type = rt.typeOf(self);
  const state = typeLookup(rt, type, rt.ids.__getstate__);
  const own = state !== 0 && state !== typeLookup(rt, rt.types.object, rt.ids.__getstate__);
  if (own || !isHeapType(rt, type)) return false;
  const slots = lookupAttr(rt, type, rt.ids.__slots__);
  if (slots === 0) {
    if (errOccurred(rt)) errClear(rt);
    return false;
  }
  const some = isTrue(rt, slots) === 1;
  decref(rt, slots);
  return some;
}

/** `(object.__new__, (cls, *args), state, listitems, dictitems)`. v3.13.0 reduce_newobj */
export function objectReduce(rt: Runtime, self: Addr): Addr {
  const type = rt.typeOf(self);
  const plain = rt.size(type + L.TP_ITEMSIZE) === 0 && rt.ptr(type + L.TP_NEW) !== 0;
  if (!isHeapType(rt, type) && type !== rt.types.object && !plain) {
    return raise(rt, rt.exc.TypeError, `cannot pickle '${typeName(rt, type)}' object`);
  }
  const factory = getAttr(rt, type, rt.ids.__new__);
  const args = factory === 0 ? 0 : newArguments(rt, self, type);
  const state = args === 0 ? 0 : stateOf(rt, self);
  const items = state === 0 ? 0 : itemsOf(rt, self, type);
  let result = 0;
  if (items !== 0) {
    const [list, dict] = [tupleItem(rt, items, 0), tupleItem(rt, items, 1)];
    result = tuplePack(rt, factory, args, state, list, dict);
  }
  for (const p of [factory, args, state, items]) xdecref(rt, p);
  return result;
}

/** `(cls, *self.__getnewargs__())`; new. */
function newArguments(rt: Runtime, self: Addr, type: Addr): Addr {
  const method = lookupAttr(rt, self, rt.ids.__getnewargs__);
  if (method === 0) return errOccurred(rt) ? 0 : tuplePack(rt, type);
  const given = callNoArgs(rt, method);
  decref(rt, method);
  if (given === 0) return 0;
  const n = tupleSize(rt, given);
  const all = tupleNew(rt, n + 1);
  if (all !== 0) {
    tupleSetItem(rt, all, 0, newRef(rt, type));
    for (let i = 0; i < n; i++) tupleSetItem(rt, all, i + 1, newRef(rt, tupleItem(rt, given, i)));
  }
  decref(rt, given);
  return all;
}

/** What `__getstate__` gives, or what object's own would; new. */
export function stateOf(rt: Runtime, self: Addr): Addr {
  const method = lookupAttr(rt, self, rt.ids.__getstate__);
  if (method === 0) return errOccurred(rt) ? 0 : objectGetState(rt, self);
  const state = callNoArgs(rt, method);
  decref(rt, method);
  return state;
}

/** What a list or dict holds, as a pair of iterators or None; new. */
function itemsOf(rt: Runtime, self: Addr, type: Addr): Addr {
  const flags = typeFlags(rt, type);
  const list = flags & L.TPFLAGS_LIST_SUBCLASS ? getIter(rt, self) : newRef(rt, rt.none);
  const dict = flags & L.TPFLAGS_DICT_SUBCLASS ? dictItemsIterator(rt, self) : newRef(rt, rt.none);
  const pair = list === 0 || dict === 0 ? 0 : tuplePack(rt, list, dict);
  xdecref(rt, list);
  xdecref(rt, dict);
  return pair;
}

function dictItemsIterator(rt: Runtime, self: Addr): Addr {
  const method = getAttr(rt, self, rt.ids.items);
  if (method === 0) return 0;
  const items = callNoArgs(rt, method);
  decref(rt, method);
  if (items === 0) return 0;
  const it = getIter(rt, items);
  decref(rt, items);
  return it;
}

/** The instance dict, with the values of slots beside it. v3.13.0 object_getstate_default */
export function objectGetState(rt: Runtime, self: Addr): Addr {
  const own = lookupAttr(rt, self, rt.ids.__dict__);
  if (own === 0 && errOccurred(rt)) return 0;
  const empty = own === 0 || dictLen(rt, own) === 0;
  const state = empty ? newRef(rt, rt.none) : dictCopy(rt, own);
  xdecref(rt, own);
  if (state === 0) return 0;
  const slots = slotValues(rt, self);
  if (slots === 0) {
    decref(rt, state);
    return 0;
  }
  const pair = dictLen(rt, slots) > 0 ? tuplePack(rt, state, slots) : newRef(rt, state);
  decref(rt, state);
  decref(rt, slots);
  return pair;
}

/** The slots that are filled, as a new dict. */
function slotValues(rt: Runtime, self: Addr): Addr {
  const dict = dictNew(rt);
  if (dict === 0) return 0;
  for (let t = rt.typeOf(self); t !== 0; t = rt.ptr(t + L.TP_BASE)) {
    if (!isHeapType(rt, t) || rt.ptr(t + L.HT_SLOTS) === 0) continue;
    const names = rt.ptr(t + L.HT_SLOTS);
    for (let i = 0, n = tupleSize(rt, names); i < n; i++) {
      const value = getAttr(rt, self, tupleItem(rt, names, i));
      if (value === 0) {
        if (!errMatches(rt, rt.exc.AttributeError)) {
          decref(rt, dict);
          return 0;
        }
        errClear(rt);
        continue;
      }
      const failed = dictSetItem(rt, dict, tupleItem(rt, names, i), value);
      decref(rt, value);
      if (failed < 0) {
        decref(rt, dict);
        return 0;
      }
    }
  }
  return dict;
}
