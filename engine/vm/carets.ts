/** The line of carets under a source line. v3.11.7 Python/traceback.c tb_displayline */
import type { Location } from '../objects/code.ts';
import { findAnchors } from './anchors.ts';

/** `source` with its indentation; the result is for the line without it, '' for no carets. */
export function caretLine(source: string, location: Location): string {
  const { column, endColumn } = location;
  if (column < 0 || endColumn < 0) return '';
  const indent = source.length - source.trimStart().length;
  const text = source.trimEnd();
  const start = Math.max(column, indent);
  const end = Math.min(endColumn, text.length);
  if (end <= start) return '';
  // carets under the whole line say nothing
  const anchors = findAnchors(text.slice(start, end));
  if (anchors === null && start === indent && end === text.length) return '';
  let marks = '';
  for (let i = indent; i < end; i++) {
    if (i < start) marks += ' ';
    else if (anchors === null) marks += '^';
    else marks += i >= start + anchors.left && i < start + anchors.right ? '^' : '~';
  }
  return marks;
}
