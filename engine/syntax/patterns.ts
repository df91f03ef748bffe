/** The patterns of `match`. */
import type { BinOp, Expr, Pattern, UnaryOp } from './ast.ts';
import { strings } from './fstrings.ts';
import { numberValue } from './numbers.ts';
import type { Parser } from './parser.ts';
import { constantOf, nameOf } from './primaries.ts';
import { MEMO } from './rules.ts';
import type { Token } from './tokens.ts';

/** v3.13.0 Grammar/python.gram patterns */
export function patterns(p: Parser): Pattern | null {
  const start = p.peek();
  const open = p.attempt(open_sequence_pattern);
  if (open !== null) return { kind: 'MatchSequence', patterns: open, ...p.from(start) };
  return pattern(p);
}

/** v3.13.0 Grammar/python.gram pattern */
function pattern(p: Parser): Pattern | null {
  return p.attempt(as_pattern) ?? or_pattern(p);
}

/** v3.13.0 Grammar/python.gram as_pattern */
function as_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  const inner = or_pattern(p);
  if (inner !== null && p.accept('as')) {
    const target = pattern_capture_target(p);
    if (target !== null) {
      return { kind: 'MatchAs', pattern: inner, name: target.string, ...p.from(start) };
    }
  }
  p.mark = mark;
  p.invalid?.invalid_as_pattern(p);
  return null;
}

/** v3.13.0 Grammar/python.gram or_pattern */
export function or_pattern(p: Parser): Pattern | null {
  const start = p.peek();
  const list = p.separated(closed_pattern, '|');
  if (list === null) return null;
  if (list.length === 1) return list[0] as Pattern;
  return { kind: 'MatchOr', patterns: list, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram closed_pattern */
function closed_pattern(p: Parser): Pattern | null {
  return p.memo(MEMO.closed_pattern, closedPatternRule);
}

function closedPatternRule(p: Parser): Pattern | null {
  return (
    p.attempt(literal_pattern) ??
    capture_pattern(p) ??
    wildcard_pattern(p) ??
    p.attempt(value_pattern) ??
    p.attempt(group_pattern) ??
    p.attempt(sequence_pattern) ??
    mapping_pattern(p) ??
    class_pattern(p)
  );
}

// ---- literals ----

/** v3.13.0 Grammar/python.gram literal_pattern */
function literal_pattern(p: Parser): Pattern | null {
  const token = p.peek();
  const singleton = token.type;
  if (singleton === 'None' || singleton === 'True' || singleton === 'False') {
    p.mark++;
    return { kind: 'MatchSingleton', value: { type: singleton }, ...p.from(token) };
  }
  const value = p.attempt(loneNumber) ?? p.attempt(complex_number) ?? strings(p);
  return value && { kind: 'MatchValue', value, ...p.from(token) };
}

/** v3.13.0 Grammar/python.gram literal_expr */
function literal_expr(p: Parser): Expr | null {
  const token = p.peek();
  const singleton = token.type;
  if (singleton === 'None' || singleton === 'True' || singleton === 'False') {
    p.mark++;
    return constantOf(token, { type: singleton });
  }
  return p.attempt(loneNumber) ?? p.attempt(complex_number) ?? strings(p);
}

/** `signed_number !('+' | '-')` */
function loneNumber(p: Parser): Expr | null {
  const value = signed_number(p);
  return value !== null && !p.at('+') && !p.at('-') ? value : null;
}

/** v3.13.0 Grammar/python.gram signed_number, signed_real_number */
function signed_number(p: Parser): Expr | null {
  const start = p.peek();
  const minus = start.type === '-';
  const plus = start.type === '+' && p.features.messages.plusInPatterns;
  if (minus || plus) p.mark++;
  const token = p.expect('NUMBER');
  if (token === null) return null;
  const operand = constantOf(token, numberValue(token.string));
  if (!minus && !plus) return operand;
  const op = minus ? 'USub' : 'UAdd';
  const node: UnaryOp = { kind: 'UnaryOp', op, operand, ...p.from(start) };
  return node;
}

/** v3.13.0 Grammar/python.gram complex_number */
function complex_number(p: Parser): BinOp | null {
  const start = p.peek();
  const left = signed_number(p);
  if (left === null) return null;
  const number = left.kind === 'UnaryOp' ? left.operand : left;
  if (number.kind === 'Constant' && number.value.type === 'complex') {
    p.raiseAt(number, 'real number required in complex literal');
  }
  const sign = p.type;
  if (sign !== '+' && sign !== '-') return null;
  p.mark++;
  const token = p.expect('NUMBER');
  if (token === null) return null;
  const right = constantOf(token, numberValue(token.string));
  if (right.value.type !== 'complex') {
    p.raiseAt(token, 'imaginary number required in complex literal');
  }
  return { kind: 'BinOp', left, op: sign === '+' ? 'Add' : 'Sub', right, ...p.from(start) };
}

// ---- names ----

/** v3.13.0 Grammar/python.gram capture_pattern */
function capture_pattern(p: Parser): Pattern | null {
  const target = pattern_capture_target(p);
  return target && { kind: 'MatchAs', pattern: null, name: target.string, ...p.from(target) };
}

/** v3.13.0 Grammar/python.gram pattern_capture_target */
function pattern_capture_target(p: Parser): Token | null {
  const token = p.peek();
  if (token.type !== 'NAME' || token.string === '_') return null;
  p.mark++;
  if (!p.at('.') && !p.at('(') && !p.at('=')) return token;
  p.mark--;
  return null;
}

/** v3.13.0 Grammar/python.gram wildcard_pattern */
function wildcard_pattern(p: Parser): Pattern | null {
  const token = p.soft('_');
  return token && { kind: 'MatchAs', pattern: null, name: null, ...p.from(token) };
}

/** v3.13.0 Grammar/python.gram value_pattern */
function value_pattern(p: Parser): Pattern | null {
  const value = attr(p);
  if (value === null || p.at('.') || p.at('(') || p.at('=')) return null;
  return { kind: 'MatchValue', value, ...p.from(value) };
}

/** v3.13.0 Grammar/python.gram attr */
function attr(p: Parser): Expr | null {
  const node = name_or_attr(p);
  return node !== null && node.kind === 'Attribute' ? node : null;
}

/** v3.13.0 Grammar/python.gram name_or_attr */
export function name_or_attr(p: Parser): Expr | null {
  const start = p.expect('NAME');
  if (start === null) return null;
  let node: Expr = nameOf(start, 'Load');
  while (p.at('.')) {
    p.mark++;
    const name = p.expect('NAME');
    if (name === null) {
      p.mark--;
      break;
    }
    node = { kind: 'Attribute', value: node, attr: name.string, ctx: 'Load', ...p.from(start) };
  }
  return node;
}

// ---- groups and sequences ----

/** v3.13.0 Grammar/python.gram group_pattern */
function group_pattern(p: Parser): Pattern | null {
  if (!p.accept('(')) return null;
  const inner = pattern(p);
  return inner !== null && p.accept(')') ? inner : null;
}

/** v3.13.0 Grammar/python.gram sequence_pattern */
function sequence_pattern(p: Parser): Pattern | null {
  const start = p.peek();
  if (start.type !== '[' && start.type !== '(') return null;
  p.mark++;
  const rule = start.type === '[' ? maybe_sequence_pattern : open_sequence_pattern;
  const list = p.attempt(rule) ?? [];
  if (!p.accept(start.type === '[' ? ']' : ')')) return null;
  return { kind: 'MatchSequence', patterns: list, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram open_sequence_pattern */
function open_sequence_pattern(p: Parser): Pattern[] | null {
  const first = maybe_star_pattern(p);
  if (first === null || !p.accept(',')) return null;
  return [first, ...(p.attempt(maybe_sequence_pattern) ?? [])];
}

/** v3.13.0 Grammar/python.gram maybe_sequence_pattern */
function maybe_sequence_pattern(p: Parser): Pattern[] | null {
  const list = p.separated(maybe_star_pattern);
  if (list !== null) p.accept(',');
  return list;
}

/** v3.13.0 Grammar/python.gram maybe_star_pattern */
function maybe_star_pattern(p: Parser): Pattern | null {
  return p.memo(MEMO.star_pattern, star_pattern) ?? pattern(p);
}

/** v3.13.0 Grammar/python.gram star_pattern */
function star_pattern(p: Parser): Pattern | null {
  const start = p.expect('*');
  if (start === null) return null;
  const target = pattern_capture_target(p);
  if (target !== null) return { kind: 'MatchStar', name: target.string, ...p.from(start) };
  return p.soft('_') && { kind: 'MatchStar', name: null, ...p.from(start) };
}

// ---- mappings ----

/** v3.13.0 Parser/pegen.h KeyPatternPair */
interface KeyPatternPair {
  readonly key: Expr;
  readonly pattern: Pattern;
}

/** v3.13.0 Grammar/python.gram mapping_pattern */
function mapping_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.expect('{');
  if (start === null) return null;
  const items = items_pattern(p) ?? [];
  let rest: string | null = null;
  const comma = items.length === 0 || p.accept(',');
  if (comma && p.at('**')) {
    rest = double_star_pattern(p)?.string ?? null;
    if (rest !== null) p.accept(',');
  }
  if (p.accept('}')) {
    const keys = items.map((item) => item.key);
    const values = items.map((item) => item.pattern);
    return { kind: 'MatchMapping', keys, patterns: values, rest, ...p.from(start) };
  }
  p.mark = mark;
  p.invalid?.invalid_mapping_pattern(p);
  return null;
}

/** v3.13.0 Grammar/python.gram items_pattern */
export function items_pattern(p: Parser): KeyPatternPair[] | null {
  return p.separated(key_value_pattern);
}

/** v3.13.0 Grammar/python.gram key_value_pattern */
function key_value_pattern(p: Parser): KeyPatternPair | null {
  const key = p.attempt(literal_expr) ?? attr(p);
  if (key === null || !p.accept(':')) return null;
  const value = pattern(p);
  return value && { key, pattern: value };
}

/** v3.13.0 Grammar/python.gram double_star_pattern */
export function double_star_pattern(p: Parser): Token | null {
  const mark = p.mark;
  const target = p.accept('**') ? pattern_capture_target(p) : null;
  if (target === null) p.mark = mark;
  return target;
}

// ---- classes ----

/** v3.13.0 Grammar/python.gram class_pattern */
function class_pattern(p: Parser): Pattern | null {
  const mark = p.mark;
  const start = p.peek();
  const cls = name_or_attr(p);
  if (cls !== null && p.accept('(')) {
    const positional = p.attempt(positional_patterns) ?? [];
    const comma = positional.length > 0 && p.accept(',');
    const keywords = positional.length === 0 || comma ? (p.attempt(keyword_patterns) ?? []) : [];
    if (keywords.length > 0) p.accept(',');
    if (p.accept(')')) {
      return {
        kind: 'MatchClass',
        cls,
        patterns: positional,
        kwd_attrs: keywords.map((item) => item.name),
        kwd_patterns: keywords.map((item) => item.pattern),
        ...p.from(start),
      };
    }
  }
  p.mark = mark;
  p.invalid?.invalid_class_pattern(p);
  return null;
}

/** v3.13.0 Grammar/python.gram positional_patterns: a name before `=` is not one. */
export function positional_patterns(p: Parser): Pattern[] | null {
  return p.separated(pattern);
}

/** v3.13.0 Grammar/python.gram keyword_patterns */
export function keyword_patterns(p: Parser): { name: string; pattern: Pattern }[] | null {
  return p.separated(keyword_pattern);
}

function keyword_pattern(p: Parser): { name: string; pattern: Pattern } | null {
  const name = p.expect('NAME');
  if (name === null || !p.accept('=')) return null;
  const value = pattern(p);
  return value && { name: name.string, pattern: value };
}
