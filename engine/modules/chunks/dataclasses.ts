import { DATACLASSES } from '../python/dataclasses.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { dataclasses: DATACLASSES },
};
