import { useLayoutEffect, useRef } from 'preact/hooks';
import type { MemoryMapScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import type { LensForm } from '../../../state/settings.ts';
import { Arena } from './Arena.tsx';
import { Arenas, Totals } from './Arenas.tsx';
import { Bytes } from './Bytes.tsx';
import { Crumbs } from './Crumbs.tsx';
import { takeFocus } from './focus.ts';
import { ArenasTable, BlocksTable, PoolsTable } from './MapTable.tsx';
import { Pool } from './Pool.tsx';
import { type Level, OVERVIEW, type Zoom, levelOf, outOf, zoomTo } from './zoom.ts';
import '../../../styles/memory.css';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly zoom?: Zoom;
  readonly form?: LensForm;
  /** The object that is chosen in any lens. */
  readonly selected?: number | null;
  /** Absent where nothing listens: in the page before any script. */
  readonly onZoom?: ((zoom: Zoom) => void) | undefined;
  /** What was open before, so that one comes back to where one was. */
  readonly last?: Zoom;
  /** Whether the reader moved here by a key or a click, and the focus must follow. */
  readonly focus?: boolean;
}

function OpenLevel({ level, ...props }: Props & { readonly level: Level }) {
  const { t, scene, zoom = OVERVIEW, selected = null, onZoom, last = OVERVIEW } = props;
  const focus = props.focus ?? false;
  const table = props.form === 'table';
  const { pool, bytes, arenas } = scene;
  const toBlock = onZoom && ((address: number) => onZoom(zoomTo(scene, address) ?? zoom));
  if (bytes) return <Bytes t={t} scene={scene} bytes={bytes} onOpen={toBlock} focus={focus} />;
  if (pool) {
    if (table) return <BlocksTable t={t} scene={scene} pool={pool} onOpen={toBlock} />;
    const shown = { t, scene, pool, selected, focus, onOpen: toBlock };
    return <Pool key={pool.address} {...shown} last={last.block} />;
  }
  const arena = arenas.find(({ index }) => level === 'arena' && index === zoom.arena);
  if (arena) {
    const toPool = onZoom && ((address: number) => onZoom({ ...zoom, pool: address, block: null }));
    if (table) return <PoolsTable t={t} scene={scene} arena={arena} onOpen={toPool} />;
    const shown = { t, scene, arena, selected, focus, onOpen: toPool };
    return <Arena key={arena.address} {...shown} last={last.pool} />;
  }
  const toArena = onZoom && ((index: number) => onZoom({ ...OVERVIEW, arena: index }));
  if (!table) {
    const back = focus ? last.arena : null;
    return <Arenas t={t} scene={scene} selected={selected} onOpen={toArena} focus={back} />;
  }
  return (
    <>
      <Totals t={t} scene={scene} />
      <ArenasTable t={t} scene={scene} onOpen={toArena} />
    </>
  );
}

/** Arenas, pools, blocks, bytes: one level at a time, with the way back above it. */
export function MemoryMap(props: Props) {
  const { t, scene, zoom = OVERVIEW, selected = null, onZoom } = props;
  const level = levelOf(scene, zoom);
  const place = scene.objects.find(({ number }) => number === selected);
  const toObject = place?.pool === null || !place ? null : zoomTo(scene, place.block);
  const whole = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What was pressed is gone, and a table has no place that takes the focus itself.
    if (props.focus && props.form === 'table') takeFocus(whole.current);
  }, [zoom]);
  const isThere = scene.bytes !== null && scene.bytes.address === place?.block;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape goes one level out, as the way back does
    <div
      ref={whole}
      class="mem"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || level === 'arenas' || !onZoom) return;
        event.preventDefault();
        onZoom(outOf(zoom, level));
      }}
    >
      <Crumbs t={t} scene={scene} zoom={zoom} level={level} onZoom={onZoom} />
      {place && onZoom && !isThere && (
        <p class="mem-chosen">
          {toObject ? (
            <button type="button" class="mem-go" onClick={() => onZoom(toObject)}>
              {t('memory.goTo', { object: `${place.type} #${place.number}` })}
            </button>
          ) : (
            t('memory.notHere', { object: `${place.type} #${place.number}` })
          )}
        </p>
      )}
      <OpenLevel {...props} level={level} />
    </div>
  );
}
