/**
 * Layer 2: pymalloc, CPython's allocator for small blocks. The algorithm is that of
 * Objects/obmalloc.c, on the same structures, in the same bytes.
 *
 *     arenas, from mmap (1 MiB)         pools (16 KiB), one size class each        blocks
 *     +------------------------+        +---------------------------------+
 *     | pool | pool | pool | . |  --->  | header | block | block | ...    |  --->  in use: the user's bytes
 *     +------------------------+        +---------------------------------+        free: next free block, then old bytes
 *
 *     usedpools[size class]  -> pools of that class with both used and free blocks, a circular list
 *     arenas[]               -> one arena_object an arena; usable_arenas lists those with pools available, fullest first
 *
 * States of a pool. used: some blocks are in use, some not; in the list of its class. full: all
 * blocks in use; in no list. empty: no block in use; in its arena's freepools. Transitions: empty
 * -> used (allocateFromNewPool), used -> full (pymallocPoolExtend finds no room), full -> used
 * (insertToUsedpool), used -> empty (insertToFreepool).
 *
 * This file is the upper half, pools and blocks; arenas.ts is the lower half, arena-map.ts the
 * question whose address it is.
 *
 * Blocks in a pool are carved off as they are needed: nextoffset is where the next virgin block
 * starts. A freed block goes to the front of its pool's free list, so that the block freed last is
 * handed out first.
 *
 * Tunables come from the profile (engine/profiles/pymalloc.ts); their invariants are checked in the
 * constructor. Everything that changes is in the buffer; `reload()` rebuilds what mirrors it.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { alignUp, isPowerOfTwo, log2Exact } from '../base/bits.ts';
import { EngineFault, assert } from '../base/errors.ts';
import { ADDRESS_HIGH, type CHeap, type Memory } from '../memory/index.ts';
import type { PymallocGeometry } from '../profiles/pymalloc.ts';
import type { PyMemAllocator } from './allocator.ts';
import { Arenas, unlinkPool, type PymallocOptions } from './arenas.ts';
import { MGMT_COUNTERS, POOL_HEADER, SSIZE_LIMIT } from './layout.ts';

/** Word distances inside a pool header: the hot paths index `i32` by words. */
const REF_COUNT = POOL_HEADER.refCount >> 2;
const FREEBLOCK = POOL_HEADER.freeblock >> 2;
const NEXTPOOL = POOL_HEADER.nextpool >> 2;
const PREVPOOL = POOL_HEADER.prevpool >> 2;
const SZIDX = POOL_HEADER.szidx >> 2;
const NEXTOFFSET = POOL_HEADER.nextoffset >> 2;
const MAXNEXTOFFSET = POOL_HEADER.maxnextoffset >> 2;

export class Pymalloc extends Arenas implements PyMemAllocator {
  /** Size classes (NB_SMALL_SIZE_CLASSES). */
  readonly classCount: number;
  private readonly threshold: Bytes;
  private readonly alignmentShift: number;
  private readonly poolMask: number;
  /** Word index of usedpools. */
  private readonly usedWord: number;

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
    super(memory, cheap, geometry, options);
    this.threshold = geometry.smallRequestThreshold;
    this.alignmentShift = log2Exact(geometry.alignment);
    this.poolMask = -geometry.poolBytes;
    this.classCount = geometry.smallRequestThreshold / geometry.alignment;
    this.usedWord = this.usedpools >> 2;
    for (let i = 0; i < alignUp(this.classCount, 8); i += 1) {
      memory.storePtr(this.usedpools + 16 * i, this.usedpoolHeader(i));
      memory.storePtr(this.usedpools + 16 * i + 8, this.usedpoolHeader(i));
    }
  }

  // ---- sizes ------------------------------------------------------------------------------------

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
   * The head of the list of used pools of a size class: an address that, read as a pool_header, has
   * usedpools[2i] as its nextpool and usedpools[2i + 1] as its prevpool. v3.13.0 pycore_obmalloc.h,
   * "Major obscurity"
   */
  usedpoolHeader(szidx: number): Addr {
    return this.usedpools + 16 * szidx - POOL_HEADER.nextpool;
  }

  // ---- malloc -----------------------------------------------------------------------------------

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
      // CPython asks `pool != pool->nextpool`; the list is empty exactly when its first entry is
      // the header itself.
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

  /**
   * v3.13.0 Objects/obmalloc.c pymalloc_alloc. 0 when the request is not for pymalloc, or no arena
   * can be had.
   */
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
   * v3.13.0 Objects/obmalloc.c pymalloc_pool_extend: the free list has run out. Carves off the next
   * virgin block, or takes the pool, now full, out of usedpools.
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
    unlinkPool(i32, w);
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
   * v3.13.0 Objects/obmalloc.c allocate_from_new_pool: no pool of the size class has a free block.
   * Takes a free pool from the fullest usable arena, from a new arena if there is none.
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

  // ---- free -------------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_Free, with pymalloc_free written into it. NULL has no
   * effect.
   */
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

  /**
   * v3.13.0 Objects/obmalloc.c insert_to_usedpool: a pool that was full goes to the front of its
   * class, so that the block is reused next.
   */
  private insertToUsedpool(pool: Addr): void {
    this.frontlinkPool(pool, this.i32[(pool >> 2) + SZIDX]!);
  }

  // ---- realloc ----------------------------------------------------------------------------------

  /**
   * v3.13.0 Objects/obmalloc.c _PyObject_Realloc and pymalloc_realloc. A block that shrinks stays
   * where it is unless a quarter of it would be saved; one that grows beyond its class is copied. A
   * block that layer 0 gave stays with layer 0.
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

  // ---- whose address is it ----------------------------------------------------------------------

  /** v3.13.0 Objects/obmalloc.c address_in_range: whether pymalloc handed out `p`. */
  addressInRange(p: Addr): boolean {
    return this.addressInRangeOf(p, p & this.poolMask);
  }

  /** Bytes of the block at `p`: its size class. 0 when pymalloc did not hand it out. */
  blockSize(p: Addr): Bytes {
    const pool = p & this.poolMask;
    if (!this.addressInRangeOf(p, pool)) return 0;
    return this.index2size(this.i32[(pool >> 2) + SZIDX]!);
  }

  // ---- accounts ---------------------------------------------------------------------------------

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

  /**
   * v3.13.0 Objects/obmalloc.c _PyInterpreterState_GetAllocatedBlocks, behind
   * sys.getallocatedblocks(): blocks in use in all pools, and requests over the threshold that fell
   * through. Walks the pools.
   */
  allocatedBlocks(): number {
    let n = this.rawAllocatedBlocks;
    this.walkPools((pool) => {
      n += this.i32[(pool >> 2) + REF_COUNT]!;
    });
    return n;
  }
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
