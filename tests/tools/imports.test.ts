import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProject } from '../../tools/check-imports.mjs';
import * as rules from '../../tools/import-rules.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymemlab-imports-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function breaches(files: Record<string, string>): string[] {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return checkProject(folder, { ...rules, longFiles: {} }).problems;
}

test.each([
  ['engine/memory/a.ts', "import { b } from '../objects/b.ts';", 'memory must not import objects'],
  ['engine/memory/a.ts', "export * from '../objects/b.ts';", 'memory must not import objects'],
  [
    'engine/syntax/a.ts',
    "import type { b } from '../memory/b.ts';",
    'syntax must not import memory',
  ],
  ['engine/objects/a.ts', "const b = await import('../vm/b.ts');", 'objects must not import vm'],
  ['engine/vm/a.ts', "import { join } from 'node:path';", 'the engine depends on nothing'],
  ['engine/vm/a.ts', "import { x } from '../../src/x.ts';", 'outside the engine'],
  ['src/a.ts', "import { x } from '../room/x.ts';", 'the site knows no server'],
  ['room/a.ts', "import { x } from '../src/state/storage.ts';", 'room/ sees only itself'],
  ['room/store/a.ts', "import { x } from '../../engine/index.ts';", 'room/ sees only itself'],
  ['engine/other/a.ts', "import { x } from '../base/x.ts';", 'not in the table'],
  [
    'src/a.ts',
    "import { x } from '../engine/vm/x.ts';",
    'only engine/index.ts, engine/on-demand.ts, engine/run-only.ts, engine/whole.ts, engine/pymalloc-only.ts are seen',
  ],
  [
    'src/a.astro',
    "---\nimport { x } from '../engine/vm/x.ts';\n---",
    'only engine/index.ts, engine/on-demand.ts, engine/run-only.ts, engine/whole.ts, engine/pymalloc-only.ts are seen',
  ],
  [
    'src/a.ts',
    "new Worker(new URL('../engine/vm/x.ts', import.meta.url));",
    'only engine/index.ts',
  ],
  ['src/a.ts', "import { join } from 'node:path';", 'src/ runs in browsers'],
  [
    'cli/a.ts',
    "import { x } from '../engine/vm/x.ts';",
    'only engine/index.ts, engine/on-demand.ts, engine/run-only.ts, engine/whole.ts, engine/pymalloc-only.ts are seen',
  ],
  [
    'tests/cli/a.test.ts',
    "import { x } from '../../engine/vm/x.ts';",
    'only engine/index.ts, engine/on-demand.ts, engine/run-only.ts, engine/whole.ts, engine/pymalloc-only.ts are seen',
  ],
  ['engine/vm/a.ts', 'const now = Date.now();', 'Date is not for the engine'],
  ['engine/vm/a.ts', 'const x = Math.random();', 'Math.random is not for the engine'],
  ['engine/vm/a.ts', 'const t = performance.now();', 'performance is not for the engine'],
  ['engine/vm/a.ts', 'const e = process.env;', 'process is not for the engine'],
  ['engine/vm/a.ts', 'const c = a.localeCompare(b);', 'localeCompare is not for the engine'],
  ['engine/vm/a.ts', "if (id >= '3.11') go();", 'compares a version'],
  ['engine/vm/a.ts', "if (profile.id === '3.12') go();", 'compares a version'],
  ['engine/vm/a.ts', "switch (id) { case '3.8': go(); }", 'compares a version'],
  ['engine/vm/a.ts', 'x;\n'.repeat(601), '601 lines'],
])('%s with %j', (file, text, expected) => {
  const found = breaches({ [file]: text });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(expected);
});

test.each([
  ['engine/objects/a.ts', "import { b } from '../memory/b.ts';\nimport { c } from './c.ts';"],
  ['engine/machine.ts', "import { b } from './vm/b.ts';"],
  ['engine/profiles/a.ts', "export const isNew = id >= '3.11';"],
  ['engine/vm/a.ts', "// Date\nconst word = 'process';\nconst table = { process: 1, Date: 2 };"],
  ['engine/vm/a.ts', 'const done = this.process;'],
  ['src/a.ts', "import { x } from '../engine/index.ts';\nimport { h } from 'preact';"],
  ['tests/engine/a.test.ts', "import { x } from '../../engine/vm/x.ts';"],
])('%s may have %j', (file, text) => {
  expect(breaches({ [file]: text })).toEqual([]);
});
