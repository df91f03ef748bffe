/**
 * The page bitmap: one bit a page of the whole buffer, 1 = mapped by `mmap`. NOT CPYTHON: it stands
 * for the kernel's list of mappings.
 *
 *     word 0               word 1
 *     bit 0 .. bit 31      bit 0 .. bit 31
 *     page 0 .. page 31    page 32 .. page 63
 *
 * Only mappings are marked. The null page, the static segment, the data stack and the C heap lie
 * below the `floor` that searches are given. The words are part of the buffer, so that a checkpoint
 * carries them.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { lowestBit } from '../base/bits.ts';

export class PageMap {
  private readonly words: Int32Array;
  /** Number of pages, all told. */
  readonly count: number;

  /** The map over `count` pages whose words lie at byte offset `at` of the buffer behind `i32`. */
  constructor(i32: Int32Array, at: Addr, count: number) {
    this.words = i32.subarray(at >> 2, (at >> 2) + PageMap.bytesFor(count) / 4);
    this.count = count;
  }

  /** Bytes that a map over so many pages takes. */
  static bytesFor(count: number): Bytes {
    return Math.ceil(count / 32) * 4;
  }

  /** Marks `count` pages from `page` on as mapped (1) or not (0). */
  fill(page: number, count: number, bit: 0 | 1): void {
    const words = this.words;
    for (let i = page; i < page + count;) {
      if ((i & 31) === 0 && i + 32 <= page + count) {
        words[i >> 5] = bit === 1 ? -1 : 0;
        i += 32;
      } else {
        const mask = 1 << (i & 31);
        words[i >> 5] = bit === 1 ? words[i >> 5]! | mask : words[i >> 5]! & ~mask;
        i += 1;
      }
    }
  }

  /** Whether all of `count` pages from `page` on have that bit. */
  isRun(page: number, count: number, bit: 0 | 1): boolean {
    if (page < 0 || page + count > this.count) return false;
    for (let i = page; i < page + count; i += 1) {
      if (((this.words[i >> 5]! >>> (i & 31)) & 1) !== bit) return false;
    }
    return true;
  }

  /** The first mapped page from `page` on, or `count` when there is none. */
  firstUsed(page: number): number {
    return this.first(page, 0);
  }

  /** The first page from `page` on that is not mapped, or `count`. */
  firstFree(page: number): number {
    return this.first(page, -1);
  }

  /** The first page from `page` on whose bit, XORed with `flip`, is set. */
  private first(page: number, flip: 0 | -1): number {
    let i = page;
    while (i < this.count) {
      const word = (this.words[i >> 5]! ^ flip) & (-1 << (i & 31));
      if (word !== 0) return Math.min((i & ~31) + lowestBit(word), this.count);
      i = (i & ~31) + 32;
    }
    return this.count;
  }

  /**
   * The end (exclusive) of the highest run of pages below `end` whose bit, XORed with `flip`, is
   * set; 0 when there is none.
   */
  private lastBelow(end: number, flip: 0 | -1): number {
    let i = end - 1;
    while (i >= 0) {
      const word = (this.words[i >> 5]! ^ flip) & (-1 >>> (31 - (i & 31)));
      if (word !== 0) return (i & ~31) + 32 - Math.clz32(word);
      i = (i & ~31) - 1;
    }
    return 0;
  }

  /**
   * The first page of the highest free run of `count` pages at or above page `floor`.
   * @param lowest first mapped page: everything from `floor` to it is known to be free
   * @param alignment in pages; with `phase`: page % alignment === phase
   * @returns the page, or -1 when there is no such run
   */
  findFreeRun(
    count: number,
    floor: number,
    lowest: number,
    alignment: number,
    phase: number,
  ): number {
    let end = this.count;
    while (end > floor) {
      const runEnd = this.lastBelow(end, -1);
      if (runEnd <= floor) return -1;
      const runStart = runEnd <= lowest ? floor : Math.max(floor, this.lastBelow(runEnd, 0));
      const highest = runEnd - count - phase;
      const page = highest - (((highest % alignment) + alignment) % alignment) + phase;
      if (page >= runStart) return page;
      end = runStart;
    }
    return -1;
  }
}
