/**
 * Expressions as text: what annotations are under `from __future__ import annotations`.
 *
 * v3.13.0 Python/ast_unparse.c
 */

import type {
  Arg,
  Arguments,
  BoolOp,
  Call,
  CompareOperator,
  Comprehension,
  Constant,
  Dict,
  Expr,
  FormattedValue,
  Interpolation,
  JoinedStr,
  TemplateStr,
  Lambda,
  Operator,
  Slice,
} from '../syntax/ast.ts';
import type { ConstValue } from './code-unit.ts';
import { constantOf } from './const-value.ts';
import { reprConst, reprString } from './repr.ts';

// How tightly operators bind. v3.13.0 Python/ast_unparse.c PR_TUPLE ...
const PR_TUPLE = 0;
const PR_TEST = 1;
const PR_OR = 2;
const PR_AND = 3;
const PR_NOT = 4;
const PR_CMP = 5;
const PR_EXPR = 6;
const PR_FACTOR = 12;
const PR_POWER = 13;
const PR_AWAIT = 14;
const PR_ATOM = 15;

const OPERATORS: Readonly<Record<Operator, readonly [string, number]>> = {
  BitOr: ['|', 6],
  BitXor: ['^', 7],
  BitAnd: ['&', 8],
  LShift: ['<<', 9],
  RShift: ['>>', 9],
  Add: ['+', 10],
  Sub: ['-', 10],
  Mult: ['*', 11],
  MatMult: ['@', 11],
  Div: ['/', 11],
  Mod: ['%', 11],
  FloorDiv: ['//', 11],
  Pow: ['**', PR_POWER],
};

const COMPARISONS: Readonly<Record<CompareOperator, string>> = {
  Eq: '==',
  NotEq: '!=',
  Lt: '<',
  LtE: '<=',
  Gt: '>',
  GtE: '>=',
  Is: 'is',
  IsNot: 'is not',
  In: 'in',
  NotIn: 'not in',
};

const UNARY = {
  Invert: ['~', PR_FACTOR],
  UAdd: ['+', PR_FACTOR],
  USub: ['-', PR_FACTOR],
  Not: ['not ', PR_NOT],
} as const;

function parens(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function list(exprs: readonly Expr[], level = PR_TEST): string {
  return exprs.map((e) => unparse(e, level)).join(', ');
}

function boolOp(e: BoolOp, level: number): string {
  const [word, pr] = e.op === 'And' ? [' and ', PR_AND] : [' or ', PR_OR];
  return parens(e.values.map((value) => unparse(value, pr + 1)).join(word), level > pr);
}

function arg(a: Arg): string {
  return a.annotation === null ? a.arg : `${a.arg}: ${unparse(a.annotation, PR_TEST)}`;
}

/** v3.13.0 Python/ast_unparse.c append_ast_args */
function argumentList(a: Arguments): string {
  const parts: string[] = [];
  const positional = [...a.posonlyargs, ...a.args];
  for (const [i, param] of positional.entries()) {
    const value = a.defaults[i - positional.length + a.defaults.length];
    const text = value === undefined ? arg(param) : `${arg(param)}=${unparse(value, PR_TEST)}`;
    parts.push(i + 1 === a.posonlyargs.length ? `${text}, /` : text);
  }
  if (a.vararg !== null) parts.push(`*${arg(a.vararg)}`);
  else if (a.kwonlyargs.length > 0) parts.push('*');
  for (const [i, param] of a.kwonlyargs.entries()) {
    const value = a.kw_defaults[i];
    parts.push(value ? `${arg(param)}=${unparse(value, PR_TEST)}` : arg(param));
  }
  if (a.kwarg !== null) parts.push(`**${arg(a.kwarg)}`);
  return parts.join(', ');
}

function lambda(e: Lambda, level: number): string {
  const space = e.args.args.length + e.args.posonlyargs.length > 0 ? ' ' : '';
  const text = `lambda${space}${argumentList(e.args)}: ${unparse(e.body, PR_TEST)}`;
  return parens(text, level > PR_TEST);
}

function dict(e: Dict): string {
  const items = e.keys.map((key, i) => {
    const value = e.values[i]!;
    if (key === null) return `**${unparse(value, PR_EXPR)}`;
    return `${unparse(key, PR_TEST)}: ${unparse(value, PR_TEST)}`;
  });
  return `{${items.join(', ')}}`;
}

function comprehensions(generators: readonly Comprehension[]): string {
  return generators
    .map((g) => {
      const ifs = g.ifs.map((e) => ` if ${unparse(e, PR_TEST + 1)}`).join('');
      const word = g.is_async ? ' async for' : ' for';
      return `${word} ${unparse(g.target, PR_TUPLE)} in ${unparse(g.iter, PR_TEST + 1)}${ifs}`;
    })
    .join('');
}

function call(e: Call): string {
  const func = unparse(e.func, PR_ATOM);
  const [only] = e.args;
  if (e.args.length === 1 && e.keywords.length === 0 && only?.kind === 'GeneratorExp') {
    return func + unparse(only, PR_TEST);
  }
  const keywords = e.keywords.map((keyword) => {
    const value = unparse(keyword.value, PR_TEST);
    return keyword.arg === null ? `**${value}` : `${keyword.arg}=${value}`;
  });
  return `${func}(${[...e.args.map((a) => unparse(a, PR_TEST)), ...keywords].join(', ')})`;
}

/** Infinity is written as a number that is too large. */
function constantText(c: ConstValue): string {
  if (c.type === 'Ellipsis') return '...';
  if (c.type === 'float' || c.type === 'complex') return reprConst(c).replaceAll('inf', '1e309');
  return reprConst(c);
}

function constant(e: Constant): string {
  return (e.kind_ ?? '') + constantText(constantOf(e));
}

function fStringBody(e: JoinedStr | TemplateStr): string {
  return e.values.map(fStringElement).join('');
}

function fStringElement(e: Expr): string {
  if (e.kind === 'FormattedValue' || e.kind === 'Interpolation') return formattedValue(e);
  if (e.kind === 'JoinedStr') return fStringBody(e);
  const value = e.kind === 'Constant' ? constantOf(e) : null;
  if (value?.type !== 'str') return '';
  return value.value.replaceAll('{', '{{').replaceAll('}', '}}');
}

function formattedValue(e: FormattedValue | Interpolation): string {
  const value = e.kind === 'Interpolation' ? e.str : unparse(e.value, PR_TEST + 1);
  const open = value.startsWith('{') ? '{ ' : '{';
  const conversion = e.conversion > 0 ? `!${String.fromCharCode(e.conversion)}` : '';
  const spec = e.format_spec === null ? '' : `:${fStringBody(e.format_spec)}`;
  return `${open}${value}${conversion}${spec}}`;
}

function slice(e: Slice): string {
  const bound = (b: Expr | null): string => (b === null ? '' : unparse(b, PR_TEST));
  const step = e.step === null ? '' : `:${unparse(e.step, PR_TEST)}`;
  return `${bound(e.lower)}:${bound(e.upper)}${step}`;
}

/** v3.13.0 Python/ast_unparse.c append_ast_expr */
function unparse(e: Expr, level: number): string {
  switch (e.kind) {
    case 'Name':
      return e.id;
    case 'Constant':
      return constant(e);
    case 'Attribute': {
      const space = e.value.kind === 'Constant' && constantOf(e.value).type === 'int' ? ' ' : '';
      return `${unparse(e.value, PR_ATOM)}${space}.${e.attr}`;
    }
    case 'Subscript':
      return `${unparse(e.value, PR_ATOM)}[${unparse(e.slice, PR_TUPLE)}]`;
    case 'Call':
      return call(e);
    case 'BinOp': {
      const [symbol, pr] = OPERATORS[e.op];
      const right = e.op === 'Pow' ? 1 : 0; // ** binds to the right
      const text = `${unparse(e.left, pr + right)} ${symbol} ${unparse(e.right, pr + 1 - right)}`;
      return parens(text, level > pr);
    }
    case 'UnaryOp': {
      const [symbol, pr] = UNARY[e.op];
      return parens(symbol + unparse(e.operand, pr), level > pr);
    }
    case 'BoolOp':
      return boolOp(e, level);
    case 'Compare': {
      const rest = e.ops.map(
        (op, i) => ` ${COMPARISONS[op]} ${unparse(e.comparators[i]!, PR_CMP + 1)}`,
      );
      return parens(unparse(e.left, PR_CMP + 1) + rest.join(''), level > PR_CMP);
    }
    case 'Lambda':
      return lambda(e, level);
    case 'IfExp': {
      const [body, test] = [unparse(e.body, PR_TEST + 1), unparse(e.test, PR_TEST + 1)];
      return parens(`${body} if ${test} else ${unparse(e.orelse, PR_TEST)}`, level > PR_TEST);
    }
    case 'Dict':
      return dict(e);
    case 'Set':
      return `{${list(e.elts)}}`;
    case 'List':
      return `[${list(e.elts)}]`;
    case 'Tuple':
      if (e.elts.length === 0) return '()';
      return parens(list(e.elts) + (e.elts.length === 1 ? ',' : ''), level > PR_TUPLE);
    case 'GeneratorExp':
      return `(${unparse(e.elt, PR_TEST)}${comprehensions(e.generators)})`;
    case 'ListComp':
      return `[${unparse(e.elt, PR_TEST)}${comprehensions(e.generators)}]`;
    case 'SetComp':
      return `{${unparse(e.elt, PR_TEST)}${comprehensions(e.generators)}}`;
    case 'DictComp': {
      const value = e.value === null ? '' : `: ${unparse(e.value, PR_TEST)}`;
      return `{${unparse(e.key, PR_TEST)}${value}${comprehensions(e.generators)}}`;
    }
    case 'JoinedStr':
      return `f${reprString(fStringBody(e))}`;
    case 'TemplateStr':
      return `t${reprString(fStringBody(e))}`;
    case 'FormattedValue':
    case 'Interpolation':
      return formattedValue(e);
    case 'Starred':
      return `*${unparse(e.value, PR_EXPR)}`;
    case 'Slice':
      return slice(e);
    case 'Await': {
      const text = `await ${unparse(e.value, PR_ATOM)}`;
      return parens(text, level > PR_AWAIT);
    }
    case 'Yield':
      return e.value === null ? '(yield)' : `(yield ${unparse(e.value, PR_TEST)})`;
    case 'YieldFrom':
      return `(yield from ${unparse(e.value, PR_TEST)})`;
    case 'NamedExpr': {
      const text = `${unparse(e.target, PR_ATOM)} := ${unparse(e.value, PR_ATOM)}`;
      return parens(text, level > PR_TUPLE);
    }
  }
}

/** v3.13.0 Python/ast_unparse.c _PyAST_ExprAsUnicode */
export function exprAsString(e: Expr): string {
  return unparse(e, PR_TEST);
}
