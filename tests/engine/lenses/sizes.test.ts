/** The size that a picture gives an object is the one that the program itself gets from getsizeof. */
import { expect, test } from 'vitest';
import { RELEASES, ran } from './programs.ts';

const PROGRAM = `import sys
class Plain: pass
class Slim: __slots__ = ('x',)
class Row(list): pass
class Table(dict): pass
class Pair(tuple): pass
class Bag(set): pass
plain = Plain(); plain.x = 1
slim = Slim()
row = Row([1, 2, 3])
table = Table(a=1)
pair = Pair((1, 2))
bag = Bag([1, 2, 3])
items = [1, 2, 3]; items.append(4)
names = {'a': 1}
numbers = {1, 2, 3, 4, 5, 6}
three = (1, 2, 3)
raw = b'abc'
buffer = bytearray(b'abc'); buffer.append(1)
text = ''.join(['a', 'b'])
huge = 10 ** 30
half = 0.5
function = lambda x: x
for name, thing in sorted(globals().items()):
    if name[0] != '_': print(name, sys.getsizeof(thing))
`;

test.each(RELEASES)('sizes of %s', (release) => {
  const timeline = ran(PROGRAM, release);
  const printed = timeline.run.output.map(({ text }) => text).join('');
  const told = new Map(printed.split('\n').map((line) => line.split(' ') as [string, string]));
  const { scene } = timeline.view(timeline.steps + 1);
  const sizes = new Map(scene.objects.map(({ number, size }) => [number, size]));
  const names = scene.frames[0]!.names.filter(({ label }) => /^[A-Za-z]/.test(label));
  const compared = names.filter(({ label }) => !/^(?:sys|name|thing)$/.test(label));
  expect(compared.length).toBe(22);
  for (const { label, to } of compared)
    expect(`${label} ${sizes.get(to!)}`).toBe(`${label} ${told.get(label)}`);
});
