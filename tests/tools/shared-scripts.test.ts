import { expect, test } from 'vitest';
import { minify } from '../../tools/astro/lean-pages.ts';
import { outOfPage } from '../../tools/astro/shared-scripts.ts';

const long = `(()=>{${'a=1;'.repeat(300)}})()`;
const other = long.replace('a=1', 'b=2');

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test('a long script of the body becomes a file, the same one in every page', () => {
  const files = new Map<string, string>();
  const one = outOfPage(page('', `<p>a</p><script>${long}</script>`), '/course/', files);
  const two = outOfPage(
    page('', `<script>${other}</script><script>${long}</script>`),
    '/course/',
    files,
  );
  expect([...files.values()]).toEqual([minify(long), minify(other)]);
  const [name] = [...files.keys()];
  expect(one).toBe(page('', `<p>a</p><script defer src="/course/${name}"></script>`));
  expect(two.split('<script defer src="/course/_astro/shared.')).toHaveLength(3);
});

test('what must run before anything is drawn, or at its place, does', () => {
  const files = new Map<string, string>();
  const html = outOfPage(
    page(
      `<script>${long}</script><p>a</p><script>last()</script>`,
      `<script aria-hidden="true">short()</script>`,
    ),
    '/',
    files,
    true,
  );
  const [second, first] = [...files.keys()];
  expect(html).toBe(
    page(`<script src="/${first}"></script><p>a</p>`, `<script src="/${second}"></script>`),
  );
  expect(files.get(first!)).toBe(`${minify(long)}last();`);
  expect(files.get(second!)).toBe('short();');
});

test('what is short, in the head, hidden or no plain script stays', () => {
  const files = new Map<string, string>();
  const html = page(
    `<script>short()</script><script>${long}</script><script aria-hidden="true">${long}</script>`,
    `<script>short()</script><script type="module">${long}</script><script src="/a.js"></script>`,
  );
  expect(outOfPage(html, '/', files)).toBe(html);
  expect(files.size).toBe(0);
});
