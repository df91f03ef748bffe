/**
 * `parse`: source text to a tree, in one pass if it is right and in two if it is wrong.
 *
 * v3.13.0 Parser/pegen.c _PyPegen_run_parser
 */
import type { Expr, Expression, Interactive, Mod, Module } from './ast.ts';
import { statement_newline, statements } from './compound.ts';
import type { SyntaxErrorFields } from './errors.ts';
import { PySyntaxError } from './errors.ts';
import { expressions, star_expressions } from './expressions.ts';
import type { SyntaxFeatures } from './features.ts';
import type { Mode } from './parser.ts';
import { Parser } from './parser.ts';
import type { Done } from './tokenizer.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';

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

function runParser(p: Parser, reasons = true): Mod {
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

/** What an `invalid_` rule has to say, or null. */
function secondPass(p: Parser): PySyntaxError | null {
  try {
    startRule(p);
    return null;
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
}

function withMore(error: PySyntaxError, incomplete: boolean): PySyntaxError {
  return incomplete ? new PySyntaxError({ ...fieldsOf(error), incomplete }) : error;
}

/**
 * The first pass read to the end and could have gone on: with more lines the program may be right.
 * (A `single` source may lack its last newline; then the end stands for that newline first.)
 *
 * v3.13.0 Parser/pegen.c _is_end_of_source
 */
function wantsMore(p: Parser, last: Token): boolean {
  const { done, pos, source } = p.tokenizer;
  if (last.type === 'DEDENT' && pos >= source.length) return true; // the end made it
  if (done !== 'eof') return false;
  const before = p.tokens[p.tokens.length - 2]?.type;
  return last.type !== 'NEWLINE' || before === 'NEWLINE' || before === 'DEDENT';
}

function fieldsOf(error: PySyntaxError): SyntaxErrorFields {
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

function startRule(p: Parser): Mod | null {
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

/**
 * An expression of an f-string before PEP 701, in parentheses; so many lines and columns stand
 * before it.
 *
 * v3.11.7 Parser/string_parser.c fstring_compile_expr
 */
export function parseFStringExpression(
  source: string,
  outer: Parser,
  lines: number,
  columns: number,
): Expr {
  const { features, filename } = outer;
  // 3.8 compiled it like a source of its own.
  const { treeErrors } = features.messages;
  const text = treeErrors ? source : `${source}\n`;
  const p = new Parser(new Tokenizer(text, features), features, 'fstring', filename);
  let tree: Mod;
  try {
    tree = runParser(p);
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    // ... up to its code, which is part of that of the whole.
    if (treeErrors && error.msg === features.messages.starredGroup) {
      const column = error.offset - 1 + columns;
      const at = { col_offset: column, end_col_offset: column + 1 };
      const line = error.lineno + lines;
      outer.raiseAt({ lineno: line, end_lineno: line, ...at }, error.msg);
    }
    if (treeErrors) {
      error.filename ??= '<fstring>';
      throw error;
    }
    const prefix = p.tokenizer.done === 'error' ? '' : 'f-string: ';
    const lineno = error.lineno + lines;
    const end_lineno = error.end_lineno + lines;
    throw new PySyntaxError({ ...fieldsOf(error), msg: prefix + error.msg, lineno, end_lineno });
  }
  if (p.firstUnsupported !== null) outer.firstUnsupported ??= p.firstUnsupported;
  outer.warnings.push(...p.warnings);
  return (tree as Expression).body;
}

/** v3.13.0 Grammar/python.gram interactive */
function interactive(p: Parser): Interactive | null {
  const body = statement_newline(p);
  return body && { kind: 'Interactive', body };
}

/** v3.13.0 Parser/pegen_errors.c _Pypegen_set_syntax_error, when no rule had anything to say */
function genericError(p: Parser, last: Token): PySyntaxError {
  try {
    if (!p.features.messages.checkTheRest) oldGenericError(p, last);
    if (last.type === 'INDENT') p.raiseIndentation('unexpected indent');
    if (last.type === 'DEDENT') p.raiseIndentation('unexpected unindent');
    p.raiseAt(last, 'invalid syntax');
  } catch (error) {
    return error as PySyntaxError;
  }
}

/** v3.9.18 Parser/pegen/pegen.c _PyPegen_run_parser */
function oldGenericError(p: Parser, first: Token): never {
  p.generic = true;
  // 3.8 has one pass: what the second read does not count.
  if (p.features.messages.treeErrors) p.tokens.length = p.tokens.indexOf(first) + 1;
  const last = p.tokens[p.tokens.length - 1] as Token;
  const { type, string } = last;
  const { tokenizer } = p;
  if (tokenizer.sawEnd()) p.raise('unexpected EOF while parsing');
  if (type === 'INDENT') p.raiseIndentation('unexpected indent');
  if (type === 'DEDENT') p.raiseIndentation('unexpected unindent');
  if (p.features.messages.treeErrors && string === '<>') raiseBehind(p, last);
  p.raise('invalid syntax');
}

/** v3.8.18 Parser/parsetok.c parsetok: an operator that was given up has no column. */
function raiseBehind(p: Parser, { lineno, end_col_offset }: Token): never {
  const msg = 'invalid syntax';
  return p.raiseLocation('SyntaxError', lineno, end_col_offset, lineno, end_col_offset, msg);
}

/**
 * Before 3.10 it is SyntaxError itself that knows `print x`, by looking at its text.
 *
 * v3.9.18 Objects/exceptions.c _report_missing_parentheses
 */
function legacyStatement(error: PySyntaxError): PySyntaxError {
  const { text } = error;
  if (text === null || error.pyType !== 'SyntaxError' || text.includes('(')) return error;
  const rest = text.slice(text.indexOf(':') + 1);
  const msg = missingParentheses(text) ?? missingParentheses(rest);
  return msg === null ? error : new PySyntaxError({ ...fieldsOf(error), msg });
}

function missingParentheses(text: string): string | null {
  const statement = text.trimStart();
  if (statement.startsWith('exec ')) return "Missing parentheses in call to 'exec'";
  if (!statement.startsWith('print ')) return null;
  const last = statement.lastIndexOf(';');
  const data = statement.slice(6, last < 0 ? undefined : last).trim();
  const end = data.endsWith(',') ? ' end=" "' : '';
  return `Missing parentheses in call to 'print'. Did you mean print(${data}${end})?`;
}

/**
 * Reads the tokens that are left: an error among them is likely the cause of the parser's.
 *
 * v3.13.0 Parser/pegen_errors.c _PyPegen_tokenize_full_source_to_check_for_errors
 */
function checkTheRest(p: Parser, error: PySyntaxError): PySyntaxError {
  const { tokenizer } = p;
  if (!p.features.messages.checkTheRest) return legacyStatement(error);
  if (tokenizer.done === 'error' || tokenizer.done === 'other') return error;
  const current = p.tokens[p.tokens.length - 1];
  try {
    while (tokenizer.next().type !== 'ENDMARKER');
  } catch (thrown) {
    if (!(thrown instanceof PySyntaxError)) return error;
    // In an f-string the error in its expression says more than the brace that misses after it.
    if (tokenizer.fstrings.length > 0) return error;
    if ((tokenizer.done as Done) === 'error') return thrown; // `next` has changed it
    const open = tokenizer.brackets[tokenizer.brackets.length - 1];
    if (open !== undefined && current !== undefined && current.lineno > open.lineno) {
      return new PySyntaxError(fieldsOf(tokenizer.unclosedBracket()));
    }
  }
  return error;
}
