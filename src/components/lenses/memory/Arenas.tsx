import type { MapGeometry, MemoryMapScene, SceneArena } from '../../../../engine/index.ts';
import type { Translate } from '../../../i18n/words.ts';
import { takeFocus } from './focus.ts';
import { Key } from './Key.tsx';
import { type Marks, marksOf } from './marks.ts';
import { MINI_COLUMNS, MINI_STEP, drawArena } from './mini.ts';
import { bytesText, count, hex } from './words.ts';

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly selected: number | null;
  readonly onOpen: ((arena: number) => void) | undefined;
  /** Takes the focus to the arena that was open. */
  readonly focus: number | null;
}

interface MiniProps {
  readonly arena: SceneArena;
  readonly marks: Marks;
  readonly geometry: MapGeometry;
}

/** All pools of an arena in one small picture, a path for each state. */
function Mini({ arena, marks, geometry }: MiniProps) {
  const paths = drawArena(arena, marks, geometry);
  const rows = Math.ceil(arena.pools / MINI_COLUMNS);
  return (
    <svg
      class="mem-mini"
      viewBox={`-1 -1 ${MINI_COLUMNS * MINI_STEP + 1} ${rows * MINI_STEP + 1}`}
      aria-hidden="true"
    >
      {Object.entries(paths).map(([name, d]) => d && <path key={name} class={name} d={d} />)}
    </svg>
  );
}

export function arenaFacts(
  t: Translate,
  { pools, freePools, usable, isNew }: SceneArena,
): string[] {
  const facts = [t('memory.poolsFree', { free: freePools, pools })];
  if (usable === null) facts.push(t('memory.arenaTaken'));
  else
    facts.push(usable === 1 ? t('memory.arenaServes') : t('memory.arenaPlace', { place: usable }));
  if (isNew) facts.push(t('memory.change.arena'));
  return facts;
}

export function Totals({
  t,
  scene: { totals, arenas, changes },
}: {
  t: Translate;
  scene: MemoryMapScene;
}) {
  const { byState, blocks, blockBytes, freeBlocks, freeBytes } = totals;
  return (
    <div class="mem-totals">
      <p>
        {t('memory.totals.pools', {
          arenas: count(arenas.length),
          pools: count(totals.pools),
          full: count(byState[3]),
          used: count(byState[2]),
          empty: count(byState[1]),
          untouched: count(byState[0]),
        })}{' '}
        {t('memory.totals.blocks', {
          blocks: count(blocks),
          bytes: bytesText(t, blockBytes),
          free: count(freeBlocks),
          freeBytes: bytesText(t, freeBytes),
        })}
      </p>
      {changes && (
        <p class="mem-change">
          {changes.allocated + changes.freed === 0
            ? t('memory.change.nothing')
            : t('memory.change.blocks', {
                allocated: count(changes.allocated),
                freed: count(changes.freed),
              })}
        </p>
      )}
    </div>
  );
}

function Card({
  t,
  arena,
  scene,
  selected,
  onOpen,
  focus,
}: Props & { readonly arena: SceneArena }) {
  const inside = (
    <>
      <span class="mem-card-head">
        <b>{t('memory.arena', { number: arena.index })}</b> <code>{hex(arena.address)}</code>
      </span>
      <Mini arena={arena} marks={marksOf(scene, selected)} geometry={scene.geometry} />
      <span class="mem-card-foot">{arenaFacts(t, arena).join(' · ')}</span>
    </>
  );
  if (!onOpen) return <div class="mem-card">{inside}</div>;
  return (
    <button
      type="button"
      class="mem-card"
      ref={(element) => {
        if (focus === arena.index) takeFocus(element);
      }}
      onClick={() => onOpen(arena.index)}
    >
      {inside}
    </button>
  );
}

/** Every arena, each with its pools as small squares. */
export function Arenas(props: Props) {
  const { t, scene } = props;
  return (
    <>
      <Totals t={t} scene={scene} />
      <ul class={scene.arenas.length > 2 ? 'mem-cards many' : 'mem-cards'}>
        {scene.arenas.map((arena) => (
          <li key={arena.address}>
            <Card {...props} arena={arena} />
          </li>
        ))}
      </ul>
      <Key t={t} of="pools" />
    </>
  );
}
