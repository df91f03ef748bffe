import { createBisectModule } from '../native/bisect.ts';
import { BISECT } from '../python/bisect.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { bisect: BISECT },
  native: { _bisect: createBisectModule },
};
