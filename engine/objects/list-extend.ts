/** Appending all items of an iterable, with the room that CPython takes. v3.13.0 Objects/listobject.c */
import type { Addr } from '../base/brand.ts';
import { dictLen, dictNext } from './dict.ts';
import { dictOfView } from './dict-views.ts';
import { errOccurred } from './errors.ts';
import { LIST_ALLOCATED, OB_SIZE } from './layouts.ts';
import { listAppendSteal, listItems, listPreallocateExact, listResize, listSize } from './list.ts';
import { listInplaceRepeat } from './list-repeat.ts';
import { copyRow } from './list-slices.ts';
import { getIter, iterNext, lengthHint } from './object.ts';
import { decref, incref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { rowLength, rowStart } from './sequence-row.ts';
import { setLen, setNext } from './set.ts';
import { tuplePack } from './tuple.ts';

const KEYS = 0;
const VALUES = 1;
const ITEMS = 2;

/** list.extend(iterable): 0, -1 with an exception. v3.13.0 _list_extend */
export function listExtend(rt: Runtime, list: Addr, iterable: Addr): number {
  const types = rt.types;
  if (iterable === list) return listInplaceRepeat(rt, list, 2);
  const type = rt.typeOf(iterable);
  if (type === types.list || type === types.tuple) return extendRow(rt, list, iterable);
  if (!rt.profile.extendKnowsTables) return extendIter(rt, list, iterable);
  if (type === types.set || type === types.frozenset) return extendSet(rt, list, iterable);
  if (type === types.dict) return extendDict(rt, list, iterable, KEYS);
  if (type === types.dictKeys) return extendDict(rt, list, dictOfView(rt, iterable), KEYS);
  if (type === types.dictValues) return extendDict(rt, list, dictOfView(rt, iterable), VALUES);
  if (type === types.dictItems) return extendDict(rt, list, dictOfView(rt, iterable), ITEMS);
  return extendIter(rt, list, iterable);
}

/** From an exact list or tuple. v3.13.0 list_extend_fast */
function extendRow(rt: Runtime, list: Addr, seq: Addr): number {
  const n = rowLength(rt, seq);
  if (n === 0) return 0;
  const m = listSize(rt, list);
  if (listItems(rt, list) === 0 && !rt.profile.extendOverAllocates) {
    if (listPreallocateExact(rt, list, n) < 0) return -1;
    rt.setSize(list + OB_SIZE, n);
  } else if (listResize(rt, list, m + n) < 0) return -1;
  copyRow(rt, listItems(rt, list) + 8 * m, rowStart(rt, seq), n);
  return 0;
}

/** v3.13.0 list_extend_set */
function extendSet(rt: Runtime, list: Addr, set: Addr): number {
  const m = listSize(rt, list);
  if (listResize(rt, list, m + setLen(rt, set)) < 0) return -1;
  let at = listItems(rt, list) + 8 * m;
  for (let pos = setNext(rt, set, 0); pos !== 0; pos = setNext(rt, set, pos), at += 8) {
    rt.setPtr(at, newRef(rt, rt.dictKey));
  }
  return 0;
}

/** v3.13.0 list_extend_dict, list_extend_dictitems */
function extendDict(rt: Runtime, list: Addr, dict: Addr, what: number): number {
  const m = listSize(rt, list);
  const n = dictLen(rt, dict);
  if (listResize(rt, list, m + n) < 0) return -1;
  let size = m;
  for (let pos = dictNext(rt, dict, 0); pos !== 0; pos = dictNext(rt, dict, pos), size++) {
    const item = extendItem(rt, what);
    if (item === 0) {
      rt.setSize(list + OB_SIZE, size);
      return -1;
    }
    rt.setPtr(listItems(rt, list) + 8 * size, item);
  }
  rt.setSize(list + OB_SIZE, m + n);
  return 0;
}

function extendItem(rt: Runtime, what: number): Addr {
  if (what === ITEMS) return tuplePack(rt, rt.dictKey, rt.dictValue);
  const item = what === KEYS ? rt.dictKey : rt.dictValue;
  incref(rt, item);
  return item;
}

/** From any other iterable: room for what it says it has, then given back. list_extend_iter */
function extendIter(rt: Runtime, list: Addr, iterable: Addr): number {
  const it = getIter(rt, iterable);
  if (it === 0) return -1;
  const status = takeRoom(rt, list, iterable) < 0 ? -1 : drain(rt, list, it);
  decref(rt, it);
  return status;
}

function takeRoom(rt: Runtime, list: Addr, iterable: Addr): number {
  const n = lengthHint(rt, iterable, rt.profile.extendGuess);
  if (n < 0) return -1;
  const m = listSize(rt, list);
  if (m + n >= 2 ** 63) return 0; // it says too much: what it has will tell
  if (listItems(rt, list) === 0 && !rt.profile.extendOverAllocates)
    return n === 0 ? 0 : listPreallocateExact(rt, list, n);
  if (listResize(rt, list, m + n) < 0) return -1;
  rt.setSize(list + OB_SIZE, m);
  return 0;
}

function drain(rt: Runtime, list: Addr, it: Addr): number {
  for (;;) {
    const item = iterNext(rt, it);
    if (item === 0) {
      if (errOccurred(rt)) return -1;
      break;
    }
    if (listAppendSteal(rt, list, item) < 0) return -1;
  }
  const size = listSize(rt, list);
  return size < rt.size(list + LIST_ALLOCATED) ? listResize(rt, list, size) : 0;
}
