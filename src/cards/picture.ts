/** The picture on a chapter's link card: the arenas of its first program's last step, pool by pool. */
import type { MemoryMapScene } from '../../engine/index.ts';
import { marksOf } from '../components/lenses/memory/marks.ts';
import { MINI_COLUMNS, MINI_STEP, drawArena } from '../components/lenses/memory/mini.ts';

export const CARD = { width: 1200, height: 630 } as const;
const MARGIN = 75;
const MOST_ARENAS = 3;

const paint: Readonly<Record<string, string>> = {
  untouched: 'fill="none" stroke="#35605f" stroke-width="2" stroke-dasharray="2 11"',
  empty: 'fill="none" stroke="#5c7f7d" stroke-width="10" stroke-dasharray="10 3"',
  emptyInside: 'fill="none" stroke="#0c2625" stroke-width="8" stroke-dasharray="8 5"',
  full: 'fill="none" stroke="#5cc8bd" stroke-width="10" stroke-dasharray="10 3"',
  outline: 'fill="none" stroke="#5cc8bd"',
  filled: 'fill="none" stroke="#5cc8bd" stroke-width="10"',
  changed: 'fill="none" stroke="#f0a82e" stroke-width="1.5"',
};

/** As SVG. No words: a card has the page's title beside it, in the page's language. */
export function cardPicture(scene: MemoryMapScene): string {
  const { arenas, geometry } = scene;
  const shown = arenas.slice(0, MOST_ARENAS);
  const heights = shown.map(({ pools }) => (Math.ceil(pools / MINI_COLUMNS) + 1) * MINI_STEP);
  const width = MINI_COLUMNS * MINI_STEP - 3;
  const height = heights.reduce((sum, one) => sum + one, -MINI_STEP - 3);
  const scale = Math.min((CARD.width - 2 * MARGIN) / width, (CARD.height - 2 * MARGIN) / height);
  const left = (CARD.width - width * scale) / 2;
  const top = (CARD.height - height * scale) / 2;
  const marks = marksOf(scene, null);
  let y = 0;
  const drawn = shown.map((arena, index) => {
    const paths = drawArena(arena, marks, geometry);
    const group = Object.entries(paths)
      .filter(([name, d]) => d && paint[name])
      .map(([name, d]) => `<path d="${d}" ${paint[name]}/>`)
      .join('');
    const placed = `<g transform="translate(0 ${y})">${group}</g>`;
    y += heights[index]!;
    return placed;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}">
<rect width="100%" height="100%" fill="#0c2625"/>
<g transform="translate(${left} ${top}) scale(${scale})">${drawn.join('')}</g></svg>`;
}
