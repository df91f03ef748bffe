import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { CONFINED, open, probe, program, run, verdict, write } from './task.ts';

test('a starter departs at a step, drawn; a solution passes, with a score; the text is kept', async ({
  page,
}) => {
  const task = await open(page, '/build/free-list/', 'free-list');
  await run(task);
  await expect(verdict(task)).toContainText('request 67 of 296, malloc(48)', { timeout: 30_000 });
  await expect(verdict(task)).toContainText('A freed one was waiting');
  await expect(task.getByRole('listbox')).toBeVisible();
  await expect(task.getByText('Behind step 67 of 296')).toBeVisible();

  await write(page, task, program('free-list/solution.ts'));
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(verdict(task)).toContainText('in all 296 steps', { timeout: 30_000 });
  await expect(
    task.getByText('7 152 bytes asked for, 7 152 bytes taken'.replaceAll(' 152', '\u202f152')),
  ).toBeVisible();
  await expect(task.getByText(/^pymalloc/)).toBeVisible();
  await expect(task.locator('.construct-score dd').nth(1)).toHaveText(/\d operations a second/);
  await expect(task.getByText('done', { exact: false }).first()).toBeVisible();
  await expectAccessible(page, '#free-list');

  await page.reload();
  const again = page.locator('#free-list');
  await run(again);
  await expect(verdict(again)).toContainText('in all 296 steps', { timeout: 30_000 });
});

test('an error of types is shown, with its line; an endless loop is stopped', async ({ page }) => {
  const task = await open(page, '/build/free-list/', 'free-list');
  await write(page, task, "import type { Addr } from './lab';\nconst a: Addr = 'x';\n");
  const problems = task.getByRole('list', { name: 'Errors' });
  await expect(problems).toContainText("Type 'string' is not assignable to type 'number'", {
    timeout: 45_000,
  });
  await expect(problems).toContainText('Line 2');

  await write(page, task, 'export function makeFreeList() { for (;;) {} }\n');
  await run(task);
  await expect(task.getByRole('button', { name: 'Stop' })).toBeVisible();
  await task.getByRole('button', { name: 'Stop' }).click();
  await expect(verdict(task)).toContainText('Stopped');
  await run(task);
  await expect(verdict(task)).toContainText('did not come to an end within 5 seconds', {
    timeout: 30_000,
  });
  await expectAccessible(page, '#free-list');
});

test('the code in the sandbox reaches neither the network nor the page', async ({ page }) => {
  const task = await open(page, '/build/free-list/', 'free-list');
  await write(page, task, probe(page));
  await run(task);
  await expect(verdict(task)).toContainText(CONFINED, { timeout: 30_000 });
});

test('on a phone: a text field, the collector, and its picture', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    viewport: { width: 320, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const task = await open(page, '/zh-cn/build/collector/', 'subtract-refs');
  await task.getByRole('textbox').focus();
  await expect(page.locator('astro-island:has(#subtract-refs)')).not.toHaveAttribute('ssr');
  await task.getByRole('textbox').fill(program('subtract-refs/mistakes/to-zero.ts'));
  await task.getByRole('button', { name: '运行并检查' }).click();
  await expect(verdict(task)).toContainText('每个引用只减去一', { timeout: 30_000 });
  await expect(task.getByText('Node').first()).toBeVisible();
  await expect(task.locator('.monaco-editor')).toHaveCount(0);
  await expectNoSidewaysScroll(page);
  await context.close();
});
