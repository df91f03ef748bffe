import { INSPECT } from '../python/inspect.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { inspect: INSPECT },
};
