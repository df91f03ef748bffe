import { CHeap, Memory } from '../../../engine/memory/index.ts';
import { Pymalloc } from '../../../engine/pymalloc/index.ts';
import type { PymallocOptions } from '../../../engine/pymalloc/index.ts';
import { geometryNamed, pymallocGeometries } from '../../../engine/profiles/pymalloc.ts';
import type { PymallocGeometry, PymallocGeometryName } from '../../../engine/profiles/pymalloc.ts';

export const KiB = 1024;
export const MiB = 1024 * 1024;

export interface Heap {
  readonly memory: Memory;
  readonly cheap: CHeap;
  readonly pymalloc: Pymalloc;
}

/** A machine's memory and allocators, without the machine. */
export function heap(
  geometry: PymallocGeometryName | PymallocGeometry = '3.13',
  bytes = 32 * MiB,
  options: PymallocOptions = {},
): Heap {
  const memory = new Memory({ bytes, staticBytes: MiB, dataStackBytes: 64 * KiB });
  const cheap = new CHeap(memory);
  const data = typeof geometry === 'string' ? geometryNamed(geometry) : geometry;
  return { memory, cheap, pymalloc: new Pymalloc(memory, cheap, data, options) };
}

/**
 * No release, but all of the algorithm in little room: 16 pools to an arena, so that arenas come
 * and go all the time.
 */
export const tinyArenas: PymallocGeometry = {
  ...pymallocGeometries['3.13'],
  poolBytes: 4 * KiB,
  arenaBytes: 32 * KiB,
  initialArenaObjects: 2,
  radixTree: { top: 10, mid: 10, bot: 8 },
};

/**
 * The same with the arenaindex test, every wholly free arena given back, and usable_arenas sorted
 * by linear search.
 */
export const tinyArenasWithoutTree: PymallocGeometry = {
  ...tinyArenas,
  radixTree: null,
  keepOneFreeArena: false,
  nfp2lasta: false,
};

/** A copy of all that is in use, and the way back. */
export function checkpoint(memory: Memory): () => void {
  memory.saveRegisters();
  const saved = memory
    .usedRanges()
    .map(([start, end]) => ({ start, bytes: memory.u8.slice(start, end) }));
  return () => {
    memory.u8.fill(0xa5); // Whatever is not in a used range may hold anything.
    memory.u8.fill(0, 0, memory.staticBase);
    for (const { start, bytes } of saved) memory.u8.set(bytes, start);
    memory.restoreRegisters();
  };
}
