// What the project wants of its figures, and which of them a run has met.
import { short, table } from './stats.mjs';

const rows = [];

/**
 * Notes a figure and its bar.
 * @param what words for the table @param value what was measured @param bar the most that it may be, or, with
 * `least`, the least
 */
export function hold(what, value, bar, { least = false, unit = '' } = {}) {
  if (Number.isNaN(value)) return;
  const holds = least ? value >= bar : value <= bar;
  const shown = `${least ? 'at least' : 'at most'} ${bar}${unit}`;
  rows.push([what, `${short(value)}${unit}`, shown, holds ? '' : 'falls short']);
}

export function bars() {
  const missed = rows.filter((row) => row.at(-1) !== '').length;
  const text = `${rows.length} figures of this run have a bar; ${missed} fall short of it.`;
  return `## Bars\n\n${text}\n\n${table(['', 'measured', 'bar', ''], rows)}`;
}
