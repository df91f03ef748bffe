import { expect, test } from 'vitest';
import { drawingsIn, fileOf, withIcons } from '../../tools/astro/shared-icons.ts';

const drawing = `<path d="${'M0 0h24v24'.repeat(12)}"/>`;
const icon = (inner: string, label = 'caret') =>
  `<svg aria-hidden="true" class="icon ${label}" width="16" height="16" viewBox="0 0 24 24" fill="currentColor" style="--sl-icon-size: 1em;">${inner}</svg>`;

test('a long drawing of an icon is taken from the file, by its name there', () => {
  const html = `<p>${icon(drawing)}</p>${icon(drawing, 'light')}`;
  expect(drawingsIn(html)).toEqual([drawing, drawing]);
  expect(fileOf([drawing])).toBe(
    `<svg xmlns="http://www.w3.org/2000/svg"><g id="i0">${drawing}</g></svg>`,
  );
  const use = '<use href="/_astro/icons.svg#i0"/>';
  expect(withIcons(html, [drawing], '/_astro/icons.svg')).toBe(
    `<p>${icon(use)}</p>${icon(use, 'light')}`,
  );
});

test('short drawings and other pictures stay as they are', () => {
  const html = `${icon('<path d="M0 0h1"/>')}<svg class="lens" viewBox="0 0 24 24">${drawing}</svg>`;
  expect(drawingsIn(html)).toEqual([]);
  expect(withIcons(html, [drawing], '/a.svg')).toBe(html);
});
