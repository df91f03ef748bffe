import { expectAccessible } from './axe.ts';
import { expect, test } from './guard.ts';

test('the search loads when opened, and finds', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /search-ui|pagefind/.test(path))).toEqual([]);

  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await dialog.getByRole('textbox').fill('memory');
  await expect(dialog.locator('.pagefind-ui__result-link').first()).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeVisible();
});

test('the search finds Chinese words', async ({ page }) => {
  await page.goto('/zh-cn/');
  await page.getByRole('button', { name: '搜索' }).click();
  const dialog = page.getByRole('dialog', { name: '搜索' });
  await dialog.getByRole('textbox').fill('内存');
  await expect(dialog.locator('.pagefind-ui__result-link').first()).toBeVisible();
});
