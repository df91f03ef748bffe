import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isEditor } from '../../tools/astro/editor-chunks.ts';
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
  const editor = [
    'codicon.x.ttf',
    'monaco-typescript.x.js',
    'monaco.editor.api.x.js',
    'ts.worker-x.js',
  ];
  for (const file of editor) put(`_astro/${file}`, 'twelve bytes');
  for (const file of ['_headers', 'sw.js', '.stamp', 'oembed/y.json', 'cards/x.png']) put(file, '');
  const list = await fileList(folder);
  expect(Object.keys(list.always)).toEqual(['_astro/a.js', 'chapters/x/', 'exercises/y.json', '']);
  expect(Object.keys(list.onUse)).toEqual(editor.map((file) => `_astro/${file}`));
  expect(list.onUseBytes).toBe(4 * 12);

  put('chapters/x/index.html', 'other words');
  const changed = await fileList(folder);
  expect(changed.always['chapters/x/']).not.toBe(list.always['chapters/x/']);
  expect(changed.always['']).toBe(list.always['']);
});

test('a chunk is the editor’s when nothing of ours is in it', () => {
  const monaco = '/site/node_modules/monaco-editor/esm/vs/editor/editor.api.js';
  const helper = '/site/node_modules/preact/dist/preact.module.js';
  expect(isEditor([monaco, '\0rolldown/runtime.js'])).toBe(true);
  expect(isEditor([monaco, '/site/src/components/editor/mount.ts'])).toBe(false);
  expect(isEditor([helper])).toBe(false);
  expect(isEditor([])).toBe(false);
});
