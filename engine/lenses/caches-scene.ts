/**
 * The view model of the Caches lens: where the objects behind the names come from, and what layer 3
 * keeps for the next ones.
 */
import type { ObjectRef } from './object-ref.ts';

/** Why an object is shared, or that it is not. */
export type Origin =
  /** One of the ints that are made before any program runs. */
  | 'small-int'
  /** A string of one character up to U+00FF. */
  | 'character'
  /** None, True, an empty tuple: there is one of it. */
  | 'singleton'
  /** In the table of interned strings; `code` tells where it is a constant as well. */
  | 'interned'
  /** A constant of a code object that is still there. */
  | 'constant'
  /** Made for this use alone, or shared only because several names lead to it. */
  | 'own';

export interface CachedName {
  /** Title of the frame: `globals`, `f`. */
  readonly frame: string;
  readonly name: string;
  readonly object: ObjectRef;
  readonly origin: Origin;
  /** The code object that has it among its constants: `<module>`, `f`; '' for none. */
  readonly code: string;
  /** ob_refcnt; null for an immortal object. */
  readonly refcount: number | null;
}

export interface SceneFreeList {
  /** The type whose objects it keeps; `tuple[2]` for tuples of two items. */
  readonly name: string;
  /** How many it keeps at most. */
  readonly limit: number;
  readonly length: number;
  /** Its length at the step before; null at the first step. */
  readonly before: number | null;
  /** Addresses as `id` gives them, the next to be handed out first; at most MAX_PLACES. */
  readonly places: readonly string[];
}

export interface CachesScene {
  readonly step: number;
  readonly line: number;
  /** Names that lead to a value or a tuple, frame by frame. */
  readonly names: readonly CachedName[];
  readonly smallInts: { readonly first: number; readonly last: number };
  /** Those that keep something now or did at the step before, in the order of their numbers. */
  readonly freeLists: readonly SceneFreeList[];
}

/** Places of a free list that are told one by one. */
export const MAX_PLACES = 24;
