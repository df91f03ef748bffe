/** `invalid_` rules for `try`. */
import { block } from './compound.ts';
import { exprName } from './expr-names.ts';
import { expression, expressions } from './expressions.ts';
import { missingBlock, missingColon } from './invalid-compound.ts';
import { attemptAll, type Parser } from './parser.ts';
import { except_block, except_star_block } from './try.ts';

const BOTH_KINDS = "cannot have both 'except' and 'except*' on the same 'try'";

/** v3.13.0 Grammar/python.gram invalid_try_stmt */
export function invalid_try_stmt(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    q.mark++;
    if (q.accept(':')) missingBlock(q, "'try' statement", start);
  });
  const { messages } = p.features;
  if (messages.expected) attemptAll(p, noHandler);
  if (p.features.exceptStar && messages.bothExcepts) attemptAll(p, starAfterPlain, plainAfterStar);
}

function noHandler(p: Parser): void {
  if (!p.sequence('try', ':') || block(p) === null) return;
  if (p.at('except') || p.at('finally')) return;
  p.raise("expected 'except' or 'finally' block");
}

function asName(p: Parser): void {
  p.attempt((q) => (q.accept('as') ? q.expect('NAME') : null));
}

function starAfterPlain(p: Parser): void {
  if (!p.sequence('try', ':')) return;
  p.many(block);
  if (p.many(except_block).length === 0) return;
  const except = p.expect('except');
  const star = except && p.expect('*');
  if (except === null || star === null || expression(p) === null) return;
  asName(p);
  if (p.accept(':')) p.raiseRange(except, star, BOTH_KINDS);
}

function plainAfterStar(p: Parser): void {
  if (!p.sequence('try', ':')) return;
  p.many(block);
  if (p.many(except_star_block).length === 0) return;
  const except = p.expect('except');
  if (except === null) return;
  if (p.attempt(expression) !== null) asName(p);
  if (p.accept(':')) p.raiseAt(except, BOTH_KINDS);
}

/** v3.13.0 Grammar/python.gram invalid_except_stmt */
export function invalid_except_stmt(p: Parser): void {
  const { messages } = p.features;
  const starToo = !messages.exceptTargets;
  const withStar = starToo && p.features.exceptStar;
  attemptAll(
    p,
    (q) => severalTypes(q, withStar),
    (q) => colonAfterType(q, withStar),
    (q) => q.sequence('except') && missingColon(q),
  );
  if (withStar) attemptAll(p, starWithoutType);
  if (messages.exceptTargets) attemptAll(p, (q) => exceptTarget(q, false));
}

/** v3.14.0 Grammar/python.gram invalid_except_star_stmt; before, one rule was for both. */
export function invalid_except_star_stmt(p: Parser): void {
  if (!p.features.messages.exceptTargets) {
    invalid_except_stmt(p);
    return;
  }
  attemptAll(
    p,
    (q) => q.lookahead((r) => r.sequence('except', '*')) && severalTypes(q, true),
    (q) => q.lookahead((r) => r.sequence('except', '*')) && colonAfterType(q, true),
    starWithoutType,
    (q) => exceptTarget(q, true),
  );
}

function severalTypes(p: Parser, starToo: boolean): void {
  if (!p.features.messages.expected) return;
  p.mark++;
  if (starToo) p.accept('*');
  const a = expression(p);
  if (a === null || !p.accept(',') || expressions(p) === null) return;
  if (p.features.unparenthesizedExcept) {
    if (!p.sequence('as', 'NAME') || !p.accept(':')) return;
    p.raiseFrom(a, "multiple exception types must be parenthesized when using 'as'");
  }
  asName(p);
  if (p.accept(':')) p.raiseFrom(a, 'multiple exception types must be parenthesized');
}

function colonAfterType(p: Parser, starToo: boolean): void {
  p.mark++;
  if (starToo) p.accept('*');
  if (expression(p) === null) return;
  asName(p);
  missingColon(p);
}

function starWithoutType(p: Parser): void {
  if (!p.sequence('except', '*')) return;
  if (p.accept('NEWLINE') || p.accept(':')) p.raise('expected one or more exception types');
}

function exceptTarget(p: Parser, star: boolean): void {
  p.mark++;
  if (star && !p.accept('*')) return;
  if (expression(p) === null || !p.accept('as')) return;
  const a = expression(p);
  if (a === null || !p.accept(':') || block(p) === null) return;
  p.raiseAt(a, `cannot use except${star ? '*' : ''} statement with ${exprName(p, a)}`);
}

/** v3.13.0 Grammar/python.gram invalid_finally_stmt */
export function invalid_finally_stmt(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    q.mark++;
    if (q.accept(':')) missingBlock(q, "'finally' statement", start);
  });
}

/** v3.13.0 Grammar/python.gram invalid_except_stmt_indent */
export function invalid_except_stmt_indent(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    q.mark++;
    if (q.attempt(expression) !== null) asName(q);
    if (q.accept(':')) missingBlock(q, "'except' statement", start);
  });
}

/** v3.13.0 Grammar/python.gram invalid_except_star_stmt_indent */
export function invalid_except_star_stmt_indent(p: Parser): void {
  attemptAll(p, (q) => {
    const start = q.peek();
    if (!q.sequence('except', '*') || expression(q) === null) return;
    asName(q);
    if (q.accept(':')) missingBlock(q, "'except*' statement", start);
  });
}
