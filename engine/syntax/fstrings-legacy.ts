/** f-strings before PEP 701: a STRING token taken apart after it was read. */
import type { JoinedStr } from './ast.ts';
import type { Parser } from './parser.ts';
import type { LiteralParts } from './strings.ts';
import type { Token } from './tokens.ts';

export function legacyFString(_p: Parser, _token: Token, _literal: LiteralParts): JoinedStr {
  throw new Error('todo');
}
