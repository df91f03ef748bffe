/** What the part for formatting holds. */
export { formatMethods } from './str-format.ts';
export { strFormatPercent } from './str-percent.ts';
