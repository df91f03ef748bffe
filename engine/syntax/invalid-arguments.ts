/** `invalid_` rules for the arguments of calls. */
import type { Call, Expr } from './ast.ts';
import { args, kwargs, positionalArgument } from './arguments.ts';
import { for_if_clauses } from './comprehensions.ts';
import { lastComprehensionItem } from './expr-names.ts';
import { expression, starred_expression } from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_arguments */
export function invalid_arguments(p: Parser): void {
  const { messages } = p.features;
  if (messages.unpackingOrder === 'star' || messages.unpackingOrder === 'comma') {
    attemptAll(p, starAfterKeywords);
  } else {
    attemptAll(p, starAfterArguments);
  }
  attemptAll(p, generatorThenComma);
  if (messages.maybeEqual) attemptAll(p, namedGenerator);
  if (messages.expectedArgument) attemptAll(p, missingValue);
  attemptAll(p, generatorNotAlone, generatorAtEnd, positionalAfterKeyword);
}

function starAfterKeywords(p: Parser): void {
  const start = p.mark;
  const positional = p.separated(positionalArgument);
  if (positional === null || !p.accept(',') || kwargs(p) === null) {
    p.mark = start;
    if (kwargs(p) === null) return;
  }
  const comma = p.expect(',');
  if (comma === null) return;
  const msg = 'iterable argument unpacking follows keyword argument unpacking';
  if (p.features.messages.unpackingOrder === 'star') {
    if (p.at('*')) p.raiseAt(p.peek(), msg);
  } else if (p.separated(starredNotKeyword) !== null) {
    p.raiseFrom(comma, msg);
  }
}

function starredNotKeyword(p: Parser): Expr | null {
  const node = starred_expression(p);
  return node !== null && !p.at('=') ? node : null;
}

function starAfterArguments(p: Parser): void {
  const a = args(p);
  if (a === null || !p.sequence(',', '*')) return;
  const msg = 'iterable argument unpacking follows keyword argument unpacking';
  if (p.features.messages.unpackingOrder === 'last') p.raise(msg);
  p.raiseAt(a, msg);
}

const PARENTHESIZE = 'Generator expression must be parenthesized';

function generatorThenComma(p: Parser): void {
  const a = expression(p);
  const clauses = a && for_if_clauses(p);
  if (a === null || clauses === null || !p.accept(',')) return;
  p.attempt(args) ?? p.attempt((q) => (expression(q) === null ? null : for_if_clauses(q)));
  p.raiseRange(a, lastComprehensionItem(clauses), PARENTHESIZE);
}

function namedGenerator(p: Parser): void {
  const a = p.expect('NAME');
  const equal = a && p.expect('=');
  if (a === null || equal === null || expression(p) === null || for_if_clauses(p) === null) return;
  p.raiseRange(a, equal, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
}

function missingValue(p: Parser): void {
  const mark = p.mark;
  if (args(p) === null || !p.accept(',')) p.mark = mark;
  const a = p.expect('NAME');
  const equal = a && p.expect('=');
  if (a === null || equal === null) return;
  if (p.at(',') || p.at(')')) p.raiseRange(a, equal, 'expected argument value expression');
}

/** v3.13.0 Parser/pegen.c _PyPegen_nonparen_genexp_in_call */
function generatorNotAlone(p: Parser): void {
  const given = args(p);
  const clauses = given && for_if_clauses(p);
  if (given === null || clauses === null || given.args.length <= 1) return;
  const last = given.args[given.args.length - 1] as Expr;
  p.raiseRange(last, lastComprehensionItem(clauses), PARENTHESIZE);
}

function generatorAtEnd(p: Parser): void {
  if (args(p) === null || !p.accept(',')) return;
  const a = expression(p);
  const clauses = a && for_if_clauses(p);
  if (a === null || clauses === null) return;
  p.raiseRange(a, lastComprehensionItem(clauses), PARENTHESIZE);
}

/** v3.13.0 Parser/pegen.c _PyPegen_arguments_parsing_error */
function positionalAfterKeyword(p: Parser): void {
  const given: Call | null = args(p);
  if (given === null || !p.accept(',')) return;
  const next = p.peek();
  if (args(p) === null) return;
  const unpacking = given.keywords.some((keyword) => keyword.arg === null) ? ' unpacking' : '';
  p.raiseInTree(next, `positional argument follows keyword argument${unpacking}`);
}

/** v3.13.0 Grammar/python.gram invalid_kwarg */
export function invalid_kwarg(p: Parser): void {
  const { messages } = p.features;
  if (messages.singletonKeyword) attemptAll(p, singletonKeyword);
  if (messages.maybeEqual) attemptAll(p, namedGenerator);
  attemptAll(p, expressionKeyword);
  if (messages.starredAssignment) attemptAll(p, unpackedKeyword);
}

function singletonKeyword(p: Parser): void {
  const a = p.peek();
  if (a.type !== 'True' && a.type !== 'False' && a.type !== 'None') return;
  p.mark++;
  const equal = p.expect('=');
  if (equal !== null) p.raiseRange(a, equal, `cannot assign to ${a.type}`);
}

function expressionKeyword(p: Parser): void {
  if (p.at('NAME') && p.typeAfterNext() === '=') return;
  const start = p.peek();
  const a = expression(p);
  const equal = a && p.expect('=');
  if (a === null || equal === null) return;
  const msg = 'expression cannot contain assignment, perhaps you meant "=="?';
  if (p.features.messages.keywordRange) p.raiseRange(a, equal, msg);
  p.raiseAt(p.features.messages.treeErrors ? start : a, msg);
}

function unpackedKeyword(p: Parser): void {
  const stars = p.expect('**');
  if (stars === null || expression(p) === null || !p.accept('=')) return;
  const b = expression(p);
  if (b !== null) p.raiseRange(stars, b, 'cannot assign to keyword argument unpacking');
}
