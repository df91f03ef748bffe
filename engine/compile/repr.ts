/** What `repr()` makes of constants, for annotations kept as text and for messages. */

import type { ConstValue } from './code-unit.ts';

/** Letters, marks, numbers, punctuation and symbols are shown; of the spaces only ' '. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function hex(n: number, digits: number): string {
  return n.toString(16).padStart(digits, '0');
}

function reprChar(char: string, quote: string): string {
  const escaped = char === quote ? `\\${char}` : ESCAPES[char];
  if (escaped !== undefined) return escaped;
  if (PRINTABLE.test(char)) return char;
  const code = char.codePointAt(0)!;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

/** v3.13.0 Objects/unicodeobject.c unicode_repr */
export function reprString(s: string): string {
  const quote = s.includes("'") && !s.includes('"') ? '"' : "'";
  return quote + [...s].map((char) => reprChar(char, quote)).join('') + quote;
}

/** v3.13.0 Objects/bytesobject.c PyBytes_Repr */
function reprBytes(bytes: Uint8Array): string {
  const text = String.fromCharCode(...bytes);
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = [...text].map((char) => {
    const code = char.charCodeAt(0);
    return code < 0x7f ? reprChar(char, quote) : `\\x${hex(code, 2)}`;
  });
  return `b${quote}${body.join('')}${quote}`;
}

/** v3.13.0 Python/pystrtod.c format_float_short, 'r' */
export function reprFloat(x: number): string {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x < 0 ? '-inf' : 'inf';
  const sign = Object.is(x, -0) || x < 0 ? '-' : '';
  const [mantissa = '', exponentText = '0'] = Math.abs(x).toExponential().split('e');
  const exponent = Number(exponentText);
  const digits = mantissa.replace('.', '');
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const power = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}

/** A part of a complex number: a float, whole ones without '.0'. */
function complexPart(x: number): string {
  return reprFloat(x).replace(/\.0$/, '');
}

/** v3.13.0 Objects/complexobject.c complex_repr */
function reprComplex(real: number, imag: number): string {
  if (real === 0 && !Object.is(real, -0)) return `${complexPart(imag)}j`;
  const imagText = complexPart(imag);
  const sign = /^[-n]/.test(imagText) && imagText !== 'nan' ? '' : '+';
  return `(${complexPart(real)}${sign}${imagText}j)`;
}

export function reprConst(c: ConstValue): string {
  switch (c.type) {
    case 'int':
      return String(c.value);
    case 'float':
      return reprFloat(c.value);
    case 'complex':
      return reprComplex(c.real, c.imag);
    case 'str':
      return reprString(c.value);
    case 'bytes':
      return reprBytes(c.value);
    case 'tuple':
      return `(${c.items.map(reprConst).join(', ')}${c.items.length === 1 ? ',' : ''})`;
    case 'frozenset':
      return c.items.length > 0
        ? `frozenset({${c.items.map(reprConst).join(', ')}})`
        : 'frozenset()';
    case 'slice':
      return `slice(${c.items.map(reprConst).join(', ')})`;
    case 'code':
      return `<code object ${c.code.name}, file "${c.code.filename}", line ${c.code.firstlineno}>`;
    default:
      return c.type;
  }
}
