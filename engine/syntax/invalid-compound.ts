/** `invalid_` rules for blocks and the statements that have them. */
import { arguments_ } from './arguments.ts';
import { block } from './compound.ts';
import { expression, named_expression, star_expressions } from './expressions.ts';
import { params } from './parameters.ts';
import { attemptAll, type Parser } from './parser.ts';
import { star_targets } from './targets.ts';
import type { Token } from './tokens.ts';
import { type_params } from './type-params.ts';

/** `NEWLINE !INDENT` behind the colon of a statement that began at `start`. */
export function missingBlock(p: Parser, what: string, start: Token): void {
  if (!p.features.messages.expected) return;
  if (!p.accept('NEWLINE') || p.at('INDENT')) return;
  p.raiseIndentation(`expected an indented block after ${what} on line ${start.lineno}`);
}

/** A header that ends without its colon. */
export function missingColon(p: Parser): void {
  if (p.features.messages.expected && p.accept('NEWLINE')) p.raise("expected ':'");
}

/** v3.13.0 Grammar/python.gram invalid_block */
export function invalid_block(p: Parser): void {
  attemptAll(p, (q) => {
    if (q.accept('NEWLINE') && !q.at('INDENT')) {
      // 3.8 has no such rule, but the same words when it wanted an INDENT and more is to come.
      q.generic = q.features.messages.treeErrors;
      if (q.generic && q.tokenizer.sawEnd()) q.raise('unexpected EOF while parsing');
      q.raiseIndentation('expected an indented block');
    }
  });
}

/** What stands between a keyword and its colon; then either the colon or the block is missing. */
function header(p: Parser, what: string, rule: (p: Parser) => boolean): void {
  const mark = p.mark;
  p.accept('async');
  const start = p.peek();
  p.mark++;
  if (rule(p)) {
    if (p.at('NEWLINE')) missingColon(p);
    if (p.accept(':')) missingBlock(p, what, start);
  }
  p.mark = mark;
}

function condition(p: Parser): boolean {
  return named_expression(p) !== null;
}

/** v3.13.0 Grammar/python.gram invalid_if_stmt */
export function invalid_if_stmt(p: Parser): void {
  header(p, "'if' statement", condition);
}

/** v3.13.0 Grammar/python.gram invalid_elif_stmt */
export function invalid_elif_stmt(p: Parser): void {
  header(p, "'elif' statement", condition);
}

/** v3.13.0 Grammar/python.gram invalid_while_stmt */
export function invalid_while_stmt(p: Parser): void {
  header(p, "'while' statement", condition);
}

/** v3.13.0 Grammar/python.gram invalid_else_stmt */
export function invalid_else_stmt(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    q.mark++;
    if (q.accept(':')) missingBlock(q, "'else' statement", start);
  });
  if (!p.features.messages.elifAfterElse) return;
  attemptAll(p, (q) => {
    if (!q.sequence('else', ':') || block(q) === null || !q.accept('elif')) return;
    q.raise("'elif' block follows an 'else' block");
  });
}

/** v3.13.0 Grammar/python.gram invalid_for_stmt */
export function invalid_for_stmt(p: Parser): void {
  header(p, "'for' statement", (q) => {
    return star_targets(q) !== null && q.accept('in') && star_expressions(q) !== null;
  });
}

/** v3.13.0 Grammar/python.gram invalid_def_raw */
export function invalid_def_raw(p: Parser): void {
  attemptAll(p, (q) => {
    q.accept('async');
    const start = q.peek();
    q.mark++;
    if (!q.accept('NAME')) return;
    type_params(q);
    if (!q.accept('(')) return;
    params(q, ')');
    if (!q.accept(')')) return;
    q.attempt((r) => (r.accept('->') ? expression(r) : null));
    if (q.accept(':')) missingBlock(q, 'function definition', start);
  });
  if (p.features.messages.forcedDef === 'none' && p.features.messages.expected)
    attemptAll(p, forcedDef);
}

/** From 3.13 on what `def` demands is demanded here, after its type parameters had their say. */
function forcedDef(p: Parser): void {
  p.accept('async');
  p.mark++;
  if (!p.accept('NAME')) return;
  type_params(p);
  p.forced('(');
  params(p, ')');
  if (!p.accept(')')) return;
  p.attempt((q) => (q.accept('->') ? expression(q) : null));
  p.forced(':');
  block(p);
}

/** v3.13.0 Grammar/python.gram invalid_class_def_raw */
export function invalid_class_def_raw(p: Parser): void {
  header(p, 'class definition', (q) => {
    if (!q.accept('NAME')) return false;
    type_params(q);
    q.attempt((r) => {
      if (!r.accept('(')) return null;
      arguments_(r);
      return r.accept(')') ? true : null;
    });
    return true;
  });
}
