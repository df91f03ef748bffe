/**
 * SWAPs: fewer of them, and none where the instructions can be swapped instead of the values.
 *
 * v3.13.0 Python/flowgraph.c swaptimize, apply_static_swaps
 */

import type { BasicBlock } from './basic-block.ts';
import type { Instruction } from './instruction-sequence.ts';
import { STORE_FAST_MAYBE_NULL } from './opcode-metadata.ts';
import { NOP, POP_TOP, STORE_FAST, SWAP } from './opcodes.ts';

const VISITED = -1;

/** What a run of SWAPs does to the top `depth` values: the value at i comes from `stack[i]`. */
function permutation(run: readonly Instruction[], depth: number): number[] {
  const stack = Array.from({ length: depth }, (_, i) => i);
  for (const { opcode, oparg } of run) {
    if (opcode !== SWAP) continue;
    [stack[0], stack[oparg - 1]] = [stack[oparg - 1]!, stack[0]!];
  }
  return stack;
}

/** Rewrites the run from its end, a cycle of the permutation after the other. */
function rewrite(run: readonly Instruction[], stack: number[]): void {
  let current = run.length - 1;
  for (let i = 0; i < stack.length; i++) {
    if (stack[i] === VISITED || stack[i] === i) continue;
    for (let j = i; ;) {
      if (j > 0) run[current--]!.set(SWAP, j + 1);
      const next = stack[j]!;
      if (next === VISITED) break;
      stack[j] = VISITED;
      j = next;
    }
  }
  while (current >= 0) run[current--]!.set(NOP);
}

/** Replaces the run of SWAPs and NOPs at `at` by the shortest one; where it ends. */
function swaptimize(b: BasicBlock, at: number): number {
  let [end, swaps, depth] = [at, 0, 0];
  for (; end < b.instrs.length; end++) {
    const { opcode, oparg } = b.instrs[end]!;
    if (opcode === SWAP) {
      swaps++;
      depth = Math.max(depth, oparg);
    } else if (opcode !== NOP) {
      break;
    }
  }
  if (swaps === 1) return at;
  const run = b.instrs.slice(at, end);
  rewrite(run, permutation(run, depth));
  return end - 1;
}

/** Instructions that only take the top of the stack, and cannot raise or run Python code. */
function isSwappable(opcode: number): boolean {
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL || opcode === POP_TOP;
}

/** The local an instruction stores to, -1 for none. */
function storesTo({ opcode, oparg }: Instruction): number {
  return opcode === STORE_FAST || opcode === STORE_FAST_MAYBE_NULL ? oparg : -1;
}

/** v3.13.0 Python/flowgraph.c next_swappable_instruction */
function nextSwappable(b: BasicBlock, after: number, line: number): number {
  for (let i = after + 1; i < b.instrs.length; i++) {
    const instr = b.instrs[i]!;
    if (line >= 0 && instr.loc.lineno !== line) return -1;
    if (instr.opcode === NOP) continue;
    return isSwappable(instr.opcode) ? i : -1;
  }
  return -1;
}

/** Whether exchanging instructions j and k leaves the last store to each local the same. */
function canExchange(b: BasicBlock, j: number, k: number): boolean {
  const [first, second] = [storesTo(b.instrs[j]!), storesTo(b.instrs[k]!)];
  if (first < 0 && second < 0) return true;
  if (first === second) return false;
  for (let i = j + 1; i < k; i++) {
    const between = storesTo(b.instrs[i]!);
    if (between >= 0 && (between === first || between === second)) return false;
  }
  return true;
}

/** v3.13.0 Python/flowgraph.c apply_static_swaps */
function applyStaticSwaps(b: BasicBlock, from: number): void {
  for (let i = from; i >= 0; i--) {
    const swap = b.instrs[i]!;
    if (swap.opcode !== SWAP) {
      if (swap.opcode === NOP || isSwappable(swap.opcode)) continue;
      return;
    }
    const j = nextSwappable(b, i, -1);
    if (j < 0) return;
    const line = b.instrs[j]!.loc.lineno;
    let k = j;
    for (let count = swap.oparg - 1; count > 0; count--) {
      k = nextSwappable(b, k, line);
      if (k < 0) return;
    }
    if (!canExchange(b, j, k)) return;
    swap.set(NOP);
    [b.instrs[j], b.instrs[k]] = [b.instrs[k]!, b.instrs[j]!];
  }
}

export function optimizeSwaps(b: BasicBlock): void {
  for (let i = 0; i < b.instrs.length; i++) {
    if (b.instrs[i]!.opcode !== SWAP) continue;
    i = swaptimize(b, i);
    applyStaticSwaps(b, i);
  }
}
