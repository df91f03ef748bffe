import { ANNOTATIONLIB } from '../python/annotationlib.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { annotationlib: ANNOTATIONLIB },
};
