/** When a check looks: at the end, or before a line of the program runs. */
import type { Timeline } from '../timeline/timeline.ts';
import type { Moment } from './api.ts';

/** What a check tells when its moment never came. */
export const NO_MOMENT = 'the line was never reached';

/** The first step that is that moment; null when the program never came there. */
export function stepForCheck(at: Moment, timeline: Timeline): number | null {
  if (at === 'end') return timeline.steps + 1;
  const lines = timeline.program.source.split('\n');
  for (let step = 1; step <= timeline.steps; step++) {
    if (lines[timeline.lineOf(step) - 1]?.includes(at.before)) return step;
  }
  return null;
}
