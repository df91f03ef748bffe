/** A workshop with a room: `npm run workshop` itself, a presenter and a learner, and a server that is killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground } from './playground.ts';

const PLAN = 'plan=00.two-boxes.02.let-go&for=60&name=Memory';
const solution = readFileSync('src/content/exercises/two-boxes/solution.py', 'utf8');

let folder = '';
let server: ChildProcess | undefined;

/** @returns the lines that it prints until the room is open */
async function workshop(port: number): Promise<string> {
  const args = [
    'scripts/workshop.mjs',
    '--no-build',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
  ];
  const data = ['--data', join(folder, 'room.sqlite')];
  const env = { ...process.env, DATABASE_URL: '' };
  server = spawn(process.execPath, [...args, ...data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  });
  let said = '';
  for await (const line of createInterface({ input: server.stdout! })) {
    said += `${line}\n`;
    if (/^The (presenter's )?key /.test(line)) return said;
  }
  throw new Error(`The room did not open: ${said}`);
}

const kill = () =>
  new Promise<void>((resolve) => {
    server?.once('exit', () => resolve());
    server?.kill('SIGKILL');
  });

// Requests to a dead server are told on the console.
test.use({ expectedErrors: /ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY/ });
test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pymemlab-room-e2e-'));
});
test.afterAll(async () => {
  if (server?.exitCode === null && server.signalCode === null) await kill();
  rmSync(folder, { recursive: true, force: true });
});

test('a room: joining, asking for help, a hand-out, and a server that dies while an exercise is passed', async ({
  page: presenter,
  browser,
  friends,
}) => {
  const port = await freePort();
  const said = await workshop(port);
  const site = `http://127.0.0.1:${port}`;
  friends.add(site);
  const key = /#key=([0-9A-Z]{26})/.exec(said)?.[1];
  const code = /The room ([0-9A-Z]{6}) is open/.exec(said)?.[1];

  // The key leaves the address, and goes on to whatever plan is presented.
  await presenter.goto(`${site}/workshop/present/#key=${key}`);
  await expect(presenter).toHaveURL(`${site}/workshop/present/`);
  await presenter.goto(`${site}/workshop/present/#${PLAN}`);
  await expect(presenter.locator('.pr-room')).toContainText('Connected.');
  await expect(presenter.locator('.pr-address')).toHaveText(`127.0.0.1:${port}/room/${code}`);
  await expect(presenter.locator('.pr-room')).toContainText('In the room: 0');

  const context = await browser.newContext({ serviceWorkers: 'block' });
  const learner = await context.newPage();
  const asked = new Set<string>();
  learner.on('request', (request) => asked.add(new URL(request.url()).origin));
  await learner.goto(`${site}/room/${code}`);
  await learner.getByLabel('Nickname, if you like').fill('Ann');
  await learner.getByRole('button', { name: 'Join the room' }).click();
  await expect(learner.locator('.ws-room')).toContainText('Connected');
  await learner.getByRole('button', { name: 'I need help' }).click();
  await expect(presenter.locator('.pr-asking')).toHaveText('Needs help: Ann');
  await expect(presenter.locator('.pr-table tbody tr')).toContainText('needs help');
  // Helped: the note is off on both sides, and can be put up again.
  await presenter.getByRole('button', { name: 'Put away the note of Ann' }).click();
  await expect(learner.locator('.ws-room')).toContainText('has put your note away');
  const help = learner.getByRole('button', { name: 'I need help' });
  await expect(help).toHaveAttribute('aria-pressed', 'false');
  await expect(presenter.locator('.pr-room')).toContainText('Nobody asks for help.');
  await help.click();
  await expect(presenter.locator('.pr-asking')).toHaveText('Needs help: Ann');

  const form = presenter.locator('.pr-hand-out');
  await form.getByRole('combobox', { name: 'What' }).selectOption('A program');
  await form.getByLabel('Text', { exact: true }).fill(`import sys\nprint('${'wide '.repeat(40)}')`);
  await form.getByRole('button', { name: 'Hand out to all' }).click();
  await expect(form).toContainText('Handed out: import sys');
  await expect(learner.locator('.ws-handouts summary')).toHaveText('import sys');
  await expect(learner.getByText('wide wide')).toBeHidden();
  await learner.locator('.ws-handouts summary').click();
  await expect(learner.getByText('wide wide')).toBeVisible();
  await learner.setViewportSize({ width: 360, height: 740 });
  for (const page of [presenter, learner]) {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  }

  await form.getByRole('button', { name: 'Take back: import sys' }).click();
  await expect(form).toContainText('Taken back: import sys');
  await expect(learner.locator('.ws-handouts li')).toHaveCount(0);

  await learner.setViewportSize({ width: 1280, height: 720 });

  // The exercise is there; the server is not, from here on.
  await learner
    .locator('.ws-parts')
    .getByRole('link', { name: /Two boxes/ })
    .click();
  const exercise = new Playground(learner, 'exercise-two-boxes');
  await exercise.write('a = 1');
  await exercise.root.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(exercise.root.locator('.exercise-verdict.failed')).toBeVisible();
  await expect(presenter.locator('.pr-table tbody tr')).toContainText('Two boxes');
  await kill();
  await expect(presenter.locator('.pr-room')).toContainText('does not answer');
  await exercise.write(solution);
  await exercise.root.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(exercise.root.getByText('Solved.')).toBeVisible();
  const again = await workshop(port);
  expect(again).toContain(`The room ${code} is open`);
  expect(again).not.toContain('#key=');
  // Both sides find the way back by themselves.
  await expect(presenter.locator('.pr-table tbody tr')).toContainText('1 of 2', {
    timeout: 30_000,
  });
  await form.getByRole('combobox', { name: 'What' }).selectOption('A part of the plan');
  await form.getByRole('combobox', { name: 'Part' }).selectOption('Let go of the cup');
  await presenter.getByRole('button', { name: 'Hand out to all' }).click();
  const way = learner.getByRole('link', { name: /^Back to the workshop/ });
  await expect(way).toContainText('something was handed out', { timeout: 30_000 });
  await way.click();
  await expect(learner.locator('.ws-handouts a')).toHaveAttribute(
    'href',
    /\/chapters\/02-.*#let-go$/,
  );
  await expect(learner.locator('.ws-learn')).toContainText('1 of 2 exercises passed');

  await learner.getByRole('button', { name: /^Leave/ }).click();
  await expect(learner.locator('.ws-room')).toContainText('The room keeps nothing of you.');
  await expect(presenter.locator('.pr-room')).toContainText('In the room: 0');
  expect([...asked]).toEqual([site]);
  await context.close();
});
