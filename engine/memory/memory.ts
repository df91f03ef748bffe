/**
 * The machine's memory: one ArrayBuffer, typed arrays over the whole of it, and the system calls
 * that give its pages out.
 *
 * This is layer -1 of the picture in CPython's pycore_obmalloc.h, the virtual memory that a process
 * has. NOT CPYTHON: it stands for the kernel (`brk`, `mmap`, `munmap`) and the loader
 * (`sbrkStatic`).
 *
 * States of a page: unmapped -> mapped -> resident -> unmapped. Pages are zeroed when they are
 * mapped, as the kernel's are, so that what a run finds in fresh memory never depends on the past.
 * As with Linux, a mapped page takes physical memory only from its first write on. Model of that: a
 * page is resident when it holds anything but zeros. So nothing is noted while the program runs; a
 * page that was written to and then cleared to its last byte is missed.
 *
 * Every bit of state lives in the buffer: the `RUNTIME` struct at the start of the static segment,
 * and the page bitmap behind it. Copying `usedRanges()` out and back therefore restores the machine
 * exactly. JavaScript fields here are constants.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { ADDRESS_HIGH } from './address-high.ts';
import { alignUp } from '../base/bits.ts';
import { EngineFault } from '../base/errors.ts';
import {
  MAX_ALIGNMENT,
  PAGE_BYTES,
  layOutAddressSpace,
  type AddressSpace,
  type AddressSpaceOptions,
} from './address-space.ts';
import { PageMap } from './page-map.ts';

/**
 * The runtime struct: byte offsets from the start of the static segment, each field a 32-bit word.
 * NOT CPYTHON.
 */
export const RUNTIME = {
  /** MAGIC: tells a buffer of ours. */
  magic: 0,
  /** First byte of the static segment that is not handed out. */
  staticTop: 4,
  /** End of the C heap (`sbrk(0)`). */
  brk: 8,
  /** Lowest mapped byte; the length of the buffer when nothing is mapped. */
  mmapLow: 12,
  mappedPages: 16,
  /** First byte of the data stack that is not in use. The VM writes it. */
  dataStackTop: 20,
  /** Highest the data stack ever was: below it may be what calls have left, above it is zero. The VM writes it. */
  dataStackHigh: 40,
  /** Requests to mmap or sbrk that were refused since boot. */
  refusals: 24,
  mmapCalls: 28,
  munmapCalls: 32,
  total: 48,
} as const;

/** Word index of `RUNTIME.dataStackTop` in `i32`: the VM keeps the top of its frames there. */
export const DATA_STACK_TOP_WORD = (PAGE_BYTES + RUNTIME.dataStackTop) >> 2;

/** Word index of `RUNTIME.dataStackHigh` in `i32`. */
export const DATA_STACK_HIGH_WORD = (PAGE_BYTES + RUNTIME.dataStackHigh) >> 2;

const MAGIC = 0x4d795031;
const STATIC_TOP = (PAGE_BYTES + RUNTIME.staticTop) >> 2;
const BRK = (PAGE_BYTES + RUNTIME.brk) >> 2;
const MMAP_LOW = (PAGE_BYTES + RUNTIME.mmapLow) >> 2;
const MAPPED_PAGES = (PAGE_BYTES + RUNTIME.mappedPages) >> 2;
const REFUSALS = (PAGE_BYTES + RUNTIME.refusals) >> 2;
const MMAP_CALLS = (PAGE_BYTES + RUNTIME.mmapCalls) >> 2;
const MUNMAP_CALLS = (PAGE_BYTES + RUNTIME.munmapCalls) >> 2;

/** Numbers of pages in each segment. */
export interface SegmentPages {
  readonly static: number;
  readonly dataStack: number;
  readonly heap: number;
  readonly mappings: number;
  readonly total: number;
}

/** A copy of bytes in use, for a checkpoint. */
export interface MemoryCopy {
  readonly start: Addr;
  readonly bytes: Uint8Array;
}

/** Bytes in use, `[start, end)`. */
export type ByteRange = readonly [start: Addr, end: Addr];

function withTotal(pages: Omit<SegmentPages, 'total'>): SegmentPages {
  const { heap, mappings } = pages;
  return { ...pages, total: pages.static + pages.dataStack + heap + mappings };
}

export class Memory implements AddressSpace {
  readonly buffer: ArrayBuffer;
  readonly u8: Uint8Array;
  readonly u16: Uint16Array;
  readonly i32: Int32Array;
  readonly u32: Uint32Array;
  readonly f64: Float64Array;
  /** 64-bit integers. For rare use: every load makes a BigInt. */
  readonly b64: BigInt64Array;

  readonly bytes: Bytes;
  readonly staticBase: Addr;
  readonly staticLimit: Addr;
  readonly dataStackBase: Addr;
  readonly dataStackLimit: Addr;
  readonly heapBase: Addr;

  private readonly pages: PageMap;

  /** @throws EngineFault when the sizes asked for do not fit each other */
  constructor(options: AddressSpaceOptions = {}) {
    const space = layOutAddressSpace(options);
    this.bytes = space.bytes;
    this.staticBase = space.staticBase;
    this.staticLimit = space.staticLimit;
    this.dataStackBase = space.dataStackBase;
    this.dataStackLimit = space.dataStackLimit;
    this.heapBase = space.heapBase;
    this.buffer = new ArrayBuffer(space.bytes);
    this.u8 = new Uint8Array(this.buffer);
    this.u16 = new Uint16Array(this.buffer);
    this.i32 = new Int32Array(this.buffer);
    this.u32 = new Uint32Array(this.buffer);
    this.f64 = new Float64Array(this.buffer);
    this.b64 = new BigInt64Array(this.buffer);

    const i32 = this.i32;
    i32[(PAGE_BYTES + RUNTIME.magic) >> 2] = MAGIC;
    i32[STATIC_TOP] = this.staticBase + RUNTIME.total;
    i32[BRK] = this.heapBase;
    i32[MMAP_LOW] = this.bytes;
    i32[DATA_STACK_TOP_WORD] = this.dataStackBase;
    i32[DATA_STACK_HIGH_WORD] = this.dataStackBase;
    const pageCount = this.bytes / PAGE_BYTES;
    this.pages = new PageMap(i32, this.sbrkStatic(PageMap.bytesFor(pageCount)), pageCount);
  }

  // ---- pointers ---------------------------------------------------------------------------------

  /** The offset in the pointer field at byte offset `at` (a multiple of 4); 0 for NULL. */
  loadPtr(at: Addr): Addr {
    return this.i32[at >> 2]!;
  }

  /** Writes both words of the pointer field at byte offset `at`. */
  storePtr(at: Addr, p: Addr): void {
    const index = at >> 2;
    this.i32[index] = p;
    this.i32[index + 1] = p === 0 ? 0 : ADDRESS_HIGH;
  }

  /** `loadPtr` for a word index (byte offset / 4). */
  loadPtrAt(index: number): Addr {
    return this.i32[index]!;
  }

  /** `storePtr` for a word index (byte offset / 4). */
  storePtrAt(index: number, p: Addr): void {
    this.i32[index] = p;
    this.i32[index + 1] = p === 0 ? 0 : ADDRESS_HIGH;
  }

  // ---- static segment ---------------------------------------------------------------------------

  /**
   * Takes zeroed bytes of the static segment, 16-aligned, for good. For boot only.
   * @throws EngineFault when the reservation is used up
   */
  sbrkStatic(bytes: Bytes): Addr {
    const top = this.i32[STATIC_TOP]!;
    const at = alignUp(top, MAX_ALIGNMENT);
    if (at + bytes > this.staticLimit) {
      throw new EngineFault(`the static segment has no room for ${bytes} bytes`);
    }
    this.i32[STATIC_TOP] = at + bytes;
    // a checkpoint that was put back may have left bytes here that were in use after it
    this.u8.fill(0, top, at + bytes);
    return at;
  }

  /** First byte of the static segment that is not handed out. */
  get staticTop(): Addr {
    return this.i32[STATIC_TOP]!;
  }

  // ---- data stack -------------------------------------------------------------------------------

  /** First unused byte of the data stack. Hot code uses `i32[DATA_STACK_TOP_WORD]`. */
  get dataStackTop(): Addr {
    return this.i32[DATA_STACK_TOP_WORD]!;
  }

  set dataStackTop(at: Addr) {
    this.i32[DATA_STACK_TOP_WORD] = at;
  }

  // ---- C heap -----------------------------------------------------------------------------------

  /** End of the C heap. */
  get brk(): Addr {
    return this.i32[BRK]!;
  }

  /**
   * Moves the end of the C heap by `delta` bytes (a multiple of PAGE_BYTES, negative to give pages
   * back). New bytes are zero.
   * @returns the old end, or 0 when there is no room below the lowest mapping
   */
  sbrk(delta: Bytes): Addr {
    const old = this.i32[BRK]!;
    const end = old + delta;
    if (end > this.i32[MMAP_LOW]! || end < this.heapBase) {
      this.i32[REFUSALS] = this.i32[REFUSALS]! + 1;
      return 0;
    }
    if (delta > 0) this.u8.fill(0, old, end);
    this.i32[BRK] = end;
    return old;
  }

  // ---- mappings ---------------------------------------------------------------------------------

  /**
   * Maps zeroed pages: the highest hole that fits, above the C heap.
   * @param bytes rounded up to whole pages
   * @param alignment power of two, a multiple of PAGE_BYTES; with `phase` it forces the place: base
   *   % alignment === phase
   * @returns the base, or 0 when refused
   */
  mmap(bytes: Bytes, alignment: Bytes = PAGE_BYTES, phase: Bytes = 0): Addr {
    const i32 = this.i32;
    const count = Math.ceil(bytes / PAGE_BYTES);
    const floor = alignUp(i32[BRK]!, PAGE_BYTES) / PAGE_BYTES;
    const page =
      bytes > 0 && bytes <= this.bytes
        ? this.pages.findFreeRun(
            count,
            floor,
            i32[MMAP_LOW]! / PAGE_BYTES,
            alignment / PAGE_BYTES,
            phase / PAGE_BYTES,
          )
        : -1;
    if (page < 0) {
      i32[REFUSALS] = i32[REFUSALS]! + 1;
      return 0;
    }
    const base = page * PAGE_BYTES;
    this.pages.fill(page, count, 1);
    this.u8.fill(0, base, base + count * PAGE_BYTES);
    if (base < i32[MMAP_LOW]!) i32[MMAP_LOW] = base;
    i32[MAPPED_PAGES] = i32[MAPPED_PAGES]! + count;
    i32[MMAP_CALLS] = i32[MMAP_CALLS]! + 1;
    return base;
  }

  /**
   * Gives mapped pages back. Their bytes must not be read any more.
   * @throws EngineFault when a page of the range is not mapped
   */
  munmap(at: Addr, bytes: Bytes): void {
    const i32 = this.i32;
    const count = Math.ceil(bytes / PAGE_BYTES);
    const page = at / PAGE_BYTES;
    if (!Number.isInteger(page) || !this.pages.isRun(page, count, 1)) {
      throw new EngineFault(`munmap of ${bytes} bytes at ${at}, which are not all mapped`);
    }
    this.pages.fill(page, count, 0);
    i32[MAPPED_PAGES] = i32[MAPPED_PAGES]! - count;
    i32[MUNMAP_CALLS] = i32[MUNMAP_CALLS]! + 1;
    if (at === i32[MMAP_LOW]!) i32[MMAP_LOW] = this.pages.firstUsed(page) * PAGE_BYTES;
  }

  /** Whether the byte at `at` lies in any segment's part that is in use. */
  isMapped(at: Addr): boolean {
    if (at < this.staticBase || at >= this.bytes) return false;
    if (at < this.staticTop) return true;
    if (at < this.dataStackBase) return false;
    if (at < this.dataStackLimit) return at < this.dataStackTop;
    if (at < this.brk) return true;
    return this.pages.isRun(Math.floor(at / PAGE_BYTES), 1, 1);
  }

  // ---- accounts ---------------------------------------------------------------------------------

  /** How many pages each segment has from the system: what the process may use. */
  mappedPages(): SegmentPages {
    const pagesIn = (from: Addr, to: Addr): number => Math.ceil((to - from) / PAGE_BYTES);
    return withTotal({
      static: pagesIn(this.staticBase, this.staticTop),
      dataStack: pagesIn(this.dataStackBase, this.dataStackTop),
      heap: pagesIn(this.heapBase, this.brk),
      mappings: this.i32[MAPPED_PAGES]!,
    });
  }

  /**
   * How many pages each segment holds of physical memory, by the model at the top of this file. Looks
   * at every mapped page.
   */
  residentPages(): SegmentPages {
    const counts = { static: 0, dataStack: 0, heap: 0, mappings: 0 };
    for (const [start, end] of this.usedRanges()) {
      const segment = this.segmentOf(start);
      for (let page = start; page < end; page += PAGE_BYTES)
        if (!this.isZero(page, Math.min(page + PAGE_BYTES, end))) counts[segment] += 1;
    }
    return withTotal(counts);
  }

  private segmentOf(at: Addr): keyof Omit<SegmentPages, 'total'> {
    if (at < this.staticLimit) return 'static';
    if (at < this.dataStackLimit) return 'dataStack';
    return at < this.brk ? 'heap' : 'mappings';
  }

  private isZero(from: Addr, to: Addr): boolean {
    const i32 = this.i32;
    for (let w = from >> 2; w < to >> 2; w += 1) if (i32[w] !== 0) return false;
    return true;
  }

  /** System calls since boot. */
  get systemCalls(): { readonly mmap: number; readonly munmap: number; readonly refusals: number } {
    const i32 = this.i32;
    return { mmap: i32[MMAP_CALLS]!, munmap: i32[MUNMAP_CALLS]!, refusals: i32[REFUSALS]! };
  }

  // ---- checkpoints ------------------------------------------------------------------------------

  /**
   * The byte ranges in use, in ascending order and disjoint. A checkpoint is a copy of them;
   * writing the copy back restores the machine, whatever the rest of the buffer holds, because
   * nothing reads bytes outside them before they are mapped (and zeroed) anew.
   */
  usedRanges(): ByteRange[] {
    const ranges: ByteRange[] = [[this.staticBase, this.staticTop]];
    // with what returned calls have left above the top: a frame's unused slots show it
    const high = this.i32[DATA_STACK_HIGH_WORD]!;
    if (high > this.dataStackBase) ranges.push([this.dataStackBase, high]);
    if (this.brk > this.heapBase) ranges.push([this.heapBase, this.brk]);
    const last = this.bytes / PAGE_BYTES;
    let page = this.i32[MMAP_LOW]! / PAGE_BYTES;
    while (page < last) {
      const end = this.pages.firstFree(page);
      ranges.push([page * PAGE_BYTES, end * PAGE_BYTES]);
      page = this.pages.firstUsed(end);
    }
    return ranges;
  }

  /** Copies of the byte ranges in use. */
  copyUsed(): MemoryCopy[] {
    return this.usedRanges().map(([start, end]) => ({ start, bytes: this.u8.slice(start, end) }));
  }

  /** Writes copies back: the buffer is again what it was when they were taken. */
  writeBack(copies: readonly MemoryCopy[]): void {
    const high = this.i32[DATA_STACK_HIGH_WORD]!;
    for (const { start, bytes } of copies) this.u8.set(bytes, start);
    const now = this.i32[DATA_STACK_HIGH_WORD]!;
    if (high > now) this.u8.fill(0, now, high);
    this.restoreRegisters();
  }

  /**
   * Brings registers (JavaScript fields that mirror the buffer) into the buffer, before a
   * checkpoint. Memory has none.
   */
  saveRegisters(): void {
    // Nothing to do: every bit of state is in the buffer already.
  }

  /**
   * Reads registers back from the buffer, after a checkpoint was written to it.
   * @throws EngineFault when the buffer does not hold a machine
   */
  restoreRegisters(): void {
    if (this.i32[(PAGE_BYTES + RUNTIME.magic) >> 2] !== MAGIC) {
      throw new EngineFault('the buffer does not hold a machine');
    }
  }

  /** The same, by the name that the other parts of the machine use. */
  reload(): void {
    this.restoreRegisters();
  }
}
