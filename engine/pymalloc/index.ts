export { MmapArenaAllocator, RawAllocator } from './allocator.ts';
export type { PyMemAllocator, PyObjectArenaAllocator } from './allocator.ts';
export {
  ARENA_COVERAGE,
  ARENA_OBJECT,
  DUMMY_SIZE_IDX,
  MGMT,
  MGMT_COUNTERS,
  POOL_HEADER,
} from './layout.ts';
export { Pymalloc } from './pymalloc.ts';
export type { PymallocOptions } from './pymalloc.ts';
