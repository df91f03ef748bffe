/**
 * The state at a step never depends on how one got there: random visits, forward and back, give the
 * same bytes in every range of the buffer that is in use.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '../../../engine/base/random.ts';
import { Timeline } from '../../../engine/whole.ts';
import { casesFor } from '../../conformance/cases.ts';

/** Steps of a run that are visited, and how often each. */
const VISITS = 12;

function digest(timeline: Timeline): string {
  const { memory } = timeline.run.machine.rt;
  const hash = createHash('sha1');
  for (const [start, end] of memory.usedRanges()) {
    hash.update(`${start}-${end}:`).update(memory.u8.subarray(start, end));
  }
  return hash.digest('hex');
}

/** A timeline of a program that has run to its end. */
function ended(source: string, filename: string): Timeline {
  const timeline = new Timeline({ source, filename, profile: '3.13', mode: 'script' });
  timeline.advance();
  return timeline;
}

describe('random visits', () => {
  const cases = casesFor('3.13');

  it('has every recorded case', () => {
    expect(cases.length).toBeGreaterThan(180);
  });

  it.each(cases)('$id', ({ file }) => {
    const timeline = ended(readFileSync(file, 'utf8'), file);
    const random = new SeededRandom(file.length);
    const seen = new Map<number, string>();
    for (let i = 0; i < VISITS; i++) {
      const again = i % 3 === 2 && seen.size > 0;
      const known = [...seen.keys()];
      const step = again
        ? known[random.below(known.length)]!
        : 1 + random.below(timeline.steps + 1);
      timeline.seek(step);
      const state = digest(timeline);
      expect(state, `step ${step}`).toBe(seen.get(step) ?? state);
      seen.set(step, state);
    }
  });
});
