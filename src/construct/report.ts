/** What a run of somebody's code came to. Plain data: it crosses two borders as messages. */

export const TASKS = ['free-list', 'pool', 'subtract-refs', 'move-unreachable'] as const;
export type TaskId = (typeof TASKS)[number];

/** The page below /build/ on which each stands. */
export const PAGES: Readonly<Record<TaskId, string>> = {
  'free-list': 'free-list',
  pool: 'pool',
  'subtract-refs': 'collector',
  'move-unreachable': 'collector',
};

/** What was expected or came, as data: the page has the words. `construct.value.<kind>` */
export type Value =
  | { readonly kind: 'address'; readonly address: number }
  | { readonly kind: 'null' }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'object'; readonly object: string }
  | { readonly kind: 'move'; readonly object: string; readonly to: string }
  | { readonly kind: 'refs'; readonly object: string; readonly refs: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'nothing' };

/**
 * How a run departed from the model: `construct.departure.<code>` says it in words. Authors name them in
 * task.yml; a mistake is known by its code.
 */
export const CODES = [
  'threw',
  'no-function',
  'not-a-block',
  'in-use',
  'overwritten',
  'fresh',
  'oldest',
  'other-block',
  'not-threaded',
  'other-pool',
  'new-pool',
  'count',
  'class',
  'list',
  'not-given-back',
  'given-back-in-use',
  'other-generation',
  'refs',
  'missing',
  'too-many',
  'move',
  'not-back',
  'aside-too-early',
] as const;
export type DepartureCode = (typeof CODES)[number];

export interface Departure {
  readonly code: DepartureCode;
  /** The request, or the event of a collection, from 1. */
  readonly step: number;
  /** The request as it was made: `malloc(40)`, `free(#12)`; '' for an event. */
  readonly request: string;
  readonly expected: Value;
  readonly came: Value;
}

export interface Score {
  /** Bytes in use as they were asked for, when the most memory was taken; and the memory that was. */
  readonly asked: number;
  readonly taken: number;
  /** In a second, on the same workload in the same run. */
  readonly operations: number;
  readonly modelOperations: number;
}

export interface Report {
  /** The first departure from the model; null: it passes. */
  readonly departure: Departure | null;
  /** Requests, or events. */
  readonly steps: number;
  /** Null where nothing can be measured: the run broke off. */
  readonly score: Score | null;
}

/** Thrown when code of the reader's does what cannot go on: the run ends there. */
export class Broken extends Error {
  readonly code: DepartureCode;
  readonly expected: Value;
  readonly came: Value;

  constructor(code: DepartureCode, expected: Value, came: Value) {
    super(code);
    this.code = code;
    this.expected = expected;
    this.came = came;
  }
}

export const addressValue = (address: unknown): Value => {
  if (address === 0) return { kind: 'null' };
  return Number.isSafeInteger(address) && (address as number) > 0
    ? { kind: 'address', address: address as number }
    : { kind: 'text', text: String(address).slice(0, 80) };
};

export const numberValue = (number: number): Value => ({ kind: 'number', number });
