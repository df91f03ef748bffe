/** What was acknowledged is there after `kill -9`; and what the command does besides serving. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { readWorkshop } from '../../scripts/lib/workshop-options.mjs';
import { startPostgres } from './postgres.ts';
import { board, Client, note, passed } from './server.ts';

const folder = mkdtempSync(path(tmpdir(), 'pymemlab-kill-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly code: string;
  readonly key: string;
}

async function start(file: string, port = 0, url = ''): Promise<Started> {
  const args = ['--no-warnings', inRoot('tests/room/child.ts'), file, String(port)];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: url },
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout }))
    return { child, ...JSON.parse(line) };
  throw new Error('the room did not start');
}

const killed = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });

const database = await startPostgres();
afterAll(() => database?.stop());

test.each(['SQLite', ...(database ? ['PostgreSQL'] : [])])(
  'killed in the middle of a storm, a room on %s has all that it acknowledged',
  async (name) => {
    const file = path(folder, 'new', 'storm.sqlite');
    const url = name === 'SQLite' ? '' : database?.url;
    const first = await start(file, 0, url);
    const client = new Client(first.port);
    const joined = await client.post('api/join', { code: first.code, sign: 'AB1', nickname: '' });
    const me = client.as(String(joined.json['token']));
    const acknowledged: string[] = [];
    const sent: { id: string; exercise: string }[] = [];
    let count = 0;
    const storm = async (lane: number) => {
      for (let index = 0; index < 500; index += 1) {
        const event = passed(`lane-${lane}-${index}`);
        sent.push(event);
        const { status } = await me.post('api/me/events', { events: [event] });
        if (status !== 200) return;
        acknowledged.push(event.exercise);
        count += 1;
        if (count === 40) await killed(first.child);
      }
    };
    await Promise.all([1, 2, 3, 4].map((lane) => storm(lane).catch(() => {})));
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);

    const second = await start(file, first.port, url);
    expect([second.code, second.key]).toEqual([first.code, undefined]);
    const presenter = new Client(second.port, first.key);
    const [before] = await board(presenter);
    expect(before?.passed).toEqual(expect.arrayContaining(acknowledged));
    // The page sends again what was not acknowledged, and some that was: each counts once.
    const events = sent.slice(-50);
    expect((await me.post('api/me/events', { events })).status).toBe(200);
    const [after] = await board(presenter);
    expect(after?.passed.length).toBe(
      new Set([...(before?.passed ?? []), ...events.map(({ exercise }) => exercise)]).size,
    );
    expect(statSync(path(folder, 'new')).mode & 0o777).toBe(0o700);
    await killed(second.child);
  },
);

test('the table and deleting are one command each, beside a running room', async () => {
  const file = path(folder, 'command.sqlite');
  const { port, code, key, child } = await start(file);
  const client = new Client(port);
  const { json } = await client.post('api/join', { code, sign: 'CD2', nickname: 'Zacharias' });
  const me = client.as(String(json['token']));
  await me.post('api/me/events', { events: [note('help')] });
  const workshop = (option: string) =>
    execFileSync(process.execPath, [inRoot('scripts/workshop.mjs'), '--data', file, option], {
      encoding: 'utf8',
      env: { ...process.env, DATABASE_URL: '' },
    });
  expect(workshop('--csv')).toMatch(/^sign,.*\r\nCD2,Zacharias,,help,0,,/);
  expect(workshop('--delete')).toContain('Deleted');
  expect((await me.post('api/me/events', { events: [note('none')] })).status).toBe(401);
  expect((await client.as(key).ask('api/desk')).status).toBe(401);
  await killed(child);
  expect(readFileSync(file).includes('Zacharias')).toBe(false);
});

test.each([
  [['--port', 'x'], {}, '"x" is not a port'],
  [['--prot', '4321'], {}, 'Unknown option'],
  [['--address', 'lab.example.org'], {}, 'is not an address'],
])('what cannot be understood is said: %s', (args, env, sentence) => {
  expect(readWorkshop(args, env).problem).toContain(sentence);
});

test('the settings come from options and the environment', () => {
  const env = { PORT: '5000', DATABASE_URL: 'postgres://db/rooms', BEHIND_PROXY: '1' };
  expect(readWorkshop(['--port=5001', '--host=127.0.0.1'], env)).toMatchObject({
    ...{ port: 5001, host: '127.0.0.1', database: 'postgres://db/rooms', isBehindProxy: true },
  });
});
