/**
 * A module imported late numbers native functions of its own. Going back before the import and then
 * to a checkpoint after it must find them again.
 */
import { expect, it } from 'vitest';
import { Timeline } from '../../../engine/whole.ts';

const SOURCE = `for i in range(5000):
    pass
import collections, random, time
numbers = collections.deque(range(4))
for i in range(9000):
    numbers.rotate(1)
print(numbers, random.Random(1).random(), time.perf_counter() >= 0)
`;

it('finds the functions of a module imported after the step it came from', () => {
  const timeline = new Timeline({
    source: SOURCE,
    filename: 'late.py',
    profile: '3.13',
    mode: 'script',
  });
  timeline.advance();
  const { rt } = timeline.run.machine;
  const last = timeline.steps;
  timeline.seek(last - 3000);
  const numbered = rt.fns.length;
  timeline.seek(1);
  expect(rt.fns.length).toBeLessThan(numbered);
  timeline.seek(last - 3000);
  expect(rt.fns.length).toBe(numbered);
  timeline.seek(last - 100);
  expect(timeline.run.machine.check()).toEqual([]);
});
