/**
 * Which blocks of which pools are in use: what two steps are compared by.
 *
 * A byte a block. The free lists are followed only in pools that are neither full nor empty, so that a
 * heap of 64 arenas is taken down in milliseconds.
 */
import type { Addr } from '../base/brand.ts';
import { ARENA_OBJECT, POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';
import {
  POOL_EMPTY,
  POOL_FULL,
  POOL_UNTOUCHED,
  POOL_USED,
  type PoolState,
} from './memory-map-scene.ts';

/** The state of a pool that was carved off. */
export function poolState(pymalloc: Pymalloc, pool: Addr): PoolState {
  const { i32 } = pymalloc.memory;
  if (i32[(pool + POOL_HEADER.refCount) >> 2] === 0) return POOL_EMPTY;
  return i32[(pool + POOL_HEADER.freeblock) >> 2] === 0 ? POOL_FULL : POOL_USED;
}

/** A block that one census has and another has not. */
export type VisitBlock = (block: Addr, pool: Addr, bytes: number) => void;

export class BlockCensus {
  /** Pools that were carved off, and their place in the arrays below. */
  readonly places = new Map<Addr, number>();
  readonly arenas = new Set<Addr>();
  readonly states: PoolState[] = [];
  private readonly sizes: number[] = [];
  /** Bytes that are 1 for a block in use, `slots` a pool. */
  private readonly inUse: Uint8Array;
  private readonly words: Int32Array;
  private readonly slots: number;
  private readonly first: number;

  constructor(pymalloc: Pymalloc) {
    const { geometry, memory } = pymalloc;
    this.slots = geometry.poolBytes / geometry.alignment;
    this.first = geometry.poolHeaderBytes;
    for (let i = 0; i < pymalloc.maxarenas; i++) {
      const address = memory.loadPtr(pymalloc.arenaObject(i) + ARENA_OBJECT.address);
      if (address !== 0) this.arenas.add(address);
    }
    pymalloc.walkPools((pool) => this.places.set(pool, this.places.size));
    this.inUse = new Uint8Array(this.slots * this.places.size);
    this.words = new Int32Array(this.inUse.buffer);
    for (const pool of this.places.keys()) this.enter(pymalloc, pool);
  }

  private enter(pymalloc: Pymalloc, pool: Addr): void {
    const { i32, u32 } = pymalloc.memory;
    const state = poolState(pymalloc, pool);
    const size = pymalloc.index2size(u32[(pool + POOL_HEADER.szidx) >> 2]!);
    const from = this.states.length * this.slots;
    this.states.push(state);
    this.sizes.push(size);
    if (state === POOL_EMPTY) return;
    const carved = (u32[(pool + POOL_HEADER.nextoffset) >> 2]! - this.first) / size;
    this.inUse.fill(1, from, from + carved);
    let bp = i32[(pool + POOL_HEADER.freeblock) >> 2]!;
    for (; bp !== 0; bp = i32[bp >> 2]!) this.inUse[from + (bp - pool - this.first) / size] = 0;
  }

  stateOf(pool: Addr): PoolState {
    const place = this.places.get(pool);
    return place === undefined ? POOL_UNTOUCHED : this.states[place]!;
  }

  /** Whether a block of that pool, of that size, was in use. */
  has(pool: Addr, block: Addr, bytes: number): boolean {
    const place = this.places.get(pool);
    if (place === undefined || this.sizes[place] !== bytes) return false;
    return this.inUse[place * this.slots + (block - pool - this.first) / bytes] === 1;
  }

  /** Visits the blocks in use. */
  visit(visit: VisitBlock): void {
    for (const [pool, place] of this.places) {
      if (this.states[place] === POOL_EMPTY) continue;
      const size = this.sizes[place]!;
      const from = place * this.slots;
      for (let i = 0; i < this.slots; i++) {
        if (this.inUse[from + i] === 1) visit(pool + this.first + i * size, pool, size);
      }
    }
  }

  /** Visits the blocks in use here that are not in use in `other`. */
  without(other: BlockCensus, visit: VisitBlock): void {
    for (const [pool, place] of this.places) {
      if (this.states[place] === POOL_EMPTY) continue;
      const size = this.sizes[place]!;
      const there = other.places.get(pool) ?? -1;
      const comparable = there >= 0 && other.sizes[there] === size;
      if (comparable && this.sameBlocks(place, other, there)) continue;
      const from = place * this.slots;
      for (let i = 0; i < this.slots; i++) {
        if (this.inUse[from + i] === 0) continue;
        if (comparable && other.inUse[there * this.slots + i] === 1) continue;
        visit(pool + this.first + i * size, pool, size);
      }
    }
  }

  /** Whether the same blocks of a pool are in use: four are compared at once. */
  private sameBlocks(place: number, other: BlockCensus, there: number): boolean {
    const { words, slots } = this;
    const length = slots >> 2;
    const mine = place * length;
    const theirs = there * length;
    for (let i = 0; i < length; i++) {
      if (words[mine + i] !== other.words[theirs + i]) return false;
    }
    return true;
  }
}
