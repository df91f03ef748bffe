import { expect, test } from 'vitest';
import { lazyStyles, withoutUnused } from '../../tools/astro/styles-in-use.ts';

const styles = new Map([
  ['_astro/page.css', '.pg{color:red}.note{color:blue}'],
  ['_astro/Lens.css', '.note .chart{color:green}.chart-line{color:red}'],
  ['_astro/LensAgain.css', '.note .chart{color:green}.chart-line{color:red}'],
]);
const lazy = lazyStyles(styles, 'preload(["_astro/Lens.css"])', '/course/');
const link = (name: string) => `<link rel="stylesheet" href="/course/_astro/${name}.css">`;

test('a stylesheet that a script loads is lazy, under each of its names', () => {
  expect([...lazy]).toEqual([
    ['/course/_astro/Lens.css', ['chart', 'chart-line']],
    ['/course/_astro/LensAgain.css', ['chart', 'chart-line']],
  ]);
});

test('its link stays only where one of its own classes stands', () => {
  const all = link('page') + link('Lens') + link('LensAgain');
  const plain = '<p class="note pg">a</p>';
  expect(withoutUnused(all + plain, lazy)).toBe(link('page') + plain);
  const drawn = '<p class="note chart">a</p>';
  expect(withoutUnused(all + drawn, lazy)).toBe(all + drawn);
});
