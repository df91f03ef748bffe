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

/** `with` and `except*`. */
export const withCode = new Part<typeof import('./codegen-try-code.ts')>('with');
export const lastStatement = late(withCode, 'lastStatement');
export const visitTryStar = late(withCode, 'visitTryStar');
export const visitTryStarExcept = late(withCode, 'visitTryStarExcept');
export const visitWith = late(withCode, 'visitWith');

/** Annotations. */
export const annotationsCode = new Part<typeof import('./annotations-part.ts')>('annotated');
export const deferAnnotation = late(annotationsCode, 'deferAnnotation');
export const enterAnnotationScope = late(annotationsCode, 'enterAnnotationScope');
export const leaveAnnotationScope = late(annotationsCode, 'leaveAnnotationScope');
export const refuseUnknownFormats = late(annotationsCode, 'refuseUnknownFormats');
export const visitDeferredAnnotations = late(annotationsCode, 'visitDeferredAnnotations');
export const visitAnnAssign = late(annotationsCode, 'visitAnnAssign');

/** `async for`, in comprehensions too. */
export const asyncCode = new Part<typeof import('./async-part.ts')>('async');

/** Template strings. */
export const templateCode = new Part<typeof import('./codegen-expr-code.ts')>('templates');

/** What type parameters stand on. */
export const genericCode = new Part<typeof import('./generic-part.ts')>('type-parameters');
export const visitAsyncGenerator = late(asyncCode, 'visitAsyncGenerator');
export const visitAsyncFor = late(asyncCode, 'visitAsyncFor');
export const visitInterpolation = late(templateCode, 'visitInterpolation');
export const visitTemplateStr = late(templateCode, 'visitTemplateStr');
export const visitGenericClass = late(genericCode, 'visitGenericClass');
export const visitGenericFunction = late(genericCode, 'visitGenericFunction');
