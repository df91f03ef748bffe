import type { MapGeometry, MemoryMapScene, SceneArena } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { arenaFacts } from './Arenas.tsx';
import { type Cell, Cells } from './Cells.tsx';
import { Key } from './Key.tsx';
import { type Marks, marksOf } from './marks.ts';
import { FULL, UNTOUCHED, USED, poolStateName, poolStateWord } from './states.ts';
import { count, hex } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly arena: SceneArena;
  readonly selected: number | null;
  /** Address of the pool that was open before. */
  readonly last: number | null;
  readonly onOpen: ((pool: number) => void) | undefined;
  readonly focus: boolean;
}

/** Blocks that fit a pool of a size class. */
export const capacityOf = (
  { alignment, poolBytes, headerBytes }: MapGeometry,
  szidx: number,
): number => Math.floor((poolBytes - headerBytes) / (alignment * (szidx + 1)));

/** A pool in one line: its state, its size class, how many blocks are in use. */
export function poolText(
  t: Translate,
  arena: SceneArena,
  i: number,
  geometry: MapGeometry,
): string {
  const state = arena.states[i]!;
  const name = `${t('memory.pool', { number: i })}: ${poolStateWord(t, state)}`;
  const szidx = arena.classes[i]!;
  if (state === UNTOUCHED || szidx < 0) return name;
  const bytes = geometry.alignment * (szidx + 1);
  const capacity = capacityOf(geometry, szidx);
  return `${name}, ${t('memory.poolHolds', { bytes, used: arena.counts[i]!, capacity })}`;
}

function cell(t: Translate, props: Props, marks: Marks, i: number): Cell {
  const { arena, scene, selected } = props;
  const { geometry, objects } = scene;
  const state = arena.states[i]!;
  const address = arena.firstPool + i * geometry.poolBytes;
  const chosen = address === marks.pool;
  const changed = marks.changed.has(address);
  const looks = [poolStateName(state), chosen ? 'chosen' : '', changed ? 'changed' : ''];
  const object = chosen ? objects.find(({ number }) => number === selected) : undefined;
  const notes = [
    poolText(t, arena, i, geometry),
    object ? t('memory.here', { object: `${object.type} #${object.number}` }) : '',
    changed ? t('memory.key.changed') : '',
  ];
  const szidx = arena.classes[i]!;
  const share = (arena.counts[i]! * 100) / Math.max(1, capacityOf(geometry, szidx));
  return {
    key: i,
    look: looks.filter(Boolean).join(' '),
    label: notes.filter(Boolean).join(' · '),
    content: (state === USED || state === FULL) && (
      <>
        {state === USED && <i style={{ '--share': `${Math.max(4, Math.round(share))}%` }} />}
        <span>{geometry.alignment * (szidx + 1)}</span>
      </>
    ),
  };
}

/** One arena: a place for each pool, with the size of its blocks. */
export function Arena(props: Props) {
  const { t, scene, arena, last, onOpen, focus } = props;
  const marks = marksOf(scene, props.selected);
  const { poolBytes } = scene.geometry;
  const poolIndex = (pool: number) => {
    const index = (pool - arena.firstPool) / poolBytes;
    return index < arena.pools ? index : -1;
  };
  const changed = [...marks.changed].find((pool) => poolIndex(pool) >= 0);
  const begin = last ?? marks.pool ?? changed;
  const start = begin === undefined ? 0 : Math.max(0, poolIndex(begin));
  return (
    <>
      <p class="mem-facts">
        <code>{hex(arena.address)}</code>
        {arenaFacts(t, arena).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <Cells
        label={t('memory.poolsOf', { number: arena.index, pools: count(arena.pools) })}
        size="pools"
        cells={arena.states.map((_, i) => cell(t, props, marks, i))}
        start={start}
        onOpen={onOpen && ((i) => onOpen(arena.firstPool + i * poolBytes))}
        focus={focus}
      />
      <Key t={t} of="pools" />
    </>
  );
}
