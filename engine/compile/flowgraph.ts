/**
 * From the instructions of code generation to those of the code object.
 *
 * v3.13.0 Python/flowgraph.c _PyCfg_OptimizeCodeUnit, _PyCfg_OptimizedCfgToInstructionSequence
 */

import { BasicBlock, UNKNOWN_DEPTH, blocksFrom, buildBlocks, clearVisited } from './basic-block.ts';
import { CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR, type ConstValue } from './code-unit.ts';
import type { ConstCache } from './const-value.ts';
import { type BorrowRules, optimizeLoadFast, pairLocals } from './flowgraph-borrow.ts';
import { removeRedundantNops, removeRedundantNopsAndJumps } from './flowgraph-cleanup.ts';
import { pushColdBlocksToEnd } from './flowgraph-cold.ts';
import { loadCommonConstants } from './late-parts.ts';
import { labelExceptionTargets, markExceptHandlers } from './flowgraph-exceptions.ts';
import { resolveLineNumbers } from './flowgraph-lines.ts';
import { addChecksForLoadsOfUninitializedVariables } from './flowgraph-locals.ts';
import { ConstList, optimizeCfg, removeUnusedConsts } from './flowgraph-optimize.ts';
import { Instruction, type InstructionSequence, NO_LOCATION } from './instruction-sequence.ts';
import {
  JUMP,
  LOAD_CLOSURE,
  STORE_FAST_MAYBE_NULL,
  isBlockPush,
  isJump,
  isUnconditionalJump,
  stackEffect,
  stackEffectAtTarget,
} from './opcode-metadata.ts';
import {
  COPY_FREE_VARS,
  DELETE_DEREF,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_FROM_DICT_OR_DEREF,
  MAKE_CELL,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  RETURN_GENERATOR,
  STORE_DEREF,
  STORE_FAST,
} from './opcodes.ts';

/** What the flow graph has to know of the code object. */
export interface UnitLayout {
  readonly flags: number;
  readonly firstlineno: number;
  /** Parameters, which are always bound at the start. */
  readonly nparams: number;
  readonly varnames: ReadonlyMap<string, number>;
  readonly cellvars: ReadonlyMap<string, number>;
  readonly freevars: ReadonlyMap<string, number>;
  /** Whether only constants at the end go. */
  readonly trimConstsOnly: boolean;
  readonly smallIntLoads: boolean;
  /** What every program loads stands in no table of constants. */
  readonly commonConstants: boolean;
  /** How loads of locals may do without a reference of their own; null when none may. */
  readonly borrow: BorrowRules | null;
}

export interface FlowGraph {
  readonly entry: BasicBlock;
  readonly consts: readonly ConstValue[];
  readonly stacksize: number;
}

/** v3.13.0 Python/flowgraph.c calculate_stackdepth */
function calculateStackdepth(entry: BasicBlock): number {
  const todo: BasicBlock[] = [];
  let deepest = 0;
  const reach = (b: BasicBlock, depth: number): void => {
    deepest = Math.max(deepest, depth);
    if (b.startDepth !== UNKNOWN_DEPTH) return;
    b.startDepth = depth;
    todo.push(b);
  };
  reach(entry, 0);
  for (let b = todo.pop(); b !== undefined; b = todo.pop()) {
    let depth = b.startDepth;
    for (const { opcode, oparg, target } of b.instrs) {
      if (target !== null) reach(target, depth + stackEffectAtTarget(opcode, oparg));
      depth += stackEffect(opcode, oparg);
      deepest = Math.max(deepest, depth);
    }
    if (b.next !== null && b.fallsThrough) reach(b.next, depth);
  }
  return deepest;
}

/**
 * Where each cell and free variable lives: a cell that is also a parameter or local shares its
 * slot, the others follow the locals.
 * v3.13.0 Python/flowgraph.c build_cellfixedoffsets, fix_cell_offsets
 */
function cellSlots(layout: UnitLayout): number[] {
  const slots: number[] = [];
  let next = layout.varnames.size;
  for (const name of layout.cellvars.keys()) slots.push(layout.varnames.get(name) ?? next++);
  for (let i = 0; i < layout.freevars.size; i++) slots.push(next++);
  return slots;
}

/** v3.13.0 Python/flowgraph.c fix_cell_offsets */
function fixCellOffsets(entry: BasicBlock, slots: readonly number[]): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      switch (instr.opcode) {
        case MAKE_CELL:
        case LOAD_CLOSURE:
        case LOAD_DEREF:
        case STORE_DEREF:
        case DELETE_DEREF:
        case LOAD_FROM_DICT_OR_DEREF:
          instr.oparg = slots[instr.oparg]!;
      }
    }
  }
}

/** v3.13.0 Python/flowgraph.c insert_prefix_instructions */
function insertPrefixInstructions(
  entry: BasicBlock,
  layout: UnitLayout,
  slots: readonly number[],
): void {
  const prefix: Instruction[] = [];
  if (layout.freevars.size > 0) {
    prefix.push(new Instruction(COPY_FREE_VARS, layout.freevars.size, NO_LOCATION));
  }
  const cells = Array.from({ length: layout.cellvars.size }, (_, i) => i);
  cells.sort((a, b) => slots[a]! - slots[b]!);
  for (const cell of cells) prefix.push(new Instruction(MAKE_CELL, cell, NO_LOCATION));
  if (layout.flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) {
    const line = layout.firstlineno;
    const loc = { lineno: line, end_lineno: line, col_offset: -1, end_col_offset: -1 };
    prefix.push(new Instruction(RETURN_GENERATOR, 0, loc), new Instruction(POP_TOP, 0, loc));
  }
  entry.instrs.unshift(...prefix);
}

/** v3.13.0 Python/flowgraph.c convert_pseudo_ops */
function convertPseudoOps(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (isBlockPush(instr.opcode)) {
        instr.set(NOP);
      } else if (instr.opcode === LOAD_CLOSURE) {
        instr.opcode = LOAD_FAST;
      } else if (instr.opcode === STORE_FAST_MAYBE_NULL) {
        instr.opcode = STORE_FAST;
      }
    }
  }
  removeRedundantNopsAndJumps(entry);
}

const REVERSED = new Map([
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE],
  [POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE],
  [POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE],
  [POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE],
]);

/**
 * A conditional jump goes forward only: backward it jumps over a jump.
 * v3.13.0 Python/flowgraph.c normalize_jumps
 */
function normalizeJumps(entry: BasicBlock): void {
  clearVisited(entry);
  for (const b of blocksFrom(entry)) {
    b.visited = true;
    const last = b.last;
    if (last === undefined || !isJump(last.opcode) || isUnconditionalJump(last.opcode)) continue;
    if (!last.target!.visited) continue;
    const backwards = new BasicBlock();
    backwards.addJump(JUMP, last.target!, last.loc);
    backwards.cold = b.cold;
    backwards.startDepth = last.target!.startDepth;
    backwards.next = b.next;
    last.opcode = REVERSED.get(last.opcode)!;
    last.target = b.next;
    b.next = backwards;
  }
}

/** Optimizes the instructions of one code object and lays them out. */
export function optimizeCodeUnit(
  seq: InstructionSequence,
  consts: ConstValue[],
  cache: ConstCache,
  layout: UnitLayout,
): FlowGraph {
  const entry = buildBlocks(seq);
  markExceptHandlers(entry);
  labelExceptionTargets(entry);

  const list = new ConstList(consts, cache);
  optimizeCfg(entry, list, layout.smallIntLoads);
  if (layout.commonConstants) loadCommonConstants(entry, list.items);
  const usedConsts = removeUnusedConsts(entry, list.items, layout.trimConstsOnly);
  addChecksForLoadsOfUninitializedVariables(entry, layout.varnames.size, layout.nparams);
  const pairs = layout.borrow === null ? null : pairLocals(entry);
  removeRedundantNops(entry); // with insert_superinstructions, which we leave out
  pushColdBlocksToEnd(entry);
  resolveLineNumbers(entry);

  const stacksize = calculateStackdepth(entry);
  const slots = cellSlots(layout);
  insertPrefixInstructions(entry, layout, slots);
  fixCellOffsets(entry, slots);
  convertPseudoOps(entry);
  normalizeJumps(entry);
  if (layout.borrow !== null && pairs !== null) optimizeLoadFast(entry, pairs, layout.borrow);
  return { entry, consts: usedConsts, stacksize };
}
