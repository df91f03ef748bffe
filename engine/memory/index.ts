export { ADDRESS_HIGH } from './address-high.ts';
export {
  DEFAULT_BUFFER_BYTES,
  MAX_ALIGNMENT,
  MAX_BUFFER_BYTES,
  PAGE_BYTES,
  layOutAddressSpace,
  toAddress,
  toOffset,
} from './address-space.ts';
export type { AddressSpace, AddressSpaceOptions } from './address-space.ts';
export { DATA_STACK_HIGH_WORD, DATA_STACK_TOP_WORD, Memory, RUNTIME } from './memory.ts';
export type { ByteRange, MemoryCopy, SegmentPages } from './memory.ts';
export {
  CHUNK,
  CHUNK_OVERHEAD,
  MMAP_THRESHOLD,
  TOP_PAD,
  TRIM_THRESHOLD,
  binIndex,
  chunkSizeFor,
} from './chunk.ts';
export { CHeap } from './malloc.ts';
export type { ChunkState, ChunkVisitor, HeapStats } from './malloc.ts';
