import { createGcModule } from '../gc.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  native: { gc: createGcModule },
};
