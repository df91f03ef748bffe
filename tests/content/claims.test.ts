/** Every claim of the posts is answered: by a heading of a chapter, and by a playground that is there. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claims } from '../../src/course/claims.ts';

const chapter = (where: string) => `src/content/docs/chapters/${where.split('#')[0]}.mdx`;

test('all of them are there, each once', () => {
  const ids = claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(120);
});

test.each(claims)('claim $id leads to what answers it', ({ where, shows }) => {
  const file = chapter(where);
  expect(existsSync(file), file).toBe(true);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(`{#${where.split('#')[1]}}`);
  if (shows !== undefined) expect(text).toContain(`<Playground id="${shows}"`);
});

test('most are shown by a playground', () => {
  const shown = claims.filter(({ shows }) => shows !== undefined).length;
  expect(shown / claims.length).toBeGreaterThanOrEqual(0.85);
});
