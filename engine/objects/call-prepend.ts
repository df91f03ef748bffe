/** Calling with one argument before a tuple and a dict: `func(self, *args, **kwargs)`. */
import type { Addr } from '../base/brand.ts';
import { callObject, dropRow, takeRow, vectorcall } from './call.ts';
import { dictLen } from './dict.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';

/**
 * `func(first, *args, **kwargs)`; `kwargs` may be 0. The row lies on the data stack, as C's does on
 * its own, so that no tuple is made unless there are keywords.
 * @returns new, 0 with an exception. v3.13.0 Objects/call.c _PyObject_Call_Prepend
 */
export function callPrepend(rt: Runtime, func: Addr, first: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  if (kwargs !== 0 && dictLen(rt, kwargs) > 0)
    return prependWithDict(rt, func, first, args, kwargs);
  const row = takeRow(rt, n + 1);
  if (row === 0) return 0;
  rt.setPtr(row, first);
  for (let i = 0; i < n; i++) rt.setPtr(row + 8 * (i + 1), tupleItem(rt, args, i));
  const result = vectorcall(rt, func, row, n + 1, 0);
  dropRow(rt, row);
  return result;
}

/** NOT CPYTHON: C lays the keywords on its stack; this makes a tuple of the positional arguments. */
function prependWithDict(rt: Runtime, func: Addr, first: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const all = tupleNew(rt, n + 1);
  if (all === 0) return 0;
  tupleSetItem(rt, all, 0, newRef(rt, first));
  for (let i = 0; i < n; i++) tupleSetItem(rt, all, i + 1, newRef(rt, tupleItem(rt, args, i)));
  const result = callObject(rt, func, all, kwargs);
  decref(rt, all);
  return result;
}
