import type { Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll, expectReadableColors } from './axe.ts';
import { expect, test } from './guard.ts';
import { pages } from './pages.ts';
import { Playground, chapter } from './playground.ts';

/** A chapter in Chinese has the parts and the colours of its English twin: it is looked at once. */
const isTwin = (path: string) => path.startsWith('/zh-cn/chapters/');

for (const path of pages) {
  const widths = isTwin(path) ? [1280] : [1280, 360];
  test(`${path}: axe in both themes, and readable at 1280, 360 and 320`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(path);
    const root = page.locator('html');
    await expect(root).toHaveAttribute('data-theme', 'light');
    await expect(page.locator('h1')).toBeVisible();
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }
    for (const width of [360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
    if (isTwin(path)) return;
    // Only colours change with the theme.
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.reload();
    await expect(root).toHaveAttribute('data-theme', 'dark');
    await expectReadableColors(page);
  });
}

/** The colours of what a page with a script and one without it both have. */
async function colours(page: Page): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const part of [
    'html',
    'body',
    'h1',
    'p',
    'pre',
    'code',
    'code span',
    '.pg',
    'svg',
    'svg text',
  ])
    found[part] = await page.locator(part).evaluateAll((elements) => {
      const told = elements.map((element) => {
        const { color, backgroundColor, fill, colorScheme } = getComputedStyle(element);
        return [color, backgroundColor, fill, colorScheme].join(' ');
      });
      return [...new Set(told)].sort();
    });
  return found;
}

test('without JavaScript a page has the colours that the reader prefers', async ({ browser }) => {
  for (const path of [chapter, '/embed/', '/embed/let-go/', '/zh-cn/']) {
    const seen: Record<string, string[]>[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const javaScriptEnabled of [true, false]) {
        const context = await browser.newContext({ colorScheme, javaScriptEnabled });
        const page = await context.newPage();
        await page.goto(path);
        seen.push(await colours(page));
        await context.close();
      }
    }
    const [light, lightBare, dark, darkBare] = seen;
    expect(lightBare, `${path}, light`).toEqual(light);
    expect(darkBare, `${path}, dark`).toEqual(dark);
    expect(light?.['body']).not.toEqual(dark?.['body']);
  }
});

test('the theme chosen is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.locator('header select').first().selectOption('dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('language and theme can be chosen on a narrow screen', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto('/');
  await page.locator('footer starlight-lang-select select').selectOption({ label: '简体中文' });
  await expect(page).toHaveURL('/zh-cn/');
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('the language changes where one reads', async ({ page }) => {
  await page.goto('/chapters/05-pools/');
  await page.locator('#pools-lifo').evaluate((question) => question.scrollIntoView());
  await page.locator('header starlight-lang-select select').selectOption({ label: '简体中文' });
  await expect(page).toHaveURL('/zh-cn/chapters/05-pools/#pools-lifo');
  await expect(page.locator('#pools-lifo')).toBeInViewport();
});

test('the language changes at the step where one is', async ({ page }) => {
  await page.goto(chapter);
  const playground = new Playground(page, 'counts-first');
  await playground.run.click();
  await expect(playground.root).toHaveAttribute('data-phase', 'ended');
  await playground.root.getByRole('button', { name: 'One step back' }).click();
  const step = await playground.slider.inputValue();
  await playground.root.evaluate((root) => root.scrollIntoView({ behavior: 'instant' }));
  await page.locator('header starlight-lang-select select').selectOption({ label: '简体中文' });
  await expect(page).toHaveURL(/^[^#]*\/zh-cn\/chapters\/02-reference-counts\/#play=counts-first/);
  await expect(playground.root.getByRole('button', { name: '运行' })).toBeInViewport();
  await expect(playground.slider).toHaveValue(step);
});

test('the first stop of the keyboard leads past the header', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.locator('a[href="#_top"]').first()).toBeFocused();
});

test.describe('an address that is not there', () => {
  test.use({ expectedErrors: /404 \(Not Found\)/ });

  test('answers 404 with a page that leads home', async ({ page }) => {
    const response = await page.goto('/chapters/no-such-chapter/');
    expect(response?.status()).toBe(404);
    await page.getByRole('main').getByRole('link', { name: 'Contents' }).click();
    await expect(page).toHaveURL('/');
  });
});

test('an address without its last slash is led to the one with it', async ({ page }) => {
  await page.goto('/zh-cn');
  await expect(page).toHaveURL('/zh-cn/');
});
