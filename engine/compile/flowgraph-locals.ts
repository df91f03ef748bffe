/**
 * Which loads of locals have to look whether the local is bound.
 *
 * v3.13.0 Python/flowgraph.c add_checks_for_loads_of_uninitialized_variables
 */

import { type BasicBlock, blocksFrom, clearVisited } from './basic-block.ts';
import { STORE_FAST_MAYBE_NULL, isJump } from './opcode-metadata.ts';
import {
  DELETE_FAST,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_FAST_CHECK,
  STORE_FAST,
} from './opcodes.ts';

/** Only so many locals are followed from block to block; the others within a block. */
const FOLLOWED_LOCALS = 64;

/** v3.13.0 Python/flowgraph.c fast_scan_many_locals */
function scanManyLocals(entry: BasicBlock): void {
  for (const b of blocksFrom(entry)) {
    const bound = new Set<number>();
    for (const instr of b.instrs) {
      const local = instr.oparg;
      if (local < FOLLOWED_LOCALS) continue;
      switch (instr.opcode) {
        case DELETE_FAST:
        case LOAD_FAST_AND_CLEAR:
        case STORE_FAST_MAYBE_NULL:
          bound.delete(local);
          break;
        case LOAD_FAST:
          if (!bound.has(local)) instr.opcode = LOAD_FAST_CHECK;
          bound.add(local);
          break;
        case STORE_FAST:
          bound.add(local);
          break;
      }
    }
  }
}

/** Follows locals that may be unbound along the flow until nothing new is learned. */
class UnsafeLocals {
  readonly #todo: BasicBlock[] = [];

  analyze(entry: BasicBlock, nlocals: number, nparams: number): void {
    clearVisited(entry);
    const low = bitsFrom(nparams) & ~bitsFrom(nlocals);
    const high = bitsFrom(nparams - 32) & ~bitsFrom(nlocals - 32);
    this.#push(entry, low, high);
    for (const b of blocksFrom(entry)) this.#scan(b);
    for (let b = this.#todo.pop(); b !== undefined; b = this.#todo.pop()) {
      b.visited = false;
      this.#scan(b);
    }
  }

  /** v3.13.0 Python/flowgraph.c maybe_push */
  #push(b: BasicBlock, low: number, high: number): void {
    const [bothLow, bothHigh] = [b.unsafeLow | low, b.unsafeHigh | high];
    if (bothLow === b.unsafeLow && bothHigh === b.unsafeHigh) return;
    b.unsafeLow = bothLow;
    b.unsafeHigh = bothHigh;
    if (b.visited) return;
    b.visited = true;
    this.#todo.push(b);
  }

  /** v3.13.0 Python/flowgraph.c scan_block_for_locals */
  #scan(b: BasicBlock): void {
    let [low, high] = [b.unsafeLow, b.unsafeHigh];
    for (const instr of b.instrs) {
      if (instr.except !== null) this.#push(instr.except, low, high);
      const local = instr.oparg;
      if (local >= FOLLOWED_LOCALS) continue;
      const lowBit = local < 32 ? 1 << local : 0;
      const highBit = local < 32 ? 0 : 1 << (local - 32);
      switch (instr.opcode) {
        case DELETE_FAST:
        case LOAD_FAST_AND_CLEAR:
        case STORE_FAST_MAYBE_NULL:
          low |= lowBit;
          high |= highBit;
          break;
        case LOAD_FAST:
          if ((low & lowBit) | (high & highBit)) instr.opcode = LOAD_FAST_CHECK;
          low &= ~lowBit;
          high &= ~highBit;
          break;
        case STORE_FAST:
        case LOAD_FAST_CHECK: // if it does not raise, the local is bound from here on
          low &= ~lowBit;
          high &= ~highBit;
          break;
      }
    }
    if (b.next !== null && b.fallsThrough) this.#push(b.next, low, high);
    const last = b.last;
    if (last !== undefined && isJump(last.opcode)) this.#push(last.target!, low, high);
  }
}

/** A word with all bits from `bit` up set; `bit` may lie outside the word. */
function bitsFrom(bit: number): number {
  if (bit <= 0) return -1;
  return bit >= 32 ? 0 : -1 << bit;
}

export function addChecksForLoadsOfUninitializedVariables(
  entry: BasicBlock,
  nlocals: number,
  nparams: number,
): void {
  if (nlocals === 0) return;
  if (nlocals > FOLLOWED_LOCALS) scanManyLocals(entry);
  new UnsafeLocals().analyze(entry, Math.min(nlocals, FOLLOWED_LOCALS), nparams);
}
