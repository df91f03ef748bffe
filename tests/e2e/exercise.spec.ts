import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Locator } from '@playwright/test';
import { parse } from 'yaml';
import { expectAccessible } from './axe.ts';
import { expect, test } from './guard.ts';
import { Playground, chapter } from './playground.ts';

interface Exercise {
  readonly hints: readonly string[];
  readonly mistakes: readonly { readonly file: string; readonly message: string }[];
}

const folder = 'src/content/exercises/let-go';
const { hints, mistakes }: Exercise = parse(readFileSync(`${folder}/exercise.yml`, 'utf8'));
const chinese: { readonly mistakes: Readonly<Record<string, string>> } = parse(
  readFileSync(`${folder}/zh-cn/words.yml`, 'utf8'),
);
const source = (file: string) => readFileSync(`${folder}/${file}`, 'utf8');
/** As it stands on the page: marks of code are not characters of it. */
const shown = (text: string) => text.replaceAll('`', '');

const verdict = (root: Locator) => root.locator('.exercise-verdict');

for (const { file, message } of mistakes) {
  test(`${file} fails with its own message, and leads to a step`, async ({ page }) => {
    await page.goto(chapter);
    const playground = new Playground(page, 'exercise-let-go');
    await playground.write(source(file));
    await playground.root.getByRole('button', { name: 'Check' }).click();
    await expect(verdict(playground.root).getByRole('status')).toHaveText(
      `✗ Not yet. ${shown(message)}`,
    );
    const toStep = verdict(playground.root).getByRole('button', { name: /Go to step \d+/ });
    const step = /\d+/.exec((await toStep.textContent()) ?? '')?.[0];
    await toStep.click();
    await expect(playground.slider).toHaveValue(String(step));
  });
}

test('in Chinese, a mistake is answered in Chinese', async ({ page }) => {
  await page.goto(`/zh-cn${chapter}`);
  const playground = new Playground(page, 'exercise-let-go');
  await playground.write(source('mistakes/one-item.py'));
  await playground.root.getByRole('button', { name: '检查' }).click();
  await expect(verdict(playground.root).getByRole('status')).toHaveText(
    `✗ 还没完成。 ${shown(chinese.mistakes['one-item'] ?? '')}`,
  );
});

test('the solution passes by keyboard alone, is explained, and stays done', async ({ page }) => {
  await page.goto(chapter);
  const exercise = page.locator('#let-go');
  const playground = new Playground(page, 'exercise-let-go');
  await playground.area.focus();
  await expect(playground.editor).toHaveClass(/focused/);
  await playground.paste(source('solution.py'));
  await page.keyboard.press('Control+Enter');
  await expect(verdict(playground.root)).toContainText('✓ Solved. Every check passed.');
  await expect(exercise).toContainText('Why it works');
  await exercise.getByText('One solution').click();
  await expect(exercise.locator('details pre')).toHaveText(source('solution.py').trimEnd());
  await expect(exercise.locator('.exercise-tag')).toContainText('✓ done');
  await expectAccessible(page);
  await page.reload();
  await playground.run.click();
  await expect(exercise.locator('.exercise-tag')).toContainText('✓ done');
});

test('hints come one at a time', async ({ page }) => {
  await page.goto(chapter);
  const exercise = page.locator('#let-go');
  for (const [index, hint] of hints.entries()) {
    await exercise
      .getByRole('button', { name: `Show hint ${index + 1} of ${hints.length}` })
      .click();
    await expect(exercise.locator('.exercise-hints li')).toHaveCount(index + 1);
    await expect(exercise.locator('.exercise-hints li').last()).toContainText(shown(hint));
  }
  await expect(exercise.getByRole('button', { name: /Show hint/ })).toHaveCount(0);
});

test('a program that does not end is not checked', async ({ page }) => {
  await page.goto(chapter);
  const playground = new Playground(page, 'exercise-let-go');
  await playground.write('while True:\n    row = sorted(range(3000))\n');
  await playground.root.getByRole('button', { name: 'Check' }).click();
  await playground.stop.click();
  await expect(verdict(playground.root)).toContainText('did not come to its end');
});

/** As a reader sees it: without the marks of highlighting, and the signs that stand for signs. */
const read = (html: string): string =>
  html
    .replace(/<\/?(i|span)\b[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** In a text area or a highlighted program, and in a property. */
const written = (text: string): readonly string[] => [text, JSON.stringify(text).slice(1, -1)];

test('the solution of no exercise is in a page but the notes of instructors', () => {
  const files = globSync('dist/**/*.html').filter((page) => !/workshop.notes/.test(page));
  const pages = files.map((page) => read(readFileSync(page, 'utf8')));
  for (const file of globSync('src/content/exercises/*/solution.py'))
    for (const solution of written(readFileSync(file, 'utf8').trim()))
      for (const page of pages) expect(page, basename(dirname(file))).not.toContain(solution);
});
