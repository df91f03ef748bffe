/** Parts of the compiler that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';

/** Annotations as text: `from __future__ import annotations`. */
export const unparsing = new Part<typeof import('./unparse.ts')>('annotations');
export const exprAsString = late(unparsing, 'exprAsString');

export const matchCode = new Part<typeof import('./codegen-pattern.ts')>('match');
export const visitMatch = late(matchCode, 'visitMatch');
