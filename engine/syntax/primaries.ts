/** Atoms and what is written behind them: attributes, calls, subscripts; displays. */
import type { Constant, ConstantValue, Expr, ExprContext, Location, Name, Slice } from './ast.ts';
import { arguments_ } from './arguments.ts';
import { for_if_clauses } from './comprehensions.ts';
import {
  assignment_expression,
  bitwise_or,
  expression,
  expressionNotWalrus,
  named_expression,
  star_expression,
  star_named_expression,
  star_named_expression_sequence,
  star_named_expressions_sequence,
  starred_expression,
  yield_expr,
} from './expressions.ts';
import { strings } from './fstrings.ts';
import { numberValue } from './numbers.ts';
import { invalid_double_starred_kvpairs } from './dict-pairs.ts';
import type { Parser } from './parser.ts';
import { MEMO } from './rules.ts';
import type { Token } from './tokens.ts';

/** A NAME token as a node. */
export function nameOf(token: Token, ctx: ExprContext): Name {
  return {
    kind: 'Name',
    id: token.string,
    ctx,
    lineno: token.lineno,
    col_offset: token.col_offset,
    end_lineno: token.end_lineno,
    end_col_offset: token.end_col_offset,
  };
}

/** A token as a constant. */
export function constantOf(token: Location, value: ConstantValue): Constant {
  return {
    kind: 'Constant',
    value,
    kind_: null,
    lineno: token.lineno,
    col_offset: token.col_offset,
    end_lineno: token.end_lineno,
    end_col_offset: token.end_col_offset,
  };
}

/** v3.13.0 Grammar/python.gram await_primary */
export function await_primary(p: Parser): Expr | null {
  const start = p.peek();
  if (start.type !== 'await') return primary(p);
  p.mark++;
  const operand = primary(p);
  if (operand === null) {
    p.mark--;
    return null;
  }
  return { kind: 'Await', value: operand, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram primary */
export function primary(p: Parser): Expr | null {
  return p.fast ? primaryRule(p) : p.memo(MEMO.primary, primaryRule);
}

function primaryRule(p: Parser): Expr | null {
  const start = p.peek();
  let node = atom(p);
  while (node !== null) {
    const next: Expr | null = trailer(p, node, start);
    if (next === null) return node;
    node = next;
  }
  return null;
}

/** One of `.name`, `(arguments)`, `[slices]` behind `value`; null when there is none. */
export function trailer(p: Parser, value: Expr, start: Token): Expr | null {
  const mark = p.mark;
  switch (p.type) {
    case '.': {
      p.mark++;
      const name = p.expect('NAME');
      if (name === null) break;
      return { kind: 'Attribute', value, attr: name.string, ctx: 'Load', ...p.from(start) };
    }
    case '(': {
      const call = callTrailer(p, value, start);
      if (call !== null) return call;
      break;
    }
    case '[': {
      if (p.invalid) genexp(p);
      p.mark++;
      const slice = slices(p);
      if (slice === null || !p.accept(']')) break;
      return { kind: 'Subscript', value, slice, ctx: 'Load', ...p.from(start) };
    }
    case '{':
      if (p.invalid) genexp(p);
      return null;
    default:
      return null;
  }
  p.mark = mark;
  return null;
}

function callTrailer(p: Parser, func: Expr, start: Token): Expr | null {
  const only = genexp(p);
  if (only !== null) {
    return { kind: 'Call', func, args: [only], keywords: [], ...p.from(start) };
  }
  p.mark++;
  if (p.accept(')')) return { kind: 'Call', func, args: [], keywords: [], ...p.from(start) };
  const given = arguments_(p);
  // `f(` with arguments that do not parse is still `f ( )` to python.gram, and fails at the `)`.
  if (!p.accept(')')) return null;
  const { args, keywords } = given ?? { args: [], keywords: [] };
  return { kind: 'Call', func, args, keywords, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram slices */
export function slices(p: Parser): Expr | null {
  const start = p.peek();
  const mark = p.mark;
  const first = slice(p);
  if (first !== null && !p.at(',')) return first;
  p.mark = mark;
  const elts = p.separated(p.features.starredSubscript ? sliceOrStarred : slice);
  if (elts === null) return null;
  p.accept(',');
  return { kind: 'Tuple', elts, ctx: 'Load', ...p.from(start) };
}

function sliceOrStarred(p: Parser): Expr | null {
  return slice(p) ?? starred_expression(p);
}

/** v3.13.0 Grammar/python.gram slice */
function slice(p: Parser): Expr | null {
  const start = p.peek();
  const mark = p.mark;
  const lower = p.attempt(expression);
  if (p.accept(':')) return sliceFrom(p, lower, start);
  if (p.fast && lower !== null && !p.at(':=')) return lower;
  p.mark = mark;
  return p.features.namedInSubscript ? named_expression(p) : expression(p);
}

function sliceFrom(p: Parser, lower: Expr | null, start: Token): Slice {
  const upper = p.attempt(expression);
  const step = p.accept(':') ? p.attempt(expression) : null;
  return { kind: 'Slice', lower, upper, step, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram atom */
export function atom(p: Parser): Expr | null {
  const token = p.peek();
  switch (token.type) {
    case 'NAME':
      p.mark++;
      return nameOf(token, 'Load');
    case 'NUMBER':
      p.mark++;
      return constantOf(token, numberValue(token.string));
    case 'True':
    case 'False':
    case 'None':
      p.mark++;
      return constantOf(token, { type: token.type });
    case '...':
      p.mark++;
      return constantOf(token, { type: 'Ellipsis' });
    case 'STRING':
    case 'FSTRING_START':
      return strings(p);
    case '(':
    case '[':
    case '{':
      return p.features.unpackingComprehensions
        ? comprehensionFirst(p, token.type)
        : displayFirst(p, token.type);
    default:
      return null;
  }
}

/** v3.13.0 Grammar/python.gram atom, its last alternatives */
function displayFirst(p: Parser, open: '(' | '[' | '{'): Expr | null {
  if (open === '(') return tuple(p) ?? group(p) ?? genexp(p);
  if (open === '[') return list(p) ?? listcomp(p);
  return dict(p) ?? set(p) ?? dictcomp(p) ?? setcomp(p);
}

/** v3.15.0 Grammar/python.gram atom: the order decides only which error is found first. */
function comprehensionFirst(p: Parser, open: '(' | '[' | '{'): Expr | null {
  if (open === '(') return genexp(p) ?? tuple(p) ?? group(p);
  if (open === '[') return listcomp(p) ?? list(p);
  return dictcomp(p) ?? setcomp(p) ?? dict(p) ?? set(p);
}

/** v3.13.0 Grammar/python.gram group */
function group(p: Parser): Expr | null {
  const mark = p.mark;
  p.mark++;
  const node = p.attempt(yield_expr) ?? named_expression(p);
  if (node !== null && p.accept(')')) return node;
  p.mark = mark;
  p.invalid?.invalid_group(p);
  return null;
}

/** v3.13.0 Grammar/python.gram tuple */
export function tuple(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('(');
  if (start === null) return null;
  const inner = p.mark;
  let elts: Expr[] = [];
  const first = star_named_expression_sequence(p);
  if (first !== null && p.accept(',')) {
    elts = [first, ...(p.attempt(star_named_expressions_sequence) ?? [])];
  } else {
    p.mark = inner;
  }
  if (p.accept(')')) return { kind: 'Tuple', elts, ctx: 'Load', ...p.from(start) };
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram list */
export function list(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('[');
  if (start === null) return null;
  const elts = p.attempt(star_named_expressions_sequence) ?? [];
  if (p.accept(']')) return { kind: 'List', elts, ctx: 'Load', ...p.from(start) };
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram set */
function set(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('{');
  if (start === null) return null;
  const elts = p.features.namedInSet
    ? star_named_expressions_sequence(p)
    : p.separated(star_expression);
  if (!p.features.namedInSet) p.accept(',');
  if (elts !== null && p.accept('}')) return { kind: 'Set', elts, ...p.from(start) };
  p.mark = mark;
  return null;
}

// ---- dicts ----

/** A key and its value; key null for `**mapping`. */
export interface KeyValuePair {
  readonly key: Expr | null;
  readonly value: Expr;
}

/** v3.13.0 Grammar/python.gram dict */
function dict(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('{');
  if (start === null) return null;
  const pairs = p.separated(double_starred_kvpair) ?? [];
  if (pairs.length > 0) p.accept(',');
  if (p.accept('}')) {
    const keys = pairs.map((pair) => pair.key);
    return { kind: 'Dict', keys, values: pairs.map((pair) => pair.value), ...p.from(start) };
  }
  p.mark = mark + 1;
  if (p.invalid || p.features.messages.dictPairsAlways) invalid_double_starred_kvpairs(p);
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram double_starred_kvpair */
export function double_starred_kvpair(p: Parser): KeyValuePair | null {
  if (!p.at('**')) return kvpair(p);
  p.mark++;
  const value = bitwise_or(p);
  if (value !== null) return { key: null, value };
  p.mark--;
  return kvpair(p);
}

/** v3.13.0 Grammar/python.gram kvpair */
function kvpair(p: Parser): { key: Expr; value: Expr } | null {
  const mark = p.mark;
  const key = expression(p);
  if (key !== null && p.accept(':')) {
    const value = expression(p);
    if (value !== null) return { key, value };
  }
  p.mark = mark;
  return null;
}

// ---- comprehensions ----

/** What may stand before `for` in a list or a set. */
function element(p: Parser): Expr | null {
  return p.features.unpackingComprehensions ? star_named_expression(p) : named_expression(p);
}

/** v3.13.0 Grammar/python.gram listcomp */
function listcomp(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const elt = element(p);
  const generators = elt && for_if_clauses(p);
  if (elt !== null && generators !== null && p.accept(']')) {
    return { kind: 'ListComp', elt, generators, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_comprehension(p);
  return null;
}

/** v3.13.0 Grammar/python.gram setcomp */
function setcomp(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const elt = element(p);
  const generators = elt && for_if_clauses(p);
  if (elt !== null && generators !== null && p.accept('}')) {
    return { kind: 'SetComp', elt, generators, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_comprehension(p);
  return null;
}

/** v3.13.0 Grammar/python.gram genexp */
export function genexp(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.expect('(');
  if (start === null) {
    // Its invalid_ rule is for all comprehensions, and so looks into any bracket that stands here.
    if (p.at('[') || p.at('{')) p.invalid?.invalid_comprehension(p);
    return null;
  }
  const elt = genexpElement(p);
  const generators = elt && for_if_clauses(p);
  if (elt !== null && generators !== null && p.accept(')')) {
    return { kind: 'GeneratorExp', elt, generators, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_comprehension(p);
  return null;
}

function genexpElement(p: Parser): Expr | null {
  const node = assignment_expression(p) ?? expressionNotWalrus(p);
  if (node !== null || !p.features.unpackingComprehensions) return node;
  return starred_expression(p);
}

/** v3.13.0 Grammar/python.gram dictcomp */
function dictcomp(p: Parser): Expr | null {
  const mark = p.mark;
  const start = p.peek();
  p.mark++;
  const pair = kvpair(p) ?? (p.features.unpackingComprehensions ? unpackedMapping(p) : null);
  const generators = pair && for_if_clauses(p);
  if (pair !== null && generators !== null && p.accept('}')) {
    const { key, value } = pair;
    return { kind: 'DictComp', key, value, generators, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_dict_comprehension(p);
  return null;
}

/** 3.15's `{**mapping for ...}`: the mapping stands as the key, without a value. */
function unpackedMapping(p: Parser): { key: Expr; value: null } | null {
  const mark = p.mark;
  if (!p.accept('**')) return null;
  const key = expression(p);
  if (key !== null) return { key, value: null };
  p.mark = mark;
  return null;
}
