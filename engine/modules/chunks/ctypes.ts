import { createCtypesModule } from '../native/ctypes.ts';
import { CTYPES } from '../python/ctypes.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { ctypes: CTYPES },
  native: { _ctypes: createCtypesModule },
};
