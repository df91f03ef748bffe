import { createTimeModule } from '../native/time.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  native: { time: createTimeModule },
};
