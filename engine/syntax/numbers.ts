/** Number literals: finding their end, and their value. */
import type { ConstantValue } from './ast.ts';
import { isDigit, isIdentifierChar } from './characters.ts';
import type { Tokenizer } from './tokenizer.ts';

interface Radix {
  readonly name: string;
  readonly digit: (char: string) => boolean;
}

const RADIX: Readonly<Record<string, Radix>> = {
  x: { name: 'hexadecimal', digit: (c) => /^[0-9a-fA-F]$/.test(c) },
  o: { name: 'octal', digit: (c) => c >= '0' && c <= '7' },
  b: { name: 'binary', digit: (c) => c === '0' || c === '1' },
};

/** Moves past a number that starts at `t.pos`. v3.13.0 Parser/lexer/lexer.c tok_get_normal_mode */
export function scanNumber(t: Tokenizer): void {
  if (t.peekChar() !== '0') {
    decimal(t);
    return;
  }
  const radix = RADIX[t.peekChar(1).toLowerCase()];
  if (radix !== undefined) inRadix(t, radix);
  else leadingZero(t);
}

function inRadix(t: Tokenizer, radix: Radix): void {
  t.pos += 2;
  do {
    if (t.peekChar() === '_') t.pos++;
    if (!radix.digit(t.peekChar())) noDigit(t, radix, t.features.messages.firstDigitRead);
    while (radix.digit(t.peekChar())) t.pos++;
  } while (t.peekChar() === '_');
  if (isDigit(t.peekChar())) noDigit(t, radix);
  verifyEnd(t, radix.name);
}

function noDigit(t: Tokenizer, radix: Radix, read = true): never {
  const char = t.peekChar();
  if (!isDigit(char) || radix.name === 'hexadecimal') t.error(`invalid ${radix.name} literal`);
  if (read) t.pos++;
  t.error(`invalid digit '${char}' in ${radix.name} literal`);
}

function leadingZero(t: Tokenizer): void {
  t.pos++;
  for (;;) {
    if (t.peekChar() === '_') {
      t.pos++;
      if (!isDigit(t.peekChar())) t.error('invalid decimal literal');
    }
    if (t.peekChar() !== '0') break;
    t.pos++;
  }
  const zerosEnd = t.pos;
  const nonzero = isDigit(t.peekChar());
  if (nonzero) decimalTail(t);
  const char = t.peekChar();
  if (/^[.eEjJ]$/.test(char)) return fractionAndExponent(t);
  if (nonzero) {
    const from = t.byteColumn(t.start) + 1;
    const msg =
      'leading zeros in decimal integer literals are not permitted; ' +
      'use an 0o prefix for octal integers';
    if (!t.features.messages.leadingZerosRange) t.error(msg);
    t.error(msg, from, t.byteColumn(zerosEnd) + 1);
  }
  verifyEnd(t, 'decimal');
}

function decimal(t: Tokenizer): void {
  if (t.peekChar() !== '.') decimalTail(t);
  fractionAndExponent(t);
}

function fractionAndExponent(t: Tokenizer): void {
  if (t.peekChar() === '.') {
    t.pos++;
    if (isDigit(t.peekChar())) decimalTail(t);
  }
  const char = t.peekChar();
  if ((char === 'e' || char === 'E') && !exponent(t)) return;
  if (/^[jJ]$/.test(t.peekChar())) {
    t.pos++;
    verifyEnd(t, 'imaginary');
  } else {
    verifyEnd(t, 'decimal');
  }
}

/** False when the `e` begins a word that may follow a number (`1else`). */
function exponent(t: Tokenizer): boolean {
  const sign = t.peekChar(1);
  if (sign === '+' || sign === '-') {
    t.pos += 2;
    if (!isDigit(t.peekChar())) t.error('invalid decimal literal');
  } else if (!isDigit(sign)) {
    verifyEnd(t, 'decimal');
    return false;
  } else {
    t.pos++;
  }
  decimalTail(t);
  return true;
}

/** v3.13.0 Parser/lexer/lexer.c tok_decimal_tail */
function decimalTail(t: Tokenizer): void {
  for (;;) {
    while (isDigit(t.peekChar())) t.pos++;
    if (t.peekChar() !== '_') return;
    t.pos++;
    if (!isDigit(t.peekChar())) t.error('invalid decimal literal');
  }
}

/**
 * A number may run into a keyword (`1if x else y`), with a warning, and into no other word.
 *
 * v3.13.0 Parser/lexer/lexer.c verify_end_of_number
 */
function verifyEnd(t: Tokenizer, kind: string): void {
  const char = t.peekChar();
  if (!isIdentifierChar(char)) return;
  const { numberBeforeWord } = t.features;
  if (numberBeforeWord === 'free') return;
  const rest = t.source.slice(t.pos, t.pos + 5);
  if (/^(?:i[fns]|(?:and|else|for|or|not)(?![\w\x80-\uffff]))/.test(rest)) {
    t.warn(numberBeforeWord, `invalid ${kind} literal`);
    return;
  }
  if (char < '\x80' || !t.features.numberBeforeNonAscii) t.error(`invalid ${kind} literal`);
}

/** The value of a number token. v3.13.0 Parser/action_helpers.c parsenumber */
export function numberValue(text: string): ConstantValue {
  const digits = text.includes('_') ? text.replaceAll('_', '') : text;
  if (/^0[xXoObB]/.test(digits)) return { type: 'int', value: BigInt(digits.toLowerCase()) };
  if (/[jJ]$/.test(digits)) return { type: 'complex', imag: Number(digits.slice(0, -1)) };
  if (/[.eE]/.test(digits)) return { type: 'float', value: Number(digits) };
  return { type: 'int', value: BigInt(digits) };
}
