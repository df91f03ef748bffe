/** What few programs need of what dict-pairs.ts is about. */
import type { Location } from './ast.ts';
import { missingDictValue, starredValue } from './dict-pairs.ts';
import { bitwise_or, expression, if_expression } from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram invalid_kvpair */
export function invalid_kvpair(p: Parser): void {
  attemptAll(p, keyWithoutColon, starredValue('*'), starredValue('**'), missingDictValue);
}

function keyWithoutColon(p: Parser): void {
  const a = expression(p);
  if (a === null || p.at(':')) return;
  const msg = "':' expected after dictionary key";
  p.raiseLocation('SyntaxError', a.lineno, a.end_col_offset, a.end_lineno, 0, msg);
}

/** v3.15.0 Grammar/python.gram invalid_kvpair_unpacking */
export function invalid_kvpair_unpacking(p: Parser): void {
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
