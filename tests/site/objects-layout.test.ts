import { expect, test } from 'vitest';
import type { ObjectsScene, SceneObject } from '../../engine/index.ts';
import { layOut } from '../../src/components/lenses/objects/layout.ts';
import {
  openedOf,
  optionsOf,
  withClosed,
  withManyObjects,
  withOpen,
} from '../../src/components/lenses/objects/opened.ts';
import { between } from '../../src/components/lenses/objects/tween.ts';

const object = (number: number, to: number[] = []): SceneObject => ({
  number,
  type: 'list',
  text: '[]',
  refcount: 1,
  address: '0x7f0000000000',
  size: 56,
  items: to.map((target, index) => ({ label: `[${index}]`, to: target })),
  earlier: 0,
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

test('many items are cut, said by a row, and drawn when the box is open', () => {
  const targets = Array.from({ length: 20 }, () => 9);
  const list = { ...object(1, targets), more: 30 };
  const [closed] = layOut(scene([list], { a: 1 })).objects;
  expect(closed).toMatchObject({ more: 44, isOpen: false });
  expect(closed?.items).toHaveLength(6);
  const [open] = layOut(scene([list], { a: 1 }), [], new Set([1])).objects;
  expect(open).toMatchObject({ more: 30, isOpen: true });
  expect(open?.items).toHaveLength(20);
  const [few] = layOut(scene([object(1, targets.slice(0, 7))], { a: 1 })).objects;
  expect(few).toMatchObject({ more: 0 });
});

test('the methods of a class stand within it; a function with a name has a box', () => {
  const method = { ...object(2), type: 'function', text: 'C.f()' };
  const named = { ...object(3), type: 'function', text: 'C.g()' };
  const cls = { ...object(1, [2, 3]), type: 'type', text: 'class C' };
  const layout = layOut(scene([cls, method, named], { C: 1, g: 3 }));
  expect(layout.objects.map(({ number }) => number)).toEqual([1, 3]);
  expect(layout.objects[0]?.items.map(({ value }) => value)).toEqual(['function', null]);
});

test('between two pictures every box and arrow is on its way, and at the end it has arrived', () => {
  const from = layOut(scene([object(1), object(2)], { a: 1, b: 2 }));
  const to = layOut(scene([object(1, [2, 2]), object(2)], { a: 2, b: 2 }), from.places);
  const half = between(from, to, 0.5);
  const middle = ((topOf(from, 2) ?? 0) + (topOf(to, 2) ?? 0)) / 2;
  expect(topOf(to, 2)).toBeGreaterThan(topOf(from, 2) ?? 0);
  expect(topOf(half, 2)).toBe(middle);
  const arrow = (layout: typeof to) => layout.fromNames.find(({ key }) => key === '0.a')?.to ?? 0;
  expect(arrow(half)).toBe((arrow(from) + arrow(to)) / 2);
  expect(between(from, to, 1)).toBe(to);
});

test('what is open is kept as numbers, and asked of the engine', () => {
  const zoom = withManyObjects(withOpen(withOpen([], 4, 0), 7, 40));
  expect(optionsOf(zoom)).toEqual({
    open: [
      { object: 4, from: 0 },
      { object: 7, from: 40 },
    ],
    objects: 600,
  });
  expect([...openedOf(withClosed(zoom, 4)).keys()]).toEqual([7, 0]);
  expect(optionsOf([])).toEqual({ open: [] });
});
