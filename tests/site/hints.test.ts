import { expect, test } from 'vitest';
import { Timeline } from '../../engine/whole.ts';
import { hintsOf } from '../../src/components/playground/hints.ts';

function hintsAt(source: string, step: number): string[] {
  const timeline = new Timeline({ source, filename: 'a.py', profile: '3.13', mode: 'script' });
  timeline.advance();
  return hintsOf(timeline.view(step).scene, source).map(
    ({ line, text, now }) => `${line}${now ? '!' : ''} ${text}`,
  );
}

test('the line about to run has all its names, an earlier one the name that it bound', () => {
  const source = 'a = []\nb = a\nc = (a, b)\nd = 7\n';
  expect(hintsAt(source, 2)).toEqual(['2! a: 1']);
  expect(hintsAt(source, 3)).toEqual(['3! a: 2  b: 2']);
  expect(hintsAt(source, 4)).toEqual(['1 a: 4', '2 b: 4', '3 c: 1']);
});

test('at the end every name has its line; a text or a comment is none', () => {
  const source = 'a = []  # b = a\nprint("a = b", end="")\nfor x in [[]]: pass\n';
  expect(hintsAt(source, 5)).toEqual(['1 a: 1', '3 x: 1']);
});

test('in a function its own names, from its first line on', () => {
  const source = 'a = []\ndef f(x, *, y):\n    z = x\n    return z\nf(a, y=[])\n';
  expect(hintsAt(source, 5)).toEqual(['2 x: 3  y: 1', '4! z: 3']);
});

test('a name within a longer one, or an attribute, is another', () => {
  const source = 'a = []\nab = a\nclass C: a = 1\nC.a == ab\n';
  expect(hintsAt(source, 5).at(-1)).toMatch(/^4! ab: 2 {2}C: \d+$/);
});
