import { createAstModule } from '../native/ast.ts';
import { AST } from '../python/ast.ts';
import type { LibraryChunk } from '../library.ts';

export const chunk: LibraryChunk = {
  python: { ast: AST },
  native: { _ast: createAstModule },
};
