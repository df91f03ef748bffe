/**
 * Code for class definitions, and for the bodies of modules and classes.
 *
 * v3.13.0 Python/compile.c compiler_class, compiler_body
 */

import type { ClassDef, Location, Stmt } from '../syntax/ast.ts';
import { callHelper } from './codegen-call.ts';
import { visitExprs } from './codegen-expr.ts';
import {
  beginConditionalAnnotations,
  endDeferredAnnotations,
  keepsAnnotations,
} from './codegen-annotations.ts';
import { applyDecorators, docStringOf, firstLineOf, makeClosure } from './codegen-function.ts';
import { findAnnotations, visitStmts } from './codegen-stmt.ts';
import type { CodeUnit } from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import { NONE, intConst, strConst } from './const-value.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import { LOAD_CLOSURE } from './opcode-metadata.ts';
import {
  COPY,
  LOAD_BUILD_CLASS,
  LOAD_LOCALS,
  PUSH_NULL,
  RETURN_VALUE,
  SETUP_ANNOTATIONS,
  STORE_DEREF,
} from './opcodes.ts';
import { visitGenericClass } from './late-parts.ts';

/** The statements of a module or class. v3.13.0 Python/compile.c compiler_body */
export function visitBody(c: Compiler, loc: Location, stmts: readonly Stmt[]): void {
  const [first] = stmts;
  // In a module it is on the line of the first statement.
  const start = c.unit.scopeType === 'module' && first !== undefined ? first : loc;
  beginAnnotations(c, start, stmts);
  const doc = docStringOf(c, stmts);
  if (doc === null || first?.kind !== 'Expr') {
    visitStmts(c, stmts);
  } else {
    c.loadConst(first.value, doc);
    c.nameop(NO_LOCATION, '__doc__', 'Store');
    visitStmts(c, stmts.slice(1));
  }
  endDeferredAnnotations(c, start);
}

/** What is there of annotations before the first statement. */
export function beginAnnotations(c: Compiler, loc: Location, stmts: readonly Stmt[]): void {
  beginConditionalAnnotations(c, loc);
  if (keepsAnnotations(c) && findAnnotations(stmts)) c.addop(loc, SETUP_ANNOTATIONS);
}

/** What a class body sets before its own statements. */
function visitPrologue(c: Compiler, s: ClassDef, loc: Location): void {
  const { unit } = c;
  c.nameop(loc, '__name__', 'Load');
  c.nameop(loc, '__module__', 'Store');
  c.loadConst(loc, strConst(unit.qualname));
  c.nameop(loc, '__qualname__', 'Store');
  if (c.features.classLineAndAttributes) {
    c.loadConst(loc, intConst(unit.firstlineno));
    c.nameop(loc, '__firstlineno__', 'Store');
  }
  if (s.type_params.length > 0) {
    c.nameop(loc, '.type_params', 'Load');
    c.nameop(loc, '__type_params__', 'Store');
  }
  if (unit.entry.needsClassDict) {
    c.addop(loc, LOAD_LOCALS);
    c.addopI(loc, STORE_DEREF, unit.cellvars.get('__classdict__')!);
  }
}

/** What a class body sets after its own statements, and its result. */
function visitEpilogue(c: Compiler): void {
  const { entry, cellvars, staticAttributes } = c.unit;
  if (c.features.classLineAndAttributes) {
    // Sorted, as from 3.13.1 on; 3.13.0 has them in the order of a set.
    const items = [...staticAttributes].sort().map(strConst);
    c.loadConst(NO_LOCATION, { type: 'tuple', items });
    c.nameop(NO_LOCATION, '__static_attributes__', 'Store');
  }
  if (entry.needsClassDict) {
    c.addopI(NO_LOCATION, LOAD_CLOSURE, cellvars.get('__classdict__')!);
    c.nameop(NO_LOCATION, '__classdictcell__', 'Store');
  }
  if (entry.needsClassClosure) {
    c.addopI(NO_LOCATION, LOAD_CLOSURE, cellvars.get('__class__')!);
    c.addopI(NO_LOCATION, COPY, 1);
    c.nameop(NO_LOCATION, '__classcell__', 'Store');
  } else {
    c.loadConst(NO_LOCATION, NONE);
  }
  c.addop(NO_LOCATION, RETURN_VALUE);
}

function compileClassBody(c: Compiler, s: ClassDef, firstlineno: number): CodeUnit {
  c.enterScope(s.name, 'class', c.table.lookup(s), firstlineno);
  c.unit.privateName = s.name;
  const line = firstlineno;
  const loc = { lineno: line, end_lineno: line, col_offset: 0, end_col_offset: 0 };
  visitPrologue(c, s, loc);
  visitBody(c, loc, s.body);
  visitEpilogue(c);
  const code = c.optimizeAndAssemble(true);
  c.exitScope();
  return code;
}

/** Pushes __build_class__ and its first two arguments. v3.13.0 compiler_class_body */
export function visitClassBody(c: Compiler, s: ClassDef, firstlineno: number): void {
  const code = compileClassBody(c, s, firstlineno);
  c.addop(s, LOAD_BUILD_CLASS);
  c.addop(s, PUSH_NULL);
  makeClosure(c, s, code, 0);
  c.loadConst(s, strConst(s.name));
}

/** v3.13.0 Python/compile.c compiler_class */
export function visitClassDef(c: Compiler, s: ClassDef): void {
  visitExprs(c, s.decorator_list);
  const firstlineno = firstLineOf(s);
  if (s.type_params.length > 0) {
    visitGenericClass(c, s, firstlineno);
  } else {
    visitClassBody(c, s, firstlineno);
    callHelper(c, s, 2, s.bases, s.keywords);
  }
  applyDecorators(c, s, s.decorator_list);
  c.nameop(s, s.name, 'Store');
}
