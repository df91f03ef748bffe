/**
 * What can be assigned to and deleted.
 *
 * Expressions and targets overlap, so python.gram tries targets first and expressions after. A
 * primary is a target only when nothing more hangs behind it: `f(x).a` is, `f(x).a()` is not.
 */
import type { Expr, ExprContext } from './ast.ts';
import type { Parser } from './parser.ts';
import { atom, nameOf, trailer } from './primaries.ts';
import { MEMO } from './rules.ts';
import type { TokenType } from './tokens.ts';

/** v3.13.0 Grammar/python.gram star_targets */
export function star_targets(p: Parser): Expr | null {
  const start = p.peek();
  const first = star_target(p);
  if (first === null || !p.accept(',')) return first;
  const elts = [first];
  for (;;) {
    const next = p.attempt(star_target);
    if (next === null) break;
    elts.push(next);
    if (!p.accept(',')) break;
  }
  return { kind: 'Tuple', elts, ctx: 'Store', ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram star_target */
export function star_target(p: Parser): Expr | null {
  return p.memo(MEMO.star_target, starTargetRule);
}

function starTargetRule(p: Parser): Expr | null {
  const start = p.peek();
  if (start.type !== '*') return target_with_star_atom(p);
  p.mark++;
  if (p.at('*')) return null;
  const value = star_target(p);
  return value && { kind: 'Starred', value, ctx: 'Store', ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram target_with_star_atom */
function target_with_star_atom(p: Parser): Expr | null {
  return p.memo(MEMO.target_with_star_atom, targetWithStarAtomRule);
}

function targetWithStarAtomRule(p: Parser): Expr | null {
  return subscriptOrAttribute(p, 'Store') ?? star_atom(p);
}

function isLookahead(type: TokenType): boolean {
  return type === '(' || type === '[' || type === '.';
}

/** `t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead` */
function subscriptOrAttribute(p: Parser, ctx: ExprContext): Expr | null {
  const mark = p.mark;
  const node = p.memo(MEMO.t_primary, t_primary);
  if (node !== null && (node.kind === 'Attribute' || node.kind === 'Subscript')) {
    return { ...node, ctx };
  }
  p.mark = mark;
  return null;
}

/**
 * An atom and all that hangs behind it, at least one trailer; whether it is a target the last
 * trailer decides. v3.13.0 Grammar/python.gram t_primary
 */
function t_primary(p: Parser): Expr | null {
  const start = p.peek();
  let node = atom(p);
  if (node === null || !isLookahead(p.type)) return null;
  for (;;) {
    const next: Expr | null = trailer(p, node, start);
    if (next === null) return null;
    node = next;
    if (!isLookahead(p.type)) return node;
  }
}

/** v3.13.0 Grammar/python.gram star_atom */
function star_atom(p: Parser): Expr | null {
  const token = p.peek();
  switch (token.type) {
    case 'NAME':
      p.mark++;
      return nameOf(token, 'Store');
    case '(':
      return parenthesized(p, target_with_star_atom) ?? tupleTarget(p, star_target, 'Store');
    case '[':
      return listTarget(p, star_target, 'Store');
    default:
      return null;
  }
}

function parenthesized(p: Parser, rule: (p: Parser) => Expr | null): Expr | null {
  const mark = p.mark;
  const node = p.accept('(') ? rule(p) : null;
  if (node !== null && p.accept(')')) return node;
  p.mark = mark;
  return null;
}

/** `()`, `(a,)` and `(a, b)`; a del target may also be `(a)`, which came before. */
function tupleTarget(p: Parser, item: (p: Parser) => Expr | null, ctx: ExprContext): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const inner = p.mark;
  let elts = p.separated(item) ?? [];
  const comma = elts.length > 0 && p.accept(',');
  if (elts.length === 1 && !comma && ctx === 'Store') {
    elts = [];
    p.mark = inner;
  }
  if (p.accept(')')) return { kind: 'Tuple', elts, ctx, ...p.from(start) };
  p.mark = mark;
  return null;
}

function listTarget(p: Parser, item: (p: Parser) => Expr | null, ctx: ExprContext): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const elts = p.separated(item) ?? [];
  if (elts.length > 0) p.accept(',');
  if (p.accept(']')) return { kind: 'List', elts, ctx, ...p.from(start) };
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram single_target */
export function single_target(p: Parser): Expr | null {
  const node = single_subscript_attribute_target(p);
  if (node !== null) return node;
  const token = p.peek();
  if (token.type !== 'NAME') return parenthesized(p, single_target);
  p.mark++;
  return nameOf(token, 'Store');
}

/** v3.13.0 Grammar/python.gram single_subscript_attribute_target */
export function single_subscript_attribute_target(p: Parser): Expr | null {
  return subscriptOrAttribute(p, 'Store');
}

/** `'(' single_target ')'` */
export function parenthesizedSingleTarget(p: Parser): Expr | null {
  return parenthesized(p, single_target);
}

/** v3.13.0 Grammar/python.gram del_targets */
export function del_targets(p: Parser): Expr[] | null {
  const targets = p.separated(del_target);
  if (targets !== null) p.accept(',');
  return targets;
}

/** v3.13.0 Grammar/python.gram del_target */
function del_target(p: Parser): Expr | null {
  return p.memo(MEMO.del_target, delTargetRule);
}

function delTargetRule(p: Parser): Expr | null {
  return subscriptOrAttribute(p, 'Del') ?? del_t_atom(p);
}

/** v3.13.0 Grammar/python.gram del_t_atom */
function del_t_atom(p: Parser): Expr | null {
  const token = p.peek();
  switch (token.type) {
    case 'NAME':
      p.mark++;
      return nameOf(token, 'Del');
    case '(':
      return parenthesized(p, del_target) ?? tupleTarget(p, del_target, 'Del');
    case '[':
      return listTarget(p, del_target, 'Del');
    default:
      return null;
  }
}
