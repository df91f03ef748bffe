/** `with` statements. */
import type { Expr, Stmt, WithItem } from './ast.ts';
import { block } from './compound.ts';
import { expression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { star_target } from './targets.ts';

/** v3.13.0 Grammar/python.gram with_stmt */
export function with_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_with_stmt_indent(p);
  const mark = p.mark;
  const start = p.peek();
  const kind = p.accept('async') ? 'AsyncWith' : 'With';
  p.mark++;
  const node = p.attempt(parenthesizedItems) ?? p.attempt(plainItems);
  if (node !== null) return { kind, ...node, type_comment: null, ...p.from(start) };
  p.mark = mark;
  p.invalid?.invalid_with_stmt(p);
  return null;
}

interface WithParts {
  readonly items: WithItem[];
  readonly body: Stmt[];
}

function parenthesizedItems(p: Parser): WithParts | null {
  if (!p.features.parenthesizedWith || !p.accept('(')) return null;
  const items = p.separated(with_item);
  if (items === null) return null;
  p.accept(',');
  if (!p.accept(')') || !p.accept(':')) return null;
  const body = block(p);
  return body && { items, body };
}

function plainItems(p: Parser): WithParts | null {
  const items = p.separated(with_item);
  const body = items !== null && p.accept(':') ? block(p) : null;
  return items && body && { items, body };
}

/** v3.13.0 Grammar/python.gram with_item */
function with_item(p: Parser): WithItem | null {
  const mark = p.mark;
  const context_expr = expression(p);
  if (context_expr === null) return null;
  const after = p.mark;
  const optional_vars = p.accept('as') ? asTarget(p) : null;
  if (optional_vars !== null) return { kind: 'withitem', context_expr, optional_vars };
  p.mark = mark;
  p.invalid?.invalid_with_item(p);
  p.mark = after;
  return { kind: 'withitem', context_expr, optional_vars: null };
}

/** `star_target &(',' | ')' | ':')` */
function asTarget(p: Parser): Expr | null {
  const target = star_target(p);
  if (target === null) return null;
  return p.at(',') || p.at(')') || p.at(':') ? target : null;
}
