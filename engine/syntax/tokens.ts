/** Tokens, as the parser sees them. */
import type { Location } from './ast.ts';

/** v3.13.0 Grammar/python.gram, every quoted keyword. */
export const KEYWORDS = [
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
] as const;

/** v3.13.0 Grammar/Tokens, the operators and delimiters, longest first. */
export const OPERATORS = [
  '**=',
  '//=',
  '>>=',
  '<<=',
  '...',
  '!=',
  '->',
  '==',
  '<=',
  '>=',
  ':=',
  '**',
  '//',
  '<<',
  '>>',
  '+=',
  '-=',
  '*=',
  '/=',
  '%=',
  '&=',
  '|=',
  '^=',
  '@=',
  '<>',
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  ':',
  ',',
  ';',
  '+',
  '-',
  '*',
  '/',
  '|',
  '&',
  '<',
  '>',
  '=',
  '.',
  '%',
  '~',
  '^',
  '@',
  '!',
] as const;

/**
 * Keywords and operators are their own type, so a grammar rule reads as it is written: `p.at('if')`.
 * 'OP' is a character that begins no token (`$`, `?`).
 */
export type TokenType =
  | (typeof KEYWORDS)[number]
  | (typeof OPERATORS)[number]
  | 'NAME'
  | 'NUMBER'
  | 'STRING'
  | 'FSTRING_START'
  | 'FSTRING_MIDDLE'
  | 'FSTRING_END'
  | 'NEWLINE'
  | 'INDENT'
  | 'DEDENT'
  | 'ENDMARKER'
  | 'OP';

/**
 * One token. Its columns are code points; `start` and `end` are indices into the source. INDENT,
 * DEDENT and ENDMARKER stand nowhere, which CPython spells as column -1 (and its error messages
 * then take the tokenizer's own position).
 */
export interface Token extends Location {
  readonly type: TokenType;
  readonly string: string;
  readonly start: number;
  readonly end: number;
  /** How many brackets are open after it. */
  readonly level: number;
}

const keywords = new Map<string, TokenType>(KEYWORDS.map((word) => [word, word]));

/** 'if' for `if`, 'NAME' for any other word. */
export function wordType(word: string): TokenType {
  return keywords.get(word) ?? 'NAME';
}

const operators = new Map<string, TokenType>(OPERATORS.map((text) => [text, text]));

/** The operator that `text` spells, if it spells one. */
export function operatorType(text: string): TokenType | undefined {
  return operators.get(text);
}
