import type { Page } from '@playwright/test';
import { expect, test } from './guard.ts';
import { Playground, chapter } from './playground.ts';

/** What a program needs beyond the engine's own file comes when the program runs. */
async function open(page: Page, program: string): Promise<Playground> {
  await page.goto(chapter);
  const playground = new Playground(page, 'counts-first');
  await playground.write(program);
  return playground;
}

test('a library module is fetched by the program that imports it', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const name = (file: string) => asked.filter((path) => path.includes(`/${file}-`));
  const playground = await open(page, 'print(len("no module"))\n');
  await playground.run.click();
  await expect(playground.output).toHaveText('9');
  expect(name('json')).toEqual([]);
  await playground.write('import json\nprint(json.dumps([1, 2]))\n');
  await playground.run.click();
  await expect(playground.output).toHaveText('[1, 2]');
  expect(name('json')).toHaveLength(1);
});

test('a module that only the running program names is fetched, and printed once', async ({
  page,
}) => {
  const playground = await open(
    page,
    'print("once")\nm = __import__("tex" + "twrap")\nprint(m.dedent(" a"))\n',
  );
  await playground.run.click();
  await expect(playground.output).toHaveText(/^once\s*a$/);
});

test.describe('without a connection', () => {
  test.use({ expectedErrors: /ERR_FAILED|Failed to load/ });

  test('a module that cannot be fetched is named; when it can be, the run goes on', async ({
    page,
    context,
  }) => {
    const playground = await open(page, 'import json\nprint(json.dumps([3]))\n');
    await context.route('**/json-*.js', (route) => route.abort());
    await playground.run.click();
    await expect(playground.root.getByRole('alert')).toContainText('json');
    await context.unroute('**/json-*.js');
    await playground.run.click();
    await expect(playground.output).toHaveText('[3]');
    await expect(playground.root.getByRole('alert')).toHaveCount(0);
  });

  test('checks that cannot be fetched are told, the run stays, and Check works later', async ({
    page,
    context,
  }) => {
    await page.goto(chapter);
    const playground = new Playground(page, 'exercise-let-go');
    const verdict = playground.root.locator('.exercise-verdict').getByRole('status');
    const check = playground.root.getByRole('button', { name: 'Check' });
    await context.route('**/check-*.js', (route) => route.abort());
    await check.click();
    await expect(verdict).toContainText('press Check again');
    await expect(playground.slider).toBeEnabled();
    await expect(playground.root.getByRole('alert')).toHaveCount(0);
    await context.unroute('**/check-*.js');
    await check.click();
    await expect(verdict).toContainText('Not yet.');
  });
});
