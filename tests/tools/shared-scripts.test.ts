import { expect, test } from 'vitest';
import { outOfBody } from '../../tools/astro/shared-scripts.ts';

const long = `(()=>{${'let a=1;'.repeat(200)}})()`;
const other = long.replace('a=1', 'b=2');

const page = (head: string, body: string) =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test('a long script of the body becomes a file, the same one in every page', () => {
  const files = new Map<string, string>();
  const one = outOfBody(page('', `<p>a</p><script>${long}</script>`), '/course/', files);
  const two = outOfBody(
    page('', `<script>${other}</script><script>${long}</script>`),
    '/course/',
    files,
  );
  expect([...files.values()]).toEqual([long, other]);
  const [name] = [...files.keys()];
  expect(one).toBe(page('', `<p>a</p><script defer src="/course/${name}"></script>`));
  expect(two.split('<script defer src="/course/_astro/shared.')).toHaveLength(3);
});

test('what is short, in the head, or no plain script stays', () => {
  const files = new Map<string, string>();
  const html = page(
    `<script>${long}</script>`,
    `<script>short()</script><script type="module">${long}</script><script src="/a.js"></script>`,
  );
  expect(outOfBody(html, '/', files)).toBe(html);
  expect(files.size).toBe(0);
});
