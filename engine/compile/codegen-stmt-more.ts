/** What few programs need of what codegen-stmt.ts is about. */
import * as op from './opcodes.ts';
import type { AsyncFor } from '../syntax/ast.ts';
import { addopAwaitNext } from './codegen-await.ts';
import { visitExpr } from './codegen-expr.ts';
import { visitStmts } from './codegen-stmt.ts';
import type { Compiler } from './compiler.ts';
import { popFrameBlock, pushFrameBlock } from './frame-blocks.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import { JUMP, POP_BLOCK, SETUP_FINALLY } from './opcode-metadata.ts';

/** v3.13.0 Python/compile.c compiler_async_for */
export function visitAsyncFor(c: Compiler, s: AsyncFor): void {
  if (c.unit.scopeType !== 'async function') c.error(s, "'async for' outside async function");
  const start = c.newLabel();
  const except = c.newLabel();
  const end = c.newLabel();
  visitExpr(c, s.iter);
  c.addop(c.features.headersOnStatementLine ? s : s.iter, op.GET_AITER);
  c.useLabel(start);
  pushFrameBlock(c, s, 'for loop', start, end);
  c.addopJump(s, SETUP_FINALLY, except);
  addopAwaitNext(c, s);
  c.addop(s, POP_BLOCK);
  visitExpr(c, s.target);
  visitStmts(c, s.body);
  c.addopJump(NO_LOCATION, JUMP, start);
  popFrameBlock(c);
  c.useLabel(except);
  c.addop(s.iter, op.END_ASYNC_FOR);
  visitStmts(c, s.orelse);
  c.useLabel(end);
}
