export { MemoryCorruption, MmapArenaAllocator, RawAllocator } from './allocator.ts';
export type { PyMemAllocator, PyObjectArenaAllocator } from './allocator.ts';
export type { ApiId, DebugAllocator, DebugOptions } from './debug.ts';
export { allocatorName, setupAllocators } from './domains.ts';
export type { AllocatorName, Domains } from './domains.ts';
export {
  ARENA_COVERAGE,
  ARENA_OBJECT,
  DUMMY_SIZE_IDX,
  MGMT,
  MGMT_COUNTERS,
  POOL_HEADER,
} from './layout.ts';
export { Pymalloc } from './pymalloc.ts';
export type { PymallocOptions } from './arenas.ts';
export { ArenaMap } from './arena-map.ts';
