/** What the part for tracebacks holds. */
export { formatException, formatIgnored } from './print-exception.ts';
export { suggestKeyword, suggestWord } from './suggestions.ts';
