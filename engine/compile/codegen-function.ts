/**
 * Code for function definitions and lambdas.
 *
 * v3.13.0 Python/compile.c compiler_function
 */

import type {
  Arg,
  Arguments,
  AsyncFunctionDef,
  Expr,
  FunctionDef,
  Lambda,
  Location,
  Stmt,
} from '../syntax/ast.ts';
import { visitExpr, visitExprs } from './codegen-expr.ts';
import { visitAnnotateFunction } from './codegen-annotations.ts';
import { visitStmts } from './codegen-stmt.ts';
import {
  CO_FAST_FREE,
  CO_FUTURE_ANNOTATIONS,
  type CodeUnit,
  type ConstValue,
} from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import { NONE, constantOf, strConst } from './const-value.ts';
import { cleanDoc } from './docstring.ts';
import { popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { isDocString } from './future.ts';
import { NO_LABEL, NO_LOCATION } from './instruction-sequence.ts';
import { LOAD_CLOSURE, SETUP_CLEANUP } from './opcode-metadata.ts';
import {
  BUILD_CONST_KEY_MAP,
  BUILD_TUPLE,
  CALL,
  CALL_INTRINSIC_1,
  INTRINSIC_STOPITERATION_ERROR,
  MAKE_FUNCTION,
  RERAISE,
  RETURN_VALUE,
  SET_FUNCTION_ATTRIBUTE,
  UNPACK_SEQUENCE,
} from './opcodes.ts';
import { CELL } from './symtable-entry.ts';
import { exprAsString } from './late-parts.ts';
import { visitGenericFunction } from './late-parts.ts';

export type AnyFunctionDef = FunctionDef | AsyncFunctionDef;

// Operands of SET_FUNCTION_ATTRIBUTE. v3.13.0 pycore_opcode_utils.h MAKE_FUNCTION_DEFAULTS ...
export const DEFAULTS = 1;
export const KWDEFAULTS = 2;
const ANNOTATIONS = 4;
const CLOSURE = 8;
const ANNOTATE = 16;

/**
 * Makes a function of a code object; the attributes named by `flags` are on the stack.
 * v3.13.0 Python/compile.c compiler_make_closure
 */
export function makeClosure(c: Compiler, loc: Location, code: CodeUnit, flags: number): void {
  const { cellvars, freevars } = c.unit;
  const free = code.localsplusnames.filter((_, i) => code.localspluskinds[i]! & CO_FAST_FREE);
  for (const name of free) {
    const cells = c.refType(name) === CELL ? cellvars : freevars;
    c.addopI(loc, LOAD_CLOSURE, cells.get(name)!);
  }
  if (free.length > 0) c.addopI(loc, BUILD_TUPLE, free.length);
  c.loadConst(loc, { type: 'code', code });
  c.addop(loc, MAKE_FUNCTION);
  const attributes = free.length > 0 ? flags | CLOSURE : flags;
  for (const attribute of [CLOSURE, ANNOTATIONS, ANNOTATE, KWDEFAULTS, DEFAULTS]) {
    if (attributes & attribute) c.addopI(loc, SET_FUNCTION_ATTRIBUTE, attribute);
  }
}

/** v3.13.0 Python/compile.c compiler_apply_decorators */
export function applyDecorators(
  c: Compiler,
  definition: Location,
  decorators: readonly Expr[],
): void {
  const { decoratorsCalledAtDefinition: atDefinition } = c.features;
  for (const decorator of decorators.toReversed()) {
    c.addopI(atDefinition ? definition : decorator, CALL, 0);
  }
}

/** v3.13.0 Python/compile.c compiler_check_debug_args */
function checkDebugArgs(c: Compiler, loc: Location, args: Arguments): void {
  const all = [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg];
  for (const arg of all) {
    if (arg === null) continue;
    c.checkForbiddenName(c.features.forbiddenAtWhole ? loc : arg, arg.arg, 'Store');
  }
}

/** v3.13.0 Python/compile.c compiler_visit_kwonlydefaults */
function visitKwonlyDefaults(c: Compiler, loc: Location, args: Arguments): boolean {
  const keys: ConstValue[] = [];
  for (const [i, arg] of args.kwonlyargs.entries()) {
    const value = args.kw_defaults[i];
    if (!value) continue;
    keys.push(strConst(c.mangled(arg.arg)));
    visitExpr(c, value);
  }
  if (keys.length === 0) return false;
  c.loadConst(loc, { type: 'tuple', items: keys });
  c.addopI(loc, BUILD_CONST_KEY_MAP, keys.length);
  return true;
}

/** Pushes defaults; flags for what was pushed. v3.13.0 Python/compile.c compiler_default_arguments */
function visitDefaults(c: Compiler, loc: Location, args: Arguments): number {
  let flags = 0;
  if (args.defaults.length > 0) {
    visitExprs(c, args.defaults);
    c.addopI(loc, BUILD_TUPLE, args.defaults.length);
    flags |= DEFAULTS;
  }
  return visitKwonlyDefaults(c, loc, args) ? flags | KWDEFAULTS : flags;
}

/** v3.13.0 Python/compile.c compiler_visit_argannotation */
function visitAnnotation(c: Compiler, loc: Location, name: string, annotation: Expr): void {
  c.loadConst(loc, strConst(c.mangled(name)));
  if (c.future.flags & CO_FUTURE_ANNOTATIONS) {
    c.loadConst(annotation, strConst(exprAsString(annotation)));
  } else if (annotation.kind === 'Starred') {
    visitExpr(c, annotation.value); // *args: *Ts
    c.addopI(loc, UNPACK_SEQUENCE, 1);
  } else {
    visitExpr(c, annotation);
  }
}

/** Pushes names and annotations in turn, and says how many pairs. */
export function visitAnnotationPairs(c: Compiler, s: AnyFunctionDef): number {
  let count = 0;
  const visit = (name: string, annotation: Expr | null): void => {
    if (annotation === null) return;
    visitAnnotation(c, s, name, annotation);
    count++;
  };
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = s.args;
  const positional = c.features.annotationsInOrder
    ? [...posonlyargs, ...args]
    : [...args, ...posonlyargs];
  const inOrder: (Arg | null)[] = [...positional, vararg, ...kwonlyargs, kwarg];
  for (const arg of inOrder) if (arg !== null) visit(arg.arg, arg.annotation);
  visit('return', s.returns);
  return count;
}

/** What is pushed of the annotations, as a flag. v3.13.0 Python/compile.c compiler_visit_annotations */
function visitAnnotations(c: Compiler, s: AnyFunctionDef): number {
  if (c.features.deferredAnnotations) return visitAnnotateFunction(c, s) ? ANNOTATE : 0;
  const count = visitAnnotationPairs(c, s);
  if (count > 0) c.addopI(s, BUILD_TUPLE, 2 * count);
  return count > 0 ? ANNOTATIONS : 0;
}

/** The docstring of a body as it is kept, or null. */
export function docStringOf(c: Compiler, body: readonly Stmt[]): ConstValue | null {
  const [first] = body;
  if (!isDocString(first) || first?.kind !== 'Expr' || first.value.kind !== 'Constant') return null;
  const doc = constantOf(first.value);
  if (doc.type !== 'str' || !c.features.cleanDocstrings) return doc;
  const cleaned = cleanDoc(doc.value);
  return cleaned === doc.value ? doc : strConst(cleaned);
}

/**
 * A StopIteration that leaves a generator becomes a RuntimeError (PEP 479).
 * v3.13.0 Python/compile.c wrap_in_stopiteration_handler
 */
export function wrapInStopIterationHandler(c: Compiler): void {
  const handler = c.newLabel();
  c.unit.seq.insertFirst(SETUP_CLEANUP, handler, NO_LOCATION);
  c.loadConst(NO_LOCATION, NONE);
  c.addop(NO_LOCATION, RETURN_VALUE);
  c.useLabel(handler);
  c.addopI(NO_LOCATION, CALL_INTRINSIC_1, INTRINSIC_STOPITERATION_ERROR);
  c.addopI(NO_LOCATION, RERAISE, 1);
}

function setArgumentCounts(c: Compiler, args: Arguments): void {
  c.unit.argcount = args.args.length;
  c.unit.posonlyargcount = args.posonlyargs.length;
  c.unit.kwonlyargcount = args.kwonlyargs.length;
}

/** v3.13.0 Python/compile.c compiler_function_body */
function visitFunctionBody(
  c: Compiler,
  s: AnyFunctionDef,
  flags: number,
  firstlineno: number,
): void {
  const entry = c.table.lookup(s);
  const scopeType = s.kind === 'FunctionDef' ? 'function' : 'async function';
  c.enterScope(s.name, scopeType, entry, firstlineno);
  const doc = docStringOf(c, s.body);
  if (doc !== null || c.features.noneForMissingDocstring) c.addConst(doc ?? NONE);
  setArgumentCounts(c, s.args);
  const stops = entry.generator || entry.coroutine;
  if (stops) pushFrameBlock(c, NO_LOCATION, 'stop iteration', NO_LABEL);
  visitStmts(c, doc === null ? s.body : s.body.slice(1));
  if (stops) {
    wrapInStopIterationHandler(c);
    popFrameBlock(c);
  }
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  makeClosure(c, s, code, flags);
}

/** The first line of a definition: that of its first decorator. */
export function firstLineOf(s: Location & { decorator_list: readonly Expr[] }): number {
  return s.decorator_list[0]?.lineno ?? s.lineno;
}

/** v3.13.0 Python/compile.c compiler_function */
export function visitFunctionDef(c: Compiler, s: AnyFunctionDef): void {
  checkDebugArgs(c, s, s.args);
  visitExprs(c, s.decorator_list);
  const flags = visitDefaults(c, s, s.args);
  if (s.type_params.length > 0) visitGenericFunction(c, s, flags);
  else visitPlainFunction(c, s, flags);
  applyDecorators(c, s, s.decorator_list);
  c.nameop(s, s.name, 'Store');
}

export function visitPlainFunction(c: Compiler, s: AnyFunctionDef, flags: number): void {
  visitFunctionBody(c, s, flags | visitAnnotations(c, s), firstLineOf(s));
}

/** v3.13.0 Python/compile.c compiler_lambda */
export function visitLambda(c: Compiler, e: Lambda): void {
  checkDebugArgs(c, e, e.args);
  const flags = visitDefaults(c, e, e.args);
  const entry = c.table.lookup(e);
  c.enterScope('<lambda>', 'lambda', entry, e.lineno);
  if (c.features.noneForMissingDocstring) c.addConst(NONE);
  setArgumentCounts(c, e.args);
  visitExpr(c, e.body);
  if (!entry.generator) c.addop(e.body, RETURN_VALUE);
  const code = c.optimizeAndAssemble(!entry.generator);
  c.exitScope();
  makeClosure(c, e, code, flags);
}
