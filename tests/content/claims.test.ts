/** Every claim of the posts is answered, in both languages: by a heading of a chapter, and by a playground. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { claims } from '../../src/course/claims.ts';

const folders = { en: 'chapters', 'zh-CN': 'zh-cn/chapters' } as const;
const HAN = /\p{Script=Han}/u;

/** Signs of English sentences: words that no name of CPython and no code is made of. */
const ENGLISH =
  /\b(the|of|is|are|in|all|and|from|up to|only|not|none|to|for|with|bytes?|blocks?|lists)\b/;
const prose = (text: string) => text.replace(/`[^`]*`|“[^”]*”/g, '');

/** Releases and numbers, each once. */
const figures = (text: string) => [...new Set(text.match(/\d+(\.\d+)*/g))].toSorted();

const chapter = (folder: string, where: string) =>
  `src/content/docs/${folder}/${where.split('#')[0]}.mdx`;

test('all of them are there, each once', () => {
  const ids = claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(120);
});

describe.each(Object.entries(folders))('%s', (_language, folder) => {
  test.each(claims)('claim $id leads to what answers it', ({ where, shows }) => {
    const file = chapter(folder, where);
    expect(existsSync(file), file).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(`{#${where.split('#')[1]}}`);
    if (shows !== undefined) expect(text).toContain(`<Playground id="${shows}"`);
  });
});

test.each(claims)('claim $id: what was measured, in each language', ({ says, fact, zh }) => {
  expect(says).not.toMatch(HAN);
  // Of Chinese, a string under test is all that an English fact may hold.
  expect(fact.replace(/'[^']*'/g, '')).not.toMatch(HAN);
  expect(zh).toMatch(HAN);
  expect(prose(zh)).not.toMatch(ENGLISH);
  // The same releases and figures, whatever the order.
  expect(figures(zh)).toEqual(figures(fact));
});

test('the words of the posts are their own', () => {
  const inCode = claims.filter(({ original }) => !HAN.test(original));
  // What a post shows as lines of code, or says in two names.
  for (const { original } of inCode) expect(original).toMatch(/`|>|=/);
  expect(inCode.length).toBeLessThan(claims.length / 10);
});

test('most are shown by a playground', () => {
  const shown = claims.filter(({ shows }) => shows !== undefined).length;
  expect(shown / claims.length).toBeGreaterThanOrEqual(0.85);
});
