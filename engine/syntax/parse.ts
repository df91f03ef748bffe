/**
 * `parse`: source text to a tree, in one pass if it is right and in two if it is wrong.
 *
 * v3.13.0 Parser/pegen.c _PyPegen_run_parser
 */
import type { Expression, Interactive, Mod, Module } from './ast.ts';
import { statement_newline, statements } from './compound.ts';
import type { SyntaxErrorFields } from './errors.ts';
import { PySyntaxError } from './errors.ts';
import { expressions, star_expressions } from './expressions.ts';
import type { SyntaxFeatures } from './features.ts';
import type { Mode } from './parser.ts';
import { Parser } from './parser.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';
import { checkTheRest, genericError, secondPass, wantsMore } from './late-parts.ts';

export { parseFStringExpression } from './late-parts.ts';

/** How to read a source. */
export interface ParseOptions {
  readonly filename: string;
  readonly mode: 'exec' | 'eval' | 'single';
  readonly features: SyntaxFeatures;
  /** `single`: a block ends at an empty line only, not with the input (PyCF_DONT_IMPLY_DEDENT). */
  readonly dontImplyDedent?: boolean;
  /** The source is read from a file line by line, whose end leaves no line to point at. */
  readonly fromFile?: boolean;
  /** Whether somebody reads what is wrong, or only asks whether something is; true when absent. */
  readonly reasons?: boolean;
}

/** NOT CPYTHON in name: what there is a MemoryError for. v3.13.0 Parser/pegen.h MAXSTACK */
export class ParserStackOverflow extends Error {
  constructor() {
    super('parser stack overflow');
    this.name = 'ParserStackOverflow';
  }
}

/** Parses `source`; throws PySyntaxError, UnsupportedSyntax or ParserStackOverflow. */
export function parse(source: string, options: ParseOptions & { mode: 'exec' }): Module;
export function parse(source: string, options: ParseOptions & { mode: 'eval' }): Expression;
export function parse(source: string, options: ParseOptions & { mode: 'single' }): Interactive;
export function parse(source: string, options: ParseOptions): Mod;
export function parse(source: string, options: ParseOptions): Mod {
  const { mode, features, filename } = options;
  if (source.includes('\0')) refuseNull();
  const text = translateNewlines(source, mode);
  const parser = new Parser(new Tokenizer(text, features), features, mode, filename);
  parser.implyDedent = !options.dontImplyDedent;
  const { tokenizer } = parser;
  tokenizer.fromFile = options.fromFile ?? false;
  if (tokenizer.fromFile && features.messages.scanningTexts) {
    tokenizer.linesPastEnd = source.endsWith('\n') ? 2 : 1;
  }
  try {
    return runParser(parser, options.reasons);
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      throw new ParserStackOverflow();
    }
    if (error instanceof PySyntaxError) error.statement = parser.lastStatement;
    throw error;
  }
}

/** v3.13.0 Python/pythonrun.c _Py_SourceAsString; it names no place (None there, 0 here). */
function refuseNull(): never {
  const place = { lineno: 0, offset: 0, end_lineno: 0, end_offset: 0, text: null };
  const msg = 'source code string cannot contain null bytes';
  throw new PySyntaxError({ pyType: 'SyntaxError', msg, ...place });
}

/** v3.13.0 Parser/tokenizer/helpers.c _PyTokenizer_translate_newlines */
function translateNewlines(source: string, mode: Mode): string {
  const text = source.includes('\r') ? source.replace(/\r\n?/g, '\n') : source;
  return mode === 'exec' && text !== '' && !text.endsWith('\n') ? text + '\n' : text;
}

export function runParser(p: Parser, reasons = true): Mod {
  const tree = firstPass(p);
  if (tree !== null) {
    if (p.treeError !== null) throw p.treeError;
    if (p.mode === 'single' && p.tokenizer.hasMore()) {
      p.raise('multiple statements found while compiling a single statement');
    }
    if (p.mode === 'fstring') return tree;
    if (p.firstUnsupported !== null) throw p.firstUnsupported;
    if (p.warnings.length > 0) tree.warnings = p.warnings;
    return tree;
  }
  const last = p.tokens[p.tokens.length - 1] as Token;
  const incomplete = wantsMore(p, last);
  if (!reasons) throw withMore(genericError(p, last), incomplete);
  p.resetForErrorPass();
  const found = secondPass(p);
  const error = found ?? genericError(p, last);
  // An indentation that nothing asked for is told at once, whatever else there may be.
  const certain = found === null && error.pyType === 'IndentationError';
  throw withMore(certain ? error : checkTheRest(p, error), incomplete);
}

function withMore(error: PySyntaxError, incomplete: boolean): PySyntaxError {
  return incomplete ? new PySyntaxError({ ...fieldsOf(error), incomplete }) : error;
}

export function fieldsOf(error: PySyntaxError): SyntaxErrorFields {
  const { pyType, msg, lineno, offset, end_lineno, end_offset, text } = error;
  return { pyType, msg, lineno, offset, end_lineno, end_offset, text };
}

function firstPass(p: Parser): Mod | null {
  try {
    return startRule(p);
  } catch (error) {
    // Input that ended in the middle of a token or a bracket says so itself.
    if (error instanceof PySyntaxError && !error.incomplete) throw checkTheRest(p, error);
    throw error;
  }
}

export function startRule(p: Parser): Mod | null {
  switch (p.mode) {
    case 'exec':
      return file(p);
    case 'eval':
      return eval_(p);
    case 'single':
      return interactive(p);
    case 'fstring':
      return fstring(p);
  }
}

/** v3.13.0 Grammar/python.gram file */
function file(p: Parser): Module | null {
  const body = statements(p) ?? [];
  if (!p.accept('ENDMARKER')) return null;
  return { kind: 'Module', body, type_ignores: [] };
}

/** v3.13.0 Grammar/python.gram eval */
function eval_(p: Parser): Expression | null {
  const body = expressions(p);
  if (body === null) return null;
  while (p.accept('NEWLINE'));
  return p.accept('ENDMARKER') ? { kind: 'Expression', body } : null;
}

/** v3.11.7 Grammar/python.gram fstring: the tokens behind the expression are not asked for. */
function fstring(p: Parser): Expression | null {
  const body = star_expressions(p);
  return body && { kind: 'Expression', body };
}

/** v3.13.0 Grammar/python.gram interactive */
function interactive(p: Parser): Interactive | null {
  const body = statement_newline(p);
  return body && { kind: 'Interactive', body };
}
