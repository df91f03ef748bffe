import { gzipSync } from 'node:zlib';
import type { Response } from '@playwright/test';
import { expect, test } from './guard.ts';
import { pages } from './pages.ts';

/** What a page may weigh before anybody touches it, in bytes after gzip. */
const bars = { html: 15_000, js: 27_000, css: 17_000, font: 0 };

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
        weights[kind] += gzipSync(await response.body(), { level: 9 }).length;
      };
      seen.push(weigh());
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    await Promise.all(seen);
    test.info().annotations.push({ type: 'weight', description: JSON.stringify(weights) });
    for (const kind of Object.keys(bars) as (keyof typeof bars)[])
      expect(weights[kind], `${kind} in ${JSON.stringify(weights)}`).toBeLessThanOrEqual(
        bars[kind],
      );
  });
}
