/** Steps are the lines of the reader's program: what a library's module runs is part of a line. */
import { expect, test } from 'vitest';
import { Timeline } from '../../../engine/whole.ts';

const source = `from ctypes import c_uint
from collections import namedtuple
Point = namedtuple('Point', 'x')
p = Point(1)
n = c_uint.from_address(id(p)).value
exec('y = 2\\nz = 3')
`;

test('no step stands in a module, nor in a text that was made', () => {
  const timeline = new Timeline({ source, filename: 'p.py', profile: '3.13', mode: 'script' });
  timeline.advance(() => false);
  const { steps, ending } = timeline.summary();
  expect(ending).toEqual({ kind: 'exit', code: 0 });
  const lines = Array.from({ length: steps }, (_, i) => timeline.view(i + 1).scene.line);
  expect(lines).toEqual([1, 2, 3, 4, 5, 6]);
});

test('nor at a prompt', () => {
  const timeline = new Timeline({ source, filename: 'p.py', profile: '3.13', mode: 'repl' });
  timeline.advance(() => false);
  expect(timeline.steps).toBe(6);
});

test('a line far down a long text is told by its number, as are those of a run of several chunks', () => {
  const far = 70_000;
  const source = `for i in range(50_000):\n    x = i\n${'\n'.repeat(far - 3)}y = 1\n`;
  const timeline = new Timeline({ source, filename: 'main.py', profile: '3.14', mode: 'script' });
  timeline.advance();
  const { lines } = timeline.summary();
  expect([lines.length, lines[0], lines[1], lines[99_998], lines.at(-1)]).toEqual([
    100_002,
    1,
    2,
    1,
    far,
  ]);
});
