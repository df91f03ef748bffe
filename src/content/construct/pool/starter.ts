import type { Addr, Bytes, PoolLab, Pools } from './lab';

export function makePools(lab: PoolLab): Pools {
  const { heap, HEADER, poolBytes, alignment, newPool, giveBack } = lab;
  // The used pools of each size class, the one that serves first in front.
  const usedPools: Addr[][] = Array.from({ length: 32 }, () => []);

  /** A pool of the arena for blocks of a size class. Its first block is handed out at once. */
  function open(szidx: number): Addr {
    const pool = newPool();
    if (pool === 0) return 0;
    const size = (szidx + 1) * alignment;
    heap.store(pool + HEADER.refCount, 1);
    heap.store(pool + HEADER.szidx, szidx);
    // A block lies ready behind the first; it is the whole free list.
    const ready = pool + HEADER.total + size;
    heap.store(ready, 0);
    heap.store(pool + HEADER.freeblock, ready);
    heap.store(pool + HEADER.nextoffset, HEADER.total + 2 * size);
    heap.store(pool + HEADER.maxnextoffset, poolBytes - size);
    usedPools[szidx]!.unshift(pool);
    return pool + HEADER.total;
  }

  return {
    malloc(bytes: Bytes): Addr {
      const szidx = Math.floor((bytes - 1) / alignment);
      const pool = usedPools[szidx]![0];
      if (pool === undefined) return open(szidx);
      // Take the head of its free list. Is the list empty then? Carve the next block; or the pool is full.
      return open(szidx);
    },

    free(block: Addr): void {
      const pool = block - (block % poolBytes);
      // Thread the block into the list. Was the pool full? Is it empty now?
    },
  };
}
