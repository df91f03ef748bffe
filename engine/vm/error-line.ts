/**
 * The line that a SyntaxError shows, and the caret under it: before 3.10 there is one caret, and what
 * the parser was reading may be several lines, of which the one with the caret is shown.
 *
 * Offsets are columns from 1 in the whole text, as the error tells them; 0 and less stand before it.
 */
import { utf8Length } from '../base/utf8.ts';

const indentOf = (text: string): number => /^[ \t\f]*/.exec(text)![0].length;

/** v3.8.18 Python/pythonrun.c print_error_text */
export function lineWithCaret(text: string, offset: number): string {
  let rest = text;
  let at = offset;
  if (at > 0 && at === rest.length && rest.endsWith('\n')) at--;
  for (;;) {
    const newline = rest.indexOf('\n');
    if (newline < 0 || newline >= at) break;
    at -= newline + 1;
    rest = rest.slice(newline + 1);
  }
  const cut = indentOf(rest);
  at -= cut;
  const shown = `    ${rest.slice(cut).replace(/\n$/, '')}\n`;
  return at === -1 ? shown : `${shown}    ${' '.repeat(Math.max(at - 1, 0))}^\n`;
}

/** v3.9.18 Python/pythonrun.c print_error_text */
export function clippedLine(text: string, offset: number): string {
  const indent = indentOf(text);
  let rest = text.slice(indent).replace(/\n$/, '');
  let at = Math.min(offset - 1 - indent, utf8Length(rest));
  for (;;) {
    const newline = rest.indexOf('\n');
    if (newline < 0 || newline > at) break;
    at -= newline + 1;
    rest = rest.slice(newline + 1);
  }
  const shown = `    ${rest}\n`;
  return at < 0 ? shown : `${shown}    ${' '.repeat(at)}^\n`;
}
