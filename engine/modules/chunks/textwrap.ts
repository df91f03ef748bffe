import { TEXTWRAP } from '../python/textwrap.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { textwrap: TEXTWRAP },
};
