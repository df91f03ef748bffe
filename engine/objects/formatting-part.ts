/** What the part for formatting holds. */
export { intFormat } from './int-format.ts';
export { floatFormat } from './number-format.ts';
export { formatMethods } from './str-format.ts';
export { strFormatPercent } from './str-percent.ts';
