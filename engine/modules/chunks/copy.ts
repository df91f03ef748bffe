import { COPY } from '../python/copy.ts';
import { COPYREG } from '../python/copyreg.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { copy: COPY, copyreg: COPYREG },
};
