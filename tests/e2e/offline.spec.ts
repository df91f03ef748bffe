/** What works without a network, and under any path: the packed site, whose server goes away. */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { fileList } from '../../tools/offline/file-list.ts';
import { type Packed, pack } from '../../tools/pack/pack.ts';
import { expectAccessible } from './axe.ts';
import { expect, test } from './guard.ts';
import { type PlainServer, servePlain } from './plain-server.ts';
import { Playground } from './playground.ts';
import * as build from './task.ts';

const PATH = '/some/deep/path/';
const solution = readFileSync('src/content/exercises/let-go/solution.py', 'utf8');
const out = mkdtempSync(join(tmpdir(), 'pymemlab-pack-'));
let packed: Packed;
let server: PlainServer;

test.describe.configure({ mode: 'default' });
test.use({ serviceWorkers: 'allow', expectedErrors: /ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCON/ });

test.beforeAll(async () => {
  packed = await pack('dist', out);
  server = await servePlain(packed.folder, PATH);
});

test.afterAll(async () => {
  await server.goAway();
  rmSync(out, { recursive: true, force: true });
});

const kept = (page: Page) => page.locator('.keep-offline');

/** The editor is kept at a press, with its size said before; all else is there by then. */
async function keepAll(page: Page): Promise<void> {
  await page.goto(`${server.origin}${PATH}stored/`);
  await expect(kept(page)).toContainText('work without a network', { timeout: 45_000 });
  await expectAccessible(page);
  await page.getByRole('button', { name: /Keep the editor for offline.*\d\.\d MB/ }).click();
  await expect(kept(page)).toContainText('So is the editor.');
}

/** A newer version is announced, and comes when the reader says so; what they wrote stays. */
async function update(page: Page, playground: Playground): Promise<void> {
  const worker = readFileSync(join(packed.folder, 'sw.js'), 'utf8');
  server.instead.set('sw.js', `${worker}\n// newer`);
  await server.comeBack();
  await page.reload();
  const bar = page.locator('.update-bar');
  await expect(bar).toContainText('A newer version of this site is ready');
  await expectAccessible(page);
  await Promise.all([
    page.waitForEvent('load'),
    bar.getByRole('button', { name: 'Reload' }).click(),
  ]);
  await expect(playground.area).toHaveValue(solution);
  await expect(bar).toHaveCount(0);
}

test('after the first visit all works without the server, under any path', async ({
  page,
  friends,
}) => {
  test.setTimeout(120_000);
  friends.add(server.origin);
  await keepAll(page);
  await server.goAway();

  await page.goto(`${server.origin}${PATH}chapters/05-pools/?from=a-link`);
  const pools = new Playground(
    page,
    (await page.locator('[data-playground]').first().getAttribute('data-playground')) ?? '',
  );
  await pools.run.click();
  await pools.expectEnded();

  await page
    .getByRole('link', { name: /Reference counts/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Reference counts');
  const playground = new Playground(page, 'exercise-let-go');
  await playground.write(solution);
  await playground.root.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('#let-go .exercise-verdict')).toContainText('✓ Solved');

  // No worker answers for a frame with the attribute `sandbox`; a reader's code is confined all the same.
  const task = await build.open(page, `${server.origin}${PATH}build/free-list/`, 'free-list');
  await build.run(task);
  await expect(build.verdict(task)).toContainText('request 67 of 296', { timeout: 30_000 });
  await build.write(page, task, build.probe(page));
  await build.run(task);
  await expect(build.verdict(task)).toContainText(build.CONFINED, { timeout: 30_000 });

  await page.goto(`${server.origin}${PATH}zh-cn/embed/let-go/?version=3.12`);
  await expect(page.locator('[data-playground]')).toContainText('3.12');
  await page.goto(`${server.origin}${PATH}chapters/02-reference-counts`);
  await expect(page).toHaveURL(/02-reference-counts\/$/);
  await update(page, playground);
});

test('a zip holds the same files', () => {
  const names = Object.keys(unzipSync(readFileSync(packed.zip)));
  expect(names).toContain('pymemlab/index.html');
  expect(names).toContain('pymemlab/sw.js');
  expect(names.filter((name) => name.includes('.stamp'))).toEqual([]);
});

test('what is kept unasked is light: whatever is heavy is the editor’s, and is kept on use', async () => {
  const { always, onUse, onUseBytes } = await fileList(packed.folder);
  const heavy = Object.keys(always).filter(
    (file) => file.startsWith('_astro/') && statSync(join(packed.folder, file)).size > 1e6,
  );
  expect(heavy).toEqual([]);
  expect(Object.keys(onUse).filter((file) => file.includes('monaco.')).length).toBeGreaterThan(2);
  expect(onUseBytes).toBeGreaterThan(5e6);
});
