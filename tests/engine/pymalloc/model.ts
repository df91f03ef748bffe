/**
 * A model of the allocator that knows nothing of pools: which bytes belong to whom, what they hold,
 * and that a pool hands out the block freed last. The checker runs after every single operation.
 */

import { CHeap, Memory } from '../../../engine/memory/index.ts';
import { checkPymalloc, walkBlocks } from '../../../engine/pymalloc/check.ts';
import { MmapArenaAllocator, Pymalloc } from '../../../engine/pymalloc/index.ts';
import { historicalGeometries, pymallocGeometries } from '../../../engine/profiles/pymalloc.ts';
import type { PymallocGeometry } from '../../../engine/profiles/pymalloc.ts';
import { KiB, MiB, tinyArenas, tinyArenasWithoutTree } from './heap.ts';

interface Live {
  readonly p: number;
  readonly n: number;
  readonly fill: number;
}

/** The model. Throws at the first answer that is not as it should be, and where the checker finds fault. */
export class Model {
  readonly memory: Memory;
  readonly cheap: CHeap;
  readonly pymalloc: Pymalloc;
  readonly live: Live[] = [];
  /** For each 8 bytes of memory, the number of the block that owns them; 0: nobody. */
  private readonly owner: Int32Array;
  /** For each pool the blocks freed in it, last one last, and its size class. */
  private readonly freed = new Map<number, { readonly szidx: number; readonly stack: number[] }>();
  private serial = 0;
  refusals = 0;

  constructor(geometry: PymallocGeometry, bytes: number, arenaOffset: number | null) {
    this.memory = new Memory({ bytes, staticBytes: 512 * KiB, dataStackBytes: 4 * KiB });
    this.cheap = new CHeap(this.memory);
    const arenas = new MmapArenaAllocator(this.memory, arenaOffset);
    this.pymalloc = new Pymalloc(this.memory, this.cheap, geometry, {
      arena: {
        alloc: (size) => arenas.alloc(size),
        free: (base, size) => {
          for (const pool of this.freed.keys())
            if (pool >= base && pool < base + size) this.freed.delete(pool);
          arenas.free(base, size);
        },
      },
    });
    this.owner = new Int32Array(bytes / 8);
  }

  /** What the bits of `op` ask for: a verb, a size, a block. */
  run(op: number, growing: boolean): void {
    const verb = op & 15;
    // Half of the sizes from four classes, so that pools get full; some over the threshold.
    const pick = (op >>> 4) & 7;
    const n = pick < 4 ? 40 + 100 * pick : (op >>> 7) % (pick === 7 ? 900 : 513);
    const index = this.live.length === 0 ? -1 : (op >>> 16) % this.live.length;
    if (verb < 3 && index >= 0) this.realloc(index, n);
    else if (verb < (growing ? 7 : 11) && index >= 0) this.free(index);
    else this.malloc(n, verb === 15);
    const faults = checkPymalloc(this.memory, this.pymalloc);
    if (faults.length > 0) this.checkAll();
  }

  private malloc(n: number, clear: boolean): void {
    const p = clear ? this.pymalloc.calloc(1, n) : this.pymalloc.malloc(n);
    if (p === 0) {
      this.refusals += 1; // Memory is used up, which a small buffer makes happen; the checker sees to the rest.
      return;
    }
    if (clear && this.memory.u8.subarray(p, p + n).some((byte) => byte !== 0))
      throw new Error('calloc: not clear');
    this.expectLastFreed(p);
    this.adopt(p, n);
  }

  private free(index: number): void {
    const { p } = this.abandon(index);
    const inPool = this.noteFreed(p);
    this.pymalloc.free(p);
    if (inPool && this.memory.isMapped(p) && this.pymalloc.addressInRange(p)) {
      const head = this.memory.loadPtr(this.pymalloc.poolAddr(p) + 8);
      if (head !== p) throw new Error('the freed block does not lead the free list');
    }
  }

  private realloc(index: number, n: number): void {
    const old = this.live[index]!;
    const size = this.pymalloc.blockSize(old.p);
    this.expectContents(old);
    const p = this.pymalloc.realloc(old.p, n);
    if (p === 0) {
      this.refusals += 1;
      this.expectContents(old);
      return;
    }
    if (size > 0) {
      const stays = n <= size && 4 * n > 3 * size;
      if (stays !== (p === old.p))
        throw new Error(`realloc of ${size} bytes to ${n}: stays is ${p === old.p}`);
    }
    const kept = this.memory.u8.subarray(p, p + Math.min(n, old.n));
    if (kept.some((byte) => byte !== old.fill)) throw new Error('realloc lost contents');
    if (p !== old.p && size > 0) {
      this.expectLastFreed(p);
      this.noteFreed(old.p);
    }
    this.disown(old);
    this.live[index] = this.live[this.live.length - 1]!;
    this.live.pop();
    this.adopt(p, n);
  }

  // ---- who owns which bytes ---------------------------------------------------------------------

  private adopt(p: number, n: number): void {
    const { alignment, smallRequestThreshold } = this.pymalloc.geometry;
    if (p % alignment !== 0) throw new Error(`${p} is not aligned`);
    const size = this.pymalloc.blockSize(p);
    if (size !== 0 && (size < n || n > smallRequestThreshold || n === 0))
      throw new Error(`${n} bytes in a block of ${size}`);
    this.serial += 1;
    for (let at = p >> 3; at < (p + Math.max(n, 1) + 7) >> 3; at += 1) {
      if (this.owner[at] !== 0) throw new Error(`byte ${at * 8} was given out twice`);
      this.owner[at] = this.serial;
    }
    const fill = 1 + (this.serial % 255);
    this.memory.u8.fill(fill, p, p + n);
    this.live.push({ p, n, fill });
  }

  private disown({ p, n }: Live): void {
    this.owner.fill(0, p >> 3, (p + Math.max(n, 1) + 7) >> 3);
  }

  private abandon(index: number): Live {
    const block = this.live[index]!;
    this.expectContents(block);
    this.disown(block);
    this.live[index] = this.live[this.live.length - 1]!;
    this.live.pop();
    return block;
  }

  private expectContents({ p, n, fill }: Live): void {
    const { u8 } = this.memory;
    for (let at = p; at < p + n; at += 1)
      if (u8[at] !== fill) throw new Error(`byte ${at} of a block in use changed`);
  }

  // ---- last in, first out -----------------------------------------------------------------------

  private noteFreed(p: number): boolean {
    if (!this.pymalloc.addressInRange(p)) return false;
    const pool = this.pymalloc.poolAddr(p);
    const szidx = this.memory.i32[(pool + 36) >> 2]!;
    const known = this.freed.get(pool);
    if (known?.szidx === szidx) known.stack.push(p);
    else this.freed.set(pool, { szidx, stack: [p] });
    return true;
  }

  private expectLastFreed(p: number): void {
    if (!this.pymalloc.addressInRange(p)) return;
    const pool = this.pymalloc.poolAddr(p);
    const known = this.freed.get(pool);
    if (known === undefined) return;
    if (known.szidx !== this.memory.i32[(pool + 36) >> 2]) this.freed.delete(pool);
    else if (known.stack.length > 0 && known.stack.pop() !== p)
      throw new Error('not the block freed last');
  }

  // ---- the whole --------------------------------------------------------------------------------

  /** The blocks that the allocator says are in use are those that the model holds. */
  checkSameBlocks(): void {
    const blocks: number[] = [];
    walkBlocks(this.pymalloc, (block) => blocks.push(block));
    const held = this.live.filter(({ p }) => this.pymalloc.addressInRange(p)).map(({ p }) => p);
    const inOrder = (list: number[]): string => list.sort((a, b) => a - b).join();
    if (inOrder(blocks) !== inOrder(held)) throw new Error('other blocks are in use');
    const count = this.pymalloc.allocatedBlocks();
    if (count !== this.live.length) throw new Error(`${count} blocks, not ${this.live.length}`);
    this.checkAll();
  }

  /** Frees everything; then nothing may be left. */
  drain(): void {
    while (this.live.length > 0) this.free(this.live.length - 1);
    this.checkAll();
    if (this.pymalloc.allocatedBlocks() !== 0) throw new Error('blocks are left');
    // Arenas of 63 and of 64 pools can leave two that are wholly free; equal ones leave one.
    const kept = this.pymalloc.geometry.keepOneFreeArena ? 2 : 0;
    if (this.pymalloc.narenasCurrentlyAllocated > kept) throw new Error('arenas are left');
  }

  private checkAll(): void {
    const faults = checkPymalloc(this.memory, this.pymalloc).map((f) => `${f.at}: ${f.message}`);
    faults.push(...this.cheap.check());
    if (faults.length > 0) throw new Error(faults.join('\n'));
  }
}

/** Geometries, bytes of memory, and how far from a border arenas start. */
export const cases: readonly [string, PymallocGeometry, number, number | null][] = [
  ['3.8', pymallocGeometries['3.8'], 4 * MiB, null],
  ['3.9', pymallocGeometries['3.9'], 4 * MiB, null],
  ['3.10, arenas not aligned', pymallocGeometries['3.10'], 8 * MiB, 4 * KiB],
  ['3.13', pymallocGeometries['3.13'], 8 * MiB, null],
  ['8-byte alignment', historicalGeometries['8-byte-alignment'], 4 * MiB, null],
  ['arenas of 8 pools', tinyArenas, 4 * MiB, null],
  ['arenas of 8 pools, no tree', tinyArenasWithoutTree, 4 * MiB, null],
  ['arenas of 8 pools, memory runs out', tinyArenas, 640 * KiB, null],
];
