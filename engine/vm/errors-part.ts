/** What the part for errors of calls and names holds. */
export { missingArguments, unexpectedKeyword } from './arguments-code.ts';
export {
  deleteDeref,
  loadFromDictOrDeref,
  loadFromDictOrGlobals,
  nameError,
  unboundDeref,
  unboundLocal,
} from './names-code.ts';
export { duplicateKeyword, tooFew, wrongCount } from './build-code.ts';
