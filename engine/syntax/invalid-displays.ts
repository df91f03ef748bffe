/** `invalid_` rules for what stands in brackets: groups, displays, comprehensions. */
import type { Expr, Location } from './ast.ts';
import { for_if_clauses } from './comprehensions.ts';
import {
  bitwise_or,
  expression,
  if_expression,
  star_named_expression,
  star_named_expressions,
  starred_expression,
} from './expressions.ts';
import { attemptAll } from './invalid-expressions.ts';
import type { Parser } from './parser.ts';
import { double_starred_kvpair } from './primaries.ts';

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
    q.mark++;
    const stars = q.expect('**');
    if (stars === null || bitwise_or(q) === null || for_if_clauses(q) === null) return;
    if (q.accept('}')) q.raiseAt(stars, 'dict unpacking cannot be used in dict comprehension');
  });
}

// ---- dicts ----

/** v3.13.0 Grammar/python.gram invalid_double_starred_kvpairs; called behind the brace. */
export function invalid_double_starred_kvpairs(p: Parser): void {
  const { messages } = p.features;
  if (!messages.dictPairs) return;
  const unpacking = messages.unpackedPairs;
  if (unpacking) invalid_kvpair_unpacking(p);
  attemptAll(p, (q) => {
    if (q.separated(double_starred_kvpair) === null || !q.accept(',')) return;
    invalid_kvpair(q);
    if (unpacking) invalid_kvpair_unpacking(q);
  });
  if (!unpacking) attemptAll(p, starredValue('*'), starredValue('**'));
  attemptAll(p, missingDictValue);
}

/** v3.13.0 Grammar/python.gram invalid_kvpair */
function invalid_kvpair(p: Parser): void {
  attemptAll(p, keyWithoutColon, starredValue('*'), starredValue('**'), missingDictValue);
}

function keyWithoutColon(p: Parser): void {
  const a = expression(p);
  if (a === null || p.at(':')) return;
  const msg = "':' expected after dictionary key";
  p.raiseLocation('SyntaxError', a.lineno, a.end_col_offset, a.end_lineno, 0, msg);
}

function starredValue(stars: '*' | '**'): (p: Parser) => void {
  return (p) => {
    if (stars === '**' && !p.features.messages.unpackedDictValue) return;
    if (expression(p) === null || !p.accept(':')) return;
    const a = p.expect(stars);
    if (a === null || bitwise_or(p) === null) return;
    const what = stars === '*' ? 'a starred expression' : 'dict unpacking';
    p.raiseFrom(a, `cannot use ${what} in a dictionary value`);
  };
}

function missingDictValue(p: Parser): void {
  if (expression(p) === null) return;
  const colon = p.expect(':');
  if (colon === null || !(p.at('}') || p.at(','))) return;
  p.raiseAt(colon, "expression expected after dictionary key and ':'");
}

/** v3.15.0 Grammar/python.gram invalid_kvpair_unpacking */
function invalid_kvpair_unpacking(p: Parser): void {
  attemptAll(
    p,
    (q) => {
      const stars = q.expect('**');
      const b = stars && if_expression(q);
      if (stars === null || b === null) return;
      const msg =
        'invalid double starred expression. ' +
        'Did you forget to wrap the conditional expression in parentheses?';
      q.raiseRange(stars, b, msg);
    },
    (q) => keyUnpacking(q, '*', 'a starred expression'),
    (q) => keyUnpacking(q, '**', 'dict unpacking'),
    (q) => valueUnpacking(q, '*', 'a starred expression'),
    (q) => valueUnpacking(q, '**', 'dict unpacking'),
  );
}

function keyUnpacking(p: Parser, stars: '*' | '**', what: string): void {
  const a: Location | null = p.expect(stars);
  const b = a && bitwise_or(p);
  if (a === null || b === null || !p.accept(':') || expression(p) === null) return;
  p.raiseRange(a, b, `cannot use ${what} in a dictionary key`);
}

function valueUnpacking(p: Parser, stars: '*' | '**', what: string): void {
  if (expression(p) === null || !p.accept(':')) return;
  const a = p.expect(stars);
  const b = a && bitwise_or(p);
  if (a === null || b === null) return;
  p.raiseRange(a, b, `cannot use ${what} in a dictionary value`);
}
