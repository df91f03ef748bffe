/**
 * The lists that the collector works on: GC headers linked in a ring through a list head.
 *
 *     head  <->  node  <->  node  <->  head
 *
 * A node is the address of a GC header, 16 bytes before its object. Between collections
 * `_gc_next` is a plain pointer and `_gc_prev` a pointer with flags in its two lowest bits. During
 * a collection `_gc_prev` of the objects being looked at holds gc_refs instead, and the list is
 * singly linked until it is restored:
 *
 *     _gc_prev   gc_refs << 2 | COLLECTING | FINALIZED
 *     _gc_next   next | UNREACHABLE (only between moveUnreachable and moveLegacyFinalizers)
 *
 * With the incremental collector `_gc_next` has another flag, always: the old space of the object.
 *
 * v3.13.0 Python/gc.c, Include/internal/pycore_gc.h
 */
import type { Addr } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import {
  GC_HEAD_SIZE,
  GC_NEXT_FLAGS,
  GC_NEXT_OLD_SPACE_1,
  GC_PREV_COLLECTING,
  GC_PREV_FINALIZED,
} from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';

/** Bits of `_gc_prev` below the pointer or the count. v3.13.0 _PyGC_PREV_SHIFT */
export const PREV_SHIFT = 2;
const PREV_FLAGS = GC_PREV_FINALIZED | GC_PREV_COLLECTING;

/** The GC header of an object. v3.13.0 _Py_AS_GC */
export function asGc(p: Addr): Addr {
  return p - GC_HEAD_SIZE;
}

/** The object behind a GC header. v3.13.0 _Py_FROM_GC */
export function fromGc(node: Addr): Addr {
  return node + GC_HEAD_SIZE;
}

/** The next node, without flags. v3.13.0 GC_NEXT */
export function gcNext(rt: Runtime, node: Addr): Addr {
  return rt.i32[node >> 2]! & ~GC_NEXT_FLAGS;
}

/** The previous node, without flags. v3.13.0 GC_PREV */
export function gcPrev(rt: Runtime, node: Addr): Addr {
  return rt.i32[(node >> 2) + 2]! & ~PREV_FLAGS;
}

/** Writes the pointer in `_gc_next` and leaves its flags. v3.14.2 _PyGCHead_SET_NEXT */
export function gcSetNext(rt: Runtime, node: Addr, next: Addr): void {
  const i = node >> 2;
  rt.i32[i] = next | (rt.i32[i]! & GC_NEXT_FLAGS);
  rt.i32[i + 1] = ADDRESS_HIGH;
}

export function gcSetUnreachable(rt: Runtime, node: Addr): void {
  rt.i32[node >> 2] = rt.i32[node >> 2]! | rt.nextUnreachable;
}

export function gcClearUnreachable(rt: Runtime, node: Addr): void {
  rt.i32[node >> 2] = rt.i32[node >> 2]! & ~rt.nextUnreachable;
}

/** The old space that an object is in, 0 or 1. v3.14.2 gc_old_space */
export function gcOldSpace(rt: Runtime, node: Addr): number {
  return rt.i32[node >> 2]! & GC_NEXT_OLD_SPACE_1;
}

/** v3.14.2 gc_set_old_space */
export function gcSetOldSpace(rt: Runtime, node: Addr, space: number): void {
  rt.i32[node >> 2] = (rt.i32[node >> 2]! & ~GC_NEXT_OLD_SPACE_1) | space;
}

/** v3.14.2 gc_flip_old_space */
export function gcFlipOldSpace(rt: Runtime, node: Addr): void {
  rt.i32[node >> 2] = rt.i32[node >> 2]! ^ GC_NEXT_OLD_SPACE_1;
}

/** Writes the pointer in `_gc_prev` and leaves its flags. v3.13.0 _PyGCHead_SET_PREV */
export function gcSetPrev(rt: Runtime, node: Addr, prev: Addr): void {
  const i = (node >> 2) + 2;
  rt.i32[i] = prev | (rt.i32[i]! & PREV_FLAGS);
  rt.i32[i + 1] = ADDRESS_HIGH;
}

// ---- gc_refs -------------------------------------------------------------------------------------

/** Whether the object is in the generation being collected. v3.13.0 gc_is_collecting */
export function gcIsCollecting(rt: Runtime, node: Addr): boolean {
  return (rt.i32[(node >> 2) + 2]! & GC_PREV_COLLECTING) !== 0;
}

/** v3.13.0 gc_clear_collecting */
export function gcClearCollecting(rt: Runtime, node: Addr): void {
  rt.i32[(node >> 2) + 2]! &= ~GC_PREV_COLLECTING;
}

/** The copied count, while `_gc_prev` holds it. v3.13.0 gc_get_refs */
export function gcGetRefs(rt: Runtime, node: Addr): number {
  return rt.u32[(node >> 2) + 2]! >>> PREV_SHIFT;
}

/** Writes the copied count, leaves the flags. v3.13.0 gc_set_refs */
export function gcSetRefs(rt: Runtime, node: Addr, refs: number): void {
  const i = (node >> 2) + 2;
  rt.i32[i] = (refs << PREV_SHIFT) | (rt.i32[i]! & PREV_FLAGS);
  rt.i32[i + 1] = 0;
}

// ---- lists ---------------------------------------------------------------------------------------

/** Makes the list empty. v3.13.0 gc_list_init */
export function gcListInit(rt: Runtime, list: Addr): void {
  rt.setPtr(list, list);
  rt.setPtr(list + 8, list);
}

/** v3.13.0 gc_list_is_empty */
export function gcListIsEmpty(rt: Runtime, list: Addr): boolean {
  return rt.i32[list >> 2] === list;
}

/** Appends a node that is in no list. v3.13.0 gc_list_append */
export function gcListAppend(rt: Runtime, node: Addr, list: Addr): void {
  const last = rt.ptr(list + 8);
  gcSetPrev(rt, node, last);
  gcSetNext(rt, last, node);
  gcSetNext(rt, node, list);
  rt.setPtr(list + 8, node);
}

/** Takes a node out of the list it is in and appends it to `list`. v3.13.0 gc_list_move */
export function gcListMove(rt: Runtime, node: Addr, list: Addr): void {
  const prev = gcPrev(rt, node);
  const next = gcNext(rt, node);
  gcSetNext(rt, prev, next);
  gcSetPrev(rt, next, prev);
  gcListAppend(rt, node, list);
}

/** Appends all of `from` to `to`; `from` is empty then. v3.13.0 gc_list_merge */
export function gcListMerge(rt: Runtime, from: Addr, to: Addr): void {
  if (!gcListIsEmpty(rt, from)) {
    const tail = gcPrev(rt, to);
    const fromHead = gcNext(rt, from);
    const fromTail = gcPrev(rt, from);
    gcSetNext(rt, tail, fromHead);
    gcSetPrev(rt, fromHead, tail);
    gcSetNext(rt, fromTail, to);
    gcSetPrev(rt, to, fromTail);
  }
  gcListInit(rt, from);
}

/** How many nodes a list has. v3.13.0 gc_list_size */
export function gcListSize(rt: Runtime, list: Addr): number {
  let n = 0;
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) n++;
  return n;
}

/**
 * The objects of a list in their order. For looking at it from outside: it may be any list at any
 * moment of a collection, with flags in its links.
 */
export function gcListObjects(rt: Runtime, list: Addr): Addr[] {
  const objects: Addr[] = [];
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    objects.push(fromGc(node));
  }
  return objects;
}

/** Takes the COLLECTING flag off every node. v3.13.0 gc_list_clear_collecting */
export function gcListClearCollecting(rt: Runtime, list: Addr): void {
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    gcClearCollecting(rt, node);
  }
}

/** Takes the UNREACHABLE flag off the head and every node. v3.13.0 clear_unreachable_mask */
export function clearUnreachableMask(rt: Runtime, list: Addr): void {
  gcClearUnreachable(rt, list);
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    gcClearUnreachable(rt, node);
  }
}

/** Puts every object of a list in an old space. @returns how many. v3.14.2 gc_list_set_space */
export function gcListSetSpace(rt: Runtime, list: Addr, space: number): number {
  let size = 0;
  for (let node = gcNext(rt, list); node !== list; node = gcNext(rt, node)) {
    gcSetOldSpace(rt, node, space);
    size++;
  }
  return size;
}
