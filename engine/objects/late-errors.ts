/** What is wrong with a call, a name or an attribute, in words. */
import { late, Part } from '../base/part.ts';

export const errorsPart = new Part<typeof import('./errors-part.ts')>('error-texts');
export const keysAreStrings = late(errorsPart, 'keysAreStrings');
export const keywordOf = late(errorsPart, 'keywordOf');
export const tooMany = late(errorsPart, 'tooMany');
export const unknownKeyword = late(errorsPart, 'unknownKeyword');
export const wrongKeyword = late(errorsPart, 'wrongKeyword');
export const deleteFailed = late(errorsPart, 'deleteFailed');
export const genericSetDict = late(errorsPart, 'genericSetDict');
export const noPlace = late(errorsPart, 'noPlace');
export const badArgument = late(errorsPart, 'badArgument');
export const encodingArgument = late(errorsPart, 'encodingArgument');
export const intArgument = late(errorsPart, 'intArgument');
export const ssizeArgument = late(errorsPart, 'ssizeArgument');
export const strArgument = late(errorsPart, 'strArgument');
export const addNote = late(errorsPart, 'addNote');
export const exceptionAddNote = late(errorsPart, 'exceptionAddNote');
