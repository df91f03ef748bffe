/**
 * Loads of locals that need no reference of their own: the local keeps the object alive for as long
 * as the value is on the stack.
 *
 * A load is borrowed when what it pushed is consumed in its basic block, before the local is stored
 * to, and is not itself stored in a local. Values are followed block by block; what was on the stack
 * before a block is not known there.
 *
 * v3.14.0 Python/flowgraph.c optimize_load_fast
 */

import { type BasicBlock, blocksFrom, clearVisited } from './basic-block.ts';
import type { Instruction } from './instruction-sequence.ts';
import { isJump, stackEffect, stackPops } from './opcode-metadata.ts';
import * as op from './opcodes.ts';

/** Where releases differ. */
export interface BorrowRules {
  /** A loop keeps what it iterates over on the stack. */
  readonly iterableStays: boolean;
  /** Blocks that follow an empty one are looked at, too. */
  readonly behindEmptyBlocks: boolean;
}

/** Locals above this one do not fit into a super-instruction. */
const SUPER_LIMIT = 16;

/** v3.14.0 Python/flowgraph.c make_super_instruction */
function canPair(first: Instruction, second: Instruction): boolean {
  const [line, otherLine] = [first.loc.lineno, second.loc.lineno];
  if (line >= 0 && otherLine >= 0 && line !== otherLine) return false;
  return first.oparg < SUPER_LIMIT && second.oparg < SUPER_LIMIT;
}

/**
 * Which loads CPython makes part of a super-instruction: two loads are borrowed together or not at
 * all, and a load after a store never. Each second half with its first.
 * v3.14.0 Python/flowgraph.c insert_superinstructions
 */
export function pairLocals(entry: BasicBlock): Map<Instruction, Instruction> {
  const firstOf = new Map<Instruction, Instruction>();
  for (const b of blocksFrom(entry)) {
    for (let i = 0; i + 1 < b.instrs.length; i++) {
      const [first, second] = [b.instrs[i]!, b.instrs[i + 1]!];
      const pairs =
        (first.opcode === op.LOAD_FAST && second.opcode === op.LOAD_FAST) ||
        (first.opcode === op.STORE_FAST &&
          (second.opcode === op.LOAD_FAST || second.opcode === op.STORE_FAST));
      if (!pairs || !canPair(first, second)) continue;
      firstOf.set(second, first);
      i++;
    }
  }
  return firstOf;
}

/** No instruction of the block pushed it. */
const UNKNOWN = -1;
const NOT_LOCAL = -1;

/** One value on the stack: the index of the instruction that pushed it, and the local it is of. */
interface Ref {
  readonly instr: number;
  readonly local: number;
}

class BlockStack {
  readonly iterableStays: boolean;
  /** Instructions whose value outlives its local, or the block. */
  readonly kept = new Set<number>();
  readonly refs: Ref[] = [];

  constructor(depth: number, iterableStays: boolean) {
    this.iterableStays = iterableStays;
    for (let i = 0; i < depth; i++) this.push(UNKNOWN);
  }

  push(instr: number, local = NOT_LOCAL): void {
    this.refs.push({ instr, local });
  }

  pop(count = 1): void {
    this.refs.length -= count;
  }

  killLocal(local: number): void {
    for (const ref of this.refs) if (ref.local === local) this.kept.add(ref.instr);
  }

  storeLocal(local: number): void {
    const stored = this.refs.pop()!;
    this.killLocal(local);
    this.kept.add(stored.instr);
  }

  copy(n: number): void {
    this.refs.push(this.refs.at(-n)!);
  }

  swap(n: number): void {
    const { refs } = this;
    const [top, other] = [refs.length - 1, refs.length - n];
    [refs[top], refs[other]] = [refs[other]!, refs[top]!];
  }

  /** The object an attribute is of may be pushed back as self. */
  loadAttr(instr: number, consumed: number, forCall: boolean): void {
    const self = this.refs.at(-1)!;
    this.pop(consumed);
    this.push(instr);
    if (forCall) this.refs.push(self);
  }

  /** What is still there at the end of the block. */
  keepRest(): void {
    for (const ref of this.refs) this.kept.add(ref.instr);
  }
}

/** Applies one instruction to the stack. */
function step(stack: BlockStack, instr: Instruction, i: number): void {
  const { opcode, oparg } = instr;
  switch (opcode) {
    case op.LOAD_FAST:
      return stack.push(i, oparg);
    case op.LOAD_FAST_AND_CLEAR:
      stack.killLocal(oparg);
      return stack.push(i, oparg);
    case op.STORE_FAST:
      return stack.storeLocal(oparg);
    case op.COPY:
      return stack.copy(oparg);
    case op.SWAP:
      return stack.swap(oparg);
    case op.LOAD_ATTR:
      return stack.loadAttr(i, 1, (oparg & 1) !== 0);
    case op.LOAD_SPECIAL:
      return stack.loadAttr(i, 1, true);
    case op.LOAD_SUPER_ATTR:
      return stack.loadAttr(i, 3, (oparg & 1) !== 0);
    case op.GET_ANEXT:
    case op.GET_LEN:
    case op.IMPORT_FROM:
    case op.MATCH_KEYS:
    case op.MATCH_MAPPING:
    case op.MATCH_SEQUENCE:
    case op.WITH_EXCEPT_START:
      return stack.push(0); // so in CPython, where a loop variable hides the instruction's index
    case op.GET_YIELD_FROM_ITER:
      return; // a generator stays what it is
    case op.GET_ITER:
      if (stack.iterableStays) return;
      stack.pop();
      return stack.push(i);
    case op.BEFORE_ASYNC_WITH:
    case op.BEFORE_WITH: // the manager stays on the stack, for its __exit__
    case op.FOR_ITER:
      return stack.push(i);
    case op.DICT_MERGE:
    case op.DICT_UPDATE:
    case op.LIST_APPEND:
    case op.LIST_EXTEND:
    case op.MAP_ADD:
    case op.RERAISE:
    case op.SET_ADD:
    case op.SET_UPDATE:
      return stack.pop(-stackEffect(opcode, oparg));
    case op.CHECK_EXC_MATCH:
    case op.SEND:
      stack.pop();
      return stack.push(i);
    default: {
      const popped = stackPops(opcode, oparg);
      stack.pop(popped);
      const pushed = popped + stackEffect(opcode, oparg);
      for (let n = 0; n < pushed; n++) stack.push(i);
    }
  }
}

function borrowInBlock(
  b: BasicBlock,
  firstOf: ReadonlyMap<Instruction, Instruction>,
  iterableStays: boolean,
): void {
  const stack = new BlockStack(b.startDepth, iterableStays);
  for (const [i, instr] of b.instrs.entries()) step(stack, instr, i);
  stack.keepRest();
  const isFree = (instr: Instruction, i: number): boolean =>
    instr.opcode === op.LOAD_FAST && !stack.kept.has(i);
  const borrowed = b.instrs.filter((instr, i) => {
    if (!isFree(instr, i)) return false;
    const [first, next] = [firstOf.get(instr), b.instrs[i + 1]];
    if (first !== undefined) return isFree(first, i - 1);
    const isFirst = next !== undefined && firstOf.get(next) === instr;
    return !isFirst || isFree(next, i + 1);
  });
  for (const instr of borrowed) instr.opcode = op.LOAD_FAST_BORROW;
}

/** Handlers are not looked at: in them every load has its own reference. */
export function optimizeLoadFast(
  entry: BasicBlock,
  firstOf: ReadonlyMap<Instruction, Instruction>,
  rules: BorrowRules,
): void {
  clearVisited(entry);
  const todo: BasicBlock[] = [];
  const reach = (b: BasicBlock | null): void => {
    if (b === null || b.visited) return;
    b.visited = true;
    todo.push(b);
  };
  reach(entry);
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    borrowInBlock(b, firstOf, rules.iterableStays);
    const last = b.last;
    if (last !== undefined && isJump(last.opcode)) reach(last.target);
    if (b.fallsThrough && (last !== undefined || rules.behindEmptyBlocks)) reach(b.next);
  }
}
