/**
 * The arena map: the radix tree by which 3.10 and later tell whether an address lies in an arena.
 *
 *     47-bit address, v3.13: | 15 bits: root | 15 bits: mid node | 14 bits: bot node | 20 bits: inside an arena's length |
 *
 *     root (static)       mid node (raw memory)     bot node (raw memory)
 *     +---+---+---+       +---+---+---+             +-----------------+-----------------+
 *     | * | 0 | 0 |  -->  | 0 | * | 0 |  ------->   | tail_hi tail_lo | tail_hi tail_lo |
 *     +---+---+---+       +---+---+---+             +-----------------+-----------------+
 *
 * An entry of a bot node stands for a stretch of addresses as long as an arena and aligned to that
 * length. An arena that is aligned covers one entry (tail_hi is -1). Any other covers the end of
 * one (tail_hi: where in the stretch it starts) and the start of the next (tail_lo: where in the
 * stretch it ends). Nodes are made when they are needed and never freed.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { log2Exact } from '../base/bits.ts';
import { ADDRESS_HIGH, toAddress, type Memory } from '../memory/index.ts';
import type { RadixTreeBits } from '../profiles/pymalloc.ts';
import type { PyMemAllocator } from './allocator.ts';
import { ARENA_COVERAGE } from './layout.ts';

/** The address whose low word is 0: what all our addresses have in common. */
const HIGH_ONLY = ADDRESS_HIGH * 4294967296;

/** Bits `shift` up to `shift + bits` of a 47-bit address. */
function radixIndex(address: number, shift: number, bits: number): number {
  return Math.floor(address / 2 ** shift) % 2 ** bits;
}

/** The part of a radix index that comes from the low word. */
function lowIndexMask(shift: number, bits: number): number {
  return shift >= 32 ? 0 : 2 ** Math.min(bits, 32 - shift) - 1;
}

export class ArenaMap {
  /** Byte offset of the root node. Behind it: two ints, the counts of mid and bot nodes. */
  readonly root: Addr;
  private readonly countsAt: Addr;
  private readonly memory: Memory;
  private readonly i32: Int32Array;
  private readonly raw: PyMemAllocator;
  private readonly bits: RadixTreeBits;
  private readonly arenaMask: number;
  // What of an index is the same for all our addresses, because it comes from ADDRESS_HIGH, and how
  // to get the rest.
  private readonly botShift: number;
  private readonly botLowMask: number;
  private readonly botHigh: number;
  private readonly midLowShift: number;
  private readonly midLowMask: number;
  /**
   * Cache: word index of the slot of the mid node for offset 0, or 0 (the null page, whose words
   * are 0) when there is no mid node.
   */
  private midSlots = 0;
  /**
   * Cache: word index of the entry for offset 0 when one bot node covers the whole buffer, which it
   * does up to 256 MiB in 3.10 and always from 3.11 on. 0 when there is no such node: then the way
   * leads through the mid node.
   */
  private entries = 0;

  constructor(memory: Memory, raw: PyMemAllocator, bits: RadixTreeBits, arenaBytes: Bytes) {
    this.memory = memory;
    this.i32 = memory.i32;
    this.raw = raw;
    this.bits = bits;
    this.arenaMask = arenaBytes - 1;
    this.botShift = log2Exact(arenaBytes);
    this.botLowMask = lowIndexMask(this.botShift, bits.bot);
    this.botHigh = radixIndex(HIGH_ONLY, this.botShift, bits.bot);
    const midShift = this.botShift + bits.bot;
    this.midLowShift = midShift & 31;
    this.midLowMask = lowIndexMask(midShift, bits.mid);
    this.root = memory.sbrkStatic(8 * 2 ** bits.top + 8);
    this.countsAt = this.root + 8 * 2 ** bits.top;
  }

  /** Rebuilds the cache, after a checkpoint was written to the buffer or a node was made. */
  reload(): void {
    const { bits, botShift } = this;
    const midShift = botShift + bits.bot;
    const top = radixIndex(HIGH_ONLY, midShift + bits.mid, bits.top);
    const mid = this.memory.loadPtr(this.root + 8 * top);
    this.midSlots = mid === 0 ? 0 : (mid >> 2) + 2 * radixIndex(HIGH_ONLY, midShift, bits.mid);
    const bot = this.i32[this.midSlots]!;
    const covers = this.memory.bytes <= 2 ** midShift;
    this.entries = bot !== 0 && covers ? (bot >> 2) + 2 * this.botHigh : 0;
  }

  /**
   * v3.13.0 Objects/obmalloc.c arena_map_is_used: whether `p` lies in an arena. Asked for every
   * block that is freed.
   */
  isUsed(p: Addr): boolean {
    const i32 = this.i32;
    let at = this.entries;
    if (at !== 0) {
      at += (p >>> this.botShift) << 1;
    } else {
      const bot = i32[this.midSlots + (((p >>> this.midLowShift) & this.midLowMask) << 1)]!;
      if (bot === 0) return false;
      at = (bot >> 2) + ((((p >>> this.botShift) & this.botLowMask) | this.botHigh) << 1);
    }
    const hi = i32[at]!;
    const tail = p & this.arenaMask;
    return tail < i32[at + 1]! || (tail >= hi && hi !== 0);
  }

  /** Counts of the nodes, the root left out. */
  get counts(): { readonly mid: number; readonly bot: number } {
    return { mid: this.i32[this.countsAt >> 2]!, bot: this.i32[(this.countsAt >> 2) + 1]! };
  }

  /** Visits every node but the root: blocks of raw memory. */
  visitNodes(visit: (node: Addr) => void): void {
    const { top, mid } = this.bits;
    for (let i = 0; i < 2 ** top; i += 1) {
      const node = this.memory.loadPtr(this.root + 8 * i);
      if (node === 0) continue;
      visit(node);
      for (let k = 0; k < 2 ** mid; k += 1) {
        const bot = this.memory.loadPtr(node + 8 * k);
        if (bot !== 0) visit(bot);
      }
    }
  }

  /**
   * v3.13.0 Objects/obmalloc.c arena_map_mark_used: enters an arena in the radix tree or strikes it
   * out. An arena that is not aligned to its size covers parts of two entries.
   * @returns false when a node was needed and memory is used up; then nothing is entered
   */
  markUsed(base: Addr, used: boolean): boolean {
    const i32 = this.i32;
    const hi = this.coverage(base, used);
    if (hi === 0) return false;
    const tail = base & this.arenaMask;
    if (tail === 0) {
      i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = used ? -1 : 0;
      return true;
    }
    i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = used ? tail : 0;
    const lo = this.coverage(base + this.arenaMask + 1, used);
    if (lo === 0) {
      i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = 0;
      return false;
    }
    i32[(lo + ARENA_COVERAGE.tailLo) >> 2] = used ? tail : 0;
    return true;
  }

  /**
   * The tree's entry for an address (arena_coverage_t), by way of v3.13.0 Objects/obmalloc.c
   * arena_map_get. 0 when there is none.
   */
  private coverage(p: Addr, create: boolean): Addr {
    const { bits } = this;
    const address = toAddress(p);
    const midShift = this.botShift + bits.bot;
    const top = this.root + 8 * radixIndex(address, midShift + bits.mid, bits.top);
    const mid = this.node(top, 8 * 2 ** bits.mid, this.countsAt, create);
    if (mid === 0) return 0;
    const slot = mid + 8 * radixIndex(address, midShift, bits.mid);
    const bot = this.node(slot, ARENA_COVERAGE.total * 2 ** bits.bot, this.countsAt + 4, create);
    if (bot === 0) return 0;
    return bot + ARENA_COVERAGE.total * radixIndex(address, this.botShift, bits.bot);
  }

  /** The node that the pointer at `slot` leads to, made of raw memory if need be. */
  private node(slot: Addr, bytes: Bytes, count: Addr, create: boolean): Addr {
    let node = this.memory.loadPtr(slot);
    if (node !== 0 || !create) return node;
    node = this.raw.calloc(1, bytes);
    if (node === 0) return 0;
    this.memory.storePtr(slot, node);
    this.i32[count >> 2] = this.i32[count >> 2]! + 1;
    this.reload();
    return node;
  }
}
