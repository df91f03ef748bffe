import { STATISTICS } from '../python/statistics.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { statistics: STATISTICS },
};
