/**
 * Memory for an instance of any type, and giving it back.
 * v3.13.0 Objects/typeobject.c PyType_GenericAlloc, Objects/object.c PyObject_Free
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { gcNew, gcTrack, objectNew } from './gc-object.ts';
import { initInlineValues, inlineValuesSize } from './instance-dict.ts';
import * as L from './layouts.ts';
import type { Runtime } from './runtime.ts';

/** Bytes of an instance with `nitems` items, without what precedes it. v3.13.0 _PyObject_VAR_SIZE */
export function varSize(rt: Runtime, type: Addr, nitems: number): Bytes {
  const bytes = rt.size(type + L.TP_BASICSIZE) + nitems * rt.size(type + L.TP_ITEMSIZE);
  return (bytes + 7) & ~7;
}

/**
 * An instance with all fields zero, not tracked. One item more than asked for, for a sentinel.
 * @returns new, 0 with MemoryError. v3.13.0 _PyType_AllocNoTrack
 */
export function allocNoTrack(rt: Runtime, type: Addr, nitems: number): Addr {
  const i32 = rt.i32;
  const flags = i32[(type + L.TP_FLAGS) >> 2]!;
  const inline = flags & L.TPFLAGS_INLINE_VALUES;
  let size = varSize(rt, type, nitems + 1);
  const fixed = size;
  if (inline) size += inlineValuesSize(rt, type);
  const p = flags & L.TPFLAGS_HAVE_GC ? gcNew(rt, type, size) : objectNew(rt, type, size);
  if (p === 0) return 0;
  for (let i = (p + L.OBJECT_SIZE) >> 2, end = (p + fixed) >> 2; i < end; i++) i32[i] = 0;
  if (i32[(type + L.TP_ITEMSIZE) >> 2] !== 0) rt.setSize(p + L.OB_SIZE, nitems);
  if (inline) initInlineValues(rt, p, type);
  return p;
}

/** tp_alloc of every class. New, 0 with MemoryError. v3.13.0 PyType_GenericAlloc */
export function genericAlloc(rt: Runtime, type: Addr, nitems: number): Addr {
  const p = allocNoTrack(rt, type, nitems);
  if (p !== 0 && rt.i32[(type + L.TP_FLAGS) >> 2]! & L.TPFLAGS_HAVE_GC) gcTrack(rt, p);
  return p;
}

/** tp_free of a type without GC header. v3.13.0 Objects/obmalloc.c PyObject_Free */
export function objectFree(rt: Runtime, p: Addr): void {
  rt.obj.free(p);
}

/** Calls the type's tp_alloc. */
export function callAlloc(rt: Runtime, type: Addr, nitems: number): Addr {
  return rt.fns[rt.i32[(type + L.TP_ALLOC) >> 2]!]!(rt, type, nitems);
}

/** Calls the tp_free of the object's type. */
export function callFree(rt: Runtime, p: Addr): void {
  rt.fns[rt.i32[(rt.typeOf(p) + L.TP_FREE) >> 2]!]!(rt, p);
}
