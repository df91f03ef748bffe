/** Whether an object can be part of a reference cycle: what lazily tracked containers ask. */
import type { Addr } from '../base/brand.ts';
import { isTracked } from './gc-object.ts';
import { TPFLAGS_HAVE_GC, TPFLAGS_HEAPTYPE, TPFLAGS_TYPE_SUBCLASS, TP_FLAGS } from './layouts.ts';
import type { Runtime } from './runtime.ts';

/**
 * Whether the object has a GC header. A class has one unless it is a static type.
 * v3.13.0 Include/internal/pycore_object.h _PyObject_IS_GC
 */
export function objectIsGc(rt: Runtime, p: Addr): boolean {
  const flags = rt.i32[(rt.i32[(p + 8) >> 2]! + TP_FLAGS) >> 2]!;
  if (!(flags & TPFLAGS_HAVE_GC)) return false;
  return (
    !(flags & TPFLAGS_TYPE_SUBCLASS) || (rt.i32[(p + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE) !== 0
  );
}

/**
 * Whether the collector tracks the object, or will: only exact tuples that it stopped tracking
 * stay out for good. v3.13.0 Include/internal/pycore_object.h _PyObject_GC_MAY_BE_TRACKED
 */
export function objectMayBeTracked(rt: Runtime, p: Addr): boolean {
  const type = rt.i32[(p + 8) >> 2]!;
  const flags = rt.i32[(type + TP_FLAGS) >> 2]!;
  if (!(flags & TPFLAGS_HAVE_GC)) return false;
  if (type === rt.types.tuple) return isTracked(rt, p);
  return (
    !(flags & TPFLAGS_TYPE_SUBCLASS) || (rt.i32[(p + TP_FLAGS) >> 2]! & TPFLAGS_HEAPTYPE) !== 0
  );
}
