import type { Timeline } from '../../engine/index.ts';

/**
 * The step before the first run of the line that has `text`; 'end' is the end.
 * Throws when no line has it, several have, or it never runs.
 */
export function stepBefore(timeline: Timeline, source: string, text: string): number {
  if (text === 'end') return timeline.steps + 1;
  const lines = source.split('\n').flatMap((line, index) => (line.includes(text) ? index + 1 : []));
  if (lines.length !== 1) throw new Error(`${lines.length} lines have ${JSON.stringify(text)}`);
  for (let step = 1; step <= timeline.steps; step += 1)
    if (timeline.lineOf(step) === lines[0]) return step;
  throw new Error(`the line with ${JSON.stringify(text)} never runs`);
}
