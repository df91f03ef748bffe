import { FUTURE } from '../python/future.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { __future__: FUTURE },
};
