/**
 * The small picture of an arena: one path for all pools of a state, so that 64 arenas are drawn at
 * once. Neighbours of one state are one dashed line, whose dashes are the squares.
 */
import type { MapGeometry, PoolState, SceneArena } from '../../../../engine/index.ts';
import type { Marks } from './marks.ts';
import { EMPTY, FULL, UNTOUCHED, USED } from './states.ts';

export const MINI_COLUMNS = 16;
const SIDE = 10;
export const MINI_STEP = 13;

/**
 * A path of closed figures, each from where the one before it began: figures of one form at one distance
 * are one text again and again, which a page of many squares compresses to little.
 */
class Figures {
  #path = '';
  #x = 0;
  #y = 0;

  add(x: number, y: number, figure: string): void {
    this.#path += `m${x - this.#x} ${y - this.#y}${figure}z`;
    this.#x = x;
    this.#y = y;
  }

  toString(): string {
    return this.#path;
  }
}

/** The middle line of some squares, from the first one's left edge to the last one's right edge. */
const line = (x: number, y: number, length: number, inset = 0) =>
  `M${x + inset} ${y + SIDE / 2}h${length * MINI_STEP - (MINI_STEP - SIDE) - 2 * inset}`;

/** The middle line of a square from the left, as far as blocks are in use. */
const level = (share: number) => `h${Math.max(1.5, Math.round(SIDE * share * 10) / 10)}`;

/** The outline of a square, and a frame around it. */
const OUTLINE = 'h9v9h-9';
const FRAME = 'h12.5v12.5h-12.5';

/** Neighbours of one state in one row: where they begin, and how many they are. */
function* runs(states: readonly PoolState[]): Generator<readonly [start: number, length: number]> {
  for (let start = 0, i = 1; i <= states.length; i++) {
    if (i < states.length && states[i] === states[start] && i % MINI_COLUMNS !== 0) continue;
    yield [start, i - start];
    start = i;
  }
}

const placeOf = (i: number) => ({
  x: (i % MINI_COLUMNS) * MINI_STEP,
  y: Math.floor(i / MINI_COLUMNS) * MINI_STEP,
});

export function drawArena(
  arena: SceneArena,
  { changed, pool: chosenPool }: Marks,
  { poolBytes, alignment }: MapGeometry,
) {
  const { states, counts, classes, firstPool } = arena;
  const paths = { untouched: '', empty: '', emptyInside: '', full: '', chosen: '' };
  const [outline, filled, frames] = [new Figures(), new Figures(), new Figures()];
  for (const [start, length] of runs(states)) {
    const { x, y } = placeOf(start);
    if (states[start] === UNTOUCHED) paths.untouched += line(x, y, length, 4);
    else if (states[start] === FULL) paths.full += line(x, y, length);
    else if (states[start] === EMPTY) {
      paths.empty += line(x, y, length);
      paths.emptyInside += line(x, y, length, 1);
    }
  }
  states.forEach((state, i) => {
    const { x, y } = placeOf(i);
    const address = firstPool + i * poolBytes;
    if (state === USED) {
      outline.add(x + 0.5, y + 0.5, OUTLINE);
      const share = (counts[i]! * alignment * (classes[i]! + 1)) / poolBytes;
      filled.add(x, y + SIDE / 2, level(share));
    }
    if (changed.has(address)) frames.add(x - 1.25, y - 1.25, FRAME);
    if (address === chosenPool) paths.chosen += `M${x + 5} ${y + 1.5}l3.5 3.5l-3.5 3.5l-3.5 -3.5z`;
  });
  const { untouched, empty, emptyInside, full, chosen } = paths;
  return {
    ...{ untouched, empty, emptyInside, full, outline: `${outline}`, filled: `${filled}` },
    ...{ changed: `${frames}`, chosen },
  };
}
