import { ABC } from '../python/abc.ts';
import { WEAKREFSET } from '../python/weakrefset.ts';
import { COLLECTIONS_ABC } from '../python/collections-abc.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { abc: ABC, _weakrefset: WEAKREFSET, _collections_abc: COLLECTIONS_ABC },
};
