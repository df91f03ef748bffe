/** `try` statements. */
import type { ExceptHandler, Expr, Stmt } from './ast.ts';
import { block, else_block, forcedColon } from './compound.ts';
import { expression, expressions } from './expressions.ts';
import type { Parser } from './parser.ts';

/** v3.13.0 Grammar/python.gram try_stmt */
export function try_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_try_stmt(p);
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const body = forcedColon(p) ? block(p) : null;
  const node = body && tryFrom(p, body);
  if (node !== null) return { ...node, ...p.from(start) };
  p.mark = mark;
  return null;
}

function tryFrom(p: Parser, body: Stmt[]): Stmt | null {
  const start = p.peek();
  const only = finally_block(p);
  if (only !== null) {
    const none = { handlers: [], orelse: [] };
    return { kind: 'Try', body, ...none, finalbody: only, ...p.from(start) };
  }
  let kind: 'Try' | 'TryStar' = 'Try';
  let handlers = p.many(except_block);
  if (handlers.length === 0 && p.features.exceptStar) {
    kind = 'TryStar';
    handlers = p.many(except_star_block);
  }
  if (handlers.length === 0) return null;
  const orelse = else_block(p) ?? [];
  const finalbody = finally_block(p) ?? [];
  return { kind, body, handlers, orelse, finalbody, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram except_block */
export function except_block(p: Parser): ExceptHandler | null {
  if (!p.at('except')) return null;
  p.invalid?.invalid_except_stmt_indent(p);
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const handler = p.at(':') ? bareHandler(p) : handlerFrom(p);
  if (handler !== null) return { ...handler, ...p.from(start) };
  p.mark = mark;
  p.invalid?.invalid_except_stmt(p);
  return null;
}

/** v3.13.0 Grammar/python.gram except_star_block */
export function except_star_block(p: Parser): ExceptHandler | null {
  if (!p.at('except')) return null;
  p.invalid?.invalid_except_star_stmt_indent(p);
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const handler = p.accept('*') ? handlerFrom(p) : null;
  if (handler !== null) return { ...handler, ...p.from(start) };
  p.mark = mark;
  p.invalid?.invalid_except_star_stmt(p);
  return null;
}

type Unlocated = Pick<ExceptHandler, 'kind' | 'type' | 'name' | 'body'>;

function bareHandler(p: Parser): Unlocated | null {
  p.mark++;
  const body = block(p);
  return body && { kind: 'ExceptHandler', type: null, name: null, body };
}

function handlerFrom(p: Parser): Unlocated | null {
  const mark = p.mark;
  let type: Expr | null = expression(p);
  if (type === null) return null;
  let name: string | null = null;
  if (p.at(',') && p.features.unparenthesizedExcept) {
    p.mark = mark;
    type = expressions(p);
  } else if (p.accept('as')) {
    name = p.expect('NAME')?.string ?? null;
    if (name === null) return null;
  }
  if (type === null || !p.accept(':')) return null;
  const body = block(p);
  return body && { kind: 'ExceptHandler', type, name, body };
}

/** v3.13.0 Grammar/python.gram finally_block */
function finally_block(p: Parser): Stmt[] | null {
  if (!p.at('finally')) return null;
  p.invalid?.invalid_finally_stmt(p);
  const mark = p.mark;
  p.mark++;
  const body = forcedColon(p) ? block(p) : null;
  if (body === null) p.mark = mark;
  return body;
}
