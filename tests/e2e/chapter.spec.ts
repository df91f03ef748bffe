import { readFileSync } from 'node:fs';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground, chapter } from './playground.ts';

const program = (name: string) => readFileSync(`src/content/programs/${name}.py`, 'utf8');

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the chapter shows code, output and picture of every playground', async ({ page }) => {
    await page.goto(chapter);
    for (const id of ['counts-first', 'counts-adding', 'counts-cascade']) {
      const { root, output } = new Playground(page, id);
      expect((await root.locator('.code-still').textContent())?.trim()).toBe(program(id).trim());
      await expect(root.locator('.lens-frame').first()).toContainText('globals');
      await expect(root.locator('.lens-box').first()).toBeVisible();
      await expect(output.locator('pre').first()).toBeVisible();
    }
    const first = new Playground(page, 'counts-first');
    expect(await first.output.innerText()).toBe('2\n3\n2');
    await expect(first.root.locator('.lens-box')).toContainText('list');
    await expect(first.root.locator('svg .line')).toHaveCount(1);
  });

  test('the prediction has its answer, the exercise its task, and nothing waits to be pressed', async ({
    page,
  }) => {
    await page.goto(chapter);
    const answer = page.locator('.predict-answer', { hasText: 'It prints 3' });
    await answer.locator('summary').click();
    await expect(answer.getByText('It prints 3')).toBeVisible();
    await expect(page.locator('#let-go')).toContainText('Four references lead to this cup');
    await expect(page.locator('main').getByRole('button', { name: 'Run' })).toHaveCount(0);
    await expect(page.locator('main').getByRole('slider')).toHaveCount(0);
  });
});

test('nothing moves when the engine and the editor arrive', async ({ page }) => {
  await page.addInitScript(() => {
    const total = { shift: 0 };
    Object.assign(globalThis, { total });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if (!('hadRecentInput' in entry && entry.hadRecentInput))
          total.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(chapter);
  const playground = new Playground(page, 'counts-adding');
  const box = () => playground.root.boundingBox();
  const height = (await box())?.height;
  const shift = () =>
    page.evaluate(() => (globalThis as unknown as { total: { shift: number } }).total.shift);
  await playground.run.click();
  await playground.expectEnded();
  expect(await shift()).toBeLessThan(0.02);
  await playground.slider.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft');
  expect((await box())?.height).toBe(height);
  // The boxes of the picture have moved, as the reader asked; the page around them has not.
  await page.waitForTimeout(500);
  const stepped = await shift();
  await playground.openEditor();
  expect((await box())?.height).toBe(height);
  expect((await shift()) - stepped).toBeLessThan(0.02);
});

for (const theme of ['light', 'dark'] as const) {
  test(`a playground alive has no axe violations in the ${theme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(chapter);
    const playground = new Playground(page, 'counts-adding');
    await playground.openEditor();
    await playground.run.click();
    await playground.expectEnded();
    await playground.slider.focus();
    for (let step = 0; step < 9; step += 1) await page.keyboard.press('ArrowLeft');
    await expect(playground.root.locator('.lens-box.new')).toBeVisible();
    await expectAccessible(page);
    await playground.root.getByRole('button', { name: 'table' }).click();
    await expect(playground.root.getByRole('table')).toBeVisible();
    await expectAccessible(page);
    await playground.write('print("open\n');
    await playground.run.click();
    await expect(playground.root.getByRole('list', { name: 'Errors' })).toBeVisible();
    await expectAccessible(page);
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('a program is edited in a plain text area, run and stepped', async ({ page }) => {
    await page.goto(chapter);
    const playground = new Playground(page, 'counts-first');
    await playground.area.tap();
    await playground.area.fill('x = []\ny = x\nprint("hello")\n');
    await playground.run.tap();
    await expect(playground.output).toHaveText('hello');
    await expect(playground.root.locator('.lens-box')).toContainText('list');
    await playground.root.getByRole('button', { name: 'One step back' }).tap();
    await expect(playground.narration).toContainText('y = x');
    await expect(playground.editor).toHaveCount(0);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize({ width: 320, height: 740 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

test('a prediction is answered by keyboard, and every option says why', async ({ page }) => {
  await page.goto(chapter);
  const prediction = page.locator('#rebinding');
  await prediction.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await prediction.getByRole('button', { name: 'See the answer' }).press('Enter');
  await expect(prediction.getByRole('status')).toHaveText('Not this one. It prints 3.');
  await expect(prediction.locator('li p')).toHaveCount(4);
  await expect(prediction.locator('li.right')).toContainText('what it prints');
  await expectAccessible(page);
  await prediction.getByRole('button', { name: 'Try again' }).press('Enter');
  await prediction.getByRole('radio', { name: '3' }).check();
  await prediction.getByRole('button', { name: 'See the answer' }).click();
  await expect(prediction.getByRole('status')).toHaveText('Right.');
});
