/**
 * Reference counts: `ob_refcnt` is real, and these are its only doors.
 *
 * A count is an Int32 in the low word of the 8-byte field. Immortal objects carry a negative low
 * word (0xffffffff in 3.12 and 3.13, 0xc0000000 from 3.14), so one test serves every release: a
 * count below zero is never touched. Before 3.12 nothing is immortal and every count moves.
 */
import type { Addr } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import { depositTrash, destroyTrash } from './gc-object.ts';
import { intDealloc } from './int-object.ts';
import { TP_DEALLOC, TP_FLAGS, TPFLAGS_HAVE_GC } from './layouts.ts';
import type { Runtime } from './runtime.ts';

/** v3.13.0 Include/object.h Py_INCREF */
export function incref(rt: Runtime, p: Addr): void {
  const i = p >> 2;
  const count = rt.i32[i]!;
  if (count >= 0) rt.i32[i] = count + 1;
}

/** incref, for use in expressions: returns `p`. v3.13.0 Include/object.h Py_NewRef */
export function newRef(rt: Runtime, p: Addr): Addr {
  const i = p >> 2;
  const count = rt.i32[i]!;
  if (count >= 0) rt.i32[i] = count + 1;
  return p;
}

/** v3.13.0 Include/object.h Py_DECREF */
export function decref(rt: Runtime, p: Addr): void {
  const i = p >> 2;
  const count = rt.i32[i]!;
  if (count > rt.quietAbove) rt.i32[i] = count - 1;
  else if (count >= 0) decrefTold(rt, p);
}

/** decref unless NULL. v3.13.0 Include/object.h Py_XDECREF */
export function xdecref(rt: Runtime, p: Addr): void {
  if (p !== 0) decref(rt, p);
}

/** The count as `sys.getrefcount` shows it: an unsigned 32-bit number. */
export function refcnt(rt: Runtime, p: Addr): number {
  return rt.u32[p >> 2]!;
}

/** Replaces the owned pointer at byte offset `at` by `p` (stolen, may be NULL), then drops the old. */
export function setOwned(rt: Runtime, at: Addr, p: Addr): void {
  const old = rt.i32[at >> 2]!;
  rt.setPtr(at, p);
  if (old !== 0) decref(rt, old);
}

/** Sets the owned pointer at `at` to NULL, then drops what stood there. Py_CLEAR */
export function clearOwned(rt: Runtime, at: Addr): void {
  setOwned(rt, at, 0);
}

/** A reference goes that is the last one, or that somebody is told of. */
function decrefTold(rt: Runtime, p: Addr): void {
  const watcher = rt.decrefWatcher;
  if (watcher !== null) watcher.beforeDecref();
  const count = rt.i32[p >> 2]!;
  if (count === 0) throw new EngineFault(`the object at ${p} was freed and is released again`);
  rt.i32[p >> 2] = count - 1;
  if (watcher !== null) watcher.afterDecref(p, count);
  if (count === 1) dealloc(rt, p);
}

/**
 * Deallocations that may nest before objects with a GC header are put off. The trashcan of lists and
 * the like comes first; this is for chains of what has none in the release, as map objects.
 * v3.14.0 Objects/object.c _Py_Dealloc
 */
const DEALLOC_LIMIT = 100;

/** Calls the type's tp_dealloc. v3.13.0 Objects/object.c _Py_Dealloc */
export function dealloc(rt: Runtime, p: Addr): void {
  const i32 = rt.i32;
  const type = i32[(p + 8) >> 2]!;
  // ints die more often than all else together: without the call through the table
  if (type === rt.types.int) {
    intDealloc(rt, p);
    return;
  }
  const depth = rt.deallocDepth;
  if (depth >= DEALLOC_LIMIT && (i32[(type + TP_FLAGS) >> 2]! & TPFLAGS_HAVE_GC) !== 0) {
    depositTrash(rt, p);
    return;
  }
  rt.deallocDepth = depth + 1;
  rt.fns[i32[(type + TP_DEALLOC) >> 2]!]!(rt, p);
  rt.deallocDepth = depth;
  if (depth === 0 && i32[rt.trashLaterWord] !== 0 && i32[rt.trashDepthWord] === 0) destroyTrash(rt);
}
