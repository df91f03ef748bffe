/** `invalid_` rules for simple statements, and for the targets of `for`. */
import type { Expr } from './ast.ts';
import { exprName, raiseInvalidTarget } from './expr-names.ts';
import {
  annotated_rhs,
  bitwise_or,
  expression,
  star_expressions,
  star_named_expression,
  star_named_expressions,
  yield_expr,
} from './expressions.ts';
import { attemptAll, type Parser } from './parser.ts';
import { list, tuple } from './primaries.ts';
import { augassign, targetAndEqual } from './statements.ts';

/** v3.13.0 Grammar/python.gram invalid_assignment */
export function invalid_assignment(p: Parser): void {
  attemptAll(
    p,
    annotatedDisplay,
    annotatedTuple,
    annotatedExpression,
    assignedExpression,
    assignedYield,
    augmentedExpression,
  );
}

function annotatedDisplay(p: Parser): void {
  const a = invalid_ann_assign_target(p);
  if (a === null || !p.accept(':') || expression(p) === null) return;
  p.raiseAt(a, `only single target (not ${exprName(p, a)}) can be annotated`);
}

/** v3.13.0 Grammar/python.gram invalid_ann_assign_target */
function invalid_ann_assign_target(p: Parser): Expr | null {
  const node = list(p) ?? tuple(p);
  if (node !== null) return node;
  const mark = p.mark;
  const inner = p.accept('(') ? invalid_ann_assign_target(p) : null;
  if (inner !== null && p.accept(')')) return inner;
  p.mark = mark;
  return null;
}

function annotatedTuple(p: Parser): void {
  const a = star_named_expression(p);
  if (a === null || !p.accept(',')) return;
  p.many(star_named_expressions);
  if (!p.accept(':') || expression(p) === null) return;
  p.raiseAt(a, 'only single target (not tuple) can be annotated');
}

function annotatedExpression(p: Parser): void {
  const a = expression(p);
  if (a === null || !p.accept(':') || expression(p) === null) return;
  p.raiseAt(a, 'illegal target for annotation');
}

function assignedExpression(p: Parser): void {
  p.many(targetAndEqual);
  const start = p.peek();
  const a = star_expressions(p);
  if (a !== null && p.accept('=')) raiseInvalidTarget(p, a, 'star', start);
}

function assignedYield(p: Parser): void {
  p.many(targetAndEqual);
  const a = yield_expr(p);
  if (a !== null && p.accept('=')) p.raiseAt(a, 'assignment to yield expression not possible');
}

function augmentedExpression(p: Parser): void {
  const start = p.peek();
  const a = star_expressions(p);
  if (a === null || augassign(p) === null || annotated_rhs(p) === null) return;
  const name = exprName(p, a);
  if (p.features.messages.treeErrors) {
    const display = a.kind === 'Tuple' || a.kind === 'List';
    p.raiseAt(
      start,
      display ? 'illegal expression for augmented assignment' : `cannot assign to ${name}`,
    );
  }
  p.raiseAt(a, `'${name}' is an illegal expression for augmented assignment`);
}

/** v3.13.0 Grammar/python.gram invalid_del_stmt */
export function invalid_del_stmt(p: Parser): void {
  attemptAll(p, (q) => {
    q.mark++;
    const start = q.peek();
    const a = star_expressions(q);
    if (a !== null) raiseInvalidTarget(q, a, 'del', start);
  });
}

/** v3.14.0 Grammar/python.gram invalid_raise_stmt */
export function invalid_raise_stmt(p: Parser): void {
  if (!p.features.messages.raiseFrom) return;
  attemptAll(
    p,
    (q) => {
      const raise = q.expect('raise');
      const from = q.expect('from');
      if (raise === null || from === null) return;
      q.raiseRange(raise, from, "did you forget an expression between 'raise' and 'from'?");
    },
    (q) => {
      q.mark++;
      if (expression(q) === null) return;
      const from = q.expect('from');
      if (from === null) return;
      q.raiseAt(from, "did you forget an expression after 'from'?");
    },
  );
}

/** v3.14.0 Grammar/python.gram invalid_assert_stmt */
export function invalid_assert_stmt(p: Parser): void {
  if (!p.features.messages.assertTargets) return;
  attemptAll(
    p,
    (q) => assertTarget(q, false, '='),
    (q) => assertTarget(q, true, '='),
    (q) => assertTarget(q, false, ':='),
    (q) => assertTarget(q, true, ':='),
  );
}

function assertTarget(p: Parser, inMessage: boolean, operator: '=' | ':='): void {
  p.mark++;
  if (inMessage && (expression(p) === null || !p.accept(','))) return;
  const a = expression(p);
  if (a === null || !p.accept(operator)) return;
  const b = expression(p);
  if (b === null) return;
  const msg =
    operator === '='
      ? `cannot assign to ${exprName(p, a)} here. Maybe you meant '==' instead of '='?`
      : 'cannot use named expression without parentheses here';
  p.raiseRange(a, b, msg);
}

/** v3.13.0 Grammar/python.gram invalid_for_target */
export function invalid_for_target(p: Parser): void {
  attemptAll(p, (q) => {
    q.accept('async');
    if (!q.accept('for')) return;
    const start = q.peek();
    const a = star_expressions(q);
    if (a !== null) raiseInvalidTarget(q, a, 'for', start);
  });
}

/** v3.13.0 Grammar/python.gram invalid_for_if_clause */
export function invalid_for_if_clause(p: Parser): void {
  if (!p.features.messages.inExpected) return;
  attemptAll(p, (q) => {
    q.accept('async');
    if (!q.accept('for') || q.separated(bitwise_or) === null) return;
    q.accept(',');
    if (!q.at('in')) q.raise("'in' expected after for-loop variables");
  });
}
