import { createSreModule } from '../native/sre.ts';
import { RE } from '../python/re.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { re: RE },
  native: { _sre: createSreModule },
};
