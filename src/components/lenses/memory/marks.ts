import type { MemoryMapScene } from '../../../../engine/index.ts';

export interface Marks {
  /** Addresses of pools in which the line took or gave back a block, or whose state changed. */
  readonly changed: ReadonlySet<number>;
  /** Address of the pool of the chosen object, and of its block. */
  readonly pool: number | null;
  readonly block: number | null;
}

export function marksOf({ changes, objects }: MemoryMapScene, selected: number | null): Marks {
  const place = objects.find(({ number }) => number === selected);
  const states = changes?.poolStates.map(([pool]) => pool) ?? [];
  return {
    changed: new Set([...(changes?.pools ?? []), ...states]),
    pool: place?.pool ?? null,
    block: place?.pool === null || place === undefined ? null : place.block,
  };
}
