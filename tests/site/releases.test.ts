import { expect, test } from 'vitest';
import { profiles } from '../../engine/whole.ts';
import { releases } from '../../src/course/releases.ts';

test.each(releases)('$id is the release that its profile says', ({ id, release }) => {
  expect(release).toBe(profiles[id].release);
});
