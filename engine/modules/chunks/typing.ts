import { TYPING } from '../python/typing.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { typing: TYPING },
};
