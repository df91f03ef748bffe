import type { Addr, FreeList, FreeListLab } from './lab';

export function makeFreeList({ heap, first, end, blockBytes }: FreeListLab): FreeList {
  let frontier: Addr = first;
  let head: Addr = 0;
  let tail: Addr = 0;

  return {
    alloc(): Addr {
      if (head !== 0) {
        const block = head;
        head = heap.load(block);
        if (head === 0) tail = 0;
        return block;
      }
      if (frontier >= end) return 0;
      const block = frontier;
      frontier += blockBytes;
      return block;
    },

    free(block: Addr): void {
      heap.store(block, 0);
      if (tail === 0) head = block;
      else heap.store(tail, block);
      tail = block;
    },
  };
}
