/** The small picture of an arena: one path for all pools of a state, so that 64 arenas are drawn at once. */
import type { MapGeometry, SceneArena } from '../../../../engine/index.ts';
import type { Marks } from './marks.ts';
import { EMPTY, FULL, UNTOUCHED } from './states.ts';

export const MINI_COLUMNS = 16;
const SIDE = 10;
export const MINI_STEP = 13;

const square = (x: number, y: number, inset = 0) =>
  `M${x + inset} ${y + inset}h${SIDE - 2 * inset}v${SIDE - 2 * inset}h${2 * inset - SIDE}z`;

/** Filled from the left, as far as blocks are in use. */
function level(x: number, y: number, share: number): string {
  const width = Math.max(1.5, Math.round(SIDE * share * 10) / 10);
  return `M${x} ${y}h${width}v${SIDE}h${-width}z`;
}

/** A frame around the square, outside it. */
const frame = (x: number, y: number) => `M${x - 1.25} ${y - 1.25}h12.5v12.5h-12.5z`;

export function drawArena(
  arena: SceneArena,
  { changed, pool: chosenPool }: Marks,
  { poolBytes, alignment }: MapGeometry,
) {
  const paths = { untouched: '', empty: '', outline: '', filled: '', changed: '', chosen: '' };
  arena.states.forEach((state, i) => {
    const x = (i % MINI_COLUMNS) * MINI_STEP;
    const y = Math.floor(i / MINI_COLUMNS) * MINI_STEP;
    const address = arena.firstPool + i * poolBytes;
    if (state === UNTOUCHED) paths.untouched += `M${x + 4} ${y + 5}h2`;
    else if (state === EMPTY) paths.empty += square(x, y, 0.5);
    else if (state === FULL) paths.filled += square(x, y);
    else {
      paths.outline += square(x, y, 0.5);
      paths.filled += level(
        x,
        y,
        (arena.counts[i]! * alignment * (arena.classes[i]! + 1)) / poolBytes,
      );
    }
    if (changed.has(address)) paths.changed += frame(x, y);
    if (address === chosenPool) paths.chosen += `M${x + 5} ${y + 1.5}l3.5 3.5l-3.5 3.5l-3.5 -3.5z`;
  });
  return paths;
}
