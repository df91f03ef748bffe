/**
 * What code generation writes: instructions one after the other, jumps by label.
 *
 * v3.13.0 Python/instruction_sequence.c
 */

import type { Location } from '../syntax/ast.ts';
import type { BasicBlock } from './basic-block.ts';

/** An instruction the program does not show: it takes the line of what runs before it. */
export const NO_LOCATION: Location = Object.freeze({
  lineno: -1,
  col_offset: -1,
  end_lineno: -1,
  end_col_offset: -1,
});

/** A place to jump to; counts from 0 in each code object. */
export type Label = number;

export const NO_LABEL: Label = -1;

/** One instruction, in the sequence and later in its basic block. */
export class Instruction {
  opcode: number;
  oparg: number;
  loc: Location;
  /** Where it jumps, or the handler it sets up. */
  target: BasicBlock | null = null;
  /** The handler that gets what it raises. */
  except: BasicBlock | null = null;

  constructor(opcode: number, oparg: number, loc: Location) {
    this.opcode = opcode;
    this.oparg = oparg;
    this.loc = loc;
  }

  /** Makes it another instruction, one that does not jump. v3.13.0 flowgraph.c INSTR_SET_OP1 */
  set(opcode: number, oparg = 0): void {
    this.opcode = opcode;
    this.oparg = oparg;
    this.target = null;
  }

  copy(): Instruction {
    const copy = new Instruction(this.opcode, this.oparg, this.loc);
    copy.target = this.target;
    copy.except = this.except;
    return copy;
  }
}

export class InstructionSequence {
  readonly instrs: Instruction[] = [];
  /** For each label the index of the instruction it stands before, -1 while unknown. */
  readonly labelMap: number[] = [];

  newLabel(): Label {
    return this.labelMap.push(-1) - 1;
  }

  /** The label stands before the next instruction. */
  useLabel(label: Label): void {
    this.labelMap[label] = this.instrs.length;
  }

  addop(opcode: number, oparg: number, loc: Location): void {
    this.instrs.push(new Instruction(opcode, oparg, loc));
  }

  /** Puts an instruction before all others. v3.13.0 _PyInstructionSequence_InsertInstruction */
  insertFirst(opcode: number, oparg: number, loc: Location): void {
    this.insert(0, [new Instruction(opcode, oparg, loc)]);
  }

  /** Puts instructions before the one at `at`, and behind labels there. */
  insert(at: number, instrs: readonly Instruction[]): void {
    this.instrs.splice(at, 0, ...instrs);
    for (const [label, index] of this.labelMap.entries()) {
      if (index >= at) this.labelMap[label] = index + instrs.length;
    }
  }
}
