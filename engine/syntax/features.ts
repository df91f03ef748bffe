/**
 * What the syntax of a release can do, by capability. The parser asks these and never a version.
 */
import type { Expr } from './ast.ts';

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
  /** `a[x := 1]` without parentheses (3.10). */
  readonly namedInSubscript: boolean;
  /** `{x := 1}` without parentheses (3.9). */
  readonly namedInSet: boolean;
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
  /** What `1if x` gives: nothing or a warning; `1x` is "invalid decimal literal" unless 'free'. */
  readonly numberBeforeWord: 'free' | 'DeprecationWarning' | 'SyntaxWarning';
  /** `1é` is left to the parser (3.11). */
  readonly numberBeforeNonAscii: boolean;
  /** "...; perhaps you escaped the end quote?" (3.13). */
  readonly escapedQuoteHint: boolean;
  /** The place of a NEWLINE token takes in its newline (3.12). */
  readonly newlineHasWidth: boolean;
  /** The category of "invalid escape sequence" (SyntaxWarning from 3.12). */
  readonly escapeWarning: 'DeprecationWarning' | 'SyntaxWarning';
  /** It tells the line of the escape, not that of the literal (3.14). */
  readonly escapeHasLine: boolean;
  readonly messages: SyntaxMessages;
}

/** Which `invalid_` rules a release has, and how it words its errors. */
export interface SyntaxMessages {
  /** The text of the warning about `\\d`. */
  readonly invalidEscape: (char: string) => string;
  /** The text of the warning about `\\777` (3.11). */
  readonly invalidOctalEscape: ((digits: string) => string) | null;
  /** "cannot mix bytes and nonbytes literals" points at all of the literals. */
  readonly bytesMixRange: boolean;
  /** `&&'('` and `&&':'` in `def` itself; from 3.12 on in invalid_def_raw. */
  readonly forcedDef: 'none' | 'colon' | 'both';
  /** The text for `b'é'`. */
  readonly bytesNotAscii: string;
  /** "bytes can only contain ..." points at the literal (3.11). */
  readonly bytesErrorAtToken: boolean;
  /** "expected ..." at all (3.10). */
  readonly expected: boolean;
  /** `case +1:` (3.15). */
  readonly plusInPatterns: boolean;
  /** What some expressions are called that are called otherwise now. */
  readonly exprNames: Partial<Record<Expr['kind'], string>>;
  /** What `...` is called. */
  readonly ellipsis: string;

  // ---- invalid_ rules that a release has or has not ----
  /** invalid_expression: "Perhaps you forgot a comma?" (3.10). */
  readonly missingComma: boolean;
  /** invalid_expression: "expected 'else' after 'if' expression" (3.11). */
  readonly missingElse: boolean;
  /** invalid_expression: "... but statement is given" (3.14). */
  readonly statementInConditional: boolean;
  /** invalid_expression: "Is this intended to be part of the string?" (3.14). */
  readonly stringInString: boolean;
  /** invalid_legacy_expression. */
  readonly legacyCall: boolean;
  /** invalid_named_expression, its first rule. */
  readonly namedTarget: boolean;
  /** "Maybe you meant '==' ..." (3.10). */
  readonly maybeEqual: boolean;
  /** invalid_arithmetic and invalid_factor (3.13). */
  readonly notAfterOperator: boolean;
  /** invalid_if_expression and what unpacking there is with it (3.15). */
  readonly unpackedConditional: boolean;
  /** "cannot assign to iterable argument unpacking" (3.13). */
  readonly starredAssignment: boolean;
  /** invalid_starred_expression: "Invalid star expression" (3.13). */
  readonly starAlone: boolean;
  /** ... which is also tried in the first pass. */
  readonly starAloneAlways: boolean;
  /** Where "iterable argument unpacking follows ..." points. */
  readonly unpackingOrder: 'last' | 'arguments' | 'star' | 'comma';
  /** "expected argument value expression" (3.12). */
  readonly expectedArgument: boolean;
  /** invalid_kwarg: "cannot assign to True" (3.10). */
  readonly singletonKeyword: boolean;
  /** invalid_kwarg points at all of `x.y=`. */
  readonly keywordRange: boolean;
  /** invalid_group, the text of its first rule. */
  readonly starredGroup: string | null;
  /** invalid_group, its second rule. */
  readonly doubleStarredGroup: boolean;
  /** invalid_comprehension: which unpacking it refuses. */
  readonly unpackedElement: 'iterable' | 'mapping';
  /** invalid_comprehension: "did you forget parentheses ..." (3.10). */
  readonly comprehensionTarget: boolean;
  /** invalid_double_starred_kvpairs (3.10). */
  readonly dictPairs: boolean;
  /** ... which is also tried in the first pass (until 3.14). */
  readonly dictPairsAlways: boolean;
  /** A soft keyword is also any word it begins with: `c`, `ca`, `t` (until 3.13). */
  readonly softKeywordPrefixes: boolean;
  /** "cannot use dict unpacking in a dictionary value" (3.15). */
  readonly unpackedDictValue: boolean;
  /** invalid_kvpair_unpacking (3.15). */
  readonly unpackedPairs: boolean;
  /** invalid_raise_stmt (3.15). */
  readonly raiseFrom: boolean;
  /** invalid_assert_stmt (3.15). */
  readonly assertTargets: boolean;
  /** invalid_for_if_clause (3.13). */
  readonly inExpected: boolean;
  /** invalid_else_stmt: "'elif' block follows an 'else' block" (3.14). */
  readonly elifAfterElse: boolean;
  /** invalid_with_stmt: "... has a trailing comma" (3.15). */
  readonly trailingWithComma: boolean;
  /** invalid_try_stmt: both kinds of `except` (3.12). */
  readonly bothExcepts: boolean;
  /** invalid_except_stmt: "cannot use except statement with ..." (3.14). */
  readonly exceptTargets: boolean;
  /** invalid_match_stmt: "case statement must be inside match statement" (3.15). */
  readonly caseOutside: boolean;
  /** invalid_as_pattern: "cannot use ... as pattern target" (3.14). */
  readonly patternTarget: boolean;
  /** invalid_mapping_pattern (3.15). */
  readonly restMustBeLast: boolean;
  /** invalid_import (3.12). */
  readonly importFrom: boolean;
  /** "Expected one or more names after 'import'" (3.13). */
  readonly namesAfterImport: boolean;
  /** invalid_dotted_as_name, invalid_import_from_as_name (3.14). */
  readonly importTargets: boolean;
  /** invalid_type_params (3.13). */
  readonly emptyTypeParams: boolean;

  /** "'u' and 'r' prefixes are incompatible" (3.14). */
  readonly incompatiblePrefixes: boolean;
  /** f-strings of before PEP 701: "expression required before '!'" (3.11). */
  readonly fstringRequiredBefore: boolean;
  /** `{x:{y}}` has an empty text behind `{y}` (3.12). */
  readonly emptyTextInSpec: boolean;
  /** After `{y}` in a format spec the text is no format spec any more (3.13). */
  readonly specEndsAtBrace: boolean;
  /** "Perhaps you forgot a comma?" points at the last line of a first part of several (3.15). */
  readonly commaAtLastLine: boolean;
  /** `<>`: "Maybe you meant '!=' instead of '<>'?" (3.14). */
  readonly notEqualHint: boolean;
  /** A newline in the format spec of a one-line f-string is an error (3.14). */
  readonly newlineInFormatSpec: boolean;
  /** An escape that does not decode is reported at its literal, not at the last token read. */
  readonly decodeErrorAtToken: boolean;
  /** A token over several lines shows them all in the text of an error (until 3.13). */
  readonly linesOfToken: boolean;
  /** Some columns are bytes (until 3.13). */
  readonly countBytes: boolean;
  /** The text for `!  r`. */
  readonly conversionApart: string;

  /** Most errors come from making the tree: they know no text, and say so at a node (3.8). */
  readonly treeErrors: boolean;
  /** The rest of the source is searched for the tokenizer's errors (3.10). */
  readonly checkTheRest: boolean;
  /** "EOL while scanning string literal", "unexpected EOF while parsing" (until 3.9). */
  readonly scanningTexts: boolean;
  /** "invalid digit ..." points behind a first digit, too (3.10). */
  readonly firstDigitRead: boolean;
  /** In a file that names no encoding all columns are bytes (3.9 to 3.12). */
  readonly fileCountsBytes: boolean;
  /** "leading zeros in ..." points at the zeros (3.10). */
  readonly leadingZerosRange: boolean;

  // ---- parameters ----
  /** 'argument' or 'parameter' (3.15): what a function's are called. */
  readonly parameter: string;
  /** The text for a parameter without default after one with. */
  readonly defaultOrder: string;
  /** It points at the parameter (3.10). */
  readonly defaultOrderAtParameter: boolean;
  /** invalid_parameters lets `a, /,` come before (3.12). */
  readonly slashBeforeOrder: boolean;
  /** The rules about `/` and parentheses (3.11). */
  readonly slashRules: boolean;
  /** They come before the one about defaults (3.12). */
  readonly slashRulesFirst: boolean;
  /** The rules about `*`, `**` and their defaults (3.11). */
  readonly starRules: boolean;
  /** "named arguments must follow bare *" points at the star. */
  readonly bareStarAtStar: boolean;
  /** The text for a second `*`. */
  readonly starTwice: string;
}
