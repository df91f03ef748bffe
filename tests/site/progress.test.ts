import { beforeEach, expect, test, vi } from 'vitest';
import type { ChapterContents } from '../../src/course/contents.ts';
import { sumsOf, tallyOf } from '../../src/components/progress/tally.ts';
import type { ProgressKey } from '../../src/state/progress-key.ts';
import { progressFile, readProgressFile } from '../../src/state/progress-file.ts';
import { addKeys, storedKeys, storeKeys } from '../../src/state/progress-store.ts';

const storage = new Map<string, string>();
beforeEach(() => {
  storage.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
});

const some: readonly ProgressKey[] = [
  'exercise/let-go',
  'prediction/rebinding',
  'chapter/05-pools',
];

test('what is added stays, whatever is added after it', () => {
  addKeys(some.slice(0, 2));
  storage.set('pymemlab:progress', JSON.stringify([...storedKeys(), 'build/pool']));
  expect([...addKeys(some.slice(1))].sort()).toEqual([...some, 'build/pool'].sort());
  expect(storedKeys()).toEqual(new Set([...some, 'build/pool']));
  storeKeys(new Set());
  expect(storage.size).toBe(0);
});

test.each([
  'not JSON',
  '{}',
  '"exercise/let-go"',
  '[1, "let-go", "exercise/", "room/x", "exercise/Let"]',
])('a damaged entry, %s, is no progress, and no error', (text) => {
  storage.set('pymemlab:progress', text);
  expect(storedKeys().size).toBe(0);
});

test('a file brings back what was saved', () => {
  const read = readProgressFile(progressFile(some));
  expect(read).toEqual({ ok: true, keys: [...some].sort() });
});

const file = (change: object) =>
  JSON.stringify({ format: 'pymemlab-progress', version: 1, done: some, ...change });

test.each([
  ['hello', 'notAFile'],
  ['null', 'notAFile'],
  [file({ format: 'other' }), 'notAFile'],
  [file({ version: 2 }), 'otherVersion'],
  [file({ done: 'all' }), 'badEntry'],
  [file({ done: [...some, '<img src=x>'] }), 'badEntry'],
  [file({ done: [`exercise/${'a'.repeat(100)}`] }), 'badEntry'],
  [file({ done: Array(1001).fill('exercise/a') }), 'badEntry'],
  [' '.repeat(100_001), 'tooLong'],
])('a wrong file, %.60s, has its sentence', (text, fault) => {
  expect(readProgressFile(text)).toEqual({ ok: false, fault });
});

const chapter = (slug: string, predictions: string[], ideas: string[]): ChapterContents => ({
  shownBy: 'exercise',
  slug,
  label: slug.slice(0, 2),
  title: slug,
  predictions,
  ideas: ideas.map((id) => ({ id, title: id, concept: id, href: id })),
});

test('only what belongs to a chapter counts for it', () => {
  const pools = chapter('05-pools', ['rebinding', 'lifo'], ['let-go']);
  const arenas = chapter('06-arenas', [], ['give-back', 'pin']);
  const done = new Set(some);
  expect(tallyOf(pools, done)).toEqual({ read: true, predicted: 1, passed: 1 });
  expect(tallyOf(arenas, done)).toEqual({ read: false, predicted: 0, passed: 0 });
  expect(sumsOf([pools, arenas], done)).toEqual({
    chapters: 2,
    read: 1,
    predictions: 2,
    predicted: 1,
    exercises: 3,
    passed: 1,
  });
});
