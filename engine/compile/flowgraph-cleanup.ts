/**
 * Taking out what does nothing: unreachable blocks, NOPs, jumps to the next instruction.
 *
 * A NOP that is the only instruction of its line stays: a line that is stepped needs an instruction.
 *
 * v3.13.0 Python/flowgraph.c
 */

import { type BasicBlock, blocksFrom, clearVisited, nextNonempty } from './basic-block.ts';
import type { Instruction } from './instruction-sequence.ts';
import { JUMP, hasTarget, isJump, isUnconditionalJump } from './opcode-metadata.ts';
import { COPY, LOAD_CONST, NOP, POP_TOP } from './opcodes.ts';

/** Instructions of the largest exit block that is copied instead of jumped to. */
const MAX_COPY_SIZE = 4;

/** v3.13.0 Python/flowgraph.c remove_unreachable */
export function removeUnreachable(entry: BasicBlock): void {
  clearVisited(entry);
  for (const b of blocksFrom(entry)) b.predecessors = 0;
  const todo = [entry];
  entry.predecessors = 1;
  entry.visited = true;
  const reach = (b: BasicBlock): void => {
    b.predecessors++;
    if (b.visited) return;
    b.visited = true;
    todo.push(b);
  };
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    if (b.next !== null && b.fallsThrough) reach(b.next);
    for (const instr of b.instrs) if (hasTarget(instr.opcode)) reach(instr.target!);
  }
  for (const b of blocksFrom(entry)) {
    if (b.predecessors > 0) continue;
    b.instrs.length = 0;
    b.exceptHandler = false;
  }
}

/** The line of the first instruction of a block that is not about to be removed. */
function firstLine(block: BasicBlock | null): number {
  const next = nextNonempty(block);
  const instr = next?.instrs.find((i) => i.opcode !== NOP || i.loc.lineno >= 0);
  return instr?.loc.lineno ?? -1;
}

/** Whether a NOP's line is also the line of its neighbour before or after it. */
function isRedundantNop(b: BasicBlock, at: number, previousLine: number): boolean {
  const { loc } = b.instrs[at]!;
  const line = loc.lineno;
  if (line < 0 || line === previousLine) return true;
  const next = b.instrs[at + 1];
  if (next === undefined) {
    return nextNonempty(b.next) !== null && line === firstLine(b.next);
  }
  if (next.loc.lineno === line) return true;
  if (next.loc.lineno >= 0) return false;
  next.loc = loc;
  return true;
}

/** v3.13.0 Python/flowgraph.c basicblock_remove_redundant_nops: how many were removed */
function removeNopsOfBlock(b: BasicBlock): number {
  const { instrs } = b;
  if (!instrs.some((instr) => instr.opcode === NOP)) return 0;
  let [kept, previousLine] = [0, -1];
  for (let i = 0; i < instrs.length; i++) {
    const instr = instrs[i]!;
    if (instr.opcode === NOP && isRedundantNop(b, i, previousLine)) continue;
    previousLine = instr.loc.lineno;
    instrs[kept++] = instr;
  }
  const removed = instrs.length - kept;
  instrs.length = kept;
  return removed;
}

/** v3.13.0 Python/flowgraph.c remove_redundant_nops */
export function removeRedundantNops(entry: BasicBlock): number {
  let removed = 0;
  for (const b of blocksFrom(entry)) removed += removeNopsOfBlock(b);
  return removed;
}

/** A value that is pushed and popped at once. */
function isRedundantPair(previous: Instruction | null, instr: Instruction): boolean {
  if (previous === null || instr.opcode !== POP_TOP) return false;
  return previous.opcode === LOAD_CONST || (previous.opcode === COPY && previous.oparg === 1);
}

/** v3.13.0 Python/flowgraph.c remove_redundant_nops_and_pairs */
export function removeRedundantNopsAndPairs(entry: BasicBlock): void {
  for (let again = true; again;) {
    again = false;
    let instr: Instruction | null = null;
    for (const b of blocksFrom(entry)) {
      removeNopsOfBlock(b);
      if (b.labelled) instr = null;
      for (const current of b.instrs) {
        const previous: Instruction | null = instr;
        instr = current;
        if (!isRedundantPair(previous, current)) continue;
        previous!.set(NOP);
        current.set(NOP);
        again = true;
      }
      if ((instr !== null && isJump(instr.opcode)) || !b.fallsThrough) instr = null;
    }
  }
}

/** v3.13.0 Python/flowgraph.c remove_redundant_jumps */
function removeRedundantJumps(entry: BasicBlock): number {
  let removed = 0;
  for (const b of blocksFrom(entry)) {
    const last = b.last;
    if (last === undefined || !isUnconditionalJump(last.opcode)) continue;
    if (nextNonempty(last.target) !== nextNonempty(b.next)) continue;
    last.set(NOP);
    removed++;
  }
  return removed;
}

/** v3.13.0 Python/flowgraph.c remove_redundant_nops_and_jumps */
export function removeRedundantNopsAndJumps(entry: BasicBlock): void {
  while (removeRedundantNops(entry) + removeRedundantJumps(entry) > 0);
}

/** v3.13.0 Python/flowgraph.c basicblock_inline_small_or_no_lineno_blocks */
function inlineTarget(b: BasicBlock): boolean {
  const last = b.last;
  if (last === undefined || !isUnconditionalJump(last.opcode)) return false;
  const target = last.target!;
  const smallExit = target.exitsScope && target.instrs.length <= MAX_COPY_SIZE;
  const invisible = target.hasNoLine && !target.fallsThrough;
  if (!smallExit && !invisible) return false;
  const removed = last.opcode;
  last.set(NOP);
  for (const instr of [...target.instrs]) b.instrs.push(instr.copy());
  // The evaluation loop looks at its flags on JUMP: the copy must do so if the original did.
  const newLast = b.last!;
  if (invisible && removed === JUMP && isUnconditionalJump(newLast.opcode)) newLast.opcode = JUMP;
  target.predecessors--;
  return true;
}

/** v3.13.0 Python/flowgraph.c inline_small_or_no_lineno_blocks */
export function inlineSmallOrNoLinenoBlocks(entry: BasicBlock): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const b of blocksFrom(entry)) {
      if (inlineTarget(b)) changed = true;
    }
  }
}
