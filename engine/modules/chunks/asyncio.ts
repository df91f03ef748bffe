import { ASYNCIO } from '../python/asyncio.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { asyncio: ASYNCIO },
};
