/** The `match` statement; its patterns are in patterns.ts. */
import type { Expr, MatchCase, Stmt } from './ast.ts';
import { block } from './compound.ts';
import { named_expression, star_named_expression, star_named_expressions } from './expressions.ts';
import type { Parser } from './parser.ts';
import { patterns } from './patterns.ts';

/** v3.13.0 Grammar/python.gram match_stmt */
export function match_stmt(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.soft('match');
  const subject = start && subject_expr(p);
  if (start !== null && subject !== null && p.sequence(':', 'NEWLINE', 'INDENT')) {
    const cases = p.many(case_block);
    if (cases.length > 0 && p.accept('DEDENT')) {
      return { kind: 'Match', subject, cases, ...p.from(start) };
    }
  }
  p.mark = mark;
  p.invalid?.invalid_match_stmt(p);
  return null;
}

/** v3.13.0 Grammar/python.gram subject_expr */
export function subject_expr(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  const first = star_named_expression(p);
  if (first !== null && p.accept(',')) {
    const elts = [first, ...(p.attempt(star_named_expressions) ?? [])];
    return { kind: 'Tuple', elts, ctx: 'Load', ...p.from(start) };
  }
  p.mark = mark;
  return named_expression(p);
}

/** v3.13.0 Grammar/python.gram case_block */
function case_block(p: Parser): MatchCase | null {
  p.invalid?.invalid_case_block(p);
  if (p.soft('case') === null) return null;
  const pattern = patterns(p);
  if (pattern === null) return null;
  const test = guard(p);
  const body = p.accept(':') ? block(p) : null;
  return body && { kind: 'match_case', pattern, guard: test, body };
}

/** v3.13.0 Grammar/python.gram guard */
export function guard(p: Parser): Expr | null {
  return p.attempt((q) => (q.accept('if') ? named_expression(q) : null));
}
