/**
 * What your code gets, and what it gives back. This text is what the editor knows; the types of
 * addresses and of the pool's header are the engine's own.
 */
import type { Addr, Bytes, POOL_HEADER } from '../../engine/pymalloc-only.ts';

export type { Addr, Bytes };

/** Memory. An address is a byte offset, 0 is NULL; words are 32 bits, at multiples of 4. */
export interface Heap {
  load(at: Addr): number;
  store(at: Addr, value: number): void;
}

// ---- Build a free list ---------------------------------------------------------------------------

export interface FreeListLab {
  readonly heap: Heap;
  /** The first block. */
  readonly first: Addr;
  /** Behind the last block. */
  readonly end: Addr;
  /** From one block to the next. */
  readonly blockBytes: Bytes;
}

export interface FreeList {
  /** A block that is not in use: the one freed last, else the lowest that was never handed out; 0 when there is none. */
  alloc(): Addr;
  /** Takes a block back. Its first word then holds the address of the block that was next before, or 0. */
  free(block: Addr): void;
}

// ---- Build a pool --------------------------------------------------------------------------------

export interface PoolLab {
  readonly heap: Heap;
  /** Offsets of the fields of a pool's header: `heap.load(pool + HEADER.refCount)`. */
  readonly HEADER: typeof POOL_HEADER;
  /** Bytes of a pool; each begins at a multiple of it. */
  readonly poolBytes: Bytes;
  /** Size class i has blocks of (i + 1) * alignment bytes. */
  readonly alignment: Bytes;
  /** A pool of the arena: the one given back last, else one that was never used. 0 when there is none. */
  newPool(): Addr;
  /** Gives a pool back to the arena. What stands in it stays. */
  giveBack(pool: Addr): void;
}

export interface Pools {
  /** @param bytes 1 to 512 */
  malloc(bytes: Bytes): Addr;
  free(block: Addr): void;
}

// ---- Build the collector -------------------------------------------------------------------------

export type List = 'young' | 'unreachable';

export interface Gc {
  /** The first object of a list; 0 when it is empty. */
  first(list: List): Addr;
  /** The object behind this one in its list, as the list is now; 0 behind the last. */
  next(object: Addr): Addr;
  /** Calls `visit` with each object that this one refers to: of any generation, and as often as it refers to it. */
  traverse(object: Addr, visit: (child: Addr) => void): void;
  /** gc_refs: at the beginning a copy of ob_refcnt. */
  getRefs(object: Addr): number;
  setRefs(object: Addr, refs: number): void;
  /** Whether it belongs to this collection, and the walk of move_unreachable has not settled it. */
  isCollecting(object: Addr): boolean;
  clearCollecting(object: Addr): void;
  /** Whether it stands in the list `unreachable`. */
  isAside(object: Addr): boolean;
  /** Moves an object to the end of a list. */
  move(object: Addr, to: List): void;
}
