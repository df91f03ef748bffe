/**
 * SyntaxError, IndentationError, TabError. v3.13.0 Objects/exceptions.c SyntaxError_init
 *
 * Fields: msg, filename, lineno, offset, end_lineno, end_offset, text, print_file_and_line
 */
import type { Addr } from '../base/brand.ts';
import { callOneArg } from './call.ts';
import { raiseInt } from './errors.ts';
import {
  baseExceptionInit,
  exceptionDoc,
  ownership,
  readyDescendants,
  readyException,
} from './exceptions.ts';
import { intToNumber, isIntExact } from './int.ts';
import { strText } from './object.ts';
import { decref, newRef, setOwned } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { isStr, newStr, strToJs } from './strings.ts';
import { tupleItem, tupleSize } from './tuple.ts';

const MSG = 0;
const FILENAME = 8;
const LINENO = 16;
const OFFSET = 24;

/** What comes behind: where an error may tell its end, and where it does not (before 3.10). */
const WITH_END = { text: 48, print: 56, endLineno: 32, endOffset: 40 } as const;
const WITHOUT_END = { text: 32, print: 40, endLineno: 0, endOffset: 0 } as const;

export type SyntaxField =
  'msg' | 'filename' | 'lineno' | 'offset' | 'text' | 'endLineno' | 'endOffset';

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
function detailsOf(rt: Runtime): readonly number[] {
  const { text, endLineno, endOffset } = placesOf(rt);
  const four = [FILENAME, LINENO, OFFSET, text];
  return endLineno === 0 ? four : [...four, endLineno, endOffset];
}

function syntaxErrorInit(rt: Runtime, self: Addr, args: Addr, kwargs: Addr): number {
  if (baseExceptionInit(rt, self, args, kwargs) < 0) return -1;
  const at = self + rt.layout.baseException;
  const n = tupleSize(rt, args);
  if (n >= 1) setOwned(rt, at + MSG, newRef(rt, tupleItem(rt, args, 0)));
  if (n !== 2) return 0;
  const info = callOneArg(rt, rt.types.tuple, tupleItem(rt, args, 1));
  if (info === 0) return -1;
  const failed = readDetails(rt, at, info);
  decref(rt, info);
  return failed;
}

function readDetails(rt: Runtime, at: Addr, info: Addr): number {
  const n = tupleSize(rt, info);
  const details = detailsOf(rt);
  if (details.length === 4 && n !== 4)
    return raiseInt(rt, rt.exc.IndexError, 'tuple index out of range');
  if (n < 4 || n > 6) {
    const [how, count] = n < 4 ? ['at least', 4] : ['at most', 6];
    const text = `function takes ${how} ${count} arguments (${n} given)`;
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  for (let i = 0; i < details.length; i++) {
    setOwned(rt, at + details[i]!, i < n ? newRef(rt, tupleItem(rt, info, i)) : 0);
  }
  if (n === 5) {
    const text = 'end_offset must be provided when end_lineno is provided';
    return raiseInt(rt, rt.exc.TypeError, text);
  }
  return 0;
}

/** v3.13.0 SyntaxError_str */
function syntaxErrorStr(rt: Runtime, self: Addr): Addr {
  const at = self + rt.layout.baseException;
  const message = strText(rt, rt.ptr(at + MSG) || rt.none);
  if (message === null) return 0;
  const filename = rt.ptr(at + FILENAME);
  const lineno = rt.ptr(at + LINENO);
  const parts: string[] = [];
  if (filename !== 0 && isStr(rt, filename)) {
    const path = strToJs(rt, filename);
    parts.push(path.slice(path.lastIndexOf('/') + 1));
  }
  if (lineno !== 0 && isIntExact(rt, lineno)) parts.push(`line ${intToNumber(rt, lineno)}`);
  return newStr(rt, parts.length === 0 ? message : `${message} (${parts.join(', ')})`);
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
