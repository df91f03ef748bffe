/** What is between the quotes of a string or bytes literal: escapes to characters. */
import { characterNamed } from './late-parts.ts';
import type { Parser } from './parser.ts';
import type { Token } from './tokens.ts';
import { warnEscape, warnOctal } from './late-parts.ts';

export { warnEscape } from './late-parts.ts';

/** A literal taken apart. */
export interface LiteralParts {
  readonly isBytes: boolean;
  readonly isRaw: boolean;
  readonly isF: boolean;
  readonly isU: boolean;
  readonly quoteSize: 1 | 3;
  readonly body: string;
  /** Where `body` starts in the token. */
  readonly bodyStart: number;
}

/** v3.13.0 Parser/string_parser.c _PyPegen_parse_string, its first part */
export function splitLiteral(text: string): LiteralParts {
  const prefixLength = text.search(/["']/);
  const prefix = text.slice(0, prefixLength).toLowerCase();
  const quote = text[prefixLength] as string;
  const triple = text.length >= prefixLength + 6 && text.startsWith(quote.repeat(3), prefixLength);
  const quoteSize = triple ? 3 : 1;
  return {
    isBytes: prefix.includes('b'),
    isRaw: prefix.includes('r'),
    isF: prefix.includes('f'),
    isU: text.startsWith('u'),
    quoteSize,
    body: text.slice(prefixLength + quoteSize, text.length - quoteSize),
    bodyStart: prefixLength + quoteSize,
  };
}

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

const HEX_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text of a str literal's body. v3.13.0 Parser/string_parser.c decode_unicode_with_escapes */
export function decodeString(p: Parser, body: string, isRaw: boolean, token: Token): string {
  if (isRaw || !body.includes('\\')) return body;
  const decoder = new EscapeDecoder(p, body, token);
  return decoder.run();
}

class EscapeDecoder {
  private readonly p: Parser;
  private readonly body: string;
  private readonly token: Token;
  private at = 0;
  private out = '';
  private warned = false;

  constructor(p: Parser, body: string, token: Token) {
    this.p = p;
    this.body = body;
    this.token = token;
  }

  run(): string {
    const { body } = this;
    for (;;) {
      const slash = body.indexOf('\\', this.at);
      if (slash < 0) return this.out + body.slice(this.at);
      this.out += body.slice(this.at, slash);
      this.at = slash + 1;
      this.escape(slash);
    }
  }

  private escape(slash: number): void {
    const char = this.body[this.at] ?? '';
    const simple = SIMPLE_ESCAPES[char];
    if (simple !== undefined) {
      this.out += simple;
      this.at++;
    } else if (char >= '0' && char <= '7') {
      this.octal();
    } else if (HEX_DIGITS[char] !== undefined) {
      this.hexadecimal(slash, char, HEX_DIGITS[char]);
    } else if (char === 'N') {
      this.named(slash);
    } else if (char === '' || char >= '\x80') {
      this.out += '\\'; // a lone backslash, as `\{` leaves in an f-string; nothing is said of it
    } else {
      this.invalid(char);
      this.out += '\\';
    }
  }

  private octal(): void {
    const digits = /^[0-7]{1,3}/.exec(this.body.slice(this.at, this.at + 3)) as RegExpExecArray;
    const code = parseInt(digits[0], 8);
    if (code > 0o377 && !this.warned) {
      this.warned = warnOctal(this.p, digits[0], lineOf(this.p, this.token, this.body, this.at));
    }
    this.out += String.fromCharCode(code);
    this.at += digits[0].length;
  }

  private hexadecimal(slash: number, letter: string, count: number): void {
    const digits = this.body.slice(this.at + 1, this.at + 1 + count);
    const good = (/^[0-9a-fA-F]*/.exec(digits) as RegExpExecArray)[0].length;
    const end = this.at + 1 + good;
    if (good < count) {
      this.malformed(slash, end, `truncated \\${letter}${'X'.repeat(count)} escape`);
    }
    const code = parseInt(digits, 16);
    if (code > 0x10ffff) this.malformed(slash, end, 'illegal Unicode character');
    this.out += String.fromCodePoint(code);
    this.at = end;
  }

  private named(slash: number): void {
    const close = /^N\{[^}]+\}/.exec(this.body.slice(this.at));
    if (close === null) {
      const open = this.body[this.at + 1] === '{';
      let end = this.at + 1;
      if (open) {
        const brace = this.body.indexOf('}', end);
        end = brace < 0 ? this.body.length : brace;
      }
      this.malformed(slash, end, 'malformed \\N character escape');
    }
    const code = characterNamed(close[0].slice(2, -1));
    if (code !== undefined) this.out += String.fromCodePoint(code);
    // NOT CPYTHON: an unknown name is refused, since the table lacks most of them.
    else this.p.unsupported('\\N{...} character name', this.token);
    this.at += close[0].length;
  }

  private invalid(char: string): void {
    if (this.warned) return; // only the first of a literal is told
    this.warned = true;
    const shown = String.fromCodePoint(this.body.codePointAt(this.at) ?? char.charCodeAt(0));
    warnEscape(this.p, shown, lineOf(this.p, this.token, this.body, this.at));
  }

  private malformed(from: number, to: number, reason: string): never {
    const start = this.codecOffset(from);
    const end = this.codecOffset(to) - 1;
    const where =
      start === end ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end}`;
    const msg = `(unicode error) 'unicodeescape' codec can't decode ${where}: ${reason}`;
    if (this.p.features.messages.decodeErrorAtToken) this.p.raiseAt(this.token, msg);
    this.p.raiseInTree(this.token, msg);
  }

  /** CPython first writes what is not ASCII as `\UXXXXXXXX`, and counts positions in that. */
  private codecOffset(index: number): number {
    let offset = 0;
    for (const char of this.body.slice(0, index)) offset += char > '\x7f' ? 10 : 1;
    return offset;
  }
}

function newlines(text: string): number {
  let count = 0;
  for (const char of text) if (char === '\n') count++;
  return count;
}

/** The line that is told for an escape at `at` of a literal's body. */
function lineOf(p: Parser, token: Token, body: string, at: number): number {
  return token.lineno + (p.features.escapeHasLine ? newlines(body.slice(0, at)) : 0);
}

/** The bytes of a bytes literal's body. v3.13.0 Objects/bytesobject.c _PyBytes_DecodeEscape */
export function decodeBytes(p: Parser, body: string, isRaw: boolean, token: Token): Uint8Array {
  for (let i = 0; i < body.length; i++) {
    if (body.charCodeAt(i) < 0x80) continue;
    const { bytesErrorAtToken, bytesNotAscii } = p.features.messages;
    if (bytesErrorAtToken) p.raiseAt(token, bytesNotAscii);
    p.raiseInTree(token, bytesNotAscii);
  }
  const out: number[] = [];
  let warned = false;
  for (let i = 0; i < body.length;) {
    const code = body.charCodeAt(i++);
    if (code !== 0x5c || isRaw) {
      out.push(code);
      continue;
    }
    const char = body[i] ?? '';
    const simple = SIMPLE_ESCAPES[char];
    if (simple !== undefined) {
      if (simple !== '') out.push(simple.charCodeAt(0));
      i++;
    } else if (char >= '0' && char <= '7') {
      const digits = (/^[0-7]{1,3}/.exec(body.slice(i, i + 3)) as RegExpExecArray)[0];
      if (parseInt(digits, 8) > 0o377 && !warned)
        warned = warnOctal(p, digits, lineOf(p, token, body, i));
      out.push(parseInt(digits, 8) & 0xff);
      i += digits.length;
    } else if (char === 'x') {
      const digits = /^[0-9a-fA-F]{2}/.exec(body.slice(i + 1, i + 3));
      if (digits === null)
        p.raiseInTree(token, `(value error) invalid \\x escape at position ${i - 1}`);
      out.push(parseInt(digits[0], 16));
      i += 3;
    } else {
      if (!warned) warnEscape(p, char, lineOf(p, token, body, i));
      warned = true;
      out.push(0x5c);
    }
  }
  return Uint8Array.from(out);
}
