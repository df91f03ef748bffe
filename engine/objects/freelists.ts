/**
 * Free lists: freed objects of a type that are kept, last in first out, for the next of their kind.
 *
 * Layer 3 of CPython's picture. The list is threaded through the blocks themselves: each holds the
 * address of the next in its first word pair, where ob_refcnt stood. The head and the length stand
 * in the runtime state (STATE.freeLists).
 *
 * NOT CPYTHON: 3.13 keeps arrays of pointers for some types and threads others through ob_item[0]
 * or ob_type; limits and order of reuse, which a program can see, are the same.
 */
import type { Addr } from '../base/brand.ts';
import { gcNew, objectNew } from './gc-object.ts';
import { type Runtime, STATE } from './runtime.ts';

/** Takes the object freed last from list `n`, or 0 when the list is empty. */
export function freeListPop(rt: Runtime, n: number): Addr {
  const head = rt.freeListsWord + 4 * n;
  const p = rt.i32[head]!;
  if (p === 0) return 0;
  rt.i32[head] = rt.i32[p >> 2]!;
  rt.i32[head + 1] = rt.i32[(p >> 2) + 1]!;
  rt.i32[head + 2] = rt.i32[head + 2]! - 1;
  return p;
}

/** Keeps `p` in list `n` unless it holds `limit` objects already; says whether it did. */
export function freeListPush(rt: Runtime, n: number, p: Addr, limit: number): boolean {
  const head = rt.freeListsWord + 4 * n;
  const count = rt.i32[head + 2]!;
  if (count >= limit) return false;
  rt.i32[p >> 2] = rt.i32[head]!;
  rt.i32[(p >> 2) + 1] = rt.i32[head + 1]!;
  rt.setPtr(head << 2, p);
  rt.i32[head + 2] = count + 1;
  return true;
}

/** Takes an object off list `n`, its count 1 and its type as it was; 0 when the list is empty. */
function revive(rt: Runtime, n: number): Addr {
  const p = freeListPop(rt, n);
  if (p === 0) return 0;
  rt.i32[p >> 2] = 1;
  rt.i32[(p >> 2) + 1] = 0;
  return p;
}

/** An object without GC header: the one freed last, or a new one; 0 with MemoryError. */
export function objectFromList(rt: Runtime, n: number, type: Addr, bytes: number): Addr {
  const p = revive(rt, n);
  return p === 0 ? objectNew(rt, type, bytes) : p;
}

/** The same for an object with GC header, not tracked. */
export function gcFromList(rt: Runtime, n: number, type: Addr, bytes: number): Addr {
  const p = revive(rt, n);
  return p === 0 ? gcNew(rt, type, bytes) : p;
}

/** How many objects list `n` holds. */
export function freeListLength(rt: Runtime, n: number): number {
  return rt.i32[(rt.state + STATE.freeLists + n * 16 + 8) >> 2]!;
}

/** The objects of list `n`, the next to be reused first; of one that is broken, one too many. */
export function freeListBlocks(rt: Runtime, n: number): Addr[] {
  const blocks: Addr[] = [];
  const most = freeListLength(rt, n);
  let p = rt.ptr(rt.state + STATE.freeLists + n * 16);
  while (p !== 0 && blocks.length <= most) {
    blocks.push(p);
    p = rt.ptr(p);
  }
  return blocks;
}
