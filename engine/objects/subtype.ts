/**
 * Instances of classes written in Python: their deallocation, what they refer to, `__del__`.
 * v3.13.0 Objects/typeobject.c subtype_dealloc, subtype_traverse, subtype_clear
 */
import type { Addr } from '../base/brand.ts';
import { gcTrack, gcUntrack, gcUntrackIfTracked, trashcanBegin, trashcanEnd } from './gc-object.ts';
import { dictPointer } from './generic-attr.ts';
import { clearInstanceDict, visitInstance } from './instance-dict.ts';
import * as L from './layouts.ts';
import { memberAt, MEMBER_FLAGS, MEMBER_READONLY, MEMBERDEF_SIZE } from './method-def.ts';
import { clearOwned, decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { typeFlags } from './type-object.ts';
import type { Visit } from './type-spec.ts';

/** How many slots a class added. */
export function slotCount(rt: Runtime, type: Addr): number {
  return rt.size(type + L.OB_SIZE);
}

/** The PyMemberDef of slot `i`: they lie behind the class. v3.13.0 PyHeapType_GET_MEMBERS */
export function slotMember(rt: Runtime, type: Addr, i: number): Addr {
  const size = rt.size(rt.typeOf(type) + L.TP_BASICSIZE);
  return type + (size > L.TYPE_HEAP_SIZE ? size : L.TYPE_HEAP_SIZE) + i * MEMBERDEF_SIZE;
}

/**
 * How many items more a class asks memory for where PyHeapTypeObject is shorter than our one
 * arrangement of it. NOT CPYTHON: the block is larger; it lies on the C heap anyhow.
 */
export function missingItems(rt: Runtime, metatype: Addr): number {
  const short = L.TYPE_HEAP_SIZE - rt.size(metatype + L.TP_BASICSIZE);
  return short > 0 ? Math.ceil(short / MEMBERDEF_SIZE) : 0;
}

/** The nearest type upward whose `field` is not `fn`. */
function nearestOther(rt: Runtime, type: Addr, field: number, fn: number): Addr {
  let base = type;
  while (base !== 0 && rt.ptr(base + field) === fn) base = rt.ptr(base + L.TP_BASE);
  return base;
}

// ---- finalizers ----------------------------------------------------------------------------------

/** Runs tp_finalize unless it has run; the flag lies in the GC header. v3.13.0 PyObject_CallFinalizer */
export function callFinalizer(rt: Runtime, self: Addr): void {
  const type = rt.typeOf(self);
  const finalize = rt.ptr(type + L.TP_FINALIZE);
  if (finalize === 0) return;
  const flags = (self + L.GC_PREV) >> 2;
  const gc = (typeFlags(rt, type) & L.TPFLAGS_HAVE_GC) !== 0;
  if (gc && rt.i32[flags]! & L.GC_PREV_FINALIZED) return;
  rt.fns[finalize]!(rt, self);
  if (gc) rt.i32[flags] = rt.i32[flags]! | L.GC_PREV_FINALIZED;
}

/**
 * Runs the finalizer of an object whose count fell to zero.
 * @returns true when the object was given a new reference and lives on.
 * v3.13.0 Objects/object.c PyObject_CallFinalizerFromDealloc
 */
export function callFinalizerFromDealloc(rt: Runtime, self: Addr): boolean {
  const i = self >> 2;
  rt.i32[i] = 1;
  callFinalizer(rt, self);
  rt.i32[i] = rt.i32[i]! - 1;
  return rt.i32[i] !== 0;
}

// ---- deallocation --------------------------------------------------------------------------------

/** tp_dealloc of every class. v3.13.0 subtype_dealloc */
export function subtypeDealloc(rt: Runtime, self: Addr): void {
  const type = rt.typeOf(self);
  const own = rt.ptr(type + L.TP_DEALLOC);
  gcUntrackIfTracked(rt, self);
  if (trashcanBegin(rt, self)) return;
  const base = nearestOther(rt, type, L.TP_DEALLOC, own);
  if (finalizeAndClearWeakrefs(rt, self, type, base)) dropContents(rt, self, type, base);
  trashcanEnd(rt);
}

/** @returns false when the object lives on */
function finalizeAndClearWeakrefs(rt: Runtime, self: Addr, type: Addr, base: Addr): boolean {
  if (rt.ptr(type + L.TP_FINALIZE) !== 0) {
    gcTrack(rt, self);
    if (callFinalizerFromDealloc(rt, self)) return false;
    gcUntrack(rt, self);
  }
  const weaklist = rt.size(type + L.TP_WEAKLISTOFFSET);
  if (weaklist !== 0 && rt.size(base + L.TP_WEAKLISTOFFSET) === 0) {
    if (rt.ptr(self + weaklist) !== 0) rt.hooks.clearWeakrefs(rt, self);
  }
  return true;
}

function dropContents(rt: Runtime, self: Addr, type: Addr, base: Addr): void {
  for (let t = type; t !== base; t = rt.ptr(t + L.TP_BASE)) clearSlots(rt, self, t);
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) {
    clearInstanceDict(rt, self);
  } else if (rt.size(type + L.TP_DICTOFFSET) !== 0 && rt.size(base + L.TP_DICTOFFSET) === 0) {
    const at = dictPointer(rt, self, type);
    if (at !== 0) clearOwned(rt, at);
  }
  // a finalizer may have changed __class__
  const now = rt.typeOf(self);
  if (typeFlags(rt, base) & L.TPFLAGS_HAVE_GC) gcTrack(rt, self);
  const counted = typeFlags(rt, now) & L.TPFLAGS_HEAPTYPE && !isHeap(rt, base);
  rt.fns[rt.ptr(base + L.TP_DEALLOC)]!(rt, self);
  if (counted) decref(rt, now);
}

function isHeap(rt: Runtime, type: Addr): boolean {
  return (typeFlags(rt, type) & L.TPFLAGS_HEAPTYPE) !== 0;
}

/** v3.13.0 clear_slots */
function clearSlots(rt: Runtime, self: Addr, type: Addr): void {
  for (let i = 0, n = slotCount(rt, type); i < n; i++) {
    const def = slotMember(rt, type, i);
    if (rt.size(def + MEMBER_FLAGS) & MEMBER_READONLY) continue;
    const at = memberAt(rt, self, def);
    if (rt.ptr(at) !== 0) clearOwned(rt, at);
  }
}

// ---- the collector -------------------------------------------------------------------------------

/** v3.13.0 traverse_slots */
function traverseSlots(rt: Runtime, self: Addr, type: Addr, visit: Visit): void {
  for (let i = 0, n = slotCount(rt, type); i < n; i++) {
    const p = rt.ptr(memberAt(rt, self, slotMember(rt, type, i)));
    if (p !== 0) visit(p);
  }
}

/** tp_traverse of every class. v3.13.0 subtype_traverse */
export function subtypeTraverse(rt: Runtime, self: Addr, visit: Visit): void {
  const type = rt.typeOf(self);
  const base = nearestOther(rt, type, L.TP_TRAVERSE, rt.ptr(type + L.TP_TRAVERSE));
  for (let t = type; t !== base && t !== 0; t = rt.ptr(t + L.TP_BASE)) {
    traverseSlots(rt, self, t, visit);
  }
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) {
    visitInstance(rt, self, visit);
  } else if (rt.size(type + L.TP_DICTOFFSET) !== rt.size(base + L.TP_DICTOFFSET)) {
    const at = dictPointer(rt, self, type);
    if (at !== 0 && rt.ptr(at) !== 0) visit(rt.ptr(at));
  }
  visit(type);
  const traverse = rt.ptr(base + L.TP_TRAVERSE);
  if (traverse !== 0) rt.fns[traverse]!(rt, self, visit);
}

/** tp_clear of every class. v3.13.0 subtype_clear */
export function subtypeClear(rt: Runtime, self: Addr): number {
  const type = rt.typeOf(self);
  const base = nearestOther(rt, type, L.TP_CLEAR, rt.ptr(type + L.TP_CLEAR));
  for (let t = type; t !== base && t !== 0; t = rt.ptr(t + L.TP_BASE)) clearSlots(rt, self, t);
  if (typeFlags(rt, type) & L.TPFLAGS_MANAGED_DICT) {
    clearInstanceDict(rt, self);
  } else if (rt.size(type + L.TP_DICTOFFSET) !== rt.size(base + L.TP_DICTOFFSET)) {
    const at = dictPointer(rt, self, type);
    if (at !== 0 && rt.ptr(at) !== 0) clearOwned(rt, at);
  }
  const clear = rt.ptr(base + L.TP_CLEAR);
  return clear === 0 ? 0 : rt.fns[clear]!(rt, self);
}
