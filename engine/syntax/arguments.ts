/** The arguments of calls and class definitions. */
import type { Call, Expr, Keyword, Location, Starred } from './ast.ts';
import {
  assignment_expression,
  expression,
  expressionNotWalrus,
  named_expression,
  starred_expression,
} from './expressions.ts';
import type { Parser } from './parser.ts';
import { MEMO } from './rules.ts';

/** v3.13.0 Grammar/python.gram arguments; a Call whose `func` means nothing. */
export function arguments_(p: Parser): Call | null {
  return p.memo(MEMO.arguments, argumentsRule);
}

function argumentsRule(p: Parser): Call | null {
  const mark = p.mark;
  const given = args(p);
  if (given !== null) {
    p.accept(',');
    if (p.at(')')) return given;
  }
  p.mark = mark;
  p.invalid?.invalid_arguments(p);
  return null;
}

/** v3.13.0 Grammar/python.gram args */
export function args(p: Parser): Call | null {
  const start = p.peek();
  const positional = p.separated(positionalArgument);
  if (positional === null) {
    const only = kwargs(p);
    return only && collect(p, [], only, start);
  }
  const mark = p.mark;
  const rest = p.accept(',') ? kwargs(p) : null;
  if (rest === null) p.mark = mark;
  return collect(p, positional, rest ?? [], start);
}

/** v3.13.0 Parser/action_helpers.c _PyPegen_collect_call_seqs */
function collect(p: Parser, first: Expr[], rest: (Keyword | Starred)[], start: Location): Call {
  const all = first;
  const keywords: Keyword[] = [];
  for (const item of rest) {
    if (item.kind === 'keyword') keywords.push(item);
    else all.push(item);
  }
  const location = p.from(start);
  const func: Expr = { kind: 'Name', id: '', ctx: 'Load', ...location };
  return { kind: 'Call', func, args: all, keywords, ...location };
}

/** `starred_expression | (assignment_expression | expression !':=') !'='` */
export function positionalArgument(p: Parser): Expr | null {
  const mark = p.mark;
  const starred = starred_expression(p);
  if (starred !== null) return starred;
  p.mark = mark;
  const node = p.features.messages.checkTheRest
    ? (assignment_expression(p) ?? expressionNotWalrus(p))
    : named_expression(p);
  if (node === null || !p.at('=')) return node;
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram kwargs */
export function kwargs(p: Parser): (Keyword | Starred)[] | null {
  const first = p.separated<Keyword | Starred>(kwarg_or_starred);
  if (first === null) return p.separated(kwarg_or_double_starred);
  const mark = p.mark;
  const second = p.accept(',') ? p.separated(kwarg_or_double_starred) : null;
  if (second !== null) return [...first, ...second];
  p.mark = mark;
  return first;
}

/** v3.13.0 Grammar/python.gram kwarg_or_starred */
function kwarg_or_starred(p: Parser): Keyword | Starred | null {
  p.invalid?.invalid_kwarg(p);
  return keyword(p) ?? (starred_expression(p) as Starred | null);
}

/** v3.13.0 Grammar/python.gram kwarg_or_double_starred */
function kwarg_or_double_starred(p: Parser): Keyword | null {
  p.invalid?.invalid_kwarg(p);
  return keyword(p) ?? doubleStarred(p);
}

function keyword(p: Parser): Keyword | null {
  const start = p.peek();
  if (start.type !== 'NAME' || p.typeAfterNext() !== '=') return null;
  p.mark += 2;
  const value = expression(p);
  if (value !== null) return { kind: 'keyword', arg: start.string, value, ...p.from(start) };
  p.mark -= 2;
  return null;
}

function doubleStarred(p: Parser): Keyword | null {
  const start = p.expect('**');
  if (start === null) return null;
  const value = expression(p);
  if (value !== null) return { kind: 'keyword', arg: null, value, ...p.from(start) };
  p.mark--;
  return null;
}
