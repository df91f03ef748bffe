import { expect, test } from 'vitest';
import { relativeLinks } from '../../tools/pack/relative.ts';

const addresses = new Set(['/', '/favicon.svg', '/_astro/a.js', '/_astro/b.css', '/chapters/x/']);
const page = (html: string, at = '/zh-cn/chapters/x/index.html') =>
  relativeLinks(html, at, addresses);

test('links to what the site has go up as far as the page is deep', () => {
  expect(page('<a href="/chapters/x/#pools">')).toBe('<a href="../../../chapters/x/#pools">');
  expect(page('<a href="/">', '/index.html')).toBe('<a href="./">');
  expect(page('<link rel="icon" href="/favicon.svg">', '/404.html')).toContain('"./favicon.svg"');
  expect(page('<option value="/chapters/x/?a=1">')).toContain('"../../../chapters/x/?a=1"');
});

test('what islands import is found from the script beside it', () => {
  expect(
    page(
      '<astro-island component-url="/_astro/a.js" props="{&quot;to&quot;:[0,&quot;/chapters/x/&quot;]}">',
    ),
  ).toBe(
    '<astro-island component-url="./a.js" props="{&quot;to&quot;:[0,&quot;../../../chapters/x/&quot;]}">',
  );
});

test('other addresses, texts and scripts stay', () => {
  for (const html of [
    '<a href="//example.org/">',
    '<a href="https://example.org/chapters/x/">',
    '<a href="/nowhere/">',
    '<p>="/chapters/x/"</p>',
    '<script>const to = "<a href=\\"/chapters/x/\\">";</script>',
  ])
    expect(page(html)).toBe(html);
});
