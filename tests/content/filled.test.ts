/** What a check found is told in the reader's language, and a sentence stays a sentence. */
import { expect, test } from 'vitest';
import type { ExerciseCheck } from '../../src/exercise/schema.ts';
import { filled } from '../../src/exercise/filled.ts';
import { translator } from '../../src/i18n/words.ts';

const english = translator('en');
const chinese = translator('zh-CN');
const common = { id: 'one', hint: 'It is {{found}}.', at: 'end' } as const;
const pool: ExerciseCheck = { ...common, kind: 'block', of: 'a', fact: 'pool', equals: 'used' };
const block: ExerciseCheck = { ...pool, fact: 'block', equals: 'free' };
const alive: ExerciseCheck = { ...common, kind: 'alive', type: 'Cup', equals: 1 };

test('a state of a pool is not that of a block', () => {
  expect(filled(chinese, '{{found}}', pool, 'used')).toBe('部分使用');
  expect(filled(chinese, '{{found}}', block, 'used')).toBe('在使用中');
  expect(filled(english, pool.hint, pool, 'used')).toBe('It is partly in use.');
});

test('numbers, and words that are only words elsewhere, stay as they are', () => {
  expect(filled(chinese, '有 {{found}} 个', alive, '3')).toBe('有 3 个');
  expect(filled(chinese, '输出 {{found}}', alive, 'used')).toBe('输出 used');
});

test('where nothing was there to look at, that is said in place of the message', () => {
  const told = filled(chinese, '有 {{found}} 个杯子存活。', alive, 'no such name');
  expect(told).toBe(chinese('found.noName'));
  expect(filled(english, 'No matter.', alive, 'no such name')).toBe('No matter.');
});
