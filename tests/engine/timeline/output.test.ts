/** Output is told while a program runs on, not when the next is written. */
import { expect, it } from 'vitest';
import { Timeline } from '../../../engine/whole.ts';

it('tells what an endless loop wrote before it began', () => {
  const timeline = new Timeline({
    source: "print('begun')\nwhile True:\n    pass\n",
    filename: 'loop.py',
    profile: '3.13',
    mode: 'script',
  });
  let looks = 0;
  expect(timeline.advance(() => ++looks > 3)).toBe(false);
  expect(timeline.outputSince(0).map(({ text }) => text)).toEqual(['begun\n']);
  expect(timeline.outputSince(1)).toEqual([]);
});
