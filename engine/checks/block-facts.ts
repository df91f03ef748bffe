/** Facts of the block, the pool and the arena at an address, read from the allocators' structures. */
import { alignUp } from '../base/bits.ts';
import type { Addr, Bytes } from '../base/brand.ts';
import { poolState } from '../lenses/block-census.ts';
import { POOL_EMPTY, POOL_FULL } from '../lenses/memory-map-scene.ts';
import type { CHeap, ChunkState } from '../memory/index.ts';
import {
  ARENA_OBJECT,
  DUMMY_SIZE_IDX,
  MGMT,
  POOL_HEADER,
  type Pymalloc,
} from '../pymalloc/index.ts';
import type { BlockFact } from './allocator-api.ts';

/** The allocators of a machine. */
export interface Allocators {
  readonly pymalloc: Pymalloc;
  readonly heap: CHeap;
}

type PoolWord = 'used' | 'full' | 'empty' | 'untouched' | 'none';

/** Where an address lies. */
export class BlockPlace {
  private readonly allocators: Allocators;
  private readonly p: Addr;
  /** Its pool and arena_object; 0 where an arena does not hold it, or not in a pool. */
  private readonly pool: Addr;
  private readonly arena: Addr;
  /** Whether the pool was carved off, and has a size class. */
  private readonly carved: boolean;

  constructor(allocators: Allocators, p: Addr) {
    const { pymalloc } = allocators;
    this.allocators = allocators;
    this.p = p;
    this.arena = arenaOf(pymalloc, p);
    this.pool = this.arena === 0 ? 0 : poolIn(pymalloc, this.arena, p);
    this.carved =
      this.pool !== 0 && this.pool < pointer(pymalloc, this.arena + ARENA_OBJECT.poolAddress);
  }

  /** Where the block begins; for a place outside the pools the address itself. */
  get block(): Addr {
    const index = this.blockIndex();
    return index < 0 ? this.p : this.firstBlock() + index * this.size();
  }

  /** Where its pool begins; 0 for none. */
  get poolAddress(): Addr {
    return this.pool;
  }

  get arenaAddress(): Addr {
    return this.arena === 0
      ? 0
      : pointer(this.allocators.pymalloc, this.arena + ARENA_OBJECT.address);
  }

  fact(fact: BlockFact): number | string {
    switch (fact) {
      case 'layer':
        return this.layer();
      case 'block':
        return this.blockState();
      case 'block-bytes':
        return this.blockIndex() >= 0 ? this.size() : this.chunk().bytes;
      case 'size-class':
        return this.hasClass() ? this.szidx() : -1;
      case 'free-order':
        return this.freeOrder();
      case 'pool':
        return this.poolWord();
      case 'pool-index':
        return this.pool === 0 ? -1 : this.poolIndex();
      case 'pool-used-blocks':
        return this.usedBlocks();
      case 'pool-free-blocks':
        return this.capacity() - this.usedBlocks();
      case 'pool-blocks':
        return this.capacity();
      case 'arena':
        return this.arena === 0 ? -1 : this.arenaIndex();
      case 'arena-order':
        return this.arenaOrder();
      default:
        return this.arenaFact(fact);
    }
  }

  // ---- the block -------------------------------------------------------------------------------

  private layer(): string {
    const { memory } = this.allocators.heap;
    if (this.arena !== 0) return 'pymalloc';
    if (!memory.isMapped(this.p)) return 'none';
    if (this.p < memory.dataStackLimit) return 'static';
    return this.chunk().state === 'mapped' ? 'mmap' : 'malloc';
  }

  /** What layer 0 has at the address. */
  private chunk(): { readonly bytes: Bytes; readonly state: ChunkState | 'none' } {
    let found: { bytes: Bytes; state: ChunkState | 'none' } = { bytes: 0, state: 'none' };
    if (this.arena !== 0) return found;
    this.allocators.heap.walk((at, _user, bytes, state) => {
      if (at <= this.p && this.p < at + bytes) found = { bytes, state };
    });
    return found;
  }

  private blockState(): string {
    const index = this.blockIndex();
    if (index < 0) return 'none';
    const next = this.u32(this.pool + POOL_HEADER.nextoffset);
    if (this.block >= this.pool + next) return 'untouched';
    return this.freeOrder() > 0 ? 'free' : 'used';
  }

  private freeOrder(): number {
    if (this.blockIndex() < 0) return 0;
    const { pymalloc } = this.allocators;
    const { block } = this;
    let order = 1;
    let bp = pointer(pymalloc, this.pool + POOL_HEADER.freeblock);
    for (; bp !== 0; bp = pointer(pymalloc, bp), order += 1) if (bp === block) return order;
    return 0;
  }

  /** -1 where there is no block. */
  private blockIndex(): number {
    if (!this.hasClass()) return -1;
    const index = Math.floor((this.p - this.firstBlock()) / this.size());
    return index >= 0 && index < this.capacity() ? index : -1;
  }

  // ---- the pool --------------------------------------------------------------------------------

  private hasClass(): boolean {
    return this.carved && this.szidx() !== DUMMY_SIZE_IDX;
  }

  private szidx(): number {
    return this.u32(this.pool + POOL_HEADER.szidx);
  }

  private size(): Bytes {
    return this.allocators.pymalloc.index2size(this.szidx());
  }

  private firstBlock(): Addr {
    return this.pool + this.allocators.pymalloc.geometry.poolHeaderBytes;
  }

  private capacity(): number {
    return this.hasClass() ? this.allocators.pymalloc.numblocks(this.szidx()) : 0;
  }

  private usedBlocks(): number {
    return this.carved ? this.u32(this.pool + POOL_HEADER.refCount) : 0;
  }

  private poolWord(): PoolWord {
    if (this.pool === 0) return 'none';
    if (!this.carved) return 'untouched';
    const state = poolState(this.allocators.pymalloc, this.pool);
    return state === POOL_EMPTY ? 'empty' : state === POOL_FULL ? 'full' : 'used';
  }

  private poolIndex(): number {
    const { poolBytes } = this.allocators.pymalloc.geometry;
    return (this.pool - alignUp(this.arenaAddress, poolBytes)) / poolBytes;
  }

  // ---- the arena -------------------------------------------------------------------------------

  private arenaIndex(): number {
    return (this.arena - this.allocators.pymalloc.arenaObject(0)) / ARENA_OBJECT.total;
  }

  private arenaOrder(): number {
    const { pymalloc } = this.allocators;
    let order = 1;
    let ao = pointer(pymalloc, pymalloc.mgmt + MGMT.usableArenas);
    for (; ao !== 0; ao = pointer(pymalloc, ao + ARENA_OBJECT.nextarena), order += 1)
      if (ao === this.arena) return order;
    return 0;
  }

  private arenaFact(fact: 'arena-used-blocks' | 'arena-used-pools' | 'arena-free-pools'): number {
    if (this.arena === 0) return 0;
    if (fact === 'arena-free-pools') return this.u32(this.arena + ARENA_OBJECT.nfreepools);
    let [blocks, pools] = [0, 0];
    this.allocators.pymalloc.walkPools((pool, ao) => {
      if (ao !== this.arena) return;
      const used = this.u32(pool + POOL_HEADER.refCount);
      blocks += used;
      if (used > 0) pools += 1;
    });
    return fact === 'arena-used-blocks' ? blocks : pools;
  }

  private u32(at: Addr): number {
    return this.allocators.pymalloc.memory.u32[at >> 2]!;
  }
}

const pointer = (pymalloc: Pymalloc, at: Addr): Addr => pymalloc.memory.loadPtr(at);

/** The arena_object of the arena that holds an address; 0 when none does. */
function arenaOf(pymalloc: Pymalloc, p: Addr): Addr {
  for (let i = 0; i < pymalloc.maxarenas; i++) {
    const ao = pymalloc.arenaObject(i);
    const base = pointer(pymalloc, ao + ARENA_OBJECT.address);
    if (base !== 0 && p >= base && p < base + pymalloc.geometry.arenaBytes) return ao;
  }
  return 0;
}

/** The whole pool of the arena that holds an address; 0 for the margins of an arena. */
function poolIn(pymalloc: Pymalloc, ao: Addr, p: Addr): Addr {
  const pool = pymalloc.poolAddr(p);
  const base = pointer(pymalloc, ao + ARENA_OBJECT.address);
  const { poolBytes, arenaBytes } = pymalloc.geometry;
  return pool >= base && pool + poolBytes <= base + arenaBytes ? pool : 0;
}
