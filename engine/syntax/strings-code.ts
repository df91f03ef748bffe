/** What few programs need of what strings.ts is about. */
import type { Parser } from './parser.ts';

/** v3.13.0 Parser/string_parser.c warn_invalid_escape_sequence */
export function warnEscape(p: Parser, char: string, line: number): void {
  if (p.invalid) return; // the first pass has said it
  p.tokenizer.warn(p.features.escapeWarning, p.features.messages.invalidEscape(char), line);
}

/** @returns whether the release has a warning for it: only the first of a literal is told */
export function warnOctal(p: Parser, digits: string, line: number): boolean {
  const text = p.features.messages.invalidOctalEscape;
  if (text === null) return false;
  if (!p.invalid) p.tokenizer.warn(p.features.escapeWarning, text(digits), line);
  return true;
}
