import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground } from './playground.ts';

const chapter = '/chapters/09-the-collector/';

async function open(page: Page): Promise<Playground> {
  await page.goto(chapter);
  const playground = new Playground(page, 'collector-first');
  await playground.run.focus();
  await expect(page.locator('astro-island', { has: playground.root })).not.toHaveAttribute('ssr');
  await page.keyboard.press('Enter');
  await playground.expectEnded();
  return playground;
}

test('the page has the lists of a collection before any script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(chapter);
  const { root } = new Playground(page, 'collector-first');
  await expect(root.locator('.gc-refs')).toHaveText(['gc_refs 1', 'gc_refs 0', 'gc_refs 0']);
  await expect(root.locator('.gc-still')).toContainText('subtract_refs');
  await context.close();
});

test('a collection is stepped through by keyboard, forward and back', async ({ page }) => {
  const { root } = await open(page);
  const says = root.locator('.gc-says');
  const garbage = root.locator('.gc-list.unreachable');
  await root.getByRole('button', { name: 'First moment of the collection' }).press('Enter');
  await expect(says).toContainText('a collection of generation 0 begins');
  const forward = root.getByRole('button', { name: 'One moment forward' });
  await forward.press('Enter');
  await forward.press('Enter');
  await expect(says).toContainText('update_refs');
  await expect(root.locator('.gc-refs')).toHaveText(['gc_refs 2', 'gc_refs 1', 'gc_refs 1']);
  await root.getByRole('combobox', { name: 'Go to the end of' }).selectOption('move_unreachable');
  await expect(garbage.locator('.gc-chip')).toHaveCount(2);
  const moments = root.getByRole('slider', { name: 'Step through the collection' });
  await moments.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(garbage.locator('.gc-chip')).toHaveCount(2);
  await page.keyboard.press('ArrowLeft');
  await expect(garbage.locator('.gc-chip')).toHaveCount(1);
  await page.keyboard.press('End');
  await expect(garbage).toHaveCount(0);
  await expect(says).toContainText('Afterwards');
});

for (const [theme, width] of [
  ['light', 1280],
  ['dark', 320],
] as const)
  test(`the Collector lens is accessible, ${theme}, ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
    const { root } = await open(page);
    const list = root.getByRole('combobox', { name: 'Go to the end of' });
    await list.selectOption('move_unreachable');
    await expect(root.locator('.gc-list.unreachable .gc-chip')).toHaveCount(2);
    await expectAccessible(page, '[data-playground="collector-first"]');
    await expectNoSidewaysScroll(page);
    await root.getByRole('button', { name: 'table', exact: true }).click();
    await expect(root.locator('.gc-log')).toBeVisible();
    await expectAccessible(page, '[data-playground="collector-first"]');
    await expectNoSidewaysScroll(page);
  });
