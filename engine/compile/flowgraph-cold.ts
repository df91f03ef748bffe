/**
 * Blocks that run only after an exception go to the end of the code.
 *
 * v3.13.0 Python/flowgraph.c push_cold_blocks_to_end
 */

import { BasicBlock, blocksFrom, clearVisited } from './basic-block.ts';
import { removeRedundantNopsAndJumps } from './flowgraph-cleanup.ts';
import { NO_LOCATION } from './instruction-sequence.ts';
import { JUMP_NO_INTERRUPT, isJump } from './opcode-metadata.ts';

/** v3.13.0 Python/flowgraph.c mark_warm */
function markWarm(entry: BasicBlock): void {
  clearVisited(entry);
  const todo = [entry];
  entry.visited = true;
  const reach = (b: BasicBlock): void => {
    if (b.visited) return;
    b.visited = true;
    todo.push(b);
  };
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    b.warm = true;
    if (b.next !== null && b.fallsThrough) reach(b.next);
    for (const instr of b.instrs) if (isJump(instr.opcode)) reach(instr.target!);
  }
}

/** v3.13.0 Python/flowgraph.c mark_cold */
function markCold(entry: BasicBlock): void {
  markWarm(entry);
  clearVisited(entry);
  const todo: BasicBlock[] = [];
  const reach = (b: BasicBlock): void => {
    if (b.warm || b.visited) return;
    b.visited = true;
    todo.push(b);
  };
  for (const b of blocksFrom(entry)) if (b.exceptHandler) reach(b);
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    b.cold = true;
    if (b.next !== null && b.fallsThrough) reach(b.next);
    const last = b.last;
    if (last !== undefined && isJump(last.opcode)) reach(last.target!);
  }
}

/** A cold block that ran into a warm one has to jump there once it stands elsewhere. */
function addExplicitJumps(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    const { next } = b;
    if (!b.cold || !b.fallsThrough || next === null || !next.warm) continue;
    const jump = new BasicBlock();
    jump.addJump(JUMP_NO_INTERRUPT, next, NO_LOCATION);
    next.labelled = true;
    jump.cold = true;
    jump.next = next;
    jump.predecessors = 1;
    b.next = jump;
  }
}

export function pushColdBlocksToEnd(entry: BasicBlock): void {
  if (entry.next === null) return;
  markCold(entry);
  addExplicitJumps(entry);
  const blocks = [...blocksFrom(entry)];
  const cold = blocks.filter((b) => b.cold);
  const ordered = [...blocks.filter((b) => !b.cold), ...cold];
  for (const [i, b] of ordered.entries()) b.next = ordered[i + 1] ?? null;
  if (cold.length > 0) removeRedundantNopsAndJumps(entry);
}
