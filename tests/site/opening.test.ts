/** A link that leads to a playground: what a reader asks for while it is being read. */
import { expect, test, vi } from 'vitest';
import type { Program } from '../../engine/index.ts';
import { PlaygroundModel } from '../../src/components/playground/model.ts';
import type { Shared } from '../../src/components/playground/share.ts';
import { EngineClient } from '../../src/worker/client.ts';
import { FakeWorker } from './fake-worker.ts';

const facts = {
  id: 'here',
  file: 'here.py',
  source: 'own = 1\n',
  profile: '3.14',
  mode: 'script',
  still: { steps: 1, pictureHeight: 0, lines: 0 },
} as const;

const place = { mode: 'script', step: 2, lens: 'objects', selected: null, zoom: [] } as const;
const linked: Shared = { ...place, text: 'linked = 1\n' };

/** A playground whose link is read when the test says so. */
function setUp() {
  const worker = new FakeWorker();
  const client = new EngineClient(
    () => worker,
    () => {},
  );
  const model = new PlaygroundModel(facts, client);
  let read: (shared: Shared | null) => void = () => {};
  const opened = model.openWhenRead(
    new Promise((resolve) => {
      read = resolve;
    }),
  );
  const ran = () => worker.heard.flatMap((one) => (one.type === 'run' ? [one.program.source] : []));
  return { model, worker, opened, read, ran };
}

test('Run pressed before the link is read runs what the link brings, once', async () => {
  const { model, opened, read, ran } = setUp();
  model.run();
  model.run();
  expect(ran()).toEqual([]);
  read(linked);
  await opened;
  expect(ran()).toEqual([linked.text]);
  expect(model.phase.value).toBe('running');
});

test('nobody has pressed: nothing runs', async () => {
  const { model, opened, read, ran } = setUp();
  read(linked);
  await opened;
  expect(ran()).toEqual([]);
  expect(model.text.value).toBe(linked.text);
});

test('a link that cannot be read leaves the press to the program that stands there', async () => {
  const { model, opened, read, ran } = setUp();
  model.run();
  read(null);
  await opened;
  expect(ran()).toEqual([facts.source]);
});

test('a check and another release wait for the link, too', async () => {
  const { model, worker, opened, read, ran } = setUp();
  const checked = model.runAndCheck([]);
  const switched = model.switchTo('3.12');
  expect(ran()).toEqual([]);
  read(linked);
  await opened;
  await vi.waitFor(() => expect(ran().length).toBeGreaterThan(0));
  await switched;
  const programs = worker.heard.flatMap((one): Program[] =>
    one.type === 'run' ? [one.program] : [],
  );
  expect(new Set(programs.map(({ source }) => source))).toEqual(new Set([linked.text]));
  expect(programs.at(-1)?.profile).toBe('3.12');
  model.dispose();
  void checked;
});

test('of two links the one that was followed last is opened', async () => {
  const { model, opened, read } = setUp();
  const second = model.openWhenRead(Promise.resolve({ ...place, text: 'second = 1\n' }));
  await second;
  read(linked);
  await opened;
  expect(model.text.value).toBe('second = 1\n');
});
