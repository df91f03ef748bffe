/** What objects of these modules own beside other objects, for the checker of the machine. */
import { declareOwned, DICT_OWNED } from '../../collector/owned.ts';
import { arrayBlocks } from './array.ts';
import { dequeBlocks } from './deque.ts';
import { combinatoricBlocks } from './itertools-combinatorics.ts';
import { orderedDictBlocks } from './ordered-dict.ts';

/** Tells the checker; once is enough for all machines. */
export function declareModuleTypes(): void {
  declareOwned('collections.deque', { blocks: dequeBlocks });
  declareOwned('array.array', { blocks: arrayBlocks });
  declareOwned('collections.OrderedDict', {
    ...DICT_OWNED,
    blocks: (rt, od, visit) => {
      DICT_OWNED.blocks(rt, od, visit);
      orderedDictBlocks(rt, od, visit);
    },
  });
  for (const name of ['product', 'permutations', 'combinations', 'combinations_with_replacement']) {
    declareOwned(`itertools.${name}`, { blocks: combinatoricBlocks });
  }
}
