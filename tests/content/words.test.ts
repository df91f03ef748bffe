import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(`src/content/i18n/${language}.json`, 'utf8'));

const english = read('en');
const chinese = read('zh-CN');

/** Starlight has these in English, and lacks them in Chinese. */
const fromStarlight = /^(pagefind|heading|search\.label)/;

test('the Chinese catalogue has every word of the English one, and no other', () => {
  const own = Object.keys(chinese).filter((key) => !fromStarlight.test(key));
  expect(own.sort()).toEqual(Object.keys(english).sort());
});

test('a word in one language takes the same values as in the other', () => {
  const values = (text: string) => [...text.matchAll(/\{\{?\w+\}?\}/g)].map(String).sort();
  for (const [key, text] of Object.entries(english))
    expect(values(chinese[key] ?? ''), key).toEqual(values(text));
});

test('no word is empty', () => {
  for (const [key, text] of Object.entries({ ...english, ...chinese }))
    expect(text.trim(), key).not.toBe('');
});

/** What is the same in both languages: names, signs, units. */
const SAME = /^(?:[Aa]renas?|[Pp]ool|REPL|globals|KiB|CPython|\P{Letter})*$/u;

test('each language has words of its own', () => {
  const han = /\p{Script=Han}/u;
  const without = (text: string) => text.replace(/\{\{?\w+\}?\}/g, '');
  for (const [key, text] of Object.entries(english)) {
    expect(text, key).not.toMatch(han);
    const translated = without(chinese[key] ?? '');
    if (!SAME.test(translated)) expect(translated, key).toMatch(han);
  }
});
