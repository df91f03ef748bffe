/** The line of carets under a source line. v3.11.7 Python/traceback.c tb_displayline */
import type { Location } from '../objects/code.ts';
import { type Anchors, findAnchors } from './anchors.ts';
import { width } from './marked-lines.ts';

/** `source` with its indentation; the result is for the line without it, '' for no carets. */
export function caretLine(source: string, location: Location): string {
  const { column, endColumn } = location;
  if (column < 0 || endColumn < 0) return '';
  const text = [...source.trimEnd()];
  const indent = source.length - source.trimStart().length;
  const start = Math.max(column, indent);
  const end = Math.min(endColumn, text.length);
  if (end <= start) return '';
  // carets under the whole line say nothing
  const anchors = findAnchors(text.slice(start, end).join(''));
  if (anchors === null && start === indent && end === text.length) return '';
  let marks = '';
  for (let i = indent; i < end; i++) marks += markOf(i - start, anchors).repeat(width(text[i]!));
  return marks;
}

function markOf(column: number, anchors: Anchors | null): string {
  if (column < 0) return ' ';
  return anchors === null || (column >= anchors.left && column < anchors.right) ? '^' : '~';
}
