/**
 * Checks of an exercise: questions about what the memory did, as data.
 *
 * An exercise passes when every check does. A check that fails says at which step the run departed
 * from what was asked, where that can be told.
 */

import type { AllocatorCheck } from './allocator-api.ts';
import type { CollectorCheck } from './collector-api.ts';

/** 'end': when the program has ended; else the state before the line that has this text runs. */
export type Moment = 'end' | { readonly before: string };

/** What a check asks. `line` is 1-based in the learner's program; `when` picks among its runs. */
export type Check =
  | AllocatorCheck
  | CollectorCheck
  /** Everything written to stdout, to the letter; trailing newlines aside. */
  | { readonly kind: 'stdout'; readonly equals: string }
  /** The reference count of the object a global name stands for. */
  | {
      readonly kind: 'refcount';
      readonly name: string;
      readonly at: Moment;
      readonly equals: number;
    }
  /** How many live objects of a type there are, counted over the whole heap. */
  | {
      readonly kind: 'alive';
      readonly type: string;
      readonly at: Moment;
      readonly equals: number;
    }
  /** A name that must, or must not, exist. */
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly at: Moment;
      readonly exists: boolean;
    }
  /** The source must contain, or not contain, a piece of text. For tasks about how, not what. */
  | { readonly kind: 'source'; readonly contains: string; readonly wanted: boolean };

export interface CheckOutcome {
  readonly passed: boolean;
  /** What was found, for the message: a number, a text. */
  readonly found: string;
  /** The step at which to look; null when no step tells it. */
  readonly step: number | null;
}
