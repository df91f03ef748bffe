/** A page holds a program once, highlighted; the island reads it from there, to the letter. */
import { globSync, readFileSync } from 'node:fs';
import { h } from 'preact';
import { expect, test } from 'vitest';
import { highlight } from '../../src/components/playground/highlight.ts';
import { sourceOf } from '../../src/components/playground/slot-source.ts';

const files = globSync('src/content/{programs,exercises}/**/*.py');

/** As Astro hands a slot to an island. */
const slot = (markup: string) => h('astro-slot', { value: markup } as never);

test('every program comes out of its highlighted form as it went in', () => {
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    const markup = `<pre class="code-still"><code>${highlight(source)}</code></pre>`;
    expect(sourceOf(slot(markup)), file).toBe(source);
  }
  expect(files.length).toBeGreaterThan(9);
});

test('signs that markup has a name for', () => {
  const source = 'a = 1 < 2 > 3 & 4  # &lt; "x" \'y\'\n';
  expect(sourceOf(slot(`<code>${highlight(source)}</code>`))).toBe(source);
});

test('without a program there is nothing to run', () => {
  expect(() => sourceOf(undefined)).toThrow('needs its program');
});
