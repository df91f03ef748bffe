/**
 * Code for type parameters and type aliases (PEP 695).
 *
 * v3.13.0 Python/compile.c compiler_type_params, compiler_typealias
 */

import type { Expr, Location, TypeAlias, TypeParam } from '../syntax/ast.ts';
import { visitExpr } from './codegen-expr.ts';
import { refuseUnknownFormats } from './codegen-annotations.ts';
import { DEFAULTS, makeClosure } from './codegen-function.ts';
import type { Compiler } from './compiler.ts';
import { intConst, NONE, strConst } from './const-value.ts';
import {
  BUILD_TUPLE,
  CALL,
  CALL_INTRINSIC_1,
  CALL_INTRINSIC_2,
  COPY,
  INTRINSIC_PARAMSPEC,
  INTRINSIC_SET_TYPEPARAM_DEFAULT,
  INTRINSIC_TYPEALIAS,
  INTRINSIC_TYPEVAR,
  INTRINSIC_TYPEVARTUPLE,
  INTRINSIC_TYPEVAR_WITH_BOUND,
  INTRINSIC_TYPEVAR_WITH_CONSTRAINTS,
  PUSH_NULL,
  RETURN_VALUE,
  SWAP,
  UNPACK_SEQUENCE,
} from './opcodes.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';

/**
 * Ends a scope of type parameters and calls it, with `passed` arguments from the stack.
 * v3.13.0 Python/compile.c compiler_function, compiler_class
 */
export function callTypeParameterScope(c: Compiler, loc: Location, passed: number): void {
  const code = c.optimizeAndAssemble(false);
  c.exitScope();
  makeClosure(c, loc, code, 0);
  if (passed > 0) {
    c.addopI(loc, SWAP, passed + 1);
    c.addopI(loc, CALL, passed - 1);
  } else {
    c.addop(loc, PUSH_NULL);
    c.addopI(loc, CALL, 0);
  }
}

/** annotationlib.Format.VALUE, as the defaults of a function. */
const VALUE_FORMAT = { type: 'tuple', items: [intConst(1)] } as const;

/** Pushes the format in which values are asked for by default: VALUE. @returns what makeClosure is to be told */
function formatDefault(c: Compiler, loc: Location): number {
  if (!c.features.deferredAnnotations) return 0;
  c.loadConst(loc, VALUE_FORMAT);
  return DEFAULTS;
}

/**
 * A bound or default is computed when it is asked for, by a function.
 * v3.13.0 Python/compile.c compiler_type_param_bound_or_default
 */
function visitLazily(
  c: Compiler,
  e: Expr,
  name: string,
  entry: SymbolTableEntry,
  allowStarred: boolean,
): void {
  const defaults = formatDefault(c, e);
  c.enterScope(name, 'type parameters', entry, e.lineno);
  if (defaults !== 0) refuseUnknownFormats(c, e);
  if (allowStarred && e.kind === 'Starred') {
    visitExpr(c, e.value);
    c.addopI(e, UNPACK_SEQUENCE, 1);
  } else {
    visitExpr(c, e);
  }
  c.addop(e, RETURN_VALUE);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, e, code, defaults);
}

/** Pushes the type parameter, still without default. */
function visitTypeParam(c: Compiler, param: TypeParam): void {
  c.loadConst(param, strConst(param.name));
  if (param.kind === 'TypeVarTuple') {
    return c.addopI(param, CALL_INTRINSIC_1, INTRINSIC_TYPEVARTUPLE);
  }
  if (param.kind === 'ParamSpec') return c.addopI(param, CALL_INTRINSIC_1, INTRINSIC_PARAMSPEC);
  if (param.bound === null) return c.addopI(param, CALL_INTRINSIC_1, INTRINSIC_TYPEVAR);
  visitLazily(c, param.bound, param.name, c.table.lookup(param), false);
  const constrained = param.bound.kind === 'Tuple';
  const intrinsic = constrained ? INTRINSIC_TYPEVAR_WITH_CONSTRAINTS : INTRINSIC_TYPEVAR_WITH_BOUND;
  c.addopI(param, CALL_INTRINSIC_2, intrinsic);
}

/** v3.13.0 Python/compile.c compiler_type_params */
export function visitTypeParams(c: Compiler, params: readonly TypeParam[]): void {
  let seenDefault = false;
  for (const param of params) {
    visitTypeParam(c, param);
    const value = param.default_value;
    if (value !== null) {
      seenDefault = true;
      const starred = param.kind === 'TypeVarTuple';
      visitLazily(c, value, param.name, c.table.lookupDefault(param), starred);
      c.addopI(param, CALL_INTRINSIC_2, INTRINSIC_SET_TYPEPARAM_DEFAULT);
    } else if (seenDefault) {
      const which = `non-default type parameter '${param.name}'`;
      c.error(param, `${which} follows default type parameter`);
    }
    c.addopI(param, COPY, 1);
    c.nameop(param, param.name, 'Store');
  }
  c.addopI(params[0]!, BUILD_TUPLE, params.length);
}

/** v3.13.0 Python/compile.c compiler_typealias_body */
function visitTypeAliasBody(c: Compiler, s: TypeAlias): void {
  const defaults = formatDefault(c, s);
  c.enterScope(s.name.id, 'function', c.table.lookup(s), s.lineno);
  if (defaults === 0) c.addConst(NONE);
  else refuseUnknownFormats(c, s);
  visitExpr(c, s.value);
  c.addop(s, RETURN_VALUE);
  const code = c.optimizeAndAssemble(false);
  c.exitScope();
  makeClosure(c, s, code, defaults);
  c.addopI(s, BUILD_TUPLE, 3);
  c.addopI(s, CALL_INTRINSIC_1, INTRINSIC_TYPEALIAS);
}

/** v3.13.0 Python/compile.c compiler_typealias */
export function visitTypeAlias(c: Compiler, s: TypeAlias): void {
  const name = strConst(s.name.id);
  if (s.type_params.length > 0) {
    const scopeName = `<generic parameters of ${s.name.id}>`;
    c.enterScope(scopeName, 'type parameters', c.table.lookup(s.type_params), s.lineno);
    c.loadConst(s, name);
    visitTypeParams(c, s.type_params);
    visitTypeAliasBody(c, s);
    callTypeParameterScope(c, s, 0);
  } else {
    c.loadConst(s, name);
    c.loadConst(s, NONE);
    visitTypeAliasBody(c, s);
  }
  c.nameop(s, s.name.id, 'Store');
}
