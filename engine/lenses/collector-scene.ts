/**
 * The view model of the Collector lens: the lists that the collector works on, and what it did.
 *
 * Between collections these are the generations. A line during which a collection ran has moments as
 * well, one for each thing that the collector did with an object of the program, in order; each has the
 * lists as they stood then, read from memory. Plain data, to be sent to another thread.
 */
import type { CollectionPhase, CollectionReason } from '../objects/collection-events.ts';
import type { ObjectNumber } from './objects-scene.ts';

/** An object of the program, as it stands in a list. */
export interface ListedObject {
  readonly number: ObjectNumber;
  readonly type: string;
  /** One line: `[2 items]`, `class Node`. */
  readonly text: string;
  /** Names that lead to it. */
  readonly names: readonly string[];
  /** ob_refcnt; null for an immortal object. */
  readonly refcount: number | null;
  /** The copied count, where `_gc_prev` holds one at this moment. */
  readonly refs: number | null;
  /** Whether its finalizer was called, now or earlier: a flag in `_gc_prev`. */
  readonly finalized: boolean;
  /** Objects of the program that it refers to. */
  readonly refersTo: readonly ObjectNumber[];
}

export type ListName =
  | 'generation0'
  | 'generation1'
  | 'generation2'
  /** In place of the generations, with the incremental collector. */
  | 'young'
  | 'visited'
  | 'pending'
  /** What an increment looks through, and what it has found alive so far. */
  | 'increment'
  | 'survivors'
  | 'permanent'
  /** What was put aside: found unreachable, so far. */
  | 'unreachable'
  /** Of the unreachable, what is so still after finalizers ran. */
  | 'still_unreachable'
  /** What the collector can never free, and what that leads to. */
  | 'finalizers';

export interface SceneList {
  readonly name: ListName;
  /** Objects in it, those of the machine included. */
  readonly size: number;
  readonly objects: readonly ListedObject[];
  /** What counts up to the threshold, for the three generations; null for other lists. */
  readonly count: number | null;
  readonly threshold: number | null;
  /** Whether it is the list that a collection is looking through. */
  readonly examined: boolean;
}

/** What happened at a moment, as data: a page has the words. */
export type MomentKind =
  | 'start'
  | 'phase'
  | 'mark'
  | 'subtract'
  | 'aside'
  | 'reachable'
  | 'back'
  | 'kept'
  | 'weakref'
  | 'callback'
  | 'finalize'
  | 'resurrected'
  | 'clear'
  | 'survives'
  | 'stop';

export interface SceneMoment {
  readonly kind: MomentKind;
  /** The function of the collector that runs, or has ended with kind 'phase'; null around them. */
  readonly phase: CollectionPhase | null;
  /** The second search, after finalizers ran. */
  readonly again: boolean;
  /** What it is about: `list #1`; '' where it is about no object. */
  readonly object: string;
  readonly number: ObjectNumber;
  /** What refers to it: `list #2`, `globals`, `a dict`; '' where nothing does. */
  readonly from: string;
  readonly fromNumber: ObjectNumber;
  /** gc_refs that are left, at 'subtract'; what was found, at 'stop'; else 0. */
  readonly count: number;
  /** The one that is collected. */
  readonly generation: number;
  /** At 'start'. */
  readonly reason: CollectionReason | null;
}

export interface CollectorPass {
  /** Objects to look at before the next collection that is due; none below 1. */
  readonly work: number;
  /** Tracked objects. */
  readonly heap: number;
  /** Whether the next collection that is due only marks. */
  readonly marks: boolean;
}

export interface CollectorScene {
  readonly step: number;
  readonly line: number;
  /** Text of the line that ran; '' at the first step. */
  readonly source: string;
  /** Whether collections start by themselves. */
  readonly enabled: boolean;
  /** Survivors of generation 1 since the last full collection, and survivors of that one. */
  readonly pending: number;
  readonly longLived: number;
  /** With the incremental collector: how the pass through the heap stands; else null. */
  readonly pass: CollectorPass | null;
  /** Everything that the collector did during the line, in order; empty when none ran. */
  readonly moments: readonly SceneMoment[];
  /** Moments beyond the limit: only phases are told of them. */
  readonly more: number;
  /** Which of `moments` the lists show; null: the state at the step, when the line has ended. */
  readonly moment: number | null;
  readonly lists: readonly SceneList[];
}

export interface CollectorOptions {
  /** Index into `moments`; null for the state at the step. */
  readonly moment: number | null;
}

/** Objects of one list that are told one by one. */
export const MAX_LISTED = 24;

/** Moments of one line that are told; of what is beyond, the phases. */
export const MAX_MOMENTS = 400;
