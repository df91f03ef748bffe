/** The two tables of functions that CPython lets one replace, and the raw layer behind them. */

import type { Addr, Bytes } from '../base/brand.ts';
import type { CHeap, Memory } from '../memory/index.ts';
import { SSIZE_LIMIT } from './layout.ts';

/**
 * v3.13.0 Include/cpython/pymem.h PyMemAllocatorEx: what serves a domain. Each answers 0 when it
 * fails.
 */
export interface PyMemAllocator {
  malloc(n: Bytes): Addr;
  calloc(count: number, size: Bytes): Addr;
  realloc(p: Addr, n: Bytes): Addr;
  free(p: Addr): void;
}

/** v3.13.0 Include/cpython/objimpl.h PyObjectArenaAllocator: where arenas come from. */
export interface PyObjectArenaAllocator {
  /** @returns page-aligned, or 0 */
  alloc(bytes: Bytes): Addr;
  free(at: Addr, bytes: Bytes): void;
}

/**
 * v3.13.0 Objects/obmalloc.c _PyMem_RawMalloc and its kin: layer 1. It adds to malloc that 0 bytes
 * mean 1.
 */
export class RawAllocator implements PyMemAllocator {
  private readonly cheap: CHeap;

  constructor(cheap: CHeap) {
    this.cheap = cheap;
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_RawMalloc */
  malloc(n: Bytes): Addr {
    return this.cheap.malloc(n === 0 ? 1 : n);
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_RawCalloc */
  calloc(count: number, size: Bytes): Addr {
    if (count * size >= SSIZE_LIMIT) return 0;
    return count === 0 || size === 0 ? this.cheap.calloc(1, 1) : this.cheap.calloc(count, size);
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_RawRealloc */
  realloc(p: Addr, n: Bytes): Addr {
    return this.cheap.realloc(p, n === 0 ? 1 : n);
  }

  /** v3.13.0 Objects/obmalloc.c _PyMem_RawFree */
  free(p: Addr): void {
    this.cheap.free(p);
  }
}

/** v3.13.0 Objects/obmalloc.c _PyMem_ArenaAlloc: arenas are anonymous mappings. */
export class MmapArenaAllocator implements PyObjectArenaAllocator {
  private readonly memory: Memory;
  private readonly baseOffset: Bytes | null;

  /**
   * @param baseOffset null: wherever the system maps; a multiple of the page size: the distance of
   *   every arena's base from a 256 KiB border. NOT CPYTHON: for comparing with recorded answers,
   *   which depend on it
   */
  constructor(memory: Memory, baseOffset: Bytes | null = null) {
    this.memory = memory;
    this.baseOffset = baseOffset;
  }

  alloc(bytes: Bytes): Addr {
    if (this.baseOffset === null) return this.memory.mmap(bytes);
    return this.memory.mmap(bytes, 256 * 1024, this.baseOffset);
  }

  free(at: Addr, bytes: Bytes): void {
    this.memory.munmap(at, bytes);
  }
}

/**
 * The pad bytes of a block are damaged, or it was not given out by this domain. CPython ends the
 * process.
 */
export class MemoryCorruption extends Error {
  override readonly name = 'MemoryCorruption';
  /** What CPython prints to stderr about the block. */
  readonly report: string;
  /**
   * The line `Fatal Python error: ...` that follows, or null when CPython would crash while it
   * prints the report.
   */
  readonly fatal: string | null;

  constructor(report: string, fatal: string | null) {
    super(fatal ?? 'Segmentation fault');
    this.report = report;
    this.fatal = fatal;
  }
}
