/** What of the map is open, from all arenas down to the bytes of one block. */
import type { MemoryMapOptions, MemoryMapScene, ObjectsScene } from '../../../../engine/index.ts';

export interface Zoom {
  /** Slot of the open arena. */
  readonly arena: number | null;
  /** Address of the open pool. */
  readonly pool: number | null;
  /** Address of the open block, or of the pool for its header. */
  readonly block: number | null;
}

/** What a chapter wants opened. */
export interface Opening {
  readonly level: 'arena' | 'pool' | 'header' | 'block';
  /** A global name, for the place of its object; or, when that is an int from id(), for that place. */
  readonly of: string;
}

export type Level = 'arenas' | 'arena' | 'pool' | 'bytes';

export const OVERVIEW: Zoom = { arena: null, pool: null, block: null };

/** As numbers, to be kept with a playground and in its links: arena, pool, block, as far as it goes. */
export const toNumbers = ({ arena, pool, block }: Zoom): readonly number[] =>
  [arena, pool, block].filter((level) => level !== null);

export const fromNumbers = ([arena, pool, block]: readonly number[]): Zoom => ({
  arena: arena ?? null,
  pool: pool ?? null,
  block: block ?? null,
});

/** What is really open: a pool or an arena may be gone at this step. */
export function levelOf(scene: MemoryMapScene, zoom: Zoom): Level {
  if (scene.bytes) return 'bytes';
  if (scene.pool) return 'pool';
  return scene.arenas.some(({ index }) => index === zoom.arena) ? 'arena' : 'arenas';
}

export const optionsOf = ({ pool, block }: Zoom): MemoryMapOptions => ({
  ...(pool === null ? {} : { pool }),
  ...(block === null ? {} : { block }),
});

/** The arena that an address lies in, by its slot. */
export function arenaOf({ arenas, geometry }: MemoryMapScene, address: number): number | null {
  const found = arenas.find(
    ({ address: start }) => address >= start && address < start + geometry.arenaBytes,
  );
  return found?.index ?? null;
}

/** The zoom that shows the bytes at an address; null where the map does not reach. */
export function zoomTo(scene: MemoryMapScene, address: number): Zoom | null {
  const arena = arenaOf(scene, address);
  if (arena === null) return null;
  // not by bits: an address has more than 32
  const pool = address - (address % scene.geometry.poolBytes);
  return { arena, pool, block: address };
}

/** One level up. */
export function outOf(zoom: Zoom, level: Level): Zoom {
  if (level === 'bytes') return { ...zoom, block: null };
  if (level === 'pool') return { ...zoom, pool: null, block: null };
  return OVERVIEW;
}

/** Where an opening leads at a step; null when the name is not there, or its object in no pool. */
export function zoomOfOpening(
  { level, of }: Opening,
  { frames }: ObjectsScene,
  scene: MemoryMapScene,
): Zoom | null {
  const reference = frames[0]?.names.find(({ label }) => label === of);
  const place = scene.objects.find(({ number }) => number === reference?.to);
  const held = place?.type === 'int' ? zoomTo(scene, Number(place.text)) : null;
  const zoom = held ?? (place?.pool ? zoomTo(scene, place.block) : null);
  if (!zoom) return null;
  if (level === 'arena') return { ...zoom, pool: null, block: null };
  if (level === 'pool') return { ...zoom, block: null };
  return level === 'header' ? { ...zoom, block: zoom.pool } : zoom;
}
