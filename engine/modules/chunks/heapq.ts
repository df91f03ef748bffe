import { createHeapqModule } from '../native/heapq.ts';
import { HEAPQ } from '../python/heapq.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { heapq: HEAPQ },
  native: { _heapq: createHeapqModule },
};
