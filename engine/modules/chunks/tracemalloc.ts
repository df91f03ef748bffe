import { createTracemallocModule } from '../native/tracemalloc.ts';
import { TRACEMALLOC } from '../python/tracemalloc.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { tracemalloc: TRACEMALLOC },
  native: { _tracemalloc: createTracemallocModule },
};
