/** The `for ... in ... if ...` part of comprehensions. */
import type { Comprehension, Expr } from './ast.ts';
import { disjunction } from './expressions.ts';
import type { Parser } from './parser.ts';
import { star_targets } from './targets.ts';

/** v3.13.0 Grammar/python.gram for_if_clauses */
export function for_if_clauses(p: Parser): Comprehension[] | null {
  const first = for_if_clause(p);
  if (first === null) return null;
  const clauses = [first];
  for (;;) {
    const next = for_if_clause(p);
    if (next === null) return clauses;
    clauses.push(next);
  }
}

/** v3.13.0 Grammar/python.gram for_if_clause */
function for_if_clause(p: Parser): Comprehension | null {
  const mark = p.mark;
  const isAsync = p.accept('async');
  if (p.accept('for')) {
    const target = star_targets(p);
    if (target !== null && p.accept('in')) {
      const clause = clauseFrom(p, target, isAsync ? 1 : 0);
      if (clause === null) p.mark = mark;
      return clause; // after `in` comes `~`: no other alternative is tried
    }
  }
  p.mark = mark;
  p.invalid?.invalid_for_if_clause(p);
  p.invalid?.invalid_for_target(p);
  return null;
}

function clauseFrom(p: Parser, target: Expr, is_async: 0 | 1): Comprehension | null {
  const iter = disjunction(p);
  if (iter === null) return null;
  const ifs: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    const test = p.accept('if') ? disjunction(p) : null;
    if (test === null) {
      p.mark = mark;
      return { kind: 'comprehension', target, iter, ifs, is_async };
    }
    ifs.push(test);
  }
}
