/** The view model of the Refcounts lens: the count of one object over the steps of its life. */
import type { ObjectChoice, ObjectRef } from './object-ref.ts';

export interface RefcountsOptions extends ObjectChoice {
  /** Steps to look at; the whole run where it is no longer than MAX_REFCOUNT_STEPS. */
  readonly from?: number;
  readonly to?: number;
}

/** A step at which the count is another than at the step before. */
export interface RefcountPoint {
  readonly step: number;
  /** The count from this step on; 0: it has been freed. */
  readonly refcount: number;
  /** The count before; 0: it was not there. */
  readonly before: number;
  /** The line that changed it, the one of step - 1; 0 where it is not of the program's text. */
  readonly line: number;
  /** That line's text, '' where it is not of the program's text. */
  readonly code: string;
}

export interface RefcountsScene {
  readonly step: number;
  readonly line: number;
  /** Null when no such object is there at this step. */
  readonly object: ObjectRef | null;
  /** The count at this step; null for an immortal object: then there is nothing to draw. */
  readonly refcount: number | null;
  /** The steps that were looked at, both included. */
  readonly from: number;
  readonly to: number;
  /** Steps of the whole run, and one: the end. */
  readonly last: number;
  /** First step at which it is there; null when it was there before `from`. */
  readonly born: number | null;
  /** First step at which it is gone; null when it is there still at `to`. */
  readonly died: number | null;
  /** In order of steps; the first says the count at `from` or at its birth. Cut at MAX_REFCOUNT_POINTS. */
  readonly points: readonly RefcountPoint[];
  /** Changes behind the last point. */
  readonly more: number;
  readonly highest: number;
}

/** Steps that are looked at where the question names none: around the step asked about. */
export const MAX_REFCOUNT_STEPS = 200_000;

/** Changes that the scene tells. */
export const MAX_REFCOUNT_POINTS = 5000;
