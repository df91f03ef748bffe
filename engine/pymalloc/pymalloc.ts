/**
 * Layer 2: pymalloc, CPython's allocator for small blocks. The algorithm is that of Objects/obmalloc.c, on the same structures, in
 * the same bytes.
 *
 *     arenas, from mmap (1 MiB)         pools (16 KiB), one size class each        blocks
 *     +------------------------+        +---------------------------------+
 *     | pool | pool | pool | . |  --->  | header | block | block | ...    |  --->  in use: the user's bytes
 *     +------------------------+        +---------------------------------+        free: next free block, then old bytes
 *
 *     usedpools[size class]  -> pools of that class with both used and free blocks, a circular list
 *     arenas[]               -> one arena_object an arena; usable_arenas lists those with pools available, fullest first
 *
 * States of a pool. used: some blocks are in use, some not; in the list of its class. full: all blocks in use; in no list. empty: no
 * block in use; in its arena's freepools. Transitions: empty -> used (allocateFromNewPool), used -> full (pymallocPoolExtend finds no
 * room), full -> used (insertToUsedpool), used -> empty (insertToFreepool).
 *
 * States of an arena: unallocated (its arena_object is in unused_arena_objects, its address is NULL) -> usable (in usable_arenas) <->
 * all pools in use (in no list); a usable arena whose pools are all free goes back to the system, except, from 3.9 on, the last one
 * in the list.
 *
 * Blocks in a pool are carved off as they are needed: nextoffset is where the next virgin block starts. A freed block goes to the
 * front of its pool's free list, so that the block freed last is handed out first.
 *
 * Tunables come from the profile (engine/profiles/pymalloc.ts); their invariants are checked in the constructor. Everything that
 * changes is in the buffer; `reload()` rebuilds the one field that mirrors it.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { alignUp, isPowerOfTwo, log2Exact } from '../base/bits.ts';
import { EngineFault, assert } from '../base/errors.ts';
import { ADDRESS_HIGH, toAddress, type CHeap, type Memory } from '../memory/index.ts';
import type { PymallocGeometry } from '../profiles/pymalloc.ts';
import {
  MmapArenaAllocator,
  RawAllocator,
  type PyMemAllocator,
  type PyObjectArenaAllocator,
} from './allocator.ts';
import {
  ARENA_COVERAGE,
  ARENA_OBJECT,
  DUMMY_SIZE_IDX,
  MGMT,
  MGMT_COUNTERS,
  POOL_HEADER,
  SSIZE_LIMIT,
} from './layout.ts';

/** Word distances inside a pool header: the hot paths index `i32` by words. */
const REF_COUNT = POOL_HEADER.refCount >> 2;
const FREEBLOCK = POOL_HEADER.freeblock >> 2;
const NEXTPOOL = POOL_HEADER.nextpool >> 2;
const PREVPOOL = POOL_HEADER.prevpool >> 2;
const ARENAINDEX = POOL_HEADER.arenaindex >> 2;
const SZIDX = POOL_HEADER.szidx >> 2;
const NEXTOFFSET = POOL_HEADER.nextoffset >> 2;
const MAXNEXTOFFSET = POOL_HEADER.maxnextoffset >> 2;

/** Word distances inside an arena_object. */
const ADDRESS = ARENA_OBJECT.address >> 2;
const NFREEPOOLS = ARENA_OBJECT.nfreepools >> 2;
const NTOTALPOOLS = ARENA_OBJECT.ntotalpools >> 2;

export interface PymallocOptions {
  /** Where requests over the threshold, arena_objects and radix nodes go: PyMem_Raw. The C heap unless told otherwise. */
  readonly raw?: PyMemAllocator | undefined;
  /** Where arenas come from. Mappings unless told otherwise. */
  readonly arena?: PyObjectArenaAllocator | undefined;
}

export class Pymalloc implements PyMemAllocator {
  readonly memory: Memory;
  readonly geometry: PymallocGeometry;
  /** Size classes (NB_SMALL_SIZE_CLASSES). */
  readonly classCount: number;
  /** Pools in an arena whose base is pool-aligned (MAX_POOLS_IN_ARENA). */
  readonly maxPoolsInArena: number;
  /** Byte offset of usedpools, a real array of pointer pairs (struct _obmalloc_pools). */
  readonly usedpools: Addr;
  /** Byte offset of struct _obmalloc_mgmt. */
  readonly mgmt: Addr;
  /** Byte offset of the counters behind nfp2lasta. */
  readonly counters: Addr;
  /** Byte offset of the radix tree's root, 0 where there is no tree. Behind it: two ints, the counts of mid and bot nodes. */
  readonly arenaMapRoot: Addr;

  private readonly i32: Int32Array;
  private readonly raw: PyMemAllocator;
  private readonly arena: PyObjectArenaAllocator;
  private readonly threshold: Bytes;
  private readonly alignmentShift: number;
  private readonly poolMask: number;
  private readonly arenaMask: number;
  private readonly hasRadixTree: boolean;
  /** Word index of usedpools. */
  private readonly usedWord: number;
  private readonly maxarenasWord: number;
  private readonly arenasWord: number;
  // What of a radix index is the same for all our addresses, because it comes from ADDRESS_HIGH, and how to get the rest.
  private readonly botShift: number;
  private readonly botLowMask: number;
  private readonly botHigh: number;
  private readonly midLowShift: number;
  private readonly midLowMask: number;
  /** Cache: word index of the slot of the mid node for offset 0, or 0 (the null page, whose words are 0) when there is no mid node. */
  private midSlots = 0;

  /**
   * @param cheap layer 0, unused when `options.raw` is given
   * @throws EngineFault when the geometry breaks an invariant or the static segment is full
   */
  constructor(
    memory: Memory,
    cheap: CHeap,
    geometry: PymallocGeometry,
    options: PymallocOptions = {},
  ) {
    checkGeometry(geometry);
    this.memory = memory;
    this.geometry = geometry;
    this.i32 = memory.i32;
    this.raw = options.raw ?? new RawAllocator(cheap);
    this.arena = options.arena ?? new MmapArenaAllocator(memory);
    this.threshold = geometry.smallRequestThreshold;
    this.alignmentShift = log2Exact(geometry.alignment);
    this.poolMask = -geometry.poolBytes;
    this.arenaMask = geometry.arenaBytes - 1;
    this.classCount = geometry.smallRequestThreshold / geometry.alignment;
    this.maxPoolsInArena = geometry.arenaBytes / geometry.poolBytes;

    this.usedpools = memory.sbrkStatic(16 * alignUp(this.classCount, 8));
    this.usedWord = this.usedpools >> 2;
    const nfp2lastaBytes = 8 * (this.maxPoolsInArena + 1);
    this.mgmt = memory.sbrkStatic(MGMT.nfp2lasta + nfp2lastaBytes + MGMT_COUNTERS.total);
    this.counters = this.mgmt + MGMT.nfp2lasta + nfp2lastaBytes;
    this.arenasWord = (this.mgmt + MGMT.arenas) >> 2;
    this.maxarenasWord = (this.mgmt + MGMT.maxarenas) >> 2;

    const bits = geometry.radixTree;
    this.hasRadixTree = bits !== null;
    this.arenaMapRoot = bits === null ? 0 : memory.sbrkStatic(8 * 2 ** bits.top + 8);
    const arenaBits = log2Exact(geometry.arenaBytes);
    this.botShift = arenaBits;
    this.botLowMask = bits === null ? 0 : lowIndexMask(arenaBits, bits.bot);
    this.botHigh = bits === null ? 0 : radixIndex(HIGH_ONLY, arenaBits, bits.bot);
    const midShift = bits === null ? 32 : arenaBits + bits.bot;
    this.midLowShift = midShift & 31;
    this.midLowMask = bits === null ? 0 : lowIndexMask(midShift, bits.mid);

    for (let i = 0; i < alignUp(this.classCount, 8); i += 1) {
      memory.storePtr(this.usedpools + 16 * i, this.usedpoolHeader(i));
      memory.storePtr(this.usedpools + 16 * i + 8, this.usedpoolHeader(i));
    }
  }

  /** Rebuilds what mirrors the buffer, after a checkpoint was written to it. */
  reload(): void {
    const bits = this.geometry.radixTree;
    if (bits === null) return;
    const botShift = this.botShift;
    const midShift = botShift + bits.bot;
    const mid = this.memory.loadPtr(
      this.arenaMapRoot + 8 * radixIndex(HIGH_ONLY, midShift + bits.mid, bits.top),
    );
    this.midSlots = mid === 0 ? 0 : (mid >> 2) + 2 * radixIndex(HIGH_ONLY, midShift, bits.mid);
  }

  // ---- sizes ----------------------------------------------------------------------------------------------------------------

  /** Bytes of a block of size class `szidx`. v3.13.0 pycore_obmalloc.h INDEX2SIZE */
  index2size(szidx: number): Bytes {
    return (szidx + 1) << this.alignmentShift;
  }

  /** Blocks of size class `szidx` in a pool. v3.13.0 pycore_obmalloc.h NUMBLOCKS */
  numblocks(szidx: number): number {
    const room = this.geometry.poolBytes - this.geometry.poolHeaderBytes;
    return Math.floor(room / this.index2size(szidx));
  }

  /** The pool that `p` would be in. v3.13.0 pycore_obmalloc.h POOL_ADDR */
  poolAddr(p: Addr): Addr {
    return p & this.poolMask;
  }

  /**
   * The head of the list of used pools of a size class: an address that, read as a pool_header, has usedpools[2i] as its nextpool and
   * usedpools[2i + 1] as its prevpool. v3.13.0 pycore_obmalloc.h, "Major obscurity"
   */
  usedpoolHeader(szidx: number): Addr {
    return this.usedpools + 16 * szidx - POOL_HEADER.nextpool;
  }

  // ---- malloc ---------------------------------------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_Malloc, with pymalloc_alloc written into it.
   * @param n bytes
   * @returns a block, its bytes not cleared; 0 when memory is used up
   */
  malloc(n: Bytes): Addr {
    if (n <= this.threshold && n > 0) {
      const i32 = this.i32;
      const szidx = (n - 1) >> this.alignmentShift;
      const head = this.usedWord + (szidx << 2);
      const pool = i32[head]!;
      // CPython asks `pool != pool->nextpool`; the list is empty exactly when its first entry is the header itself.
      if (pool !== (head << 2) - POOL_HEADER.nextpool) {
        const w = pool >> 2;
        i32[w + REF_COUNT] = i32[w + REF_COUNT]! + 1;
        const bp = i32[w + FREEBLOCK]!;
        const next = i32[bp >> 2]!;
        i32[w + FREEBLOCK] = next;
        if (next === 0) this.pymallocPoolExtend(pool, szidx);
        return bp;
      }
      const bp = this.allocateFromNewPool(szidx);
      if (bp !== 0) return bp;
    }
    return this.mallocRaw(n);
  }

  /** v3.13.0 Objects/obmalloc.c _PyObject_Malloc: what pymalloc_alloc did not serve */
  private mallocRaw(n: Bytes): Addr {
    if (!(n < SSIZE_LIMIT)) return 0;
    const p = this.raw.malloc(n);
    if (p !== 0) this.countRaw(1);
    return p;
  }

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_Calloc
   * @returns cleared bytes; 0 when `count * size` overflows or memory is used up
   */
  calloc(count: number, size: Bytes): Addr {
    const n = count * size;
    if (!(n < SSIZE_LIMIT)) return 0;
    if (n <= this.threshold && n > 0) {
      const bp = this.pymallocAlloc(n);
      if (bp !== 0) {
        this.memory.u8.fill(0, bp, bp + n);
        return bp;
      }
    }
    const p = this.raw.calloc(count, size);
    if (p !== 0) this.countRaw(1);
    return p;
  }

  /** v3.13.0 Objects/obmalloc.c pymalloc_alloc. 0 when the request is not for pymalloc, or no arena can be had. */
  private pymallocAlloc(n: Bytes): Addr {
    if (n === 0 || n > this.threshold) return 0;
    const i32 = this.i32;
    const szidx = (n - 1) >> this.alignmentShift;
    const pool = i32[this.usedWord + (szidx << 2)]!;
    if (pool === this.usedpoolHeader(szidx)) return this.allocateFromNewPool(szidx);
    const w = pool >> 2;
    i32[w + REF_COUNT] = i32[w + REF_COUNT]! + 1;
    const bp = i32[w + FREEBLOCK]!;
    const next = i32[bp >> 2]!;
    i32[w + FREEBLOCK] = next;
    if (next === 0) this.pymallocPoolExtend(pool, szidx);
    return bp;
  }

  /**
   * v3.13.0 Objects/obmalloc.c pymalloc_pool_extend: the free list has run out. Carves off the next virgin block, or takes the pool,
   * now full, out of usedpools.
   */
  private pymallocPoolExtend(pool: Addr, szidx: number): void {
    const i32 = this.i32;
    const w = pool >> 2;
    const offset = i32[w + NEXTOFFSET]!;
    if (offset <= i32[w + MAXNEXTOFFSET]!) {
      const bp = pool + offset;
      i32[w + FREEBLOCK] = bp;
      i32[w + FREEBLOCK + 1] = ADDRESS_HIGH;
      i32[w + NEXTOFFSET] = offset + ((szidx + 1) << this.alignmentShift);
      i32[bp >> 2] = 0;
      i32[(bp >> 2) + 1] = 0;
      return;
    }
    i32[w + FREEBLOCK + 1] = 0;
    this.unlinkPool(w);
  }

  /** Takes the pool at word index `w` out of the circular list that it is in. Neighbours are never NULL. */
  private unlinkPool(w: number): void {
    const i32 = this.i32;
    const next = i32[w + NEXTPOOL]!;
    const prev = i32[w + PREVPOOL]!;
    i32[(next >> 2) + PREVPOOL] = prev;
    i32[(prev >> 2) + NEXTPOOL] = next;
  }

  /** Links the pool in at the front of the list of its size class. */
  private frontlinkPool(pool: Addr, szidx: number): void {
    const i32 = this.i32;
    const head = this.usedpoolHeader(szidx);
    const next = i32[this.usedWord + (szidx << 2)]!;
    const w = pool >> 2;
    i32[w + NEXTPOOL] = next;
    i32[w + NEXTPOOL + 1] = ADDRESS_HIGH;
    i32[w + PREVPOOL] = head;
    i32[w + PREVPOOL + 1] = ADDRESS_HIGH;
    i32[(next >> 2) + PREVPOOL] = pool;
    i32[this.usedWord + (szidx << 2)] = pool;
  }

  /**
   * v3.13.0 Objects/obmalloc.c allocate_from_new_pool: no pool of the size class has a free block. Takes a free pool from the fullest
   * usable arena, from a new arena if there is none.
   * @returns the pool's first block; 0 when the system refuses an arena
   */
  private allocateFromNewPool(szidx: number): Addr {
    const pool = this.takePool();
    if (pool === 0) return 0;
    const i32 = this.i32;
    const w = pool >> 2;
    this.frontlinkPool(pool, szidx);
    i32[w + REF_COUNT] = 1;
    if (i32[w + SZIDX] === szidx) {
      // The pool had blocks of the same size before: header and free list are still good.
      const bp = i32[w + FREEBLOCK]!;
      this.memory.storePtrAt(w + FREEBLOCK, i32[bp >> 2]!);
      return bp;
    }
    const size = this.index2size(szidx);
    const first = this.geometry.poolHeaderBytes;
    const bp = pool + first;
    i32[w + SZIDX] = szidx;
    i32[w + NEXTOFFSET] = first + 2 * size;
    i32[w + MAXNEXTOFFSET] = this.geometry.poolBytes - size;
    this.memory.storePtrAt(w + FREEBLOCK, bp + size);
    this.memory.storePtr(bp + size, 0);
    return bp;
  }

  /** v3.13.0 Objects/obmalloc.c allocate_from_new_pool, its first half: a pool out of the first usable arena. 0 when there is none. */
  private takePool(): Addr {
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

  // ---- free -----------------------------------------------------------------------------------------------------------------

  /** v3.13.0 Objects/obmalloc.c _PyObject_Free, with pymalloc_free written into it. NULL has no effect. */
  free(p: Addr): void {
    if (p === 0) return;
    const pool = p & this.poolMask;
    if (!this.addressInRangeOf(p, pool)) {
      this.raw.free(p);
      this.countRaw(-1);
      return;
    }
    const i32 = this.i32;
    const w = pool >> 2;
    const lastfree = i32[w + FREEBLOCK]!;
    i32[p >> 2] = lastfree;
    i32[w + FREEBLOCK] = p;
    const count = i32[w + REF_COUNT]! - 1;
    i32[w + REF_COUNT] = count;
    if (lastfree === 0) {
      // The pool was full, so it is in no list.
      i32[(p >> 2) + 1] = 0;
      i32[w + FREEBLOCK + 1] = ADDRESS_HIGH;
      this.insertToUsedpool(pool);
      return;
    }
    i32[(p >> 2) + 1] = ADDRESS_HIGH;
    if (count === 0) this.insertToFreepool(pool);
  }

  /** v3.13.0 Objects/obmalloc.c insert_to_usedpool: a pool that was full goes to the front of its class, so that the block is reused next. */
  private insertToUsedpool(pool: Addr): void {
    this.frontlinkPool(pool, this.i32[(pool >> 2) + SZIDX]!);
  }

  /** v3.13.0 Objects/obmalloc.c insert_to_freepool: a pool has become empty. It goes back to its arena, and perhaps the arena to the system. */
  private insertToFreepool(pool: Addr): void {
    const memory = this.memory;
    const i32 = this.i32;
    const w = pool >> 2;
    this.unlinkPool(w);
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

  /** The last arena of usable_arenas with `nf` free pools, to which `ao` belongs; 0 when nf is 0, for then none is in the list. */
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
    if (this.hasRadixTree) this.arenaMapMarkUsed(address, false);
    this.arena.free(address, this.geometry.arenaBytes);
    memory.storePtr(ao + ARENA_OBJECT.address, 0);
    this.i32[this.counters >> 2] = this.i32[this.counters >> 2]! - 1;
  }

  /** v3.13.0 Objects/obmalloc.c insert_to_freepool, case 2: the arena's only free pool, so the arena becomes the fullest usable one. */
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

  /** v3.13.0 Objects/obmalloc.c insert_to_freepool, case 3: keeps usable_arenas sorted by moving the arena behind those with one pool less. */
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

  // ---- realloc --------------------------------------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_Realloc and pymalloc_realloc. A block that shrinks stays where it is unless a quarter of it
   * would be saved; one that grows beyond its class is copied. A block that layer 0 gave stays with layer 0.
   * @returns the block, which may have moved; 0 when refused, and then the old block is as it was
   */
  realloc(p: Addr, n: Bytes): Addr {
    if (p === 0) return this.malloc(n);
    if (!(n < SSIZE_LIMIT)) return 0;
    const pool = p & this.poolMask;
    if (!this.addressInRangeOf(p, pool)) return this.raw.realloc(p, n);
    let keep = (this.i32[(pool >> 2) + SZIDX]! + 1) << this.alignmentShift;
    if (n <= keep) {
      if (4 * n > 3 * keep) return p;
      keep = n;
    }
    const bp = this.malloc(n);
    if (bp !== 0) {
      this.memory.u8.copyWithin(bp, p, p + keep);
      this.free(p);
    }
    return bp;
  }

  // ---- whose address is it --------------------------------------------------------------------------------------------------

  /** v3.13.0 Objects/obmalloc.c address_in_range: whether pymalloc handed out `p`. */
  addressInRange(p: Addr): boolean {
    return this.addressInRangeOf(p, p & this.poolMask);
  }

  /**
   * By radix tree, or where the release has none by the arenaindex test. That one reads whatever lies where the pool header would be,
   * memory of others if the block is not pymalloc's: any value is safe, because the arena it names must then contain `p`.
   */
  private addressInRangeOf(p: Addr, pool: Addr): boolean {
    const i32 = this.i32;
    if (this.hasRadixTree) {
      // v3.13.0 Objects/obmalloc.c arena_map_is_used
      const bot = i32[this.midSlots + (((p >>> this.midLowShift) & this.midLowMask) << 1)]!;
      if (bot === 0) return false;
      const at = (bot >> 2) + ((((p >>> this.botShift) & this.botLowMask) | this.botHigh) << 1);
      const hi = i32[at]!;
      const tail = p & this.arenaMask;
      return tail < i32[at + 1]! || (tail >= hi && hi !== 0);
    }
    const index = i32[(pool >> 2) + ARENAINDEX]! >>> 0;
    if (index >= i32[this.maxarenasWord]!) return false;
    const address = i32[(i32[this.arenasWord]! + index * ARENA_OBJECT.total) >> 2]!;
    return address !== 0 && (p - address) >>> 0 <= this.arenaMask;
  }

  /** Bytes of the block at `p`: its size class. 0 when pymalloc did not hand it out. */
  blockSize(p: Addr): Bytes {
    const pool = p & this.poolMask;
    if (!this.addressInRangeOf(p, pool)) return 0;
    return this.index2size(this.i32[(pool >> 2) + SZIDX]!);
  }

  /**
   * v3.13.0 Objects/obmalloc.c arena_map_mark_used: enters an arena in the radix tree or strikes it out. An arena that is not aligned
   * to its size covers parts of two entries.
   * @returns false when a node was needed and memory is used up; then nothing is entered
   */
  private arenaMapMarkUsed(base: Addr, used: boolean): boolean {
    const i32 = this.i32;
    const hi = this.arenaCoverage(base, used);
    if (hi === 0) return false;
    const tail = base & this.arenaMask;
    if (tail === 0) {
      i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = used ? -1 : 0;
      return true;
    }
    i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = used ? tail : 0;
    const lo = this.arenaCoverage(base + this.geometry.arenaBytes, used);
    if (lo === 0) {
      i32[(hi + ARENA_COVERAGE.tailHi) >> 2] = 0;
      return false;
    }
    i32[(lo + ARENA_COVERAGE.tailLo) >> 2] = used ? tail : 0;
    return true;
  }

  /** The tree's entry for an address (arena_coverage_t), by way of v3.13.0 Objects/obmalloc.c arena_map_get. 0 when there is none. */
  private arenaCoverage(p: Addr, create: boolean): Addr {
    const bits = this.geometry.radixTree!;
    const address = toAddress(p);
    const midShift = this.botShift + bits.bot;
    const counts = this.arenaMapRoot + 8 * 2 ** bits.top;
    const top = this.arenaMapRoot + 8 * radixIndex(address, midShift + bits.mid, bits.top);
    const mid = this.arenaMapNode(top, 8 * 2 ** bits.mid, counts, create);
    if (mid === 0) return 0;
    const slot = mid + 8 * radixIndex(address, midShift, bits.mid);
    const bot = this.arenaMapNode(slot, ARENA_COVERAGE.total * 2 ** bits.bot, counts + 4, create);
    if (bot === 0) return 0;
    return bot + ARENA_COVERAGE.total * radixIndex(address, this.botShift, bits.bot);
  }

  /** The node that the pointer at `slot` leads to, made of raw memory if need be. */
  private arenaMapNode(slot: Addr, bytes: Bytes, count: Addr, create: boolean): Addr {
    let node = this.memory.loadPtr(slot);
    if (node !== 0 || !create) return node;
    node = this.raw.calloc(1, bytes);
    if (node === 0) return 0;
    this.memory.storePtr(slot, node);
    this.i32[count >> 2] = this.i32[count >> 2]! + 1;
    this.reload();
    return node;
  }

  // ---- arenas ---------------------------------------------------------------------------------------------------------------

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
    if (this.hasRadixTree && !this.arenaMapMarkUsed(address, true)) {
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

  /** v3.13.0 Objects/obmalloc.c new_arena, its first part: doubles the vector of arena_objects, in raw memory. */
  private growArenas(): boolean {
    const memory = this.memory;
    const max = this.i32[this.maxarenasWord]!;
    const count = max === 0 ? this.geometry.initialArenaObjects : max * 2;
    const arenas = this.raw.realloc(this.i32[this.arenasWord]!, count * ARENA_OBJECT.total);
    if (arenas === 0) return false;
    memory.storePtrAt(this.arenasWord, arenas);
    // No pointer leads into the old vector: a new arena is only asked for when every arena is fully used.
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

  // ---- accounts -------------------------------------------------------------------------------------------------------------

  private countRaw(by: 1 | -1): void {
    const w = (this.counters + MGMT_COUNTERS.rawAllocatedBlocks) >> 2;
    const count = this.i32[w]! + by;
    this.i32[w] = count;
    this.i32[w + 1] = count < 0 ? -1 : 0;
  }

  /** Requests that fell through to layer 1 and are still in use (raw_allocated_blocks). */
  get rawAllocatedBlocks(): number {
    return this.i32[(this.counters + MGMT_COUNTERS.rawAllocatedBlocks) >> 2]!;
  }

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
    const bits = this.geometry.radixTree;
    if (bits === null) return { mid: 0, bot: 0 };
    const counts = (this.arenaMapRoot + 8 * 2 ** bits.top) >> 2;
    return { mid: this.i32[counts]!, bot: this.i32[counts + 1]! };
  }

  /**
   * v3.13.0 Objects/obmalloc.c _PyInterpreterState_GetAllocatedBlocks, behind sys.getallocatedblocks(): blocks in use in all pools,
   * and requests over the threshold that fell through. Walks the pools.
   */
  allocatedBlocks(): number {
    let n = this.rawAllocatedBlocks;
    this.walkPools((pool) => {
      n += this.i32[(pool >> 2) + REF_COUNT]!;
    });
    return n;
  }

  /** Visits every pool that was carved off, arena by arena in the order of their slots, empty pools included. */
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

/** @throws EngineFault when an invariant of engine/profiles/pymalloc.ts does not hold */
function checkGeometry(g: PymallocGeometry): void {
  assert(
    isPowerOfTwo(g.alignment) && g.alignment >= 8,
    'alignment is no power of two, or less than a pointer',
  );
  assert(g.smallRequestThreshold % g.alignment === 0, 'alignment does not divide the threshold');
  assert(
    g.alignment <= g.smallRequestThreshold && g.smallRequestThreshold <= 512,
    'threshold out of range',
  );
  assert(
    isPowerOfTwo(g.poolBytes) && isPowerOfTwo(g.arenaBytes),
    'pool or arena size is no power of two',
  );
  assert(g.poolBytes <= g.arenaBytes, 'a pool is larger than an arena');
  assert(g.poolHeaderBytes >= POOL_HEADER.total, 'the pool header does not fit');
  assert(g.poolHeaderBytes % g.alignment === 0, 'the first block is not aligned');
  const bits = g.radixTree;
  if (bits === null) {
    assert(g.poolBytes === 4096, 'without a radix tree a pool must be a page');
  } else if (log2Exact(g.arenaBytes) + bits.bot + bits.mid < 32) {
    throw new EngineFault('the top index of the radix tree must come from the high word alone');
  }
}
