/** The text of `sys._debugmallocstats()`, the allocator's part. */

import type { Bytes } from '../base/brand.ts';
import { alignUp } from '../base/bits.ts';
import type { PymallocGeometry, RadixTreeBits } from '../profiles/pymalloc.ts';
import { ARENA_COVERAGE, ARENA_OBJECT, POOL_HEADER } from './layout.ts';
import type { Pymalloc } from './pymalloc.ts';

/**
 * What the arenas and pools hold. Arrays are by size class: entry i stands for blocks of (i + 1) *
 * alignment bytes.
 */
export interface PymallocStats {
  /** Pools that are used or full. */
  readonly pools: readonly number[];
  readonly blocksInUse: readonly number[];
  readonly availableBlocks: readonly number[];
  /** Arenas allocated. */
  readonly arenas: number;
  /** Empty pools, and pools not carved off yet. */
  readonly unusedPools: number;
  /** Bytes of arenas before their first pool and behind their last one. */
  readonly alignmentBytes: Bytes;
  readonly ntimesArenaAllocated: number;
  readonly narenasHighwater: number;
  /** Nodes of the radix tree, the root left out. */
  readonly arenaMapCounts: { readonly mid: number; readonly bot: number };
}

/**
 * v3.13.0 Objects/obmalloc.c _PyObject_DebugMallocStats, its first half: counts by marching over
 * all arenas.
 */
export function pymallocStats(pymalloc: Pymalloc): PymallocStats {
  const { memory, geometry, classCount } = pymalloc;
  const pools = new Array<number>(classCount).fill(0);
  const blocksInUse = new Array<number>(classCount).fill(0);
  const availableBlocks = new Array<number>(classCount).fill(0);
  let arenas = 0;
  let unusedPools = 0;
  let alignmentBytes = 0;
  for (let i = 0; i < pymalloc.maxarenas; i += 1) {
    const ao = pymalloc.arenaObject(i);
    const base = memory.loadPtr(ao + ARENA_OBJECT.address);
    if (base === 0) continue;
    arenas += 1;
    unusedPools += memory.u32[(ao + ARENA_OBJECT.nfreepools) >> 2]!;
    if (base !== alignUp(base, geometry.poolBytes)) alignmentBytes += geometry.poolBytes;
  }
  pymalloc.walkPools((pool) => {
    const count = memory.u32[(pool + POOL_HEADER.refCount) >> 2]!;
    if (count === 0) return;
    const szidx = memory.u32[(pool + POOL_HEADER.szidx) >> 2]!;
    pools[szidx]! += 1;
    blocksInUse[szidx]! += count;
    availableBlocks[szidx]! += pymalloc.numblocks(szidx) - count;
  });
  return {
    pools,
    blocksInUse,
    availableBlocks,
    arenas,
    unusedPools,
    alignmentBytes,
    ntimesArenaAllocated: pymalloc.ntimesArenaAllocated,
    narenasHighwater: pymalloc.narenasHighwater,
    arenaMapCounts: pymalloc.arenaMapCounts,
  };
}

/**
 * v3.13.0 Objects/obmalloc.c printone: a label, padded to 35 columns, and a number with commas in
 * 21.
 */
export function printone(label: string, value: number): string {
  const digits = String(value).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${label.padEnd(35)}=${digits.padStart(21)}\n`;
}

/**
 * v3.13.0 Objects/obmalloc.c _PyDebugAllocatorStats: the line for a free list of an object type.
 */
export function debugAllocatorStats(blockName: string, count: number, bytesEach: Bytes): string {
  const label = `${count} ${blockName}s * ${bytesEach} bytes each`;
  return printone(`${label.padStart(48)} `, count * bytesEach);
}

/** v3.13.0 Objects/obmalloc.c _PyObject_DebugMallocStats: the whole text, as of now. */
export function debugMallocStats(pymalloc: Pymalloc): string {
  return formatMallocStats(pymalloc.geometry, pymallocStats(pymalloc));
}

/**
 * v3.13.0 Objects/obmalloc.c _PyObject_DebugMallocStats, its second half: the text for given
 * numbers.
 */
export function formatMallocStats(geometry: PymallocGeometry, stats: PymallocStats): string {
  const { smallRequestThreshold, alignment, arenaBytes } = geometry;
  const { arenas } = stats;
  const classes = smallRequestThreshold / alignment;
  let out = `Small block threshold = ${smallRequestThreshold}, in ${classes} size classes.\n\n`;
  out += 'class   size   num pools   blocks in use  avail blocks\n';
  out += '-----   ----   ---------   -------------  ------------\n';
  out += classLines(geometry, stats);
  out += '\n';
  out += printone('# arenas allocated total', stats.ntimesArenaAllocated);
  out += printone('# arenas reclaimed', stats.ntimesArenaAllocated - arenas);
  out += printone('# arenas highwater mark', stats.narenasHighwater);
  out += printone('# arenas allocated current', arenas);
  out += printone(`${arenas} arenas * ${arenaBytes} bytes/arena`, arenas * arenaBytes);
  out += '\n';
  out += byteAccount(geometry, stats);
  out += arenaMapAccount(geometry.radixTree, stats.arenaMapCounts);
  return out;
}

/** A line for each size class that has a pool. */
function classLines(geometry: PymallocGeometry, stats: PymallocStats): string {
  let out = '';
  stats.pools.forEach((pools, i) => {
    if (pools === 0) return;
    const columns: [number, number][] = [
      [i, 5],
      [(i + 1) * geometry.alignment, 6],
      [pools, 11],
      [stats.blocksInUse[i]!, 15],
      [stats.availableBlocks[i]!, 13],
    ];
    out += columns.map(([value, width]) => String(value).padStart(width)).join(' ') + '\n';
  });
  return out;
}

/** What all the bytes of all arenas are used for. The sum is the arenas' own size. */
function byteAccount(geometry: PymallocGeometry, stats: PymallocStats): string {
  const { poolBytes, poolHeaderBytes, alignment } = geometry;
  let allocated = 0;
  let available = 0;
  let headers = 0;
  let quantization = 0;
  stats.pools.forEach((pools, i) => {
    const size = (i + 1) * alignment;
    allocated += stats.blocksInUse[i]! * size;
    available += stats.availableBlocks[i]! * size;
    headers += pools * poolHeaderBytes;
    quantization += pools * ((poolBytes - poolHeaderBytes) % size);
  });
  const unused = stats.unusedPools * poolBytes;
  const total = allocated + available + unused + headers + quantization + stats.alignmentBytes;
  return (
    printone('# bytes in allocated blocks', allocated) +
    printone('# bytes in available blocks', available) +
    printone(`${stats.unusedPools} unused pools * ${poolBytes} bytes`, unused) +
    printone('# bytes lost to pool headers', headers) +
    printone('# bytes lost to quantization', quantization) +
    printone('# bytes lost to arena alignment', stats.alignmentBytes) +
    printone('Total', total)
  );
}

/** What the radix tree takes; nothing where there is none. */
function arenaMapAccount(
  bits: RadixTreeBits | null,
  counts: PymallocStats['arenaMapCounts'],
): string {
  if (bits === null) return '';
  const rootBytes = 8 * 2 ** bits.top;
  const midBytes = counts.mid * 8 * 2 ** bits.mid;
  const botBytes = counts.bot * ARENA_COVERAGE.total * 2 ** bits.bot;
  return (
    '\narena map counts\n' +
    printone('# arena map mid nodes', counts.mid) +
    printone('# arena map bot nodes', counts.bot) +
    '\n' +
    printone('# bytes lost to arena map root', rootBytes) +
    printone('# bytes lost to arena map mid', midBytes) +
    printone('# bytes lost to arena map bot', botBytes) +
    printone('Total', rootBytes + midBytes + botBytes)
  );
}
