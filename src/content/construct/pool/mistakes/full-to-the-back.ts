import type { Addr, Bytes, PoolLab, Pools } from './lab';

export function makePools(lab: PoolLab): Pools {
  const { heap, HEADER, poolBytes, alignment, newPool, giveBack } = lab;
  // The used pools of each size class, the one that serves first in front.
  const usedPools: Addr[][] = Array.from({ length: 32 }, () => []);
  // Pools that were opened once: their headers still say for which class.
  const opened = new Set<Addr>();

  function open(szidx: number): Addr {
    const pool = newPool();
    if (pool === 0) return 0;
    usedPools[szidx]!.unshift(pool);
    if (opened.has(pool) && heap.load(pool + HEADER.szidx) === szidx) {
      // It had this class before, and its free list is still good.
      heap.store(pool + HEADER.refCount, 0);
      return take(pool, szidx);
    }
    opened.add(pool);
    const size = (szidx + 1) * alignment;
    heap.store(pool + HEADER.refCount, 1);
    heap.store(pool + HEADER.szidx, szidx);
    const ready = pool + HEADER.total + size;
    heap.store(ready, 0);
    heap.store(pool + HEADER.freeblock, ready);
    heap.store(pool + HEADER.nextoffset, HEADER.total + 2 * size);
    heap.store(pool + HEADER.maxnextoffset, poolBytes - size);
    return pool + HEADER.total;
  }

  function take(pool: Addr, szidx: number): Addr {
    const block = heap.load(pool + HEADER.freeblock);
    heap.store(pool + HEADER.refCount, heap.load(pool + HEADER.refCount) + 1);
    const next = heap.load(block);
    heap.store(pool + HEADER.freeblock, next);
    if (next === 0) extend(pool, szidx);
    return block;
  }

  /** The free list is empty: the next block that was never used, or the pool is full. */
  function extend(pool: Addr, szidx: number): void {
    const offset = heap.load(pool + HEADER.nextoffset);
    if (offset > heap.load(pool + HEADER.maxnextoffset)) {
      usedPools[szidx]!.shift();
      return;
    }
    heap.store(pool + HEADER.freeblock, pool + offset);
    heap.store(pool + HEADER.nextoffset, offset + (szidx + 1) * alignment);
    heap.store(pool + offset, 0);
  }

  return {
    malloc(bytes: Bytes): Addr {
      const szidx = Math.floor((bytes - 1) / alignment);
      const pool = usedPools[szidx]![0];
      return pool === undefined ? open(szidx) : take(pool, szidx);
    },

    free(block: Addr): void {
      const pool = block - (block % poolBytes);
      const szidx = heap.load(pool + HEADER.szidx);
      const used = usedPools[szidx]!;
      const last = heap.load(pool + HEADER.freeblock);
      const count = heap.load(pool + HEADER.refCount) - 1;
      heap.store(block, last);
      heap.store(pool + HEADER.freeblock, block);
      heap.store(pool + HEADER.refCount, count);
      if (last === 0) used.push(pool); // it was full
      if (count === 0) {
        used.splice(used.indexOf(pool), 1);
        giveBack(pool);
      }
    },
  };
}
