/** Embeds as a blog's readers meet them: on another origin, under its policy, in its colours. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { type Blog, openBlog } from './blog.ts';
import { test as base, expect } from './guard.ts';

const test = base.extend<{ blog: Blog }>({
  blog: async ({ baseURL, friends }, use) => {
    const blog = await openBlog(baseURL ?? '');
    friends.add(blog.origin);
    await use(blog);
    await blog.close();
  },
});

interface Told {
  readonly type: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const told = (page: Page, type: string): Promise<readonly Told[]> =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { told: Told[] }).told.filter((event) => event.type === wanted),
    type,
  );

const program =
  '<pymemlab-playground><pre>\n    a = [1]\n    print(len(a))\n</pre></pymemlab-playground>';

const exercise = `<pymemlab-exercise id="let-it-go">
<pre data-starter>cup = []
mine = cup
print("ready")</pre>
<template data-solution>cup = []
mine = cup
del mine
print("ready")</template>
<script type="application/json" data-exercise>
{ "title": "Let go", "task": "Leave the list with one reference.", "why": "\`del\` takes a name.",
  "checks": [{ "id": "once", "kind": "refcount", "name": "cup", "at": "end", "equals": 1,
    "hint": "The list has {{found}} references." }] }
</script></pymemlab-exercise>`;

test('the loader is small, and works as a plain script too', async () => {
  const loader = readFileSync('dist/embed.js');
  expect(gzipSync(loader, { level: 9 }).length).toBeLessThan(8 * 1024);
  expect(loader.toString()).not.toContain('import.meta');
});

test('a program of the blog runs in a dark narrow column, and the blog hears of it', async ({
  page,
  blog,
}) => {
  await page.goto(blog.post(program, { dark: true, column: 320 }));
  const frame = page.frameLocator('pymemlab-playground iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('pymemlab-playground pre')).toBeHidden();
  await expect(frame.locator('.pg')).toHaveAttribute('data-phase', 'still');
  await frame.getByRole('button', { name: 'Run', exact: true }).first().click();
  await expect(frame.locator('.pg-written')).toHaveText('1');
  await expect.poll(() => told(page, 'run')).toHaveLength(1);
  const [run] = await told(page, 'run');
  expect(run?.detail).toMatchObject({ ending: 'exit', steps: 2 });
  await expect.poll(async () => (await told(page, 'step')).length).toBeGreaterThan(0);
  const resize = (await told(page, 'resize')).at(-1);
  const height = await page.locator('iframe').evaluate((element) => element.clientHeight);
  expect(height).toBe(Math.ceil(Number(resize?.detail['height'])));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wide).toBe(false);
});

test('the frame follows when the blog turns dark', async ({ page, blog }) => {
  await page.goto(blog.post(program));
  const frame = page.frameLocator('pymemlab-playground iframe');
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  await page.evaluate(() => {
    document.body.style.backgroundColor = '#000';
  });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test("a blogger's own exercise fails with its hint and passes", async ({ page, blog }) => {
  await page.goto(blog.post(exercise));
  const frame = page.frameLocator('pymemlab-exercise iframe');
  await frame.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(frame.getByRole('status').filter({ hasText: 'Not yet' })).toContainText(
    'The list has 2 references.',
  );
  await frame.locator('.code-view').click({ position: { x: 120, y: 20 } });
  await expect(frame.locator('.monaco-editor').first()).toHaveClass(/focused/);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText('cup = []\nprint("ready")\n');
  await frame.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(frame.getByText('Solved.')).toBeVisible();
  const checks = await told(page, 'check');
  expect(checks.map(({ detail }) => detail['passed'])).toEqual([false, true]);
  expect(checks[0]?.detail).toMatchObject({ exercise: 'own:let-it-go', check: 'once' });
});

test("an author's mistakes are told in the schema's words", async ({ page, blog }) => {
  const wrong = exercise.replace('"kind": "refcount"', '"kind": "refcuont"');
  await page.goto(blog.post(wrong));
  const frame = page.frameLocator('pymemlab-exercise iframe');
  await expect(frame.getByRole('alert')).toContainText('checks.0.kind');
  const [problem] = await told(page, 'problem');
  expect(problem?.detail['messages']).toHaveLength(1);
});

test('something of the course, in Chinese, at a version and a lens of its own', async ({
  page,
  blog,
}) => {
  const body =
    '<pymemlab-exercise exercise="let-go" version="3.13" lens="memory"></pymemlab-exercise>';
  await page.goto(blog.post(body, { lang: 'zh' }));
  const frame = page.frameLocator('pymemlab-exercise iframe');
  await expect(frame.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await expect(frame.locator('.pg-version select').first()).toHaveValue('3.13');
  await expect(frame.locator('.pg-narration')).toContainText('运行');
});

test.describe('ten embeds on one page', () => {
  test('load when they come near and share one pool of workers', async ({ page, blog }) => {
    const gap = '<p class="gap"></p>';
    await page.goto(blog.post(Array.from({ length: 10 }, () => program + gap).join('')));
    const frames = page.locator('pymemlab-playground iframe');
    await expect(frames.first()).toBeVisible();
    expect(await frames.count()).toBeLessThan(10);
    for (let index = 0; index < 10; index += 1) {
      await page.locator('pymemlab-playground').nth(index).scrollIntoViewIfNeeded();
      const frame = page.locator('pymemlab-playground').nth(index).frameLocator('iframe');
      await frame.getByRole('button', { name: 'Run', exact: true }).first().click();
      await expect(frame.locator('.pg-written')).toHaveText('1');
    }
    // The one that works and its spare, which stands ready for when that has to be ended.
    expect(page.workers().length).toBeLessThanOrEqual(2);
    // The frame that had the pool goes: the others go on.
    await page
      .locator('pymemlab-playground')
      .first()
      .evaluate((element) => element.remove());
    const last = page.locator('pymemlab-playground').last().frameLocator('iframe');
    await last.getByRole('button', { name: 'Run', exact: true }).first().click();
    await expect(last.locator('.pg')).toHaveAttribute('data-phase', 'ended');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the reader sees the program', async ({ page, blog }) => {
    await page.goto(blog.post(program, { loader: false }));
    await expect(page.locator('pre')).toContainText('print(len(a))');
  });

  test('a bare frame shows code, output and picture', async ({ page, blog, baseURL }) => {
    await page.goto(blog.post(`<iframe src="${baseURL}/embed/counts-first/" title="x"></iframe>`));
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('.code-shown')).toContainText('getrefcount');
    await expect(
      frame.locator('.pg-picture svg, .pg-picture [data-object]').first(),
    ).toBeAttached();
  });
});

test('what is not ours is not heard', async ({ page, blog }) => {
  await page.goto(blog.post(program));
  const frame = page.frameLocator('pymemlab-playground iframe');
  await expect(frame.locator('.pg')).toBeVisible();
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') as HTMLIFrameElement;
    for (const message of [
      null,
      'theme',
      { type: 'theme', theme: 'dark' },
      { pymemlab: 'pymemlab/1', type: 'theme', theme: 'pink' },
      { pymemlab: 'pymemlab/1', type: 'open', open: { id: 1, source: 2, file: 3, exercise: 4 } },
    ])
      contentWindow?.postMessage(message, '*');
    // A stranger in the page cannot speak for the frame.
    window.postMessage({ pymemlab: 'pymemlab/1', type: 'run', detail: {} }, '*');
  });
  await page.waitForTimeout(200);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await told(page, 'run')).toEqual([]);
});

test('oEmbed data is found from a frame, and is right', async ({ page, request }) => {
  await page.goto('/embed/let-go/');
  const link = page.locator('link[type="application/json+oembed"]');
  const address = new URL((await link.getAttribute('href')) ?? '');
  const found = await (await request.get(address.pathname)).json();
  expect(found).toMatchObject({ version: '1.0', type: 'rich', provider_name: 'PyMemLab' });
  expect(found.html).toContain('/embed/let-go/');
});

test('a playground gives the lines that embed it, and leads to what they make', async ({
  page,
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/chapters/02-reference-counts/');
  const playground = page.locator('[data-playground="counts-first"]');
  await playground.getByRole('button', { name: 'Embed' }).click();
  await expect(playground.getByText('Lines for your page copied')).toBeVisible();
  const lines = await page.evaluate(() => navigator.clipboard.readText());
  expect(lines).toContain('embed.js"></script>');
  expect(lines).toContain('<pymemlab-playground program="counts-first">');
  await playground.getByRole('link', { name: 'See what they make' }).click();
  await expect(page.locator('.builder-choices select').first()).toHaveValue('counts-first');
  const frame = page.frameLocator('pymemlab-playground iframe');
  await expect(frame.locator('.pg')).toBeVisible();
  await expect(frame.getByRole('button', { name: 'Embed' })).toHaveCount(0);
});
