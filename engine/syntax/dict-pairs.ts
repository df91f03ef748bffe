/**
 * What may be wrong between the braces of a dict. Until 3.14 pegen took this alternative for a valid
 * one and tried it in both passes, so that it does not lie with the other `invalid_` rules.
 */
import type { Location } from './ast.ts';
import { bitwise_or, expression, if_expression } from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';
import { double_starred_kvpair } from './primaries.ts';

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
