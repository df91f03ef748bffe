/** Code fetched as programs need it: through the loader that the page's worker uses. */
import { expect, test, vi } from 'vitest';
import { codeHintedIn } from '../../../engine/loading/hints.ts';
import { loadCode } from '../../../engine/loading/load.ts';
import type { CodeName } from '../../../engine/loading/loaders.ts';
import {
  CHUNKS,
  type ChunkName,
  chunkOf,
  LIBRARY_MODULES,
  withNeeded,
} from '../../../engine/modules/catalogue.ts';
import { profiles } from '../../../engine/profiles/index.ts';
import type { LibraryChunk } from '../../../engine/modules/library.ts';
import type { Program, RunSummary } from '../../../engine/timeline/api.ts';
import { EngineHost } from '../../../src/worker/host.ts';
import type { Reply } from '../../../src/worker/protocol.ts';

/** What was fetched, in order; each loader is replaced by one that notes it and may fail. */
const fetched: CodeName[] = [];
let offline = false;

vi.mock('../../../engine/loading/loaders.ts', async (original) => {
  const own = await original<typeof import('../../../engine/loading/loaders.ts')>();
  const noting = Object.entries(own.LOADERS).map(([name, load]) => [
    name,
    () => {
      fetched.push(name as CodeName);
      return offline ? Promise.reject(new TypeError('no network')) : load();
    },
  ]);
  return { LOADERS: Object.fromEntries(noting) as typeof own.LOADERS };
});

function program(source: string): Program {
  return { source, filename: 'main.py', profile: '3.13', mode: 'script' };
}

/** What the worker answers when it is asked to run a program. */
function answerTo(source: string, more: Partial<Program> = {}): Promise<Reply> {
  return new Promise((resolve) => {
    const host = new EngineHost({
      send: (reply) => reply.type === 'progress' || resolve(reply),
      later: setImmediate,
      now: () => 0,
    });
    host.handle({ type: 'run', run: 1, program: { ...program(source), ...more }, limits: {} });
  });
}

async function runOf(source: string): Promise<RunSummary> {
  const reply = await answerTo(source);
  if (reply.type !== 'ended') throw new Error(JSON.stringify(reply));
  return reply.summary;
}

const textOf = ({ output }: RunSummary) => output.map(({ text }) => text).join('');

async function printed(source: string): Promise<string> {
  const run = await runOf(source);
  expect(run.ending).toEqual({ kind: 'exit', code: 0 });
  return textOf(run);
}

/** What a text imports as soon as it runs. */
function importedAtOnce(text: string): string[] {
  const found = [...text.matchAll(/^(?:from|import) ([\w.]+)/gm)];
  return found.map(([, name = '']) => name.split('.')[0] ?? '');
}

// The first tests find nothing loaded: their order matters.

test('a program without imports fetches nothing but what shows its steps', async () => {
  expect(await printed('import sys, atexit\nprint(sys.maxsize)\n')).toBe('9223372036854775807\n');
  expect(fetched).toEqual(['views']);
  await loadCode(['views']);
});

test('a module that cannot be fetched is named, and can be asked for again', async () => {
  offline = true;
  const reply = await answerTo('import textwrap\n');
  expect(reply).toEqual({ type: 'unavailable', run: 1, code: 'textwrap' });
  offline = false;
  expect(await printed('import textwrap\nprint(textwrap.dedent("  a"))\n')).toBe('a\n');
});

test('checks that cannot be fetched are told as such, with the question that wanted them', async () => {
  const replies: Reply[] = [];
  const send = (reply: Reply) => replies.push(reply);
  const host = new EngineHost({ send, later: setImmediate, now: () => 0 });
  host.handle({ type: 'run', run: 4, program: program('a = []\n'), limits: {} });
  await vi.waitFor(() => expect(replies.at(-1)?.type).toBe('ended'));
  offline = true;
  host.handle({ type: 'check', run: 4, ask: 9, checks: [] });
  await vi.waitFor(() =>
    expect(replies.at(-1)).toEqual({ type: 'unavailable', run: 4, code: 'checks', ask: 9 }),
  );
  offline = false;
});

test('a name that only the running program knows begins the run anew, with the same memory', async () => {
  const source = `
before = [object() for _ in range(50)]
print('once', id(before[7]))
module = __import__('js' + 'on')
print(module.dumps({'a': [1, 2]}), id(object()), id(module))
`;
  fetched.length = 0;
  const text = await printed(source);
  expect(fetched.filter((name) => Object.hasOwn(CHUNKS, name))).toEqual(['json']);
  // what the module comes to is fetched with it
  expect(fetched).toContain('error-texts');
  expect(text.match(/once/g)).toHaveLength(1);
  expect(await printed(source)).toBe(text);
});

test('what no chunk has is missing as ever', async () => {
  const run = await runOf('import numpy\n');
  expect(run.ending).toEqual({ kind: 'exit', code: 1 });
  expect(textOf(run)).toContain("No module named 'numpy'");
});

test('what is named where a program imports is fetched at once', () => {
  const hinted = (source: string) => [...codeHintedIn(program(source))];
  expect(hinted('import heapq, bisect as b\n')).toEqual(['heapq', 'bisect', 'folding']);
  expect(hinted('def f():\n    from collections import abc')).toContain('itertools');
  expect(hinted("exec('import json')")).toContain('json');
  expect(hinted('json = {}\nprint(json)')).toEqual([]);
});

test('every module is in one chunk, whose needs are what its modules import', async () => {
  let imports = 0;
  for (const name of Object.keys(CHUNKS) as ChunkName[]) {
    const path = `../../../engine/modules/chunks/${name}.ts`;
    const { chunk } = (await import(path)) as { chunk: LibraryChunk };
    const brought = [...Object.keys(chunk.python ?? {}), ...Object.keys(chunk.native ?? {})];
    expect(brought.sort()).toEqual([...CHUNKS[name].modules].sort());
    const needed = withNeeded([name]);
    for (const imported of Object.values(chunk.python ?? {}).flatMap(importedAtOnce)) {
      const from = chunkOf(imported);
      if (from === undefined) continue;
      imports += 1;
      expect(needed, `${name} imports ${imported}`).toContain(from);
    }
  }
  expect(imports).toBeGreaterThan(50);
  expect(new Set(LIBRARY_MODULES).size).toBe(LIBRARY_MODULES.length);
});

test('a machine with debug hooks fetches them before it boots', async () => {
  fetched.length = 0;
  const reply = await answerTo('print([])\n', { malloc: 'pymalloc_debug' });
  expect(fetched).toEqual(['debug-allocator']);
  expect(reply).toMatchObject({ type: 'ended', summary: { output: [{ text: '[]\n' }] } });
});

test('parts that no hint names begin the run anew, with the same memory', async () => {
  const source = `
box = vars(__import__('builtins'))
array = box['byte' 'array'](3)
number = box['com' 'plex'](1, 2)
group = box['Exception' 'Group']('g', [ValueError()])
print(array, number, group, id(array), id(number), id(group), id(object()))
`;
  fetched.length = 0;
  const text = await printed(source);
  expect(fetched).toEqual(expect.arrayContaining(['bytes', 'complex', 'groups']));
  expect(text).toContain("bytearray(b'\\x00\\x00\\x00') (1+2j) g (1 sub-exception)");
  expect(await printed(source)).toBe(text);
});

test('a wrong program fetches the rules that say why', async () => {
  fetched.length = 0;
  const run = await runOf('if x = 1:\n    pass\n');
  expect(run.ending).toEqual({ kind: 'exit', code: 1 });
  expect(textOf(run)).toContain("Maybe you meant '==' or ':='");
  expect(fetched).toContain('syntax-errors');
});

test('each module that is offered can be imported', async () => {
  const newer = profiles['3.13'].absent['modules'] ?? [];
  const names = LIBRARY_MODULES.filter((name) => !newer.includes(name));
  const lines = names.map((name) => `import ${name}; print(${name}.__class__.__name__)`);
  expect(await printed(lines.join('\n'))).toBe('module\n'.repeat(lines.length));
  expect(lines.length).toBeGreaterThan(40);
});
