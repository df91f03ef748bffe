/** What Unicode says of characters, as far as reading a program needs it. */

/** v3.13.0 Parser/lexer/lexer.c is_potential_identifier_start; anything above ASCII may be one. */
export function isIdentifierStart(char: string): boolean {
  return (
    (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z') || char === '_' || char >= '\x80'
  );
}

/** v3.13.0 Parser/lexer/lexer.c is_potential_identifier_char */
export function isIdentifierChar(char: string): boolean {
  return isIdentifierStart(char) || isDigit(char);
}

/** v3.13.0 Include/cpython/pyctype.h Py_ISDIGIT */
export function isDigit(char: string): boolean {
  return char >= '0' && char <= '9';
}

/** v3.13.0 Objects/unicodectype.c _PyUnicode_IsPrintable */
export function isPrintable(char: string): boolean {
  return char === ' ' || !/[\p{C}\p{Z}]/u.test(char);
}

/**
 * The first character of `word` that no identifier may have there, or null when it is one.
 *
 * v3.13.0 Objects/unicodeobject.c _PyUnicode_ScanIdentifier
 */
export function findNonIdentifier(word: string): { index: number; char: string } | null {
  let index = 0;
  for (const char of word) {
    const fits = index === 0 ? /[\p{XID_Start}_]/u : /\p{XID_Continue}/u;
    if (!fits.test(char)) return { index, char };
    index += char.length;
  }
  return null;
}

/** 'U+20AC', as error texts name a character. */
export function codePointName(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return 'U+' + code.toString(16).toUpperCase().padStart(4, '0');
}
