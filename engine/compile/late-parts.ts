/** Parts of the compiler that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';

/** Annotations as text: `from __future__ import annotations`. */
export const unparsing = new Part<typeof import('./unparse.ts')>('annotations');
export const exprAsString = late(unparsing, 'exprAsString');

/** co_stacksize of releases whose `try` and `with` are blocks. */
export const blockStackDepths = new Part<typeof import('./block-stack-depth.ts')>('older-releases');

/** Operators applied to constants. */
export const foldingPart = new Part<typeof import('./fold-operators.ts')>('folding');
export const foldBinary = late(foldingPart, 'foldBinary');
export const foldIndex = late(foldingPart, 'foldIndex');
export const foldUnary = late(foldingPart, 'foldUnary');

export const matchCode = new Part<typeof import('./codegen-pattern.ts')>('match');
export const visitMatch = late(matchCode, 'visitMatch');

/** Type parameters and aliases. */
export const typesCode = new Part<typeof import('./codegen-types.ts')>('type-parameters');
export const callTypeParameterScope = late(typesCode, 'callTypeParameterScope');
export const visitTypeAlias = late(typesCode, 'visitTypeAlias');
export const visitTypeParams = late(typesCode, 'visitTypeParams');

/** What only releases later than the one at hand do. */
export const newerReleases = new Part<typeof import('./newer-releases.ts')>('older-releases');
export const importKind = late(newerReleases, 'importKind');
export const lazyImportError = late(newerReleases, 'lazyImportError');
export const loadCommonConstants = late(newerReleases, 'loadCommonConstants');
