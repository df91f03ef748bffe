/** Exceptions that nobody can catch: raised in `__del__`, in a callback, while objects are freed. */
import type { Addr } from '../base/brand.ts';
import { errFetch, errOccurred, errRestore } from './errors.ts';
import { reprText, strText, typeNameOf } from './object.ts';
import { decref } from './refcount.ts';
import type { Runtime } from './runtime.ts';

/** Prints an exception with its traceback to sys.stderr; the exception is borrowed. */
export type PrintException = (rt: Runtime, exception: Addr) => void;

let printTraceback: PrintException = printLastLine;

/** Hands in what knows how to print a traceback: frames are the VM's. */
export function setUnraisablePrinter(print: PrintException): void {
  printTraceback = print;
}

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
  printTraceback(rt, exception);
  decref(rt, exception);
}

function clearError(rt: Runtime): void {
  if (errOccurred(rt)) errRestore(rt, 0);
}

function printLastLine(rt: Runtime, exception: Addr): void {
  const message = strText(rt, exception);
  if (message === null) clearError(rt);
  const name = typeNameOf(rt, exception);
  rt.hooks.write(2, message ? `${name}: ${message}\n` : `${name}\n`);
}
