import { arrayBlocks } from '../native/array.ts';
import { createArrayModule } from '../native/array-type.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  native: { array: createArrayModule },
  owned: {
    'array.array': { blocks: arrayBlocks },
  },
};
