/** What the part for tracebacks holds: exceptions, warnings and the worst as text. */
export { fatalErrorText } from './fatal-error.ts';
export { formatException, formatIgnored } from './print-exception.ts';
export { suggestKeyword, suggestWord } from './suggestions.ts';
export { printUncaught } from './uncaught.ts';
export {
  giveSourceWarning,
  giveWarning,
  warnUnawaitedCoroutine,
  warnUnawaitedMethod,
} from './warnings.ts';
