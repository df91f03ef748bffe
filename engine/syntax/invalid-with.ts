/** `invalid_` rules for `with`. */
import { raiseInvalidTarget } from './expr-names.ts';
import { expression, expressions } from './expressions.ts';
import { missingBlock, missingColon } from './invalid-compound.ts';
import { attemptAll, type Parser } from './parser.ts';
import { star_target } from './targets.ts';
import type { Token } from './tokens.ts';

/** `expression ['as' star_target]` */
function item(p: Parser): true | null {
  if (expression(p) === null) return null;
  p.attempt((q) => (q.accept('as') ? star_target(q) : null));
  return true;
}

/** `expressions ['as' star_target]`, which in parentheses swallows commas */
function itemInParentheses(p: Parser): true | null {
  if (expressions(p) === null) return null;
  p.attempt((q) => (q.accept('as') ? star_target(q) : null));
  return true;
}

/** `['async'] 'with'`, which the caller has seen */
function withWord(p: Parser): Token {
  p.accept('async');
  const word = p.peek();
  p.mark++;
  return word;
}

function plain(p: Parser): boolean {
  withWord(p);
  return p.separated(item) !== null;
}

function inParentheses(p: Parser): boolean {
  withWord(p);
  if (!p.accept('(') || p.separated(itemInParentheses) === null) return false;
  p.accept(',');
  return p.accept(')');
}

/** v3.13.0 Grammar/python.gram invalid_with_stmt */
export function invalid_with_stmt(p: Parser): void {
  const { messages } = p.features;
  if (messages.trailingWithComma) {
    attemptAll(p, (q) => {
      if (!plain(q)) return;
      const comma = q.expect(',');
      if (comma === null || !q.accept(':')) return;
      q.raiseAt(comma, "the last 'with' item has a trailing comma");
    });
  }
  attemptAll(
    p,
    (q) => plain(q) && missingColon(q),
    (q) => inParentheses(q) && missingColon(q),
  );
}

/** v3.13.0 Grammar/python.gram invalid_with_stmt_indent */
export function invalid_with_stmt_indent(p: Parser): void {
  const mark = p.mark;
  const start = withWord(p);
  p.mark = mark;
  const what = "'with' statement";
  attemptAll(
    p,
    (q) => plain(q) && q.accept(':') && missingBlock(q, what, start),
    (q) => inParentheses(q) && q.accept(':') && missingBlock(q, what, start),
  );
}

/** v3.13.0 Grammar/python.gram invalid_with_item */
export function invalid_with_item(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    if (expression(q) === null || !q.accept('as')) return;
    const a = expression(q);
    if (a === null || !(q.at(',') || q.at(')') || q.at(':'))) return;
    raiseInvalidTarget(q, a, 'star', start);
  });
}
