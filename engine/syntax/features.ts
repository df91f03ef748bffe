/**
 * What the syntax of a release can do, by capability. The parser asks these and never a version.
 */

/** Grammar and message capabilities of one release; the data is in `features/`. */
export interface SyntaxFeatures {
  // ---- grammar ----
  /** `match` statements (3.10). */
  readonly matchStatement: boolean;
  /** `with (open(a) as b, open(c) as d):` (3.9, by the PEG parser's grace). */
  readonly parenthesizedWith: boolean;
  /** Any expression as a decorator (3.9). */
  readonly relaxedDecorators: boolean;
  /** `a[*b]` and `def f(*args: *Ts)` (3.11). */
  readonly starredSubscript: boolean;
  /** `a[x := 1]` and `{x := 1}` without parentheses (3.10). */
  readonly namedInSubscriptAndSet: boolean;
  /** `except* E:` (3.11). */
  readonly exceptStar: boolean;
  /** `def f[T]()`, `class C[T]`, `type X = ...` (3.12). */
  readonly typeParams: boolean;
  /** `[T = int]` (3.13). */
  readonly typeParamDefaults: boolean;
  /** f-strings tokenized with the rest of the program (3.12); before, strings parsed apart. */
  readonly pep701FStrings: boolean;
  /** `except A, B:` (3.14). */
  readonly unparenthesizedExcept: boolean;
  /** `t'...'` (3.14). We know it only to say that we do not run it. */
  readonly templateStrings: boolean;
  /** `for x in *a, *b:` (3.9, by the PEG parser's grace). */
  readonly starredForIterable: boolean;
  /** `[*x for x in xs]`, `{**d for d in ds}` (3.15). */
  readonly unpackingComprehensions: boolean;
  /** `lazy import x` (3.15). */
  readonly lazyImports: boolean;
  /** What `1if x` gives: nothing, or a warning; `1x` is an error unless this is 'free'. */
  readonly numberBeforeWord: 'free' | 'DeprecationWarning' | 'SyntaxWarning';
  /** "...; perhaps you escaped the end quote" (3.14). */
  readonly escapedQuoteHint: boolean;
  /** The category of "invalid escape sequence" (SyntaxWarning from 3.12). */
  readonly escapeWarning: 'DeprecationWarning' | 'SyntaxWarning';
  readonly messages: SyntaxMessages;
}

/** Which `invalid_` rules a release has, and how it words its errors. */
export interface SyntaxMessages {
  /** The text of the warning about `\d`. */
  readonly invalidEscape: (char: string) => string;
  /** The text of the warning about `\777` (3.12). */
  readonly invalidOctalEscape: ((digits: string) => string) | null;
  /** "cannot mix bytes and nonbytes literals" points at all of the literals. */
  readonly bytesMixRange: boolean;
  /** `&&':'` in `for`, `while`, `class` ... (3.10); later `invalid_` rules say it. */
  readonly forcedColons: boolean;
  /** `&&'('` and `&&':'` in `def` itself. */
  readonly forcedDef: boolean;
  /** "expected ..." at all (3.10). */
  readonly expected: boolean;
  /** `case +1:` (3.14). */
  readonly plusInPatterns: boolean;
}
