import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground, chapter } from './playground.ts';

const program = 'counts-adding';

/** To a lens, by keyboard: from the first tab, with the arrow keys. */
async function choose(playground: Playground, steps: number): Promise<void> {
  const { page, root } = playground;
  // The focus brings the island; keys that come before it are held.
  await root.getByRole('tab', { name: 'Objects' }).focus();
  for (let i = 0; i < steps; i += 1) await page.keyboard.press('ArrowRight');
}

const lenses = ['Objects', 'Holders', 'Refcounts', 'Memory map', 'Layers'];
const stepsTo = (lens: string) => lenses.indexOf(lens);

async function open(page: Page, steps: number): Promise<Playground> {
  await page.goto(chapter);
  const playground = new Playground(page, program);
  await choose(playground, steps);
  if (steps > 0) await playground.expectEnded();
  return playground;
}

/** From all memory to the bytes of the first block, with Enter alone. */
async function zoomIn(playground: Playground): Promise<void> {
  const { page, root } = playground;
  const places = root.getByRole('listbox');
  await root.getByRole('button', { name: /^Arena 0/ }).press('Enter');
  await expect(places).toBeFocused();
  await expect(places).toHaveAccessibleName('Pools of arena 0: 64');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(places).toHaveAccessibleName(/^Blocks of pool 0/);
  await expect(places).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(root.locator('.mem-detail')).toContainText('Block 0:');
  await page.keyboard.press('Enter');
  await expect(root.locator('.mem-bytes')).toBeVisible();
}

test('the memory map is opened, zoomed into and left by keyboard', async ({ page }) => {
  const playground = await open(page, stepsTo('Memory map'));
  const { root } = playground;
  await expect(root.getByRole('tab', { name: 'Memory map' })).toBeFocused();
  await expect(root.locator('.mem-totals')).toContainText('Arenas: 1. Pools: 64');
  await zoomIn(playground);
  const fields = root.getByRole('table', { name: 'The bytes, field by field' });
  await expect(fields.getByRole('rowheader', { name: 'ob_refcnt' })).toBeVisible();
  await expect(root.getByRole('navigation', { name: 'Where in memory' })).toContainText(
    /All memory\s*Arena 0\s*Pool 0\s*Block 0/,
  );
  for (const place of ['Pool 0', 'Arena 0']) {
    await page.keyboard.press('Escape');
    await expect(root.locator('.mem-crumbs [aria-current]')).toHaveText(place);
    await expect(root.getByRole('listbox')).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(root.getByRole('button', { name: /^Arena 0/ })).toBeFocused();
});

test('what is open in the map stays open from step to step', async ({ page }) => {
  const playground = await open(page, stepsTo('Memory map'));
  const { root, slider } = playground;
  await zoomIn(playground);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^step 1 of/);
  await expect(root.locator('.mem-crumbs [aria-current]')).toHaveText('Block 0');
});

test('an object chosen among the objects is found in the map', async ({ page }) => {
  const playground = await open(page, 0);
  const { root, slider } = playground;
  await slider.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 4; i += 1) await page.keyboard.press('ArrowRight');
  await root.getByRole('button', { name: /^list #2/ }).focus();
  await choose(playground, stepsTo('Memory map'));
  await root.getByRole('button', { name: 'Go to list #2' }).press('Enter');
  await expect(root.locator('.mem-facts')).toContainText('list #2');
  await page.keyboard.press('Escape');
  await expect(
    root.getByRole('listbox').getByRole('option', { selected: true }),
  ).toHaveAccessibleName(/list #2/);
});

test('a count leads to its holders, and they to theirs; the chart to its steps', async ({
  page,
}) => {
  const playground = await open(page, 0);
  const { root, slider } = playground;
  await slider.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 8; i += 1) await page.keyboard.press('ArrowRight');
  await root.locator('.lens-box', { hasText: 'list #2' }).getByRole('button').last().press('Enter');
  await expect(root.locator('.hold-place')).toHaveText([
    'a',
    '[0] of list #3',
    '[1] of list #3',
    "['key'] of dict #4",
  ]);
  await root.getByRole('button', { name: "['key'] of dict #4" }).press('Enter');
  await expect(root.locator('.hold-place')).toHaveText(['d']);
  await root.getByRole('combobox', { name: 'Object' }).selectOption({ label: 'list #2  []' });
  await root.getByRole('tab', { name: 'Refcounts' }).click();
  const chart = root.getByRole('slider', { name: 'References to list #2 over the steps' });
  await expect(chart).toHaveAttribute('aria-valuetext', 'step 9: references 4');
  await chart.press('ArrowRight');
  await expect(chart).toHaveAttribute('aria-valuetext', 'step 10: references 5');
  await chart.click({ position: { x: 2, y: 20 } });
  await expect(chart).toHaveAttribute('aria-valuetext', 'step 1: not there');
  await root.getByRole('button', { name: 'Go to step 8' }).press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', /^step 8 of/);
});

test('questions about the run are answered, and lead to their steps', async ({ page }) => {
  const { root, slider } = await open(page, 0);
  await root.getByRole('tab', { name: 'Questions' }).click();
  const field = root.getByRole('textbox', { name: 'First step at which this holds' });
  await field.fill('refcount(a) == 4');
  await field.press('Enter');
  await expect(root.getByRole('status').filter({ hasText: 'It holds first at' })).toBeVisible();
  await root.getByRole('status').getByRole('button', { name: 'step 8' }).press('Enter');
  await expect(slider).toHaveAttribute('aria-valuetext', /^step 8 of/);
  await field.fill('a = 1');
  await root.getByRole('button', { name: 'Find' }).click();
  await expect(root.getByRole('status').filter({ hasText: 'This cannot be asked' })).toBeVisible();
  await root.getByRole('combobox', { name: 'Object' }).selectOption({ label: 'list #2  []' });
  await expect(root.locator('.q-answers').first()).toContainText('BUILD_LIST');
  await expect(root.getByText(/^Objects that stood at 0x/)).toBeVisible();
});

test('the events of a line are told, filtered, and lead to objects', async ({ page }) => {
  const playground = await open(page, 0);
  const { root, slider } = playground;
  await slider.focus();
  await page.keyboard.press('Home');
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  await root.getByRole('tab', { name: 'Events' }).click();
  await expect(root.locator('.ev-log')).toContainText('BUILD_LIST 2');
  await expect(root.locator('.ev-row.alloc')).not.toHaveCount(0);
  await root
    .locator('.ev-kinds')
    .getByRole('button', { name: /^reference \+1/ })
    .click();
  await expect(root.locator('.ev-row.alloc')).toHaveCount(0);
  await expect(root.locator('.ev-row.incref')).not.toHaveCount(0);
  await root.locator('.ev-row').getByRole('button', { name: 'list #2' }).first().click();
  await expect(root.getByRole('checkbox', { name: 'only about #2' })).toBeVisible();
});

test('the layers of a line are told, and follow the steps', async ({ page }) => {
  const playground = await open(page, stepsTo('Layers'));
  const { root, slider } = playground;
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(root.getByRole('tabpanel')).toContainText('Nothing has run yet');
  for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
  await expect(root.locator('.layers-card').first()).toContainText('list #2');
  await expect(root.locator('.tier').first()).toContainText(/Layer 3/);
});

for (const theme of ['light', 'dark'])
  for (const width of [1280, 320])
    test(`the lenses are accessible, ${theme}, ${width} px`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      await page.addInitScript((name) => localStorage.setItem('starlight-theme', name), theme);
      const playground = await open(page, stepsTo('Memory map'));
      await expect(playground.root.locator('.mem-card')).toBeVisible();
      await expectAccessible(page, `[data-playground="${program}"]`);
      await zoomIn(playground);
      await expectAccessible(page, `[data-playground="${program}"]`);
      await page.keyboard.press('Escape');
      await expect(playground.root.getByRole('listbox')).toBeFocused();
      await expectAccessible(page, `[data-playground="${program}"]`);
      await expectNoSidewaysScroll(page);
      await playground.root.getByRole('button', { name: 'table', exact: true }).click();
      await expectAccessible(page, `[data-playground="${program}"]`);
      for (const lens of ['Holders', 'Refcounts', 'Events', 'Questions']) {
        await playground.root.getByRole('tab', { name: lens }).click();
        await expect(playground.root.getByRole('tabpanel')).not.toHaveText('Drawing …');
        await expectAccessible(page, `[data-playground="${program}"]`);
        await expectNoSidewaysScroll(page);
      }
      await playground.root.getByRole('tab', { name: 'Layers' }).click();
      await expect(playground.root.locator('.layers')).toBeVisible();
      await expectAccessible(page, `[data-playground="${program}"]`);
      await expectNoSidewaysScroll(page);
    });
