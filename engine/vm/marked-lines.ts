/**
 * The source lines of a traceback entry with their carets, as releases print them whose tracebacks are
 * written in Python: expressions over several lines, `~` under what is around the mark, nothing under
 * a line that is one call. v3.13.0 Lib/traceback.py StackSummary._format_frame_summary
 */
import type { Location } from '../objects/code.ts';
import { type Expr, parse, type Stmt, syntaxFeatures } from '../syntax/index.ts';

/** A place in the lines shown: line from 0, column in characters. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** From `left` up to `right` the marks are `^`, around it `~`. */
interface Anchors {
  readonly left: Place;
  readonly right: Place;
}

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
];

/** Columns that the first `count` characters take. NOT CPYTHON: a short table of wide characters. */
function displayWidth(chars: readonly string[], count = chars.length): number {
  return chars.slice(0, count).reduce((sum, c) => sum + width(c), 0);
}

/** Columns that a character takes. */
export function width(char: string): 1 | 2 {
  const code = char.codePointAt(0)!;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

/** Text that need not be Python: nobody asks what is wrong with it. */
const SYNTAX = { filename: '', features: syntaxFeatures['3.13'], reasons: false } as const;

const isSpace = (c: string | undefined) => c === undefined || /\s/.test(c);

/** The lines of the location, dedented, each with its marks under it. */
export function markedLines(source: readonly string[], location: Location): string {
  const original = source.slice(location.line - 1, location.endLine);
  const lines = dedent(original).map((line) => [...line.trimEnd()]);
  const cut = [...original[0]!.trimEnd()].length - lines[0]!.length;
  if (location.column < 0 || location.endColumn < 0) return show(lines.map((l) => l.join('')));
  const start = Math.max(0, location.column - cut);
  const end = Math.max(0, location.endColumn - cut);
  const last = lines[lines.length - 1]!;
  const text = lines.map((line) => line.join('')).join('\n');
  const segment = cutSegment(lines, start, last.length - end);
  const anchors = findAnchors(segment, start);
  const hasMarks = showsMarks(text, lines, start, end, anchors);
  return show(
    significant(lines, anchors).flatMap((row) => shown(lines, row, start, end, anchors, hasMarks)),
  );
}

function show(rows: readonly string[]): string {
  return rows.map((row) => `    ${row}\n`).join('');
}

function dedent(lines: readonly string[]): readonly string[] {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => (line.trim() === '' ? '' : line.slice(indent)));
}

function cutSegment(lines: readonly (readonly string[])[], start: number, fromEnd: number): string {
  const chars = lines.flatMap((line, i) => (i === 0 ? line : ['\n', ...line]));
  return chars.slice(start, chars.length - fromEnd).join('');
}

/** Rows that are shown: the first, the last, those around the anchors; -n for n lines left out. */
function significant(lines: readonly unknown[], anchors: Anchors | null): readonly number[] {
  const rows = new Set([0, lines.length - 1]);
  for (const place of anchors === null ? [] : [anchors.left, anchors.right]) {
    for (const row of [place.line - 1, place.line, place.line + 1]) rows.add(row);
  }
  const sorted = [...rows].filter((row) => row >= 0 && row < lines.length).sort((a, b) => a - b);
  return sorted.flatMap((row, i) => {
    const gap = i === 0 ? 1 : row - sorted[i - 1]!;
    if (gap === 2) return [row - 1, row];
    return gap > 2 ? [1 - gap, row] : [row];
  });
}

function shown(
  lines: readonly (readonly string[])[],
  row: number,
  start: number,
  end: number,
  anchors: Anchors | null,
  hasMarks: boolean,
): readonly string[] {
  if (row < 0) return [`...<${-row} lines>...`];
  const line = lines[row]!;
  const text = line.join('');
  if (!hasMarks) return [text];
  const indent = line.findIndex((c) => !isSpace(c));
  const from = row === 0 ? displayWidth(line, start) : 0;
  const to = row === lines.length - 1 ? displayWidth(line, end) : displayWidth(line);
  if (to <= from) return [text, ''];
  let marks = '';
  for (let column = 0; column < to; column++) {
    if (column < indent || column < from) marks += ' ';
    else if (anchors === null || isWithin(lines, anchors, row, column)) marks += '^';
    else marks += '~';
  }
  return [text, marks];
}

function isWithin(
  lines: readonly (readonly string[])[],
  { left, right }: Anchors,
  row: number,
  column: number,
): boolean {
  const leftAt = displayWidth(lines[left.line]!, left.column);
  const rightAt = displayWidth(lines[right.line]!, right.column);
  return (
    (row > left.line || (row === left.line && column >= leftAt)) &&
    (row < right.line || (row === right.line && column < rightAt))
  );
}

/** Marks are left out under all of a line, and under a call that is all of a statement's value. */
function showsMarks(
  text: string,
  lines: readonly (readonly string[])[],
  start: number,
  end: number,
  anchors: Anchors | null,
): boolean {
  const statement = firstStatement(text);
  if (statement === 'none') return false;
  const value = statement === null ? null : callOf(statement);
  const spans =
    value !== null &&
    value.lineno === 1 &&
    value.end_lineno === lines.length &&
    value.col_offset === start &&
    value.end_col_offset === end;
  if (spans) return false;
  if (anchors !== null) return true;
  const before = lines[0]!.slice(0, start).join('');
  const behind = lines[lines.length - 1]!.slice(end).join('');
  return before.trimStart() !== '' || behind.trimEnd() !== '';
}

function firstStatement(text: string): Stmt | 'none' | null {
  try {
    const tree = parse(text, { ...SYNTAX, mode: 'exec' });
    return tree.kind === 'Module' ? (tree.body[0] ?? 'none') : null;
  } catch {
    return null;
  }
}

/** `return name(...)`, `name = call(...)`: the call. */
function callOf(statement: Stmt): Expr | null {
  if (statement.kind === 'Return' && statement.value?.kind === 'Call') {
    return statement.value.func.kind === 'Name' ? statement.value : null;
  }
  if (statement.kind === 'Assign' && statement.value.kind === 'Call') {
    const [target, ...more] = statement.targets;
    return target?.kind === 'Name' && more.length === 0 ? statement.value : null;
  }
  return null;
}

/** v3.13.0 Lib/traceback.py _extract_caret_anchors_from_line_segment */
function findAnchors(segment: string, start: number): Anchors | null {
  const node = expressionOf(segment);
  if (node === null) return null;
  const lines = segment.split('\n').map((line) => [...line]);
  const inLines = ({ line, column }: Place): Place => ({
    line,
    column: line === 0 ? column + start : column,
  });
  const anchors = anchorsOf(lines, node);
  return anchors && { left: inLines(anchors.left), right: inLines(anchors.right) };
}

function expressionOf(segment: string): Expr | null {
  try {
    const wrapped = `(\n${segment}\n)`;
    const tree = parse(wrapped, { ...SYNTAX, mode: 'eval' });
    return tree.kind === 'Expression' ? tree.body : null;
  } catch {
    return null;
  }
}

/** The place behind a node; lines are counted from 1, and one was put before. */
function endOf(node: Expr): Place {
  return { line: node.end_lineno - 2, column: node.end_col_offset };
}

function anchorsOf(lines: readonly (readonly string[])[], node: Expr): Anchors | null {
  switch (node.kind) {
    case 'BinOp': {
      const left = skipTo(lines, endOf(node.left), (c) => !isSpace(c) && c !== ')');
      if (left === null) return null;
      const next = lines[left.line]![left.column + 1];
      const right = { line: node.right.lineno - 2, column: node.right.col_offset };
      const isBefore = right.line > left.line || left.column + 1 < right.column;
      const two = isBefore && !isSpace(next) && next !== '\\' && next !== '#';
      return { left, right: { line: left.line, column: left.column + (two ? 2 : 1) } };
    }
    case 'Subscript':
      return bracketAnchors(lines, endOf(node.value), endOf(node), '[');
    case 'Call':
      return bracketAnchors(lines, endOf(node.func), endOf(node), '(');
    default:
      return null;
  }
}

function bracketAnchors(
  lines: readonly (readonly string[])[],
  from: Place,
  right: Place,
  bracket: string,
): Anchors | null {
  const left = skipTo(lines, from, (c) => c === bracket);
  return left && { left, right };
}

/** The first character from a place on that is wanted; what follows `\` or `#` in a line is skipped. */
function skipTo(
  lines: readonly (readonly string[])[],
  from: Place,
  isWanted: (c: string) => boolean,
): Place | null {
  let { line, column } = from;
  for (; line < lines.length; line++, column = 0) {
    for (; column < lines[line]!.length; column++) {
      const c = lines[line]![column]!;
      if (c === '\\' || c === '#') break;
      if (isWanted(c)) return { line, column };
    }
  }
  return null;
}
