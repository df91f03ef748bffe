/** `invalid_` rules for what stands in brackets: groups, displays, comprehensions. */
import type { Expr } from './ast.ts';
import { for_if_clauses } from './comprehensions.ts';
import {
  bitwise_or,
  expression,
  star_named_expression,
  star_named_expressions,
  starred_expression,
} from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_group */
export function invalid_group(p: Parser): void {
  if (!p.features.messages.starredGroup) return;
  attemptAll(
    p,
    (q) => {
      q.mark++;
      const a = starred_expression(q);
      if (a !== null && q.accept(')')) q.raiseAt(a, q.features.messages.starredGroup as string);
    },
    (q) => {
      q.mark++;
      const stars = q.expect('**');
      if (stars === null || expression(q) === null || !q.accept(')')) return;
      if (!q.features.messages.doubleStarredGroup) return;
      q.raiseAt(stars, 'cannot use double starred expression here');
    },
  );
}

/** v3.13.0 Grammar/python.gram invalid_comprehension */
export function invalid_comprehension(p: Parser): void {
  const { unpackedElement, comprehensionTarget } = p.features.messages;
  attemptAll(p, unpackedElement === 'iterable' ? iterableElement : mappingElement);
  if (!comprehensionTarget) return;
  attemptAll(p, targetWithoutParentheses, targetWithComma);
}

function iterableElement(p: Parser): void {
  p.mark++;
  const a = starred_expression(p);
  if (a === null || for_if_clauses(p) === null) return;
  p.raiseAt(a, 'iterable unpacking cannot be used in comprehension');
}

/** 3.15 unpacks iterables here, and mappings only where they make a dict. */
function mappingElement(p: Parser): void {
  const open = p.type;
  p.mark++;
  const stars = p.expect('**');
  const b = stars && expression(p);
  if (stars === null || b === null || for_if_clauses(p) === null || open === '{') return;
  const where = open === '[' ? 'list comprehension' : 'generator expression';
  p.raiseRange(stars, b, `cannot use dict unpacking in ${where}`);
}

const FORGOT_PARENTHESES = 'did you forget parentheses around the comprehension target?';

function targetWithoutParentheses(p: Parser): void {
  if (p.at('(')) return;
  p.mark++;
  const a = star_named_expression(p);
  if (a === null || !p.accept(',')) return;
  const b = star_named_expressions(p);
  if (b === null || for_if_clauses(p) === null) return;
  p.raiseRange(a, b[b.length - 1] as Expr, FORGOT_PARENTHESES);
}

function targetWithComma(p: Parser): void {
  if (p.at('(')) return;
  p.mark++;
  const a = star_named_expression(p);
  const comma = a && p.expect(',');
  if (a === null || comma === null || for_if_clauses(p) === null) return;
  p.raiseRange(a, comma, FORGOT_PARENTHESES);
}

/** v3.13.0 Grammar/python.gram invalid_dict_comprehension */
export function invalid_dict_comprehension(p: Parser): void {
  if (p.features.unpackingComprehensions) return;
  attemptAll(p, (q) => {
    const open = q.peek();
    q.mark++;
    const stars = q.expect('**');
    if (stars === null || bitwise_or(q) === null || for_if_clauses(q) === null) return;
    const at = q.features.messages.treeErrors ? open : stars;
    if (q.accept('}')) q.raiseAt(at, 'dict unpacking cannot be used in dict comprehension');
  });
}
