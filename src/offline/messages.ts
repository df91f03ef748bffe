/** What a page and the service worker say to each other, and what the worker is built with. */

/** Contents of every file that is kept, as a short hash, by address below the site's root. */
export type Marks = Readonly<Record<string, string>>;

export interface FileList {
  /** Kept after the first visit: pages, engine, lenses, search. */
  readonly always: Marks;
  /** Kept from its first use, or when asked: the editor. */
  readonly onUse: Marks;
  /** Size of all of `onUse`, in bytes on the device. */
  readonly onUseBytes: number;
}

export type ToWorker =
  /** Take the place of the version before; the page reloads. */
  | { readonly type: 'take-over' }
  /** Files that the page had loaded before it had a worker. */
  | { readonly type: 'used'; readonly urls: readonly string[] }
  /** Answered with a `Standing` on the port that comes along. */
  | { readonly type: 'standing' }
  /** Keep the editor too: answered with a `Standing` after each file. */
  | { readonly type: 'keep' };

export interface Standing {
  /** How many files of `always` are kept, and of how many. */
  readonly kept: number;
  readonly of: number;
  /** The same of the editor's files. */
  readonly editorKept: number;
  readonly editorOf: number;
  readonly editorBytes: number;
  /** The network went away, or the device has no room. */
  readonly failed?: boolean;
}
