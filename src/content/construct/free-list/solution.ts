import type { Addr, FreeList, FreeListLab } from './lab';

export function makeFreeList({ heap, first, end, blockBytes }: FreeListLab): FreeList {
  let frontier: Addr = first;
  // The block that is handed out next; 0: none has come back.
  let head: Addr = 0;

  return {
    alloc(): Addr {
      if (head !== 0) {
        const block = head;
        head = heap.load(block);
        return block;
      }
      if (frontier >= end) return 0;
      const block = frontier;
      frontier += blockBytes;
      return block;
    },

    free(block: Addr): void {
      heap.store(block, head);
      head = block;
    },
  };
}
