/** Rules of the grammar that few programs need, each in a part that is fetched when one does. */
import { late, Part } from '../base/part.ts';

/** What says why a program is wrong. */
export const invalidRules = new Part<typeof import('./invalid.ts')>('syntax-errors');

export const matchRules = new Part<typeof import('./match.ts')>('match');
export const match_stmt = late(matchRules, 'match_stmt');

/** Names in `\\N{...}`. */
export const characterNames = new Part<typeof import('./character-names.ts')>('character-names');
export const characterNamed = late(characterNames, 'characterNamed');

/** f-strings before they were part of the grammar, in 3.12. */
export const oldFStrings = new Part<typeof import('./fstrings-legacy.ts')>('old-f-strings');
export const legacyFString = late(oldFStrings, 'legacyFString');

/** What ends a parse that failed. */
export const failures = new Part<typeof import('./failures-part.ts')>('syntax-errors');
export const checkTheRest = late(failures, 'checkTheRest');
export const genericError = late(failures, 'genericError');
export const parseFStringExpression = late(failures, 'parseFStringExpression');
export const secondPass = late(failures, 'secondPass');
export const wantsMore = late(failures, 'wantsMore');
export const warnEscape = late(failures, 'warnEscape');
export const warnOctal = late(failures, 'warnOctal');
export const invalid_kvpair = late(failures, 'invalid_kvpair');
export const invalid_kvpair_unpacking = late(failures, 'invalid_kvpair_unpacking');
