/** Errors of the compiler: what is wrong, said at a place in the source. */

import { utf8Length } from '../base/utf8.ts';
import type { Location } from '../syntax/ast.ts';
import { PySyntaxError } from '../syntax/errors.ts';

/**
 * A Python RecursionError: the program is nested deeper than CPython follows. The machine turns it
 * into an object of its own.
 */
export class PyRecursionError extends Error {
  readonly pyType = 'RecursionError';
  readonly msg: string;

  constructor() {
    super('maximum recursion depth exceeded during compilation');
    this.name = this.pyType;
    this.msg = this.message;
  }
}

/** v3.13.0 Include/cpython/pystate.h Py_C_RECURSION_LIMIT */
export const RECURSION_LIMIT = 10_000;

/** The line of source numbered `lineno` (from 1) with its newline, or null when there is none. */
function sourceLine(source: string, lineno: number): string | null {
  let start = 0;
  for (let line = 1; line < lineno; line++) {
    const newline = source.indexOf('\n', start);
    if (newline < 0) return null;
    start = newline + 1;
  }
  if (lineno < 1 || start >= source.length) return null;
  const end = source.indexOf('\n', start);
  return end < 0 ? source.slice(start) : source.slice(start, end + 1);
}

/** The compiler counts bytes of UTF-8, the tree's columns are characters; negative ones mean nothing. */
function inBytes(line: string | null, column: number): number {
  if (line === null || column <= 0) return column;
  return utf8Length([...line].slice(0, column).join(''));
}

/** v3.13.0 Python/compile.c compiler_error, Python/errors.c PyErr_RangedSyntaxLocationObject */
export function syntaxError(source: string, at: Location, msg: string): PySyntaxError {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  const text = sourceLine(source, lineno);
  return new PySyntaxError({
    pyType: 'SyntaxError',
    msg,
    lineno,
    offset: inBytes(text, col_offset) + 1,
    end_lineno,
    end_offset: inBytes(sourceLine(source, end_lineno), end_col_offset) + 1,
    text,
  });
}

/** An error that says nothing of where it is: its only argument is the message. */
export function syntaxErrorNowhere(msg: string): PySyntaxError {
  const place = { lineno: -1, offset: 0, end_lineno: 0, end_offset: 0 };
  return new PySyntaxError({ pyType: 'SyntaxError', msg, ...place, text: null });
}

/**
 * An error that says where it begins only. Its `end_offset` of 0 stands for CPython's None.
 * v3.13.0 Python/errors.c PyErr_SyntaxLocationObject
 */
export function syntaxErrorAtStart(source: string, at: Location, msg: string): PySyntaxError {
  return syntaxError(source, { ...at, end_lineno: at.lineno, end_col_offset: -1 }, msg);
}
