/**
 * The view model of the Objects lens: frames with their names, objects with their counts, arrows.
 *
 * Plain frozen data without addresses to follow: it can be sent to another thread, kept as JSON in
 * a page, or drawn by any painter. `project` (objects.ts) makes it of the memory at a step.
 */

/** An object's number in a run: counts objects in order of first appearance, never reused. */
export type ObjectNumber = number;

/** What a name, an item or an attribute refers to. */
export interface Reference {
  /** `a`, `[0]`, `['key']`, `.name`, `func`; what stands before the arrow. */
  readonly label: string;
  readonly to: ObjectNumber;
}

export interface SceneFrame {
  /** 'globals' for the module, else the function's name. */
  readonly title: string;
  readonly kind: 'module' | 'function' | 'class';
  /** Line the frame is at, 1-based. */
  readonly line: number;
  readonly names: readonly Reference[];
}

export interface SceneObject {
  readonly number: ObjectNumber;
  /** Type name: list, int, Node ... */
  readonly type: string;
  /** One line, cut at 40 characters: `[]`, `'spam'`, `42`, `<function f>`. */
  readonly text: string;
  /** ob_refcnt; null for an immortal object, which keeps no count. */
  readonly refcount: number | null;
  /** The address as a program sees it, `0x7f3a00a01f40`. */
  readonly address: string;
  /** sys.getsizeof. */
  readonly size: number;
  /** What it refers to, cut at `MAX_ITEMS`. */
  readonly items: readonly Reference[];
  /** References before the first of `items`, where the view was asked for later ones. */
  readonly earlier: number;
  /** How many references behind `items` are left out. */
  readonly more: number;
  /** False: no name leads to it any more, yet it has not been freed. */
  readonly reachable: boolean;
  /** Against the step before: made new, count changed, contents changed, or as it was. */
  readonly change: 'new' | 'count' | 'contents' | 'none';
  /** The count at the step before, when it differs. */
  readonly refcountBefore: number | null;
}

/** An object that was there at the step before and has been freed since. */
export interface FreedObject {
  readonly number: ObjectNumber;
  readonly type: string;
  readonly text: string;
}

export interface ObjectsScene {
  readonly step: number;
  /** Line about to be executed; 0 at the end of the program. */
  readonly line: number;
  readonly frames: readonly SceneFrame[];
  readonly objects: readonly SceneObject[];
  readonly freed: readonly FreedObject[];
  /** Objects left out because the picture has its limit. */
  readonly moreObjects: number;
}

/** What a view tells beside what it tells anyhow. */
export interface ViewOptions {
  /** Objects whose references are told from one of them on, 0 for the first. */
  readonly open?: readonly { readonly object: ObjectNumber; readonly from: number }[];
  /** Objects that the scene shows at most, in place of MAX_OBJECTS. */
  readonly objects?: number;
  /**
   * For going by event: the place of an event on the way to the step, from 0, the last one where there
   * are not so many. Null: the step itself.
   */
  readonly event?: number | null;
}

/** References of one object that the scene shows. */
export const MAX_ITEMS = 20;

/** Objects that the scene shows. */
export const MAX_OBJECTS = 120;
