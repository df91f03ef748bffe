/**
 * pymalloc alone: no machine around it, memory of its own, from an empty state. For whoever builds
 * an allocator and measures it against this one. NOT CPYTHON: a tool.
 */
import type { Addr, Bytes } from '../base/brand.ts';
import { CHeap, Memory } from '../memory/index.ts';
import { pymallocGeometries } from '../profiles/pymalloc.ts';
import { MmapArenaAllocator, RawAllocator } from './allocator.ts';
import { Pymalloc } from './pymalloc.ts';

export type BareRelease = keyof typeof pymallocGeometries;

export class BarePymalloc {
  readonly i32: Int32Array;
  readonly poolBytes: Bytes;
  readonly arenaBytes: Bytes;
  readonly headerBytes: Bytes;
  readonly alignment: Bytes;
  readonly threshold: Bytes;
  private readonly pymalloc: Pymalloc;

  /** @param bytes memory for everything: arenas, and what does not fit a pool */
  constructor(release: BareRelease, bytes: Bytes) {
    const geometry = pymallocGeometries[release];
    const memory = new Memory({ bytes });
    const cheap = new CHeap(memory);
    const options = { raw: new RawAllocator(cheap), arena: new MmapArenaAllocator(memory, 0) };
    this.pymalloc = new Pymalloc(memory, cheap, geometry, options);
    this.i32 = memory.i32;
    this.poolBytes = geometry.poolBytes;
    this.arenaBytes = geometry.arenaBytes;
    this.headerBytes = geometry.poolHeaderBytes;
    this.alignment = geometry.alignment;
    this.threshold = geometry.smallRequestThreshold;
  }

  /** @returns 0 when there is no memory left */
  malloc(bytes: Bytes): Addr {
    return this.pymalloc.malloc(bytes);
  }

  free(block: Addr): void {
    this.pymalloc.free(block);
  }
}
