import { DICT_OWNED } from '../../collector/owned.ts';
import { dequeBlocks } from '../native/deque.ts';
import { orderedDictBlocks } from '../native/ordered-dict.ts';
import { createCollectionsModule } from '../native/collections.ts';
import { COLLECTIONS } from '../python/collections.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { collections: COLLECTIONS },
  native: { _collections: createCollectionsModule },
  owned: {
    'collections.deque': { blocks: dequeBlocks },
    'collections.OrderedDict': {
      ...DICT_OWNED,
      blocks: (rt, od, visit) => {
        DICT_OWNED.blocks(rt, od, visit);
        orderedDictBlocks(rt, od, visit);
      },
    },
  },
};
