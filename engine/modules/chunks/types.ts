import { TYPES } from '../python/types.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { types: TYPES },
};
