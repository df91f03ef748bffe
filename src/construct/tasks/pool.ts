/** Task 2: pools with a header, a free list each, and a list of used ones for each size class. */
import { POOL_HEADER } from '../../../engine/pymalloc-only.ts';
import { type Allocator, AllocatorRun, type Setting } from '../allocator-run.ts';
import { LabHeap } from '../lab-heap.ts';
import type { PoolLab, Pools } from '../lab.ts';
import { type PoolPicture, pictureOf } from '../picture.ts';
import { addressValue, Broken, type DepartureCode, numberValue } from '../report.ts';
import type { RequestWorkload } from '../workload.ts';
import type { StartedAllocator } from './free-list.ts';

const ARENA = 0x100000;
const ARENA_BYTES = 0x100000;
const POOL_BYTES = 16 * 1024;
const HEADER_BYTES = POOL_HEADER.total;
const ALIGNMENT = 16;

export type MakePools = (lab: PoolLab) => Pools;

/** The arena's part of the work: pools that come back are handed out first, the last one first of all. */
class Arena {
  readonly heap = new LabHeap(ARENA, ARENA_BYTES);
  readonly given: number[] = [];
  readonly out = new Set<number>();
  private next = ARENA;

  readonly newPool = (): number => {
    const pool = this.given.pop() ?? this.carve();
    if (pool !== 0) this.out.add(pool);
    return pool;
  };

  private carve(): number {
    if (this.next >= ARENA + ARENA_BYTES) return 0;
    const pool = this.next;
    this.next += POOL_BYTES;
    return pool;
  }

  readonly giveBack = (pool: number): void => {
    if (!this.out.delete(pool))
      throw new Broken('not-a-block', { kind: 'nothing' }, addressValue(pool));
    this.given.push(pool);
  };

  /** Pools that were ever handed out, in the order of their addresses. */
  get carved(): readonly number[] {
    return Array.from(
      { length: (this.next - ARENA) / POOL_BYTES },
      (_, i) => ARENA + i * POOL_BYTES,
    );
  }

  lab(): PoolLab {
    const { heap, newPool, giveBack } = this;
    return {
      heap,
      HEADER: POOL_HEADER,
      poolBytes: POOL_BYTES,
      alignment: ALIGNMENT,
      newPool,
      giveBack,
    };
  }
}

const blockBytes = (asked: number) => Math.ceil(asked / ALIGNMENT) * ALIGNMENT;
const poolOf = (address: number) => address & -POOL_BYTES;

/** A block lies in a pool that is handed out, behind its header, and ends before the pool does. */
function isBlock(arena: Arena, address: number, asked: number): boolean {
  const offset = address - poolOf(address);
  return (
    arena.out.has(poolOf(address)) &&
    offset >= HEADER_BYTES &&
    offset % ALIGNMENT === 0 &&
    offset + blockBytes(asked) <= POOL_BYTES
  );
}

/** The header of the pool that a request touched, field by field as the model's. */
function compare(run: AllocatorRun, arena: Arena, model: number): void {
  const pool = poolOf(run.toOurs(model));
  const field = (name: 'refCount' | 'szidx' | 'nextoffset' | 'freeblock') =>
    [run.modelField(model, name), arena.heap.load(pool + POOL_HEADER[name])] as const;
  const [count, ownCount] = field('refCount');
  if (count === 0 && arena.out.has(pool))
    return run.depart('not-given-back', { kind: 'nothing' }, addressValue(pool));
  if (count !== ownCount) return run.depart('count', numberValue(count), numberValue(ownCount));
  const [szidx, ownClass] = field('szidx');
  if (szidx !== ownClass) return run.depart('class', numberValue(szidx), numberValue(ownClass));
  const [freeblock, head] = field('freeblock');
  const expected = run.toOurs(freeblock);
  if (expected !== head) run.depart('list', addressValue(expected), addressValue(head));
}

export function startPools(workload: RequestWorkload, make: MakePools): StartedAllocator {
  const arena = new Arena();
  const { heap } = arena;
  let run: AllocatorRun;
  const lab = arena.lab();
  const giveBack = (pool: number) => {
    for (const { address } of run.live.values())
      if (poolOf(address) === pool)
        throw new Broken('given-back-in-use', { kind: 'nothing' }, addressValue(pool));
    arena.giveBack(pool);
  };
  let openedNow = 0;
  const newPool = () => {
    openedNow = lab.newPool();
    return openedNow;
  };
  const pools = make({ ...lab, newPool, giveBack });
  const allocator: Allocator = {
    malloc: (bytes) => {
      openedNow = 0;
      return pools.malloc(bytes);
    },
    free: (block) => pools.free(block),
  };
  const setting: Setting = {
    heap,
    allocator,
    base: ARENA,
    blockBytes,
    isBlock: (address, asked) => isBlock(arena, address, asked),
    codeFor: (came, expected): DepartureCode => {
      if (poolOf(came) === poolOf(expected)) return 'other-block';
      return poolOf(came) === openedNow ? 'new-pool' : 'other-pool';
    },
    afterwards: (self, model) => compare(self, arena, model),
    taken: () => arena.out.size * POOL_BYTES,
  };
  run = new AllocatorRun(workload, setting);
  const scene = (open: number | null, block: number | null) =>
    pictureOf({
      run,
      heap,
      pools: arena.carved.map((pool) => poolPicture(arena, pool)),
      open,
      block,
      header: true,
    });
  return { run, scene };
}

function poolPicture({ heap, out }: Arena, address: number): PoolPicture {
  return {
    address,
    szidx: heap.load(address + POOL_HEADER.szidx),
    nextoffset: heap.load(address + POOL_HEADER.nextoffset),
    freeblock: heap.load(address + POOL_HEADER.freeblock),
    isFree: !out.has(address),
  };
}

export const poolAllocator =
  (make: MakePools): (() => Allocator) =>
  () =>
    make(new Arena().lab());
