/**
 * deque: a doubly linked list of blocks of 64 items.
 *
 *     +16  ob_size
 *     +24  leftblock     owned; the first item stands at leftindex in it
 *     +32  rightblock    the last item stands at rightindex in it
 *     +40  leftindex     0 <= leftindex < 64
 *     +48  rightindex    -1 <= rightindex < 64
 *     +56  state         counts changes, for iterators
 *     +64  maxlen        -1: no limit
 *     +72  numfreeblocks, +80 freeblocks[16]: emptied blocks that this deque keeps
 *     +208 weakreflist; up to 3.10 at +72, and no block is kept (NOT CPYTHON: the process keeps 16)
 *
 *     block: +0 leftlink, +8 data[64], +520 rightlink; 528 bytes of PyMem_Malloc
 *
 * An empty deque has one block and stands in its middle: leftindex is rightindex + 1.
 * Here: the structure. What Python sees stands in deque-type.ts. v3.13.0 Modules/_collectionsmodule.c
 */
import type { Addr } from '../../base/brand.ts';
import { noMemory } from '../../objects/errors.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';

export const DEQUE_LEFTBLOCK = 24;
export const DEQUE_RIGHTBLOCK = 32;
export const DEQUE_LEFTINDEX = 40;
export const DEQUE_RIGHTINDEX = 48;
export const DEQUE_STATE = 56;
export const DEQUE_MAXLEN = 64;
const NUMFREEBLOCKS = 72;
const FREEBLOCKS = 80;

export const BLOCKLEN = 64;
const CENTER = (BLOCKLEN - 2) / 2;
const BLOCK_DATA = 8;
const BLOCK_RIGHTLINK = 8 + 8 * BLOCKLEN;
export const BLOCK_SIZE = BLOCK_RIGHTLINK + 8;
const MAXFREEBLOCKS = 16;

/** Where the list of weak references stands: at the end. */
export function dequeWeakreflist(rt: Runtime): number {
  return rt.layout.sizes.deque - 8;
}

/** How many emptied blocks the deque holds. */
function blocksKept(rt: Runtime, deque: Addr): number {
  return rt.layout.sizes.deque > FREEBLOCKS ? rt.size(deque + NUMFREEBLOCKS) : 0;
}

export function dequeLen(rt: Runtime, deque: Addr): number {
  return rt.i32[(deque + 16) >> 2]!;
}

function setLen(rt: Runtime, deque: Addr, n: number): void {
  rt.i32[(deque + 16) >> 2] = n;
}

/** Notes a change. */
export function dequeChanged(rt: Runtime, deque: Addr): void {
  const at = (deque + DEQUE_STATE) >> 2;
  rt.i32[at] = rt.i32[at]! + 1;
}

/** Where item `i` of a block stands. */
export function blockItem(block: Addr, i: number): Addr {
  return block + BLOCK_DATA + 8 * i;
}

export function blockRight(rt: Runtime, block: Addr): Addr {
  return rt.ptr(block + BLOCK_RIGHTLINK);
}

export function blockLeft(rt: Runtime, block: Addr): Addr {
  return rt.ptr(block);
}

/** A block, of those kept or of PyMem_Malloc; 0 with MemoryError. v3.13.0 newblock */
function newBlock(rt: Runtime, deque: Addr): Addr {
  const count = blocksKept(rt, deque);
  if (count > 0) {
    rt.setSize(deque + NUMFREEBLOCKS, count - 1);
    return rt.ptr(deque + FREEBLOCKS + 8 * (count - 1));
  }
  const block = rt.mem.malloc(BLOCK_SIZE);
  return block === 0 ? noMemory(rt) : block;
}

/** Keeps a block, or frees it when 16 are kept. v3.13.0 freeblock */
function freeBlock(rt: Runtime, deque: Addr, block: Addr): void {
  const count = blocksKept(rt, deque);
  if (count < MAXFREEBLOCKS && rt.layout.sizes.deque > FREEBLOCKS) {
    rt.setPtr(deque + FREEBLOCKS + 8 * count, block);
    rt.setSize(deque + NUMFREEBLOCKS, count + 1);
  } else {
    rt.mem.free(block);
  }
}

/** Gives an empty deque its first block. @returns false with MemoryError */
export function dequeSetUp(rt: Runtime, deque: Addr): boolean {
  const block = newBlock(rt, deque);
  if (block === 0) return false;
  rt.setPtr(block, 0);
  rt.setPtr(block + BLOCK_RIGHTLINK, 0);
  rt.setPtr(deque + DEQUE_LEFTBLOCK, block);
  rt.setPtr(deque + DEQUE_RIGHTBLOCK, block);
  rt.setSize(deque + DEQUE_LEFTINDEX, CENTER + 1);
  rt.setSize(deque + DEQUE_RIGHTINDEX, CENTER);
  rt.setSize(deque + DEQUE_MAXLEN, -1);
  return true;
}

/** Puts the empty deque's ends where the next items leave most room. */
export function dequePlaceEnds(rt: Runtime, deque: Addr, leftindex: number): void {
  rt.setSize(deque + DEQUE_LEFTINDEX, leftindex);
  rt.setSize(deque + DEQUE_RIGHTINDEX, leftindex - 1);
}

// ---- the ends ------------------------------------------------------------------------------------

/** Appends `item` (stolen, even when it fails): 0, -1 with MemoryError. v3.13.0 deque_append_lock_held */
export function dequeAppendSteal(rt: Runtime, deque: Addr, item: Addr): number {
  let right = rt.size(deque + DEQUE_RIGHTINDEX);
  if (right === BLOCKLEN - 1) {
    const block = newBlock(rt, deque);
    if (block === 0) {
      decref(rt, item);
      return -1;
    }
    const last = rt.ptr(deque + DEQUE_RIGHTBLOCK);
    rt.setPtr(block, last);
    rt.setPtr(last + BLOCK_RIGHTLINK, block);
    rt.setPtr(deque + DEQUE_RIGHTBLOCK, block);
    rt.setPtr(block + BLOCK_RIGHTLINK, 0);
    right = -1;
  }
  setLen(rt, deque, dequeLen(rt, deque) + 1);
  rt.setSize(deque + DEQUE_RIGHTINDEX, right + 1);
  rt.setPtr(blockItem(rt.ptr(deque + DEQUE_RIGHTBLOCK), right + 1), item);
  const maxlen = rt.size(deque + DEQUE_MAXLEN);
  if (maxlen >= 0 && maxlen < dequeLen(rt, deque)) decref(rt, dequePopLeft(rt, deque));
  else dequeChanged(rt, deque);
  return 0;
}

/** The same at the left end. v3.13.0 deque_appendleft_lock_held */
export function dequeAppendLeftSteal(rt: Runtime, deque: Addr, item: Addr): number {
  let left = rt.size(deque + DEQUE_LEFTINDEX);
  if (left === 0) {
    const block = newBlock(rt, deque);
    if (block === 0) {
      decref(rt, item);
      return -1;
    }
    const first = rt.ptr(deque + DEQUE_LEFTBLOCK);
    rt.setPtr(block + BLOCK_RIGHTLINK, first);
    rt.setPtr(first, block);
    rt.setPtr(deque + DEQUE_LEFTBLOCK, block);
    rt.setPtr(block, 0);
    left = BLOCKLEN;
  }
  setLen(rt, deque, dequeLen(rt, deque) + 1);
  rt.setSize(deque + DEQUE_LEFTINDEX, left - 1);
  rt.setPtr(blockItem(rt.ptr(deque + DEQUE_LEFTBLOCK), left - 1), item);
  const maxlen = rt.size(deque + DEQUE_MAXLEN);
  if (maxlen >= 0 && maxlen < dequeLen(rt, deque)) decref(rt, dequePop(rt, deque));
  else dequeChanged(rt, deque);
  return 0;
}

/** The last item, now the caller's; the deque must not be empty. v3.13.0 deque_pop_impl */
export function dequePop(rt: Runtime, deque: Addr): Addr {
  const block = rt.ptr(deque + DEQUE_RIGHTBLOCK);
  const right = rt.size(deque + DEQUE_RIGHTINDEX);
  const item = rt.ptr(blockItem(block, right));
  const n = dequeLen(rt, deque) - 1;
  rt.setSize(deque + DEQUE_RIGHTINDEX, right - 1);
  setLen(rt, deque, n);
  dequeChanged(rt, deque);
  if (right > 0) return item;
  if (n > 0) {
    const previous = rt.ptr(block);
    freeBlock(rt, deque, block);
    rt.setPtr(previous + BLOCK_RIGHTLINK, 0);
    rt.setPtr(deque + DEQUE_RIGHTBLOCK, previous);
    rt.setSize(deque + DEQUE_RIGHTINDEX, BLOCKLEN - 1);
  } else {
    dequePlaceEnds(rt, deque, CENTER + 1);
  }
  return item;
}

/** The first item, now the caller's; the deque must not be empty. v3.13.0 deque_popleft_impl */
export function dequePopLeft(rt: Runtime, deque: Addr): Addr {
  const block = rt.ptr(deque + DEQUE_LEFTBLOCK);
  const left = rt.size(deque + DEQUE_LEFTINDEX);
  const item = rt.ptr(blockItem(block, left));
  const n = dequeLen(rt, deque) - 1;
  rt.setSize(deque + DEQUE_LEFTINDEX, left + 1);
  setLen(rt, deque, n);
  dequeChanged(rt, deque);
  if (left + 1 < BLOCKLEN) return item;
  if (n > 0) {
    const next = blockRight(rt, block);
    freeBlock(rt, deque, block);
    rt.setPtr(next, 0);
    rt.setPtr(deque + DEQUE_LEFTBLOCK, next);
    rt.setSize(deque + DEQUE_LEFTINDEX, 0);
  } else {
    dequePlaceEnds(rt, deque, CENTER + 1);
  }
  return item;
}

// ---- items in the middle -------------------------------------------------------------------------

/** Where item `i` (0 <= i < len) stands; walks from the nearer end. v3.13.0 deque_item_lock_held */
export function dequeItemAt(rt: Runtime, deque: Addr, i: number): Addr {
  const n = dequeLen(rt, deque);
  const place = i + rt.size(deque + DEQUE_LEFTINDEX);
  let hops = Math.floor(place / BLOCKLEN);
  let block: Addr;
  if (i < n >> 1) {
    block = rt.ptr(deque + DEQUE_LEFTBLOCK);
    while (hops-- > 0) block = blockRight(rt, block);
  } else {
    hops = Math.floor((rt.size(deque + DEQUE_LEFTINDEX) + n - 1) / BLOCKLEN) - hops;
    block = rt.ptr(deque + DEQUE_RIGHTBLOCK);
    while (hops-- > 0) block = rt.ptr(block);
  }
  return blockItem(block, place % BLOCKLEN);
}

/** Item `i`, borrowed. */
export function dequeItem(rt: Runtime, deque: Addr, i: number): Addr {
  return rt.ptr(dequeItemAt(rt, deque, i));
}

/** Rotates to the right: -1 with MemoryError. v3.13.0 _deque_rotate */
export function dequeRotate(rt: Runtime, deque: Addr, steps: number): number {
  const len = dequeLen(rt, deque);
  const half = len >> 1;
  if (len <= 1) return 0;
  let n = steps;
  if (n > half || n < -half) {
    n %= len;
    if (n > half) n -= len;
    else if (n < -half) n += len;
  }
  dequeChanged(rt, deque);
  return n > 0 ? rotateRight(rt, deque, n) : rotateLeft(rt, deque, -n);
}

/** Moves the last `steps` items before the first, as many at once as lie together. */
function rotateRight(rt: Runtime, deque: Addr, steps: number): number {
  let n = steps;
  let leftBlock = rt.ptr(deque + DEQUE_LEFTBLOCK);
  let rightBlock = rt.ptr(deque + DEQUE_RIGHTBLOCK);
  let left = rt.size(deque + DEQUE_LEFTINDEX);
  let right = rt.size(deque + DEQUE_RIGHTINDEX);
  let spare = 0;
  let failed = 0;
  while (n > 0) {
    if (left === 0) {
      if (spare === 0) spare = newBlock(rt, deque);
      if (spare === 0) {
        failed = -1;
        break;
      }
      rt.setPtr(spare + BLOCK_RIGHTLINK, leftBlock);
      rt.setPtr(leftBlock, spare);
      leftBlock = spare;
      rt.setPtr(leftBlock, 0);
      left = BLOCKLEN;
      spare = 0;
    }
    const m = Math.min(n, right + 1, left);
    right -= m;
    left -= m;
    const from = blockItem(rightBlock, right + 1);
    rt.u8.copyWithin(blockItem(leftBlock, left), from, from + 8 * m);
    n -= m;
    if (right < 0) {
      spare = replaceSpare(rt, deque, spare, rightBlock);
      rightBlock = rt.ptr(rightBlock);
      rt.setPtr(rightBlock + BLOCK_RIGHTLINK, 0);
      right = BLOCKLEN - 1;
    }
  }
  if (spare !== 0) freeBlock(rt, deque, spare);
  storeEnds(rt, deque, leftBlock, rightBlock, left, right);
  return failed;
}

/** Moves the first `steps` items behind the last. */
function rotateLeft(rt: Runtime, deque: Addr, steps: number): number {
  let n = steps;
  let leftBlock = rt.ptr(deque + DEQUE_LEFTBLOCK);
  let rightBlock = rt.ptr(deque + DEQUE_RIGHTBLOCK);
  let left = rt.size(deque + DEQUE_LEFTINDEX);
  let right = rt.size(deque + DEQUE_RIGHTINDEX);
  let spare = 0;
  let failed = 0;
  while (n > 0) {
    if (right === BLOCKLEN - 1) {
      if (spare === 0) spare = newBlock(rt, deque);
      if (spare === 0) {
        failed = -1;
        break;
      }
      rt.setPtr(spare, rightBlock);
      rt.setPtr(rightBlock + BLOCK_RIGHTLINK, spare);
      rightBlock = spare;
      rt.setPtr(rightBlock + BLOCK_RIGHTLINK, 0);
      right = -1;
      spare = 0;
    }
    const m = Math.min(n, BLOCKLEN - left, BLOCKLEN - 1 - right);
    const from = blockItem(leftBlock, left);
    rt.u8.copyWithin(blockItem(rightBlock, right + 1), from, from + 8 * m);
    left += m;
    right += m;
    n -= m;
    if (left === BLOCKLEN) {
      spare = replaceSpare(rt, deque, spare, leftBlock);
      leftBlock = blockRight(rt, leftBlock);
      rt.setPtr(leftBlock, 0);
      left = 0;
    }
  }
  if (spare !== 0) freeBlock(rt, deque, spare);
  storeEnds(rt, deque, leftBlock, rightBlock, left, right);
  return failed;
}

/** The emptied block is the next to be used; one that still waits is kept. */
function replaceSpare(rt: Runtime, deque: Addr, spare: Addr, block: Addr): Addr {
  if (spare !== 0) freeBlock(rt, deque, spare);
  return block;
}

function storeEnds(
  rt: Runtime,
  deque: Addr,
  leftBlock: Addr,
  rightBlock: Addr,
  left: number,
  right: number,
): void {
  rt.setPtr(deque + DEQUE_LEFTBLOCK, leftBlock);
  rt.setPtr(deque + DEQUE_RIGHTBLOCK, rightBlock);
  rt.setSize(deque + DEQUE_LEFTINDEX, left);
  rt.setSize(deque + DEQUE_RIGHTINDEX, right);
}

/** Takes item `i` out: 0, -1 with MemoryError. v3.13.0 deque_del_item */
export function dequeDelItem(rt: Runtime, deque: Addr, i: number): number {
  if (dequeRotate(rt, deque, -i) < 0) return -1;
  const item = dequePopLeft(rt, deque);
  const failed = dequeRotate(rt, deque, i);
  decref(rt, item);
  return failed;
}

// ---- all items -----------------------------------------------------------------------------------

/**
 * Empties the deque. It gets a fresh block first, so that it is whole while the items die.
 * v3.13.0 deque_clear
 */
export function dequeClear(rt: Runtime, deque: Addr): number {
  let n = dequeLen(rt, deque);
  if (n === 0) return 0;
  const fresh = newBlock(rt, deque);
  if (fresh === 0) return -1;
  rt.setPtr(fresh, 0);
  rt.setPtr(fresh + BLOCK_RIGHTLINK, 0);
  let block = rt.ptr(deque + DEQUE_LEFTBLOCK);
  let i = rt.size(deque + DEQUE_LEFTINDEX);
  setLen(rt, deque, 0);
  storeEnds(rt, deque, fresh, fresh, CENTER + 1, CENTER);
  dequeChanged(rt, deque);
  while (n > 0) {
    if (i === BLOCKLEN) {
      const next = blockRight(rt, block);
      freeBlock(rt, deque, block);
      block = next;
      i = 0;
    }
    n--;
    decref(rt, rt.ptr(blockItem(block, i++)));
  }
  freeBlock(rt, deque, block);
  return 0;
}

/** Frees what is left of an emptied deque: its block and those it kept. */
export function dequeFreeBlocks(rt: Runtime, deque: Addr): void {
  const block = rt.ptr(deque + DEQUE_LEFTBLOCK);
  if (block !== 0) {
    rt.mem.free(block);
    rt.setPtr(deque + DEQUE_LEFTBLOCK, 0);
    rt.setPtr(deque + DEQUE_RIGHTBLOCK, 0);
  }
  const n = blocksKept(rt, deque);
  for (let i = 0; i < n; i++) rt.mem.free(rt.ptr(deque + FREEBLOCKS + 8 * i));
}

/** Calls `visit` with each item; the deque must not change meanwhile. v3.13.0 deque_traverse */
export function dequeVisit(rt: Runtime, deque: Addr, visit: (item: Addr) => void): void {
  let block = rt.ptr(deque + DEQUE_LEFTBLOCK);
  let i = rt.size(deque + DEQUE_LEFTINDEX);
  for (let n = dequeLen(rt, deque); n > 0; n--) {
    if (i === BLOCKLEN) {
      block = blockRight(rt, block);
      i = 0;
    }
    visit(rt.ptr(blockItem(block, i++)));
  }
}

/** Calls `visit` with each block of memory that the deque owns, those it keeps included. */
export function dequeBlocks(rt: Runtime, deque: Addr, visit: (block: Addr) => void): void {
  for (let b = rt.ptr(deque + DEQUE_LEFTBLOCK); b !== 0; b = blockRight(rt, b)) visit(b);
  const n = blocksKept(rt, deque);
  for (let i = 0; i < n; i++) visit(rt.ptr(deque + FREEBLOCKS + 8 * i));
}

/** Turns the order of the items around in place. v3.13.0 deque_reverse_impl */
export function dequeReverse(rt: Runtime, deque: Addr): void {
  let leftBlock = rt.ptr(deque + DEQUE_LEFTBLOCK);
  let rightBlock = rt.ptr(deque + DEQUE_RIGHTBLOCK);
  let left = rt.size(deque + DEQUE_LEFTINDEX);
  let right = rt.size(deque + DEQUE_RIGHTINDEX);
  for (let n = dequeLen(rt, deque) >> 1; n > 0; n--) {
    const a = blockItem(leftBlock, left);
    const b = blockItem(rightBlock, right);
    const item = rt.ptr(a);
    rt.setPtr(a, rt.ptr(b));
    rt.setPtr(b, item);
    if (++left === BLOCKLEN) {
      leftBlock = blockRight(rt, leftBlock);
      left = 0;
    }
    if (--right < 0) {
      rightBlock = rt.ptr(rightBlock);
      right = BLOCKLEN - 1;
    }
  }
}

/** Appends `item` (borrowed): 0, -1 with MemoryError. */
export function dequeAppend(rt: Runtime, deque: Addr, item: Addr): number {
  return dequeAppendSteal(rt, deque, newRef(rt, item));
}
