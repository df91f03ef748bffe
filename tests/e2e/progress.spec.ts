import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './guard.ts';

const KEY = 'pymemlab:progress';

/** Keeps the script of the page's last part back, and those of all islands. @returns how to let them through */
async function holdScript(page: Page): Promise<() => Promise<void>> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let asked = 0;
  await page.route(/\/(?:Carry|shared)\.[^/]*\.js$/, async (route) => {
    asked += 1;
    await released;
    await route.continue();
  });
  return async () => {
    await expect.poll(() => asked).toBeGreaterThan(0);
    release();
  };
}

test('a chapter is read when its end is reached, and the contents and the page of progress say so', async ({
  page,
}) => {
  await page.goto('/chapters/b-reference/');
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
  await page.locator('[data-chapter-end]').scrollIntoViewIfNeeded();
  await expect
    .poll(() => page.evaluate((key) => localStorage.getItem(key), KEY))
    .toBe('["chapter/b-reference"]');

  await page.evaluate(
    (key) => localStorage.setItem(key, '["chapter/05-pools","exercise/fill-a-pool"]'),
    KEY,
  );
  await page.goto('/');
  const card = page.locator('li', { has: page.getByRole('link', { name: 'Pools' }) });
  await expect(card).toContainText('✓ read');
  await expect(card).toContainText('exercises 1 of');
  await page.getByRole('link', { name: 'Your progress' }).click();
  await expect(page.getByRole('row', { name: /Pools/ })).toContainText('read');
});

test('out as a text, forgotten, back by undo, in again elsewhere; a wrong text is told', async ({
  page,
}) => {
  const keys = '["chapter/05-pools","exercise/fill-a-pool","prediction/pools-lifo"]';
  await page.goto('/progress/');
  await page.evaluate(([key, value]) => localStorage.setItem(key!, value!), [KEY, keys]);
  await page.reload();
  const out = page.getByLabel('Your progress as a text');
  // Of three keys: before the page is alive, the text of none stands there.
  await expect(out).toHaveValue(/^P1-(\w{4}-){3,}\w{1,4}$/);
  const code = await out.inputValue();
  const summary = page.getByText(/You have read 1 of/);
  await expect(summary).toBeVisible();

  await page.getByRole('button', { name: 'Forget my progress' }).click();
  await page.getByRole('button', { name: 'Forget it' }).click();
  await expect(page.getByText(/You have read 0 of/)).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), KEY)).toBeNull();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(summary).toBeVisible();

  await page.evaluate((key) => localStorage.setItem(key, '["exercise/next-address"]'), KEY);
  // What is pasted and pressed before the script has come is not lost.
  const release = await holdScript(page);
  await page.reload({ waitUntil: 'commit' });
  const told = page.locator('.progress-told');
  const paste = page.getByLabel('Or paste a text');
  await paste.fill(code.replace(/.$/, (last) => (last === '0' ? '8' : '0')));
  await page.getByRole('button', { name: 'Add to my progress' }).click();
  await release();
  await expect(told).toContainText('A letter is wrong or missing');
  await paste.fill(code.toLowerCase());
  await page.getByRole('button', { name: 'Add to my progress' }).click();
  await expect(told).toContainText('Added: 3');
  const kept = await page.evaluate((key) => localStorage.getItem(key), KEY);
  expect(JSON.parse(kept ?? '')).toEqual([...JSON.parse(keys), 'exercise/next-address'].sort());

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  await page.evaluate((key) => localStorage.removeItem(key), KEY);
  const releaseAgain = await holdScript(page);
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel('Open a file').setInputFiles(await download.path());
  await releaseAgain();
  await expect(told).toContainText('Added: 4');
  // The page was used before it had come whole.
  await page.waitForLoadState();
  await expectAccessible(page);
});
