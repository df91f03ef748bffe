/** The export as a table for a spreadsheet (RFC 4180). */
import type { Report } from './store/store.ts';

const HEAD = ['sign', 'nickname', 'step', 'note', 'passed', 'exercises', 'joined', 'seen'];

/** A spreadsheet takes a cell that begins like a formula for one, and learners chose their names. */
const inert = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);
const quoted = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export function csvOf(reports: readonly Report[]): string {
  const rows = reports.map(({ sign, nickname, step, note, passed, joined, seen }) => [
    ...[sign, nickname, step, note, String(passed.length), passed.join(' '), joined, seen],
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(inert).map(quoted).join(',')}\r\n`).join('');
}
