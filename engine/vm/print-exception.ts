/**
 * Tracebacks on stderr, as CPython prints them: frames with their lines and carets, causes and
 * contexts, the last line with its suggestion. v3.13.0 Python/traceback.c, Lib/traceback.py
 */
import type { Addr } from '../base/brand.ts';
import { codeLocation, type Location } from '../objects/code.ts';
import { errFetch, errOccurred, errRestore } from '../objects/errors.ts';
import {
  type SyntaxField,
  syntaxErrorField,
  syntaxErrorMetadata,
} from '../objects/exceptions-syntax.ts';
import { intToNumber, isInt } from '../objects/int.ts';
import * as L from '../objects/layouts.ts';
import { listItem, listSize } from '../objects/list.ts';
import { lookupAttr, reprText, strText } from '../objects/object.ts';
import { decref } from '../objects/refcount.ts';
import { moduleDict } from '../objects/module.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';
import type { Profile } from '../profiles/index.ts';
import { isStr, strToJs } from '../objects/strings.ts';
import { groupExceptions } from '../objects/exception-group.ts';
import { tupleItem, tupleSize } from '../objects/tuple.ts';
import { isSubtype, typeShortName } from '../objects/type-object.ts';
import { frameCode } from './frames.ts';
import { GroupFrame } from './group-frame.ts';
import { suggestName } from './suggestions.ts';
import { findKeywordTypo, type KeywordTypo } from './keyword-typos.ts';
import { caretLine } from './carets.ts';
import { clippedLine, lineWithCaret } from './error-line.ts';
import { markedLines } from './marked-lines.ts';

const CAUSE = '\nThe above exception was the direct cause of the following exception:\n\n';
const CONTEXT = '\nDuring handling of the above exception, another exception occurred:\n\n';

const HEAD = 'Traceback (most recent call last):\n';

type Carets = Profile['tracebacks']['carets'];

/** What tracebacks know of files. */
export interface Sources {
  /**
   * Lines of a source file by its name; undefined when it is not known. A traceback that is written
   * in Python asks the loader of the module for them: what `__main__` runs shows lines of the program.
   */
  lines(filename: string, ofMain: boolean): readonly string[] | undefined;
  /** The name that is written. */
  shown(filename: string): string;
}

/** The whole text of an exception (borrowed) with what it came from. */
export function formatException(rt: Runtime, exception: Addr, sources: Sources): string {
  const kept = errFetch(rt);
  const text = formatChained(rt, exception, sources, new Set(), new GroupFrame());
  if (errOccurred(rt)) decref(rt, errFetch(rt));
  errRestore(rt, kept);
  return text;
}

/**
 * What is shown of an exception (borrowed) that is ignored: before 3.15 without what it came from,
 * and by C code, which knows the lines of `files` alone.
 * v3.13.0 Python/errors.c write_unraisable_exc_file
 */
export function formatIgnored(
  rt: Runtime,
  exception: Addr,
  files: Sources,
  texts: Sources,
): string {
  const { ignored, carets } = rt.profile.tracebacks;
  if (ignored === 'whole') return formatException(rt, exception, texts);
  const kept = errFetch(rt);
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK);
  const shown = ignored === 'plain' ? 'none' : carets;
  const text = traceback === 0 ? '' : HEAD + formatTraceback(rt, traceback, files, shown);
  const name = exceptionName(rt, rt.typeOf(exception));
  let what = strText(rt, exception);
  if (what === null) {
    decref(rt, errFetch(rt));
    what = '<exception str() failed>';
  }
  if (errOccurred(rt)) decref(rt, errFetch(rt));
  errRestore(rt, kept);
  return what === '' ? `${text}${name}\n` : `${text}${name}: ${what}\n`;
}

function formatChained(
  rt: Runtime,
  exception: Addr,
  sources: Sources,
  seen: Set<Addr>,
  frame: GroupFrame,
): string {
  seen.add(exception);
  const cause = rt.ptr(exception + L.EXC_CAUSE);
  const context = rt.ptr(exception + L.EXC_CONTEXT);
  let before = '';
  if (cause !== 0) {
    if (!seen.has(cause)) {
      before = formatChained(rt, cause, sources, seen, frame) + frame.emit(CAUSE);
    }
  } else if (context !== 0 && rt.u8[exception + rt.layout.exceptionSuppress] === 0) {
    if (!seen.has(context)) {
      before = formatChained(rt, context, sources, seen, frame) + frame.emit(CONTEXT);
    }
  }
  return before + formatOne(rt, exception, sources, seen, frame);
}

function formatOne(
  rt: Runtime,
  exception: Addr,
  sources: Sources,
  seen: Set<Addr>,
  frame: GroupFrame,
): string {
  const traceback = rt.ptr(exception + L.EXC_TRACEBACK);
  const stack =
    traceback === 0 ? '' : formatTraceback(rt, traceback, sources, rt.profile.tracebacks.carets);
  const last = formatExceptionOnly(rt, exception, sources) + formatNotes(rt, exception);
  const groups = rt.exc.BaseExceptionGroup;
  if (groups === 0 || !isSubtype(rt, rt.typeOf(exception), groups)) {
    return frame.emit((stack === '' ? '' : HEAD + stack) + last);
  }
  const members = groupExceptions(rt, exception);
  return frame.group(stack, last, tupleSize(rt, members), (i) =>
    formatChained(rt, tupleItem(rt, members, i), sources, seen, frame),
  );
}

/** More than this many equal lines are folded. v3.13.0 Lib/traceback.py _RECURSIVE_CUTOFF */
const RECURSIVE_CUTOFF = 3;

function formatTraceback(rt: Runtime, traceback: Addr, sources: Sources, carets: Carets): string {
  let text = '';
  let last = '';
  let count = 0;
  for (let tb = traceback; tb !== 0; tb = rt.ptr(tb + L.TB_NEXT)) {
    const entry = formatEntry(rt, tb, sources, carets);
    if (entry.key === last) count++;
    else {
      text += repeated(count);
      last = entry.key;
      count = 1;
    }
    if (count <= RECURSIVE_CUTOFF) text += entry.text;
  }
  return text + repeated(count);
}

function repeated(count: number): string {
  const more = count - RECURSIVE_CUTOFF;
  if (more <= 0) return '';
  return `  [Previous line repeated ${more} more time${more === 1 ? '' : 's'}]\n`;
}

function formatEntry(
  rt: Runtime,
  tb: Addr,
  sources: Sources,
  carets: Carets,
): { readonly key: string; readonly text: string } {
  const frame = rt.ptr(rt.ptr(tb + L.TB_FRAME) + L.FRAMEOBJ_FRAME);
  const code = frameCode(rt, frame);
  const filename = strToJs(rt, rt.ptr(code + L.CO_FILENAME));
  const name = strToJs(rt, rt.ptr(code + L.CO_NAME));
  const line = rt.i32[(tb + L.TB_LINENO) >> 2]!;
  const lasti = rt.i32[(tb + L.TB_LASTI) >> 2]!;
  const key = `${filename}:${line}:${name}`;
  let text = `  File "${sources.shown(filename)}", line ${line}, in ${name}\n`;
  const main = rt.statePtr(STATE.mainModule);
  const ofMain = carets === 'calls' && rt.ptr(frame + L.F_GLOBALS) === moduleDict(rt, main);
  const lines = sources.lines(filename, ofMain);
  if (lines !== undefined) {
    text += sourceText(lines, line, codeLocation(rt, code, lasti >> 1), carets);
  }
  return { key, text };
}

function sourceText(
  lines: readonly string[],
  line: number,
  location: Location,
  carets: Carets,
): string {
  const source = lines[line - 1];
  if (source === undefined || source.trim() === '') return '';
  const trimmed = source.trim();
  if (carets === 'none') return `    ${trimmed}\n`;
  if (carets === 'calls' && location.line === line) return markedLines(lines, location);
  const isLonger = location.line === line && location.endLine > line;
  const place = isLonger ? { ...location, endLine: line, endColumn: source.length } : location;
  const marks = caretLine(source, place);
  return `    ${trimmed}\n${marks === '' ? '' : `    ${marks}\n`}`;
}

/** The name as tracebacks write it: without `builtins.`, from 3.11 on without `__main__.` too. */
function exceptionName(rt: Runtime, type: Addr): string {
  const { exceptionNames } = rt.profile.texts;
  const qualname = lookupAttr(rt, type, rt.ids.__qualname__);
  const module = lookupAttr(rt, type, rt.ids.__module__);
  const qualified = qualname !== 0 && isStr(rt, qualname) ? strToJs(rt, qualname) : '<unknown>';
  const name = exceptionNames === 'short with main' ? typeShortName(rt, type) : qualified;
  const where = module !== 0 && isStr(rt, module) ? strToJs(rt, module) : '<unknown>';
  if (qualname !== 0) decref(rt, qualname);
  if (module !== 0) decref(rt, module);
  const isBare =
    where === 'builtins' || (where === '__main__' && exceptionNames === 'without main');
  return isBare ? name : `${where}.${name}`;
}

/** The last line: `Type: text`, for a SyntaxError the place as well. */
function formatExceptionOnly(rt: Runtime, exception: Addr, sources: Sources): string {
  const type = rt.typeOf(exception);
  const name = exceptionName(rt, type);
  if (isSubtype(rt, type, rt.exc.SyntaxError)) {
    return formatSyntaxError(rt, exception, name, sources);
  }
  let text = strText(rt, exception);
  if (text === null) {
    decref(rt, errFetch(rt));
    text = '<exception str() failed>';
  }
  text += suggestName(rt, exception);
  return text === '' ? `${name}\n` : `${name}: ${text}\n`;
}

function formatSyntaxError(rt: Runtime, exception: Addr, name: string, sources: Sources): string {
  const field = (name: SyntaxField): Addr => syntaxErrorField(rt, exception, name);
  const text = (p: Addr): string | null => (p !== 0 && isStr(rt, p) ? strToJs(rt, p) : null);
  const number = (p: Addr): number | null => (p !== 0 && isInt(rt, p) ? intToNumber(rt, p) : null);
  const oneCaret =
    rt.profile.tracebacks.indentationHasOneCaret &&
    isSubtype(rt, rt.typeOf(exception), rt.exc.IndentationError);
  const message = text(field('msg')) ?? '<no detail available>';
  const line = number(field('lineno'));
  let out = '';
  if (line !== null) {
    const filename = text(field('filename')) ?? '<string>';
    out += `  File "${filename}", line ${line}\n`;
    const typo = keywordTypo(rt, exception, message, line, sources.lines(filename, false));
    if (typo !== null) {
      const { offset, endOffset, keyword } = typo;
      const marked = markedLine(typo.text, offset, 1, 1, endOffset);
      return `${out}${marked}${name}: invalid syntax. Did you mean '${keyword}'?\n`;
    }
    const source = text(field('text'));
    const offset = number(field('offset'));
    const { errorLine } = rt.profile.tracebacks;
    if (source !== null && offset !== null && errorLine !== 'range') {
      out += errorLine === 'old' ? lineWithCaret(source, offset) : clippedLine(source, offset);
    } else if (source !== null) {
      out += markedLine(
        source,
        offset,
        line,
        number(field('endLineno')),
        oneCaret ? null : number(field('endOffset')),
      );
    }
  }
  return `${out}${name}: ${message}\n`;
}

/** A misspelled keyword, where the release looks for one: its parser leaves it the place to look. */
function keywordTypo(
  rt: Runtime,
  exception: Addr,
  message: string,
  line: number,
  file: readonly string[] | undefined,
): KeywordTypo | null {
  const at = syntaxErrorMetadata(rt);
  const metadata = at === 0 ? 0 : rt.ptr(exception + rt.layout.baseException + at);
  if (metadata === 0 || rt.typeOf(metadata) !== rt.types.tuple) return null;
  if (message !== 'invalid syntax' && !message.includes('Perhaps you forgot a comma')) return null;
  const from = intToNumber(rt, tupleItem(rt, metadata, 0));
  const source = tupleItem(rt, metadata, 2);
  const lines = isStr(rt, source) ? strToJs(rt, source).split('\n') : file;
  if (lines === undefined) return null;
  const { typosNeedError } = rt.profile.suggestions;
  return findKeywordTypo(rt.profile.id, lines, from, line, !isStr(rt, source), typosNeedError);
}

function markedLine(
  source: string,
  offset: number | null,
  line: number,
  endLine: number | null,
  endOffset: number | null,
): string {
  const right = source.replace(/\n+$/, '');
  const shown = right.trimStart();
  const cut = right.length - shown.length;
  let out = `    ${shown}\n`;
  if (offset === null) return out;
  const start = offset;
  let end = endOffset === null || endOffset === 0 ? offset : endOffset;
  if (endLine !== null && endLine > line) end = right.length + 1;
  if (end <= start || end < 0) end = start + 1;
  const column = start - 1 - cut;
  if (column >= 0) {
    const before = [...shown].slice(0, column);
    const gap = before.map((c) => (/\s/.test(c) ? c : ' ')).join('');
    out += `    ${gap.padEnd(column)}${'^'.repeat(end - start)}\n`;
  }
  return out;
}

/** What add_note() added. */
function formatNotes(rt: Runtime, exception: Addr): string {
  if (!rt.profile.tracebacks.notes) return '';
  const notes = lookupAttr(rt, exception, rt.ids.__notes__);
  if (notes === 0) return '';
  let text = '';
  if (rt.typeOf(notes) === rt.types.list) {
    for (let i = 0; i < listSize(rt, notes); i++)
      text += `${noteText(rt, listItem(rt, notes, i))}\n`;
  } else text = `${reprText(rt, notes) ?? ''}\n`;
  decref(rt, notes);
  return text;
}

function noteText(rt: Runtime, note: Addr): string {
  return strText(rt, note) ?? '<note str() failed>';
}
