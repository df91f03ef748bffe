/** The allocator without the machine: a door for pages that measure other allocators against it. */
export type { Addr, Bytes } from './base/brand.ts';
export { BarePymalloc } from './pymalloc/bare.ts';
export type { BareRelease } from './pymalloc/bare.ts';
export { POOL_HEADER } from './pymalloc/layout.ts';
