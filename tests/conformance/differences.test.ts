/** docs/DIFFERENCES.md and the figures of the site are what the lists say: `npm run differences`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { figures, written } from './differences.ts';

for (const [path, text] of Object.entries(written())) {
  test(`${path} is up to date`, () => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  });
}

test('every release has been compared in a thousand programs or more', () => {
  for (const { programs, differ } of Object.values(figures())) {
    expect(programs).toBeGreaterThanOrEqual(1000);
    expect(differ).toBeLessThan(programs / 5);
  }
});
