/** Simple statements. */
import type { Assign, Expr, Name, Operator, Stmt } from './ast.ts';
import { annotated_rhs, expression, star_expressions, yield_expr } from './expressions.ts';
import { import_stmt, importBehind } from './imports.ts';
import type { Parser } from './parser.ts';
import { nameOf } from './primaries.ts';
import { MEMO } from './rules.ts';
import {
  del_targets,
  parenthesizedSingleTarget,
  single_subscript_attribute_target,
  single_target,
  star_targets,
} from './targets.ts';
import type { Token, TokenType } from './tokens.ts';
import { type_params } from './type-params.ts';

/** v3.13.0 Grammar/python.gram simple_stmts */
export function simple_stmts(p: Parser): Stmt[] | null {
  const mark = p.mark;
  const stmts = p.separated(simple_stmt, ';');
  if (stmts !== null) {
    p.accept(';');
    if (p.accept('NEWLINE')) return stmts;
  }
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram simple_stmt */
export function simple_stmt(p: Parser): Stmt | null {
  return p.fast ? fastSimpleStmt(p) : p.memo(MEMO.simple_stmt, simpleStmtRule);
}

/**
 * The first pass tries an expression before an assignment: where a statement is nothing but an
 * expression, or assigns to a plain name, the order does not matter and this is the short way.
 */
function fastSimpleStmt(p: Parser): Stmt | null {
  const start = p.peek();
  if (KEYWORD_STATEMENTS.has(start.type)) return keywordStatement(p, start.type);
  if (start.type === 'NAME') {
    const after = p.typeAfterNext();
    if (after === '=') return assignmentToName(p, start) ?? simpleStmtRule(p);
    if (after === '.' || after === '(') {
      const mark = p.mark;
      const value = star_expressions(p);
      if (value !== null && (p.at('NEWLINE') || p.at(';'))) {
        return { kind: 'Expr', value, ...p.from(start) };
      }
      p.mark = mark;
    }
  }
  return simpleStmtRule(p);
}

function assignmentToName(p: Parser, start: Token): Assign | null {
  const mark = p.mark;
  p.mark += 2;
  const value = annotated_rhs(p);
  if (value === null || p.at('=')) {
    p.mark = mark;
    return null;
  }
  const targets = [nameOf(start, 'Store')];
  return { kind: 'Assign', targets, value, type_comment: null, ...p.from(start) };
}

const KEYWORD_STATEMENTS: ReadonlySet<TokenType> = new Set<TokenType>([
  'import',
  'from',
  'return',
  'raise',
  'pass',
  'del',
  'yield',
  'assert',
  'break',
  'continue',
  'global',
  'nonlocal',
]);

function simpleStmtRule(p: Parser): Stmt | null {
  const start = p.peek();
  const mark = p.mark;
  const assigned = assignment(p);
  if (assigned !== null) return assigned;
  p.mark = mark;
  if (p.features.typeParams && start.type === 'NAME' && start.string === 'type') {
    const alias = p.attempt(type_alias);
    if (alias !== null) return alias;
  }
  const lazy = lazyImport(p);
  if (lazy !== null) return lazy;
  const value = p.attempt(star_expressions);
  if (value !== null) return { kind: 'Expr', value, ...p.from(start) };
  return keywordStatement(p, p.type);
}

/** `lazy import x`. v3.15.0 Grammar/python.gram import_name, import_from */
function lazyImport(p: Parser): Stmt | null {
  const start = p.peek();
  if (!p.features.lazyImports || start.type !== 'NAME' || start.string !== 'lazy') return null;
  const after = p.typeAfterNext();
  if (after !== 'import' && after !== 'from') return null;
  p.mark++;
  const stmt = importBehind(p);
  if (stmt === null) {
    p.mark--;
    return null;
  }
  if (stmt.kind === 'ImportFrom' && stmt.module === '__future__' && stmt.level === 0) {
    p.raiseAt(start, 'lazy from __future__ import is not allowed');
  }
  return { ...stmt, ...p.from(start), is_lazy: true };
}

function keywordStatement(p: Parser, word: TokenType): Stmt | null {
  switch (word) {
    case 'return':
      return return_stmt(p);
    case 'import':
    case 'from':
      return import_stmt(p);
    case 'raise':
      return raise_stmt(p);
    case 'pass':
      return { kind: 'Pass', ...wordLocation(p) };
    case 'del':
      return del_stmt(p);
    case 'yield':
      return yield_stmt(p);
    case 'assert':
      return assert_stmt(p);
    case 'break':
      return { kind: 'Break', ...wordLocation(p) };
    case 'continue':
      return { kind: 'Continue', ...wordLocation(p) };
    case 'global':
    case 'nonlocal':
      return namesStatement(p, word);
    default:
      return null;
  }
}

function wordLocation(p: Parser): ReturnType<Parser['from']> {
  const start = p.peek();
  p.mark++;
  return p.from(start);
}

// ---- assignment ----

const AUGMENTED: Partial<Record<TokenType, Operator>> = {
  '+=': 'Add',
  '-=': 'Sub',
  '*=': 'Mult',
  '@=': 'MatMult',
  '/=': 'Div',
  '%=': 'Mod',
  '&=': 'BitAnd',
  '|=': 'BitOr',
  '^=': 'BitXor',
  '<<=': 'LShift',
  '>>=': 'RShift',
  '**=': 'Pow',
  '//=': 'FloorDiv',
};

/** v3.13.0 Grammar/python.gram augassign */
export function augassign(p: Parser): Operator | null {
  const op = AUGMENTED[p.type] ?? null;
  if (op !== null) p.mark++;
  return op;
}

/** v3.13.0 Grammar/python.gram assignment */
function assignment(p: Parser): Stmt | null {
  const mark = p.mark;
  const annotated = annotatedName(p) ?? annotatedTarget(p);
  if (annotated !== null) return annotated;
  p.mark = mark;
  const chained = chainedAssignment(p);
  if (chained !== null) return chained;
  p.mark = mark;
  const augmented = augmentedAssignment(p);
  if (augmented !== null) return augmented === 'cut' ? null : augmented;
  p.mark = mark;
  p.invalid?.invalid_assignment(p);
  return null;
}

function annotatedName(p: Parser): Stmt | null {
  const start = p.peek();
  if (start.type !== 'NAME' || p.typeAfterNext() !== ':') return null;
  p.mark++;
  const node = annotation(p, nameOf(start, 'Store'), 1, start);
  if (node === null) p.mark--;
  return node;
}

function annotatedTarget(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();
  const target = parenthesizedSingleTarget(p) ?? single_subscript_attribute_target(p);
  const node = target && annotation(p, target as Name, 0, start);
  if (node === null) p.mark = mark;
  return node;
}

function annotation(p: Parser, target: Name, simple: 0 | 1, start: Token): Stmt | null {
  if (!p.accept(':')) return null;
  const type = expression(p);
  if (type === null) return null;
  const value = p.attempt(assignedValue);
  return { kind: 'AnnAssign', target, annotation: type, value, simple, ...p.from(start) };
}

function assignedValue(p: Parser): Expr | null {
  return p.accept('=') ? annotated_rhs(p) : null;
}

/** `(star_targets '=')`, whose many are an assignment's left side */
export function targetAndEqual(p: Parser): Expr | null {
  const target = star_targets(p);
  return target !== null && p.accept('=') ? target : null;
}

function chainedAssignment(p: Parser): Stmt | null {
  const start = p.peek();
  const targets = p.many(targetAndEqual);
  if (targets.length === 0) return null;
  const value = annotated_rhs(p);
  if (value === null || p.at('=')) return null;
  return { kind: 'Assign', targets, value, type_comment: null, ...p.from(start) };
}

function augmentedAssignment(p: Parser): Stmt | 'cut' | null {
  const start = p.peek();
  const target = single_target(p);
  const op = target && augassign(p);
  if (target === null || op === null) return null;
  const value = annotated_rhs(p);
  if (value === null) return 'cut'; // `~`: nothing else is tried
  return { kind: 'AugAssign', target: target as Name, op, value, ...p.from(start) };
}

// ---- the rest ----

/** v3.13.0 Grammar/python.gram return_stmt */
function return_stmt(p: Parser): Stmt {
  const start = p.peek();
  p.mark++;
  const value = p.attempt(star_expressions);
  return { kind: 'Return', value, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram raise_stmt */
function raise_stmt(p: Parser): Stmt {
  const start = p.peek();
  const mark = p.mark;
  p.mark++;
  const exc = p.attempt(expression);
  const cause = exc && p.attempt(causeClause);
  if (p.invalid && cause === null) {
    const end = p.mark;
    p.mark = mark;
    p.invalid.invalid_raise_stmt(p);
    p.mark = end;
  }
  return { kind: 'Raise', exc, cause, ...p.from(start) };
}

function causeClause(p: Parser): Expr | null {
  return p.accept('from') ? expression(p) : null;
}

/** v3.13.0 Grammar/python.gram global_stmt, nonlocal_stmt */
function namesStatement(p: Parser, word: 'global' | 'nonlocal'): Stmt | null {
  const start = p.peek();
  p.mark++;
  const names = p.separated((q) => q.expect('NAME'));
  if (names === null) {
    p.mark--;
    return null;
  }
  const kind = word === 'global' ? 'Global' : 'Nonlocal';
  return { kind, names: names.map((name) => name.string), ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram del_stmt */
function del_stmt(p: Parser): Stmt | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const targets = del_targets(p);
  if (targets !== null && (p.at(';') || p.at('NEWLINE'))) {
    return { kind: 'Delete', targets, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_del_stmt(p);
  return null;
}

/** v3.13.0 Grammar/python.gram yield_stmt */
function yield_stmt(p: Parser): Stmt | null {
  const start = p.peek();
  const value = yield_expr(p);
  return value && { kind: 'Expr', value, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram assert_stmt */
function assert_stmt(p: Parser): Stmt | null {
  const start = p.peek();
  p.invalid?.invalid_assert_stmt(p);
  p.mark++;
  const test = expression(p);
  if (test === null) {
    p.mark--;
    return null;
  }
  const msg = p.attempt((q) => (q.accept(',') ? expression(q) : null));
  return { kind: 'Assert', test, msg, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram type_alias */
function type_alias(p: Parser): Stmt | null {
  const start = p.soft('type');
  const name = start && p.expect('NAME');
  if (start === null || name === null) return null;
  const typeParams = type_params(p) ?? [];
  const value = p.accept('=') ? expression(p) : null;
  if (value === null) return null;
  const target = nameOf(name, 'Store');
  return { kind: 'TypeAlias', name: target, type_params: typeParams, value, ...p.from(start) };
}
