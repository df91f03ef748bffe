import { WEAKREF } from '../python/weakref.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { weakref: WEAKREF },
};
