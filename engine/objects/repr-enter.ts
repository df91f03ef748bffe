/**
 * Repr of an object that contains itself: the objects whose repr is being made stand in a list.
 * v3.13.0 Objects/object.c Py_ReprEnter, Py_ReprLeave
 * NOT CPYTHON: there the list stands in the thread's dict; here in the containers' statics.
 */
import type { Addr } from '../base/brand.ts';
import { reprListField } from './container-statics.ts';
import { errFetch, errRestore } from './errors.ts';
import { listAppend, listItem, listNew, listSetSlice, listSize } from './list.ts';
import type { Runtime } from './runtime.ts';

/** @returns 1 when the object's repr is being made already, 0 after noting it, -1 with MemoryError */
export function reprEnter(rt: Runtime, p: Addr): number {
  const field = reprListField(rt);
  let list = rt.ptr(field);
  if (list === 0) {
    list = listNew(rt, 0);
    if (list === 0) return -1;
    rt.setPtr(field, list);
  }
  for (let i = listSize(rt, list) - 1; i >= 0; i--) {
    if (listItem(rt, list, i) === p) return 1;
  }
  return listAppend(rt, list, p);
}

/** Takes the object out of the list again; keeps the exception being raised. */
export function reprLeave(rt: Runtime, p: Addr): void {
  const list = rt.ptr(reprListField(rt));
  if (list === 0) return;
  const exception = errFetch(rt);
  for (let i = listSize(rt, list) - 1; i >= 0; i--) {
    if (listItem(rt, list, i) === p) {
      listSetSlice(rt, list, i, i + 1, 0);
      break;
    }
  }
  errRestore(rt, exception);
}
