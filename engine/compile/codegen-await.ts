/**
 * Code for `await` and for what awaits: `yield from` is made the same way.
 *
 * v3.13.0 Python/compile.c compiler_add_yield_from
 */

import type { Location } from '../syntax/ast.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './const-value.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import { JUMP_NO_INTERRUPT, POP_BLOCK, SETUP_FINALLY } from './opcode-metadata.ts';
import * as op from './opcodes.ts';

// Operands of GET_AWAITABLE: whose result is awaited, for the message when it cannot be.
export const PLAIN_AWAIT = 0;
export const AFTER_AENTER = 1;
export const AFTER_AEXIT = 2;

// Operands of RESUME. v3.13.0 Include/internal/pycore_opcode_utils.h
const RESUME_AFTER_YIELD_FROM = 2;
const RESUME_AFTER_AWAIT = 3;

/** The value on the stack is sent to the iterator beneath until that returns. */
export function addopYieldFrom(c: Compiler, loc: Location, isAwait: boolean): void {
  const send = c.newLabel();
  const fail = c.newLabel();
  const exit = c.newLabel();
  c.useLabel(send);
  c.addopJump(loc, op.SEND, exit);
  // An exception thrown into the yield may be the end of the inner iterator.
  c.addopJump(loc, SETUP_FINALLY, fail);
  c.addopI(loc, op.YIELD_VALUE, 1);
  c.addop(NO_LOCATION, POP_BLOCK);
  c.addopI(loc, op.RESUME, isAwait ? RESUME_AFTER_AWAIT : RESUME_AFTER_YIELD_FROM);
  c.addopJump(loc, JUMP_NO_INTERRUPT, send);
  c.useLabel(fail);
  c.addop(loc, op.CLEANUP_THROW);
  c.useLabel(exit);
  c.addop(loc, op.END_SEND);
}

/** Awaits what is on the stack; its result is there instead. */
export function addopAwait(c: Compiler, loc: Location, whose: number): void {
  c.addopI(loc, op.GET_AWAITABLE, whose);
  c.loadConst(loc, NONE);
  addopYieldFrom(c, loc, true);
}

/** Awaits the next item of the asynchronous iterator on the stack, which stays. */
export function addopAwaitNext(c: Compiler, loc: Location): void {
  c.addop(loc, op.GET_ANEXT);
  c.loadConst(loc, NONE);
  addopYieldFrom(c, loc, true);
}
