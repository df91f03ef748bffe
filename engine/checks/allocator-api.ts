/**
 * What an exercise may ask of the allocators: facts of one block, of two, and of all of memory.
 *
 * A fact is a number or a word. `equals`, `atLeast` and `atMost` say what it must be; where several
 * are given, all must hold.
 */
import type { Moment } from './api.ts';

/**
 * What to look at. A text: the object that a global name stands for, or one that is reached from it,
 * `keep[0]`, `keep[-1]`, `box.cup`, `table['cup']`. `address`: what stands now at the address that
 * such an object, an int, holds, as `id()` gave it; the object itself may be gone.
 */
export type Place = string | { readonly address: string };

/** Facts of the block that an object stands in, its GC header and other fields before it included. */
export type BlockFact =
  /** Who gave the block: `pymalloc`, `malloc`, `mmap`, `static` (part of the machine), `none` (not memory now). */
  | 'layer'
  /** `used`, `free` (it was freed), `untouched` (never handed out), `none` (not a block of pymalloc). */
  | 'block'
  /** Bytes of the block: of its size class; of the chunk where malloc or mmap gave it; 0 for none. */
  | 'block-bytes'
  /** szidx of its pool; -1 where it has none. */
  | 'size-class'
  /** Its place in the free list of its pool, 1 is handed out next; 0 when it is not in it. */
  | 'free-order'
  /** State of its pool: `used`, `full`, `empty`, `untouched`, or `none`. */
  | 'pool'
  /** Place of its pool in the arena, from 0; -1 for none. */
  | 'pool-index'
  /** Blocks of its pool: in use (ref.count), not in use, and all that fit. 0 for none. */
  | 'pool-used-blocks'
  | 'pool-free-blocks'
  | 'pool-blocks'
  /** Slot of its arena in the vector `arenas`; -1 for none. */
  | 'arena'
  /** Place of its arena in usable_arenas, 1 serves next; 0 when it is not in it. */
  | 'arena-order'
  /** Of its arena: blocks in use, pools with blocks in use, nfreepools. 0 for none. */
  | 'arena-used-blocks'
  | 'arena-used-pools'
  | 'arena-free-pools';

/** Facts of all of memory. */
export type MemoryFact =
  /** Arenas there are; those whose pools are all free; those ever asked for; the most at one time. */
  | 'arenas'
  | 'free-arenas'
  | 'arenas-asked'
  | 'arenas-most'
  /** Pools by state, of all size classes, or of the one whose blocks have `blockBytes`. */
  | 'pools-used'
  | 'pools-full'
  | 'pools-empty'
  /** sys.getallocatedblocks(): blocks in use in pools, and requests that went past pymalloc. */
  | 'allocated-blocks'
  /** Requests that went past pymalloc and are in use. */
  | 'raw-blocks'
  /** Bytes of all mappings, arenas among them; of the C heap, free chunks included. */
  | 'mapped-bytes'
  | 'heap-bytes'
  /** Bytes of pages in physical memory: those that were ever written to since the system gave them. */
  | 'resident-bytes';

/** What of two places is compared. */
export type CompareFact = 'address' | 'block' | 'pool' | 'arena';

export interface Wanted<T> {
  readonly equals?: T | undefined;
  readonly atLeast?: number | undefined;
  readonly atMost?: number | undefined;
}

/** A fact of the block of an object. */
export interface BlockCheck extends Wanted<number | string> {
  readonly kind: 'block';
  readonly of: Place;
  readonly fact: BlockFact;
  readonly at: Moment;
}

/** A fact of all of memory; with `since`, how much it has changed from then. */
export interface MemoryCheck extends Wanted<number> {
  readonly kind: 'memory';
  readonly fact: MemoryFact;
  /** For facts of pools: only those whose blocks have so many bytes. */
  readonly blockBytes?: number | undefined;
  readonly at: Moment;
  readonly since?: Moment | undefined;
}

/** How two places lie to each other. They may be looked at at different moments. */
export interface CompareCheck {
  readonly kind: 'compare';
  readonly of: Place;
  readonly to: Place;
  readonly fact: CompareFact;
  readonly at: Moment;
  /** When `to` is looked at, where that is another moment. */
  readonly toAt?: Moment | undefined;
  /** `below` and `above` go by addresses. */
  readonly is: 'same' | 'different' | 'below' | 'above';
  /** How far apart, in bytes. */
  readonly distance?: number | undefined;
}

export type AllocatorCheck = BlockCheck | MemoryCheck | CompareCheck;
