import { ANNOTATE } from '../python/annotate.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { _annotate: ANNOTATE },
};
