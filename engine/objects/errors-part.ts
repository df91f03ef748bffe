/** What the part for errors of calls and attributes holds. */
export { keysAreStrings, keywordOf, tooMany, unknownKeyword, wrongKeyword } from './args-code.ts';
export { deleteFailed, genericSetDict, noPlace } from './generic-attr-code.ts';
export {
  badArgument,
  encodingArgument,
  intArgument,
  ssizeArgument,
  strArgument,
} from './clinic-code.ts';
export { addNote, exceptionAddNote } from './exception-notes-code.ts';
