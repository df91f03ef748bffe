import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Ours, with no counterpart to name: tables of words, checks, views, and what the files themselves
 * mark NOT CPYTHON.
 */
const ours = new Set(['bare.ts', 'check.ts', 'trace.ts', 'index.ts']);
const folder = new URL('../../../engine/pymalloc/', import.meta.url);

/** Names as CPython spells them: `pymallocPoolExtend` imitates `pymalloc_pool_extend`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

test('functions named after CPython ones say which, with release and file', () => {
  const imitated = [
    [
      'pymalloc.ts',
      ['pymallocAlloc', 'pymallocPoolExtend', 'allocateFromNewPool', 'insertToUsedpool'],
    ],
    ['arenas.ts', ['insertToFreepool', 'newArena']],
  ] as const;
  let checked = 0;
  for (const [file, names] of imitated) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    for (const name of names) {
      const [, comment] =
        new RegExp(`/\\*\\*((?:(?!\\*/)[^])*)\\*/\\s+(?:private |protected )?${name}\\(`).exec(
          text,
        ) ?? [];
      expect(comment, `${file}: ${name}`).toMatch(/v3\.13\.0 Objects\/obmalloc\.c /);
      expect(comment, `${file}: ${name}`).toContain(snakeCase(name));
      checked += 1;
    }
  }
  expect(checked).toBe(6);
});

test('every file that imitates CPython cites it, none by line number', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !ours.has(name));
  expect(files.length).toBe(8);
  for (const file of files) {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(text, file).toMatch(/v3\.13\.0 (Objects|Include)\/\S+ \S+/);
    expect(text, file).not.toMatch(/obmalloc\.[ch]:\d/);
  }
});
