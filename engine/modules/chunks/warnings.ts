import { WARNINGS } from '../python/warnings.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { warnings: WARNINGS },
};
