/**
 * Optimizations within a basic block.
 *
 * v3.13.0 Python/flowgraph.c optimize_cfg
 */

import { type BasicBlock, blocksFrom } from './basic-block.ts';
import type { ConstValue } from './code-unit.ts';
import { type ConstCache, boolConst, isTrue } from './const-value.ts';
import {
  inlineSmallOrNoLinenoBlocks,
  removeRedundantNopsAndJumps,
  removeRedundantNopsAndPairs,
  removeUnreachable,
} from './flowgraph-cleanup.ts';
import { resolveLineNumbers } from './flowgraph-lines.ts';
import { optimizeSwaps } from './flowgraph-swaps.ts';
import type { Instruction } from './instruction-sequence.ts';
import { JUMP, JUMP_NO_INTERRUPT, hasConst } from './opcode-metadata.ts';
import {
  BUILD_TUPLE,
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  IS_OP,
  LOAD_CONST,
  LOAD_SMALL_INT,
  LOAD_GLOBAL,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  RETURN_CONST,
  RETURN_VALUE,
  STORE_FAST,
  SWAP,
  TO_BOOL,
  UNARY_NOT,
  UNPACK_SEQUENCE,
} from './opcodes.ts';

/** In COMPARE_OP's operand: the result is made a bool. */
const COMPARE_TO_BOOL = 16;

/** The constants of a code object while it is being optimized. */
export class ConstList {
  readonly items: ConstValue[];
  readonly #cache: ConstCache;

  constructor(items: ConstValue[], cache: ConstCache) {
    this.items = items;
    this.#cache = cache;
  }

  /** v3.13.0 Python/flowgraph.c add_const */
  add(c: ConstValue): number {
    const merged = this.#cache.merge(c);
    const index = this.items.indexOf(merged);
    return index >= 0 ? index : this.items.push(merged) - 1;
  }
}

class BlockOptimizer {
  readonly #consts: ConstList;
  readonly #smallIntLoads: boolean;

  constructor(consts: ConstList, smallIntLoads: boolean) {
    this.#consts = consts;
    this.#smallIntLoads = smallIntLoads;
  }

  #constAt(index: number): ConstValue {
    return this.#consts.items[index]!;
  }

  /** v3.13.0 Python/flowgraph.c basicblock_optimize_load_const */
  loadConsts(b: BasicBlock): void {
    let [opcode, oparg] = [0, 0];
    for (let i = 0; i < b.instrs.length; i++) {
      const instr = b.instrs[i]!;
      // A copy of a constant is that constant.
      const isCopy = opcode === LOAD_CONST && instr.opcode === COPY && instr.oparg === 1;
      if (!isCopy) [opcode, oparg] = [instr.opcode, instr.oparg];
      if (opcode === LOAD_CONST && this.#useOfConst(b, i, oparg)) i++;
    }
  }

  /** Looks at what is done with the constant loaded at `i`; true when the next is done with too. */
  #useOfConst(b: BasicBlock, i: number, index: number): boolean {
    const [instr, next] = [b.instrs[i]!, b.instrs[i + 1]];
    switch (next?.opcode) {
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE: {
        const jumps = isTrue(this.#constAt(index)) === (next.opcode === POP_JUMP_IF_TRUE);
        instr.set(NOP);
        if (jumps) next.opcode = JUMP;
        else next.set(NOP);
        return false;
      }
      case IS_OP:
        if (this.#constAt(index).type === 'None') this.#comparisonWithNone(b, i);
        return false;
      case RETURN_VALUE:
        if (this.#smallIntLoads && isSmallInt(this.#constAt(index))) return false;
        instr.set(NOP);
        next.set(RETURN_CONST, index);
        return true;
      case TO_BOOL:
        instr.set(NOP);
        next.set(LOAD_CONST, this.#consts.add(boolConst(isTrue(this.#constAt(index)))));
        return false;
      default:
        return false;
    }
  }

  /** `if x is None` becomes one jump. */
  #comparisonWithNone(b: BasicBlock, i: number): void {
    const [load, isOp] = [b.instrs[i]!, b.instrs[i + 1]!];
    let jump = b.instrs[i + 2];
    if (jump?.opcode === TO_BOOL) {
      jump.set(NOP);
      jump = b.instrs[i + 3];
    }
    if (jump?.opcode !== POP_JUMP_IF_FALSE && jump?.opcode !== POP_JUMP_IF_TRUE) return;
    const inverted = (isOp.oparg !== 0) !== (jump.opcode === POP_JUMP_IF_FALSE);
    load.set(NOP);
    isOp.set(NOP);
    jump.opcode = inverted ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE;
  }

  /** v3.13.0 Python/flowgraph.c optimize_basic_block */
  optimize(b: BasicBlock): void {
    for (let i = 0; i < b.instrs.length; i++) {
      const instr = b.instrs[i]!;
      const next = b.instrs[i + 1];
      if (instr.target !== null) {
        if (threadJump(b, instr)) i--;
      } else if (instr.opcode === BUILD_TUPLE) {
        if (!unpackedTuple(instr, next)) this.#foldTuple(b, i);
      } else {
        optimizePair(instr, next);
      }
    }
    optimizeSwaps(b);
  }

  /** A tuple of constants is a constant. v3.13.0 Python/flowgraph.c fold_tuple_on_constants */
  #foldTuple(b: BasicBlock, at: number): void {
    const build = b.instrs[at]!;
    const size = build.oparg;
    if (at < size) return;
    const parts = b.instrs.slice(at - size, at);
    if (!parts.every((part) => hasConst(part.opcode))) return;
    const items = parts.map((part) => this.#constAt(part.oparg));
    for (const part of parts) part.set(NOP);
    build.set(LOAD_CONST, this.#consts.add({ type: 'tuple', items }));
  }
}

/** `a, b = b, a` makes no tuple. */
function unpackedTuple(build: Instruction, next: Instruction | undefined): boolean {
  const size = build.oparg;
  if (next?.opcode !== UNPACK_SEQUENCE || next.oparg !== size) return false;
  if (size < 1 || size > 3) return false;
  build.set(NOP);
  if (size === 1) next.set(NOP);
  else next.opcode = SWAP;
  return true;
}

/** What a jump becomes when it jumps to an unconditional one; -1 when it stays. */
function threadedOpcode(opcode: number, atTarget: number): number {
  switch (opcode) {
    case POP_JUMP_IF_NOT_NONE:
    case POP_JUMP_IF_NONE:
    case POP_JUMP_IF_FALSE:
    case POP_JUMP_IF_TRUE:
      return atTarget === JUMP ? opcode : -1;
    case JUMP:
    case JUMP_NO_INTERRUPT:
      if (atTarget === JUMP) return JUMP;
      return atTarget === JUMP_NO_INTERRUPT ? opcode : -1;
    default:
      return -1;
  }
}

/** A jump to a jump goes where that one goes. v3.13.0 Python/flowgraph.c jump_thread */
function threadJump(b: BasicBlock, instr: Instruction): boolean {
  const target = instr.target!.instrs[0]!;
  const opcode = threadedOpcode(instr.opcode, target.opcode);
  if (opcode < 0 || target.target === null || instr.target === target.target) return false;
  instr.set(NOP);
  b.addJump(opcode, target.target, target.loc);
  return true;
}

/** Two instructions that can be one. */
function optimizePair(instr: Instruction, next: Instruction | undefined): void {
  const nextOpcode = next?.opcode;
  switch (instr.opcode) {
    case STORE_FAST:
      if (nextOpcode === STORE_FAST && instr.oparg === next!.oparg) {
        if (instr.loc.lineno === next!.loc.lineno) instr.set(POP_TOP);
      }
      break;
    case SWAP:
      if (instr.oparg === 1) instr.set(NOP);
      break;
    case LOAD_GLOBAL:
      if (nextOpcode === PUSH_NULL && (instr.oparg & 1) === 0) {
        instr.oparg |= 1;
        next!.set(NOP);
      }
      break;
    case COMPARE_OP:
      if (nextOpcode === TO_BOOL) moveDown(instr, next!, instr.oparg | COMPARE_TO_BOOL);
      break;
    case CONTAINS_OP:
    case IS_OP:
    case TO_BOOL:
      if (nextOpcode === TO_BOOL) moveDown(instr, next!, instr.oparg);
      break;
    case UNARY_NOT:
      if (nextOpcode === TO_BOOL) moveDown(instr, next!, 0);
      if (nextOpcode === UNARY_NOT) {
        instr.set(NOP);
        next!.set(NOP);
      }
      break;
  }
}

/** The second takes the first one's place in what is done, not in where it stands. */
function moveDown(instr: Instruction, next: Instruction, oparg: number): void {
  next.set(instr.opcode, oparg);
  instr.set(NOP);
}

/** v3.13.0 Python/flowgraph.c optimize_cfg */
export function optimizeCfg(entry: BasicBlock, consts: ConstList, smallIntLoads: boolean): void {
  inlineSmallOrNoLinenoBlocks(entry);
  removeUnreachable(entry);
  resolveLineNumbers(entry);
  const optimizer = new BlockOptimizer(consts, smallIntLoads);
  for (const b of blocksFrom(entry)) optimizer.loadConsts(b);
  for (const b of blocksFrom(entry)) optimizer.optimize(b);
  if (smallIntLoads) loadSmallInts(entry, consts.items);
  removeRedundantNopsAndPairs(entry);
  removeUnreachable(entry);
  removeRedundantNopsAndJumps(entry);
}

function isSmallInt(c: ConstValue): c is ConstValue & { readonly type: 'int' } {
  return c.type === 'int' && c.value >= 0n && c.value <= 255n;
}

/** v3.14.0 Python/flowgraph.c maybe_instr_make_load_smallint */
function loadSmallInts(entry: BasicBlock, consts: readonly ConstValue[]): void {
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      const value = instr.opcode === LOAD_CONST ? consts[instr.oparg]! : null;
      if (value !== null && isSmallInt(value)) instr.set(LOAD_SMALL_INT, Number(value.value));
    }
  }
}

/**
 * Constants nothing loads go; the first stays, it may be the docstring.
 * v3.13.0 Python/flowgraph.c remove_unused_consts
 */
export function removeUnusedConsts(
  entry: BasicBlock,
  consts: readonly ConstValue[],
  trimOnly: boolean,
): ConstValue[] {
  const used = new Uint8Array(consts.length);
  if (consts.length > 0) used[0] = 1;
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) if (hasConst(instr.opcode)) used[instr.oparg] = 1;
  }
  if (trimOnly) used.fill(1, 0, used.lastIndexOf(1) + 1);
  const newIndex: number[] = [];
  const kept: ConstValue[] = [];
  for (const [i, c] of consts.entries()) {
    newIndex.push(kept.length);
    if (used[i]) kept.push(c);
  }
  if (kept.length === consts.length) return kept;
  for (const b of blocksFrom(entry)) {
    for (const instr of b.instrs) {
      if (hasConst(instr.opcode)) instr.oparg = newIndex[instr.oparg]!;
    }
  }
  return kept;
}
