/**
 * SyntaxError, IndentationError, TabError. v3.13.0 Objects/exceptions.c SyntaxError_init
 *
 * Fields: msg, filename, lineno, offset, end_lineno, end_offset, text, print_file_and_line
 */
import type { Addr } from '../base/brand.ts';
import { exceptionDoc, ownership, readyDescendants, readyException } from './exceptions.ts';
import type { Runtime } from './runtime.ts';
import { late, Part } from '../base/part.ts';
import type { SyntaxField } from './exceptions-syntax-code.ts';

export type { SyntaxField } from './exceptions-syntax-code.ts';

/** What a SyntaxError holds and says. */
export const syntaxErrorCode = new Part<typeof import('./exceptions-syntax-code.ts')>(
  'syntax-errors',
);
const syntaxErrorStr = late(syntaxErrorCode, 'syntaxErrorStr');
const syntaxErrorInit = late(syntaxErrorCode, 'syntaxErrorInit');

export const MSG = 0;
export const FILENAME = 8;
export const LINENO = 16;
const OFFSET = 24;
/** What comes behind: where an error may tell its end, and where it does not (before 3.10). */
const WITH_END = { text: 48, print: 56, endLineno: 32, endOffset: 40 } as const;
const WITHOUT_END = { text: 32, print: 40, endLineno: 0, endOffset: 0 } as const;

/** A field of a SyntaxError (borrowed); 0 where it has none. */
export function syntaxErrorField(rt: Runtime, exception: Addr, name: SyntaxField): Addr {
  const { text, endLineno, endOffset } = placesOf(rt);
  const places = { msg: MSG, filename: FILENAME, lineno: LINENO, offset: OFFSET, text };
  const at = { ...places, endLineno, endOffset }[name];
  if (at === 0 && name !== 'msg') return 0;
  return rt.ptr(exception + rt.layout.baseException + at);
}

/** Where newer releases keep (line, column, source) of the last statement; 0 where they do not. */
export function syntaxErrorMetadata(rt: Runtime): number {
  const at = placesOf(rt).print + 8;
  return rt.layout.sizes.syntaxError - rt.layout.baseException > at ? at : 0;
}

/** How many details a SyntaxError takes: four, or six with those that tell its end. */
export const syntaxErrorDetails = (rt: Runtime): number => detailsOf(rt).length;

function placesOf(rt: Runtime): typeof WITH_END | typeof WITHOUT_END {
  const room = rt.layout.sizes.syntaxError - rt.layout.baseException;
  return room > WITH_END.print ? WITH_END : WITHOUT_END;
}

/** Where the items of the details go: (filename, lineno, offset, text, end_lineno, end_offset). */
export function detailsOf(rt: Runtime): readonly number[] {
  const { text, endLineno, endOffset } = placesOf(rt);
  const four = [FILENAME, LINENO, OFFSET, text];
  return endLineno === 0 ? four : [...four, endLineno, endOffset];
}

/** Readies them. */
export function initSyntaxErrors(rt: Runtime): void {
  const at = rt.layout.baseException;
  const { text, print, endLineno, endOffset } = placesOf(rt);
  const metadata = syntaxErrorMetadata(rt);
  const member = (offset: number) =>
    ({ offset: at + offset, type: 'object', readonly: false }) as const;
  readyException(rt, 'SyntaxError', {
    base: rt.exc.Exception,
    extra: rt.layout.sizes.syntaxError - at,
    doc: exceptionDoc('SyntaxError'),
    slots: {
      ...ownership([MSG, ...detailsOf(rt), print, ...(metadata === 0 ? [] : [metadata])]),
      tp_str: syntaxErrorStr,
      tp_init: syntaxErrorInit,
    },
    members: {
      msg: member(MSG),
      filename: member(FILENAME),
      lineno: member(LINENO),
      offset: member(OFFSET),
      text: member(text),
      ...(endLineno === 0 ? {} : { end_lineno: member(endLineno), end_offset: member(endOffset) }),
      print_file_and_line: member(print),
      ...(metadata === 0 ? {} : { _metadata: member(metadata) }),
    },
  });
  readyDescendants(rt, 'SyntaxError', syntaxErrorInit);
}
