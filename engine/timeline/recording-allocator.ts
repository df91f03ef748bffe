/**
 * Stands before a machine's allocator and tells a recorder of each request and what it did to pools
 * and arenas.
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { alignUp } from '../base/bits.ts';
import type { CHeap } from '../memory/index.ts';
import type { ObjectAllocator } from '../objects/runtime.ts';
import { ARENA_OBJECT, POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';

/** A block as layer 2 or layer 0 sees it. */
export interface BlockFact {
  readonly address: Addr;
  /** Bytes asked for, where this request is known; else the bytes of the block. */
  readonly bytes: Bytes;
  readonly blockBytes: Bytes;
  readonly szidx: number;
  /** 0 where pymalloc did not serve. */
  readonly pool: Addr;
  readonly poolIndex: number;
  readonly arena: number;
}

export type PoolChange = 'empty' | 'used' | 'full';

export interface AllocationListener {
  /** A request begins: what happened before it is to be told first. */
  before(): void;
  alloc(block: BlockFact): void;
  resize(from: BlockFact, to: BlockFact): void;
  free(block: BlockFact): void;
  pool(block: BlockFact, from: PoolChange, to: PoolChange): void;
  arena(base: Addr, bytes: Bytes, change: 'mapped' | 'unmapped'): void;
}

/** Bytes of a chunk of the C heap that its user cannot have. */
const CHUNK_HEADER = 8;

export class RecordingAllocator implements ObjectAllocator {
  readonly inner: ObjectAllocator;
  private readonly pymalloc: Pymalloc;
  private readonly heap: CHeap;
  private readonly listener: AllocationListener;
  /** Bytes that were asked for, block by block, as far as the recorder saw it. */
  private readonly asked = new Map<Addr, Bytes>();

  constructor(
    inner: ObjectAllocator,
    pymalloc: Pymalloc,
    heap: CHeap,
    listener: AllocationListener,
  ) {
    this.inner = inner;
    this.pymalloc = pymalloc;
    this.heap = heap;
    this.listener = listener;
  }

  malloc(bytes: Bytes): Addr {
    this.listener.before();
    const arenas = this.pymalloc.narenasCurrentlyAllocated;
    return this.handedOut(this.inner.malloc(bytes), bytes, arenas);
  }

  calloc(count: number, bytes: Bytes): Addr {
    this.listener.before();
    const arenas = this.pymalloc.narenasCurrentlyAllocated;
    return this.handedOut(this.inner.calloc(count, bytes), count * bytes, arenas);
  }

  realloc(p: Addr, bytes: Bytes): Addr {
    if (p === 0) return this.malloc(bytes);
    this.listener.before();
    const { pymalloc, listener } = this;
    const from = this.factOf(p);
    const was = this.poolState(from.pool);
    const arenas = pymalloc.narenasCurrentlyAllocated;
    const base = this.arenaOf(from.pool);
    const q = this.inner.realloc(p, bytes);
    if (q === 0) return 0;
    this.asked.delete(p);
    this.asked.set(q, bytes);
    const to = this.factOf(q);
    if (q !== p) this.tellTaken(to, pymalloc.narenasCurrentlyAllocated > arenas);
    listener.resize(from, to);
    if (q !== p) {
      this.tellFull(to);
      this.tellGiven(from, was, pymalloc.narenasCurrentlyAllocated < arenas ? base : 0);
    }
    return q;
  }

  free(p: Addr): void {
    if (p === 0) return;
    this.listener.before();
    const { pymalloc } = this;
    const from = this.factOf(p);
    const was = this.poolState(from.pool);
    const arenas = pymalloc.narenasCurrentlyAllocated;
    const base = this.arenaOf(from.pool);
    this.listener.free(from);
    this.asked.delete(p);
    this.inner.free(p);
    this.tellGiven(from, was, pymalloc.narenasCurrentlyAllocated < arenas ? base : 0);
  }

  private handedOut(p: Addr, bytes: Bytes, arenas: number): Addr {
    if (p === 0) return 0;
    this.asked.set(p, bytes);
    const block = this.factOf(p);
    this.tellTaken(block, this.pymalloc.narenasCurrentlyAllocated > arenas);
    this.listener.alloc(block);
    this.tellFull(block);
    return p;
  }

  // ---- pools and arenas --------------------------------------------------------------------------

  /** A block was taken: its pool may have been empty, its arena new. */
  private tellTaken(block: BlockFact, isNewArena: boolean): void {
    const { listener, pymalloc } = this;
    const { pool } = block;
    if (pool === 0) return;
    if (isNewArena) listener.arena(this.arenaOf(pool), pymalloc.geometry.arenaBytes, 'mapped');
    const { i32 } = pymalloc.memory;
    if (i32[(pool + POOL_HEADER.refCount) >> 2] === 1) {
      listener.pool(block, 'empty', 'used');
    }
  }

  private tellFull(block: BlockFact): void {
    const { pool } = block;
    if (pool !== 0 && this.poolState(pool) === 'full') this.listener.pool(block, 'used', 'full');
  }

  /** A block came back. @param arena its arena when that was given back to the system, else 0 */
  private tellGiven(block: BlockFact, was: PoolChange, arena: Addr): void {
    const { pool } = block;
    if (pool === 0) return;
    const { listener, pymalloc } = this;
    const now = arena === 0 ? this.poolState(pool) : 'empty';
    if (now !== was) listener.pool(block, was, now);
    if (arena !== 0) listener.arena(arena, pymalloc.geometry.arenaBytes, 'unmapped');
  }

  private poolState(pool: Addr): PoolChange {
    if (pool === 0) return 'used';
    const { i32 } = this.pymalloc.memory;
    if (i32[(pool + POOL_HEADER.refCount) >> 2] === 0) return 'empty';
    return i32[(pool + POOL_HEADER.freeblock) >> 2] === 0 ? 'full' : 'used';
  }

  private arenaOf(pool: Addr): Addr {
    if (pool === 0) return 0;
    const { pymalloc } = this;
    const index = pymalloc.memory.i32[(pool + POOL_HEADER.arenaindex) >> 2]!;
    return pymalloc.memory.loadPtr(pymalloc.arenaObject(index) + ARENA_OBJECT.address);
  }

  /** How many bytes a block was asked for, found from what stands in it. */
  know(block: Addr, bytes: Bytes): void {
    if (!this.asked.has(block)) this.asked.set(block, bytes);
  }

  private factOf(p: Addr): BlockFact {
    const { pymalloc, heap, asked } = this;
    if (!pymalloc.addressInRange(p)) {
      const blockBytes = heap.usableSize(p) + CHUNK_HEADER;
      const nowhere = { szidx: -1, pool: 0, poolIndex: -1, arena: -1 };
      return { address: p, bytes: asked.get(p) ?? blockBytes, blockBytes, ...nowhere };
    }
    const { i32 } = pymalloc.memory;
    const pool = pymalloc.poolAddr(p);
    const szidx = i32[(pool + POOL_HEADER.szidx) >> 2]!;
    const blockBytes = pymalloc.index2size(szidx);
    const arena = i32[(pool + POOL_HEADER.arenaindex) >> 2]!;
    const { poolBytes } = pymalloc.geometry;
    const poolIndex = (pool - alignUp(this.arenaOf(pool), poolBytes)) / poolBytes;
    const bytes = asked.get(p) ?? blockBytes;
    return { address: p, bytes, blockBytes, szidx, pool, poolIndex, arena };
  }
}
