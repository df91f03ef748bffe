import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { RunSummary, StepView } from '../../engine/index.ts';
import { EngineClient } from '../../src/worker/client.ts';
import type { RunEvents } from '../../src/worker/run.ts';
import { FakeWorker } from './fake-worker.ts';

const program = { source: 'a = 1\n', filename: 'a.py', profile: '3.13', mode: 'script' } as const;
const summary: RunSummary = {
  ending: { kind: 'exit', code: 0 },
  steps: 1,
  lines: new Int32Array([1]),
  output: [],
  prompts: [],
  problems: [],
};
const view = { scene: { step: 2 } } as StepView;

let workers: FakeWorker[];
let client: EngineClient;

const worker = (index: number): FakeWorker => {
  const found = workers[index];
  if (!found) throw new Error(`there is no worker ${index}`);
  return found;
};

function listen() {
  const events = { progress: vi.fn(), ended: vi.fn(), fault: vi.fn(), unavailable: vi.fn() };
  return events satisfies RunEvents;
}

beforeEach(() => {
  vi.useFakeTimers();
  workers = [];
  client = new EngineClient(
    () => {
      const made = new FakeWorker();
      workers.push(made);
      return made;
    },
    (task) => task(),
  );
});

afterEach(() => vi.useRealTimers());

test('no worker is made before the first run, and one spare after it', () => {
  expect(workers).toHaveLength(0);
  const events = listen();
  client.start(program, {}, events);
  expect(workers).toHaveLength(1);
  worker(0).say({ type: 'ended', run: worker(0).last('run').run, summary });
  expect(events.ended).toHaveBeenCalledWith(summary);
  expect(workers).toHaveLength(2);
});

test('a reply of another run is dropped', () => {
  const events = listen();
  client.start(program, {}, events);
  worker(0).say({ type: 'ended', run: 77, summary });
  expect(events.ended).not.toHaveBeenCalled();
});

test('a disposed run hears nothing more', () => {
  const events = listen();
  const run = client.start(program, {}, events);
  const number = worker(0).last('run').run;
  run.dispose();
  expect(worker(0).last('stop').run).toBe(number);
  worker(0).say({ type: 'ended', run: number, summary });
  expect(events.ended).not.toHaveBeenCalled();
});

test('stop is a message first, and a worker that answers lives on', () => {
  const events = listen();
  const run = client.start(program, {}, events);
  run.stop();
  const stopped = { ...summary, ending: { kind: 'stopped' } } as const;
  worker(0).say({ type: 'ended', run: worker(0).last('stop').run, summary: stopped });
  vi.advanceTimersByTime(1000);
  expect(worker(0).ended).toBe(false);
  expect(events.ended).toHaveBeenCalledTimes(1);
});

test('a worker that does not answer is ended; what was known is kept, and can be stepped', async () => {
  const events = listen();
  const run = client.start(program, {}, events);
  const output = [
    { step: 3, stream: 'stdout', text: 'one' },
    { step: 9, stream: 'stdout', text: 'two' },
  ] as const;
  worker(0).say({ type: 'progress', run: worker(0).last('run').run, steps: 9, output });
  run.stop();
  vi.advanceTimersByTime(79);
  expect(worker(0).ended).toBe(false);
  vi.advanceTimersByTime(1);
  expect(worker(0).ended).toBe(true);
  expect(events.ended.mock.calls[0]?.[0]).toMatchObject({
    ending: { kind: 'stopped' },
    steps: 8,
    output: [output[0]],
  });

  const seen = run.view(4);
  const again = worker(1).last('run');
  expect(again.limits.steps).toBe(8);
  worker(1).say({ type: 'ended', run: again.run, summary });
  const { ask } = worker(1).last('view');
  worker(1).say({ type: 'view', run: again.run, ask, view });
  expect(await seen).toBe(view);
  expect(events.ended).toHaveBeenCalledTimes(1);
});

test('the other runs of an ended worker start again, unasked', () => {
  const first = listen();
  const second = listen();
  client.start(program, {}, first);
  const other = client.start(program, {}, second);
  other.stop();
  vi.advanceTimersByTime(80);
  const again = worker(1).last('run');
  worker(1).say({ type: 'ended', run: again.run, summary });
  expect(first.ended).toHaveBeenCalledWith(summary);
});

test('a crash is told to the run at work, and the next run has a worker', () => {
  const events = listen();
  client.start(program, {}, events);
  worker(0).crash('out of memory');
  expect(events.fault).toHaveBeenCalledWith('out of memory');
  const next = listen();
  client.start(program, {}, next);
  const replacement = workers.find((one) => one.heard.length > 0 && one !== worker(0));
  replacement?.say({ type: 'ended', run: replacement.last('run').run, summary });
  expect(next.ended).toHaveBeenCalled();
});

test('a run that the worker has forgotten runs again, with the same answer', async () => {
  const events = listen();
  const run = client.start(program, {}, events);
  worker(0).say({ type: 'ended', run: worker(0).last('run').run, summary });
  const seen = run.view(2);
  const asked = worker(0).last('view');
  worker(0).say({ type: 'gone', run: asked.run, ask: asked.ask });
  const again = worker(0).last('run');
  expect(again.run).not.toBe(asked.run);
  worker(0).say({ type: 'ended', run: again.run, summary });
  worker(0).say({ type: 'view', run: again.run, ask: worker(0).last('view').ask, view });
  expect(await seen).toBe(view);
});

test('a run that keeps losing its workers gives up', () => {
  const events = listen();
  const run = client.start(program, {}, events);
  worker(0).say({ type: 'ended', run: worker(0).last('run').run, summary });
  void run.view(2);
  for (let times = 0; times < 5; times += 1) {
    const busy = workers.findLast((one) => !one.ended && one.heard.length > 0);
    busy?.crash('again');
  }
  expect(events.fault).toHaveBeenCalledTimes(1);
});

test('a check whose code cannot be had is told so; what else was asked is asked of the next worker', async () => {
  const events = listen();
  const run = client.start(program, {}, events);
  worker(0).say({ type: 'ended', run: worker(0).last('run').run, summary });
  const checked = run.check([]);
  const seen = run.view(2);
  const asked = worker(0).last('check');
  worker(0).say({ type: 'unavailable', run: asked.run, ask: asked.ask, code: 'checks' });
  expect(await checked).toBe('unavailable');
  expect(worker(0).ended).toBe(true);
  const again = worker(1).last('run');
  worker(1).say({ type: 'ended', run: again.run, summary });
  worker(1).say({ type: 'view', run: again.run, ask: worker(1).last('view').ask, view });
  expect(await seen).toBe(view);
  expect(worker(1).heard.filter(({ type }) => type === 'check')).toEqual([]);
  expect(events.unavailable).not.toHaveBeenCalled();
});

test('whoever waits for a check of a run that is given up hears of it', async () => {
  const broken = client.start(program, {}, listen());
  const answers = [broken.check([])];
  worker(0).crash('out of memory');
  const left = client.start(program, {}, listen());
  answers.push(left.check([]));
  left.dispose();
  expect(await Promise.all(answers)).toEqual(['given-up', 'given-up']);
});
