import { createRandomModule } from '../native/random.ts';
import { RANDOM } from '../python/random.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { random: RANDOM },
  native: { _random: createRandomModule },
};
