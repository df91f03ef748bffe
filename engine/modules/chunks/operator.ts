import { createOperatorModule } from '../native/operator.ts';
import { OPERATOR } from '../python/operator.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { operator: OPERATOR },
  native: { _operator: createOperatorModule },
};
