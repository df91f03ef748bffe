/**
 * The view model of the Layers lens: what one line asked of which layer, from objects down to pages.
 *
 * Made of two states, before the line and after it. A block that the line took and gave back is in
 * neither, and no order of requests is known: the scene says what it can tell and nothing else.
 */
import type { BlockContent } from './memory-map-scene.ts';

/** Who answered a request. */
export type Answer =
  /** Layer 3: a free list of the type had one; layer 2 was not asked. */
  | 'freeList'
  /** Layer 2: a pool of the size class had a free block. */
  | 'pool'
  /** Layer 2, with a pool that was empty or untouched before the line. */
  | 'newPool'
  /** Layer 2, with a pool of an arena that the system gave during the line. */
  | 'newArena'
  /** Layers 1 and 0: over the threshold, from the C heap. */
  | 'heap'
  /** Layers 1 and 0, and a mapping of its own from the system. */
  | 'mapping';

/** Requests that are alike: same content, same size, same answer. */
export interface LayerRequest {
  readonly content: BlockContent;
  readonly count: number;
  /** The first few of those that are alike; `content` is the first. */
  readonly examples: readonly BlockContent[];
  readonly answer: Answer;
  /** Bytes of the object or table by its layout; null where that does not tell. */
  readonly needs: number | null;
  /** Of these, how many stand before the object: GC header, pointers to dict and weak references. */
  readonly before: number;
  /** Bytes of the block that it got: its size class, or the chunk of the C heap. */
  readonly blockBytes: number;
  /** Size class; -1 where layer 2 did not serve. */
  readonly szidx: number;
  /** Address of the first such block, and of its pool; null where layer 2 did not serve. */
  readonly block: number;
  readonly pool: number | null;
  /** Slot of the pool's arena; -1 where layer 2 did not serve. */
  readonly arena: number;
}

/** What came back, in blocks. */
export interface LayerReturns {
  /** To layer 2. */
  readonly blocks: number;
  readonly bytes: number;
  /** To a free list of layer 3: layer 2 was not told. */
  readonly kept: number;
  /** To layer 0. */
  readonly large: number;
  readonly largeBytes: number;
  /** Pools that became empty, arenas that went back to the system. */
  readonly pools: number;
  readonly arenas: number;
}

/**
 * Pages in physical memory, by the machine's model, before the line and after it; those of the data
 * stack left out, which comes and goes with frames.
 */
export interface LayerPages {
  readonly before: number;
  readonly after: number;
  readonly pageBytes: number;
  /** System calls during the line. */
  readonly mmap: number;
  readonly munmap: number;
}

export interface LayersScene {
  readonly step: number;
  readonly line: number;
  /** Text of the line that ran; '' at the first step. */
  readonly source: string;
  /** Objects of the program first, by number, each before its tables; what has no number last. */
  readonly requests: readonly LayerRequest[];
  /** Groups that the scene leaves out. */
  readonly more: number;
  readonly returns: LayerReturns;
  readonly pages: LayerPages;
  /** Requests over so many bytes go past layer 2. */
  readonly threshold: number;
}

/** Groups of requests that the scene tells. */
export const MAX_REQUESTS = 24;
