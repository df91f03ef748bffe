import { STRUCT } from '../python/struct.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { struct: STRUCT },
};
