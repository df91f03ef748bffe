/** What the log is filtered by, and how that is kept as numbers for links. */
import type { EventKind, EventsOptions } from '../../../../engine/index.ts';

/** In the order of the engine; a kind's bit in a link is its place here. */
export const KINDS = [
  'create',
  'incref',
  'decref',
  'dealloc',
  'alloc',
  'resize',
  'free',
  'keep',
  'reuse',
  'discard',
  'pool',
  'arena',
  'collection',
] as const satisfies readonly EventKind[];

/** Steps back that a reader may choose. */
export const WINDOWS = [1, 5, 20, 50] as const;

export interface Filter {
  readonly window: number;
  /** Kinds that are shown; empty: all. */
  readonly kinds: readonly EventKind[];
  /** Only events about the chosen object. */
  readonly onlySelected: boolean;
  /** Events before the first that is shown. */
  readonly skip: number;
}

export function filterOf(zoom: readonly number[]): Filter {
  const [window = 1, bits = 0, only = 0, skip = 0] = zoom;
  return {
    window: WINDOWS.find((steps) => steps === window) ?? 1,
    kinds: KINDS.filter((_, index) => bits & (1 << index)),
    onlySelected: only === 1,
    skip: Math.max(0, skip),
  };
}

export function zoomOf({ window, kinds, onlySelected, skip }: Filter): readonly number[] {
  const bits = kinds.reduce((sum, kind) => sum | (1 << KINDS.indexOf(kind)), 0);
  return [window, bits, onlySelected ? 1 : 0, skip];
}

export function optionsOf(filter: Filter, selected: number | null): EventsOptions {
  const { window, kinds, onlySelected, skip } = filter;
  return {
    window,
    skip,
    filter: {
      ...(kinds.length > 0 ? { kinds } : {}),
      ...(onlySelected && selected !== null ? { object: selected } : {}),
    },
  };
}

/** A kind is shown or hidden; the log begins anew. */
export function toggled(filter: Filter, kind: EventKind): Filter {
  const has = filter.kinds.includes(kind);
  const kinds = KINDS.filter((one) => (one === kind ? !has : filter.kinds.includes(one)));
  return { ...filter, kinds, skip: 0 };
}
