/** `lambda` expressions. */
import type { Expr } from './ast.ts';
import { expression } from './expressions.ts';
import { emptyArguments, params } from './parameters.ts';
import type { Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram lambdef */
export function lambdef(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('lambda');
  if (start === null) return null;
  const args = params(p, ':') ?? emptyArguments();
  const body = p.accept(':') ? expression(p) : null;
  if (body !== null) return { kind: 'Lambda', args, body, ...p.from(start) };
  p.mark = mark;
  return null;
}
