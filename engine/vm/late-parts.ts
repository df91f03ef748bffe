/** Parts of the loop's helpers that few programs need, each fetched when one does. */
import { late, Part } from '../base/part.ts';

export const matching = new Part<typeof import('./matching.ts')>('match');
export const matchClass = late(matching, 'matchClass');
export const matchKeys = late(matching, 'matchKeys');

/** Exceptions as text, with what was perhaps meant. */
export const tracebacks = new Part<typeof import('./tracebacks-part.ts')>('tracebacks');
export const formatException = late(tracebacks, 'formatException');
export const formatIgnored = late(tracebacks, 'formatIgnored');
export const suggestKeyword = late(tracebacks, 'suggestKeyword');
export const suggestWord = late(tracebacks, 'suggestWord');
