/**
 * `useEffect` runs after painting, or when its component is drawn again: by then a reader may have pressed
 * something, and what an earlier effect focuses or scrolls is not what is meant. Such effects are layout effects.
 */
import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const MOVES = /\.focus\(|takeFocus\(|scrollIntoView\(|\.scrollTop\b|reveal\(/;

/** The effects of a text that run late: from `useEffect(` to where its bracket ends. */
function lateEffects(text: string): string[] {
  return [...text.matchAll(/\buseEffect\(/g)].map(({ index }) => {
    let open = 0;
    let at = index + 'useEffect'.length;
    do {
      if (text[at] === '(') open++;
      if (text[at] === ')') open--;
      at++;
    } while (open > 0 && at < text.length);
    return text.slice(index, at);
  });
}

test('the search finds a late effect, and where it ends', () => {
  const text = 'useEffect(() => { if (a) b.current?.focus(); }, [a]); c.focus();';
  expect(lateEffects(text)).toEqual(['useEffect(() => { if (a) b.current?.focus(); }, [a])']);
  expect(lateEffects('useLayoutEffect(() => a.focus())')).toEqual([]);
});

test('nothing is focused or scrolled in an effect that runs late', () => {
  const files = globSync('src/**/*.{ts,tsx}');
  const effects = files.flatMap((file) =>
    lateEffects(readFileSync(file, 'utf8')).map((effect) => ({ file, effect })),
  );
  expect(effects.length).toBeGreaterThan(20);
  expect(effects.filter(({ effect }) => MOVES.test(effect))).toEqual([]);
});
