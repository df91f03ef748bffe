/** A reader's allocator as the Memory map shows any: the same view model, read from its memory. */
import type {
  MemoryMapScene,
  PoolState,
  SceneArena,
  SceneBlock,
  SceneBytes,
  SceneField,
  ScenePool,
} from '../../engine/index.ts';
import { POOL_HEADER } from '../../engine/pymalloc-only.ts';
import { EMPTY, FULL, UNTOUCHED, USED } from '../components/lenses/memory/states.ts';
import type { AllocatorRun, Live } from './allocator-run.ts';
import type { LabHeap } from './lab-heap.ts';

const POOL_BYTES = 16 * 1024;
const HEADER_BYTES = POOL_HEADER.total;
const ALIGNMENT = 16;

/** A pool as its header, or its owner, tells. */
export interface PoolPicture {
  readonly address: number;
  readonly szidx: number;
  readonly nextoffset: number;
  /** Head of the free list. */
  readonly freeblock: number;
  /** Whether the arena has it. */
  readonly isFree: boolean;
}

interface Scenery {
  readonly run: AllocatorRun;
  readonly heap: LabHeap;
  readonly pools: readonly PoolPicture[];
  /** Address of the open pool, of the open block. */
  readonly open: number | null;
  readonly block: number | null;
  /** Whether the pools have headers. */
  readonly header: boolean;
}

const bytesOf = ({ szidx }: PoolPicture) => (szidx + 1) * ALIGNMENT;
/** A header may hold anything: what it says is bounded. */
const isClass = (szidx: number) => szidx >= 0 && szidx < 32;
const capacityOf = (pool: PoolPicture) =>
  isClass(pool.szidx) ? Math.floor((POOL_BYTES - HEADER_BYTES) / bytesOf(pool)) : 0;

const liveIn = ({ run }: Scenery, pool: PoolPicture): readonly Live[] =>
  [...run.live.values()].filter(
    ({ address }) => address >= pool.address && address < pool.address + POOL_BYTES,
  );

function stateOf(pool: PoolPicture, used: number): PoolState {
  if (pool.isFree) return EMPTY;
  return used > 0 && used === capacityOf(pool) ? FULL : USED;
}

/** The free list, followed from its head as far as it makes sense. */
function freeList(heap: LabHeap, pool: PoolPicture): number[] {
  const found: number[] = [];
  const size = bytesOf(pool);
  for (let at = pool.freeblock; found.length < capacityOf(pool); at = heap.load(at)) {
    const index = (at - pool.address - HEADER_BYTES) / size;
    if (!Number.isInteger(index) || index < 0 || index >= capacityOf(pool)) break;
    if (found.includes(index)) break;
    found.push(index);
  }
  return found;
}

function blocksOf(scenery: Scenery, pool: PoolPicture): SceneBlock[] {
  const { run } = scenery;
  const size = bytesOf(pool);
  const byPlace = new Map(liveIn(scenery, pool).map((one) => [one.address, one]));
  const carved = Math.floor((pool.nextoffset - HEADER_BYTES) / size);
  return Array.from({ length: Math.max(0, Math.min(carved, capacityOf(pool))) }, (_, i) => {
    const live = byPlace.get(pool.address + HEADER_BYTES + i * size);
    const content = live && {
      kind: 'object' as const,
      number: live.request,
      type: `malloc(${live.asked})`,
      text: `malloc(${live.asked})`,
    };
    const isNew = live?.request === run.at;
    return {
      state: live ? ('used' as const) : ('free' as const),
      content: content ?? null,
      change: isNew ? ('allocated' as const) : ('none' as const),
    };
  });
}

function scenePool(scenery: Scenery, pool: PoolPicture): ScenePool {
  const used = liveIn(scenery, pool).length;
  const capacity = capacityOf(pool);
  return {
    arena: 0,
    index: (pool.address - (scenery.pools[0]?.address ?? 0)) / POOL_BYTES,
    address: pool.address,
    state: stateOf(pool, used),
    szidx: isClass(pool.szidx) ? pool.szidx : -1,
    blockBytes: bytesOf(pool),
    capacity,
    count: used,
    nextoffset: pool.nextoffset,
    tail: isClass(pool.szidx) ? POOL_BYTES - HEADER_BYTES - capacity * bytesOf(pool) : 0,
    place: null,
    blocks: blocksOf(scenery, pool),
    freeList: freeList(scenery.heap, pool),
  };
}

const hex = (value: number) => `0x${(value >>> 0).toString(16)}`;

const HEADER_FIELDS = [
  ['refCount', 'ref.count', 8],
  ['freeblock', 'freeblock', 8],
  ['nextpool', 'nextpool', 8],
  ['prevpool', 'prevpool', 8],
  ['arenaindex', 'arenaindex', 4],
  ['szidx', 'szidx', 4],
  ['nextoffset', 'nextoffset', 4],
  ['maxnextoffset', 'maxnextoffset', 4],
] as const;
const POINTERS: readonly string[] = ['freeblock', 'nextpool', 'prevpool'];

function headerFields(heap: LabHeap, pool: number): SceneField[] {
  return HEADER_FIELDS.map(([field, name, bytes]) => {
    const value = heap.load(pool + POOL_HEADER[field]);
    return {
      offset: POOL_HEADER[field],
      bytes,
      struct: 'pool_header',
      name,
      value: POINTERS.includes(name) ? hex(value) : String(value),
      target: null,
      note: null,
    };
  });
}

function sceneBytes(scenery: Scenery, pool: PoolPicture, block: number): SceneBytes {
  const { heap, header } = scenery;
  const isHeader = block === pool.address;
  const scene = scenePool(scenery, pool);
  const size = isHeader ? HEADER_BYTES : bytesOf(pool);
  const from = isHeader ? block : block - ((block - pool.address - HEADER_BYTES) % size);
  const found = scene.blocks[(from - pool.address - HEADER_BYTES) / size];
  const isFree = found?.state === 'free';
  const link = (offset: number, bytes: number, name: string): SceneField => ({
    offset,
    bytes,
    struct: '',
    name,
    value: name ? hex(heap.load(from)) : '',
    target: null,
    note: null,
  });
  const rest = isFree ? [link(0, 8, 'nextblock'), link(8, size - 8, '')] : [link(0, size, '')];
  return {
    kind: isHeader ? 'header' : (found?.state ?? 'untouched'),
    address: from,
    content: found?.content ?? null,
    bytes: [...new Uint8Array(heap.words.buffer, from, size)],
    fields: isHeader && header ? headerFields(heap, pool.address) : rest,
  };
}

function sceneArena(scenery: Scenery): SceneArena {
  const { pools } = scenery;
  const first = pools[0]?.address ?? 0;
  const arenaPools = scenery.header ? 64 : 1;
  const counts = pools.map((pool) => liveIn(scenery, pool).length);
  const untouched = arenaPools - pools.length;
  const fill = <T>(list: readonly T[], value: T): T[] => [
    ...list,
    ...Array.from({ length: untouched }, () => value),
  ];
  return {
    index: 0,
    address: first,
    firstPool: first,
    pools: arenaPools,
    freePools: untouched + pools.filter(({ isFree }) => isFree).length,
    usable: 1,
    states: fill(
      pools.map((pool, i) => stateOf(pool, counts[i]!)),
      UNTOUCHED,
    ),
    classes: fill(
      pools.map(({ szidx }) => (isClass(szidx) ? szidx : -1)),
      -1,
    ),
    counts: fill(counts, 0),
    isNew: false,
  };
}

export function pictureOf(scenery: Scenery): MemoryMapScene {
  const { run, pools, open, block } = scenery;
  const arena = sceneArena(scenery);
  const pool = pools.find(({ address }) => address === open);
  const live = [...run.live.values()];
  const inState = (state: PoolState) => arena.states.filter((one) => one === state).length;
  const outside = pools.filter(({ isFree }) => !isFree);
  const capacity = outside.reduce((sum, one) => sum + capacityOf(one), 0);
  const room = outside.reduce((sum, one) => sum + capacityOf(one) * bytesOf(one), 0);
  const blockBytes = outside.reduce(
    (sum, one) => sum + liveIn(scenery, one).length * bytesOf(one),
    0,
  );
  const opened = pool && !pool.isFree ? pool : undefined;
  return {
    step: run.at,
    line: 0,
    geometry: {
      arenaBytes: POOL_BYTES * arena.pools,
      poolBytes: POOL_BYTES,
      headerBytes: HEADER_BYTES,
      alignment: ALIGNMENT,
      threshold: 512,
    },
    totals: {
      pools: arena.pools,
      byState: [inState(UNTOUCHED), inState(EMPTY), inState(USED), inState(FULL)],
      blocks: live.length,
      blockBytes,
      freeBlocks: capacity - live.length,
      freeBytes: room - blockBytes,
      rawBlocks: 0,
    },
    arenas: [arena],
    objects: [],
    changes: null,
    pool: opened ? scenePool(scenery, opened) : null,
    bytes: opened && block !== null ? sceneBytes(scenery, opened, block) : null,
  };
}
