/** What the part for texts holds. */
export { replaceMethods } from './str-replace.ts';
export { splitMethods } from './str-split.ts';
