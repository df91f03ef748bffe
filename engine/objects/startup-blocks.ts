/**
 * What the start of an interpreter leaves in the allocator.
 *
 * When a program begins, CPython has read its own modules: there are some thousand objects, and every
 * size class has a pool in use. It shows: the block of an object that dies goes back to its pool's free
 * list, and the pool stays. Here only what programs need is made at boot, a class may have no block in
 * use, and its pool would be given back with the first object that dies and serve another class at once.
 * NOT CPYTHON: a block for each class, or some, which nobody sees but the Memory map.
 */
import type { Addr } from '../base/brand.ts';
import { bytesNew } from './bytes.ts';
import { gcUntrack } from './gc-object.ts';
import { BYTES_SIZE } from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { STATE } from './runtime.ts';
import { tupleNew, tupleSetItem } from './tuple.ts';

const ALIGNMENT = 16;
/** Blocks of 16 and 32 bytes are in use anyway; bytes of 48 hold 15. */
const FIRST = 48;
/** v3.13.0 pycore_obmalloc.h SMALL_REQUEST_THRESHOLD */
const LAST = 512;

/** As many blocks, or half of a pool's, are free in the pool that serves a class when a program begins. */
const FREE = 8;

/** Bytes objects of each size class, kept for good: one at least, and enough to leave room in a pool. */
export function keepStartupBlocks(rt: Runtime, pooled: boolean): void {
  const kept: Addr[] = [];
  for (let size = FIRST; size <= LAST; size += ALIGNMENT) {
    const first = bytesNew(rt, size - BYTES_SIZE);
    kept.push(first);
    const full = pooled && first !== 0 ? blocksToFill(rt, first, size) : 0;
    for (let i = 0; i < full; i++) kept.push(bytesNew(rt, size - BYTES_SIZE));
  }
  const tuple = tupleNew(rt, kept.length);
  if (tuple === 0) return;
  gcUntrack(rt, tuple);
  for (const [i, p] of kept.entries()) tupleSetItem(rt, tuple, i, p);
  rt.setPtr(rt.state + STATE.startupBlocks, tuple);
}

/**
 * How many blocks more leave the nearly full pool of `p` and are in one with room; 0 where there is
 * room. Whether two objects in a row come from one pool must not hang on the number of blocks that
 * were made before: a real process has hundreds, and gaps among them.
 */
function blocksToFill(rt: Runtime, p: Addr, size: number): number {
  const { poolBytes, poolHeaderBytes } = rt.profile.pymalloc;
  const capacity = Math.floor((poolBytes - poolHeaderBytes) / size);
  const free = capacity - rt.i32[(p & -poolBytes) >> 2]!;
  return free < Math.min(FREE, capacity >> 1) ? free + 1 : 0;
}
