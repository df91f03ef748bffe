/**
 * What the start of an interpreter leaves in the allocator.
 *
 * When a program begins, CPython has read its own modules: there are some thousand objects, and every
 * size class has a pool in use. It shows: the block of an object that dies goes back to its pool's free
 * list, and the pool stays. Here only what programs need is made at boot, a class may have no block in
 * use, and its pool would be given back with the first object that dies and serve another class at once.
 * NOT CPYTHON: one block for each class, which nobody sees but the Memory map.
 */
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

/** One bytes object for each size class, kept for good. */
export function keepStartupBlocks(rt: Runtime): void {
  const tuple = tupleNew(rt, (LAST - FIRST) / ALIGNMENT + 1);
  if (tuple === 0) return;
  gcUntrack(rt, tuple);
  for (let size = FIRST; size <= LAST; size += ALIGNMENT) {
    tupleSetItem(rt, tuple, (size - FIRST) / ALIGNMENT, bytesNew(rt, size - BYTES_SIZE));
  }
  rt.setPtr(rt.state + STATE.startupBlocks, tuple);
}
