/** Large structures: cut with a count, and told further on when that is asked for. */
import { expect, test } from 'vitest';
import { MAX_ITEMS, MAX_OBJECTS, Timeline } from '../../../engine/whole.ts';

function ran(source: string): Timeline {
  const timeline = new Timeline({ source, filename: 'a.py', profile: '3.13', mode: 'script' });
  timeline.advance();
  return timeline;
}

test('a long list is told from the item that is asked for', () => {
  const timeline = ran('a = list(range(1000, 1050))\n');
  const [first] = timeline.view(2).scene.objects;
  expect(first).toMatchObject({ earlier: 0, more: 50 - MAX_ITEMS });
  const open = [{ object: first!.number, from: 40 }];
  const [later] = timeline.view(2, { open }).scene.objects;
  expect(later).toMatchObject({ earlier: 40, more: 0 });
  expect(later?.items.map(({ label }) => label)).toEqual(
    Array.from({ length: 10 }, (_, i) => `[${40 + i}]`),
  );
});

test('more objects are told when more are asked for', () => {
  const timeline = ran('a = [[[float(i * j)] for j in range(1, 20)] for i in range(1, 20)]\n');
  const step = timeline.steps + 1;
  const { scene } = timeline.view(step);
  expect(scene.objects).toHaveLength(MAX_OBJECTS);
  expect(scene.moreObjects).toBeGreaterThan(0);
  const many = timeline.view(step, { objects: 600 }).scene;
  expect(many.objects).toHaveLength(600);
});
