import { indicesBlock, permutationsBlocks } from '../native/itertools-combinatorics.ts';
import { createItertoolsModule } from '../native/itertools.ts';
import type { LibraryChunk } from '../library.ts';

const COMBINATORIC = { blocks: indicesBlock };

export const chunk: LibraryChunk = {
  native: { itertools: createItertoolsModule },
  owned: {
    'itertools.product': COMBINATORIC,
    'itertools.permutations': { blocks: permutationsBlocks },
    'itertools.combinations': COMBINATORIC,
    'itertools.combinations_with_replacement': COMBINATORIC,
  },
};
