import { JSON_MODULE } from '../python/json.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { json: JSON_MODULE },
};
