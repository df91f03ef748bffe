/**
 * Code for try, try with except*, and with.
 *
 * v3.13.0 Python/compile.c compiler_try_except, compiler_try_finally, compiler_with
 */

import type {
  AsyncWith,
  ExceptHandler,
  Location,
  Stmt,
  Try,
  TryStar,
  With,
} from '../syntax/ast.ts';
import { AFTER_AENTER, AFTER_AEXIT, addopAwait } from './codegen-await.ts';
import { visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './const-value.ts';
import { callExitWithNones, popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { type Label, NO_LABEL, NO_LOCATION } from './instruction-sequence.ts';
import {
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_BLOCK,
  SETUP_CLEANUP,
  SETUP_FINALLY,
  SETUP_WITH,
} from './opcode-metadata.ts';
import {
  BEFORE_ASYNC_WITH,
  BEFORE_WITH,
  BUILD_LIST,
  CALL,
  CALL_INTRINSIC_2,
  CHECK_EG_MATCH,
  CHECK_EXC_MATCH,
  COPY,
  INTRINSIC_PREP_RERAISE_STAR,
  LIST_APPEND,
  LOAD_SPECIAL,
  NOP,
  POP_EXCEPT,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_EXC_INFO,
  RERAISE,
  SPECIAL_AENTER,
  SPECIAL_AEXIT,
  SPECIAL_ENTER,
  SPECIAL_EXIT,
  SWAP,
  TO_BOOL,
  WITH_EXCEPT_START,
} from './opcodes.ts';

/** v3.13.0 Python/compile.c compiler_pop_except_and_reraise */
function popExceptAndReraise(c: Compiler): void {
  c.addopI(NO_LOCATION, COPY, 3);
  c.addop(NO_LOCATION, POP_EXCEPT);
  c.addopI(NO_LOCATION, RERAISE, 1);
}

/** A handler begins: from here an exception leaves it. */
function beginHandler(c: Compiler, loc: Location, cleanup: Label): void {
  c.addopJump(loc, SETUP_CLEANUP, cleanup);
  c.addop(loc, PUSH_EXC_INFO);
}

/** `name = None; del name`, which nobody wrote. */
function unbindName(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, NONE);
  c.nameop(NO_LOCATION, name, 'Store');
  c.nameop(NO_LOCATION, name, 'Del');
}

export function visitTry(c: Compiler, s: Try): void {
  if (s.finalbody.length > 0) visitTryFinally(c, s);
  else visitTryExcept(c, s);
}

export function visitTryStar(c: Compiler, s: TryStar): void {
  if (s.finalbody.length > 0) visitTryFinally(c, s);
  else visitTryStarExcept(c, s);
}

function visitGuarded(c: Compiler, s: Try | TryStar): void {
  if (s.handlers.length === 0) visitStmts(c, s.body);
  else if (s.kind === 'Try') visitTryExcept(c, s);
  else visitTryStarExcept(c, s);
}

/**
 * The finally block is compiled twice: for the way out without and the one with an exception.
 * v3.13.0 Python/compile.c compiler_try_finally
 */
function visitTryFinally(c: Compiler, s: Try | TryStar): void {
  const body = c.newLabel();
  const end = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  c.addopJump(s, SETUP_FINALLY, end);
  c.useLabel(body);
  pushFrameBlock(c, s, 'finally try', body, end, { finalbody: s.finalbody });
  visitGuarded(c, s);
  c.addop(NO_LOCATION, POP_BLOCK);
  popFrameBlock(c);
  visitStmts(c, s.finalbody);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, exit);

  c.useLabel(end);
  beginHandler(c, NO_LOCATION, cleanup);
  pushFrameBlock(c, NO_LOCATION, 'finally end', end);
  visitStmts(c, s.finalbody);
  popFrameBlock(c);
  c.addopI(NO_LOCATION, RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c);
  c.useLabel(exit);
}

/** v3.13.0 Python/compile.c compiler_try_except */
function visitTryExcept(c: Compiler, s: Try): void {
  const body = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  c.addopJump(s, SETUP_FINALLY, except);
  c.useLabel(body);
  pushFrameBlock(c, s, 'try except', body);
  visitStmts(c, s.body);
  popFrameBlock(c);
  c.addop(NO_LOCATION, POP_BLOCK);
  visitStmts(c, s.orelse);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);

  c.useLabel(except);
  beginHandler(c, NO_LOCATION, cleanup);
  pushFrameBlock(c, s, 'exception handler');
  for (const [i, handler] of s.handlers.entries()) {
    if (handler.type === null && i < s.handlers.length - 1) {
      const at = c.features.bareExceptAtBody ? lastStatement(s.body) : handler;
      c.error(at, "default 'except:' must be last");
    }
    visitHandler(c, handler, end);
  }
  popFrameBlock(c);
  c.addopI(NO_LOCATION, RERAISE, 0);
  c.useLabel(cleanup);
  popExceptAndReraise(c);
  c.useLabel(end);
}

/** The statement of a body that is compiled last. */
function lastStatement(body: readonly Stmt[]): Stmt {
  const last = body.at(-1)!;
  const inside =
    'finalbody' in last
      ? [last.finalbody, last.orelse, last.handlers.at(-1)?.body, last.body]
      : 'orelse' in last
        ? [last.orelse, last.body]
        : last.kind === 'With' || last.kind === 'AsyncWith'
          ? [last.body]
          : [];
  const block = inside.find((stmts) => stmts !== undefined && stmts.length > 0);
  return block === undefined ? last : lastStatement(block);
}

function visitHandler(c: Compiler, handler: ExceptHandler, end: Label): void {
  const next = c.newLabel();
  if (handler.type !== null) {
    visitExpr(c, handler.type);
    c.addop(handler, CHECK_EXC_MATCH);
    c.addopJump(handler, POP_JUMP_IF_FALSE, next);
  }
  if (handler.name !== null) {
    visitNamedHandler(c, handler, handler.name, end);
  } else {
    c.addop(handler, POP_TOP);
    pushFrameBlock(c, handler, 'handler cleanup');
    visitStmts(c, handler.body);
    popFrameBlock(c);
    c.addop(NO_LOCATION, POP_BLOCK);
    c.addop(NO_LOCATION, POP_EXCEPT);
    c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  }
  c.useLabel(next);
}

/** `except E as name`: the name is unbound again however the handler ends. */
function visitNamedHandler(c: Compiler, handler: ExceptHandler, name: string, end: Label): void {
  const cleanupEnd = c.newLabel();
  c.nameop(handler, name, 'Store');
  visitHandlerBody(c, handler, cleanupEnd);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addop(NO_LOCATION, POP_EXCEPT);
  unbindName(c, name);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanupEnd);
  unbindName(c, name);
  c.addopI(NO_LOCATION, RERAISE, 1);
}

function visitHandlerBody(c: Compiler, handler: ExceptHandler, cleanupEnd: Label): void {
  c.addopJump(handler, SETUP_CLEANUP, cleanupEnd);
  pushFrameBlock(c, handler, 'handler cleanup', NO_LABEL, NO_LABEL, { name: handler.name });
  visitStmts(c, handler.body);
  popFrameBlock(c);
}

/**
 * Each except* takes its part out of the group; what is left, and what the handlers raised, is
 * collected in a list and raised at the end.
 * v3.13.0 Python/compile.c compiler_try_star_except
 */
function visitTryStarExcept(c: Compiler, s: TryStar): void {
  const body = c.newLabel();
  const except = c.newLabel();
  const orelse = c.newLabel();
  const end = c.newLabel();
  const cleanup = c.newLabel();
  const reraiseStar = c.newLabel();
  c.addopJump(s, SETUP_FINALLY, except);
  c.useLabel(body);
  pushFrameBlock(c, s, 'try except', body);
  visitStmts(c, s.body);
  popFrameBlock(c);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, orelse);

  c.useLabel(except);
  beginHandler(c, NO_LOCATION, cleanup);
  pushFrameBlock(c, s, 'exception group handler');
  for (const [i, handler] of s.handlers.entries()) {
    if (i === 0) {
      c.addopI(handler, BUILD_LIST, 0);
      c.addopI(handler, COPY, 2);
    }
    visitStarHandler(c, handler);
  }
  c.addopI(NO_LOCATION, LIST_APPEND, 1);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, reraiseStar);
  popFrameBlock(c);
  c.useLabel(reraiseStar);
  raiseWhatIsLeft(c, end);
  c.useLabel(cleanup);
  popExceptAndReraise(c);
  c.useLabel(orelse);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}

function visitStarHandler(c: Compiler, handler: ExceptHandler): void {
  const except = c.newLabel();
  const exceptWithError = c.newLabel();
  const noMatch = c.newLabel();
  if (handler.type !== null) {
    visitExpr(c, handler.type);
    c.addop(handler, CHECK_EG_MATCH);
    c.addopI(handler, COPY, 1);
    c.addopJump(handler, POP_JUMP_IF_NONE, noMatch);
  }
  const cleanupEnd = c.newLabel();
  if (handler.name !== null) c.nameop(handler, handler.name, 'Store');
  else c.addop(handler, POP_TOP);
  visitHandlerBody(c, handler, cleanupEnd);
  c.addop(NO_LOCATION, POP_BLOCK);
  if (handler.name !== null) unbindName(c, handler.name);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, except);

  c.useLabel(cleanupEnd);
  if (handler.name !== null) unbindName(c, handler.name);
  c.addopI(NO_LOCATION, LIST_APPEND, 3); // what the handler raised
  c.addop(NO_LOCATION, POP_TOP); // where it raised it
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, exceptWithError);

  c.useLabel(except);
  c.addop(NO_LOCATION, NOP); // holds the line of the handler's last statement
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, exceptWithError);
  c.useLabel(noMatch);
  c.addop(handler, POP_TOP);
  c.useLabel(exceptWithError);
}

function raiseWhatIsLeft(c: Compiler, end: Label): void {
  const reraise = c.newLabel();
  c.addopI(NO_LOCATION, CALL_INTRINSIC_2, INTRINSIC_PREP_RERAISE_STAR);
  c.addopI(NO_LOCATION, COPY, 1);
  c.addopJump(NO_LOCATION, POP_JUMP_IF_NOT_NONE, reraise);
  c.addop(NO_LOCATION, POP_TOP);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addop(NO_LOCATION, POP_EXCEPT);
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, end);
  c.useLabel(reraise);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addopI(NO_LOCATION, SWAP, 2);
  c.addop(NO_LOCATION, POP_EXCEPT);
  c.addopI(NO_LOCATION, RERAISE, 0);
}

/** v3.13.0 Python/compile.c compiler_with, compiler_async_with: the item at `index` and all inside it */
export function visitWith(c: Compiler, s: With | AsyncWith, index: number): void {
  const isAsync = s.kind === 'AsyncWith';
  if (isAsync && c.unit.scopeType !== 'async function') {
    c.error(s, "'async with' outside async function");
  }
  const item = s.items[index]!;
  const loc = c.features.headersOnStatementLine ? s : item.context_expr;
  const block = c.newLabel();
  const final = c.newLabel();
  const exit = c.newLabel();
  const cleanup = c.newLabel();
  visitExpr(c, item.context_expr);
  enterWith(c, loc, isAsync);
  if (isAsync) addopAwait(c, loc, AFTER_AENTER);
  c.addopJump(loc, SETUP_WITH, final);
  c.useLabel(block);
  pushFrameBlock(c, loc, isAsync ? 'async with' : 'with', block, final);
  if (item.optional_vars !== null) visitExpr(c, item.optional_vars);
  else c.addop(loc, POP_TOP);
  if (index + 1 < s.items.length) visitWith(c, s, index + 1);
  else visitStmts(c, s.body);
  c.addop(isAsync ? loc : NO_LOCATION, POP_BLOCK);
  popFrameBlock(c);
  callExitWithNones(c, loc);
  if (isAsync) addopAwait(c, loc, AFTER_AEXIT);
  c.addop(loc, POP_TOP);
  c.addopJump(loc, JUMP, exit);

  c.useLabel(final);
  beginHandler(c, loc, cleanup);
  c.addop(loc, WITH_EXCEPT_START);
  if (isAsync) addopAwait(c, loc, AFTER_AEXIT);
  finishWithExcept(c, cleanup);
  c.useLabel(exit);
}

/** manager -> its __exit__ in one or two values, what __enter__() gives. v3.14.0 Python/codegen.c codegen_with_inner */
function enterWith(c: Compiler, loc: Location, isAsync: boolean): void {
  if (!c.features.withLoadsSpecial) {
    c.addop(loc, isAsync ? BEFORE_ASYNC_WITH : BEFORE_WITH);
    return;
  }
  c.addopI(loc, COPY, 1);
  c.addopI(loc, LOAD_SPECIAL, isAsync ? SPECIAL_AEXIT : SPECIAL_EXIT);
  c.addopI(loc, SWAP, 2);
  c.addopI(loc, SWAP, 3);
  c.addopI(loc, LOAD_SPECIAL, isAsync ? SPECIAL_AENTER : SPECIAL_ENTER);
  c.addopI(loc, CALL, 0);
}

/** v3.13.0 Python/compile.c compiler_with_except_finish */
function finishWithExcept(c: Compiler, cleanup: Label): void {
  const suppress = c.newLabel();
  c.addop(NO_LOCATION, TO_BOOL);
  c.addopJump(NO_LOCATION, POP_JUMP_IF_TRUE, suppress);
  c.addopI(NO_LOCATION, RERAISE, 2);
  c.useLabel(suppress);
  c.addop(NO_LOCATION, POP_TOP);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addop(NO_LOCATION, POP_EXCEPT);
  c.addop(NO_LOCATION, POP_TOP);
  c.addop(NO_LOCATION, POP_TOP);
  if (c.features.withLoadsSpecial) c.addop(NO_LOCATION, POP_TOP);
  const exit = c.newLabel();
  c.addopJump(NO_LOCATION, JUMP_NO_INTERRUPT, exit);
  c.useLabel(cleanup);
  popExceptAndReraise(c);
  c.useLabel(exit);
}
