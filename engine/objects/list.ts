/**
 * list: a growing row of references in a block of its own.
 *
 *     -16  GC header
 *     +0   ob_refcnt, ob_type
 *     +16  ob_size     items in use
 *     +24  ob_item     -> pointers, NULL while nothing was ever put in
 *     +32  allocated   room, in items
 *
 * What Python sees of the type stands in list-type.ts and list-methods.ts, sorting in list-sort.ts.
 * v3.13.0 Objects/listobject.c
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory } from './errors.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import {
  gcDel,
  gcNew,
  gcTrack,
  gcUntrackIfTracked,
  trashcanBegin,
  trashcanEnd,
} from './gc-object.ts';
import {
  LIST_ALLOCATED,
  LIST_ITEMS,
  LIST_SIZE,
  OB_SIZE,
  TPFLAGS_LIST_SUBCLASS,
  TP_FLAGS,
  TP_FREE,
} from './layouts.ts';
import { decref, incref, newRef } from './refcount.ts';
import { FREE_LIST, type Runtime } from './runtime.ts';
import { tupleFromRow } from './tuple.ts';
import type { Visit } from './type-spec.ts';

export { listExtend } from './list-extend.ts';
export { listSetSlice } from './list-slices.ts';
export { initListType } from './list-type.ts';

/** Whether the object is a list or an instance of a subclass. v3.13.0 PyList_Check */
export function isList(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_LIST_SUBCLASS) !== 0;
}

/** Number of items. v3.13.0 PyList_GET_SIZE */
export function listSize(rt: Runtime, list: Addr): number {
  return rt.i32[(list + OB_SIZE) >> 2]!;
}

/** Byte offset of the first item's pointer; valid until the list changes. */
export function listItems(rt: Runtime, list: Addr): Addr {
  return rt.i32[(list + LIST_ITEMS) >> 2]!;
}

/** Item `i`, borrowed. v3.13.0 PyList_GET_ITEM */
export function listItem(rt: Runtime, list: Addr, i: number): Addr {
  const i32 = rt.i32;
  return i32[(i32[(list + LIST_ITEMS) >> 2]! >> 2) + 2 * i]!;
}

/** Puts `v` (stolen) into slot `i`, whose old content, if any, is dropped. v3.13.0 PyList_SetItem */
export function listSetItem(rt: Runtime, list: Addr, i: number, v: Addr): void {
  const at = (rt.i32[(list + LIST_ITEMS) >> 2]! >> 2) + 2 * i;
  const old = rt.i32[at]!;
  rt.i32[at] = v;
  rt.i32[at + 1] = v === 0 ? 0 : ADDRESS_HIGH;
  if (old !== 0) decref(rt, old);
}

/** A list object without items, not tracked: the one freed last, or a new block. */
function listAlloc(rt: Runtime): Addr {
  const p = freeListPop(rt, FREE_LIST);
  if (p === 0) return gcNew(rt, rt.types.list, LIST_SIZE);
  const i = p >> 2;
  rt.i32[i] = 1;
  rt.i32[i + 1] = 0;
  return p;
}

/** Fills size, items and room. */
function fillList(rt: Runtime, list: Addr, size: number, items: Addr, allocated: number): void {
  rt.setSize(list + OB_SIZE, size);
  rt.setPtr(list + LIST_ITEMS, items);
  rt.setSize(list + LIST_ALLOCATED, allocated);
}

/** A list of `n` items that are NULL. v3.13.0 PyList_New */
export function listNew(rt: Runtime, n: number): Addr {
  const list = listAlloc(rt);
  if (list === 0) return 0;
  let items = 0;
  if (n > 0) {
    items = rt.mem.calloc(n, 8);
    if (items === 0) {
      fillList(rt, list, 0, 0, 0);
      decref(rt, list);
      return noMemory(rt);
    }
  }
  fillList(rt, list, n, items, n);
  gcTrack(rt, list);
  return list;
}

/** An empty list with room for exactly `n` items. v3.13.0 list_new_prealloc */
export function listNewPrealloc(rt: Runtime, n: number): Addr {
  const list = listNew(rt, 0);
  if (list === 0 || n === 0) return list;
  const items = rt.mem.malloc(8 * n);
  if (items === 0) {
    decref(rt, list);
    return noMemory(rt);
  }
  fillList(rt, list, 0, items, n);
  return list;
}

/** A list of a row of `n` objects whose references it takes over. v3.13.0 _PyList_FromArraySteal */
export function listFromRowSteal(rt: Runtime, argv: Addr, n: number): Addr {
  const list = listNew(rt, n);
  if (list === 0) {
    for (let i = 0; i < n; i++) decref(rt, rt.arg(argv, i));
    return 0;
  }
  const i32 = rt.i32;
  let from = argv >> 2;
  let to = listItems(rt, list) >> 2;
  for (const end = from + 2 * n; from < end; from += 2, to += 2) {
    i32[to] = i32[from]!;
    i32[to + 1] = ADDRESS_HIGH;
  }
  return list;
}

/**
 * Room for `size` items, and ob_size set to it; growth asks for an eighth more than needed.
 * New slots are undefined. @returns -1 with MemoryError, nothing changed. v3.13.0 list_resize
 */
export function listResize(rt: Runtime, list: Addr, size: number): number {
  const i32 = rt.i32;
  const allocated = i32[(list + LIST_ALLOCATED) >> 2]!;
  if (allocated >= size && (size >= allocated >> 1 || allocated <= rt.profile.listKeepsRoom)) {
    i32[(list + OB_SIZE) >> 2] = size;
    return 0;
  }
  if (size > MOST_ITEMS) return raiseNoMemory(rt);
  let room = (size + (size >>> 3) + 6) & ~3;
  // no over-allocation when the jump is larger than what it would add
  if (size - i32[(list + OB_SIZE) >> 2]! > room - size) room = (size + 3) & ~3;
  if (rt.profile.listGrowth === 'old') room = size + (size >>> 3) + (size < 9 ? 3 : 6);
  if (size === 0) room = 0;
  const items = rt.mem.realloc(i32[(list + LIST_ITEMS) >> 2]!, 8 * room);
  if (items === 0) return raiseNoMemory(rt);
  fillList(rt, list, size, items, room);
  return 0;
}

/** More items than any buffer has room for: the arithmetic of rooms stays within 31 bits. */
const MOST_ITEMS = 2 ** 27;

function raiseNoMemory(rt: Runtime): -1 {
  noMemory(rt);
  return -1;
}

/** The first block of a list, of an even number of items. v3.13.0 list_preallocate_exact */
export function listPreallocateExact(rt: Runtime, list: Addr, size: number): number {
  if (size > MOST_ITEMS) return raiseNoMemory(rt);
  const room = rt.profile.listStartsEven ? (size + 1) & ~1 : size;
  const items = rt.mem.malloc(8 * room);
  if (items === 0) return raiseNoMemory(rt);
  rt.setPtr(list + LIST_ITEMS, items);
  rt.setSize(list + LIST_ALLOCATED, room);
  return 0;
}

/** @returns 0, -1 with MemoryError. v3.13.0 PyList_Append */
export function listAppend(rt: Runtime, list: Addr, v: Addr): number {
  incref(rt, v);
  return listAppendSteal(rt, list, v);
}

/** Appends `v`, taking over its reference even when it fails. v3.13.0 _PyList_AppendTakeRef */
export function listAppendSteal(rt: Runtime, list: Addr, v: Addr): number {
  const i32 = rt.i32;
  const n = i32[(list + OB_SIZE) >> 2]!;
  if (i32[(list + LIST_ALLOCATED) >> 2]! > n) i32[(list + OB_SIZE) >> 2] = n + 1;
  else if (listResize(rt, list, n + 1) < 0) {
    decref(rt, v);
    return -1;
  }
  const at = (i32[(list + LIST_ITEMS) >> 2]! >> 2) + 2 * n;
  i32[at] = v;
  i32[at + 1] = ADDRESS_HIGH;
  return 0;
}

/** Inserts before item `where`, counted and clipped as `list.insert` does. v3.13.0 ins1 */
export function listInsert(rt: Runtime, list: Addr, where: number, v: Addr): number {
  const n = listSize(rt, list);
  if (listResize(rt, list, n + 1) < 0) return -1;
  let index = where < 0 ? where + n : where;
  if (index < 0) index = 0;
  if (index > n) index = n;
  const items = listItems(rt, list);
  rt.u8.copyWithin(items + 8 * index + 8, items + 8 * index, items + 8 * n);
  rt.setPtr(items + 8 * index, newRef(rt, v));
  return 0;
}

/** Drops every item, last to first, and the block. v3.13.0 list_clear_impl */
export function listClear(rt: Runtime, list: Addr): void {
  const items = listItems(rt, list);
  if (items === 0) return;
  let i = listSize(rt, list);
  // the items may look at the list while they die: it is empty by then
  fillList(rt, list, 0, 0, 0);
  while (--i >= 0) {
    const p = rt.i32[(items >> 2) + 2 * i]!;
    if (p !== 0) decref(rt, p);
  }
  rt.mem.free(items);
}

/** v3.13.0 list_dealloc: items go last to first, then the list into the free list */
export function listDealloc(rt: Runtime, list: Addr): void {
  gcUntrackIfTracked(rt, list);
  const exact = rt.typeOf(list) === rt.types.list; // a subclass has its own trashcan around this one
  if (exact && trashcanBegin(rt, list)) return;
  const i32 = rt.i32;
  const items = i32[(list + LIST_ITEMS) >> 2]!;
  if (items !== 0) {
    const first = items >> 2;
    for (let i = first + 2 * (i32[(list + OB_SIZE) >> 2]! - 1); i >= first; i -= 2) {
      const p = i32[i]!;
      if (p !== 0) decref(rt, p);
    }
    rt.mem.free(items);
    rt.setPtr(list + LIST_ITEMS, 0);
  }
  if (!exact || !freeListPush(rt, FREE_LIST, list, rt.profile.freeLists.list)) {
    rt.fns[i32[(rt.typeOf(list) + TP_FREE) >> 2]!]!(rt, list);
  }
  if (exact) trashcanEnd(rt);
}

/** v3.13.0 list_traverse */
export function listTraverse(rt: Runtime, list: Addr, visit: Visit): void {
  for (let i = listSize(rt, list) - 1; i >= 0; i--) {
    const p = listItem(rt, list, i);
    if (p !== 0) visit(p);
  }
}

/** The memory blocks besides the object itself that a list owns: its items. */
export function listBlocks(rt: Runtime, list: Addr, visit: (block: Addr) => void): void {
  const items = listItems(rt, list);
  if (items !== 0) visit(items);
}

/** Frees the lists of the free list. v3.13.0 _PyList_ClearFreeList */
export function listClearFreeList(rt: Runtime): void {
  for (let p = freeListPop(rt, FREE_LIST); p !== 0; p = freeListPop(rt, FREE_LIST)) gcDel(rt, p);
}

/** A new tuple of the items. v3.13.0 PyList_AsTuple */
export function listToTuple(rt: Runtime, list: Addr): Addr {
  return tupleFromRow(rt, listItems(rt, list), listSize(rt, list));
}
