import { beforeAll, expect, test, vi } from 'vitest';
import { loadCode } from '../../engine/on-demand.ts';
import { EngineHost } from '../../src/worker/host.ts';
import type { Reply } from '../../src/worker/protocol.ts';

/** A host on a clock of its own, whose later tasks wait to be run. */
function setUp() {
  const replies: Reply[] = [];
  const tasks: (() => void)[] = [];
  let time = 0;
  const host = new EngineHost({
    send: (reply) => replies.push(reply),
    later: (task) => tasks.push(task),
    // Time passes when it is looked at: a run never gets more than a few looks.
    now: () => (time += 5),
  });
  const program = (source: string) =>
    ({ source, filename: 'p.py', profile: '3.13', mode: 'script' }) as const;
  return { host, replies, tasks, program };
}

// Without them, the first view, and the first run of another release, come a fetch later.
beforeAll(() => loadCode(['views', 'older-releases']));

test('runs, answers for a step, and forgets', () => {
  const { host, replies, tasks, program } = setUp();
  host.handle({ type: 'run', run: 1, program: program('a = []\nb = a\n'), limits: {} });
  while (tasks.length > 0) tasks.shift()?.();
  expect(replies.at(-1)).toMatchObject({ type: 'ended', run: 1, summary: { steps: 2 } });
  host.handle({ type: 'view', run: 1, ask: 5, step: 3, options: {} });
  expect(replies.at(-1)).toMatchObject({ type: 'view', ask: 5, view: { scene: { step: 3 } } });
  host.handle({ type: 'forget', run: 1 });
  host.handle({ type: 'view', run: 1, ask: 6, step: 3, options: {} });
  expect(replies.at(-1)).toEqual({ type: 'gone', run: 1, ask: 6 });
});

test('an endless loop gives the thread back, tells how far it is, and can be stopped', () => {
  const { host, replies, tasks, program } = setUp();
  const source = 'n = 0\nwhile True:\n    n += 1\n';
  host.handle({ type: 'run', run: 2, program: program(source), limits: {} });
  for (let slices = 0; slices < 8; slices += 1) tasks.shift()?.();
  expect(replies.some(({ type }) => type === 'progress')).toBe(true);
  host.handle({ type: 'stop', run: 2 });
  expect(replies.at(-1)).toMatchObject({
    type: 'ended',
    summary: { ending: { kind: 'stopped' } },
  });
  const told = replies.length;
  for (const task of tasks) task();
  expect(replies).toHaveLength(told);
});

test('a run that is asked for during the rehearsal is served first, on the machine that was booted', () => {
  const { host, replies, tasks, program } = setUp();
  host.rehearse();
  tasks.shift()?.();
  const asked = { ...program('a = []\n'), profile: '3.14' } as const;
  host.handle({ type: 'run', run: 1, program: asked, limits: {} });
  expect(replies).toMatchObject([{ type: 'ended', run: 1, summary: { steps: 1 } }]);
  while (tasks.length > 0) tasks.shift()?.();
  host.handle({ type: 'run', run: 2, program: asked, limits: {} });
  while (tasks.length > 0) tasks.shift()?.();
  expect(replies.at(-1)).toMatchObject({ type: 'ended', run: 2, summary: { steps: 1 } });
});

test('a prompt, whose code is fetched first, after a rehearsal', async () => {
  const { host, replies, tasks, program } = setUp();
  host.rehearse();
  tasks.shift()?.();
  const asked = { ...program('a = [1]\na * 2\n'), profile: '3.14', mode: 'repl' } as const;
  host.handle({ type: 'run', run: 1, program: asked, limits: {} });
  await vi.waitFor(() => {
    while (tasks.length > 0) tasks.shift()?.();
    expect(replies.at(-1)).toMatchObject({ type: 'ended', summary: { prompts: [{}, {}] } });
  });
});

test('of many runs only the last are kept', () => {
  const { host, replies, tasks, program } = setUp();
  for (let run = 1; run <= 6; run += 1) {
    host.handle({ type: 'run', run, program: program('a = 1\n'), limits: {} });
    while (tasks.length > 0) tasks.shift()?.();
  }
  host.handle({ type: 'view', run: 1, ask: 1, step: 1, options: {} });
  expect(replies.at(-1)).toMatchObject({ type: 'gone' });
  host.handle({ type: 'view', run: 6, ask: 2, step: 1, options: {} });
  expect(replies.at(-1)).toMatchObject({ type: 'view' });
});

test('lays two runs side by side, and says when it holds the other no longer', async () => {
  const { host, replies, tasks, program } = setUp();
  const source = 'd = {"a": 1}\nx = 1\n';
  host.handle({ type: 'run', run: 1, program: program(source), limits: {} });
  host.handle({ type: 'run', run: 2, program: { ...program(source), profile: '3.8' }, limits: {} });
  while (tasks.length > 0) tasks.shift()?.();
  host.handle({ type: 'compare', run: 1, ask: 1, other: 2 });
  await vi.waitFor(() => expect(replies.at(-1)).toMatchObject({ type: 'compared', ask: 1 }));
  expect(replies.at(-1)).toMatchObject({
    comparison: {
      steps: [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
        { a: 3, b: 3 },
      ],
    },
  });
  host.handle({ type: 'compare', run: 1, ask: 2, other: 9 });
  expect(replies.at(-1)).toEqual({ type: 'compared', run: 1, ask: 2, comparison: null });
  host.handle({ type: 'compare', run: 7, ask: 3, other: 1 });
  expect(replies.at(-1)).toEqual({ type: 'gone', run: 7, ask: 3 });
});
