/** What few programs need of what parse.ts is about. */
import type { Expr, Expression, Mod } from './ast.ts';
import { PySyntaxError } from './errors.ts';
import { fieldsOf, runParser, startRule } from './parse.ts';
import { Parser } from './parser.ts';
import { type Done, Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/** What an `invalid_` rule has to say, or null. */
export function secondPass(p: Parser): PySyntaxError | null {
  try {
    startRule(p);
    return null;
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
}

/**
 * The first pass read to the end and could have gone on: with more lines the program may be right.
 * (A `single` source may lack its last newline; then the end stands for that newline first.)
 *
 * v3.13.0 Parser/pegen.c _is_end_of_source
 */
export function wantsMore(p: Parser, last: Token): boolean {
  const { done, pos, source } = p.tokenizer;
  if (last.type === 'DEDENT' && pos >= source.length) return true; // the end made it
  if (done !== 'eof') return false;
  const before = p.tokens[p.tokens.length - 2]?.type;
  return last.type !== 'NEWLINE' || before === 'NEWLINE' || before === 'DEDENT';
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

/** v3.13.0 Parser/pegen_errors.c _Pypegen_set_syntax_error, when no rule had anything to say */
export function genericError(p: Parser, last: Token): PySyntaxError {
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
export function checkTheRest(p: Parser, error: PySyntaxError): PySyntaxError {
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
