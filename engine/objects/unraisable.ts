/** Exceptions that nobody can catch: raised in `__del__`, in a callback, while objects are freed. */
import type { Addr } from '../base/brand.ts';
import { errFetch, errOccurred, errRestore } from './errors.ts';
import { reprText } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/**
 * Reports the exception being raised as ignored in `where` (borrowed, may be 0) and clears it.
 * v3.13.0 Python/errors.c PyErr_WriteUnraisable, write_unraisable_exc_file
 */
export function writeUnraisable(rt: Runtime, where: Addr): void {
  const exception = errFetch(rt);
  if (exception === 0) return;
  let text = '';
  if (where !== 0) {
    const described = reprText(rt, where);
    if (described === null) clearError(rt);
    text = `Exception ignored in: ${described ?? '<object repr() failed>'}\n`;
  }
  rt.hooks.write(2, text);
  rt.vm.printException(rt, exception);
  decref(rt, exception);
}

function clearError(rt: Runtime): void {
  if (errOccurred(rt)) errRestore(rt, 0);
}
