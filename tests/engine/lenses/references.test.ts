/** What the Objects lens tells of objects: every reference under the name that a reader knows it by. */
import { expect, test } from 'vitest';
import {
  type ObjectsScene,
  type ProfileId,
  type SceneObject,
  Timeline,
} from '../../../engine/whole.ts';

function lastScene(source: string, profile: ProfileId = '3.13'): ObjectsScene {
  const timeline = new Timeline({ source, filename: 'a.py', profile, mode: 'script' });
  timeline.advance();
  return timeline.view(timeline.steps + 1).scene;
}

function named(scene: ObjectsScene, name: string): SceneObject {
  const to = scene.frames[0]?.names.find(({ label }) => label === name)?.to;
  const object = scene.objects.find(({ number }) => number === to);
  if (!object) throw new Error(`there is no ${name}`);
  return object;
}

const labels = (scene: ObjectsScene, name: string) =>
  named(scene, name).items.map(({ label }) => label);

const programs: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'a closure',
    'def make():\n    kept = []\n    def inner(x=[], *, y=[]):\n        return kept\n    return inner\nf = make()\nf.mark = []\n',
    ['closure kept', '__defaults__', '__kwdefaults__', '.mark'],
  ],
  [
    'slots',
    'class Base:\n    __slots__ = ("left",)\nclass Node(Base):\n    __slots__ = ("right",)\nf = Node()\nf.left = []\nf.right = []\n',
    ['.left', '.right'],
  ],
  [
    'a class',
    'class Base:\n    pass\nclass f(Base):\n    registry = []\n    def method(self):\n        pass\n',
    ['__base__', '.registry', '.method'],
  ],
  [
    'a generator',
    'def count(rows):\n    total = []\n    for row in rows:\n        yield row\nf = count([1])\nnext(f)\n',
    ['rows', 'total', 'row', 'stack [0]'],
  ],
  [
    'a generator that waits for another',
    'def inner():\n    yield 1\ndef outer(a):\n    yield from inner()\nf = outer([])\nnext(f)\n',
    ['a', 'gi_yieldfrom'],
  ],
  ['a generator that has ended', 'def count(a):\n    yield 1\nf = count([])\nlist(f)\n', []],
  ['code', 'def g():\n    return "spam"\nf = g.__code__\n', ['co_consts']],
  [
    'a frame',
    'import sys\ndef g(a):\n    b = []\n    return sys._getframe()\nf = g([])\n',
    ['a', 'b', 'f_back'],
  ],
  [
    'an exception',
    'try:\n    try:\n        1 / 0\n    except ZeroDivisionError as e:\n        raise ValueError([]) from e\nexcept ValueError as e:\n    f = e\n',
    ['.args', '.__traceback__', '.__cause__', '.__context__'],
  ],
  [
    'a list of a class of the program',
    'class Stack(list):\n    pass\nf = Stack([[], []])\nf.name = []\n',
    ['[0]', '[1]', '.name'],
  ],
  [
    'a dict of a class of the program',
    'class Bag(dict):\n    pass\nf = Bag(one=[])\nf.name = []\n',
    ["['one']", '.name'],
  ],
  ['a property', 'f = property(lambda self: 1)\n', ['.fget']],
  ['a static method', 'f = staticmethod(lambda: 1)\n', ['.__func__']],
  ['a deque', 'from collections import deque\nf = deque([[], []])\n', ['[0]', '[1]']],
];

test.each(programs)('%s', (_name, source, expected) => {
  const found = labels(lastScene(source), 'f');
  expect(found).toEqual(expected);
});

test.each(['3.8', '3.10', '3.12', '3.14'] as const)('attributes have names in %s', (profile) => {
  const source = 'class Node:\n    pass\nf = Node()\nf.left = []\nf.right = {}\n';
  expect(labels(lastScene(source, profile), 'f')).toEqual(['.left', '.right']);
});

test('what an island of garbage holds is garbage, too, until it is freed', () => {
  const source = 'import gc\na = [["".join(["te", "xt"])]]\na.append(a)\ndel a\n';
  const before = lastScene(source);
  const lost = before.objects.filter(({ reachable }) => !reachable);
  expect(lost.map(({ type }) => type).sort()).toEqual(['list', 'list', 'str']);
  const after = lastScene(`${source}gc.collect()\nx = 1\n`);
  expect(after.objects.filter(({ reachable }) => !reachable)).toEqual([]);
});
