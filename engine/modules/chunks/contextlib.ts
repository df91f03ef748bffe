import { CONTEXTLIB } from '../python/contextlib.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { contextlib: CONTEXTLIB },
};
