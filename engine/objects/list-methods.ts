/** The methods of list. v3.13.0 Objects/listobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional } from './args.ts';
import { ssizeArgument } from './clinic.ts';
import { raise } from './errors.ts';
import { newInt } from './int.ts';
import { LIST_ALLOCATED, TP_BASICSIZE } from './layouts.ts';
import {
  listAppend,
  listClear,
  listExtend,
  listInsert,
  listItem,
  listItems,
  listResize,
  listSetSlice,
  listSize,
} from './list.ts';
import { listGetSlice } from './list-slices.ts';
import { genericAliasNew, listSort } from './late-parts.ts';
import { listSubscript } from './list-type.ts';
import { reprText } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { listReversed } from './seq-iterators.ts';
import { itemEquals } from './sequence-compare.ts';
import { findIndex } from './sequence-find.ts';
import { classMethod, fast, fastKeywords, type MethodSpec, noArgs, oneArg } from './type-spec.ts';

function noneUnless(rt: Runtime, failed: number): Addr {
  return failed < 0 ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 list_insert_impl */
function insert(rt: Runtime, list: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'insert', nargs, 2, 2)) return 0;
  const index = ssizeArgument(rt, rt.arg(argv, 0));
  if (Number.isNaN(index)) return 0;
  return noneUnless(rt, listInsert(rt, list, index, rt.arg(argv, 1)));
}

/** list.pop(i), counted from the end when negative; a new reference. v3.13.0 list_pop_impl */
export function listPop(rt: Runtime, list: Addr, where: number): Addr {
  const size = listSize(rt, list);
  if (size === 0) return raise(rt, rt.exc.IndexError, 'pop from empty list');
  const index = where < 0 ? where + size : where;
  if (index < 0 || index >= size) {
    return raise(rt, rt.exc.IndexError, 'pop index out of range');
  }
  const item = listItem(rt, list, index);
  if (size === 1 && rt.profile.popClears) {
    newRef(rt, item);
    listClear(rt, list);
    return item;
  }
  const items = listItems(rt, list);
  const at = items + 8 * index;
  rt.u8.copyWithin(at, at + 8, items + 8 * size);
  if (listResize(rt, list, size - 1) === 0) return item;
  rt.u8.copyWithin(at + 8, at, items + 8 * (size - 1));
  rt.setPtr(at, item);
  return 0;
}

function pop(rt: Runtime, list: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'pop', nargs, 0, 1)) return 0;
  const index = nargs === 0 ? -1 : ssizeArgument(rt, rt.arg(argv, 0));
  return Number.isNaN(index) ? 0 : listPop(rt, list, index);
}

/** v3.13.0 list_remove_impl */
function remove(rt: Runtime, list: Addr, value: Addr): Addr {
  for (let i = 0; i < listSize(rt, list); i++) {
    const same = itemEquals(rt, listItem(rt, list, i), value);
    if (same < 0) return 0;
    if (same > 0) return noneUnless(rt, listSetSlice(rt, list, i, i + 1, 0));
  }
  return raise(rt, rt.exc.ValueError, 'list.remove(x): x not in list');
}

/** v3.13.0 list_index_impl */
function index(rt: Runtime, list: Addr, argv: Addr, nargs: number): Addr {
  const at = findIndex(rt, list, argv, nargs, listSize, listItem);
  if (at >= 0) return newInt(rt, at);
  if (at === -1) {
    const { notInList } = rt.profile.words;
    const text = notInList ?? reprText(rt, rt.arg(argv, 0));
    if (text !== null) {
      raise(rt, rt.exc.ValueError, notInList ?? `${text} is not in list`);
    }
  }
  return 0;
}

/** v3.13.0 list_count */
function count(rt: Runtime, list: Addr, value: Addr): Addr {
  let found = 0;
  for (let i = 0; i < listSize(rt, list); i++) {
    const same = itemEquals(rt, listItem(rt, list, i), value);
    if (same < 0) return 0;
    found += same;
  }
  return newInt(rt, found);
}

/** Turns a row of pointers around. v3.13.0 reverse_slice */
export function reverseRow(rt: Runtime, row: Addr, n: number): void {
  const i32 = rt.i32;
  let low = row >> 2;
  let high = low + 2 * (n - 1);
  for (; low < high; low += 2, high -= 2) {
    const p = i32[low]!;
    i32[low] = i32[high]!;
    i32[high] = p;
  }
}

function reverse(rt: Runtime, list: Addr): Addr {
  if (listSize(rt, list) > 1) reverseRow(rt, listItems(rt, list), listSize(rt, list));
  return newRef(rt, rt.none);
}

/** v3.13.0 list___sizeof___impl */
function sizeOf(rt: Runtime, list: Addr): Addr {
  const own = rt.size(rt.typeOf(list) + TP_BASICSIZE);
  return newInt(rt, own + 8 * rt.size(list + LIST_ALLOCATED));
}

export const listMethods: Readonly<Record<string, MethodSpec>> = {
  __getitem__: oneArg((rt, list, key) => listSubscript(rt, list, key)),
  __reversed__: noArgs(listReversed),
  __sizeof__: noArgs(sizeOf),
  clear: noArgs((rt, list) => {
    listClear(rt, list);
    return newRef(rt, rt.none);
  }),
  copy: noArgs((rt, list) => listGetSlice(rt, list, 0, listSize(rt, list))),
  append: oneArg((rt, list, v) => noneUnless(rt, listAppend(rt, list, v))),
  insert: fast(insert),
  extend: oneArg((rt, list, iterable) => noneUnless(rt, listExtend(rt, list, iterable))),
  pop: fast(pop),
  remove: oneArg(remove),
  index: fast(index),
  count: oneArg(count),
  reverse: noArgs(reverse),
  sort: fastKeywords(listSort),
  __class_getitem__: classMethod(oneArg(genericAliasNew)),
};
