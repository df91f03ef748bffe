/** The last part is proved as exercises are: starter, solution and every mistake of every task. */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { before, runCollection } from '../../src/construct/collection-run.ts';
import { type Report, TASKS } from '../../src/construct/report.ts';
import {
  EXPORTS,
  type Module,
  runTask,
  sceneOf,
  type Workload,
} from '../../src/construct/run-task.ts';
import { strip } from '../../src/construct/strip.ts';
import { type Task, taskSchema } from '../../src/construct/task-schema.ts';
import type { GraphWorkload, RequestWorkload } from '../../src/construct/workload.ts';

const root = 'src/content/construct';
const read = (task: string, file: string) => readFileSync(`${root}/${task}/${file}`, 'utf8');
const tasks: readonly Task[] = TASKS.map((id) => taskSchema.parse(parse(read(id, 'task.yml'))));
const workload = (name: string): Workload =>
  JSON.parse(readFileSync(`src/construct/workloads/${name}.json`, 'utf8'));

/** As in the browser: types taken away, then loaded as a module. */
async function load(source: string): Promise<Module> {
  const stripped = strip(source);
  if (!stripped.ok) throw new Error(stripped.message);
  return import(`data:text/javascript,${encodeURIComponent(stripped.code)}`);
}

const report = async (task: Task, file: string, seconds = 0): Promise<Report> =>
  runTask(task.id, await load(read(task.id, file)), workload(task.workload), seconds);

const proved = { starters: 0, solutions: 0, mistakes: 0 };

for (const task of tasks) {
  const { id, mistakes } = task;

  test(`${id}: its files are those that it names`, () => {
    const files = readdirSync(`${root}/${id}/mistakes`).map((name) => `mistakes/${name}`);
    expect(files.sort()).toEqual(mistakes.map(({ file }) => file).sort());
    expect(new Set(mistakes.map(({ code }) => code)).size).toBe(mistakes.length);
  });

  test(`${id}: the starter departs at a step, and is no named mistake`, async () => {
    const { departure } = await report(task, 'starter.ts');
    expect(departure?.step).toBeGreaterThan(0);
    expect(mistakes.map(({ code }) => code)).not.toContain(departure?.code);
    proved.starters += 1;
  });

  test(`${id}: the solution passes`, async () => {
    const { departure, steps } = await report(task, 'solution.ts');
    expect(departure).toBeNull();
    expect(steps).toBeGreaterThan(20);
    proved.solutions += 1;
  });

  for (const { file, code } of mistakes)
    test(`${id}: ${file} departs as ${code}`, async () => {
      expect((await report(task, file)).departure).toMatchObject({ code });
      proved.mistakes += 1;
    });
}

test('as many were proved as there are', () => {
  const mistakes = tasks.reduce((sum, task) => sum + task.mistakes.length, 0);
  expect(proved).toEqual({ starters: 4, solutions: 4, mistakes });
  expect(mistakes).toBeGreaterThanOrEqual(8);
});

test('everything is TypeScript that the editor takes, with the types it is given', () => {
  const files = tasks.flatMap(({ id, mistakes }) =>
    ['starter.ts', 'solution.ts', ...mistakes.map(({ file }) => file)].map(
      (file) => `${root}/${id}/${file}`,
    ),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, from) =>
    literals.map(({ text }) =>
      text === './lab'
        ? { resolvedModule: { resolvedFileName: 'src/construct/lab.ts', extension: '.ts' } }
        : ts.resolveModuleName(text, from, options, host),
    );
  const program = ts.createProgram(files, options, host);
  const found = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
    );
  expect(found).toEqual([]);
  expect(files.length).toBeGreaterThanOrEqual(16);
});

const task = (id: string): Task => tasks.find((one) => one.id === id)!;

test('a run is weighed beside the model, and both are measured', async () => {
  const { score } = await report(task('pool'), 'solution.ts', 0.01);
  expect(score).toMatchObject({ asked: expect.any(Number), taken: expect.any(Number) });
  expect(score!.asked).toBeLessThan(score!.taken);
  // As the chapter says: some 42,000 bytes in 24 pools, of which nine tenths are lost.
  expect(Math.floor(score!.asked / 1000)).toBe(42);
  expect(score!.taken).toBe(24 * 16 * 1024);
  expect(Math.round((1 - score!.asked / score!.taken) * 10)).toBe(9);
  expect(score!.operations).toBeGreaterThan(0);
  expect(score!.modelOperations).toBeGreaterThan(0);
});

test('who never uses a block again takes more memory, and is told how much', async () => {
  const starter = await report(task('free-list'), 'starter.ts');
  const solution = await report(task('free-list'), 'solution.ts');
  expect(starter.score!.taken).toBeGreaterThan(solution.score!.taken);
  expect(solution.score!.asked).toBe(solution.score!.taken);
});

/** Four blocks, of which two neighbours come back. */
const twoFreed: RequestWorkload = {
  release: '3.14.10',
  program: 'here',
  requests: [48, 48, 48, 48, -1, -2],
};

test.each([
  ['export const makeFreeList = 3;', 'no-function'],
  ['export function makeFreeList() { throw new Error("no"); }', 'threw'],
  ['export const makeFreeList = () => ({ alloc: () => 12, free() {} });', 'not-a-block'],
  ['export const makeFreeList = () => ({ alloc: () => undefined, free() {} });', 'not-a-block'],
  [
    'export const makeFreeList = ({ heap }) => ({ alloc: () => heap.load(3), free() {} });',
    'not-a-block',
  ],
  [
    'export const makeFreeList = ({ heap, first }) => { let n = first - 48; return { alloc: () => (n += 48), free(block) { heap.store(block + 48, 1); } }; };',
    'overwritten',
  ],
])('%s: %s', async (code, expected) => {
  const { departure } = runTask('free-list', await load(code), twoFreed, 0);
  expect(departure?.code).toBe(expected);
});

test('text that is no TypeScript is told with its place', () => {
  expect(strip('const a: = 1;')).toEqual({
    ok: false,
    message: expect.stringMatching(/\(1:\d+\)/),
  });
});

test('the picture is read from the memory of the reader, at any request', async () => {
  const module = await load(read('pool', 'solution.ts'));
  const words = workload('words') as RequestWorkload;
  const pool = 0x100000;
  const ask = { step: 400, pool, block: null };
  const shown = sceneOf('pool', module, words, ask);
  if (shown?.lens !== 'memory') throw new Error('no memory map');
  const { scene } = shown;
  const live = words.requests.slice(0, 400).reduce((sum, one) => sum + Math.sign(one), 0);
  expect(scene.totals.blocks).toBe(live);
  expect(scene.pool?.blocks.filter(({ state }) => state === 'used').length).toBe(scene.pool?.count);
  const free = scene.pool!.blocks.flatMap(({ state }, index) => (state === 'free' ? [index] : []));
  expect([...scene.pool!.freeList].sort((a, b) => a - b)).toEqual(free);
  const header = sceneOf('pool', module, words, { ...ask, block: pool });
  if (header?.lens !== 'memory') throw new Error('no memory map');
  const count = header.scene.bytes?.fields.find(({ name }) => name === 'ref.count');
  expect(count?.value).toBe(String(scene.pool?.count));
});

test('the model of the collector finds what the recorded collection found', async () => {
  const graph = workload('rings') as GraphWorkload;
  const collection = before('move-unreachable', graph);
  expect(collection.refs.some((refs) => refs === 0)).toBe(true);
  const module = await load(read('move-unreachable', 'solution.ts'));
  const code = module[EXPORTS['move-unreachable']] as Parameters<typeof runCollection>[2];
  const run = runCollection('move-unreachable', graph, code);
  expect(run.collection.lists.unreachable).toEqual(graph.unreachable);
  // What `gc.collect(0)` in rings.py returns in CPython 3.14.10.
  expect(graph.unreachable.length).toBe(7);
});

test('each recorded request that gives back a block names one that is in use', () => {
  for (const name of ['chain', 'words']) {
    const { requests, program, release } = workload(name) as RequestWorkload;
    expect({ program, release }).toEqual({ program: `${name}.py`, release: '3.14.10' });
    const live = new Set<number>();
    requests.forEach((request, index) => {
      if (request > 0) live.add(index + 1);
      else expect(live.delete(-request)).toBe(true);
    });
    expect(requests.length).toBeGreaterThan(250);
  }
});

test('the page of the pool tells what its program takes at most', async () => {
  const task = tasks.find(({ id }) => id === 'pool')!;
  const { score } = await report(task, 'solution.ts');
  expect(score).toMatchObject({ asked: 42_016, taken: 24 * 16_384 });
  for (const language of ['', 'zh-cn/']) {
    const page = readFileSync(`src/content/docs/${language}build/pool.mdx`, 'utf8');
    expect(page).toMatch(/42,000.* 24 /);
  }
});
