/**
 * Frame blocks: what a `return`, `break` or `continue` has to undo on its way out.
 *
 * v3.13.0 Python/compile.c struct fblockinfo
 */

import type { Location, Stmt } from '../syntax/ast.ts';
import { AFTER_AEXIT, addopAwait } from './codegen-await.ts';
import { visitStmts } from './codegen-stmt.ts';
import type { Compiler } from './compiler.ts';
import { NONE } from './const-value.ts';
import { type Label, NO_LABEL, NO_LOCATION } from './instruction-sequence.ts';
import { POP_BLOCK } from './opcode-metadata.ts';
import { CALL, POP_EXCEPT, POP_TOP, SWAP } from './opcodes.ts';

export type FrameBlockType =
  | 'while loop'
  | 'for loop'
  | 'try except'
  | 'finally try'
  | 'finally end'
  | 'with'
  | 'async with'
  | 'handler cleanup'
  | 'pop value'
  | 'exception handler'
  | 'exception group handler'
  | 'async comprehension'
  | 'stop iteration';

export interface FrameBlock {
  readonly type: FrameBlockType;
  readonly loc: Location;
  /** Where `continue` goes. */
  readonly block: Label;
  /** Where `break` goes. */
  readonly exit: Label;
  /** Of 'finally try': its finally block. */
  readonly finalbody?: readonly Stmt[];
  /** Of 'handler cleanup': the name the exception is bound to. */
  readonly name?: string | null;
}

/** v3.13.0 Python/compile.c compiler_push_fblock */
export function pushFrameBlock(
  c: Compiler,
  loc: Location,
  type: FrameBlockType,
  block: Label = NO_LABEL,
  exit: Label = NO_LABEL,
  more: Pick<FrameBlock, 'finalbody' | 'name'> = {},
): void {
  const { frameBlocks } = c.unit;
  if (frameBlocks.length >= c.features.maxBlocks) {
    const at = c.features.nestingWithoutPlace ? null : loc;
    c.error(at, 'too many statically nested blocks');
  }
  frameBlocks.push({ type, loc, block, exit, ...more });
}

export function popFrameBlock(c: Compiler): void {
  c.unit.frameBlocks.pop();
}

/** v3.13.0 Python/compile.c compiler_call_exit_with_nones */
export function callExitWithNones(c: Compiler, loc: Location): void {
  for (let i = 0; i < 3; i++) c.loadConst(loc, NONE);
  // the first None stands where the manager would
  c.addopI(loc, CALL, c.features.withLoadsSpecial ? 3 : 2);
}

/** Pops what stands beneath the value on top, or the top when no value is kept. */
function popBeneath(c: Compiler, loc: Location, preserveTos: boolean): void {
  if (preserveTos) c.addopI(loc, SWAP, 2);
  c.addop(loc, POP_TOP);
}

function unwindFinally(
  c: Compiler,
  loc: Location,
  finalbody: readonly Stmt[],
  preserveTos: boolean,
): void {
  c.addop(loc, POP_BLOCK); // on the line of the statement that leaves
  if (preserveTos) pushFrameBlock(c, loc, 'pop value');
  visitStmts(c, finalbody);
  if (preserveTos) popFrameBlock(c);
}

function unwindHandler(c: Compiler, loc: Location, info: FrameBlock, preserveTos: boolean): void {
  const name = info.name ?? null;
  if (name !== null) c.addop(loc, POP_BLOCK);
  if (preserveTos) c.addopI(loc, SWAP, 2);
  c.addop(loc, POP_BLOCK);
  c.addop(loc, POP_EXCEPT);
  if (name === null) return;
  c.loadConst(loc, NONE);
  c.nameop(loc, name, 'Store');
  c.nameop(loc, name, 'Del');
}

/**
 * Leaves one frame block; the location for the instructions that follow.
 * v3.13.0 Python/compile.c compiler_unwind_fblock
 */
export function unwindFrameBlock(
  c: Compiler,
  loc: Location,
  info: FrameBlock,
  preserveTos: boolean,
): Location {
  switch (info.type) {
    case 'while loop':
    case 'exception handler':
    case 'exception group handler':
    case 'async comprehension':
    case 'stop iteration':
      return loc;
    case 'for loop':
    case 'pop value':
      popBeneath(c, loc, preserveTos);
      return loc;
    case 'try except':
      c.addop(loc, POP_BLOCK);
      return loc;
    case 'finally try':
      unwindFinally(c, loc, info.finalbody ?? [], preserveTos);
      // What runs after the finally block is no longer on the statement's line.
      return NO_LOCATION;
    case 'finally end':
      popBeneath(c, loc, preserveTos);
      if (preserveTos) c.addopI(loc, SWAP, 2);
      c.addop(loc, POP_BLOCK);
      c.addop(loc, POP_EXCEPT);
      return loc;
    case 'with':
    case 'async with':
      c.addop(info.loc, POP_BLOCK);
      if (preserveTos && c.features.withLoadsSpecial) c.addopI(info.loc, SWAP, 3);
      if (preserveTos) c.addopI(info.loc, SWAP, 2);
      callExitWithNones(c, info.loc);
      if (info.type === 'async with') addopAwait(c, info.loc, AFTER_AEXIT);
      c.addop(info.loc, POP_TOP);
      return NO_LOCATION;
    case 'handler cleanup':
      unwindHandler(c, loc, info, preserveTos);
      return loc;
  }
}

/** What is left after unwinding: where to go on, and the loop it stopped at. */
export interface Unwound {
  readonly loc: Location;
  readonly loop: FrameBlock | null;
}

/**
 * Leaves frame blocks from the innermost one; all of them, or down to the first loop.
 * v3.13.0 Python/compile.c compiler_unwind_fblock_stack
 */
export function unwindFrameBlocks(
  c: Compiler,
  loc: Location,
  preserveTos: boolean,
  toLoop: boolean,
): Unwound {
  const { frameBlocks } = c.unit;
  const top = frameBlocks.at(-1);
  if (top === undefined) return { loc, loop: null };
  if (top.type === 'exception group handler') {
    c.error(loc, "'break', 'continue' and 'return' cannot appear in an except* block");
  }
  if (toLoop && (top.type === 'while loop' || top.type === 'for loop')) return { loc, loop: top };
  // The block is not in force while it is being left: a finally block may itself return.
  frameBlocks.pop();
  const after = unwindFrameBlock(c, loc, top, preserveTos);
  const unwound = unwindFrameBlocks(c, after, preserveTos, toLoop);
  frameBlocks.push(top);
  return unwound;
}

/**
 * `return`, `break` or `continue` that leaves a finally block drops the exception it was run for.
 * Said once, though the block is compiled more than once: for the copy that has an exception.
 * v3.14.0 Python/ast_preprocess.c control_flow_in_finally_warning
 */
export function warnIfLeavingFinally(
  c: Compiler,
  s: Location,
  keyword: 'return' | 'break' | 'continue',
): void {
  if (!c.features.warnLeavingFinally) return;
  const { frameBlocks } = c.unit;
  const isLoop = ({ type }: FrameBlock): boolean => type === 'for loop' || type === 'while loop';
  const from = keyword === 'return' ? 0 : frameBlocks.findLastIndex(isLoop) + 1;
  if (!frameBlocks.slice(from).some(({ type }) => type === 'finally end')) return;
  const msg = `'${keyword}' in a 'finally' block`;
  if (!c.warnings.some((w) => w.msg === msg && w.lineno === s.lineno)) c.warn(s, msg);
}
