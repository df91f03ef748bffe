/**
 * The view model of the Holders lens: for one object, every reference to it, each by name.
 *
 * The references add up to the count, or the scene says by how many they do not.
 */
import type { ObjectChoice, ObjectRef } from './object-ref.ts';

/** What kind of place holds a reference. */
export type HolderKind =
  /** A global or local name: `label` is the name, `frame` whose. */
  | 'name'
  /** A value on a frame's evaluation stack, such as an argument being passed: `[0]` is the lowest. */
  | 'stack'
  /** A running frame itself: its function, code or namespace. */
  | 'frame'
  /** An item, value or key of `owner`: `[2]`, `['key']`, `key`, `item`. */
  | 'item'
  /** An attribute of `owner`: `.next`, `__self__`, `cell_contents`. */
  | 'attribute'
  /** Something else of `owner`: `label` is the owner's C field or '' where there is no name for it. */
  | 'inside'
  /** The interpreter: a field of its state, named by `label`. */
  | 'interpreter';

export interface Holder {
  readonly kind: HolderKind;
  /** Title of the frame for 'name', 'stack', 'frame' (`globals`, `f`); '' for the others. */
  readonly frame: string;
  readonly label: string;
  /** The object that holds it; null for names, frames and the interpreter. */
  readonly owner: ObjectRef | null;
  /** How many references this place counts; 0 for one that is borrowed and not counted. */
  readonly count: number;
}

/** Nothing chosen: the scene is about no object. */
export type HoldersOptions = ObjectChoice;

export interface HoldersScene {
  readonly step: number;
  /** Line about to be executed; 0 at the end of the program. */
  readonly line: number;
  /** Null when no such object is there at this step. */
  readonly object: ObjectRef | null;
  /** ob_refcnt; null for an immortal object, which keeps no count. */
  readonly refcount: number | null;
  /** Names first, then stacks and frames, objects, the interpreter; cut at MAX_HOLDERS. */
  readonly holders: readonly Holder[];
  /** Places left out, and the references that they count. */
  readonly more: number;
  readonly moreCount: number;
  /** References of the count that no place in memory holds: native code at work has them. */
  readonly unnamed: number;
}

/** Places that the scene names. */
export const MAX_HOLDERS = 100;
