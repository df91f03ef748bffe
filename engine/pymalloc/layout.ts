/**
 * The structures of pymalloc as they lie in memory: byte offsets of fields, with the total as the
 * last entry. Pointers are 8 bytes, `uint` is 4. v3.13.0 Include/internal/pycore_obmalloc.h.
 */

/** v3.13.0 Include/internal/pycore_obmalloc.h struct pool_header: at the start of every pool. */
export const POOL_HEADER = {
  /** uint: number of blocks in use. The union's other 4 bytes are padding. */
  refCount: 0,
  /** pointer: head of the free list, a chain through the free blocks themselves. */
  freeblock: 8,
  /** pointer: next pool of this size class; next free pool of the arena when the pool is empty. */
  nextpool: 16,
  /** pointer: previous pool of this size class. */
  prevpool: 24,
  /** uint: index of the pool's arena in `arenas`. */
  arenaindex: 32,
  /** uint: size class. */
  szidx: 36,
  /** uint: offset in the pool of the first block that was never handed out. */
  nextoffset: 40,
  /** uint: largest nextoffset that still leaves room for a block. */
  maxnextoffset: 44,
  total: 48,
} as const;

/**
 * v3.13.0 Include/internal/pycore_obmalloc.h struct arena_object: one slot of the `arenas` vector.
 */
export const ARENA_OBJECT = {
  /** pointer: the arena, or NULL when the slot stands for none. */
  address: 0,
  /** pointer: the next pool to be carved off. */
  poolAddress: 8,
  /** uint: pools that are free or not yet carved off. */
  nfreepools: 16,
  /** uint: pools in the arena, all told. */
  ntotalpools: 20,
  /** pointer: list of empty pools, through nextpool. */
  freepools: 24,
  /** pointer: next in usable_arenas, or in unused_arena_objects. */
  nextarena: 32,
  /** pointer: previous in usable_arenas. */
  prevarena: 40,
  total: 48,
} as const;

/**
 * v3.13.0 Include/internal/pycore_obmalloc.h struct _obmalloc_mgmt, up to nfp2lasta, which is
 * MAX_POOLS_IN_ARENA + 1 pointers long.
 */
export const MGMT = {
  /** pointer: the vector of arena_objects, in raw memory. */
  arenas: 0,
  /** uint: its slots. */
  maxarenas: 8,
  /** pointer: list of slots that stand for no arena. */
  unusedArenaObjects: 16,
  /** pointer: list of arenas with pools available, ascending nfreepools. */
  usableArenas: 24,
  /** pointers: nfp2lasta[n] is the last arena of usable_arenas with n free pools. */
  nfp2lasta: 32,
} as const;

/** The rest of struct _obmalloc_mgmt: offsets from the end of nfp2lasta, each a size_t. */
export const MGMT_COUNTERS = {
  narenasCurrentlyAllocated: 0,
  ntimesArenaAllocated: 8,
  narenasHighwater: 16,
  rawAllocatedBlocks: 24,
  total: 32,
} as const;

/**
 * v3.13.0 Include/internal/pycore_obmalloc.h arena_coverage_t: one entry of the radix tree's
 * leaves.
 */
export const ARENA_COVERAGE = { tailHi: 0, tailLo: 4, total: 8 } as const;

/**
 * v3.13.0 Include/internal/pycore_obmalloc.h DUMMY_SIZE_IDX: size class of a pool that never had
 * one.
 */
export const DUMMY_SIZE_IDX = 0xffff;

/**
 * v3.13.0 Include/pyport.h PY_SSIZE_T_MAX + 1: requests from here on are refused. A power of two,
 * so exact as a double.
 */
export const SSIZE_LIMIT = 2 ** 63;
