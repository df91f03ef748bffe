import { expect, test } from 'vitest';
import { leanPage } from '../../tools/astro/lean-pages.ts';

test('inline scripts are minified, and keep the names that others use', () => {
  const script = `<script>
    window.provider = (() => {
      const stored = localStorage.getItem('theme');
      return { stored };
    })();
  </script>`;
  const lean = leanPage(script);
  expect(lean.length).toBeLessThan(script.length * 0.75);
  expect(lean).toMatch(/^<script>window\.provider=/);
  expect(leanPage('<script type="application/json">{ "a":  1 }</script>')).toContain('{ "a":  1 }');
});

test('islands lose their name, not their settings', () => {
  const opts = (value: string) =>
    `<astro-island opts="{&quot;name&quot;:&quot;Learn&quot;,&quot;value&quot;:${value}}">`;
  expect(leanPage(opts('true'))).toBe('<astro-island opts="{}">');
  expect(leanPage(opts('&quot;(width > 1px)&quot;'))).toBe(
    `<astro-island opts='{"name":"Learn","value":"(width > 1px)"}'>`,
  );
});

test('values of plain characters need no quotes, JSON none that are written out', () => {
  expect(leanPage('<input type="range" aria-label="a step" disabled value="6"/>')).toBe(
    '<input type=range aria-label="a step" disabled value=6>',
  );
  expect(leanPage('<i title="a &quot;b&quot; it\'s">')).toBe(`<i title='a "b" it&#39;s'>`);
  expect(leanPage('<p title="it\'s">')).toBe(`<p title="it's">`);
  expect(leanPage('<path d="M0 0" class="x"/>')).toBe('<path d="M0 0" class=x />');
});

test('what tools look for, texts, scripts and styles stay as they are', () => {
  for (const html of [
    '<meta http-equiv="refresh" content="none">',
    '<link rel="stylesheet" href="/a.css">',
    '<style>a[b="c"]{color:red}</style>',
    '<script type="application/json">{"a":"<i class=\\"b\\">"}</script>',
    '<p>class="note"</p>',
    '<a href="/chapters/x/">',
  ])
    expect(leanPage(html)).toBe(html);
});

test('a choice is worth what it says', () => {
  const select = (options: string) => `<select>${options}</select>`;
  const lean = leanPage(
    select('<option value="3.8" selected>3.8</option><option value="3">three</option>'),
  );
  expect(lean).toBe(select('<option selected>3.8<option value=3>three'));
});

test('a list item ends where the next begins', () => {
  expect(leanPage('<ul><li>a</li><li>b</li></ul>')).toBe('<ul><li>a<li>b</ul>');
  expect(leanPage('<ul>\n<li>a</li>\n<li>b</li>\n</ul>')).toContain('</li>\n<li>');
});

test('a picture ends where it ends: what stands behind it is no part of it', () => {
  const closed = '<svg><path d="M0 0h9z" /></svg><select></select>';
  expect(leanPage(closed)).toBe(closed);
  expect(leanPage('<svg><path d="M0 0h9z"></path></svg>')).toBe('<svg><path d="M0 0h9z" /></svg>');
});
