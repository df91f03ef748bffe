import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fileList } from '../../tools/offline/file-list.ts';

const folder = mkdtempSync(join(tmpdir(), 'pymemlab-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test('pages, scripts and data are kept, the editor on use, and nothing for machines', async () => {
  for (const file of ['index.html', 'chapters/x/index.html', '_astro/a.js', 'exercises/y.json'])
    put(file, file);
  put('_astro/monaco-editor.x.js', 'twelve bytes');
  for (const file of ['_headers', 'sw.js', '.stamp', 'oembed/y.json', 'cards/x.png']) put(file, '');
  const list = await fileList(folder);
  expect(Object.keys(list.always)).toEqual(['_astro/a.js', 'chapters/x/', 'exercises/y.json', '']);
  expect(Object.keys(list.onUse)).toEqual(['_astro/monaco-editor.x.js']);
  expect(list.onUseBytes).toBe(12);

  put('chapters/x/index.html', 'other words');
  const changed = await fileList(folder);
  expect(changed.always['chapters/x/']).not.toBe(list.always['chapters/x/']);
  expect(changed.always['']).toBe(list.always['']);
});
