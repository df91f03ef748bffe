/** What the part for failed parses holds. */
export {
  checkTheRest,
  genericError,
  parseFStringExpression,
  secondPass,
  wantsMore,
} from './parse-code.ts';
export { warnEscape, warnOctal } from './strings-code.ts';
export { invalid_kvpair, invalid_kvpair_unpacking } from './dict-pairs-code.ts';
