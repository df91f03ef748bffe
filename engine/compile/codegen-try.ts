/**
 * Code for try, try with except*, and with.
 *
 * v3.13.0 Python/compile.c compiler_try_except, compiler_try_finally, compiler_with
 */

import type { ExceptHandler, Location, Try, TryStar } from '../syntax/ast.ts';
import { visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './const-value.ts';
import { popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { type Label, NO_LABEL, NO_LOCATION } from './instruction-sequence.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_CLEANUP, SETUP_FINALLY } from './opcode-metadata.ts';
import {
  CHECK_EXC_MATCH,
  COPY,
  POP_EXCEPT,
  POP_JUMP_IF_FALSE,
  POP_TOP,
  PUSH_EXC_INFO,
  RERAISE,
} from './opcodes.ts';
import { lastStatement, visitTryStarExcept } from './late-parts.ts';

export { visitTryStar, visitWith } from './late-parts.ts';

/** v3.13.0 Python/compile.c compiler_pop_except_and_reraise */
export function popExceptAndReraise(c: Compiler): void {
  c.addopI(NO_LOCATION, COPY, 3);
  c.addop(NO_LOCATION, POP_EXCEPT);
  c.addopI(NO_LOCATION, RERAISE, 1);
}

/** A handler begins: from here an exception leaves it. */
export function beginHandler(c: Compiler, loc: Location, cleanup: Label): void {
  c.addopJump(loc, SETUP_CLEANUP, cleanup);
  c.addop(loc, PUSH_EXC_INFO);
}

/** `name = None; del name`, which nobody wrote. */
export function unbindName(c: Compiler, name: string): void {
  c.loadConst(NO_LOCATION, NONE);
  c.nameop(NO_LOCATION, name, 'Store');
  c.nameop(NO_LOCATION, name, 'Del');
}

export function visitTry(c: Compiler, s: Try): void {
  if (s.finalbody.length > 0) visitTryFinally(c, s);
  else visitTryExcept(c, s);
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
export function visitTryFinally(c: Compiler, s: Try | TryStar): void {
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

export function visitHandlerBody(c: Compiler, handler: ExceptHandler, cleanupEnd: Label): void {
  c.addopJump(handler, SETUP_CLEANUP, cleanupEnd);
  pushFrameBlock(c, handler, 'handler cleanup', NO_LABEL, NO_LABEL, { name: handler.name });
  visitStmts(c, handler.body);
  popFrameBlock(c);
}
