/** Every chapter, from the build itself: whole without JavaScript, and alive after a press. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from './guard.ts';
import { pages } from './pages.ts';
import { Playground } from './playground.ts';

/** The numbered ones: an appendix has tables. */
const chapters = pages.filter((path) => /^\/chapters\/\d\d-/.test(path));

/** In the page as it was built: its playgrounds, exercises among them, each with the lens that is open. */
function playgroundsOf(path: string): { readonly id: string; readonly lens: string }[] {
  const html = readFileSync(`dist${path}index.html`, 'utf8');
  return [
    ...html.matchAll(/data-playground="?([^"\s>]+)[\s\S]*?aria-selected="?true[^>]*>([^<]+)</g),
  ].map(([, id = '', lens = '']) => ({ id, lens }));
}

const PICTURES: Readonly<Record<string, string>> = {
  Objects: '.lens-stage',
  'Memory map': '.mem',
  Layers: '.layers',
  Caches: '.cache',
  Collector: '.gc',
};

test('chapters there are', () => {
  expect(chapters.length).toBeGreaterThanOrEqual(13);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of chapters) {
    test(`${path}: code, output and picture of every playground`, async ({ page }) => {
      await page.goto(path);
      const playgrounds = playgroundsOf(path);
      expect(playgrounds.length).toBeGreaterThanOrEqual(3);
      for (const { id, lens } of playgrounds) {
        const { root, output } = new Playground(page, id);
        const source = `src/content/programs/${id}.py`;
        const code = (await root.locator('.code-still').textContent()) ?? '';
        if (existsSync(source)) expect(code.trim()).toBe(readFileSync(source, 'utf8').trim());
        expect(code.trim()).not.toBe('');
        await expect(output).not.toBeEmpty();
        if (id.startsWith('exercise-')) continue;
        // A chapter with many playgrounds says of some that the picture comes with the run.
        const picture = PICTURES[lens];
        const drawn = root.locator(`${picture}, .pg-picture .lens-note`);
        if (picture) await expect(drawn.first()).toBeVisible();
      }
      for (const answer of await page.locator('.predict-answer').all()) {
        await answer.locator('summary').click();
        await expect(answer).toContainText('It prints');
      }
    });
  }
});

for (const path of chapters) {
  const first = playgroundsOf(path).find(({ lens }) => lens !== 'Objects');
  if (!first) continue;
  test(`${path}: ${first.id} opens its own lens, and goes back a step`, async ({ page }) => {
    await page.goto(path);
    const playground = new Playground(page, first.id);
    const { root } = playground;
    const chosen = root.getByRole('tab', { selected: true });
    await expect(chosen).toHaveText(first.lens);
    await playground.run.click();
    await playground.expectEnded();
    await expect(chosen).toHaveText(first.lens);
    const picture = PICTURES[first.lens];
    if (picture) await expect(root.locator(picture).first()).toBeVisible();
    await root.getByRole('button', { name: 'One step back' }).click();
    await expect(root.locator('.code-line')).toBeVisible();
    if (picture) await expect(root.locator(picture).first()).toBeVisible();
  });
}
