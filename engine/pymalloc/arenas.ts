/**
 * The lower half of pymalloc: arenas, from the system and back, and the pools that they hold for
 * any size class to take.
 *
 *     arenas[]       slot 0           slot 1           slot 2           ...        a vector of arena_objects in raw memory
 *                    address *--+     address NULL     address *--+
 *                               v                                 v
 *                    +-----------------+               +-----------------+
 *                    | pools ...       |               | pools ...       |         from mmap
 *                    +-----------------+               +-----------------+
 *
 *     usable_arenas  -> arenas with pools available, ascending nfreepools: the fullest first, so that the emptiest can run dry
 *     nfp2lasta[n]   -> the last of them with n free pools: where an arena with n + 1 belongs
 *     unused_arena_objects -> slots that stand for no arena
 *
 * States of an arena: unallocated (its slot is in unused_arena_objects, its address is NULL) ->
 * usable <-> all pools taken (in no list). A usable arena whose pools are all free goes back to the
 * system, except, from 3.9 on, the last one in the list.
 *
 * A pool is carved off its arena once (pool_address moves up) and is then in the arena's freepools
 * or taken by a size class.
 */

import type { Addr } from '../base/brand.ts';
import { alignUp } from '../base/bits.ts';
import type { CHeap, Memory } from '../memory/index.ts';
import type { PymallocGeometry } from '../profiles/pymalloc.ts';
import {
  MmapArenaAllocator,
  RawAllocator,
  type PyMemAllocator,
  type PyObjectArenaAllocator,
} from './allocator.ts';
import { ArenaMap } from './arena-map.ts';
import { ARENA_OBJECT, DUMMY_SIZE_IDX, MGMT, MGMT_COUNTERS, POOL_HEADER } from './layout.ts';

const NEXTPOOL = POOL_HEADER.nextpool >> 2;
const PREVPOOL = POOL_HEADER.prevpool >> 2;
const ARENAINDEX = POOL_HEADER.arenaindex >> 2;
const SZIDX = POOL_HEADER.szidx >> 2;
const ADDRESS = ARENA_OBJECT.address >> 2;
const NFREEPOOLS = ARENA_OBJECT.nfreepools >> 2;
const NTOTALPOOLS = ARENA_OBJECT.ntotalpools >> 2;

export interface PymallocOptions {
  /**
   * Where requests over the threshold, arena_objects and radix nodes go: PyMem_Raw. The C heap
   * unless told otherwise.
   */
  readonly raw?: PyMemAllocator | undefined;
  /** Where arenas come from. Mappings unless told otherwise. */
  readonly arena?: PyObjectArenaAllocator | undefined;
}

/**
 * Takes the pool at word index `w` out of the circular list that it is in. Its neighbours are never
 * NULL.
 */
export function unlinkPool(i32: Int32Array, w: number): void {
  const next = i32[w + NEXTPOOL]!;
  const prev = i32[w + PREVPOOL]!;
  i32[(next >> 2) + PREVPOOL] = prev;
  i32[(prev >> 2) + NEXTPOOL] = next;
}

export abstract class Arenas {
  readonly memory: Memory;
  readonly geometry: PymallocGeometry;
  /** Pools in an arena whose base is pool-aligned (MAX_POOLS_IN_ARENA). */
  readonly maxPoolsInArena: number;
  /**
   * Byte offset of usedpools, a real array of pointer pairs (struct _obmalloc_pools), zero at
   * first.
   */
  readonly usedpools: Addr;
  /** Byte offset of struct _obmalloc_mgmt. */
  readonly mgmt: Addr;
  /** Byte offset of the counters behind nfp2lasta. */
  readonly counters: Addr;
  /** The radix tree; null where address_in_range is the arenaindex test. */
  readonly arenaMap: ArenaMap | null;

  protected readonly i32: Int32Array;
  protected readonly raw: PyMemAllocator;
  private readonly arena: PyObjectArenaAllocator;
  private readonly arenaMask: number;
  private readonly maxarenasWord: number;
  private readonly arenasWord: number;

  /** @throws EngineFault when the static segment is full */
  constructor(memory: Memory, cheap: CHeap, geometry: PymallocGeometry, options: PymallocOptions) {
    this.memory = memory;
    this.geometry = geometry;
    this.i32 = memory.i32;
    this.raw = options.raw ?? new RawAllocator(cheap);
    this.arena = options.arena ?? new MmapArenaAllocator(memory);
    this.arenaMask = geometry.arenaBytes - 1;
    this.maxPoolsInArena = geometry.arenaBytes / geometry.poolBytes;

    // v3.13.0 pycore_obmalloc.h struct _obmalloc_state: pools, mgmt, usage.
    this.usedpools = memory.sbrkStatic(
      16 * alignUp(geometry.smallRequestThreshold / geometry.alignment, 8),
    );
    const nfp2lastaBytes = 8 * (this.maxPoolsInArena + 1);
    this.mgmt = memory.sbrkStatic(MGMT.nfp2lasta + nfp2lastaBytes + MGMT_COUNTERS.total);
    this.counters = this.mgmt + MGMT.nfp2lasta + nfp2lastaBytes;
    this.arenasWord = (this.mgmt + MGMT.arenas) >> 2;
    this.maxarenasWord = (this.mgmt + MGMT.maxarenas) >> 2;
    const bits = geometry.radixTree;
    this.arenaMap =
      bits === null ? null : new ArenaMap(memory, this.raw, bits, geometry.arenaBytes);
  }

  /** Rebuilds what mirrors the buffer, after a checkpoint was written to it. */
  reload(): void {
    this.arenaMap?.reload();
  }

  // ---- pools out --------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c allocate_from_new_pool, its first half: a pool out of the first
   * usable arena. 0 when there is none.
   */
  protected takePool(): Addr {
    const memory = this.memory;
    const i32 = this.i32;
    const usable = this.mgmt + MGMT.usableArenas;
    let ao = memory.loadPtr(usable);
    if (ao === 0) {
      ao = this.newArena();
      if (ao === 0) return 0;
      memory.storePtr(usable, ao);
      memory.storePtr(ao + ARENA_OBJECT.nextarena, 0);
      memory.storePtr(ao + ARENA_OBJECT.prevarena, 0);
      this.setNfp2lasta(i32[(ao >> 2) + NFREEPOOLS]!, ao);
    }
    // The first arena has the fewest free pools; with one less it stays first.
    const nfree = i32[(ao >> 2) + NFREEPOOLS]!;
    if (this.getNfp2lasta(nfree) === ao) this.setNfp2lasta(nfree, 0);
    if (nfree > 1) this.setNfp2lasta(nfree - 1, ao);
    i32[(ao >> 2) + NFREEPOOLS] = nfree - 1;

    let pool = memory.loadPtr(ao + ARENA_OBJECT.freepools);
    if (pool !== 0) {
      memory.storePtr(ao + ARENA_OBJECT.freepools, i32[(pool >> 2) + NEXTPOOL]!);
    } else {
      pool = memory.loadPtr(ao + ARENA_OBJECT.poolAddress);
      const arenas = i32[this.arenasWord]!;
      i32[(pool >> 2) + ARENAINDEX] = (ao - arenas) / ARENA_OBJECT.total;
      i32[(pool >> 2) + SZIDX] = DUMMY_SIZE_IDX;
      memory.storePtr(ao + ARENA_OBJECT.poolAddress, pool + this.geometry.poolBytes);
    }
    if (nfree === 1) {
      // All of its pools are in use now: it leaves the list.
      const next = memory.loadPtr(ao + ARENA_OBJECT.nextarena);
      memory.storePtr(usable, next);
      if (next !== 0) memory.storePtr(next + ARENA_OBJECT.prevarena, 0);
    }
    return pool;
  }

  // ---- pools in ---------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c insert_to_freepool: a pool has become empty. It goes back to its
   * arena, and perhaps the arena to the system.
   */
  protected insertToFreepool(pool: Addr): void {
    const memory = this.memory;
    const i32 = this.i32;
    const w = pool >> 2;
    unlinkPool(i32, w);
    const ao = i32[this.arenasWord]! + i32[w + ARENAINDEX]! * ARENA_OBJECT.total;
    memory.storePtrAt(w + NEXTPOOL, memory.loadPtr(ao + ARENA_OBJECT.freepools));
    memory.storePtr(ao + ARENA_OBJECT.freepools, pool);

    let nf = i32[(ao >> 2) + NFREEPOOLS]!;
    const lastnf = this.lastArenaWith(nf, ao);
    if (lastnf === ao) {
      const prev = memory.loadPtr(ao + ARENA_OBJECT.prevarena);
      const prevHasNf = prev !== 0 && i32[(prev >> 2) + NFREEPOOLS] === nf;
      this.setNfp2lasta(nf, prevHasNf ? prev : 0);
    }
    nf += 1;
    i32[(ao >> 2) + NFREEPOOLS] = nf;

    const next = nf === 1 ? 0 : memory.loadPtr(ao + ARENA_OBJECT.nextarena);
    if (nf === i32[(ao >> 2) + NTOTALPOOLS] && (next !== 0 || !this.geometry.keepOneFreeArena)) {
      this.freeArena(ao);
      return;
    }
    if (nf === 1) {
      this.frontlinkArena(ao);
      return;
    }
    if (this.getNfp2lasta(nf) === 0) this.setNfp2lasta(nf, ao);
    if (ao !== lastnf) this.moveArenaBehind(ao, lastnf);
  }

  /**
   * The last arena of usable_arenas with `nf` free pools, to which `ao` belongs; 0 when nf is 0,
   * for then none is in the list.
   */
  private lastArenaWith(nf: number, ao: Addr): Addr {
    if (this.geometry.nfp2lasta || nf === 0) return this.getNfp2lasta(nf);
    let last = ao;
    let next = this.memory.loadPtr(last + ARENA_OBJECT.nextarena);
    while (next !== 0 && this.i32[(next >> 2) + NFREEPOOLS] === nf) {
      last = next;
      next = this.memory.loadPtr(last + ARENA_OBJECT.nextarena);
    }
    return last;
  }

  /** v3.13.0 Objects/obmalloc.c insert_to_freepool, case 1: every pool of the arena is free. */
  private freeArena(ao: Addr): void {
    const memory = this.memory;
    this.unlinkArena(ao);
    memory.storePtr(
      ao + ARENA_OBJECT.nextarena,
      memory.loadPtr(this.mgmt + MGMT.unusedArenaObjects),
    );
    memory.storePtr(this.mgmt + MGMT.unusedArenaObjects, ao);
    const address = memory.loadPtr(ao + ARENA_OBJECT.address);
    if (this.arenaMap !== null) this.arenaMap.markUsed(address, false);
    this.arena.free(address, this.geometry.arenaBytes);
    memory.storePtr(ao + ARENA_OBJECT.address, 0);
    this.i32[this.counters >> 2] = this.i32[this.counters >> 2]! - 1;
  }

  /**
   * v3.13.0 Objects/obmalloc.c insert_to_freepool, case 2: the arena's only free pool, so the arena
   * becomes the fullest usable one.
   */
  private frontlinkArena(ao: Addr): void {
    const memory = this.memory;
    const usable = this.mgmt + MGMT.usableArenas;
    const next = memory.loadPtr(usable);
    memory.storePtr(ao + ARENA_OBJECT.nextarena, next);
    memory.storePtr(ao + ARENA_OBJECT.prevarena, 0);
    if (next !== 0) memory.storePtr(next + ARENA_OBJECT.prevarena, ao);
    memory.storePtr(usable, ao);
    if (this.getNfp2lasta(1) === 0) this.setNfp2lasta(1, ao);
  }

  /**
   * v3.13.0 Objects/obmalloc.c insert_to_freepool, case 3: keeps usable_arenas sorted by moving the
   * arena behind those with one pool less.
   */
  private moveArenaBehind(ao: Addr, lastnf: Addr): void {
    const memory = this.memory;
    this.unlinkArena(ao);
    const next = memory.loadPtr(lastnf + ARENA_OBJECT.nextarena);
    memory.storePtr(ao + ARENA_OBJECT.prevarena, lastnf);
    memory.storePtr(ao + ARENA_OBJECT.nextarena, next);
    if (next !== 0) memory.storePtr(next + ARENA_OBJECT.prevarena, ao);
    memory.storePtr(lastnf + ARENA_OBJECT.nextarena, ao);
  }

  private unlinkArena(ao: Addr): void {
    const memory = this.memory;
    const next = memory.loadPtr(ao + ARENA_OBJECT.nextarena);
    const prev = memory.loadPtr(ao + ARENA_OBJECT.prevarena);
    memory.storePtr(
      prev === 0 ? this.mgmt + MGMT.usableArenas : prev + ARENA_OBJECT.nextarena,
      next,
    );
    if (next !== 0) memory.storePtr(next + ARENA_OBJECT.prevarena, prev);
  }

  private getNfp2lasta(nfreepools: number): Addr {
    return this.i32[(this.mgmt + MGMT.nfp2lasta + 8 * nfreepools) >> 2]!;
  }

  private setNfp2lasta(nfreepools: number, ao: Addr): void {
    if (this.geometry.nfp2lasta) {
      this.memory.storePtr(this.mgmt + MGMT.nfp2lasta + 8 * nfreepools, ao);
    }
  }

  // ---- arenas -----------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c new_arena
   * @returns an arena_object with its arena; 0 when the system refuses, and then nothing is lost
   */
  private newArena(): Addr {
    const memory = this.memory;
    const i32 = this.i32;
    const unused = this.mgmt + MGMT.unusedArenaObjects;
    if (memory.loadPtr(unused) === 0 && !this.growArenas()) return 0;
    const ao = memory.loadPtr(unused);
    const bytes = this.geometry.arenaBytes;
    const address = this.arena.alloc(bytes);
    if (address === 0) return 0;
    if (this.arenaMap !== null && !this.arenaMap.markUsed(address, true)) {
      this.arena.free(address, bytes);
      return 0;
    }
    memory.storePtr(unused, memory.loadPtr(ao + ARENA_OBJECT.nextarena));
    memory.storePtr(ao + ARENA_OBJECT.address, address);
    this.countArena();

    const excess = address & (this.geometry.poolBytes - 1);
    const pools = excess === 0 ? this.maxPoolsInArena : this.maxPoolsInArena - 1;
    const first = excess === 0 ? address : address + this.geometry.poolBytes - excess;
    memory.storePtr(ao + ARENA_OBJECT.freepools, 0);
    memory.storePtr(ao + ARENA_OBJECT.poolAddress, first);
    i32[(ao >> 2) + NFREEPOOLS] = pools;
    i32[(ao >> 2) + NTOTALPOOLS] = pools;
    return ao;
  }

  /**
   * v3.13.0 Objects/obmalloc.c new_arena, its first part: doubles the vector of arena_objects, in
   * raw memory.
   */
  private growArenas(): boolean {
    const memory = this.memory;
    const max = this.i32[this.maxarenasWord]!;
    const count = max === 0 ? this.geometry.initialArenaObjects : max * 2;
    const arenas = this.raw.realloc(this.i32[this.arenasWord]!, count * ARENA_OBJECT.total);
    if (arenas === 0) return false;
    memory.storePtrAt(this.arenasWord, arenas);
    // No pointer leads into the old vector: a new arena is only asked for when every arena is fully
    // used.
    for (let i = max; i < count; i += 1) {
      const ao = arenas + i * ARENA_OBJECT.total;
      memory.storePtr(ao + ARENA_OBJECT.address, 0);
      memory.storePtr(ao + ARENA_OBJECT.nextarena, i < count - 1 ? ao + ARENA_OBJECT.total : 0);
    }
    memory.storePtr(this.mgmt + MGMT.unusedArenaObjects, arenas + max * ARENA_OBJECT.total);
    this.i32[this.maxarenasWord] = count;
    return true;
  }

  private countArena(): void {
    const i32 = this.i32;
    const now = (this.counters + MGMT_COUNTERS.narenasCurrentlyAllocated) >> 2;
    const times = (this.counters + MGMT_COUNTERS.ntimesArenaAllocated) >> 2;
    const high = (this.counters + MGMT_COUNTERS.narenasHighwater) >> 2;
    i32[now] = i32[now]! + 1;
    i32[times] = i32[times]! + 1;
    if (i32[now]! > i32[high]!) i32[high] = i32[now]!;
  }

  // ---- whose address is it ----------------------------------------------------------------------

  /**
   * By radix tree, or where the release has none by the arenaindex test. That one reads whatever
   * lies where the pool header would be, memory of others if the block is not pymalloc's: any value
   * is safe, because the arena it names must then contain `p`.
   */
  protected addressInRangeOf(p: Addr, pool: Addr): boolean {
    const i32 = this.i32;
    if (this.arenaMap !== null) return this.arenaMap.isUsed(p);
    const index = i32[(pool >> 2) + ARENAINDEX]! >>> 0;
    if (index >= i32[this.maxarenasWord]!) return false;
    const address = i32[(i32[this.arenasWord]! + index * ARENA_OBJECT.total) >> 2]!;
    return address !== 0 && (p - address) >>> 0 <= this.arenaMask;
  }

  // ---- accounts ---------------------------------------------------------------------------------

  /** Slots of the vector of arena_objects. */
  get maxarenas(): number {
    return this.i32[this.maxarenasWord]!;
  }

  /** The arena_object of slot `index`. */
  arenaObject(index: number): Addr {
    return this.i32[this.arenasWord]! + index * ARENA_OBJECT.total;
  }

  /** Arenas that the system has given and not got back. */
  get narenasCurrentlyAllocated(): number {
    return this.i32[(this.counters + MGMT_COUNTERS.narenasCurrentlyAllocated) >> 2]!;
  }

  /** How many arenas were ever asked for and given. */
  get ntimesArenaAllocated(): number {
    return this.i32[(this.counters + MGMT_COUNTERS.ntimesArenaAllocated) >> 2]!;
  }

  /** Most arenas that were ever allocated at one time. */
  get narenasHighwater(): number {
    return this.i32[(this.counters + MGMT_COUNTERS.narenasHighwater) >> 2]!;
  }

  /** Counts of the radix tree's nodes, the root left out. */
  get arenaMapCounts(): { readonly mid: number; readonly bot: number } {
    return this.arenaMap === null ? { mid: 0, bot: 0 } : this.arenaMap.counts;
  }

  /** Visits the blocks of raw memory that pymalloc keeps for itself: arena_objects, radix nodes. */
  visitRawBlocks(visit: (block: Addr) => void): void {
    const arenas = this.i32[this.arenasWord]!;
    if (arenas !== 0) visit(arenas);
    this.arenaMap?.visitNodes(visit);
  }

  /**
   * Visits every pool that was carved off, arena by arena in the order of their slots, empty pools
   * included.
   */
  walkPools(visit: (pool: Addr, arenaObject: Addr) => void): void {
    const poolBytes = this.geometry.poolBytes;
    for (let i = 0; i < this.maxarenas; i += 1) {
      const ao = this.arenaObject(i);
      const base = this.i32[(ao >> 2) + ADDRESS]!;
      if (base === 0) continue;
      const end = this.memory.loadPtr(ao + ARENA_OBJECT.poolAddress);
      for (let pool = alignUp(base, poolBytes); pool < end; pool += poolBytes) visit(pool, ao);
    }
  }
}
