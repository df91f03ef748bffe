import { expect, test } from 'vitest';
import { lightRules, withLight } from '../../tools/astro/light-without-script.ts';

const NOT = ":not([data-theme='light']):not([data-theme='light'])";

test('what holds in the light theme holds where the page does not say it', () => {
  expect(lightRules(':root{--a:#000}:root[data-theme=light]{--a:#fff}')).toBe(
    `:root${NOT}{--a:#fff}`,
  );
  expect(lightRules("[data-theme='light'] .a, .b{color:red}")).toBe(`${NOT} .a{color:red}`);
});

test('layers and conditions stay around their rules; whatever is empty goes', () => {
  const css =
    '@font-face{font-family:a}@keyframes b{to{top:0}}@layer x;@layer y{@media print{.a{top:0}[data-theme=light] .a{top:1px}}}@layer z{.c{top:0}}';
  expect(lightRules(css)).toBe(`@layer y{@media print{${NOT} .a{top:1px}}}`);
  expect(lightRules('.a{top:0}')).toBe('');
});

test('what a code block says of itself is meant, what stands within :not() is left', () => {
  const css = ":root:not([data-theme='light']) .code[data-theme='light']{color:black}";
  expect(lightRules(css)).toBe(`:root:not([data-theme='light']) .code${NOT}{color:black}`);
  expect(lightRules(":root[data-theme='dark'] .code:not([data-theme='light']){top:0}")).toBe('');
});

test('the sheet stands last in the head of pages that a script makes light', () => {
  const page = '<html lang=en data-theme=dark><head><title>A</title></head><body></body></html>';
  expect(withLight(page, '/_astro/l.css')).toBe(
    '<html lang=en data-theme=dark><head><title>A</title><noscript><link rel="stylesheet" href="/_astro/l.css"></noscript></head><body></body></html>',
  );
  const bare = '<html lang=en><head></head></html>';
  expect(withLight(bare, '/_astro/l.css')).toBe(bare);
});
