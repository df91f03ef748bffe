import { STRING } from '../python/string.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { string: STRING },
};
