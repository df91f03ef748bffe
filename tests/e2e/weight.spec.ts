import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './guard.ts';
import { pages } from './pages.ts';

/** What a page may weigh before anybody touches it, in bytes after gzip. */
const bars = { html: 15_000, js: 27_000, css: 17_000, font: 0 };

/** Pages above the bar, how far, and why. Lower a number when the page shrinks. */
const heavier: readonly {
  page: RegExp;
  html?: number;
  js?: number;
  css?: number;
  why: string;
}[] = [
  {
    page: /^\/(zh-cn\/)?embed\/own-program\/$/,
    js: 55_000,
    why: 'a frame, fetched when it nears the screen: its program comes by message, so its code comes at once',
  },
  {
    page: /^\/(zh-cn\/)?embed\/$/,
    js: 40_700,
    why: 'an embed of the page itself, which is on the screen at once: loader and frame come with it',
  },
  {
    page: /^\/chapters\/a-then-and-now\/$/,
    html: 16_700,
    why: 'each of 120 claims in the original words and in English, with what was measured',
  },
  {
    page: /^\/zh-cn\/chapters\/(06-arenas|10-generations|a-then-and-now)\/$/,
    html: 15_300,
    why: 'a character takes three bytes, and fewer repeat: an eighth more than the English twin',
  },
  {
    page: /^\/zh-cn\/workshop\/notes\/$/,
    html: 15_400,
    why: 'notes and solutions of the whole course on one sheet, to print',
  },
];

function barsOf(path: string): typeof bars {
  const { html, js, css } = { ...bars, ...heavier.find(({ page }) => page.test(path)) };
  return { ...bars, html, js, css };
}

function kindOf(response: Response): keyof typeof bars | undefined {
  const type = response.headers()['content-type'] ?? '';
  if (type.includes('html')) return 'html';
  if (type.includes('javascript')) return 'js';
  if (type.includes('css')) return 'css';
  return type.includes('font') ? 'font' : undefined;
}

for (const path of pages) {
  test(`${path} is light before interaction`, async ({ page }) => {
    const weights = { html: 0, js: 0, css: 0, font: 0 };
    const seen: Promise<void>[] = [];
    page.on('response', (response) => {
      const kind = kindOf(response);
      if (!kind) return;
      const weigh = async () => {
        // The sum is read after the wait: other responses add to it meanwhile.
        const { length } = gzipSync(await response.body(), { level: 9 });
        weights[kind] += length;
      };
      seen.push(weigh());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await Promise.all(seen);
    test.info().annotations.push({ type: 'weight', description: JSON.stringify(weights) });
    const limits = barsOf(path);
    for (const kind of Object.keys(limits) as (keyof typeof bars)[])
      expect(weights[kind], `${kind} in ${JSON.stringify(weights)}`).toBeLessThanOrEqual(
        limits[kind],
      );
  });
}
