/**
 * The machine's memory: one ArrayBuffer, typed arrays over the whole of it, and the system calls
 * that give its pages out.
 *
 * This is layer -1 of the picture in CPython's pycore_obmalloc.h, the virtual memory that a process
 * has. NOT CPYTHON: it stands for the kernel (`brk`, `mmap`, `munmap`) and the loader
 * (`sbrkStatic`).
 *
 * States of a page: unmapped -> mapped -> unmapped. Model of residence: a page is resident from the
 * moment it is mapped (for the data stack: while it lies below the top) until it is unmapped. Linux
 * is lazier, a page becomes resident when it is first touched, so our number is an upper bound;
 * what goes back to the system, and when, is the same. Pages are zeroed when they are mapped, as
 * the kernel's are, so that what a run finds in fresh memory never depends on the past.
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
  /** Most pages that were ever resident at one time, data stack aside. */
  residentHigh: 36,
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
const RESIDENT_HIGH = (PAGE_BYTES + RUNTIME.residentHigh) >> 2;

/** Pages resident in each segment. */
export interface ResidentPages {
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
    const at = alignUp(this.i32[STATIC_TOP]!, MAX_ALIGNMENT);
    if (at + bytes > this.staticLimit) {
      throw new EngineFault(`the static segment has no room for ${bytes} bytes`);
    }
    this.i32[STATIC_TOP] = at + bytes;
    // a checkpoint that was put back may have left bytes here that were in use after it
    this.u8.fill(0, at, at + bytes);
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
    this.noteResident();
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
    this.noteResident();
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

  /** How many pages each segment holds of physical memory, by the model at the top of this file. */
  residentPages(): ResidentPages {
    const pagesIn = (from: Addr, to: Addr): number => Math.ceil((to - from) / PAGE_BYTES);
    const inStatic = pagesIn(this.staticBase, this.staticTop);
    const dataStack = pagesIn(this.dataStackBase, this.dataStackTop);
    const heap = pagesIn(this.heapBase, this.brk);
    const mappings = this.i32[MAPPED_PAGES]!;
    return {
      static: inStatic,
      dataStack,
      heap,
      mappings,
      total: inStatic + dataStack + heap + mappings,
    };
  }

  /** Most pages that were ever resident at one time, data stack aside (`ru_maxrss`). */
  get residentHigh(): number {
    return this.i32[RESIDENT_HIGH]!;
  }

  /** System calls since boot. */
  get systemCalls(): { readonly mmap: number; readonly munmap: number; readonly refusals: number } {
    const i32 = this.i32;
    return { mmap: i32[MMAP_CALLS]!, munmap: i32[MUNMAP_CALLS]!, refusals: i32[REFUSALS]! };
  }

  private noteResident(): void {
    const i32 = this.i32;
    const now =
      i32[MAPPED_PAGES]! +
      Math.ceil((i32[BRK]! - this.heapBase) / PAGE_BYTES) +
      Math.ceil((i32[STATIC_TOP]! - this.staticBase) / PAGE_BYTES);
    if (now > i32[RESIDENT_HIGH]!) i32[RESIDENT_HIGH] = now;
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
