import { TRACEBACK } from '../python/traceback.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { traceback: TRACEBACK },
};
