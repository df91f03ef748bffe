/**
 * Code for statements.
 *
 * v3.13.0 Python/compile.c compiler_visit_stmt
 */

import type {
  Assert,
  Assign,
  AugAssign,
  Break,
  Continue,
  Expr,
  For,
  If,
  Location,
  Raise,
  Return,
  Stmt,
  While,
} from '../syntax/ast.ts';
import { visitClassDef } from './codegen-class.ts';
import {
  addopInplace,
  isTwoElementSlice,
  jumpIf,
  visitExpr,
  visitExprs,
  visitSliceParts,
} from './codegen-expr.ts';
import { visitFunctionDef } from './codegen-function.ts';
import { visitImport, visitImportFrom } from './codegen-import.ts';
import { visitMatch, visitTypeAlias } from './late-parts.ts';
import { updateStartLocationToMatchAttr } from './codegen-super.ts';
import { visitTry, visitTryStar, visitWith } from './codegen-try.ts';
import type { Compiler } from './compiler.ts';
import { NONE, constantOf, isTrue, partsOf } from './const-value.ts';
import {
  popFrameBlock,
  pushFrameBlock,
  unwindFrameBlock,
  unwindFrameBlocks,
  warnIfLeavingFinally,
} from './frame-blocks.ts';
import { type Label, NO_LOCATION } from './instruction-sequence.ts';
import { JUMP, JUMP_NO_INTERRUPT } from './opcode-metadata.ts';
import * as op from './opcodes.ts';
import { elifOf } from './fold.ts';
import { visitAnnAssign } from './late-parts.ts';
import { visitAsyncFor } from './late-parts.ts';

export function visitStmts(c: Compiler, stmts: readonly Stmt[]): void {
  for (const stmt of stmts) visitStmt(c, stmt);
}

/** v3.13.0 Python/compile.c compiler_visit_stmt */
function visitStmt(c: Compiler, s: Stmt): void {
  switch (s.kind) {
    case 'Expr':
      return visitExprStmt(c, s, s.value);
    case 'Assign':
      return visitAssign(c, s);
    case 'AugAssign':
      return visitAugAssign(c, s);
    case 'AnnAssign':
      return visitAnnAssign(c, s);
    case 'If':
      return visitIf(c, s);
    case 'For':
      return visitFor(c, s);
    case 'AsyncFor':
      return visitAsyncFor(c, s);
    case 'While':
      return visitWhile(c, s);
    case 'Return':
      return visitReturn(c, s);
    case 'Break':
      return visitBreak(c, s);
    case 'Continue':
      return visitContinue(c, s);
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return visitFunctionDef(c, s);
    case 'ClassDef':
      return visitClassDef(c, s);
    case 'Try':
      return visitTry(c, s);
    case 'TryStar':
      return visitTryStar(c, s);
    case 'With':
    case 'AsyncWith':
      return visitWith(c, s, 0);
    case 'Raise':
      return visitRaise(c, s);
    case 'Assert':
      return visitAssert(c, s);
    case 'Delete':
      return visitExprs(c, s.targets);
    case 'Import':
      return visitImport(c, s);
    case 'ImportFrom':
      return visitImportFrom(c, s);
    case 'Match':
      return visitMatch(c, s);
    case 'TypeAlias':
      return visitTypeAlias(c, s);
    case 'Pass':
      return c.addop(s, op.NOP);
    case 'Global':
    case 'Nonlocal':
      return;
  }
}

/** What a condition always is; null when that depends, or when the release looks each time. */
function constantCondition(c: Compiler, test: Expr): boolean | null {
  if (!c.features.constantConditionsWithoutCode || test.kind !== 'Constant') return null;
  return isTrue(constantOf(test));
}

/** v3.13.0 Python/compile.c compiler_stmt_expr */
function visitExprStmt(c: Compiler, loc: Location, value: Expr): void {
  if (c.interactive && c.isOutermost) {
    visitExpr(c, value);
    c.addopI(loc, op.CALL_INTRINSIC_1, op.INTRINSIC_PRINT);
    c.addop(NO_LOCATION, op.POP_TOP);
  } else if (value.kind === 'Constant') {
    c.addop(loc, op.NOP);
  } else {
    visitExpr(c, value);
    c.addop(NO_LOCATION, op.POP_TOP);
  }
}

function visitAssign(c: Compiler, s: Assign): void {
  visitExpr(c, s.value);
  for (const [i, target] of s.targets.entries()) {
    if (i < s.targets.length - 1) c.addopI(s, op.COPY, 1);
    visitExpr(c, target);
  }
}

/** v3.13.0 Python/compile.c compiler_augassign */
function visitAugAssign(c: Compiler, s: AugAssign): void {
  const target = s.target;
  switch (target.kind) {
    case 'Attribute': {
      visitExpr(c, target.value);
      c.addopI(target, op.COPY, 1);
      const loc = updateStartLocationToMatchAttr(target, target);
      c.addopLoadAttr(loc, target.attr, false);
      visitInplace(c, s);
      c.addopI(loc, op.SWAP, 2);
      return c.addopName(loc, op.STORE_ATTR, target.attr);
    }
    case 'Subscript':
      visitExpr(c, target.value);
      if (isTwoElementSlice(target.slice)) {
        visitSliceParts(c, target.slice);
        return loadChangeStore(c, s, 3, op.BINARY_SLICE, op.STORE_SLICE);
      }
      visitExpr(c, target.slice);
      return loadChangeStore(c, s, 2, op.BINARY_SUBSCR, op.STORE_SUBSCR);
    case 'Name':
      c.nameop(target, target.id, 'Load');
      visitInplace(c, s);
      c.nameop(target, target.id, 'Store');
  }
}

function visitInplace(c: Compiler, s: AugAssign): void {
  visitExpr(c, s.value);
  addopInplace(c, s, s.op);
}

/** `n` values on the stack say where the item is; they are used twice. */
function loadChangeStore(c: Compiler, s: AugAssign, n: number, load: number, store: number): void {
  const { target } = s;
  for (let i = 0; i < n; i++) c.addopI(target, op.COPY, n);
  c.addop(target, load);
  visitInplace(c, s);
  for (let i = n + 1; i > 1; i--) c.addopI(target, op.SWAP, i);
  c.addop(target, store);
}

/** v3.13.0 Python/compile.c compiler_if; an `elif` chain is followed without recursion */
function visitIf(c: Compiler, first: If): void {
  const ends: Label[] = [];
  for (let s = first; ;) {
    const known = constantCondition(c, s.test);
    if (known !== null) {
      visitConstantIf(c, s, known);
      break;
    }
    const end = c.newLabel();
    ends.push(end);
    const hasElse = s.orelse.length > 0;
    const next = hasElse ? c.newLabel() : end;
    jumpIf(c, s, s.test, next, false);
    visitStmts(c, s.body);
    if (!hasElse) break;
    c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
    c.useLabel(next);
    const elif = elifOf(s);
    if (elif === null) {
      visitStmts(c, s.orelse);
      break;
    }
    s = elif;
  }
  for (const end of ends) c.useLabel(end);
}

/** v3.9.0 Python/compile.c compiler_if */
function visitConstantIf(c: Compiler, s: If, condition: boolean): void {
  if (condition) visitStmts(c, s.body);
  else c.withoutEmitting(() => visitStmts(c, s.body));
  if (condition) c.withoutEmitting(() => visitStmts(c, s.orelse));
  else visitStmts(c, s.orelse);
}

/** v3.13.0 Python/compile.c compiler_for */
function visitFor(c: Compiler, s: For): void {
  const start = c.newLabel();
  const cleanup = c.newLabel();
  const end = c.newLabel();
  pushFrameBlock(c, s, 'for loop', start, end);
  visitExpr(c, s.iter);
  const loc = c.features.headersOnStatementLine ? s : s.iter;
  c.addop(loc, op.GET_ITER);
  c.useLabel(start);
  c.addopJump(loc, op.FOR_ITER, cleanup);
  c.addop(s.target, op.NOP); // the target may stand on a line of its own
  visitExpr(c, s.target);
  visitStmts(c, s.body);
  c.addopJump(NO_LOCATION, JUMP, start);
  c.useLabel(cleanup);
  c.addop(NO_LOCATION, op.END_FOR);
  c.addop(NO_LOCATION, op.POP_TOP);
  popFrameBlock(c);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

/** v3.13.0 Python/compile.c compiler_while */
function visitWhile(c: Compiler, s: While): void {
  const loop = c.newLabel();
  const body = c.newLabel();
  const end = c.newLabel();
  const anchor = c.newLabel();
  const known = constantCondition(c, s.test);
  c.useLabel(loop);
  pushFrameBlock(c, s, 'while loop', loop, end);
  if (known === false) {
    c.withoutEmitting(() => visitStmts(c, s.body));
    popFrameBlock(c);
    visitStmts(c, s.orelse);
    return c.useLabel(end);
  }
  if (known === null) jumpIf(c, s, s.test, anchor, false);
  c.useLabel(body);
  visitStmts(c, s.body);
  if (c.features.whileTestAtBottom) jumpIf(c, s, s.test, body, true);
  else c.addopJump(NO_LOCATION, JUMP, loop);
  popFrameBlock(c);
  c.useLabel(anchor);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

/** v3.13.0 Python/compile.c compiler_return */
function visitReturn(c: Compiler, s: Return): void {
  const { value } = s;
  if (!c.unit.entry.isFunctionLike) c.error(s, "'return' outside function");
  const { generator, coroutine } = c.unit.entry;
  if (value !== null && generator && coroutine) {
    c.error(s, "'return' with value in async generator");
  }
  warnIfLeavingFinally(c, s, 'return');
  const constant = value?.kind === 'Constant' && partsOf(value) === null ? value : null;
  const preserveTos = value !== null && constant === null;
  let loc: Location = s;
  if (preserveTos) {
    visitExpr(c, value);
  } else if (constant !== null) {
    loc = constant;
    c.addop(loc, op.NOP);
  }
  if (value === null || value.lineno !== s.lineno) {
    loc = s;
    c.addop(loc, op.NOP);
  }
  loc = unwindFrameBlocks(c, loc, preserveTos, false).loc;
  if (value === null) c.loadConst(loc, NONE);
  else if (constant !== null) c.loadConst(loc, constantOf(constant));
  c.addop(loc, op.RETURN_VALUE);
}

/** v3.13.0 Python/compile.c compiler_break */
function visitBreak(c: Compiler, s: Break): void {
  warnIfLeavingFinally(c, s, 'break');
  c.addop(s, op.NOP);
  const { loc, loop } = unwindFrameBlocks(c, s, false, true);
  if (loop === null) c.error(s, "'break' outside loop");
  const after = unwindFrameBlock(c, loc, loop, false);
  c.addopJump(after, JUMP, loop.exit);
}

/** v3.13.0 Python/compile.c compiler_continue */
function visitContinue(c: Compiler, s: Continue): void {
  warnIfLeavingFinally(c, s, 'continue');
  c.addop(s, op.NOP);
  const { loc, loop } = unwindFrameBlocks(c, s, false, true);
  if (loop === null) c.error(s, "'continue' not properly in loop");
  c.addopJump(loc, JUMP, loop.block);
}

function visitRaise(c: Compiler, s: Raise): void {
  const given = [s.exc, s.cause].filter((e) => e !== null);
  visitExprs(c, given);
  c.addopI(s, op.RAISE_VARARGS, given.length);
}

function isNonEmptyTuple(c: Compiler, e: Expr): boolean {
  if (e.kind === 'Tuple') return e.elts.length > 0;
  if (!c.features.constantTuplesAreAsserted) return false;
  const value = e.kind === 'Constant' ? constantOf(e) : null;
  return value?.type === 'tuple' && value.items.length > 0;
}

/** v3.13.0 Python/compile.c compiler_assert */
function visitAssert(c: Compiler, s: Assert): void {
  if (isNonEmptyTuple(c, s.test)) {
    c.warn(s, 'assertion is always true, perhaps remove parentheses?');
  }
  const end = c.newLabel();
  jumpIf(c, s, s.test, end, true);
  c.addopI(s, op.LOAD_COMMON_CONSTANT, op.COMMON_ASSERTION_ERROR);
  if (s.msg !== null) {
    visitExpr(c, s.msg);
    c.addopI(s, op.CALL, 0);
  }
  c.addopI(c.features.assertionAtTest ? s.test : s, op.RAISE_VARARGS, 1);
  c.useLabel(end);
}

/** Whether a body annotates a variable, at any depth of compound statements. v3.13.0 find_ann */
export function findAnnotations(stmts: readonly Stmt[]): boolean {
  return stmts.some((s) => {
    switch (s.kind) {
      case 'AnnAssign':
        return true;
      case 'If':
        for (let branch: If | null = s; branch !== null; branch = elifOf(branch)) {
          if (findAnnotations(branch.body)) return true;
          if (elifOf(branch) === null) return findAnnotations(branch.orelse);
        }
        return false;
      case 'For':
      case 'AsyncFor':
      case 'While':
        return findAnnotations(s.body) || findAnnotations(s.orelse);
      case 'With':
      case 'AsyncWith':
        return findAnnotations(s.body);
      case 'Try':
      case 'TryStar':
        return (
          s.handlers.some((handler) => findAnnotations(handler.body)) ||
          [s.body, s.finalbody, s.orelse].some(findAnnotations)
        );
      case 'Match':
        return s.cases.some((matchCase) => findAnnotations(matchCase.body));
      default:
        return false;
    }
  });
}
