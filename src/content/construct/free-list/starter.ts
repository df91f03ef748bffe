import type { Addr, FreeList, FreeListLab } from './lab';

export function makeFreeList({ heap, first, end, blockBytes }: FreeListLab): FreeList {
  // Behind the highest block that was ever handed out.
  let frontier: Addr = first;

  return {
    alloc(): Addr {
      // Freed blocks first: where do you find the one freed last?
      if (frontier >= end) return 0;
      const block = frontier;
      frontier += blockBytes;
      return block;
    },

    free(block: Addr): void {
      // Write the list into the block itself: heap.store(block, ...)
    },
  };
}
