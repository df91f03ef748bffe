import type { ComponentChildren } from 'preact';
import type { MemoryMapScene, SceneArena, ScenePool } from '../../../../engine/index.ts';
import type { Translate, WordKey } from '../../../i18n/words.ts';
import { capacityOf } from './Arena.tsx';
import { arenaFacts } from './Arenas.tsx';
import { freePlaces } from './Pool.tsx';
import { UNTOUCHED, poolStateWord } from './states.ts';
import { blockText, count, hex } from './words.ts';

interface TableProps {
  readonly t: Translate;
  readonly caption: string;
  readonly columns: readonly WordKey[];
  readonly children: ComponentChildren;
}

function Frame({ t, caption, columns, children }: TableProps) {
  return (
    <table class="lens-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

interface NameProps {
  readonly label: string;
  readonly address: number;
  readonly onOpen: ((address: number) => void) | undefined;
  readonly to: number;
}

/** The name of a row; a way in where somebody listens. */
function Name({ label, address, onOpen, to }: NameProps) {
  return (
    <th scope="row">
      {onOpen ? (
        <button type="button" class="mem-go" onClick={() => onOpen(to)}>
          {label}
        </button>
      ) : (
        label
      )}
      <code>{hex(address)}</code>
    </th>
  );
}

interface Props {
  readonly t: Translate;
  readonly scene: MemoryMapScene;
  readonly onOpen: ((to: number) => void) | undefined;
}

export function ArenasTable({ t, scene, onOpen }: Props) {
  const used = ({ counts }: SceneArena) => counts.reduce((sum, n) => sum + n, 0);
  return (
    <Frame
      t={t}
      caption={t('memory.all')}
      columns={['memory.column.arena', 'memory.column.state', 'memory.column.inUse']}
    >
      {scene.arenas.map((arena) => (
        <tr key={arena.index}>
          <Name
            label={t('memory.arena', { number: arena.index })}
            address={arena.address}
            to={arena.index}
            onOpen={onOpen}
          />
          <td>{arenaFacts(t, arena).join('; ')}</td>
          <td class="mem-number">{count(used(arena))}</td>
        </tr>
      ))}
    </Frame>
  );
}

/** Pools in order; those never touched, all at the end, as one row. */
export function PoolsTable({ t, scene, arena, onOpen }: Props & { readonly arena: SceneArena }) {
  const { geometry } = scene;
  const carved = arena.states.indexOf(UNTOUCHED);
  const shown = carved < 0 ? arena.pools : carved;
  return (
    <Frame
      t={t}
      caption={t('memory.arena', { number: arena.index })}
      columns={[
        'memory.column.pool',
        'memory.column.state',
        'memory.column.size',
        'memory.column.inUse',
      ]}
    >
      {arena.states.slice(0, shown).map((state, i) => {
        const szidx = arena.classes[i]!;
        const address = arena.firstPool + i * geometry.poolBytes;
        const name = t('memory.pool', { number: i });
        const capacity = szidx < 0 ? 0 : capacityOf(geometry, szidx);
        return (
          <tr key={i}>
            <Name label={name} address={address} to={address} onOpen={onOpen} />
            <td>{poolStateWord(t, state)}</td>
            <td class="mem-number">{szidx < 0 ? '–' : geometry.alignment * (szidx + 1)}</td>
            <td>{t('memory.of', { used: arena.counts[i]!, capacity })}</td>
          </tr>
        );
      })}
      {shown < arena.pools && (
        <tr>
          <th scope="row">{t('memory.poolsFrom', { from: shown, to: arena.pools - 1 })}</th>
          <td>{t('memory.untouched')}</td>
          <td>–</td>
          <td>–</td>
        </tr>
      )}
    </Frame>
  );
}

export function BlocksTable({ t, scene, pool, onOpen }: Props & { readonly pool: ScenePool }) {
  const places = freePlaces(pool);
  const first = pool.address + scene.geometry.headerBytes;
  return (
    <Frame
      t={t}
      caption={t('memory.pool', { number: pool.index })}
      columns={['memory.column.block', 'memory.column.holds']}
    >
      <tr>
        <Name label={t('memory.header')} address={pool.address} to={pool.address} onOpen={onOpen} />
        <td>{t('memory.headerOf', { bytes: scene.geometry.headerBytes })}</td>
      </tr>
      {pool.blocks.map((block, i) => {
        const address = first + i * pool.blockBytes;
        const name = t('memory.block', { number: i });
        return (
          <tr key={address}>
            <Name label={name} address={address} to={address} onOpen={onOpen} />
            <td>{blockText(t, block, places.get(i) ?? null)}</td>
          </tr>
        );
      })}
      {pool.blocks.length < pool.capacity && (
        <tr>
          <th scope="row">
            {t('memory.blocksFrom', { from: pool.blocks.length, to: pool.capacity - 1 })}
          </th>
          <td>{t('memory.look.untouched')}</td>
        </tr>
      )}
    </Frame>
  );
}
