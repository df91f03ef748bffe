/**
 * The view model of the Events lens: what the machine did on the way to a step, event by event.
 *
 * The way is run once more with a recorder on. Every reference that comes or goes is told. Several that
 * native code takes on one object with nothing else in between are one event.
 */
import type { CollectionPhase, CollectionReason } from '../objects/collection-events.ts';
import type { ObjectNumber } from './objects-scene.ts';
import type { ObjectRef } from './object-ref.ts';

export type EventKind =
  | 'create'
  | 'incref'
  | 'decref'
  | 'dealloc'
  | 'alloc'
  | 'resize'
  | 'free'
  | 'keep'
  | 'reuse'
  | 'discard'
  | 'pool'
  | 'arena'
  | 'collection';

export const EVENT_KINDS: readonly EventKind[] = [
  'create',
  'incref',
  'decref',
  'dealloc',
  'alloc',
  'resize',
  'free',
  'keep',
  'reuse',
  'discard',
  'pool',
  'arena',
  'collection',
];

/** An instruction of the program, as `dis` of 3.13 names it; other releases run the machine's instructions too. */
export interface EventInstruction {
  readonly name: string;
  /** What it works on: `a`, `2`, `+`; '' for nothing. */
  readonly argument: string;
  /** The function it belongs to, `<module>` for none. */
  readonly function: string;
  readonly line: number;
  /** Counts the instructions of the window from 0: equal for the events of one instruction. */
  readonly index: number;
}

/** Why an event happened. */
export interface EventCause {
  /** Null before the first instruction of the window. */
  readonly instruction: EventInstruction | null;
  /** Native functions at work, outermost first: `list.append`, `print`. */
  readonly native: readonly string[];
  /** Objects whose deallocation is under way, outermost first: the event belongs to that cascade. */
  readonly cascade: readonly ObjectRef[];
  /** The phase that the collector is in, not yet ended; null when it is in none. */
  readonly phase: CollectionPhase | null;
}

interface EventBase {
  /** Place in the window, from 0; it stays the same whatever the filter. */
  readonly index: number;
  /** The event lies between this step and the next. */
  readonly step: number;
  readonly line: number;
  readonly cause: EventCause;
}

/** Where a block comes from. */
export interface EventBlock {
  readonly address: string;
  /** Bytes asked for; where nothing tells, those of the block. */
  readonly bytes: number;
  /** Bytes of the block: its size class, or the chunk of the C heap with its header. */
  readonly blockBytes: number;
  /** Size class; -1 where pymalloc did not serve. */
  readonly szidx: number;
  /** Address of the pool; '' where pymalloc did not serve. */
  readonly pool: string;
  /** Its place in its arena, from 0, and the arena's slot; -1 where pymalloc did not serve. */
  readonly poolIndex: number;
  readonly arena: number;
  /** Bytes of the block before the object in it: GC header, pointers to dict and weak references. */
  readonly before: number;
}

/** A table or content in a block of its own. */
export interface EventPart {
  readonly kind: 'items' | 'keys' | 'values' | 'table' | 'data';
  readonly owner: ObjectRef;
}

/** An object begins, with its first count; `incref` and `decref` change it; 0 is the end. */
interface CountFact<Kind> {
  readonly kind: Kind;
  readonly object: ObjectRef;
  readonly before: number;
  readonly after: number;
}

/** tp_dealloc of an object begins; what follows with it in its cascade is its doing. */
interface DeallocFact {
  readonly kind: 'dealloc';
  readonly object: ObjectRef;
}

/** A block is handed out or comes back. */
interface BlockFact<Kind> {
  readonly kind: Kind;
  readonly block: EventBlock;
  /** Who stands in it; null for tables. */
  readonly object: ObjectRef | null;
  /** For a table that goes with its object: what it is to it, and whose it is; else null. */
  readonly part: EventPart | null;
}

/** A block gets another size, at its place or at a new one. */
interface ResizeFact {
  readonly kind: 'resize';
  readonly block: EventBlock;
  readonly from: EventBlock;
  readonly object: ObjectRef | null;
}

/**
 * A free list keeps an object that died, or gives one back: pymalloc is not asked. Or it gives one up,
 * and the block is freed.
 */
interface FreeListFact<Kind> {
  readonly kind: Kind;
  readonly list: string;
  readonly object: ObjectRef | null;
  /** Objects on the list afterwards. */
  readonly length: number;
}

interface PoolFact {
  readonly kind: 'pool';
  readonly pool: string;
  readonly poolIndex: number;
  readonly arena: number;
  readonly from: 'empty' | 'used' | 'full';
  readonly to: 'empty' | 'used' | 'full';
  readonly szidx: number;
  readonly blockBytes: number;
}

interface ArenaFact {
  readonly kind: 'arena';
  readonly arena: string;
  readonly bytes: number;
  /** mmap or munmap. */
  readonly change: 'mapped' | 'unmapped';
}

interface CollectionFact {
  readonly kind: 'collection';
  readonly what:
    'start' | 'phase' | 'finalize' | 'weakref' | 'callback' | 'resurrected' | 'clear' | 'stop';
  readonly generation: number;
  readonly reason: CollectionReason;
  /** The phase that has ended, with 'phase'; else null. */
  readonly phase: CollectionPhase | null;
  readonly object: ObjectRef | null;
  /** What the collection found, at 'stop'; else 0. */
  readonly found: number;
}

export type EventFact =
  | CountFact<'create'>
  | CountFact<'incref'>
  | CountFact<'decref'>
  | DeallocFact
  | BlockFact<'alloc'>
  | BlockFact<'free'>
  | ResizeFact
  | FreeListFact<'keep'>
  | FreeListFact<'reuse'>
  | FreeListFact<'discard'>
  | PoolFact
  | ArenaFact
  | CollectionFact;

/** An event: its place and cause, and what happened. */
export type SceneEvent = EventBase & EventFact;

export interface EventFilter {
  /** Kinds to tell; all when absent. */
  readonly kinds?: readonly EventKind[];
  /** Only events about this object. */
  readonly object?: ObjectNumber;
  /** Only events about objects of this type. */
  readonly type?: string;
}

export interface EventsOptions {
  /** Steps to go back: 1, the default, tells what the line before this step did. At most MAX_EVENT_WINDOW. */
  readonly window?: number;
  readonly filter?: EventFilter;
  /** Index of the first event to tell, for pages of a long list. */
  readonly skip?: number;
}

export interface EventsScene {
  readonly step: number;
  readonly line: number;
  /** First step of the window: the events lie between it and `step`. */
  readonly from: number;
  /** Text of the line that ran last; '' where it is not of the program's text. */
  readonly source: string;
  /** Those that pass the filter, in order; cut at MAX_EVENTS. */
  readonly events: readonly SceneEvent[];
  /** Those that pass the filter and come behind the last one told. */
  readonly more: number;
  /** How many there are of each kind, before the filter. */
  readonly counts: Readonly<Record<EventKind, number>>;
  /**
   * Whether the recorder gave up before the end of the window: MAX_RECORDED was reached. Under the debug
   * hooks of PYTHONMALLOC it does not begin.
   */
  readonly cut: boolean;
}

/** Steps of a window. */
export const MAX_EVENT_WINDOW = 50;
/** Events that one scene tells. */
export const MAX_EVENTS = 500;
/** Events that the recorder keeps of a window. */
export const MAX_RECORDED = 20_000;
