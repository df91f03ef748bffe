import { expect, test } from 'vitest';
import { profiles } from '../../engine/whole.ts';
import { choicesFrom, releases } from '../../src/course/releases.ts';

test.each(choicesFrom('3.14.2'))('$id is the release that its profile says', ({ id, release }) => {
  expect(release).toBe(profiles[id].release);
});

test('3.14.2 is offered where a program begins under it, between its neighbours, and nowhere else', () => {
  expect(choicesFrom('3.14')).toBe(releases);
  const ids = choicesFrom('3.14.2').map(({ id }) => id);
  expect(ids.slice(-3)).toEqual(['3.14.2', '3.14', '3.15']);
  expect(ids.length).toBe(releases.length + 1);
});
