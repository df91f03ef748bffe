/** Type parameter lists (PEP 695, PEP 696). */
import type { Expr, TypeParam } from './ast.ts';
import { expression, star_expression } from './expressions.ts';
import type { Parser } from './parser.ts';
import { MEMO } from './rules.ts';

/** v3.13.0 Grammar/python.gram type_params; null when there is no list. */
export function type_params(p: Parser): TypeParam[] | null {
  if (!p.features.typeParams) return null;
  p.invalid?.invalid_type_params(p);
  const mark = p.mark;
  if (!p.accept('[')) return null;
  const list = p.separated(type_param);
  if (list !== null) {
    p.accept(',');
    if (p.accept(']')) return list;
  }
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram type_param */
function type_param(p: Parser): TypeParam | null {
  return p.memo(MEMO.type_param, typeParamRule);
}

function typeParamRule(p: Parser): TypeParam | null {
  const start = p.peek();
  const plain = p.expect('NAME');
  if (plain !== null) {
    const bound = p.attempt((q) => (q.accept(':') ? expression(q) : null));
    const default_value = type_param_default(p);
    return { kind: 'TypeVar', name: plain.string, bound, default_value, ...p.from(start) };
  }
  p.invalid?.invalid_type_param(p);
  const stars = p.type;
  if (stars !== '*' && stars !== '**') return null;
  p.mark++;
  const name = p.expect('NAME')?.string;
  if (name === undefined) return null;
  if (stars === '**') {
    const default_value = type_param_default(p);
    return { kind: 'ParamSpec', name, default_value, ...p.from(start) };
  }
  const default_value = defaultOf(p, star_expression);
  return { kind: 'TypeVarTuple', name, default_value, ...p.from(start) };
}

/** v3.13.0 Grammar/python.gram type_param_default */
function type_param_default(p: Parser): Expr | null {
  return defaultOf(p, expression);
}

function defaultOf(p: Parser, rule: (p: Parser) => Expr | null): Expr | null {
  if (!p.features.typeParamDefaults) return null;
  return p.attempt((q) => (q.accept('=') ? rule(q) : null));
}
