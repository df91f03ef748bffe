/**
 * f-strings before PEP 701: a STRING token, taken apart after it was read. The end of an expression
 * is found by counting brackets and quotes, and then `(expression)` is parsed on its own: hence no
 * backslash and no `#` in it, and errors whose place is a place in `(expression)`.
 *
 * v3.11.7 Parser/string_parser.c
 */
import type { Constant, Conversion, Expr, FormattedValue, JoinedStr, Location } from './ast.ts';
import { parseFStringExpression } from './parse.ts';
import { foldTexts } from './fstrings.ts';
import type { Parser } from './parser.ts';
import type { LiteralParts } from './strings.ts';
import { decodeString, warnEscape } from './strings.ts';
import type { Token } from './tokens.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
const CONVERSIONS: Readonly<Record<string, Conversion>> = { s: 115, r: 114, a: 97 };

/** v3.11.7 Parser/string_parser.c _PyPegen_FstringParser_ConcatFstring */
export function legacyFString(p: Parser, token: Token, literal: LiteralParts): JoinedStr {
  const scanner = new FStringScanner(p, token, literal);
  const values = scanner.parse(0);
  const { lineno, col_offset, end_lineno, end_col_offset } = token;
  return { kind: 'JoinedStr', values, lineno, col_offset, end_lineno, end_col_offset };
}

class FStringScanner {
  private readonly p: Parser;
  private readonly token: Token;
  private readonly raw: boolean;
  private readonly body: string;
  private readonly bodyStart: number;
  private at = 0;

  constructor(p: Parser, token: Token, literal: LiteralParts) {
    this.p = p;
    this.token = token;
    this.raw = literal.isRaw;
    this.body = literal.body;
    this.bodyStart = literal.bodyStart;
  }

  /** Texts and fields up to the end, or in a format spec (level 1) up to its `}`. */
  parse(level: number): Expr[] {
    const values: Expr[] = [];
    for (;;) {
      const text = this.literal(level);
      if (text !== '') values.push(this.constant(text));
      if (this.body[this.at] !== '{') break;
      values.push(...this.field(level));
    }
    if (level > 0 && this.body[this.at] !== '}') this.fail("f-string: expecting '}'");
    return values;
  }

  private fail(msg: string): never {
    return this.p.raiseInTree(this.token, msg);
  }

  private constant(value: string): Constant {
    return { kind: 'Constant', value: { type: 'str', value }, kind_: null, ...this.place() };
  }

  /** All that is known of the place of a text is the string it is in. */
  private place(): Location {
    const { lineno, col_offset, end_lineno, end_col_offset } = this.token;
    return { lineno, col_offset, end_lineno, end_col_offset };
  }

  /** v3.11.7 Parser/string_parser.c fstring_find_literal */
  private literal(level: number): string {
    const { body } = this;
    let out = '';
    let start = this.at;
    const flush = (end: number): void => {
      out += decodeString(this.p, body.slice(start, end), this.raw, this.token);
    };
    while (this.at < body.length) {
      const char = body[this.at++];
      if (char === '\\' && !this.raw && this.at < body.length) {
        this.escape();
        continue;
      }
      if (char !== '{' && char !== '}') continue;
      if (level === 0) {
        if (body[this.at] === char) {
          flush(this.at++);
          start = this.at;
          continue;
        }
        if (char === '}') this.fail("f-string: single '}' is not allowed");
      }
      this.at--;
      break;
    }
    flush(this.at);
    return out;
  }

  /** Behind a backslash: steps over what is no brace of ours. */
  private escape(): void {
    const char = this.body[this.at];
    if (char === '{') {
      warnEscape(this.p, '{', this.token.lineno);
      return; // the brace is still to be looked at
    }
    if (char === '}') return;
    this.at++;
    if (char !== 'N' || this.body[this.at] !== '{') return;
    const close = this.body.indexOf('}', this.at);
    this.at = close < 0 ? this.body.length : close + 1;
  }

  /** v3.11.7 Parser/string_parser.c fstring_find_expr */
  private field(level: number): Expr[] {
    if (level >= 2) this.fail('f-string: expressions nested too deeply');
    const start = ++this.at;
    this.skipExpression();
    if (this.at >= this.body.length) this.fail("f-string: expecting '}'");
    const value = this.compile(start, this.at);
    const debug = this.debugText(start);
    const conversion = this.conversion();
    const spec = this.formatSpec(level);
    if (this.body[this.at] !== '}') this.fail("f-string: expecting '}'");
    this.at++;
    const node: FormattedValue = {
      kind: 'FormattedValue',
      value,
      conversion: conversion ?? (debug !== null && spec === null ? 114 : -1),
      format_spec: spec,
      ...this.place(),
    };
    return debug === null ? [node] : [this.constant(debug), node];
  }

  private debugText(start: number): string | null {
    if (this.body[this.at] !== '=') return null;
    this.at++;
    while (/[ \t\n\f\r\v]/.test(this.body[this.at] ?? '')) this.at++;
    return this.body.slice(start, this.at);
  }

  private conversion(): Conversion | null {
    if (this.body[this.at] !== '!') return null;
    this.at++;
    const letter = this.body[this.at];
    if (letter === undefined) return this.fail("f-string: expecting '}'");
    this.at++;
    const conversion = CONVERSIONS[letter];
    if (conversion !== undefined) return conversion;
    return this.fail("f-string: invalid conversion character: expected 's', 'r', or 'a'");
  }

  private formatSpec(level: number): JoinedStr | null {
    if (this.body[this.at] !== ':') return null;
    this.at++;
    if (this.at >= this.body.length) this.fail("f-string: expecting '}'");
    return { kind: 'JoinedStr', values: foldTexts(this.parse(level + 1)), ...this.place() };
  }

  /** To the `!`, `:`, `=` or `}` that ends an expression. */
  private skipExpression(): void {
    const { body } = this;
    const open: string[] = [];
    for (; this.at < body.length; this.at++) {
      const char = body[this.at] as string;
      if (char === '\\') this.fail('f-string expression part cannot include a backslash');
      if (char === "'" || char === '"') {
        this.skipString(char);
      } else if (char in CLOSING) {
        open.push(char);
      } else if (char === '#') {
        this.fail("f-string expression part cannot include '#'");
      } else if (open.length === 0 && '!:}=<>'.includes(char)) {
        if (body[this.at + 1] === '=' && '!=<>'.includes(char)) this.at++;
        else if (char !== '<' && char !== '>') break;
      } else if (char === ')' || char === ']' || char === '}') {
        this.close(char, open);
      }
    }
    const unclosed = open[open.length - 1];
    if (unclosed !== undefined) this.fail(`f-string: unmatched '${unclosed}'`);
  }

  private skipString(quote: string): void {
    const { body } = this;
    const triple = body.startsWith(quote.repeat(3), this.at);
    const mark = triple ? quote.repeat(3) : quote;
    const end = body.indexOf(mark, this.at + mark.length);
    const inside = body.slice(this.at, end < 0 ? undefined : end);
    if (inside.includes('\\')) this.fail('f-string expression part cannot include a backslash');
    if (end < 0) this.fail('f-string: unterminated string');
    this.at = end + mark.length - 1;
  }

  private close(char: string, open: string[]): void {
    const opening = open.pop();
    if (opening === undefined) return this.fail(`f-string: unmatched '${char}'`);
    if (CLOSING[opening] === char) return;
    this.fail(
      `f-string: closing parenthesis '${char}' ` +
        `does not match opening parenthesis '${opening}'`,
    );
  }

  /** v3.11.7 Parser/string_parser.c fstring_compile_expr */
  private compile(start: number, end: number): Expr {
    const { p, body } = this;
    const text = body.slice(start, end);
    if (/^[ \t\n\f]*$/.test(text)) {
      const stop = body[end] as string;
      if (p.features.messages.fstringRequiredBefore && '!:='.includes(stop)) {
        this.fail(`f-string: expression required before '${stop}'`);
      }
      this.fail('f-string: empty expression not allowed');
    }
    const before = this.token.string.slice(0, this.bodyStart + start);
    const line = before.split('\n').length - 1;
    const tail = [...before.slice(before.lastIndexOf('\n') + 1)].length;
    // The parenthesis that was put before it is one column too many.
    const columns = (line === 0 ? this.token.col_offset : 0) + tail - 1;
    const lines = this.token.lineno + line - 1;
    const node = parseFStringExpression(`(${text})`, this.p, lines, columns);
    moveNode(node, lines, columns, new Set());
    return node;
  }
}

/** Gives the nodes of `(expression)` their place in the whole source. */
function moveNode(node: object, lines: number, columns: number, seen: Set<object>): void {
  if (seen.has(node)) return;
  seen.add(node);
  if ('lineno' in node) {
    const at = node as Location;
    if (at.lineno === 1) at.col_offset += columns;
    if (at.end_lineno === 1) at.end_col_offset += columns;
    at.lineno += lines;
    at.end_lineno += lines;
  }
  for (const value of Object.values(node) as unknown[]) {
    if (typeof value === 'object' && value !== null) moveNode(value, lines, columns, seen);
  }
}
