/** What the part for texts holds. */
export { caseMethods } from './str-case.ts';
export { padMethods } from './str-pad.ts';
export { predicateMethods } from './str-predicates.ts';
export { replaceMethods } from './str-replace.ts';
export { splitMethods } from './str-split.ts';
