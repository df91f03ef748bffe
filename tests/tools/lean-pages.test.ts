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
  expect(leanPage(opts('&quot;(width > 1px)&quot;'))).toBe(opts('&quot;(width > 1px)&quot;'));
});
