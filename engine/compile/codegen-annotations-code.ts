/** What few programs need of what codegen-annotations.ts is about. */
import * as op from './opcodes.ts';
import type { AnnAssign, Location } from '../syntax/ast.ts';
import type { CodeUnit } from './code-unit.ts';
import { addopCompare, visitExpr } from './codegen-expr.ts';
import { makeClosure } from './codegen-function.ts';
import type { Compiler } from './compiler.ts';
import { intConst, strConst } from './const-value.ts';
import type { SymbolTableEntry } from './symtable-entry.ts';

/** annotationlib.Format.VALUE_WITH_FAKE_GLOBALS: of formats, the code knows those up to it. */
const VALUE_WITH_FAKE_GLOBALS = 2;

/** v3.14.0 Python/codegen.c codegen_setup_annotations_scope */
export function enterAnnotationScope(c: Compiler, loc: Location, entry: SymbolTableEntry): void {
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
export function leaveAnnotationScope(c: Compiler, loc: Location): void {
  c.addop(loc, op.RETURN_VALUE);
  const code = withParameterNamed(c.optimizeAndAssemble(true));
  c.exitScope();
  makeClosure(c, loc, code, 0);
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
export function visitDeferredAnnotations(c: Compiler, loc: Location): void {
  const { entry, scopeType, deferredAnnotations } = c.unit;
  enterAnnotationScope(c, loc, entry.annotationBlock!);
  c.addopI(loc, op.BUILD_MAP, 0);
  for (const s of deferredAnnotations) {
    if (s.target.kind === 'Name') visitDeferred(c, loc, s, s.target.id);
  }
  leaveAnnotationScope(c, loc);
  c.nameop(loc, scopeType === 'class' ? '__annotate_func__' : '__annotate__', 'Store');
}
