import { TEMPLATELIB } from '../python/templatelib.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { 'string.templatelib': TEMPLATELIB },
};
