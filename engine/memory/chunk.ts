/**
 * What layer 0 malloc works with: its tunables, the layout of a chunk and of its own state, and which
 * bin a chunk belongs in. malloc.ts has the picture. // NOT CPYTHON: it stands for libc.
 */

import type { Bytes } from '../base/brand.ts';

/**
 * Requests that need a chunk of this size or more get a mapping of their own (glibc's
 * M_MMAP_THRESHOLD; ours does not adapt).
 */
export const MMAP_THRESHOLD: Bytes = 128 * 1024;
/**
 * A top that reaches this size is cut back (glibc's M_TRIM_THRESHOLD). Must be more than TOP_PAD.
 */
export const TRIM_THRESHOLD: Bytes = 256 * 1024;
/**
 * What top keeps or gets beyond the need (glibc's M_TOP_PAD), so that brk is not called for each
 * request.
 */
export const TOP_PAD: Bytes = 128 * 1024;
/** Smallest chunk: header and the two list pointers. */
export const MIN_CHUNK: Bytes = 32;
/** Bytes of a chunk that its user cannot have. */
export const CHUNK_OVERHEAD: Bytes = 8;

/** Fields of a chunk, byte offsets from its start. */
export const CHUNK = { prevSize: 0, size: 8, user: 16, fd: 16, bk: 24 } as const;

/**
 * Fields of a mapping made for one request, byte offsets from its base; the chunk itself starts at
 * `chunk`.
 */
export const MAPPED = { next: 0, prev: 8, chunk: 16, user: 32 } as const;

/** Flag bits of the size field. */
export const PREV_INUSE = 1;
export const IS_MMAPPED = 2;

/** The allocator's own state, byte offsets in the static segment. */
export const STATE = {
  top: 0,
  mappedHead: 8,
  mappedCount: 16,
  mappedBytes: 20,
  inUseChunks: 24,
  inUseBytes: 28,
  binMap: 32,
  bins: 64,
  total: 64 + 256 * 16,
} as const;

export const BIN_COUNT = 256;
export const SMALL_LIMIT = 1024;
/** No request that could fit a buffer of 2 GiB comes near this. */
export const MAX_REQUEST = 0x7fff0000;

/** The bin for a chunk of `size` bytes. */
export function binIndex(size: Bytes): number {
  if (size < SMALL_LIMIT) return size >> 4;
  const bits = 31 - Math.clz32(size);
  return 64 + (bits - 10) * 8 + ((size >> (bits - 3)) & 7);
}

/** The chunk size that serves a request of `n` bytes. */
export function chunkSizeFor(n: Bytes): Bytes {
  return n <= MIN_CHUNK - CHUNK_OVERHEAD ? MIN_CHUNK : (n + CHUNK_OVERHEAD + 15) & ~15;
}
