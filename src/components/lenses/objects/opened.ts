/** What is open in the Objects lens, as the numbers that links keep: object and first item, in pairs. */
import type { ObjectNumber, ViewOptions } from '../../../../engine/index.ts';

export type Opened = ReadonlyMap<ObjectNumber, number>;

/** In the place of an object: how many objects are drawn at most. */
const LIMIT = 0;

/** When the reader asks for those that are left out. */
export const MANY_OBJECTS = 600;

export function openedOf(zoom: readonly number[]): Opened {
  const pairs = Array.from({ length: zoom.length >> 1 }, (_, i) => [zoom[2 * i], zoom[2 * i + 1]]);
  return new Map(pairs.map(([object = 0, from = 0]) => [object, Math.max(0, from)]));
}

export const zoomOf = (opened: Opened): readonly number[] => [...opened].flat();

/** What the engine is asked for, beside what every view has. */
export function optionsOf(zoom: readonly number[]): ViewOptions {
  const opened = openedOf(zoom);
  const limit = opened.get(LIMIT);
  const open = [...opened]
    .filter(([object]) => object !== LIMIT)
    .map(([object, from]) => ({ object, from }));
  return { open, ...(limit === undefined ? {} : { objects: Math.min(limit, MANY_OBJECTS) }) };
}

const having = (zoom: readonly number[], object: number, from: number) =>
  zoomOf(new Map(openedOf(zoom)).set(object, from));

export const withOpen = (zoom: readonly number[], object: ObjectNumber, from: number) =>
  having(zoom, object, Math.max(0, from));

export function withClosed(zoom: readonly number[], object: ObjectNumber): readonly number[] {
  const opened = new Map(openedOf(zoom));
  opened.delete(object);
  return zoomOf(opened);
}

export const withManyObjects = (zoom: readonly number[]) => having(zoom, LIMIT, MANY_OBJECTS);
