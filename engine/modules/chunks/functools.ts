import { createFunctoolsModule } from '../native/functools.ts';
import { FUNCTOOLS } from '../python/functools.ts';
import { REPRLIB } from '../python/reprlib.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { functools: FUNCTOOLS, reprlib: REPRLIB },
  native: { _functools: createFunctoolsModule },
};
