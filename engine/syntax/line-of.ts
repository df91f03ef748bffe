/** Line `lineno` (from 1) of a source without its newline; the last line for greater numbers. */
export function lineOf(source: string, lineno: number): string {
  let start = 0;
  for (let i = 1; i < lineno; i++) {
    const newline = source.indexOf('\n', start);
    if (newline < 0) break;
    start = newline + 1;
  }
  const end = source.indexOf('\n', start);
  return source.slice(start, end < 0 ? undefined : end);
}
