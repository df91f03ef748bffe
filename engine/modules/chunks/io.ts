import { IO } from '../python/io.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { io: IO },
};
