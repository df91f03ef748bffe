/** Blocks, definitions, and the statements that choose and repeat. */
import type { AsyncFunctionDef, ClassDef, Expr, For, FunctionDef, Stmt } from './ast.ts';
import { arguments_ } from './arguments.ts';
import { expression, expressions, named_expression, star_expressions } from './expressions.ts';
import { match_stmt } from './late-parts.ts';
import { emptyArguments, params } from './parameters.ts';
import type { Parser } from './parser.ts';
import { nameOf, trailer } from './primaries.ts';
import { MEMO } from './rules.ts';
import { simple_stmts } from './statements.ts';
import { star_targets } from './targets.ts';
import { try_stmt } from './try.ts';
import { type_params } from './type-params.ts';
import { with_stmt } from './with.ts';

/** v3.13.0 Grammar/python.gram statements */
export function statements(p: Parser): Stmt[] | null {
  const first = statement(p);
  if (first === null) return null;
  const all = first;
  for (;;) {
    const next = statement(p);
    if (next === null) return all;
    for (const stmt of next) all.push(stmt);
  }
}

/** v3.13.0 Grammar/python.gram statement */
function statement(p: Parser): Stmt[] | null {
  const compound = compound_stmt(p);
  return compound !== null ? [compound] : simple_stmts(p);
}

/** v3.13.0 Grammar/python.gram statement_newline */
export function statement_newline(p: Parser): Stmt[] | null {
  const mark = p.mark;
  const compound = compound_stmt(p);
  if (compound !== null && p.accept('NEWLINE')) return [compound];
  p.mark = mark;
  const simple = simple_stmts(p);
  if (simple !== null) return simple;
  const newline = p.expect('NEWLINE');
  return newline && [{ kind: 'Pass', ...p.from(newline) }];
}

/** v3.14.0 Grammar/python.gram compound_stmt, with what its errors know of the last statement */
export function compound_stmt(p: Parser): Stmt | null {
  const stmt = anyCompound(p);
  if (stmt === null || stmt.kind === 'FunctionDef' || stmt.kind === 'AsyncFunctionDef') return stmt;
  if (stmt.lineno >= p.lastStatement.lineno) p.lastStatement = stmt;
  return stmt;
}

function anyCompound(p: Parser): Stmt | null {
  const token = p.peek();
  switch (token.type) {
    case 'def':
      return function_def_raw(p, []);
    case '@':
      return decorated(p);
    case 'async':
      return asyncStatement(p);
    case 'if':
      return if_stmt(p);
    case 'class':
      return class_def_raw(p, []);
    case 'with':
      return with_stmt(p);
    case 'for':
      return for_stmt(p);
    case 'try':
      return try_stmt(p);
    case 'while':
      return while_stmt(p);
    case 'NAME':
      return p.features.matchStatement && mayMatch(p) ? match_stmt(p) : null;
    default:
      return null;
  }
}

/** Whether the part for `match` has something to say here. */
function mayMatch(p: Parser): boolean {
  return p.invalid !== null || p.peek().string === 'match';
}

/** What begins with `async`; the rules it leads to take the word themselves. */
function asyncStatement(p: Parser): Stmt | null {
  switch (p.typeAfterNext()) {
    case 'def':
      return function_def_raw(p, []);
    case 'with':
      return with_stmt(p);
    case 'for':
      return for_stmt(p);
    default:
      return null;
  }
}

// ---- blocks ----

/** v3.13.0 Grammar/python.gram block */
export function block(p: Parser): Stmt[] | null {
  return p.memo(MEMO.block, blockRule);
}

function blockRule(p: Parser): Stmt[] | null {
  const mark = p.mark;
  if (p.accept('NEWLINE')) {
    const body = p.accept('INDENT') ? statements(p) : null;
    if (body !== null && p.accept('DEDENT')) return body;
    p.mark = mark;
    p.invalid?.invalid_block(p);
    return null;
  }
  return simple_stmts(p);
}

// ---- definitions ----

/** v3.13.0 Grammar/python.gram decorators, and what they decorate */
function decorated(p: Parser): Stmt | null {
  const mark = p.mark;
  const list: Expr[] = [];
  while (p.accept('@')) {
    const decorator = p.features.relaxedDecorators ? named_expression(p) : dottedCall(p);
    if (decorator === null || !p.accept('NEWLINE')) {
      p.mark = mark;
      return null;
    }
    list.push(decorator);
  }
  let stmt: Stmt | null = null;
  if (p.at('class')) {
    stmt = class_def_raw(p, list);
  } else if (p.at('def') || (p.at('async') && p.typeAfterNext() === 'def')) {
    stmt = function_def_raw(p, list);
  }
  if (stmt === null) p.mark = mark;
  return stmt;
}

/** A decorator before PEP 614: a dotted name, called at most once. */
function dottedCall(p: Parser): Expr | null {
  const start = p.expect('NAME');
  if (start === null) return null;
  let node: Expr | null = nameOf(start, 'Load');
  while (node !== null && p.at('.')) node = trailer(p, node, start);
  return node !== null && p.at('(') ? trailer(p, node, start) : node;
}

/** v3.13.0 Grammar/python.gram class_def_raw */
function class_def_raw(p: Parser, decorator_list: Expr[]): ClassDef | null {
  p.invalid?.invalid_class_def_raw(p);
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const name = p.expect('NAME')?.string;
  if (name !== undefined) {
    const typeParams = type_params(p) ?? [];
    const bases = p.attempt(parenthesizedArguments);
    const body = p.accept(':') ? block(p) : null;
    if (body !== null) {
      return {
        kind: 'ClassDef',
        name,
        bases: bases?.args ?? [],
        keywords: bases?.keywords ?? [],
        body,
        decorator_list,
        type_params: typeParams,
        ...p.from(start),
      };
    }
  }
  p.mark = mark;
  return null;
}

/** `'(' [arguments] ')'` */
export function parenthesizedArguments(
  p: Parser,
): { args: Expr[]; keywords: ClassDef['keywords'] } | null {
  if (!p.accept('(')) return null;
  const given = arguments_(p);
  if (!p.accept(')')) return null;
  return given ?? { args: [], keywords: [] };
}

/** v3.13.0 Grammar/python.gram function_def_raw */
function function_def_raw(
  p: Parser,
  decorator_list: Expr[],
): FunctionDef | AsyncFunctionDef | null {
  p.invalid?.invalid_def_raw(p);
  const mark = p.mark;
  const start = p.peek();
  const kind = p.accept('async') ? 'AsyncFunctionDef' : 'FunctionDef';
  p.mark++;
  const node = functionFrom(p, decorator_list);
  if (node !== null) return { kind, ...node, ...p.from(start) };
  p.mark = mark;
  return null;
}

type Unlocated = Omit<
  FunctionDef,
  'kind' | 'lineno' | 'col_offset' | 'end_lineno' | 'end_col_offset'
>;

function functionFrom(p: Parser, decorator_list: Expr[]): Unlocated | null {
  const name = p.expect('NAME')?.string;
  if (name === undefined) return null;
  const typeParams = type_params(p) ?? [];
  const { forcedDef } = p.features.messages;
  if (forcedDef === 'both') p.forced('(');
  else if (!p.accept('(')) return null;
  const args = params(p, ')') ?? emptyArguments();
  if (!p.accept(')')) return null;
  const returns = p.attempt((q) => (q.accept('->') ? expression(q) : null));
  if (forcedDef !== 'none') p.forced(':');
  else if (!p.accept(':')) return null;
  const body = block(p);
  if (body === null) return null;
  return {
    name,
    args,
    body,
    decorator_list,
    returns,
    type_comment: null,
    type_params: typeParams,
  };
}

// ---- if, while, for ----

/** v3.13.0 Grammar/python.gram if_stmt */
function if_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_if_stmt(p);
  return ifFrom(p);
}

/** v3.13.0 Grammar/python.gram elif_stmt */
function elif_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_elif_stmt(p);
  return ifFrom(p);
}

function ifFrom(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const test = named_expression(p);
  const body = test !== null && p.accept(':') ? block(p) : null;
  if (test === null || body === null) {
    p.mark = mark;
    return null;
  }
  let orelse: Stmt[] = [];
  if (p.at('elif')) {
    const next = elif_stmt(p);
    if (next !== null) orelse = [next];
  } else {
    orelse = else_block(p) ?? [];
  }
  return { kind: 'If', test, body, orelse, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram else_block */
export function else_block(p: Parser): Stmt[] | null {
  if (!p.at('else')) return null;
  p.invalid?.invalid_else_stmt(p);
  const mark = p.mark;
  p.mark++;
  const body = forcedColon(p) ? block(p) : null;
  if (body === null) p.mark = mark;
  return body;
}

/** `&&':'`; a release of before 3.10 only fails. */
export function forcedColon(p: Parser): boolean {
  if (!p.features.messages.expected) return p.accept(':');
  p.forced(':');
  return true;
}

/** v3.13.0 Grammar/python.gram while_stmt */
function while_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_while_stmt(p);
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const test = named_expression(p);
  const body = test !== null && p.accept(':') ? block(p) : null;
  if (test === null || body === null) {
    p.mark = mark;
    return null;
  }
  const orelse = else_block(p) ?? [];
  return { kind: 'While', test, body, orelse, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram for_stmt */
function for_stmt(p: Parser): Stmt | null {
  p.invalid?.invalid_for_stmt(p);
  const mark = p.mark;
  const start = p.peek();
  const kind = p.accept('async') ? 'AsyncFor' : 'For';
  p.mark++;
  const target = star_targets(p);
  if (target !== null && p.accept('in')) {
    const node = forFrom(p, target);
    if (node !== null) return { kind, ...node, ...p.from(start) };
    p.mark = mark;
    return null; // after `in` comes `~`
  }
  p.mark = mark;
  p.invalid?.invalid_for_target(p);
  return null;
}

type ForParts = Pick<For, 'target' | 'iter' | 'body' | 'orelse' | 'type_comment'>;

function forFrom(p: Parser, target: Expr): ForParts | null {
  const iter = p.features.starredForIterable ? star_expressions(p) : expressions(p);
  const body = iter !== null && p.accept(':') ? block(p) : null;
  if (iter === null || body === null) return null;
  const orelse = else_block(p) ?? [];
  return { target, iter, body, orelse, type_comment: null };
}
