/**
 * What an exercise may ask about cycles and their collector.
 *
 * Everything is read from memory: the counters of the generations, the lists, the headers. Only who
 * freed an object needs a look at the line while it runs.
 */

import type { Wanted } from './allocator-api.ts';
import type { Moment } from './api.ts';

/** 0 the youngest, 2 the oldest. */
export type GenerationNumber = 0 | 1 | 2;

/** How many collections have run; with `since`, only those from then on. */
export interface CollectionsCheck extends Wanted<number> {
  readonly kind: 'collections';
  /** Of this generation alone; else of any. */
  readonly generation?: GenerationNumber | undefined;
  readonly at: Moment;
  readonly since?: Moment | undefined;
}

/** How many objects collections found unreachable and freed; with `since`, only those from then on. */
export interface CollectedCheck extends Wanted<number> {
  readonly kind: 'collected';
  /** By collections of this generation alone; else by any. */
  readonly generation?: GenerationNumber | undefined;
  readonly at: Moment;
  readonly since?: Moment | undefined;
}

/** In which generation's list the object of a global name stands: 3 is the permanent one, -1 none. */
export interface GenerationCheck extends Wanted<number> {
  readonly kind: 'generation';
  readonly name: string;
  readonly at: Moment;
}

/** How many objects of a type no name leads to, although they have not been freed. */
export interface UnreachableCheck extends Wanted<number> {
  readonly kind: 'unreachable';
  readonly type: string;
  readonly at: Moment;
}

/** How many objects of a type were freed while a line ran, calls within it included. */
export interface FreedCheck extends Wanted<number> {
  readonly kind: 'freed';
  readonly type: string;
  /** The text of the line, or a part of it that no other line has; its first run counts. */
  readonly during: string;
  /** 'collector': during a collection; 'count': when a count came to zero outside one; else both. */
  readonly by?: 'collector' | 'count' | undefined;
}

export type CollectorCheck =
  CollectionsCheck | CollectedCheck | GenerationCheck | UnreachableCheck | FreedCheck;
