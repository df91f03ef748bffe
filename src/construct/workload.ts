/** What was recorded of Python programs: src/construct/workloads/, which tools/construct/record.py writes. */

export interface RequestWorkload {
  readonly release: string;
  /** The Python program that asked. */
  readonly program: string;
  /**
   * One number a request, numbered from 1: n > 0 asks for n bytes, n < 0 gives back the block that
   * request -n got.
   */
  readonly requests: readonly number[];
}

export interface GraphObject {
  readonly type: string;
  /** ob_refcnt when the collection began. */
  readonly refcount: number;
  /** What its tp_traverse visits, as places in the list; -1: an object of another generation. */
  readonly to: readonly number[];
}

export interface GraphWorkload {
  readonly release: string;
  readonly program: string;
  /** The young generation, in the order of its list. */
  readonly objects: readonly GraphObject[];
  /** Places of what the collector found unreachable, in the order of its list. */
  readonly unreachable: readonly number[];
}
