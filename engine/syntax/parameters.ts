/**
 * Parameter lists, of `def` and of `lambda`: the same rules, but that a lambda's parameters have no
 * annotations and end before `:` where a function's end before `)`.
 */
import type { Arg, Arguments, Expr } from './ast.ts';
import { expression, star_expression } from './expressions.ts';
import type { Parser } from './parser.ts';

/** The token that a list of parameters ends before. */
export type Closer = ')' | ':';

/** v3.13.0 Parser/pegen.h NameDefaultPair */
export interface NameDefaultPair {
  readonly arg: Arg;
  readonly value: Expr | null;
}

/** v3.13.0 Parser/pegen.h StarEtc */
interface StarEtc {
  readonly vararg: Arg | null;
  readonly kwonly: NameDefaultPair[];
  readonly kwarg: Arg | null;
}

/** What stands before `/`; with defaults the second of the two forms python.gram has. */
export interface Slash {
  readonly plain: Arg[];
  readonly defaults: NameDefaultPair[];
}

/** v3.13.0 Grammar/python.gram params, lambda_params */
export function params(p: Parser, closer: Closer): Arguments | null {
  p.invalid?.invalid_parameters(p, closer);
  return parameters(p, closer);
}

/** v3.13.0 Parser/action_helpers.c _PyPegen_empty_arguments */
export function emptyArguments(): Arguments {
  return {
    kind: 'arguments',
    posonlyargs: [],
    args: [],
    vararg: null,
    kwonlyargs: [],
    kw_defaults: [],
    kwarg: null,
    defaults: [],
  };
}

/** v3.13.0 Grammar/python.gram parameters, lambda_parameters */
function parameters(p: Parser, closer: Closer): Arguments | null {
  const mark = p.mark;
  const before = slash_no_default(p, closer) ?? slash_with_default(p, closer);
  const plain =
    before === null || before.defaults.length === 0
      ? p.many((q) => param_no_default(q, closer))
      : [];
  const withDefault = p.many((q) => param_with_default(q, closer));
  const star = star_etc(p, closer);
  if (p.mark === mark) return null;
  return makeArguments(before, plain, withDefault, star);
}

/** v3.13.0 Parser/action_helpers.c _PyPegen_make_arguments */
function makeArguments(
  before: Slash | null,
  plain: Arg[],
  withDefault: NameDefaultPair[],
  star: StarEtc | null,
): Arguments {
  const early = before?.defaults ?? [];
  return {
    kind: 'arguments',
    posonlyargs: [...(before?.plain ?? []), ...early.map((pair) => pair.arg)],
    args: [...plain, ...withDefault.map((pair) => pair.arg)],
    vararg: star?.vararg ?? null,
    kwonlyargs: star?.kwonly.map((pair) => pair.arg) ?? [],
    kw_defaults: star?.kwonly.map((pair) => pair.value) ?? [],
    kwarg: star?.kwarg ?? null,
    defaults: [...early, ...withDefault].map((pair) => pair.value as Expr),
  };
}

/** v3.13.0 Grammar/python.gram slash_no_default */
export function slash_no_default(p: Parser, closer: Closer): Slash | null {
  const mark = p.mark;
  const plain = p.many((q) => param_no_default(q, closer));
  if (plain.length > 0 && slash(p, closer)) return { plain, defaults: [] };
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram slash_with_default */
export function slash_with_default(p: Parser, closer: Closer): Slash | null {
  const mark = p.mark;
  const plain = p.many((q) => param_no_default(q, closer));
  const defaults = p.many((q) => param_with_default(q, closer));
  if (defaults.length > 0 && slash(p, closer)) return { plain, defaults };
  p.mark = mark;
  return null;
}

function slash(p: Parser, closer: Closer): boolean {
  return p.accept('/') && ends(p, closer);
}

/** A parameter ends with a comma, or before the closer. */
function ends(p: Parser, closer: Closer): boolean {
  if (!p.accept(',')) return p.at(closer);
  if (closer === ')') p.peek(); // python.gram asks for a type comment here, and so reads on
  return true;
}

/** v3.13.0 Grammar/python.gram star_etc, lambda_star_etc */
function star_etc(p: Parser, closer: Closer): StarEtc | null {
  p.invalid?.invalid_star_etc(p, closer);
  if (!p.at('*')) {
    const kwarg = kwds(p, closer);
    return kwarg && { vararg: null, kwonly: [], kwarg };
  }
  const mark = p.mark;
  p.mark++;
  const vararg = param_no_default(p, closer) ?? starAnnotated(p, closer);
  if (vararg === null) {
    p.mark = mark + 1;
    if (!p.accept(',')) {
      p.mark = mark;
      return null;
    }
  }
  const kwonly = p.many((q) => param_maybe_default(q, closer));
  if (vararg === null && kwonly.length === 0) {
    p.mark = mark;
    return null;
  }
  return { vararg, kwonly, kwarg: kwds(p, closer) };
}

/** v3.13.0 Grammar/python.gram param_no_default_star_annotation */
function starAnnotated(p: Parser, closer: Closer): Arg | null {
  if (closer === ':' || !p.features.starredSubscript) return null;
  const start = p.peek();
  if (!p.sequence('NAME', ':')) return null;
  const annotation = star_expression(p);
  if (annotation === null) return null;
  const location = p.from(start);
  if (!ends(p, closer)) return null;
  return { kind: 'arg', arg: start.string, annotation, type_comment: null, ...location };
}

/** v3.13.0 Grammar/python.gram kwds, lambda_kwds */
function kwds(p: Parser, closer: Closer): Arg | null {
  p.invalid?.invalid_kwds(p, closer);
  const mark = p.mark;
  if (!p.accept('**')) return null;
  const arg = param_no_default(p, closer);
  if (arg === null) p.mark = mark;
  return arg;
}

/** v3.13.0 Grammar/python.gram param_no_default, lambda_param_no_default */
export function param_no_default(p: Parser, closer: Closer): Arg | null {
  const mark = p.mark;
  const arg = param(p, closer);
  if (arg !== null && ends(p, closer)) return arg;
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram param_with_default, lambda_param_with_default */
export function param_with_default(p: Parser, closer: Closer): NameDefaultPair | null {
  const mark = p.mark;
  const arg = param(p, closer);
  const value = arg && default_(p, closer);
  if (arg !== null && value !== null && ends(p, closer)) return { arg, value };
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram param_maybe_default, lambda_param_maybe_default */
export function param_maybe_default(p: Parser, closer: Closer): NameDefaultPair | null {
  const mark = p.mark;
  const arg = param(p, closer);
  if (arg !== null) {
    const value = default_(p, closer);
    if (ends(p, closer)) return { arg, value };
  }
  p.mark = mark;
  return null;
}

/** v3.13.0 Grammar/python.gram param, lambda_param */
export function param(p: Parser, closer: Closer): Arg | null {
  const start = p.expect('NAME');
  if (start === null) return null;
  const annotation = closer === ')' ? p.attempt(annotationRule) : null;
  return { kind: 'arg', arg: start.string, annotation, type_comment: null, ...p.from(start) };
}

function annotationRule(p: Parser): Expr | null {
  return p.accept(':') ? expression(p) : null;
}

/** v3.13.0 Grammar/python.gram default */
function default_(p: Parser, closer: Closer): Expr | null {
  const mark = p.mark;
  if (!p.accept('=')) return null;
  const value = expression(p);
  if (value !== null) return value;
  p.mark = mark;
  p.invalid?.invalid_default(p, closer);
  return null;
}
