/** What the part for texts holds. */
export { caseMethods } from './str-case.ts';
export { padMethods } from './str-pad.ts';
export { predicateMethods } from './str-predicates.ts';
export { replaceMethods } from './str-replace.ts';
export { splitMethods } from './str-split.ts';
export { foundOrError, strContains, strCount, strFind, strRfind } from './str-search-code.ts';
export { strItem, strStrided } from './str-subscript-code.ts';
export { makeStr, strSizeof, strTypeNew, strTypeNewRow } from './str-type-code.ts';
export { notAStr, strCopy, strRepeat } from './str-build-code.ts';
export { isSpace, mapCase, toDecimal, unpackAscii, unpackSets } from './unicode-data-code.ts';
