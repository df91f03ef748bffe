/**
 * Which handler each instruction has.
 *
 * v3.13.0 Python/flowgraph.c label_exception_targets
 */

import { type BasicBlock, blocksFrom, clearVisited } from './basic-block.ts';
import { NOP, RESUME, YIELD_VALUE } from './opcodes.ts';
import type { Instruction } from './instruction-sequence.ts';
import { POP_BLOCK, SETUP_FINALLY, isBlockPush, isJump } from './opcode-metadata.ts';

/** RESUME's operand when only the generator's own handler is around. RESUME_OPARG_DEPTH1_MASK */
const RESUME_DEPTH1 = 4;

/** v3.13.0 Python/flowgraph.c mark_except_handlers */
export function markExceptHandlers(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.opcode)) instr.target!.exceptHandler = true;
    }
  }
}

/** Walks one block with the handlers in force, and hands them on to where control goes. */
class HandlerWalk {
  readonly #todo: BasicBlock[] = [];
  #stack: BasicBlock[] = [];
  #depthAtYield = -1;

  from(entry: BasicBlock): void {
    clearVisited(entry);
    this.#visitLater(entry, []);
    for (let b = this.#todo.pop(); b !== undefined; b = this.#todo.pop()) this.#block(b);
  }

  #visitLater(block: BasicBlock, stack: BasicBlock[]): void {
    if (block.visited) return;
    block.visited = true;
    block.exceptStack = stack;
    this.#todo.push(block);
  }

  #block(b: BasicBlock): void {
    this.#stack = b.exceptStack!;
    b.exceptStack = null;
    this.#depthAtYield = -1;
    for (const instr of b.instrs) this.#instr(instr);
    if (b.fallsThrough && b.next !== null) this.#visitLater(b.next, this.#stack);
  }

  #instr(instr: Instruction): void {
    const stack = this.#stack;
    const handler = stack[stack.length - 1] ?? null;
    if (isBlockPush(instr.opcode)) {
      const target = instr.target!;
      this.#visitLater(target, [...stack]);
      if (instr.opcode !== SETUP_FINALLY) target.preserveLasti = true;
      stack.push(target);
      return;
    }
    if (instr.opcode === POP_BLOCK) {
      stack.pop();
      instr.set(NOP);
      return;
    }
    instr.except = handler;
    if (isJump(instr.opcode)) this.#visitLater(instr.target!, [...stack]);
    else if (instr.opcode === YIELD_VALUE) this.#depthAtYield = stack.length;
    else if (instr.opcode === RESUME && instr.oparg !== 0) {
      if (this.#depthAtYield === 1) instr.oparg |= RESUME_DEPTH1;
      this.#depthAtYield = -1;
    }
  }
}

/** Finds each instruction's handler; SETUP_* and POP_BLOCK have then done their work. */
export function labelExceptionTargets(entry: BasicBlock): void {
  new HandlerWalk().from(entry);
}
