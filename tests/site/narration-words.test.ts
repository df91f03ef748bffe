/** Sentences of a step as a page puts them one behind the other. */
import { expect, test } from 'vitest';
import { translator } from '../../src/i18n/words.ts';
import { sentence } from '../../src/components/playground/Narration.tsx';

const english = translator('en');
const prints = { key: 'output', values: { text: '3' } };
const falls = { key: 'refcountDown', values: { object: 'list #1', before: 2, after: 1 } };

test('a sentence goes on from the colon, or begins with a capital', () => {
  expect(sentence(english, prints, true)).toBe('the program prints 3.');
  expect(sentence(english, prints, false)).toBe('The program prints 3.');
  expect(sentence(english, { key: 'more', values: { count: 4 } }, false)).toBe(
    'And 4 more changes.',
  );
});

test('the name of an object is written as it is', () => {
  expect(sentence(english, falls, false)).toBe('list #1 goes from 2 to 1 references.');
  expect(sentence(translator('zh-CN'), falls, false)).toBe('list #1 的引用数从 2 变为 1。');
});

test('a text that was cut ends with its own dots', () => {
  const made = { object: 'bytes #2', size: 48, text: "b'0000…" };
  expect(sentence(english, { key: 'created', values: made }, true)).toBe(
    "bytes #2 is made, 48 bytes: b'0000…",
  );
});
