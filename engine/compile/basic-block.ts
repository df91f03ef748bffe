/**
 * Basic blocks: runs of instructions entered only at the top and left only at the bottom.
 *
 * v3.13.0 Python/flowgraph.c basicblock, cfg_builder
 */

import { Instruction, type InstructionSequence } from './instruction-sequence.ts';
import { endsFlow, hasEvalBreak, hasTarget, isScopeExit, isTerminator } from './opcode-metadata.ts';

/** Depth not known yet; below every real one. */
export const UNKNOWN_DEPTH = -1;

export class BasicBlock {
  instrs: Instruction[] = [];
  /** The block that follows in the code; control reaches it unless this one ends the flow. */
  next: BasicBlock | null = null;
  /** Something jumps here, or once did. */
  labelled = false;
  /** Handlers in force at the start, innermost last; only while they are being found. */
  exceptStack: BasicBlock[] | null = null;
  predecessors = 0;
  startDepth = UNKNOWN_DEPTH;
  /** A handler that finds the index of the raising instruction on the stack. */
  preserveLasti = false;
  exceptHandler = false;
  visited = false;
  /** Reached by ordinary flow. */
  warm = false;
  /** Reached only when something is raised: stands at the end of the code. */
  cold = false;
  /** Locals 0-31 and 32-63 that may be unbound at the start, a bit each. */
  unsafeLow = 0;
  unsafeHigh = 0;
  /** Place in the final instruction list. */
  offset = 0;

  get last(): Instruction | undefined {
    return this.instrs[this.instrs.length - 1];
  }

  /** v3.13.0 Python/flowgraph.c BB_HAS_FALLTHROUGH */
  get fallsThrough(): boolean {
    const last = this.last;
    return last === undefined || !endsFlow(last.opcode);
  }

  /** v3.13.0 Python/flowgraph.c basicblock_exits_scope */
  get exitsScope(): boolean {
    const last = this.last;
    return last !== undefined && isScopeExit(last.opcode);
  }

  /** v3.13.0 Python/flowgraph.c basicblock_has_no_lineno */
  get hasNoLine(): boolean {
    return this.instrs.every((instr) => instr.loc.lineno < 0);
  }

  get hasEvalBreak(): boolean {
    return this.instrs.some((instr) => hasEvalBreak(instr.opcode));
  }

  /** v3.13.0 Python/flowgraph.c basicblock_add_jump */
  addJump(opcode: number, target: BasicBlock, loc: Instruction['loc']): void {
    const jump = new Instruction(opcode, 0, loc);
    jump.target = target;
    this.instrs.push(jump);
  }
}

/** The block and those after it, in the order of the code. */
export function* blocksFrom(entry: BasicBlock): Generator<BasicBlock> {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) yield b;
}

/** v3.13.0 Python/flowgraph.c next_nonempty_block */
export function nextNonempty(block: BasicBlock | null): BasicBlock | null {
  let b = block;
  while (b !== null && b.instrs.length === 0) b = b.next;
  return b;
}

export function clearVisited(entry: BasicBlock): void {
  for (let b: BasicBlock | null = entry; b !== null; b = b.next) b.visited = false;
}

function markTargets(seq: InstructionSequence): Uint8Array {
  const isTarget = new Uint8Array(seq.instrs.length);
  for (const instr of seq.instrs) {
    if (!hasTarget(instr.opcode)) continue;
    instr.oparg = seq.labelMap[instr.oparg]!;
    isTarget[instr.oparg] = 1;
  }
  return isTarget;
}

/**
 * Cuts a sequence into blocks: one begins at every label that is jumped to and after every jump.
 * v3.13.0 Python/compile.c instr_sequence_to_cfg, flowgraph.c translate_jump_labels_to_targets
 */
export function buildBlocks(seq: InstructionSequence): BasicBlock {
  const isTarget = markTargets(seq);
  const blockAt: (BasicBlock | undefined)[] = [];
  const entry = new BasicBlock();
  let current = entry;
  for (const [i, instr] of seq.instrs.entries()) {
    const last = current.last;
    const labelled = isTarget[i] === 1;
    if (last !== undefined && (labelled || isTerminator(last.opcode))) {
      current.next = new BasicBlock();
      current = current.next;
    }
    if (labelled) {
      current.labelled = true;
      blockAt[i] = current;
    }
    current.instrs.push(instr);
  }
  for (const instr of seq.instrs) {
    if (hasTarget(instr.opcode)) instr.target = blockAt[instr.oparg]!;
  }
  return entry;
}
