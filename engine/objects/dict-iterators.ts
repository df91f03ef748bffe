/**
 * The iterators over a dict, its values and its items, forwards and backwards.
 *
 *     +16  di_dict    owned, NULL once exhausted
 *     +24  di_used    items the dict had; -1 after it was found changed
 *     +32  di_pos     next entry
 *     +40  di_result  items only: the tuple handed out, used again when nobody kept it
 *     +48  len        items left
 *
 * v3.13.0 Objects/dictobject.c dictiterobject
 */
import type { Addr } from '../base/brand.ts';
import { dictLen, dictNext } from './dict.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked, isTracked } from './gc-object.ts';
import { TPFLAGS_HAVE_GC } from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { clearOwned, decref, newRef, refcnt, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tuplePack, tupleSetItem } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, type TypeSpec, type Visit } from './type-spec.ts';
import { advanceBack, lastPosition, lengthHint } from './late-dicts.ts';

export const DI_DICT = 16;
export const DI_USED = 24;
export const DI_POS = 32;
const DI_RESULT = 40;
export const DI_LEN = 48;
const DI_SIZE = 56;

/** An iterator of one of the six types over a dict. v3.13.0 dictiter_new */
export function dictIterNew(rt: Runtime, dict: Addr, type: Addr): Addr {
  const types = rt.types;
  const it = gcNew(rt, type, DI_SIZE);
  if (it === 0) return 0;
  const used = dictLen(rt, dict);
  rt.setPtr(it + DI_DICT, newRef(rt, dict));
  rt.setSize(it + DI_USED, used);
  rt.setSize(it + DI_LEN, used);
  rt.setSize(it + DI_POS, isReverse(rt, type) ? lastPosition(rt, dict) : 0);
  rt.setPtr(it + DI_RESULT, 0);
  if (type === types.dictItemIterator || type === types.dictReverseItemIterator) {
    const pair = tuplePack(rt, rt.none, rt.none);
    rt.setPtr(it + DI_RESULT, pair);
    if (pair === 0) {
      decref(rt, it);
      return 0;
    }
  }
  gcTrack(rt, it);
  return it;
}

function isReverse(rt: Runtime, type: Addr): boolean {
  const types = rt.types;
  return (
    type === types.dictReverseKeyIterator ||
    type === types.dictReverseValueIterator ||
    type === types.dictReverseItemIterator
  );
}

/** iter(dict). v3.13.0 dict_iter */
export function dictIter(rt: Runtime, dict: Addr): Addr {
  return dictIterNew(rt, dict, rt.types.dictKeyIterator);
}

function dealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  xdecref(rt, rt.ptr(it + DI_DICT));
  xdecref(rt, rt.ptr(it + DI_RESULT));
  gcDel(rt, it);
}

function traverse(rt: Runtime, it: Addr, visit: Visit): void {
  const dict = rt.ptr(it + DI_DICT);
  const result = rt.ptr(it + DI_RESULT);
  if (dict !== 0) visit(dict);
  if (result !== 0) visit(result);
}

/**
 * Puts the next item into rt.dictKey and rt.dictValue.
 * @returns false at the end, or with an exception when the dict changed. v3.13.0 dictiter_iternextkey
 */
function advance(rt: Runtime, it: Addr): boolean {
  const dict = rt.ptr(it + DI_DICT);
  if (dict === 0) return false;
  if (rt.size(it + DI_USED) !== dictLen(rt, dict)) {
    rt.setSize(it + DI_USED, -1); // stays that way
    raise(rt, rt.exc.RuntimeError, 'dictionary changed size during iteration');
    return false;
  }
  const next = dictNext(rt, dict, rt.size(it + DI_POS));
  if (next === 0) return end(rt, it);
  if (rt.size(it + DI_LEN) === 0) {
    raise(rt, rt.exc.RuntimeError, 'dictionary keys changed during iteration');
    return end(rt, it);
  }
  rt.setSize(it + DI_POS, next);
  rt.setSize(it + DI_LEN, rt.size(it + DI_LEN) - 1);
  return true;
}

export function end(rt: Runtime, it: Addr): false {
  clearOwned(rt, it + DI_DICT);
  return false;
}

function nextKey(rt: Runtime, it: Addr): Addr {
  return advance(rt, it) ? newRef(rt, rt.dictKey) : 0;
}

function nextValue(rt: Runtime, it: Addr): Addr {
  return advance(rt, it) ? newRef(rt, rt.dictValue) : 0;
}

function nextItem(rt: Runtime, it: Addr): Addr {
  return advance(rt, it) ? resultPair(rt, it) : 0;
}

/** The tuple of the last step when nobody kept it, else a new one. v3.13.0 dictiter_iternextitem */
function resultPair(rt: Runtime, it: Addr): Addr {
  const key = newRef(rt, rt.dictKey);
  const value = newRef(rt, rt.dictValue);
  const kept = rt.ptr(it + DI_RESULT);
  if (refcnt(rt, kept) !== 1) {
    const pair = tuplePack(rt, key, value);
    decref(rt, key);
    decref(rt, value);
    return pair;
  }
  const oldKey = tupleItem(rt, kept, 0);
  const oldValue = tupleItem(rt, kept, 1);
  tupleSetItem(rt, kept, 0, key);
  tupleSetItem(rt, kept, 1, value);
  newRef(rt, kept);
  decref(rt, oldKey);
  decref(rt, oldValue);
  // the collector may have stopped tracking it when it held nothing of interest
  if (!isTracked(rt, kept)) gcTrack(rt, kept);
  return kept;
}

/** `iter([...])` of what is left, without moving on. v3.13.0 dictiter_reduce */
function reduce(rt: Runtime, it: Addr): Addr {
  const copy = gcNew(rt, rt.typeOf(it), DI_SIZE);
  if (copy === 0) return 0;
  const dict = rt.ptr(it + DI_DICT);
  const pair = rt.ptr(it + DI_RESULT);
  rt.u8.copyWithin(copy + DI_DICT, it + DI_DICT, it + DI_SIZE);
  if (dict !== 0) newRef(rt, dict);
  if (pair !== 0) newRef(rt, pair); // shared, so each item gets a tuple of its own
  gcTrack(rt, copy);
  const list = listNew(rt, 0);
  const failed = list === 0 || listExtend(rt, list, copy) < 0;
  decref(rt, copy);
  if (!failed) return reduceBuiltin(rt, 'iter', list, 0);
  xdecref(rt, list);
  return 0;
}

function spec(name: string, next: (rt: Runtime, it: Addr) => Addr): TypeSpec {
  return {
    name,
    basicsize: DI_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: dealloc,
      tp_traverse: traverse,
      tp_iter: (rt, it) => newRef(rt, it),
      tp_iternext: next,
    },
    methods: { __length_hint__: noArgs(lengthHint), __reduce__: noArgs(reduce) },
  };
}

export function initDictIteratorTypes(rt: Runtime): void {
  const types = rt.types;
  const back = advanceBack;
  types.dictKeyIterator = readyType(rt, spec('dict_keyiterator', nextKey));
  types.dictValueIterator = readyType(rt, spec('dict_valueiterator', nextValue));
  types.dictItemIterator = readyType(rt, spec('dict_itemiterator', nextItem));
  types.dictReverseKeyIterator = readyType(
    rt,
    spec('dict_reversekeyiterator', (r, it) => (back(r, it) ? newRef(r, r.dictKey) : 0)),
  );
  types.dictReverseValueIterator = readyType(
    rt,
    spec('dict_reversevalueiterator', (r, it) => (back(r, it) ? newRef(r, r.dictValue) : 0)),
  );
  types.dictReverseItemIterator = readyType(
    rt,
    spec('dict_reverseitemiterator', (r, it) => (back(r, it) ? resultPair(r, it) : 0)),
  );
}

/** `dict.__reversed__`. v3.13.0 dict___reversed___impl */
export function dictReversed(rt: Runtime, dict: Addr): Addr {
  return dictIterNew(rt, dict, rt.types.dictReverseKeyIterator);
}
