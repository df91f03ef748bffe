/** What few programs need of what compile-source.ts is about. */
import type { Addr } from '../base/brand.ts';
import { UnsupportedFeature } from '../base/errors.ts';
import { callObject } from '../objects/call.ts';
import { currentException, raiseObject } from '../objects/errors.ts';
import { syntaxErrorDetails, syntaxErrorMetadata } from '../objects/exceptions-syntax.ts';
import { newInt } from '../objects/int.ts';
import { decref, newRef, setOwned, xdecref } from '../objects/refcount.ts';
import type { Runtime } from '../objects/runtime.ts';
import { newStr } from '../objects/strings.ts';
import { tuplePack } from '../objects/tuple.ts';
import { isSubtype } from '../objects/type-object.ts';
import { PySyntaxError, type StatementPlace, UnsupportedSyntax } from '../syntax/index.ts';

/** What the parser or the compiler threw becomes a SyntaxError, if it is one. */
export function refuse(
  rt: Runtime,
  error: unknown,
  source: string,
  filename: string,
  fromFile: boolean,
): void {
  if (error instanceof PySyntaxError) {
    raiseSyntaxError(rt, shownError(error, fromFile), error.filename ?? filename);
    if (error.statement !== null) addMetadata(rt, error.statement, fromFile ? null : source);
    return;
  }
  if (error instanceof UnsupportedSyntax) {
    throw new UnsupportedFeature(error.feature, error.lineno, error.offset);
  }
  throw error;
}

/** The compiler, unlike the parser, has no text: it looks for the line in the file, if there is one. */
function shownError(error: PySyntaxError, fromFile: boolean): SyntaxErrorFacts {
  if (!error.isCompilers || fromFile) return error;
  const { msg, pyType, lineno, offset, end_lineno, end_offset } = error;
  return { msg, pyType, lineno, offset, end_lineno, end_offset, text: null };
}

/** What the parser knows goes into the SyntaxError that is set. _PyPegen_set_syntax_error_metadata */
function addMetadata(rt: Runtime, place: StatementPlace, source: string | null): void {
  const at = syntaxErrorMetadata(rt);
  const exception = currentException(rt);
  if (at === 0 || exception === 0 || !isSubtype(rt, rt.typeOf(exception), rt.exc.SyntaxError))
    return;
  const parts = [
    newInt(rt, place.lineno),
    newInt(rt, place.col_offset),
    source === null ? newRef(rt, rt.none) : newStr(rt, source),
  ];
  const metadata = packSteal(rt, parts);
  if (metadata !== 0) setOwned(rt, exception + rt.layout.baseException + at, metadata);
}

type SyntaxErrorFacts = Pick<PySyntaxError, 'msg' | 'pyType' | 'lineno' | 'offset' | 'text'> & {
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
};

/** A tuple of these, each stolen; 0 when one of them is 0, for want of memory. */
function packSteal(rt: Runtime, items: readonly Addr[]): Addr {
  const tuple = items.includes(0) ? 0 : tuplePack(rt, ...items);
  for (const p of items) xdecref(rt, p);
  return tuple;
}

/** SyntaxError(msg, (filename, lineno, offset, text, end_lineno, end_offset)) */
export function raiseSyntaxError(rt: Runtime, error: SyntaxErrorFacts, filename: string): 0 {
  const int = (n: number | null) => (n === null ? newRef(rt, rt.none) : newInt(rt, n));
  const parts = [
    newStr(rt, filename),
    int(error.lineno),
    int(error.offset),
    error.text === null ? newRef(rt, rt.none) : newStr(rt, error.text),
    int(error.end_lineno),
    int(error.end_offset),
  ];
  const details = packSteal(rt, parts.slice(0, syntaxErrorDetails(rt)));
  for (const p of parts.slice(syntaxErrorDetails(rt))) xdecref(rt, p);
  const message = newStr(rt, error.msg);
  if (error.lineno < 0) xdecref(rt, details);
  const args = packSteal(rt, error.lineno < 0 ? [message] : [message, details]);
  if (args === 0) return 0;
  const exception = callObject(rt, rt.exc[error.pyType], args, 0);
  decref(rt, args);
  if (exception !== 0) {
    raiseObject(rt, rt.exc[error.pyType], exception);
    decref(rt, exception);
  }
  return 0;
}
