/**
 * Layer 0: the C library's malloc. // NOT CPYTHON: it stands for libc. A plain boundary-tag
 * allocator after Doug Lea's design, with the habits of glibc that a Python programmer can notice:
 * 8 bytes of overhead a chunk, 16-byte alignment, mmap for large requests, and a top that goes back
 * to the system only from its end.
 *
 *     chunk c (16-aligned)                     next chunk = c + size
 *     +---------------+---------------+-----------------------------+---------------+----
 *     | prev_size     | size | flags  | user bytes ...              (prev_size)     | size | flags
 *     +---------------+---------------+-----------------------------+---------------+----
 *     c               c + 8           c + 16 = what malloc returns    last 8 user bytes overlap the next chunk's prev_size
 *
 *     free chunk: c + 16 fd pointer, c + 24 bk pointer (list of its bin); its size also stands in the next chunk's prev_size.
 *
 * States of a chunk: in use -> free (in a bin, never next to another free chunk) -> in use. The
 * last chunk of the heap, `top` (the wilderness), ends at brk, belongs to no bin and is never
 * handed out whole. Flags in the low bits of size: PREV_INUSE, the chunk before is in use;
 * IS_MMAPPED, the chunk is a mapping of its own.
 *
 * Bins: sizes below 1024 have a bin each (every 16 bytes); above, 8 bins a doubling. A bin is a
 * circular list headed by a pointer pair, the same trick as pymalloc's usedpools. A bitmap tells
 * which bins hold anything. A request takes the first chunk that fits of its own bin, else the
 * first of the next bin up, else it is cut off top, else top grows.
 */

import { ADDRESS_HIGH } from './address-high.ts';
import { PAGE_BYTES } from './address-space.ts';
import { alignUp, lowestBit } from '../base/bits.ts';
import type { Addr, Bytes } from '../base/brand.ts';
import { EngineFault } from '../base/errors.ts';
import {
  BIN_COUNT,
  CHUNK,
  CHUNK_OVERHEAD,
  IS_MMAPPED,
  MAPPED,
  MAX_REQUEST,
  MIN_CHUNK,
  MMAP_THRESHOLD,
  PREV_INUSE,
  SMALL_LIMIT,
  STATE,
  TOP_PAD,
  TRIM_THRESHOLD,
  binIndex,
  chunkSizeFor,
} from './chunk.ts';
import type { Memory } from './memory.ts';

/**
 * What `CHeap.stats` tells: glibc's `mallinfo2`, as far as it goes here. All but the counts in
 * bytes.
 */
export interface HeapStats {
  /** Bytes between the heap's base and brk. */
  readonly heapBytes: Bytes;
  /** Bytes of chunks in use in the heap, overhead included. */
  readonly inUseBytes: Bytes;
  readonly inUseChunks: number;
  /** Bytes of free chunks, top left out. */
  readonly freeBytes: Bytes;
  readonly freeChunks: number;
  readonly topBytes: Bytes;
  /** Bytes of mappings made for single requests. */
  readonly mappedBytes: Bytes;
  readonly mappedChunks: number;
}

export type ChunkState = 'used' | 'free' | 'top' | 'mapped';

/**
 * Called for each chunk: `at` is the chunk's first byte, `user` what malloc returned or would
 * return, `bytes` the chunk's size.
 */
export type ChunkVisitor = (at: Addr, user: Addr, bytes: Bytes, state: ChunkState) => void;

export class CHeap {
  readonly memory: Memory;
  private readonly i32: Int32Array;
  private readonly u8: Uint8Array;
  /** Word index of STATE. */
  private readonly state: number;
  /**
   * Byte offset such that `binBase + 16 * i`, read as a chunk, has bin i's head and tail as its fd
   * and bk.
   */
  private readonly binBase: Addr;

  constructor(memory: Memory) {
    this.memory = memory;
    this.i32 = memory.i32;
    this.u8 = memory.u8;
    const state = memory.sbrkStatic(STATE.total);
    this.state = state >> 2;
    this.binBase = state + STATE.bins - CHUNK.fd;
    for (let i = 0; i < BIN_COUNT; i += 1) {
      const bin = this.binBase + 16 * i;
      memory.storePtr(bin + CHUNK.fd, bin);
      memory.storePtr(bin + CHUNK.bk, bin);
    }
  }

  /** All state is in the buffer: nothing to read back. */
  reload(): void {
    // Here so that every part of the machine answers to the same name.
  }

  // ---- malloc -----------------------------------------------------------------------------------

  /**
   * @param n bytes; 0 gives a chunk of its own, as glibc does
   * @returns 16-aligned, bytes not cleared; 0 when the machine's memory is used up
   */
  malloc(n: Bytes): Addr {
    if (!(n <= MAX_REQUEST)) return 0;
    const size = chunkSizeFor(n);
    if (size >= MMAP_THRESHOLD) {
      const p = this.mallocMapped(n);
      if (p !== 0) return p;
    }
    let c = this.takeFromBins(size);
    if (c === 0) {
      c = this.takeFromTop(size);
      if (c === 0) return size >= MMAP_THRESHOLD ? 0 : this.mallocMapped(n);
    }
    this.account(1, this.sizeOf(c));
    return c + CHUNK.user;
  }

  /** `count` items of `size` bytes each, cleared. 0 when the product is more than can be had. */
  calloc(count: number, size: Bytes): Addr {
    const n = count * size;
    const p = this.malloc(n);
    if (p !== 0) this.u8.fill(0, p, p + n);
    return p;
  }

  /**
   * A chunk out of the bins: the first that fits of its own bin, else of the next bin that holds
   * one. 0 when none fits.
   */
  private takeFromBins(size: Bytes): Addr {
    const i32 = this.i32;
    let index = binIndex(size);
    if (size >= SMALL_LIMIT) {
      const bin = this.binBase + 16 * index;
      for (let c = i32[(bin + CHUNK.fd) >> 2]!; c !== bin; c = i32[(c + CHUNK.fd) >> 2]!) {
        if ((i32[(c + CHUNK.size) >> 2]! & ~15) >= size) return this.takeChunk(c, size, index);
      }
      index += 1;
    }
    index = this.firstBinFrom(index);
    if (index < 0) return 0;
    return this.takeChunk(i32[(this.binBase + 16 * index + CHUNK.fd) >> 2]!, size, index);
  }

  /** The first bin from `index` on that holds a chunk, or -1. */
  private firstBinFrom(index: number): number {
    const map = this.state + (STATE.binMap >> 2);
    let word = index >> 5;
    if (word > 7) return -1;
    let bits = this.i32[map + word]! & (-1 << (index & 31));
    while (bits === 0) {
      word += 1;
      if (word > 7) return -1;
      bits = this.i32[map + word]!;
    }
    return (word << 5) + lowestBit(bits);
  }

  /** Takes the free chunk `c` out of its bin, cuts off what is over `size`, and marks it used. */
  private takeChunk(c: Addr, size: Bytes, index: number): Addr {
    const i32 = this.i32;
    this.unlink(c, index);
    const whole = i32[(c + CHUNK.size) >> 2]! & ~15;
    const rest = whole - size;
    if (rest >= MIN_CHUNK) {
      i32[(c + CHUNK.size) >> 2] = size | PREV_INUSE;
      this.link(c + size, rest);
    } else {
      const next = (c + whole + CHUNK.size) >> 2;
      i32[next] = i32[next]! | PREV_INUSE;
    }
    return c;
  }

  /** Cuts a chunk off the wilderness, which grows when it must. 0 when it cannot. */
  private takeFromTop(size: Bytes): Addr {
    const i32 = this.i32;
    let c = i32[this.state]!;
    if (c === 0 || (i32[(c + CHUNK.size) >> 2]! & ~15) < size + MIN_CHUNK) {
      if (!this.growTop(size)) return 0;
      c = i32[this.state]!;
    }
    const rest = (i32[(c + CHUNK.size) >> 2]! & ~15) - size;
    i32[(c + CHUNK.size) >> 2] = size | PREV_INUSE;
    this.setTop(c + size, rest);
    return c;
  }

  /**
   * Has top reach at least `size + MIN_CHUNK` bytes by moving brk. False when the system refuses.
   */
  private growTop(size: Bytes): boolean {
    const top = this.i32[this.state]!;
    const have = top === 0 ? 0 : this.sizeOf(top);
    const need = alignUp(size + MIN_CHUNK - have, PAGE_BYTES);
    let more = need + TOP_PAD;
    let old = this.memory.sbrk(more);
    if (old === 0) {
      more = need;
      old = this.memory.sbrk(more);
      if (old === 0) return false;
    }
    this.setTop(top === 0 ? old : top, have + more);
    return true;
  }

  private setTop(c: Addr, size: Bytes): void {
    this.i32[this.state] = c;
    this.i32[this.state + 1] = ADDRESS_HIGH;
    this.i32[(c + CHUNK.size) >> 2] = size | PREV_INUSE;
    this.i32[(c + CHUNK.size + 4) >> 2] = 0;
  }

  /** A mapping of its own for one request. */
  private mallocMapped(n: Bytes): Addr {
    const memory = this.memory;
    const bytes = alignUp(n + MAPPED.user, PAGE_BYTES);
    const base = memory.mmap(bytes);
    if (base === 0) return 0;
    const head = (this.state << 2) + STATE.mappedHead;
    const next = memory.loadPtr(head);
    memory.storePtr(base + MAPPED.next, next);
    if (next !== 0) memory.storePtr(next + MAPPED.prev, base);
    memory.storePtr(head, base);
    this.i32[(base + MAPPED.chunk + CHUNK.size) >> 2] = (bytes - MAPPED.chunk) | IS_MMAPPED;
    this.accountMapped(1, bytes);
    return base + MAPPED.user;
  }

  // ---- free -------------------------------------------------------------------------------------

  /**
   * Gives a chunk back. NULL has no effect. Its bytes stay, but for the first 16 and the last 8,
   * which the lists need.
   */
  free(p: Addr): void {
    if (p === 0) return;
    const i32 = this.i32;
    let c = p - CHUNK.user;
    const header = i32[(c + CHUNK.size) >> 2]!;
    if ((header & IS_MMAPPED) !== 0) {
      this.freeMapped(p);
      return;
    }
    let size = header & ~15;
    this.account(-1, -size);
    if ((header & PREV_INUSE) === 0) {
      const before = i32[(c + CHUNK.prevSize) >> 2]!;
      c -= before;
      size += before;
      this.unlink(c, binIndex(before));
    }
    const next = p - CHUNK.user + (header & ~15);
    if (next === i32[this.state]!) {
      size += i32[(next + CHUNK.size) >> 2]! & ~15;
      this.setTop(c, size);
      if (size >= TRIM_THRESHOLD) this.trimTop();
      return;
    }
    const after = i32[(next + CHUNK.size) >> 2]! & ~15;
    if ((i32[(next + after + CHUNK.size) >> 2]! & PREV_INUSE) === 0) {
      this.unlink(next, binIndex(after));
      size += after;
    } else {
      i32[(next + CHUNK.size) >> 2] = i32[(next + CHUNK.size) >> 2]! & ~PREV_INUSE;
    }
    this.link(c, size);
  }

  /** Gives the pages of top beyond TOP_PAD back to the system. */
  private trimTop(): void {
    const top = this.i32[this.state]!;
    const size = this.sizeOf(top);
    const extra = (size - MIN_CHUNK - TOP_PAD) & -PAGE_BYTES;
    if (extra <= 0) return;
    this.memory.sbrk(-extra);
    this.setTop(top, size - extra);
  }

  private freeMapped(p: Addr): void {
    const memory = this.memory;
    const base = p - MAPPED.user;
    const bytes = this.sizeOf(base + MAPPED.chunk) + MAPPED.chunk;
    const next = memory.loadPtr(base + MAPPED.next);
    const prev = memory.loadPtr(base + MAPPED.prev);
    memory.storePtr(prev === 0 ? (this.state << 2) + STATE.mappedHead : prev + MAPPED.next, next);
    if (next !== 0) memory.storePtr(next + MAPPED.prev, prev);
    this.accountMapped(-1, -bytes);
    memory.munmap(base, bytes);
  }

  // ---- realloc ----------------------------------------------------------------------------------

  /**
   * Resizes, in place when the chunk after is free or the wilderness. The first min(old, new) bytes
   * are kept.
   * @returns the block, which may have moved; 0 when refused, and then the old block is as it was
   */
  realloc(p: Addr, n: Bytes): Addr {
    if (p === 0) return this.malloc(n);
    if (!(n <= MAX_REQUEST)) return 0;
    const c = p - CHUNK.user;
    if ((this.i32[(c + CHUNK.size) >> 2]! & IS_MMAPPED) !== 0) return this.reallocMapped(p, n);
    const size = chunkSizeFor(n);
    const old = this.sizeOf(c);
    if (size <= old || this.growInPlace(c, old, size)) {
      this.shrinkInPlace(c, size);
      return p;
    }
    return this.reallocMoving(p, n, old - CHUNK_OVERHEAD);
  }

  /** Takes over the chunk after, free or wilderness, when that gives `size` bytes. */
  private growInPlace(c: Addr, old: Bytes, size: Bytes): boolean {
    const i32 = this.i32;
    const next = c + old;
    let taken: Bytes;
    if (next === i32[this.state]!) {
      const need = size - old;
      if (this.sizeOf(next) < need + MIN_CHUNK && !this.growTop(need)) return false;
      this.setTop(next + need, this.sizeOf(next) - need);
      taken = need;
    } else {
      taken = this.sizeOf(next);
      const after = (next + taken + CHUNK.size) >> 2;
      if (old + taken < size || (i32[after]! & PREV_INUSE) !== 0) return false;
      this.unlink(next, binIndex(taken));
      i32[after] = i32[after]! | PREV_INUSE;
    }
    i32[(c + CHUNK.size) >> 2] = i32[(c + CHUNK.size) >> 2]! + taken;
    this.account(0, taken);
    return true;
  }

  /** Cuts a chunk in use down to `size` bytes and frees the rest, when the rest makes a chunk. */
  private shrinkInPlace(c: Addr, size: Bytes): void {
    const i32 = this.i32;
    const rest = this.sizeOf(c) - size;
    if (rest < MIN_CHUNK) return;
    i32[(c + CHUNK.size) >> 2] = size | (i32[(c + CHUNK.size) >> 2]! & PREV_INUSE);
    i32[(c + size + CHUNK.size) >> 2] = rest | PREV_INUSE;
    i32[(c + size + CHUNK.size + 4) >> 2] = 0;
    this.account(1, 0);
    this.free(c + size + CHUNK.user);
  }

  /** A mapping keeps its base when it shrinks (its last pages go back) and moves when it grows. */
  private reallocMapped(p: Addr, n: Bytes): Addr {
    const base = p - MAPPED.user;
    const old = this.sizeOf(base + MAPPED.chunk) + MAPPED.chunk;
    const bytes = alignUp(n + MAPPED.user, PAGE_BYTES);
    if (bytes > old) return this.reallocMoving(p, n, old - MAPPED.user);
    if (bytes < old) {
      this.memory.munmap(base + bytes, old - bytes);
      this.i32[(base + MAPPED.chunk + CHUNK.size) >> 2] = (bytes - MAPPED.chunk) | IS_MMAPPED;
      this.accountMapped(0, bytes - old);
    }
    return p;
  }

  private reallocMoving(p: Addr, n: Bytes, keep: Bytes): Addr {
    const to = this.malloc(n);
    if (to === 0) return 0;
    this.u8.copyWithin(to, p, p + Math.min(keep, n));
    this.free(p);
    return to;
  }

  // ---- chunks and bins --------------------------------------------------------------------------

  /** Size of the chunk at `c` without its flags. */
  private sizeOf(c: Addr): Bytes {
    return this.i32[(c + CHUNK.size) >> 2]! & ~15;
  }

  /**
   * Makes `size` bytes at `c` a free chunk and puts it first in its bin. The chunk before must be
   * in use.
   */
  private link(c: Addr, size: Bytes): void {
    const i32 = this.i32;
    const index = binIndex(size);
    const bin = this.binBase + 16 * index;
    const first = i32[(bin + CHUNK.fd) >> 2]!;
    const w = c >> 2;
    i32[w + 2] = size | PREV_INUSE;
    i32[w + 3] = 0;
    i32[w + 4] = first;
    i32[w + 5] = ADDRESS_HIGH;
    i32[w + 6] = bin;
    i32[w + 7] = ADDRESS_HIGH;
    i32[(first + CHUNK.bk) >> 2] = c;
    i32[(bin + CHUNK.fd) >> 2] = c;
    const next = (c + size) >> 2;
    i32[next] = size;
    i32[next + 1] = 0;
    i32[next + 2] = i32[next + 2]! & ~PREV_INUSE;
    const map = this.state + (STATE.binMap >> 2) + (index >> 5);
    i32[map] = i32[map]! | (1 << (index & 31));
  }

  /** Takes the free chunk `c` out of bin `index`. */
  private unlink(c: Addr, index: number): void {
    const i32 = this.i32;
    const fd = i32[(c + CHUNK.fd) >> 2]!;
    const bk = i32[(c + CHUNK.bk) >> 2]!;
    i32[(fd + CHUNK.bk) >> 2] = bk;
    i32[(bk + CHUNK.fd) >> 2] = fd;
    if (fd === bk && fd === this.binBase + 16 * index) {
      const map = this.state + (STATE.binMap >> 2) + (index >> 5);
      i32[map] = i32[map]! & ~(1 << (index & 31));
    }
  }

  private account(chunks: number, bytes: Bytes): void {
    const w = this.state + (STATE.inUseChunks >> 2);
    this.i32[w] = this.i32[w]! + chunks;
    this.i32[w + 1] = this.i32[w + 1]! + bytes;
  }

  private accountMapped(chunks: number, bytes: Bytes): void {
    const w = this.state + (STATE.mappedCount >> 2);
    this.i32[w] = this.i32[w]! + chunks;
    this.i32[w + 1] = this.i32[w + 1]! + bytes;
  }

  // ---- looking at it ----------------------------------------------------------------------------

  /** Bytes that the user of `p` may use: at least what was asked for (`malloc_usable_size`). */
  usableSize(p: Addr): Bytes {
    if (p === 0) return 0;
    const header = this.i32[(p - CHUNK.user + CHUNK.size) >> 2]!;
    const overhead = (header & IS_MMAPPED) !== 0 ? MAPPED.user - MAPPED.chunk : CHUNK_OVERHEAD;
    return (header & ~15) - overhead;
  }

  /**
   * Visits every chunk: those of the heap from low to high addresses, then the mappings, latest
   * first.
   */
  walk(visit: ChunkVisitor): void {
    const top = this.i32[this.state]!;
    if (top !== 0) {
      let c = this.memory.heapBase;
      while (c < top) {
        const size = this.sizeOf(c);
        const used = (this.i32[(c + size + CHUNK.size) >> 2]! & PREV_INUSE) !== 0;
        visit(c, c + CHUNK.user, size, used ? 'used' : 'free');
        c += size;
      }
      visit(top, top + CHUNK.user, this.sizeOf(top), 'top');
    }
    let base = this.memory.loadPtr((this.state << 2) + STATE.mappedHead);
    while (base !== 0) {
      const bytes = this.sizeOf(base + MAPPED.chunk) + MAPPED.chunk;
      visit(base, base + MAPPED.user, bytes, 'mapped');
      base = this.memory.loadPtr(base + MAPPED.next);
    }
  }

  /** Accounts of the heap. Walks the free chunks. */
  stats(): HeapStats {
    let freeBytes = 0;
    let freeChunks = 0;
    let topBytes = 0;
    this.walk((_at, _user, bytes, state) => {
      if (state === 'free') {
        freeBytes += bytes;
        freeChunks += 1;
      } else if (state === 'top') topBytes = bytes;
    });
    const word = (field: number): number => this.i32[this.state + (field >> 2)]!;
    return {
      heapBytes: this.memory.brk - this.memory.heapBase,
      inUseBytes: word(STATE.inUseBytes),
      inUseChunks: word(STATE.inUseChunks),
      freeBytes,
      freeChunks,
      topBytes,
      mappedBytes: word(STATE.mappedBytes),
      mappedChunks: word(STATE.mappedCount),
    };
  }

  /** The chunks of bin `index`, first to last. For the checker and for lenses. */
  binChunks(index: number): Addr[] {
    const bin = this.binBase + 16 * index;
    const chunks: Addr[] = [];
    let c = this.memory.loadPtr(bin + CHUNK.fd);
    while (c !== bin) {
      if (c < this.memory.heapBase || c >= this.memory.brk || chunks.length > 1 << 22) {
        throw new EngineFault(`bin ${index} leads to ${c}, outside the heap`);
      }
      chunks.push(c);
      c = this.memory.loadPtr(c + CHUNK.fd);
    }
    return chunks;
  }

  /** Whether the bitmap says that bin `index` holds a chunk. */
  binMarked(index: number): boolean {
    return (
      ((this.i32[this.state + (STATE.binMap >> 2) + (index >> 5)]! >>> (index & 31)) & 1) === 1
    );
  }

  /** What is wrong with the heap, in words; empty when nothing is. */
  check(): string[] {
    const faults: string[] = [];
    const free = new Map<Addr, Bytes>();
    let used = 0;
    let usedBytes = 0;
    let mapped = 0;
    let mappedBytes = 0;
    let end = this.memory.heapBase;
    let before: ChunkState = 'used';
    this.walk((at, user, bytes, state) => {
      if (user % 16 !== 0) faults.push(`chunk ${at}: not 16-aligned`);
      if (state === 'mapped') {
        mapped += 1;
        mappedBytes += bytes;
        if (!this.memory.isMapped(at)) faults.push(`mapping ${at}: its pages are not mapped`);
        return;
      }
      if (at !== end) faults.push(`chunk ${at}: the one before ends at ${end}`);
      if (bytes < MIN_CHUNK) faults.push(`chunk ${at}: ${bytes} bytes are less than the least`);
      const prevInUse = (this.i32[(at + CHUNK.size) >> 2]! & PREV_INUSE) !== 0;
      if (prevInUse !== (before === 'used')) faults.push(`chunk ${at}: PREV_INUSE is wrong`);
      if (before === 'free' && state !== 'used')
        faults.push(`chunk ${at}: two free chunks side by side`);
      if (state === 'free') {
        free.set(at, bytes);
        if (this.memory.loadPtr(at + bytes) !== bytes)
          faults.push(`chunk ${at}: prev_size after it is wrong`);
      }
      if (state === 'used') {
        used += 1;
        usedBytes += bytes;
      }
      end = at + bytes;
      before = state;
    });
    if (end !== this.memory.brk) faults.push(`the heap ends at ${end}, brk is ${this.memory.brk}`);
    for (let index = 0; index < BIN_COUNT; index += 1) {
      const chunks = this.binChunks(index);
      if (this.binMarked(index) !== chunks.length > 0)
        faults.push(`bin ${index}: its mark is wrong`);
      for (const c of chunks) {
        const bytes = free.get(c);
        if (bytes === undefined) faults.push(`bin ${index}: chunk ${c} is not free`);
        else if (binIndex(bytes) !== index)
          faults.push(`bin ${index}: chunk ${c} of ${bytes} bytes`);
        free.delete(c);
      }
    }
    for (const c of free.keys()) faults.push(`free chunk ${c} is in no bin`);
    const word = (field: number): number => this.i32[this.state + (field >> 2)]!;
    if (word(STATE.inUseChunks) !== used || word(STATE.inUseBytes) !== usedBytes) {
      faults.push(`${used} chunks of ${usedBytes} bytes are in use, the accounts say otherwise`);
    }
    if (word(STATE.mappedCount) !== mapped || word(STATE.mappedBytes) !== mappedBytes) {
      faults.push(`${mapped} mappings of ${mappedBytes} bytes, the accounts say otherwise`);
    }
    return faults;
  }
}
