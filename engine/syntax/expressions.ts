/**
 * Expressions, from `star_expressions` down to `factor`.
 *
 * Where python.gram is left-recursive there is a loop; the five levels of binary operators are one
 * loop over a table of their strengths.
 */
import type { CompareOperator, Expr, Operator, UnaryOperator } from './ast.ts';
import { lambdef } from './lambdas.ts';
import type { Parser } from './parser.ts';
import { await_primary, nameOf } from './primaries.ts';
import { MEMO } from './rules.ts';
import type { Token, TokenType } from './tokens.ts';

/** v3.13.0 Grammar/python.gram expressions */
export function expressions(p: Parser): Expr | null {
  return tupleOf(p, expression);
}

/** v3.13.0 Grammar/python.gram star_expressions */
export function star_expressions(p: Parser): Expr | null {
  return tupleOf(p, star_expression);
}

/** `a`, `a,`, `a, b`: one item, or a tuple of them without parentheses. */
function tupleOf(p: Parser, item: (p: Parser) => Expr | null): Expr | null {
  const start = p.peek();
  const first = item(p);
  if (first === null || !p.accept(',')) return first;
  const elts = [first];
  for (;;) {
    const next = p.attempt(item);
    if (next === null) break;
    elts.push(next);
    if (!p.accept(',')) break;
  }
  return { kind: 'Tuple', elts, ctx: 'Load', ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram star_expression */
export function star_expression(p: Parser): Expr | null {
  return p.at('*') ? p.memo(MEMO.star_expression, starred) : expression(p);
}

/** `'*' bitwise_or`, or, when that fails, whatever `expression` makes of a star: an error. */
function starred(p: Parser): Expr | null {
  return p.attempt(starredBitwiseOr) ?? expression(p);
}

function starredBitwiseOr(p: Parser): Expr | null {
  const start = p.expect('*');
  if (start === null) return null;
  const value = bitwise_or(p);
  return value && { kind: 'Starred', value, ctx: 'Load', ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram star_named_expressions */
export function star_named_expressions(p: Parser): Expr[] | null {
  const items = p.separated(star_named_expression);
  if (items !== null) p.accept(',');
  return items;
}

/** v3.13.0 Grammar/python.gram star_named_expression */
export function star_named_expression(p: Parser): Expr | null {
  return p.attempt(starredBitwiseOr) ?? named_expression(p);
}

/** v3.15.0 Grammar/python.gram star_named_expressions_sequence */
export function star_named_expressions_sequence(p: Parser): Expr[] | null {
  const items = p.separated(star_named_expression_sequence);
  if (items !== null) p.accept(',');
  return items;
}

/** v3.15.0 Grammar/python.gram star_named_expression_sequence */
export function star_named_expression_sequence(p: Parser): Expr | null {
  p.invalid?.invalid_starred_expression_unpacking_sequence(p);
  return star_named_expression(p);
}

/** v3.13.0 Grammar/python.gram starred_expression */
export function starred_expression(p: Parser): Expr | null {
  p.invalid?.invalid_starred_expression_unpacking(p);
  const mark = p.mark;
  const start = p.expect('*');
  if (start === null) return null;
  const value = expression(p);
  if (value !== null) return { kind: 'Starred', value, ctx: 'Load', ...p.from(start) };
  p.mark = mark;
  // In 3.13 this is no invalid_ rule but an alternative like others.
  if (p.invalid || p.features.messages.starAloneAlways) invalid_starred_expression(p);
  return null;
}

/** v3.13.0 Grammar/python.gram invalid_starred_expression */
function invalid_starred_expression(p: Parser): void {
  if (p.features.messages.starAlone && p.at('*')) p.raise('Invalid star expression');
}

/** v3.13.0 Grammar/python.gram assignment_expression */
export function assignment_expression(p: Parser): Expr | null {
  const start = p.peek();
  if (start.type !== 'NAME' || p.typeAfterNext() !== ':=') return null;
  p.mark += 2;
  const value = expression(p);
  if (value === null) {
    p.mark -= 2;
    return null;
  }
  return { kind: 'NamedExpr', target: nameOf(start, 'Store'), value, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram named_expression */
export function named_expression(p: Parser): Expr | null {
  const assigned = assignment_expression(p);
  if (assigned !== null) return assigned;
  if (p.invalid) p.memo(MEMO.invalid_named_expression, p.invalid.invalid_named_expression);
  return expressionNotWalrus(p);
}

/** `expression !':='` */
export function expressionNotWalrus(p: Parser): Expr | null {
  const mark = p.mark;
  const node = expression(p);
  if (node === null || !p.at(':=')) return node;
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram yield_expr */
export function yield_expr(p: Parser): Expr | null {
  const start = p.expect('yield');
  if (start === null) return null;
  if (p.at('from')) {
    p.mark++;
    const value = expression(p);
    if (value !== null) return { kind: 'YieldFrom', value, ...p.from(start) };
    p.mark--;
  }
  const value = p.attempt(star_expressions);
  return { kind: 'Yield', value, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram annotated_rhs */
export function annotated_rhs(p: Parser): Expr | null {
  return p.at('yield') && p.fast ? yield_expr(p) : (p.attempt(yield_expr) ?? star_expressions(p));
}

/** v3.13.0 Grammar/python.gram expression */
export function expression(p: Parser): Expr | null {
  if (p.fast) {
    const token = p.peek();
    if (token.type === 'NAME' && ENDS_ATOM.has(p.typeAfterNext())) {
      p.mark++;
      return nameOf(token, 'Load');
    }
  }
  return p.memo(MEMO.expression, expressionRule);
}

/** After a name, these end the expression: no need to ask every operator. */
const ENDS_ATOM: ReadonlySet<TokenType> = new Set<TokenType>([
  ',',
  ')',
  ']',
  '}',
  ':',
  '=',
  'NEWLINE',
]);

function expressionRule(p: Parser): Expr | null {
  p.invalid?.invalid_if_expression(p);
  p.invalid?.invalid_expression(p);
  p.invalid?.invalid_legacy_expression(p);
  return conditional(p);
}

/** The valid alternatives of `expression`. */
function conditional(p: Parser): Expr | null {
  const start = p.peek();
  const body = disjunction(p);
  if (body === null) return lambdef(p);
  const mark = p.mark;
  if (p.accept('if')) {
    const test = disjunction(p);
    if (test !== null && p.accept('else')) {
      const orelse = expression(p);
      if (orelse !== null) return { kind: 'IfExp', test, body, orelse, ...p.from(start) };
    }
    p.mark = mark;
  }
  return body;
}

/** v3.15.0 Grammar/python.gram if_expression: only with its `if`. */
export function if_expression(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  const body = disjunction(p);
  if (body !== null && p.accept('if')) {
    const test = disjunction(p);
    if (test !== null && p.accept('else')) {
      const orelse = expression(p);
      if (orelse !== null) return { kind: 'IfExp', test, body, orelse, ...p.from(start) };
    }
  }
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram expression_without_invalid */
export function expression_without_invalid(p: Parser): Expr | null {
  const { invalid } = p;
  p.invalid = null;
  try {
    return conditional(p);
  } finally {
    p.invalid = invalid;
  }
}

/** v3.13.0 Grammar/python.gram disjunction */
export function disjunction(p: Parser): Expr | null {
  return p.fast ? disjunctionRule(p) : p.memo(MEMO.disjunction, disjunctionRule);
}

function disjunctionRule(p: Parser): Expr | null {
  return boolean(p, 'or', conjunction);
}

/** v3.13.0 Grammar/python.gram conjunction */
function conjunction(p: Parser): Expr | null {
  return p.fast ? conjunctionRule(p) : p.memo(MEMO.conjunction, conjunctionRule);
}

function conjunctionRule(p: Parser): Expr | null {
  return boolean(p, 'and', inversion);
}

function boolean(p: Parser, word: 'or' | 'and', operand: (p: Parser) => Expr | null): Expr | null {
  const start = p.peek();
  const first = operand(p);
  if (first === null || !p.at(word)) return first;
  const values = [first];
  while (p.accept(word)) {
    const next = operand(p);
    if (next === null) {
      p.mark--;
      break;
    }
    values.push(next);
  }
  if (values.length === 1) return first;
  return { kind: 'BoolOp', op: word === 'or' ? 'Or' : 'And', values, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram inversion */
export function inversion(p: Parser): Expr | null {
  return p.fast ? inversionRule(p) : p.memo(MEMO.inversion, inversionRule);
}

function inversionRule(p: Parser): Expr | null {
  const start = p.peek();
  if (start.type !== 'not') return comparison(p);
  p.mark++;
  const operand = inversion(p);
  if (operand === null) {
    p.mark--;
    return null;
  }
  return { kind: 'UnaryOp', op: 'Not', operand, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram comparison */
function comparison(p: Parser): Expr | null {
  const start = p.peek();
  const left = bitwise_or(p);
  if (left === null) return null;
  const ops: CompareOperator[] = [];
  const comparators: Expr[] = [];
  for (;;) {
    const mark = p.mark;
    const op = compareOperator(p);
    const right = op && bitwise_or(p);
    if (op === null || right === null) {
      p.mark = mark;
      break;
    }
    ops.push(op);
    comparators.push(right);
  }
  if (ops.length === 0) return left;
  return { kind: 'Compare', left, ops, comparators, ...p.from(start) };
}

const COMPARE: Partial<Record<TokenType, CompareOperator>> = {
  '==': 'Eq',
  '!=': 'NotEq',
  '<=': 'LtE',
  '<': 'Lt',
  '>=': 'GtE',
  '>': 'Gt',
  in: 'In',
  is: 'Is',
};

/** v3.13.0 Grammar/python.gram compare_op_bitwise_or_pair, its operators */
function compareOperator(p: Parser): CompareOperator | null {
  const type = p.type;
  if (type === 'not') return p.sequence('not', 'in') ? 'NotIn' : null;
  const op = COMPARE[type];
  if (type === '<>') notEqualHint(p);
  if (op === undefined) return null;
  p.mark++;
  if (op !== 'Is' || !p.at('not')) return op;
  // `is not x`; and `is (not x)` is nothing, for `not` begins no bitwise_or.
  p.mark++;
  return 'IsNot';
}

/** v3.14.0 Parser/pegen.c _PyPegen_check_barry_as_flufl */
function notEqualHint(p: Parser): void {
  if (!p.features.messages.notEqualHint) return;
  p.raiseAt(p.peek(), "invalid syntax.  Maybe you meant '!=' instead of '<>'?");
}

/** How tightly each binary operator holds; all of them group from the left. */
const STRENGTH: Partial<Record<TokenType, readonly [strength: number, op: Operator]>> = {
  '|': [1, 'BitOr'],
  '^': [2, 'BitXor'],
  '&': [3, 'BitAnd'],
  '<<': [4, 'LShift'],
  '>>': [4, 'RShift'],
  '+': [5, 'Add'],
  '-': [5, 'Sub'],
  '*': [6, 'Mult'],
  '/': [6, 'Div'],
  '//': [6, 'FloorDiv'],
  '%': [6, 'Mod'],
  '@': [6, 'MatMult'],
};

/** v3.13.0 Grammar/python.gram bitwise_or */
export function bitwise_or(p: Parser): Expr | null {
  return p.fast ? bitwiseOrRule(p) : p.memo(MEMO.bitwise_or, bitwiseOrRule);
}

function bitwiseOrRule(p: Parser): Expr | null {
  return binary(p, 1);
}

/** v3.13.0 Grammar/python.gram bitwise_or, bitwise_xor, bitwise_and, shift_expr, sum, term */
function binary(p: Parser, weakest: number): Expr | null {
  const start = p.peek();
  let left = factor(p);
  if (left === null) return null;
  for (;;) {
    const [strength, op] = STRENGTH[p.type] ?? NO_OPERATOR;
    if (strength < weakest) return left;
    p.mark++;
    if (strength >= 5) p.invalid?.invalid_arithmetic(p);
    const right = binary(p, strength + 1);
    if (right === null) {
      p.mark--;
      return left;
    }
    left = { kind: 'BinOp', left, op, right, ...p.from(start) };
  }
}

const NO_OPERATOR: readonly [number, Operator] = [0, 'Add'];

const UNARY: Partial<Record<TokenType, UnaryOperator>> = {
  '+': 'UAdd',
  '-': 'USub',
  '~': 'Invert',
};

/** v3.13.0 Grammar/python.gram factor */
export function factor(p: Parser): Expr | null {
  return p.fast ? factorRule(p) : p.memo(MEMO.factor, factorRule);
}

function factorRule(p: Parser): Expr | null {
  const start = p.peek();
  const op = UNARY[start.type];
  if (op === undefined) return power(p, start);
  p.mark++;
  const operand = factor(p);
  if (operand !== null) return { kind: 'UnaryOp', op, operand, ...p.from(start) };
  p.invalid?.invalid_factor(p);
  p.mark--;
  return null;
}

/** v3.13.0 Grammar/python.gram power */
function power(p: Parser, start: Token): Expr | null {
  const left = await_primary(p);
  if (left === null || !p.accept('**')) return left;
  const right = factor(p);
  if (right === null) {
    p.mark--;
    return left;
  }
  return { kind: 'BinOp', left, op: 'Pow', right, ...p.from(start) };
}
