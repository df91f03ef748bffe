/** The syntax of each release: each is the one before it and what it changed. */
import type { SyntaxFeatures, SyntaxMessages } from '../features.ts';

const messages38: SyntaxMessages = {
  invalidEscape: (char) => `invalid escape sequence \\${char}`,
  invalidOctalEscape: null,
  bytesMixRange: false,
  forcedDef: 'none',
  bytesErrorAtToken: false,
  bytesNotAscii: 'bytes can only contain ASCII literal characters.',
  expected: false,
  plusInPatterns: false,
  exprNames: {
    BoolOp: 'operator',
    BinOp: 'operator',
    UnaryOp: 'operator',
    Dict: 'dict display',
  },
  treeErrors: true,
  checkTheRest: false,
  scanningTexts: true,
  leadingZerosRange: false,
  firstDigitRead: false,
  fileCountsBytes: false,
  ellipsis: 'Ellipsis',
  missingComma: false,
  missingElse: false,
  statementInConditional: false,
  stringInString: false,
  legacyCall: false,
  namedTarget: true,
  maybeEqual: false,
  notAfterOperator: false,
  unpackedConditional: false,
  starredAssignment: false,
  starAlone: false,
  starAloneAlways: false,
  unpackingOrder: 'last',
  expectedArgument: false,
  singletonKeyword: true,
  keywordRange: false,
  starredGroup: "can't use starred expression here",
  doubleStarredGroup: false,
  unpackedElement: 'iterable',
  comprehensionTarget: false,
  dictPairs: false,
  dictPairsAlways: false,
  softKeywordPrefixes: false,
  incompatiblePrefixes: false,
  fstringRequiredBefore: false,
  emptyTextInSpec: false,
  specEndsAtBrace: true,
  commaAtLastLine: false,
  notEqualHint: false,
  newlineInFormatSpec: false,
  decodeErrorAtToken: false,
  linesOfToken: true,
  countBytes: true,
  unpackedDictValue: false,
  unpackedPairs: false,
  raiseFrom: false,
  assertTargets: false,
  inExpected: false,
  elifAfterElse: false,
  trailingWithComma: false,
  bothExcepts: false,
  exceptTargets: false,
  caseOutside: false,
  patternTarget: false,
  restMustBeLast: false,
  importFrom: false,
  namesAfterImport: false,
  importTargets: false,
  emptyTypeParams: false,
  conversionApart: 'f-string: conversion type must come right after the exclamanation mark',
  parameter: 'argument',
  defaultOrder: 'non-default argument follows default argument',
  defaultOrderAtParameter: false,
  slashBeforeOrder: false,
  slashRules: false,
  slashRulesFirst: false,
  starRules: false,
  bareStarAtStar: false,
  starTwice: '* argument may appear only once',
};

/** v3.8.18 Grammar/Grammar */
export const syntax38: SyntaxFeatures = {
  matchStatement: false,
  parenthesizedWith: false,
  relaxedDecorators: false,
  starredSubscript: false,
  namedInSubscript: false,
  namedInSet: false,
  exceptStar: false,
  typeParams: false,
  typeParamDefaults: false,
  pep701FStrings: false,
  unparenthesizedExcept: false,
  templateStrings: false,
  starredForIterable: false,
  unpackingComprehensions: false,
  lazyImports: false,
  numberBeforeWord: 'free',
  numberBeforeNonAscii: true,
  escapedQuoteHint: false,
  newlineHasWidth: false,
  escapeWarning: 'DeprecationWarning',
  escapeHasLine: false,
  messages: messages38,
};

const messages39: SyntaxMessages = {
  ...messages38,
  treeErrors: false,
  fileCountsBytes: true,
  singletonKeyword: false,
};

/** v3.9.18 Grammar/python.gram */
export const syntax39: SyntaxFeatures = {
  ...syntax38,
  parenthesizedWith: true,
  relaxedDecorators: true,
  starredForIterable: true,
  namedInSet: true,
  messages: messages39,
};

const messages310: SyntaxMessages = {
  ...messages39,
  exprNames: {},
  checkTheRest: true,
  scanningTexts: false,
  leadingZerosRange: true,
  firstDigitRead: true,
  unpackingOrder: 'arguments',
  bytesNotAscii: 'bytes can only contain ASCII literal characters',
  invalidEscape: (char) => `invalid escape sequence '\\${char}'`,
  forcedDef: 'colon',
  missingElse: true,
  defaultOrderAtParameter: true,
  bareStarAtStar: true,
  expected: true,
  ellipsis: 'ellipsis',
  missingComma: true,
  legacyCall: true,
  maybeEqual: true,
  singletonKeyword: true,
  keywordRange: true,
  starredGroup: 'cannot use starred expression here',
  doubleStarredGroup: true,
  comprehensionTarget: true,
  dictPairs: true,
  dictPairsAlways: true,
  softKeywordPrefixes: true,
};

/** v3.10.13 Grammar/python.gram */
export const syntax310: SyntaxFeatures = {
  ...syntax39,
  matchStatement: true,
  namedInSubscript: true,
  numberBeforeWord: 'DeprecationWarning',
  numberBeforeNonAscii: false,
  messages: messages310,
};

const messages311: SyntaxMessages = {
  ...messages310,
  forcedDef: 'both',
  bytesErrorAtToken: true,
  invalidOctalEscape: (digits) => `invalid octal escape sequence '\\${digits}'`,
  fstringRequiredBefore: true,
  unpackingOrder: 'star',
  slashRules: true,
  starRules: true,
  bothExcepts: true,
};

/** v3.11.7 Grammar/python.gram */
export const syntax311: SyntaxFeatures = {
  ...syntax310,
  starredSubscript: true,
  exceptStar: true,
  numberBeforeWord: 'SyntaxWarning',
  numberBeforeNonAscii: true,
  messages: messages311,
};

const messages312: SyntaxMessages = {
  ...messages311,
  expectedArgument: true,
  forcedDef: 'none',
  starredAssignment: true,
  emptyTextInSpec: true,
  specEndsAtBrace: false,
  importFrom: true,
  defaultOrder: 'parameter without a default follows parameter with a default',
  slashBeforeOrder: true,
  slashRulesFirst: true,
};

/** v3.12.1 Grammar/python.gram */
export const syntax312: SyntaxFeatures = {
  ...syntax311,
  typeParams: true,
  pep701FStrings: true,
  newlineHasWidth: true,
  escapeWarning: 'SyntaxWarning',
  messages: messages312,
};

const messages313: SyntaxMessages = {
  ...messages312,
  emptyTextInSpec: false,
  specEndsAtBrace: true,
  unpackingOrder: 'comma',
  fileCountsBytes: false,
  starAlone: true,
  starAloneAlways: true,
  inExpected: true,
  notAfterOperator: true,
  namesAfterImport: true,
  emptyTypeParams: true,
};

/** v3.13.0 Grammar/python.gram */
export const syntax313: SyntaxFeatures = {
  ...syntax312,
  typeParamDefaults: true,
  escapedQuoteHint: true,
  messages: messages313,
};

const messages314: SyntaxMessages = {
  ...messages313,
  starAloneAlways: false,
  softKeywordPrefixes: false,
  conversionApart: 'f-string: conversion type must come right after the exclamation mark',
  incompatiblePrefixes: true,
  notEqualHint: true,
  newlineInFormatSpec: true,
  decodeErrorAtToken: true,
  linesOfToken: false,
  countBytes: false,
  statementInConditional: true,
  stringInString: true,
  elifAfterElse: true,
  exceptTargets: true,
  patternTarget: true,
  importTargets: true,
  invalidEscape: (char) =>
    `"\\${char}" is an invalid escape sequence. Such sequences will not work in the future. ` +
    `Did you mean "\\\\${char}"? A raw string is also an option.`,
  invalidOctalEscape: (digits) =>
    `"\\${digits}" is an invalid octal escape sequence. Such sequences will not work in the ` +
    `future. Did you mean "\\\\${digits}"? A raw string is also an option.`,
};

/** v3.14.0 Grammar/python.gram */
export const syntax314: SyntaxFeatures = {
  ...syntax313,
  escapeHasLine: true,
  unparenthesizedExcept: true,
  templateStrings: true,
  messages: messages314,
};

const messages315: SyntaxMessages = {
  ...messages314,
  parameter: 'parameter',
  starTwice: '* may appear only once',
  commaAtLastLine: true,
  dictPairsAlways: false,
  plusInPatterns: true,
  caseOutside: true,
  trailingWithComma: true,
  unpackedDictValue: true,
  assertTargets: true,
  raiseFrom: true,
  unpackedElement: 'mapping',
  unpackedConditional: true,
  unpackedPairs: true,
  restMustBeLast: true,
};

/** v3.15.0 Grammar/python.gram */
export const syntax315: SyntaxFeatures = {
  ...syntax314,
  unpackingComprehensions: true,
  lazyImports: true,
  messages: messages315,
};

/** By profile; 3.14.2 has another collector than 3.14, and the same syntax. */
export const syntaxFeatures = {
  '3.8': syntax38,
  '3.9': syntax39,
  '3.10': syntax310,
  '3.11': syntax311,
  '3.12': syntax312,
  '3.13': syntax313,
  '3.14.2': syntax314,
  '3.14': syntax314,
  '3.15': syntax315,
} as const satisfies Record<string, SyntaxFeatures>;

/** The profiles whose syntax we have. */
export type SyntaxProfile = keyof typeof syntaxFeatures;
