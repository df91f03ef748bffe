/**
 * The view model of the Memory map: arenas, pools, blocks, bytes.
 *
 * Plain frozen data, like the Objects lens's. The overview is small however much memory there is, three
 * numbers a pool; blocks and bytes are told only for what is open. An address is a number as the program
 * sees it: 47 bits, exact in a double.
 */
import type { Narration } from './narration.ts';
import type { ObjectNumber } from './objects-scene.ts';

/** What is open. An address that is none (any more) opens nothing. */
export interface MemoryMapOptions {
  /** Address of the pool whose blocks are to be told. */
  readonly pool?: number;
  /** Address of the block whose bytes are to be told; the pool's own address for its header. */
  readonly block?: number;
}

/** The sizes that everything else follows from; they differ by release. */
export interface MapGeometry {
  readonly arenaBytes: number;
  readonly poolBytes: number;
  readonly headerBytes: number;
  /** Size class i holds blocks of (i + 1) * alignment bytes. */
  readonly alignment: number;
  /** Requests over so many bytes go past pymalloc. */
  readonly threshold: number;
}

/** The pool was never carved off its arena. */
export const POOL_UNTOUCHED = 0;
/** It was, and no block is in use: any size class may take it. */
export const POOL_EMPTY = 1;
/** Some blocks are in use, some are not. */
export const POOL_USED = 2;
/** Every block is in use. */
export const POOL_FULL = 3;

export type PoolState =
  typeof POOL_UNTOUCHED | typeof POOL_EMPTY | typeof POOL_USED | typeof POOL_FULL;

export interface SceneArena {
  /** Its slot in the vector `arenas`. */
  readonly index: number;
  readonly address: number;
  /** Address of its first pool: the arena's own when that is aligned. */
  readonly firstPool: number;
  /** ntotalpools and nfreepools. */
  readonly pools: number;
  readonly freePools: number;
  /** 1 for the first in usable_arenas, which serves next; null when all its pools are taken. */
  readonly usable: number | null;
  /** By pool: the state, the size class (-1 when it has none), ref.count. */
  readonly states: readonly PoolState[];
  readonly classes: readonly number[];
  readonly counts: readonly number[];
  /** The system gave it while the line ran. */
  readonly isNew: boolean;
}

/** What stands in a block that is in use. */
export interface BlockContent {
  readonly kind:
    /** an object, with what stands before it */
    | 'object'
    /** ob_item of a list */
    | 'items'
    /** the keys of a dict; of a class, shared by its instances */
    | 'keys'
    | 'sharedKeys'
    /** the values of a split dict or of an instance */
    | 'values'
    /** the table of a set */
    | 'table'
    /** bytes that belong to an object: a bytearray's content, a class's doc */
    | 'data'
    /** an object, or keys, that a free list keeps for the next of its kind */
    | 'kept'
    /** a table of pymalloc's own */
    | 'allocator'
    /** nobody who can be found from outside: native code that is running holds it */
    | 'unknown';
  /** The object, or the one that the block belongs to; 0 where there is none. */
  readonly number: ObjectNumber;
  readonly type: string;
  /** One line about the object; '' where there is none. */
  readonly text: string;
}

/** Where an object of the Objects lens lies. */
export interface ObjectPlace {
  readonly number: ObjectNumber;
  readonly type: string;
  readonly text: string;
  /** Address of its block, which may begin before the object. */
  readonly block: number;
  /** Its pool; null when pymalloc does not serve it: it is large, or part of the machine. */
  readonly pool: number | null;
}

export type BlockState = 'used' | 'free' | 'untouched';

export interface SceneBlock {
  readonly state: BlockState;
  /** Null unless it is in use. */
  readonly content: BlockContent | null;
  /** Against the step before. */
  readonly change: 'allocated' | 'freed' | 'none';
}

export interface ScenePool {
  readonly arena: number;
  readonly index: number;
  readonly address: number;
  readonly state: PoolState;
  readonly szidx: number;
  readonly blockBytes: number;
  /** Blocks that fit. */
  readonly capacity: number;
  /** ref.count */
  readonly count: number;
  /** Offset of the first block that was never handed out or put in the free list. */
  readonly nextoffset: number;
  /** Bytes behind the last block that fits. */
  readonly tail: number;
  /** Place in the list of its size class, 1 serves next; null when it is not in usedpools. */
  readonly place: number | null;
  /** Carved blocks in the order of their addresses; those behind were never used. */
  readonly blocks: readonly SceneBlock[];
  /** Indices of free blocks; the first is handed out next. */
  readonly freeList: readonly number[];
}

/** A field of a structure, as it lies in memory. */
export interface SceneField {
  /** From the first byte shown. */
  readonly offset: number;
  readonly bytes: number;
  /** C name of the structure: `pool_header`, `PyGC_Head`, `PyObject`, `PyListObject` ... */
  readonly struct: string;
  /** C name of the field; '' for bytes that no field takes. */
  readonly name: string;
  /** The value as a number, an address or a text. */
  readonly value: string;
  /** What a pointer leads to. */
  readonly target: BlockContent | null;
  /** What the value means, as a sentence of the catalogue. */
  readonly note: Narration | null;
}

export interface SceneBytes {
  readonly kind: 'header' | 'used' | 'free' | 'untouched';
  readonly address: number;
  readonly content: BlockContent | null;
  readonly bytes: readonly number[];
  readonly fields: readonly SceneField[];
}

/** What the line before this step changed. */
export interface MapChanges {
  readonly allocated: number;
  readonly freed: number;
  /** Addresses of pools in which a block was handed out or came back. */
  readonly pools: readonly number[];
  /** Pools whose state is another: address, before, now. */
  readonly poolStates: readonly (readonly [pool: number, before: PoolState, now: PoolState])[];
  readonly arenasNew: number;
  readonly arenasGone: number;
}

export interface MapTotals {
  readonly pools: number;
  /** By state. */
  readonly byState: readonly [untouched: number, empty: number, used: number, full: number];
  readonly blocks: number;
  readonly blockBytes: number;
  readonly freeBlocks: number;
  readonly freeBytes: number;
  /** Requests over the threshold that are in use. */
  readonly rawBlocks: number;
}

export interface MemoryMapScene {
  readonly step: number;
  readonly line: number;
  readonly geometry: MapGeometry;
  readonly totals: MapTotals;
  /** In the order of the vector `arenas`. */
  readonly arenas: readonly SceneArena[];
  readonly objects: readonly ObjectPlace[];
  /** Null at the first step: there is nothing to compare with. */
  readonly changes: MapChanges | null;
  readonly pool: ScenePool | null;
  readonly bytes: SceneBytes | null;
}
