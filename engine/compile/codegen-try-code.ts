/** What few programs need of what codegen-try.ts is about. */
import type { AsyncWith, ExceptHandler, Location, Stmt, TryStar, With } from '../syntax/ast.ts';
import { addopAwait, AFTER_AENTER, AFTER_AEXIT } from './codegen-await.ts';
import { visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import {
  beginHandler,
  popExceptAndReraise,
  unbindName,
  visitHandlerBody,
  visitTryFinally,
} from './codegen-try.ts';
import type { Compiler } from './compiler.ts';
import { callExitWithNones, popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { type Label, NO_LOCATION } from './instruction-sequence.ts';
import {
  JUMP,
  JUMP_NO_INTERRUPT,
  POP_BLOCK,
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
  COPY,
  INTRINSIC_PREP_RERAISE_STAR,
  LIST_APPEND,
  LOAD_SPECIAL,
  NOP,
  POP_EXCEPT,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  RERAISE,
  SPECIAL_AENTER,
  SPECIAL_AEXIT,
  SPECIAL_ENTER,
  SPECIAL_EXIT,
  SWAP,
  TO_BOOL,
  WITH_EXCEPT_START,
} from './opcodes.ts';

export function visitTryStar(c: Compiler, s: TryStar): void {
  if (s.finalbody.length > 0) visitTryFinally(c, s);
  else visitTryStarExcept(c, s);
}

/** The statement of a body that is compiled last. */
export function lastStatement(body: readonly Stmt[]): Stmt {
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

/**
 * Each except* takes its part out of the group; what is left, and what the handlers raised, is
 * collected in a list and raised at the end.
 * v3.13.0 Python/compile.c compiler_try_star_except
 */
export function visitTryStarExcept(c: Compiler, s: TryStar): void {
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
