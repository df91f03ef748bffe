/** The Memory map: projects arenas, pools and blocks at a step into a MemoryMapScene. */
import type { Addr } from '../base/brand.ts';
import { type CHeap, toAddress, toOffset } from '../memory/index.ts';
import type { Runtime } from '../objects/runtime.ts';
import { ARENA_OBJECT, MGMT, POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';
import { alignUp } from '../base/bits.ts';
import { type BlockCensus, poolState } from './block-census.ts';
import { type NumberOf, objectContent } from './block-content.ts';
import { type BlockOwners, blockOf } from './block-owners.ts';
import {
  type MapChanges,
  type MapTotals,
  type MemoryMapOptions,
  type MemoryMapScene,
  type ObjectPlace,
  POOL_FULL,
  POOL_UNTOUCHED,
  POOL_USED,
  type PoolState,
  type SceneArena,
} from './memory-map-scene.ts';
import type { ObjectNumber } from './objects-scene.ts';
import { projectBytes, projectPool } from './pool-view.ts';

/** The machine as the map looks at it, and what it needs beside the memory. */
export interface MapContext {
  readonly rt: Runtime;
  readonly pymalloc: Pymalloc;
  readonly heap: CHeap;
  readonly step: number;
  readonly line: number;
  readonly now: BlockCensus;
  /** The step before; null at the first. */
  readonly before: BlockCensus | null;
  /** Who owns which block: asked for only when something is open. */
  readonly owners: () => BlockOwners;
  readonly numberOf: NumberOf;
  /** Objects of the Objects lens, whose places are marked. */
  readonly visible: readonly { readonly number: ObjectNumber; readonly p: Addr }[];
}

/** The scene of the machine as it stands. */
export function projectMemoryMap(context: MapContext, options: MemoryMapOptions): MemoryMapScene {
  const { pymalloc, step, line } = context;
  const arenas = projectArenas(context);
  const open = openPool(pymalloc, options);
  const pool = open === 0 ? null : projectPool(context, open);
  return {
    step,
    line,
    geometry: geometryOf(pymalloc),
    totals: totalsOf(pymalloc, arenas),
    arenas,
    objects: context.visible.map((object) => placeOf(context, object)),
    changes: changesOf(context),
    pool,
    bytes: pool === null ? null : projectBytes(context, open, toOffset(options.block ?? 0)),
  };
}

function geometryOf(pymalloc: Pymalloc): MemoryMapScene['geometry'] {
  const { arenaBytes, poolBytes, poolHeaderBytes, alignment, smallRequestThreshold } =
    pymalloc.geometry;
  return {
    arenaBytes,
    poolBytes,
    headerBytes: poolHeaderBytes,
    alignment,
    threshold: smallRequestThreshold,
  };
}

/** The pool that is asked for, by itself or by one of its blocks; 0 when it is none. */
function openPool(pymalloc: Pymalloc, { pool, block }: MemoryMapOptions): Addr {
  const asked = toOffset(pool ?? block ?? 0);
  if (asked <= 0 || asked >= pymalloc.memory.bytes || !pymalloc.addressInRange(asked)) return 0;
  const address = pymalloc.poolAddr(asked);
  let found = 0;
  pymalloc.walkPools((one) => {
    if (one === address) found = one;
  });
  return found;
}

// ---- arenas ------------------------------------------------------------------------------------

/** Places in usable_arenas, from 1. */
function usablePlaces(pymalloc: Pymalloc): ReadonlyMap<Addr, number> {
  const { memory } = pymalloc;
  const places = new Map<Addr, number>();
  let ao = memory.loadPtr(pymalloc.mgmt + MGMT.usableArenas);
  for (; ao !== 0; ao = memory.loadPtr(ao + ARENA_OBJECT.nextarena)) {
    places.set(ao, places.size + 1);
  }
  return places;
}

function projectArenas({ pymalloc, before }: MapContext): SceneArena[] {
  const usable = usablePlaces(pymalloc);
  const arenas: SceneArena[] = [];
  for (let index = 0; index < pymalloc.maxarenas; index++) {
    const ao = pymalloc.arenaObject(index);
    const base = pymalloc.memory.loadPtr(ao + ARENA_OBJECT.address);
    if (base === 0) continue;
    const isNew = before !== null && !before.arenas.has(base);
    arenas.push(projectArena(pymalloc, index, usable.get(ao) ?? null, isNew));
  }
  return arenas;
}

function projectArena(
  pymalloc: Pymalloc,
  index: number,
  usable: number | null,
  isNew: boolean,
): SceneArena {
  const { memory, geometry } = pymalloc;
  const ao = pymalloc.arenaObject(index);
  const base = memory.loadPtr(ao + ARENA_OBJECT.address);
  const first = alignUp(base, geometry.poolBytes);
  const carved = memory.loadPtr(ao + ARENA_OBJECT.poolAddress);
  const pools = memory.u32[(ao + ARENA_OBJECT.ntotalpools) >> 2]!;
  const states = new Array<PoolState>(pools).fill(POOL_UNTOUCHED);
  const classes = new Array<number>(pools).fill(-1);
  const counts = new Array<number>(pools).fill(0);
  for (let pool = first, i = 0; pool < carved; pool += geometry.poolBytes, i++) {
    states[i] = poolState(pymalloc, pool);
    const szidx = memory.u32[(pool + POOL_HEADER.szidx) >> 2]!;
    classes[i] = szidx < pymalloc.classCount ? szidx : -1;
    counts[i] = memory.u32[(pool + POOL_HEADER.refCount) >> 2]!;
  }
  return {
    index,
    address: toAddress(base),
    firstPool: toAddress(first),
    pools,
    freePools: memory.u32[(ao + ARENA_OBJECT.nfreepools) >> 2]!,
    usable,
    states,
    classes,
    counts,
    isNew,
  };
}

function totalsOf(pymalloc: Pymalloc, arenas: readonly SceneArena[]): MapTotals {
  const byState: [number, number, number, number] = [0, 0, 0, 0];
  let [blocks, blockBytes, freeBlocks, freeBytes] = [0, 0, 0, 0];
  for (const { states, classes, counts } of arenas) {
    states.forEach((state, i) => {
      byState[state] += 1;
      if (state !== POOL_USED && state !== POOL_FULL) return;
      const size = pymalloc.index2size(classes[i]!);
      const free = pymalloc.numblocks(classes[i]!) - counts[i]!;
      blocks += counts[i]!;
      blockBytes += counts[i]! * size;
      freeBlocks += free;
      freeBytes += free * size;
    });
  }
  const pools = byState.reduce((sum, n) => sum + n, 0);
  const rawBlocks = pymalloc.rawAllocatedBlocks;
  return { pools, byState, blocks, blockBytes, freeBlocks, freeBytes, rawBlocks };
}

// ---- objects and changes -----------------------------------------------------------------------

function placeOf(
  { rt, pymalloc, numberOf }: MapContext,
  { number, p }: MapContext['visible'][number],
): ObjectPlace {
  const block = blockOf(rt, p);
  const pool = pymalloc.addressInRange(block) ? toAddress(pymalloc.poolAddr(block)) : null;
  const { type, text } = objectContent(rt, p, numberOf);
  return { number, type, text, block: toAddress(block), pool };
}

function changesOf({ now, before }: MapContext): MapChanges | null {
  if (before === null) return null;
  const touched = new Set<Addr>();
  let [allocated, freed] = [0, 0];
  now.without(before, (_block, pool) => {
    allocated++;
    touched.add(pool);
  });
  before.without(now, (_block, pool) => {
    freed++;
    touched.add(pool);
  });
  return {
    allocated,
    freed,
    pools: [...touched].map(toAddress),
    poolStates: poolChanges(now, before),
    arenasNew: countMissing(now.arenas, before.arenas),
    arenasGone: countMissing(before.arenas, now.arenas),
  };
}

const countMissing = (these: ReadonlySet<Addr>, those: ReadonlySet<Addr>): number =>
  [...these].filter((one) => !those.has(one)).length;

function poolChanges(now: BlockCensus, before: BlockCensus): MapChanges['poolStates'] {
  const changes: [number, PoolState, PoolState][] = [];
  for (const pool of now.places.keys()) {
    const [was, is] = [before.stateOf(pool), now.stateOf(pool)];
    if (was !== is) changes.push([toAddress(pool), was, is]);
  }
  return changes;
}
