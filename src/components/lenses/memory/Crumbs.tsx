import type { MemoryMapScene } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { type Level, OVERVIEW, type Zoom } from './zoom.ts';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly zoom: Zoom;
  readonly level: Level;
  readonly onZoom: ((zoom: Zoom) => void) | undefined;
}

interface Crumb {
  readonly label: string;
  readonly to: Zoom;
}

/** The way from all arenas to what is open; the last is where one is. */
export function crumbsOf({ t, scene, zoom, level }: Omit<Props, 'onZoom'>): readonly Crumb[] {
  const crumbs: Crumb[] = [{ label: t('memory.all'), to: OVERVIEW }];
  if (level === 'arenas') return crumbs;
  const { pool, bytes, geometry } = scene;
  const arena = pool?.arena ?? zoom.arena ?? 0;
  const toArena = { ...OVERVIEW, arena };
  crumbs.push({ label: t('memory.arena', { number: arena }), to: toArena });
  if (!pool) return crumbs;
  const toPool = { ...toArena, pool: pool.address };
  crumbs.push({ label: t('memory.pool', { number: pool.index }), to: toPool });
  if (!bytes) return crumbs;
  const number = (bytes.address - pool.address - geometry.headerBytes) / pool.blockBytes;
  const label = bytes.kind === 'header' ? t('memory.header') : t('memory.block', { number });
  crumbs.push({ label, to: { ...toPool, block: bytes.address } });
  return crumbs;
}

export function Crumbs(props: Props) {
  const crumbs = crumbsOf(props);
  const { t, onZoom } = props;
  if (crumbs.length === 1) return null;
  // Where nothing can be gone to it is no navigation.
  const Whole = onZoom ? 'nav' : 'div';
  return (
    <Whole class="mem-crumbs" aria-label={onZoom && t('memory.where')}>
      <ol>
        {crumbs.map(({ label, to }, index) => (
          <li key={index}>
            {index === crumbs.length - 1 || !onZoom ? (
              <span aria-current={index === crumbs.length - 1 ? 'location' : undefined}>
                {label}
              </span>
            ) : (
              <button type="button" onClick={() => onZoom(to)}>
                {label}
              </button>
            )}
          </li>
        ))}
      </ol>
    </Whole>
  );
}
