/**
 * Code for annotations that are evaluated on demand: functions named `__annotate__` (PEP 649).
 *
 * v3.14.0 Python/codegen.c
 */

import type { AnnAssign, Arguments, Location } from '../syntax/ast.ts';
import { addopCompare, visitExpr } from './codegen-expr.ts';
import { type AnyFunctionDef, makeClosure, visitAnnotationPairs } from './codegen-function.ts';
import { CO_FUTURE_ANNOTATIONS, type CodeUnit } from './code-unit.ts';
import type { Compiler } from './compiler.ts';
import { intConst, strConst } from './const-value.ts';
import { InstructionSequence } from './instruction-sequence.ts';
import * as op from './opcodes.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';

/** annotationlib.Format.VALUE_WITH_FAKE_GLOBALS: of formats, the code knows those up to it. */
const VALUE_WITH_FAKE_GLOBALS = 2;
/** Where the code of a module begins: behind RESUME. */
const BEHIND_RESUME = 1;

/** v3.14.0 Python/codegen.c codegen_setup_annotations_scope */
function enterAnnotationScope(c: Compiler, loc: Location, entry: SymbolTableEntry): void {
  c.enterScope('__annotate__', 'annotations', entry, loc.lineno);
  refuseUnknownFormats(c, loc);
}

/** The code takes a format, of those that it knows. v3.14.0 Python/codegen.c codegen_setup_annotations_scope */
export function refuseUnknownFormats(c: Compiler, loc: Location): void {
  c.unit.posonlyargcount = 1;
  const body = c.newLabel();
  c.addopI(loc, op.LOAD_FAST, 0);
  c.loadConst(loc, intConst(VALUE_WITH_FAKE_GLOBALS));
  addopCompare(c, loc, 'Gt');
  c.addopJump(loc, op.POP_JUMP_IF_FALSE, body);
  c.addopI(loc, op.LOAD_COMMON_CONSTANT, op.COMMON_NOT_IMPLEMENTED_ERROR);
  c.addopI(loc, op.RAISE_VARARGS, 1);
  c.useLabel(body);
}

/** The parameter is told as `format`, but is not found under that name. */
function withParameterNamed(code: CodeUnit): CodeUnit {
  return { ...code, localsplusnames: ['format', ...code.localsplusnames.slice(1)] };
}

/** Pushes the function. v3.14.0 Python/codegen.c codegen_leave_annotations_scope */
function leaveAnnotationScope(c: Compiler, loc: Location): void {
  c.addop(loc, op.RETURN_VALUE);
  const code = withParameterNamed(c.optimizeAndAssemble(true));
  c.exitScope();
  makeClosure(c, loc, code, 0);
}

function isAnnotated({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): boolean {
  const all = [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg];
  return all.some((arg) => arg !== null && arg.annotation !== null);
}

/**
 * Pushes the function that gives the annotations of another one, if it has any.
 * v3.14.0 Python/codegen.c codegen_function_annotations
 */
export function visitAnnotateFunction(c: Compiler, s: AnyFunctionDef): boolean {
  if (s.returns === null && !isAnnotated(s.args)) return false;
  enterAnnotationScope(c, s, c.table.lookup(s.args));
  if (c.features.annotateNamedByFunction) {
    c.unit.qualname = c.unit.qualname.replace(/__annotate__$/, `${s.name}.__annotate__`);
  }
  const count = visitAnnotationPairs(c, s);
  c.addopI(s, op.BUILD_MAP, count);
  leaveAnnotationScope(c, s);
  return true;
}

/** Begins a module or class that has annotations which need not be come by. */
export function beginConditionalAnnotations(c: Compiler, loc: Location): void {
  const { entry, scopeType, cellvars } = c.unit;
  if (!entry.hasConditionalAnnotations) return;
  c.addopI(loc, op.BUILD_SET, 0);
  if (scopeType === 'class') {
    c.addopI(loc, op.STORE_DEREF, cellvars.get('__conditional_annotations__')!);
  } else {
    c.addopName(loc, op.STORE_NAME, '__conditional_annotations__');
  }
}

/** Notes that an annotation was come by. v3.14.0 Python/codegen.c codegen_annassign */
export function deferAnnotation(c: Compiler, s: AnnAssign): void {
  const { scopeType, cellvars, deferredAnnotations } = c.unit;
  deferredAnnotations.add(s);
  const index = c.table.conditionalIndexes.get(s);
  if (index === undefined) return;
  if (scopeType === 'class') {
    c.addopI(s, op.LOAD_DEREF, cellvars.get('__conditional_annotations__')!);
  } else {
    c.addopName(s, op.LOAD_NAME, '__conditional_annotations__');
  }
  c.loadConst(s, intConst(index));
  c.addopI(s, op.SET_ADD, 1);
  c.addop(s, op.POP_TOP);
}

/** One annotation, put into the dict on the stack if it was come by. */
function visitDeferred(c: Compiler, loc: Location, s: AnnAssign, name: string): void {
  const index = c.table.conditionalIndexes.get(s);
  const missed = c.newLabel();
  if (index !== undefined) {
    c.loadConst(s, intConst(index));
    const cell = c.unit.freevars.get('__conditional_annotations__');
    if (cell !== undefined) c.addopI(s, op.LOAD_DEREF, cell);
    else c.addopI(s, op.LOAD_GLOBAL, c.nameIndex('__conditional_annotations__') << 1);
    addopCompare(c, s, 'In');
    c.addopJump(s, op.POP_JUMP_IF_FALSE, missed);
  }
  visitExpr(c, s.annotation);
  c.addopI(s, op.COPY, 2);
  c.loadConst(s, strConst(c.mangled(name)));
  c.addop(loc, op.STORE_SUBSCR);
  c.useLabel(missed);
}

/** Pushes the function that gives the annotations of the module or class, and stores it. */
function visitDeferredAnnotations(c: Compiler, loc: Location): void {
  const { entry, scopeType, deferredAnnotations } = c.unit;
  enterAnnotationScope(c, loc, entry.annotationBlock!);
  c.addopI(loc, op.BUILD_MAP, 0);
  for (const s of deferredAnnotations) {
    if (s.target.kind === 'Name') visitDeferred(c, loc, s, s.target.id);
  }
  leaveAnnotationScope(c, loc);
  c.nameop(loc, scopeType === 'class' ? '__annotate_func__' : '__annotate__', 'Store');
}

/** Ends a module or class. v3.14.0 Python/codegen.c codegen_process_deferred_annotations */
export function endDeferredAnnotations(c: Compiler, loc: Location): void {
  const { unit } = c;
  if (unit.deferredAnnotations.size === 0) return;
  if (unit.scopeType === 'class') return visitDeferredAnnotations(c, loc);
  // A module has its function from the start, since it may be executed in part.
  const { seq } = unit;
  unit.seq = new InstructionSequence();
  visitDeferredAnnotations(c, loc);
  seq.insert(BEHIND_RESUME, unit.seq.instrs);
  unit.seq = seq;
}

/** Whether annotations are kept as text in a dict that is there from the start. */
export function keepsAnnotations(c: Compiler): boolean {
  return !c.features.deferredAnnotations || (c.future.flags & CO_FUTURE_ANNOTATIONS) !== 0;
}
