import type { MemoryMapScene, ScenePool } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { type Cell, Cells } from './Cells.tsx';
import { Key } from './Key.tsx';
import { marksOf } from './marks.ts';
import { lookOf } from './states.ts';
import { blockText, count, hex } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly pool: ScenePool;
  readonly selected: number | null;
  /** Address of the block that was open before. */
  readonly last: number | null;
  readonly onOpen: ((block: number) => void) | undefined;
  readonly focus: boolean;
}

/** Places of blocks in the free list, from 1. */
export function freePlaces(pool: ScenePool): ReadonlyMap<number, number> {
  return new Map(pool.freeList.map((index, place) => [index, place + 1]));
}

/** More blocks than this, and their places are too small for numbers. */
const MOST_NUMBERED = 360;
/** Free blocks beyond this place show no number. */
const LAST_SHOWN_PLACE = 99;

function blockCells({ t, scene, pool, selected }: Props): Cell[] {
  const { headerBytes } = scene.geometry;
  const chosen = marksOf(scene, selected).block;
  const places = freePlaces(pool);
  const numbered = pool.capacity <= MOST_NUMBERED;
  return Array.from({ length: pool.capacity }, (_, i) => {
    const block = pool.blocks[i];
    const address = pool.address + headerBytes + i * pool.blockBytes;
    const place = places.get(i) ?? null;
    const look = block ? lookOf(block) : 'untouched';
    const { change = 'none', content = null } = block ?? {};
    const looks = ['block', look, change === 'none' ? '' : `changed ${change}`];
    if (address === chosen) looks.push('chosen');
    if (place === 1) looks.push('next');
    const number = look === 'mine' ? content?.number : place;
    const shown = numbered && number && number <= LAST_SHOWN_PLACE;
    return {
      key: i + 1,
      look: looks.filter(Boolean).join(' '),
      label: `${t('memory.block', { number: i })}: ${blockText(t, block, place)}`,
      content: shown ? <span>{number}</span> : undefined,
    };
  });
}

export function poolFacts(t: Translate, pool: ScenePool): string[] {
  const { blockBytes: bytes, count: used, capacity, place, freeList, nextoffset, tail } = pool;
  if (pool.szidx < 0) return [t('memory.noClass')];
  const facts = [
    t('memory.poolHolds', { bytes, used, capacity }),
    t('memory.sizeClass', { szidx: pool.szidx }),
  ];
  if (place !== null)
    facts.push(place === 1 ? t('memory.poolServes') : t('memory.poolPlace', { place }));
  const [next] = freeList;
  if (next !== undefined) facts.push(t('memory.nextBlock', { number: next }));
  if (pool.blocks.length < capacity)
    facts.push(t('memory.frontier', { offset: count(nextoffset) }));
  if (tail > 0) facts.push(t('memory.tail', { bytes: tail }));
  return facts;
}

/** One pool: its header, then a place for each block. */
export function Pool(props: Props) {
  const { t, scene, pool, selected, last, onOpen, focus } = props;
  const { headerBytes } = scene.geometry;
  const header: Cell = {
    key: 0,
    look: 'block header',
    label: t('memory.headerOf', { bytes: headerBytes }),
    content: <span>{t('memory.header')}</span>,
  };
  const addressOf = (cell: number) =>
    cell === 0 ? pool.address : pool.address + headerBytes + (cell - 1) * pool.blockBytes;
  const cellOf = (address: number) =>
    address === pool.address
      ? 0
      : Math.floor((address - pool.address - headerBytes) / pool.blockBytes) + 1;
  const { block: chosen } = marksOf(scene, selected);
  const inPool = (address: number | null): address is number =>
    address !== null &&
    address - pool.address < scene.geometry.poolBytes &&
    address >= pool.address;
  const begin = [last, chosen].find(inPool);
  const changed = pool.blocks.findIndex(({ change }) => change !== 'none');
  const start = begin === undefined ? changed + 1 : cellOf(begin);
  return (
    <>
      <p class="mem-facts">
        <code>{hex(pool.address)}</code>
        {poolFacts(t, pool).map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      <Cells
        label={t('memory.blocksOf', { number: pool.index, capacity: count(pool.capacity) })}
        size={pool.capacity > MOST_NUMBERED ? 'blocks tiny' : 'blocks'}
        cells={[header, ...blockCells(props)]}
        start={start}
        onOpen={onOpen && ((cell) => onOpen(addressOf(cell)))}
        focus={focus}
      />
      <Key t={t} of="blocks" />
    </>
  );
}
