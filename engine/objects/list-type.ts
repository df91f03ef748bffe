/** The type list: construction, indexing, operators. v3.13.0 Objects/listobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { errOccurred, noMemory, raise, raiseInt } from './errors.ts';
import { callAlloc } from './generic-alloc.ts';
import {
  LIST_SIZE,
  OB_SIZE,
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_LIST_SUBCLASS,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  SLICE_STEP,
} from './layouts.ts';
import { intToNumber, isIntExact } from './int.ts';
import {
  isList,
  listClear,
  listDealloc,
  listExtend,
  listItem,
  listItems,
  listResize,
  listNewPrealloc,
  listSetItem,
  listSetSlice,
  listSize,
  listTraverse,
} from './list.ts';
import { listMethods } from './list-methods.ts';
import { listInplaceRepeat, listRepeat } from './list-repeat.ts';
import { copyRow, listGetSlice } from './list-slices.ts';
import { assignStrided, deleteStrided, sliceOfList } from './list-strided.ts';
import {
  asSsize,
  EQ,
  isIndex,
  NE,
  notImplemented,
  repr,
  richCompare,
  typeNameOf,
} from './object.ts';
import { decref, newRef } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { listIter } from './seq-iterators.ts';
import { boolRef, compareSizes, itemEquals, itemsEqual } from './sequence-compare.ts';
import { sliceLength, sliceStart, sliceStep } from './slice-bounds.ts';
import { fastSequence } from './str-build.ts';
import { newStr, strToJs } from './strings.ts';
import { readyType } from './type-ready.ts';
import { badIndex, listInit, listSqItem, takeRoomFor } from './late-sequences.ts';

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 list___init___impl */
export function init(rt: Runtime, list: Addr, iterable: Addr): number {
  if (listItems(rt, list) !== 0) listClear(rt, list);
  if (iterable !== 0 && rt.profile.listCallAsksLength && takeRoomFor(rt, list, iterable) < 0) {
    return -1;
  }
  return iterable === 0 ? 0 : listExtend(rt, list, iterable);
}

/** tp_new: an empty list of any subclass. v3.13.0 PyType_GenericNew */
function listTpNew(rt: Runtime, type: Addr): Addr {
  return callAlloc(rt, type, 0);
}

/** v3.13.0 list_vectorcall */
function listVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  if (!noKeywords(rt, 'list', kwnames) || !checkPositional(rt, 'list', nargs, 0, 1)) return 0;
  const list = callAlloc(rt, type, 0);
  if (list !== 0 && nargs > 0 && init(rt, list, rt.arg(argv, 0)) < 0) {
    decref(rt, list);
    return 0;
  }
  return list;
}

// ---- text and comparison -------------------------------------------------------------------------

/** v3.13.0 list_repr */
function listRepr(rt: Runtime, list: Addr): Addr {
  if (listSize(rt, list) === 0) return newStr(rt, '[]');
  const entered = reprEnter(rt, list);
  if (entered !== 0) return entered > 0 ? newStr(rt, '[...]') : 0;
  let text = '[';
  for (let i = 0; i < listSize(rt, list); i++) {
    const item = newRef(rt, listItem(rt, list, i)); // its repr may change the list
    const itemText = repr(rt, item);
    decref(rt, item);
    if (itemText === 0) {
      reprLeave(rt, list);
      return 0;
    }
    text += (i === 0 ? '' : ', ') + strToJs(rt, itemText);
    decref(rt, itemText);
  }
  reprLeave(rt, list);
  return newStr(rt, text + ']');
}

/** v3.13.0 list_richcompare */
function listRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isList(rt, a) || !isList(rt, b)) return notImplemented(rt);
  const alike = listSize(rt, a) === listSize(rt, b);
  if (!alike && (op === EQ || op === NE)) return boolRef(rt, op === NE);
  let i = 0;
  for (; i < listSize(rt, a) && i < listSize(rt, b); i++) {
    const same = itemsEqual(rt, listItem(rt, a, i), listItem(rt, b, i));
    if (same < 0) return 0;
    if (same === 0) break;
  }
  if (i >= listSize(rt, a) || i >= listSize(rt, b)) {
    return compareSizes(rt, listSize(rt, a), listSize(rt, b), op);
  }
  if (op === EQ) return boolRef(rt, false);
  if (op === NE) return boolRef(rt, true);
  const x = newRef(rt, listItem(rt, a, i));
  const y = newRef(rt, listItem(rt, b, i));
  const result = richCompare(rt, x, y, op);
  decref(rt, x);
  decref(rt, y);
  return result;
}

// ---- indexing ------------------------------------------------------------------------------------

/** `list[key]`, an index or a slice. v3.13.0 list_subscript */
export function listSubscript(rt: Runtime, list: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return listSqItem(rt, list, i < 0 ? i + listSize(rt, list) : i);
  }
  if (rt.typeOf(key) !== rt.types.slice) return badIndex(rt, key);
  if (!sliceOfList(rt, list, key)) return 0;
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  if (count <= 0) return listNewPrealloc(rt, 0);
  if (step === 1) return listGetSlice(rt, list, start, start + count);
  const result = listNewPrealloc(rt, count);
  if (result === 0) return 0;
  const source = listItems(rt, list);
  const target = listItems(rt, result);
  for (let i = 0, at = start; i < count; i++, at += step) {
    rt.setPtr(target + 8 * i, newRef(rt, rt.arg(source, at)));
  }
  rt.setSize(result + OB_SIZE, count);
  return result;
}

/** `list[i] = value`, i from 0 on; value 0 deletes. v3.13.0 list_ass_item, list_ass_subscript */
function listAssItem(rt: Runtime, list: Addr, i: number, value: Addr): number {
  if (i < 0 || i >= listSize(rt, list)) {
    return raiseInt(rt, rt.exc.IndexError, 'list assignment index out of range');
  }
  if (value === 0) return deleteItem(rt, list, i);
  listSetItem(rt, list, i, newRef(rt, value));
  return 0;
}

/** `del list[i]`; how much room is left differs. v3.13.0 list_ass_item_lock_held */
function deleteItem(rt: Runtime, list: Addr, i: number): number {
  const how = rt.profile.itemDeletion;
  if (how === 'slice') return listSetSlice(rt, list, i, i + 1, 0);
  const item = listItem(rt, list, i);
  const size = listSize(rt, list);
  const at = listItems(rt, list) + 8 * i;
  rt.u8.copyWithin(at, at + 8, at + 8 * (size - i));
  if (how === 'stays') rt.setSize(list + OB_SIZE, size - 1);
  else if (listResize(rt, list, size - 1) < 0) return -1; // a smaller block is never refused
  decref(rt, item);
  return 0;
}

/** v3.13.0 list_ass_subscript */
function listAssSubscript(rt: Runtime, list: Addr, key: Addr, value: Addr): number {
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return -1;
    return listAssItem(rt, list, i < 0 ? i + listSize(rt, list) : i, value);
  }
  if (rt.typeOf(key) !== rt.types.slice) {
    badIndex(rt, key);
    return -1;
  }
  if (value === 0) {
    if (!sliceOfList(rt, list, key)) return -1;
    if (sliceStep() !== 1) return deleteStrided(rt, list);
    return listSetSlice(rt, list, sliceStart(), sliceStart() + sliceLength(), 0);
  }
  return assignSlice(rt, list, key, value);
}

function needsIterable(rt: Runtime, key: Addr): string {
  const step = rt.ptr(key + SLICE_STEP);
  const plain = step === rt.none || (isIntExact(rt, step) && intToNumber(rt, step) === 1);
  return plain ? rt.profile.words.sliceNeedsIterable : 'must assign iterable to extended slice';
}

/** From a copy when the value is the list itself. */
function assignSlice(rt: Runtime, list: Addr, key: Addr, value: Addr): number {
  const fast =
    value === list
      ? listGetSlice(rt, list, 0, listSize(rt, list))
      : fastSequence(rt, value, needsIterable(rt, key));
  if (fast === 0) return -1;
  let status = -1;
  if (sliceOfList(rt, list, key)) {
    const start = sliceStart();
    status =
      sliceStep() === 1
        ? listSetSlice(rt, list, start, start + sliceLength(), fast)
        : assignStrided(rt, list, fast);
  }
  decref(rt, fast);
  return status;
}

// ---- operators -----------------------------------------------------------------------------------

/** v3.13.0 list_concat */
function listConcat(rt: Runtime, a: Addr, b: Addr): Addr {
  if (!isList(rt, b)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `can only concatenate list (not "${typeNameOf(rt, b)}") to list`,
    );
  }
  const sizeA = listSize(rt, a);
  const sizeB = listSize(rt, b);
  if ((sizeA + sizeB) * 8 >= 2 ** 31) return noMemory(rt);
  const result = listNewPrealloc(rt, sizeA + sizeB);
  if (result === 0) return 0;
  const target = listItems(rt, result);
  copyRow(rt, target, listItems(rt, a), sizeA);
  copyRow(rt, target + 8 * sizeA, listItems(rt, b), sizeB);
  rt.setSize(result + OB_SIZE, sizeA + sizeB);
  return result;
}

/** v3.13.0 list_inplace_concat */
function listInplaceConcat(rt: Runtime, list: Addr, other: Addr): Addr {
  return listExtend(rt, list, other) < 0 ? 0 : newRef(rt, list);
}

/** v3.13.0 list_contains */
function listContains(rt: Runtime, list: Addr, value: Addr): number {
  let same = 0;
  for (let i = 0; same === 0 && i < listSize(rt, list); i++) {
    same = itemEquals(rt, listItem(rt, list, i), value);
  }
  return same;
}

export function initListType(rt: Runtime): void {
  rt.types.list = readyType(rt, {
    name: 'list',
    basicsize: LIST_SIZE,
    flags:
      TPFLAGS_HAVE_GC |
      TPFLAGS_BASETYPE |
      TPFLAGS_LIST_SUBCLASS |
      TPFLAGS_MATCH_SELF |
      TPFLAGS_SEQUENCE,
    unhashable: true,
    slots: {
      tp_dealloc: listDealloc,
      tp_repr: listRepr,
      tp_traverse: listTraverse,
      tp_clear: (rt2, list) => {
        listClear(rt2, list);
        return 0;
      },
      tp_richcompare: listRichCompare,
      tp_iter: listIter,
      tp_init: listInit,
      tp_new: listTpNew,
      tp_vectorcall: listVectorcall,
      sq_length: listSize,
      sq_concat: listConcat,
      sq_repeat: listRepeat,
      sq_item: listSqItem,
      sq_ass_item: listAssItem,
      sq_contains: listContains,
      sq_inplace_concat: listInplaceConcat,
      sq_inplace_repeat: (rt2, list, n) =>
        listInplaceRepeat(rt2, list, n) < 0 ? 0 : newRef(rt2, list),
      mp_length: listSize,
      mp_subscript: listSubscript,
      mp_ass_subscript: listAssSubscript,
    },
    methods: listMethods,
  });
}
