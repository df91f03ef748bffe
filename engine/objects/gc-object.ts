/**
 * Objects with a GC header: the 16 bytes before them link them into a generation.
 *
 *     -16  _gc_next   next in the list, flags in the two lowest bits; NULL when it is not tracked
 *      -8  _gc_prev   previous in the list, flags in the two lowest bits
 *       0  ob_refcnt  ...
 *
 * The collector (collector/) walks these lists; here stands what allocation and deallocation need.
 * v3.13.0 Include/internal/pycore_gc.h, Python/gc.c
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from '../memory/index.ts';
import { noMemory } from './errors.ts';
import {
  GC_HEAD_SIZE,
  GC_NEXT_FLAGS,
  GC_PREV_FINALIZED,
  OB_TYPE,
  PREHEADER_SIZE,
  TPFLAGS_HEAPTYPE,
  TPFLAGS_PREHEADER,
  TP_DEALLOC,
  TP_FLAGS,
} from './layouts.ts';
import { incref } from './refcount.ts';
import { type Runtime, STATE } from './runtime.ts';

/** Bytes of a generation in the runtime state: head (16), threshold (4), count (4). */
export const GENERATION_SIZE = 24;
export const GENERATION_THRESHOLD = 16;
export const GENERATION_COUNT = 20;
/** The permanent generation's place in the row. */
export const PERMANENT_GENERATION = 3;

/** Offset of the list head of generation `n`. */
export function generationHead(rt: Runtime, n: number): Addr {
  return rt.state + STATE.gcGenerations + n * GENERATION_SIZE;
}

/** Empties the generation lists and sets the thresholds. Boot only. */
export function initGenerations(rt: Runtime): void {
  for (let n = 0; n <= PERMANENT_GENERATION; n++) {
    const head = generationHead(rt, n);
    rt.setPtr(head, head);
    rt.setPtr(head + 8, head);
    rt.i32[(head + GENERATION_THRESHOLD) >> 2] = rt.profile.collector.thresholds[n] ?? 0;
    rt.i32[(head + GENERATION_COUNT) >> 2] = 0;
  }
  rt.i32[(rt.state + STATE.gcEnabled) >> 2] = 1;
}

/** Fills ob_refcnt and ob_type; counts the type when it is a heap type. v3.13.0 _PyObject_Init */
export function initObject(rt: Runtime, p: Addr, type: Addr): void {
  const i = p >> 2;
  const i32 = rt.i32;
  i32[i] = 1;
  i32[i + 1] = 0;
  i32[i + 2] = type;
  i32[i + 3] = ADDRESS_HIGH;
  if (i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE) incref(rt, type);
}

/**
 * A new object without GC header, uninitialised behind ob_type.
 * @param bytes of the object
 * @returns 0 with MemoryError when there is no memory. v3.13.0 _PyObject_New
 */
export function objectNew(rt: Runtime, type: Addr, bytes: Bytes): Addr {
  const p = rt.obj.malloc(bytes);
  if (p === 0) return noMemory(rt);
  initObject(rt, p, type);
  return p;
}

/**
 * A new object with GC header, not tracked, uninitialised behind ob_type. May find a collection due.
 * @param bytes of the object, without the header
 * @returns 0 with MemoryError when there is no memory. v3.13.0 Python/gc.c gc_alloc, _PyObject_GC_New
 */
export function gcNew(rt: Runtime, type: Addr, bytes: Bytes): Addr {
  const pre = preheaderSize(rt, type);
  const block = rt.obj.malloc(pre + bytes);
  if (block === 0) return noMemory(rt);
  const i32 = rt.i32;
  for (let i = block >> 2, end = i + (pre >> 2); i < end; i++) i32[i] = 0;
  const p = block + pre;
  if (!rt.countsTracked) countYoung(rt);
  initObject(rt, p, type);
  return p;
}

/** Bytes before an object of this type: GC header, and two pointers when they are managed. */
export function preheaderSize(rt: Runtime, type: Addr): Bytes {
  const managed = rt.i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_PREHEADER;
  return managed ? GC_HEAD_SIZE + PREHEADER_SIZE : GC_HEAD_SIZE;
}

/** Counts one object in generation 0. v3.13.0 Python/gc.c _PyObject_GC_Link */
function countYoung(rt: Runtime): void {
  const young = rt.generationsWord;
  const count = rt.i32[young + (GENERATION_COUNT >> 2)]! + 1;
  rt.i32[young + (GENERATION_COUNT >> 2)] = count;
  const threshold = rt.i32[young + (GENERATION_THRESHOLD >> 2)]!;
  if (count > threshold && threshold !== 0) rt.hooks.collectIfDue(rt);
}

/** Whether the object is in a generation's list. */
export function isTracked(rt: Runtime, p: Addr): boolean {
  return rt.i32[(p - 16) >> 2] !== 0;
}

/**
 * Counts an object that the incremental collector has yet to look at, and marks it as such.
 * @param i word index of its GC header
 * v3.14.2 Include/internal/pycore_gc.h _PyObject_GC_TRACK
 */
function countTracked(rt: Runtime, i: number): void {
  const { i32 } = rt;
  const notVisited = 1 ^ i32[(rt.state + STATE.gcVisitedSpace) >> 2]!;
  i32[i] = i32[i]! | notVisited;
  i32[(rt.state + STATE.gcHeapSize) >> 2]! += 1;
  countYoung(rt);
}

/** The opposite. v3.14.2 Include/internal/pycore_gc.h _PyObject_GC_UNTRACK */
function countUntracked(rt: Runtime): void {
  rt.i32[(rt.state + STATE.gcHeapSize) >> 2]! -= 1;
  uncountYoung(rt);
}

function uncountYoung(rt: Runtime): void {
  const count = rt.generationsWord + (GENERATION_COUNT >> 2);
  if (rt.i32[count]! > 0) rt.i32[count] = rt.i32[count]! - 1;
}

/** Appends the object to the youngest generation. v3.13.0 _PyObject_GC_TRACK */
export function gcTrack(rt: Runtime, p: Addr): void {
  const i32 = rt.i32;
  const head = rt.generationsWord << 2;
  const node = p - GC_HEAD_SIZE;
  const last = i32[(head + 8) >> 2]!;
  i32[last >> 2] = node | (i32[last >> 2]! & GC_NEXT_FLAGS);
  i32[(last >> 2) + 1] = ADDRESS_HIGH;
  const i = node >> 2;
  i32[i] = head;
  i32[i + 1] = ADDRESS_HIGH;
  i32[i + 2] = last | (i32[i + 2]! & GC_PREV_FINALIZED);
  i32[i + 3] = ADDRESS_HIGH;
  i32[(head + 8) >> 2] = node;
  i32[(head + 12) >> 2] = ADDRESS_HIGH;
  if (rt.countsTracked) countTracked(rt, i);
}

/** Takes the object out of its generation's list; it must be tracked. v3.13.0 _PyObject_GC_UNTRACK */
export function gcUntrack(rt: Runtime, p: Addr): void {
  const i32 = rt.i32;
  const i = (p - GC_HEAD_SIZE) >> 2;
  const next = i32[i]! & ~GC_NEXT_FLAGS;
  const prev = i32[i + 2]! & ~3;
  i32[prev >> 2] = next | (i32[prev >> 2]! & GC_NEXT_FLAGS);
  const nextPrev = (next >> 2) + 2;
  i32[nextPrev] = prev | (i32[nextPrev]! & 3);
  i32[i] = 0;
  i32[i + 1] = 0;
  i32[i + 2] = i32[i + 2]! & GC_PREV_FINALIZED;
  i32[i + 3] = 0;
  if (rt.countsTracked) countUntracked(rt);
}

/** gcUntrack unless it is not tracked. v3.13.0 PyObject_GC_UnTrack */
export function gcUntrackIfTracked(rt: Runtime, p: Addr): void {
  if (rt.i32[(p - 16) >> 2] !== 0) gcUntrack(rt, p);
}

/** Frees the block of a GC object, counting it off generation 0. v3.13.0 Python/gc.c PyObject_GC_Del */
export function gcDel(rt: Runtime, p: Addr): void {
  gcUntrackIfTracked(rt, p);
  if (!rt.countsTracked) uncountYoung(rt);
  rt.obj.free(p - preheaderSize(rt, rt.i32[(p + OB_TYPE) >> 2]!));
}

/**
 * The trashcan: a chain of containers as long as memory is freed without a stack as long. Past a
 * depth the object is put aside, and freed when the outermost deallocation ends.
 * @returns true when the object was put aside and the caller must return at once.
 * v3.13.0 Include/cpython/object.h Py_TRASHCAN_BEGIN
 */
export function trashcanBegin(rt: Runtime, p: Addr): boolean {
  const depth = rt.trashDepthWord;
  if (rt.i32[depth]! >= TRASHCAN_UNWIND_LEVEL) {
    depositTrash(rt, p);
    return true;
  }
  rt.i32[depth] = rt.i32[depth]! + 1;
  return false;
}

/** Puts a dying object aside. v3.13.0 Objects/object.c _PyTrash_thread_deposit_object */
export function depositTrash(rt: Runtime, p: Addr): void {
  // an untracked object's _gc_prev is free to hold the chain; its flag stays
  gcUntrackIfTracked(rt, p);
  const finalized = rt.i32[(p - 8) >> 2]! & GC_PREV_FINALIZED;
  rt.setPtr(p - 8, rt.statePtr(STATE.trashLater) | finalized);
  rt.setPtr(rt.state + STATE.trashLater, p);
}

/** Ends what trashcanBegin began; frees what was put aside when it was the outermost. */
export function trashcanEnd(rt: Runtime): void {
  const depth = rt.trashDepthWord;
  rt.i32[depth] = rt.i32[depth]! - 1;
  if (rt.i32[depth] === 0 && rt.statePtr(STATE.trashLater) !== 0) destroyTrash(rt);
}

/** Frees what was put aside. v3.13.0 Objects/object.c _PyTrash_thread_destroy_chain */
export function destroyTrash(rt: Runtime): void {
  const depth = rt.trashDepthWord;
  rt.i32[depth] = rt.i32[depth]! + 1;
  for (;;) {
    const p = rt.statePtr(STATE.trashLater);
    if (p === 0) break;
    const link = rt.ptr(p - 8);
    rt.setPtr(rt.state + STATE.trashLater, link & ~3);
    rt.setPtr(p - 8, link & GC_PREV_FINALIZED);
    const type = rt.typeOf(p);
    rt.fns[rt.i32[(type + TP_DEALLOC) >> 2]!]!(rt, p);
  }
  rt.i32[depth] = rt.i32[depth]! - 1;
}

/** v3.13.0 Include/cpython/object.h Py_TRASHCAN_HEADROOM's older self, PyTrash_UNWIND_LEVEL */
export const TRASHCAN_UNWIND_LEVEL = 50;
