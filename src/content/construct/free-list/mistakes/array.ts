import type { Addr, FreeList, FreeListLab } from './lab';

export function makeFreeList({ first, end, blockBytes }: FreeListLab): FreeList {
  let frontier: Addr = first;
  const freed: Addr[] = [];

  return {
    alloc(): Addr {
      const block = freed.pop();
      if (block !== undefined) return block;
      if (frontier >= end) return 0;
      frontier += blockBytes;
      return frontier - blockBytes;
    },

    free(block: Addr): void {
      freed.push(block);
    },
  };
}
