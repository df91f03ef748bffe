/** Calling with one argument before a tuple and a dict: `func(self, *args, **kwargs)`. */
import type { Addr } from '../base/brand.ts';
import { callWithDict, dropRow, takeRow, vectorcall } from './call.ts';
import { dictLen } from './dict.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tupleSize } from './tuple.ts';

/**
 * `func(first, *args, **kwargs)`; `kwargs` may be 0. The row lies on the data stack, as C's does on
 * its own, so that no tuple is made.
 * @returns new, 0 with an exception. v3.13.0 Objects/call.c _PyObject_Call_Prepend
 */
export function callPrepend(rt: Runtime, func: Addr, first: Addr, args: Addr, kwargs: Addr): Addr {
  const n = tupleSize(rt, args);
  const nkw = kwargs === 0 ? 0 : dictLen(rt, kwargs);
  const row = takeRow(rt, n + 1);
  if (row === 0) return 0;
  rt.setPtr(row, first);
  for (let i = 0; i < n; i++) rt.setPtr(row + 8 * (i + 1), tupleItem(rt, args, i));
  const result =
    nkw === 0
      ? vectorcall(rt, func, row, n + 1, 0)
      : callWithDict(rt, func, row, n + 1, kwargs, nkw);
  dropRow(rt, row);
  return result;
}
