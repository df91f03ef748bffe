import { createMathModule } from '../math.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  native: { math: createMathModule },
};
