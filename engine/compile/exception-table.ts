/**
 * The exception table: which instructions have which handler.
 *
 * v3.13.0 Python/assemble.c assemble_exception_table
 */

import type { BasicBlock } from './basic-block.ts';
import type { ExceptionRange } from './code-unit.ts';
import type { Instruction } from './instruction-sequence.ts';

function range(start: number, end: number, handler: BasicBlock): ExceptionRange {
  // A handler starts with the exception on the stack, and the index beneath it if it wants that.
  const pushed = handler.preserveLasti ? 2 : 1;
  return {
    start,
    end,
    target: handler.offset,
    depth: handler.startDepth - pushed,
    lasti: handler.preserveLasti,
  };
}

/** The ranges of a list of instructions, in its order; blocks know their offsets by now. */
export function exceptionTable(instrs: readonly Instruction[]): ExceptionRange[] {
  const ranges: ExceptionRange[] = [];
  let start = 0;
  for (let i = 1; i <= instrs.length; i++) {
    const handler = instrs[start]!.except;
    if (i < instrs.length && instrs[i]!.except?.offset === handler?.offset) continue;
    if (handler !== null) ranges.push(range(start, i, handler));
    start = i;
  }
  return ranges;
}
