import { expect, test } from 'vitest';
import type { ObjectsScene, SceneObject } from '../../engine/index.ts';
import { layOut } from '../../src/components/lenses/objects/layout.ts';

const object = (number: number, to: number[] = []): SceneObject => ({
  number,
  type: 'list',
  text: '[]',
  refcount: 1,
  address: '0x7f0000000000',
  size: 56,
  items: to.map((target, index) => ({ label: `[${index}]`, to: target })),
  more: 0,
  reachable: true,
  change: 'none',
  refcountBefore: null,
});

const scene = (objects: SceneObject[], names: Record<string, number> = {}): ObjectsScene => ({
  step: 1,
  line: 1,
  frames: [
    {
      title: 'globals',
      kind: 'module',
      line: 1,
      names: Object.entries(names).map(([label, to]) => ({ label, to })),
    },
  ],
  objects,
  freed: [],
  moreObjects: 0,
});

const topOf = (layout: ReturnType<typeof layOut>, number: number) =>
  layout.objects.find((box) => box.number === number)?.top;

test('a box keeps its place when another goes, and a new one takes the empty place', () => {
  const first = layOut(scene([object(1), object(2), object(3)]));
  const second = layOut(scene([object(1), object(3)]), first.places);
  expect(topOf(second, 3)).toBe(topOf(first, 3));
  const third = layOut(scene([object(1), object(3), object(4)]), second.places);
  expect(topOf(third, 4)).toBe(topOf(first, 2));
  expect(topOf(third, 3)).toBe(topOf(first, 3));
});

test('boxes never overlap, whatever went before', () => {
  let places: ReturnType<typeof layOut>['places'] = [];
  for (let round = 0; round < 40; round += 1) {
    const numbers = [round, round + 1, round * 3 + 5, 1000 - round];
    const layout = layOut(scene(numbers.map((number) => object(number, [round]))), places);
    places = layout.places;
    const sorted = layout.objects.toSorted((one, other) => one.top - other.top);
    for (const [index, box] of sorted.entries()) {
      const next = sorted[index + 1];
      if (next) expect(box.top + box.height).toBeLessThan(next.top);
    }
    expect(layout.objects).toHaveLength(numbers.length);
  }
});

test('every name and every drawn item has its arrow, beside the others at the same box', () => {
  const layout = layOut(scene([object(1), object(2, [1, 1])], { a: 1, b: 1, c: 2 }));
  expect(layout.fromNames).toHaveLength(3);
  expect(layout.fromObjects).toHaveLength(2);
  const ends = layout.fromNames.filter(({ target }) => target === 1).map(({ to }) => to);
  expect(new Set(ends).size).toBe(2);
});

test('an immortal value without a name stands in its holder, one with a name in a box', () => {
  const none = { ...object(-7), type: 'NoneType', text: 'None', refcount: null };
  const within = layOut(scene([object(1, [-7]), none], { a: 1 }));
  expect(within.objects).toHaveLength(1);
  expect(within.objects[0]?.items[0]?.value).toBe('None');
  expect(within.fromObjects).toHaveLength(0);
  const named = layOut(scene([object(1, [-7]), none], { a: 1, b: -7 }));
  expect(named.objects).toHaveLength(2);
  expect(named.fromObjects).toHaveLength(1);
});

test('an arrow to what is not in the picture is left out', () => {
  expect(layOut(scene([object(1)], { a: 1, ghost: 9 })).fromNames).toHaveLength(1);
});
