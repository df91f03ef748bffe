/** Task 1: a free list over blocks of one size. They lie as in a pool, behind the room of its header. */
import type { MemoryMapScene } from '../../../engine/index.ts';
import { type Allocator, AllocatorRun, type Setting } from '../allocator-run.ts';
import { LabHeap } from '../lab-heap.ts';
import type { FreeList, FreeListLab } from '../lab.ts';
import { type PoolPicture, pictureOf } from '../picture.ts';
import { addressValue, type DepartureCode } from '../report.ts';
import type { RequestWorkload } from '../workload.ts';

const POOL = 0x10000;
const POOL_BYTES = 16 * 1024;
const HEADER_BYTES = 48;
const BLOCK_BYTES = 48;
const FIRST = POOL + HEADER_BYTES;
const BLOCKS = Math.floor((POOL_BYTES - HEADER_BYTES) / BLOCK_BYTES);
const END = FIRST + BLOCKS * BLOCK_BYTES;

export type MakeFreeList = (lab: FreeListLab) => FreeList;

export interface StartedAllocator {
  readonly run: AllocatorRun;
  readonly scene: (pool: number | null, block: number | null) => MemoryMapScene;
}

const makeOn = (heap: LabHeap, make: MakeFreeList) =>
  make({ heap, first: FIRST, end: END, blockBytes: BLOCK_BYTES });

/** What the list must hold, kept beside it. */
class Freed {
  /** The block freed last at the end. */
  readonly blocks: number[] = [];
  /** Behind the highest block that was ever handed out. */
  frontier = FIRST;
  /** Of the block handed out last, how it stood before. */
  private was: DepartureCode = 'other-block';

  handedOut(block: number): void {
    const place = this.blocks.indexOf(block);
    if (place < 0 && block >= this.frontier) this.was = 'fresh';
    else this.was = place === 0 && this.blocks.length > 1 ? 'oldest' : 'other-block';
    if (place >= 0) this.blocks.splice(place, 1);
    if (block < END) this.frontier = Math.max(this.frontier, block + BLOCK_BYTES);
  }

  /** How an answer departed that is not the model's. */
  readonly code = (_came: number, expected: number): DepartureCode =>
    this.was === 'fresh' && !this.blocks.includes(expected) ? 'other-block' : this.was;
}

export function startFreeList(workload: RequestWorkload, make: MakeFreeList): StartedAllocator {
  const heap = new LabHeap(POOL, POOL_BYTES);
  const list = makeOn(heap, make);
  const freed = new Freed();
  // Of the block handed out last: what its first word should have said, and what it said.
  let unthreaded: readonly [number, number] | null = null;
  const setting: Setting = {
    heap,
    allocator: {
      malloc: () => {
        const { blocks } = freed;
        const wanted = blocks.at(-2) ?? 0;
        const link = heap.load(blocks.at(-1) ?? POOL);
        const isTop = blocks.length > 0;
        const block = list.alloc();
        unthreaded = isTop && block === blocks.at(-1) && link !== wanted ? [wanted, link] : null;
        freed.handedOut(block);
        return block;
      },
      free: (block) => {
        list.free(block);
        freed.blocks.push(block);
      },
    },
    base: POOL,
    blockBytes: () => BLOCK_BYTES,
    isBlock: (address) =>
      address >= FIRST && address < END && (address - FIRST) % BLOCK_BYTES === 0,
    codeFor: freed.code,
    afterwards: (self) => {
      if (!unthreaded) return;
      const [wanted, link] = unthreaded;
      self.depart('not-threaded', addressValue(wanted), addressValue(link));
    },
    taken: () => freed.frontier - FIRST,
  };
  const run = new AllocatorRun(workload, setting);
  const scene = (_pool: number | null, block: number | null) =>
    pictureOf({ run, heap, pools: [poolOf(freed)], open: POOL, block, header: false });
  return { run, scene };
}

/** The blocks as a pool: its free list is followed through the freed blocks, from the one freed last. */
function poolOf({ blocks, frontier }: Freed): PoolPicture {
  return {
    address: POOL,
    szidx: BLOCK_BYTES / 16 - 1,
    nextoffset: frontier - POOL,
    freeblock: blocks.at(-1) ?? 0,
    isFree: false,
  };
}

export const freeListAllocator =
  (make: MakeFreeList): (() => Allocator) =>
  () => {
    const list = makeOn(new LabHeap(POOL, POOL_BYTES), make);
    return { malloc: () => list.alloc(), free: (block) => list.free(block) };
  };
