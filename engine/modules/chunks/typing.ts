import type { LibraryChunk } from '../library.ts';
import { createTypingModule } from '../native/typing.ts';
import { TYPING } from '../python/typing.ts';
import { TYPING_OLDER } from '../python/typing-older.ts';

export const chunk: LibraryChunk = {
  python: { typing: TYPING, _typing_older: TYPING_OLDER },
  native: { _typing: createTypingModule },
};
