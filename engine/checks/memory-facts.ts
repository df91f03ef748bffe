/** Facts of all of memory: how many arenas and pools there are, and what the system has given. */
import type { Bytes } from '../base/brand.ts';
import { poolState } from '../lenses/block-census.ts';
import { POOL_EMPTY, POOL_FULL, POOL_USED, type PoolState } from '../lenses/memory-map-scene.ts';
import { PAGE_BYTES } from '../memory/index.ts';
import { ARENA_OBJECT, POOL_HEADER, type Pymalloc } from '../pymalloc/index.ts';
import type { MemoryFact } from './allocator-api.ts';
import type { Allocators } from './block-facts.ts';

/** @param blockBytes for facts of pools: only those whose blocks have so many bytes */
export function memoryFact(
  { pymalloc, heap }: Allocators,
  fact: MemoryFact,
  blockBytes: Bytes | undefined,
): number {
  const { memory } = heap;
  switch (fact) {
    case 'arenas':
      return pymalloc.narenasCurrentlyAllocated;
    case 'free-arenas':
      return freeArenas(pymalloc);
    case 'arenas-asked':
      return pymalloc.ntimesArenaAllocated;
    case 'arenas-most':
      return pymalloc.narenasHighwater;
    case 'pools-used':
      return countPools(pymalloc, POOL_USED, blockBytes);
    case 'pools-full':
      return countPools(pymalloc, POOL_FULL, blockBytes);
    case 'pools-empty':
      return countPools(pymalloc, POOL_EMPTY, blockBytes);
    case 'allocated-blocks':
      return pymalloc.allocatedBlocks();
    case 'raw-blocks':
      return pymalloc.rawAllocatedBlocks;
    case 'mapped-bytes':
      return memory.mappedPages().mappings * PAGE_BYTES;
    case 'heap-bytes':
      return memory.mappedPages().heap * PAGE_BYTES;
    case 'resident-bytes':
      return memory.residentPages().total * PAGE_BYTES;
  }
}

function freeArenas(pymalloc: Pymalloc): number {
  const { memory } = pymalloc;
  let count = 0;
  for (let i = 0; i < pymalloc.maxarenas; i++) {
    const ao = pymalloc.arenaObject(i);
    if (memory.loadPtr(ao + ARENA_OBJECT.address) === 0) continue;
    const word = (offset: number) => memory.u32[(ao + offset) >> 2];
    if (word(ARENA_OBJECT.nfreepools) === word(ARENA_OBJECT.ntotalpools)) count += 1;
  }
  return count;
}

function countPools(pymalloc: Pymalloc, state: PoolState, blockBytes: Bytes | undefined): number {
  let count = 0;
  pymalloc.walkPools((pool) => {
    const szidx = pymalloc.memory.u32[(pool + POOL_HEADER.szidx) >> 2]!;
    const ours = blockBytes === undefined || pymalloc.index2size(szidx) === blockBytes;
    if (ours && poolState(pymalloc, pool) === state) count += 1;
  });
  return count;
}
