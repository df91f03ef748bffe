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

/** What readers look for, and a chapter that must be among the first answers. */
const inEnglish = {
  'reference count': '02-reference-counts',
  'size class': '04-blocks-and-size-classes',
  'free list': '05-pools',
  usable_arenas: '06-arenas',
  'small ints': '07-caches',
  weakref: '08-cycles',
  threshold: '10-generations',
  'gc.freeze': '11-the-gc-module',
};

test('the search finds what English words and names stand for', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search' });
  for (const [query, chapter] of Object.entries(inEnglish)) {
    await dialog.getByRole('textbox').fill(query);
    const found = dialog.locator(`a[href^="/chapters/${chapter}/"]`);
    await expect(found.first(), query).toBeVisible();
  }
});

const queries = {
  内存: '05-pools',
  引用计数: '02-reference-counts',
  空闲链表: '03-the-layers',
  大小类: '04-blocks-and-size-classes',
  usable_arenas: '06-arenas',
};

test('the search finds Chinese words', async ({ page }) => {
  await page.goto('/zh-cn/');
  await page.getByRole('button', { name: '搜索' }).click();
  const dialog = page.getByRole('dialog', { name: '搜索' });
  for (const [query, chapter] of Object.entries(queries)) {
    await dialog.getByRole('textbox').fill(query);
    const found = dialog.locator(`a[href*="/zh-cn/chapters/${chapter}/"]`);
    await expect(found.first(), query).toBeVisible();
  }
});
