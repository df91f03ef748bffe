/**
 * Lines for instructions that have none of their own.
 *
 * v3.13.0 Python/flowgraph.c resolve_line_numbers
 */

import { BasicBlock, blocksFrom, nextNonempty } from './basic-block.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import { isJump } from './opcode-metadata.ts';

function needsLineOfItsOwn(b: BasicBlock): boolean {
  return (b.exitsScope || b.hasEvalBreak) && b.hasNoLine;
}

/** Puts a copy of `target` behind it for the one jump that ends `b`. */
function duplicateFor(b: BasicBlock, target: BasicBlock): void {
  const jump = b.last!;
  const copy = new BasicBlock();
  copy.instrs = target.instrs.map((instr) => instr.copy());
  copy.instrs[0]!.loc = jump.loc;
  jump.target = copy;
  target.predecessors--;
  copy.predecessors = 1;
  copy.next = target.next;
  copy.labelled = true;
  target.next = copy;
}

/**
 * A frame that ends must know its line (PEP 626). An exit without a line takes that of the block
 * before it, so each gets one block before it only.
 * v3.13.0 Python/flowgraph.c duplicate_exits_without_lineno
 */
function duplicateExitsWithoutLineno(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    const last = b.last;
    if (last === undefined || !isJump(last.opcode)) continue;
    const target = nextNonempty(last.target)!;
    if (needsLineOfItsOwn(target) && target.predecessors > 1) duplicateFor(b, target);
  }
  for (const b of blocksFrom(entry)) {
    const { last, next } = b;
    if (last === undefined || next === null || !b.fallsThrough) continue;
    const first = next.instrs[0];
    if (first !== undefined && needsLineOfItsOwn(next)) first.loc = last.loc;
  }
}

/** v3.13.0 Python/flowgraph.c propagate_line_numbers */
function propagateLineNumbers(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    const last = b.last;
    if (last === undefined) continue;
    let previous = NO_LOCATION;
    for (const instr of b.instrs) {
      if (instr.loc.lineno < 0) instr.loc = previous;
      else previous = instr.loc;
    }
    const inherit = (to: BasicBlock | null): void => {
      const first = to?.predecessors === 1 ? to.instrs[0] : undefined;
      if (first !== undefined && first.loc.lineno < 0) first.loc = previous;
    };
    if (b.fallsThrough) inherit(b.next);
    if (isJump(last.opcode)) inherit(last.target);
  }
}

export function resolveLineNumbers(entry: BasicBlock): void {
  duplicateExitsWithoutLineno(entry);
  propagateLineNumbers(entry);
}
