import { ENUM } from '../python/enum.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { enum: ENUM },
};
