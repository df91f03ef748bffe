/**
 * The merge sort of lists: natural runs, extended to a minimum by binary insertion, merged in the
 * order of powersort, galloping where one run wins for long. The comparisons, and their order, are
 * those of CPython, since `__lt__` sees them. See Objects/listsort.txt for why each step is right.
 *
 * Keys lie in a row of pointers; when there is a key function, the values lie in another row that
 * is moved along, `delta` bytes behind. Merging copies the shorter run to temporary rows first: on
 * the data stack, as CPython's lie on the C stack, or in a block when the run is long.
 * v3.13.0 Objects/listobject.c
 */
import type { Addr } from '../base/brand.ts';
import { noMemory } from './errors.ts';
import { reverseRow } from './list-methods.ts';
import type { Runtime } from './runtime.ts';
import { type Comparison, isLess } from './sort-compare.ts';

const MIN_GALLOP = 7;
const MAX_MINRUN = 64;
/** Pointers that fit the temporary rows on the stack. v3.13.0 MERGESTATE_TEMP_SIZE */
export const TEMP_SIZE = 256;
/** Runs that may wait at one time. v3.13.0 MAX_MERGE_PENDING */
const MAX_PENDING = 64;

export class Timsort {
  private readonly rt: Runtime;
  private readonly how: Comparison;
  /** bytes from a key to its value, when there are values */
  private readonly delta: number;
  private readonly paired: boolean;
  private readonly base: Addr;
  private readonly n: number;
  /** temporary rows: keys, and values `tempDelta` bytes behind */
  private temp: Addr;
  private tempDelta: number;
  private room: number;
  private tempBlock: Addr = 0;
  private minGallop = MIN_GALLOP;
  private runs = 0;
  private readonly runStart = new Int32Array(MAX_PENDING);
  private readonly runLength = new Int32Array(MAX_PENDING);
  private readonly runPower = new Int32Array(MAX_PENDING);

  /**
   * @param keys row of `n` pointers @param values row moved along, 0 for none
   * @param temp room for TEMP_SIZE pointers. v3.13.0 merge_init
   */
  constructor(rt: Runtime, how: Comparison, keys: Addr, values: Addr, n: number, temp: Addr) {
    this.rt = rt;
    this.how = how;
    this.base = keys;
    this.paired = values !== 0;
    this.delta = values - keys;
    this.n = n;
    this.temp = temp;
    this.room = this.paired ? Math.min((n + 1) >> 1, TEMP_SIZE / 2) : TEMP_SIZE;
    this.tempDelta = 8 * this.room;
  }

  /** Sorts; false with an exception: then the rows hold some permutation of what they held. */
  sort(): boolean {
    const minrun = computeMinrun(this.n);
    let at = this.base;
    let left = this.n;
    while (left > 0) {
      let n = this.countRun(at, left);
      if (n < 0) return false;
      if (n < minrun) {
        const force = left <= minrun ? left : minrun;
        if (!this.binarySort(at, force, n)) return false;
        n = force;
      }
      if (!this.foundNewRun(n)) return false;
      this.runStart[this.runs] = at;
      this.runLength[this.runs] = n;
      this.runs++;
      at += 8 * n;
      left -= n;
    }
    return this.collapse();
  }

  /** Gives the temporary block back. v3.13.0 merge_freemem */
  free(): void {
    if (this.tempBlock !== 0) this.rt.mem.free(this.tempBlock);
    this.tempBlock = 0;
  }

  // ---- rows --------------------------------------------------------------------------------------

  private key(at: Addr): Addr {
    return this.rt.i32[at >> 2]!;
  }

  private less(a: Addr, b: Addr): number {
    return isLess(this.rt, this.how, a, b);
  }

  /** Moves `n` entries; the rows may overlap. */
  private move(to: Addr, toDelta: number, from: Addr, fromDelta: number, n: number): void {
    const u8 = this.rt.u8;
    u8.copyWithin(to, from, from + 8 * n);
    if (this.paired) u8.copyWithin(to + toDelta, from + fromDelta, from + fromDelta + 8 * n);
  }

  private copyOne(to: Addr, toDelta: number, from: Addr, fromDelta: number): void {
    const i32 = this.rt.i32;
    i32[to >> 2] = i32[from >> 2]!;
    i32[(to >> 2) + 1] = i32[(from >> 2) + 1]!;
    if (!this.paired) return;
    const t = (to + toDelta) >> 2;
    const f = (from + fromDelta) >> 2;
    i32[t] = i32[f]!;
    i32[t + 1] = i32[f + 1]!;
  }

  private reverse(at: Addr, n: number): void {
    reverseRow(this.rt, at, n);
    if (this.paired) reverseRow(this.rt, at + this.delta, n);
  }

  /** Moves the entry at `from` down to `to`, what lies between one up. */
  private rotate(to: Addr, from: Addr): void {
    const { i32, u8 } = this.rt;
    const p = i32[from >> 2]!;
    u8.copyWithin(to + 8, to, from);
    i32[to >> 2] = p;
  }

  // ---- runs --------------------------------------------------------------------------------------

  /** v3.13.0 binarysort. a[:ok] is sorted; -> false with an exception */
  private binarySort(a: Addr, n: number, ok: number): boolean {
    for (let i = ok === 0 ? 1 : ok; i < n; i++) {
      const pivot = this.key(a + 8 * i);
      let low = 0;
      let high = i;
      do {
        const middle = (low + high) >> 1;
        const less = this.less(pivot, this.key(a + 8 * middle));
        if (less < 0) return false;
        if (less > 0) high = middle;
        else low = middle + 1;
      } while (low < high);
      this.rotate(a + 8 * low, a + 8 * i);
      if (this.paired) this.rotate(a + this.delta + 8 * low, a + this.delta + 8 * i);
    }
    return true;
  }

  /** Length of the run at `at`, made ascending; -1 with an exception. v3.13.0 count_run */
  private countRun(at: Addr, left: number): number {
    let n = this.ascending(at, 1, left);
    if (n < 0 || n === left) return n;
    if (n > 1) {
      // equal elements so far? then the run may be a descending one
      const rises = this.less(this.key(at), this.key(at + 8 * (n - 1)));
      if (rises !== 0) return rises < 0 ? -1 : n;
      this.reverse(at, n);
    }
    n = this.descending(at, n + 1, left);
    if (n < 0) return -1;
    this.reverse(at, n);
    return this.ascending(at, n, left);
  }

  /** The first of n, n + 1, ... whose element is less than the one before; `left` when none is. */
  private ascending(at: Addr, from: number, left: number): number {
    let n = from;
    for (; n < left; n++) {
      const smaller = this.less(this.key(at + 8 * n), this.key(at + 8 * (n - 1)));
      if (smaller < 0) return -1;
      if (smaller > 0) break;
    }
    return n;
  }

  /** Goes on with a descending run; equal elements in it are reversed, to stay in order at the end. */
  private descending(at: Addr, from: number, left: number): number {
    let equal = 0;
    let n = from;
    for (; n < left; n++) {
      const here = this.key(at + 8 * n);
      const before = this.key(at + 8 * (n - 1));
      const smaller = this.less(here, before);
      if (smaller < 0) return -1;
      if (smaller > 0) {
        if (equal > 0) this.reverse(at + 8 * (n - equal - 1), equal + 1);
        equal = 0;
        continue;
      }
      const larger = this.less(before, here);
      if (larger < 0) return -1;
      if (larger > 0) break;
      equal++;
    }
    if (equal > 0) this.reverse(at + 8 * (n - equal - 1), equal + 1);
    return n;
  }

  /** Merges what must be merged before a run of `length` is put on the stack. v3.13.0 found_new_run */
  private foundNewRun(length: number): boolean {
    if (this.runs === 0) return true;
    const top = this.runs - 1;
    const start = (this.runStart[top]! - this.base) >> 3;
    const power = powerLoop(start, this.runLength[top]!, length, this.n);
    while (this.runs > 1 && this.runPower[this.runs - 2]! > power) {
      if (!this.mergeAt(this.runs - 2)) return false;
    }
    this.runPower[this.runs - 1] = power;
    return true;
  }

  /** v3.13.0 merge_force_collapse */
  private collapse(): boolean {
    while (this.runs > 1) {
      let i = this.runs - 2;
      if (i > 0 && this.runLength[i - 1]! < this.runLength[i + 1]!) i--;
      if (!this.mergeAt(i)) return false;
    }
    return true;
  }

  // ---- galloping -----------------------------------------------------------------------------------

  /** Where `key` belongs in a[:n], left of its equals; -1 with an exception. v3.13.0 gallop_left */
  private gallopLeft(key: Addr, a: Addr, n: number, hint: number): number {
    let last = 0;
    let offset = 1;
    const first = this.less(this.key(a + 8 * hint), key);
    if (first < 0) return -1;
    const max = first > 0 ? n - hint : hint + 1;
    const step = first > 0 ? 8 : -8;
    while (offset < max) {
      const less = this.less(this.key(a + 8 * hint + step * offset), key);
      if (less < 0) return -1;
      if (less > 0 !== first > 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > max) offset = max;
    let low = first > 0 ? hint + last : hint - offset;
    let high = first > 0 ? hint + offset : hint - last;
    low++;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      const less = this.less(this.key(a + 8 * middle), key);
      if (less < 0) return -1;
      if (less > 0) low = middle + 1;
      else high = middle;
    }
    return high;
  }

  /** Where `key` belongs in a[:n], right of its equals; -1 with an exception. v3.13.0 gallop_right */
  private gallopRight(key: Addr, a: Addr, n: number, hint: number): number {
    let last = 0;
    let offset = 1;
    const first = this.less(key, this.key(a + 8 * hint));
    if (first < 0) return -1;
    const max = first > 0 ? hint + 1 : n - hint;
    const step = first > 0 ? -8 : 8;
    while (offset < max) {
      const less = this.less(key, this.key(a + 8 * hint + step * offset));
      if (less < 0) return -1;
      if (less > 0 !== first > 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > max) offset = max;
    let low = first > 0 ? hint - offset : hint + last;
    let high = first > 0 ? hint - last : hint + offset;
    low++;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      const less = this.less(key, this.key(a + 8 * middle));
      if (less < 0) return -1;
      if (less > 0) high = middle;
      else low = middle + 1;
    }
    return high;
  }

  // ---- merging -------------------------------------------------------------------------------------

  /** Room for `need` entries in the temporary rows. v3.13.0 merge_getmem */
  private getMemory(need: number): boolean {
    if (need <= this.room) return true;
    this.free();
    const block = this.rt.mem.malloc(8 * need * (this.paired ? 2 : 1));
    if (block === 0) {
      noMemory(this.rt);
      return false;
    }
    this.tempBlock = block;
    this.temp = block;
    this.room = need;
    this.tempDelta = 8 * need;
    return true;
  }

  /** Merges runs i and i + 1 of the stack. v3.13.0 merge_at */
  private mergeAt(i: number): boolean {
    let a = this.runStart[i]!;
    let na = this.runLength[i]!;
    const b = this.runStart[i + 1]!;
    let nb = this.runLength[i + 1]!;
    this.runLength[i] = na + nb;
    if (i === this.runs - 3) {
      this.runStart[i + 1] = this.runStart[i + 2]!;
      this.runLength[i + 1] = this.runLength[i + 2]!;
      this.runPower[i + 1] = this.runPower[i + 2]!;
    }
    this.runs--;
    // what of a comes before all of b is in place
    const k = this.gallopRight(this.key(b), a, na, 0);
    if (k < 0) return false;
    a += 8 * k;
    na -= k;
    if (na === 0) return true;
    // what of b comes behind all of a is in place
    nb = this.gallopLeft(this.key(a + 8 * (na - 1)), b, nb, nb - 1);
    if (nb <= 0) return nb === 0;
    return na <= nb ? this.mergeLow(a, na, b, nb) : this.mergeHigh(a, na, b, nb);
  }

  /** Merges with a, the shorter run, in the temporary rows, from the left. v3.13.0 merge_lo */
  private mergeLow(aStart: Addr, aCount: number, bStart: Addr, bCount: number): boolean {
    if (!this.getMemory(aCount)) return false;
    const main = this.delta;
    const side = this.tempDelta;
    this.move(this.temp, side, aStart, main, aCount);
    let dest = aStart;
    let a = this.temp;
    let b = bStart;
    let na = aCount;
    let nb = bCount;
    let fine = true;
    this.copyOne(dest, main, b, main);
    dest += 8;
    b += 8;
    nb--;
    let minGallop = this.minGallop;
    merging: while (nb !== 0 && na !== 1) {
      let aWins = 0;
      let bWins = 0;
      do {
        const less = this.less(this.key(b), this.key(a));
        if (less < 0) {
          fine = false;
          break merging;
        }
        if (less > 0) {
          this.copyOne(dest, main, b, main);
          b += 8;
          nb--;
          bWins++;
          aWins = 0;
        } else {
          this.copyOne(dest, main, a, side);
          a += 8;
          na--;
          aWins++;
          bWins = 0;
        }
        dest += 8;
        if (nb === 0 || na === 1) break merging;
      } while (aWins < minGallop && bWins < minGallop);
      minGallop++;
      do {
        if (minGallop > 1) minGallop--;
        this.minGallop = minGallop;
        aWins = this.gallopRight(this.key(b), a, na, 0);
        if (aWins < 0) {
          fine = false;
          break merging;
        }
        if (aWins > 0) {
          this.move(dest, main, a, side, aWins);
          dest += 8 * aWins;
          a += 8 * aWins;
          na -= aWins;
          // 0 only when the comparisons contradict each other
          if (na <= 1) break merging;
        }
        this.copyOne(dest, main, b, main);
        dest += 8;
        b += 8;
        if (--nb === 0) break merging;
        bWins = this.gallopLeft(this.key(a), b, nb, 0);
        if (bWins < 0) {
          fine = false;
          break merging;
        }
        if (bWins > 0) {
          this.move(dest, main, b, main, bWins);
          dest += 8 * bWins;
          b += 8 * bWins;
          nb -= bWins;
          if (nb === 0) break merging;
        }
        this.copyOne(dest, main, a, side);
        dest += 8;
        a += 8;
        if (--na === 1) break merging;
      } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
      minGallop++; // leaving galloping mode has its price
      this.minGallop = minGallop;
    }
    if (fine && na === 1 && nb > 0) {
      // the last of a belongs behind all of b
      this.move(dest, main, b, main, nb);
      this.copyOne(dest + 8 * nb, main, a, side);
    } else if (na > 0) this.move(dest, main, a, side, na);
    return fine;
  }

  /** Merges with b, the shorter run, in the temporary rows, from the right. v3.13.0 merge_hi */
  private mergeHigh(aStart: Addr, aCount: number, bStart: Addr, bCount: number): boolean {
    if (!this.getMemory(bCount)) return false;
    const main = this.delta;
    const side = this.tempDelta;
    const bBase = this.temp;
    this.move(bBase, side, bStart, main, bCount);
    let dest = bStart + 8 * (bCount - 1);
    let a = aStart + 8 * (aCount - 1);
    let b = bBase + 8 * (bCount - 1);
    let na = aCount;
    let nb = bCount;
    let fine = true;
    this.copyOne(dest, main, a, main);
    dest -= 8;
    a -= 8;
    na--;
    let minGallop = this.minGallop;
    merging: while (na !== 0 && nb !== 1) {
      let aWins = 0;
      let bWins = 0;
      do {
        const less = this.less(this.key(b), this.key(a));
        if (less < 0) {
          fine = false;
          break merging;
        }
        if (less > 0) {
          this.copyOne(dest, main, a, main);
          a -= 8;
          na--;
          aWins++;
          bWins = 0;
        } else {
          this.copyOne(dest, main, b, side);
          b -= 8;
          nb--;
          bWins++;
          aWins = 0;
        }
        dest -= 8;
        if (na === 0 || nb === 1) break merging;
      } while (aWins < minGallop && bWins < minGallop);
      minGallop++;
      do {
        if (minGallop > 1) minGallop--;
        this.minGallop = minGallop;
        let k = this.gallopRight(this.key(b), aStart, na, na - 1);
        if (k < 0) {
          fine = false;
          break merging;
        }
        aWins = na - k;
        if (aWins > 0) {
          dest -= 8 * aWins;
          a -= 8 * aWins;
          this.move(dest + 8, main, a + 8, main, aWins);
          na -= aWins;
          if (na === 0) break merging;
        }
        this.copyOne(dest, main, b, side);
        dest -= 8;
        b -= 8;
        if (--nb === 1) break merging;
        k = this.gallopLeft(this.key(a), bBase, nb, nb - 1);
        if (k < 0) {
          fine = false;
          break merging;
        }
        bWins = nb - k;
        if (bWins > 0) {
          dest -= 8 * bWins;
          b -= 8 * bWins;
          this.move(dest + 8, main, b + 8, side, bWins);
          nb -= bWins;
          // 0 only when the comparisons contradict each other
          if (nb <= 1) break merging;
        }
        this.copyOne(dest, main, a, main);
        dest -= 8;
        a -= 8;
        if (--na === 0) break merging;
      } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
      minGallop++;
      this.minGallop = minGallop;
    }
    if (fine && nb === 1 && na > 0) {
      // the first of b belongs before all of a
      this.move(dest + 8 * (1 - na), main, a + 8 * (1 - na), main, na);
      this.copyOne(dest - 8 * na, main, b, side);
    } else if (nb > 0) this.move(dest - 8 * (nb - 1), main, bBase, side, nb);
    return fine;
  }
}

/** v3.13.0 merge_compute_minrun */
function computeMinrun(length: number): number {
  let n = length;
  let odd = 0;
  while (n >= MAX_MINRUN) {
    odd |= n & 1;
    n >>= 1;
  }
  return n + odd;
}

/** The depth, in a balanced tree over the list, of the border between two runs. v3.13.0 powerloop */
function powerLoop(start: number, n1: number, n2: number, n: number): number {
  let power = 0;
  let a = 2 * start + n1;
  let b = a + n1 + n2;
  for (;;) {
    power++;
    if (a >= n) {
      a -= n;
      b -= n;
    } else if (b >= n) return power;
    a *= 2;
    b *= 2;
  }
}
