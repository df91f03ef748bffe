/**
 * The invariants of pymalloc, as a checker. Each function below states what must hold for one
 * structure, in the order in which the comments of obmalloc.c and pycore_obmalloc.h describe them;
 * read together they are the description of the heap.
 *
 * Set membership is proved by counting, so that a check makes no garbage and can run after every
 * operation of a test: each list is walked, every entry on it is shown to belong there, and the
 * number of entries is compared with the number of pools or arenas in that state. An entry that
 * stood twice on a list would make the list a ring, which the bound on its length finds.
 */

import type { Addr, Bytes } from '../base/brand.ts';
import { alignUp, hex } from '../base/bits.ts';
import { ADDRESS_HIGH, PAGE_BYTES, toAddress, type Memory } from '../memory/index.ts';
import { ARENA_OBJECT, MGMT, POOL_HEADER } from './layout.ts';
import type { Pymalloc } from './pymalloc.ts';

/** One invariant that does not hold. */
export interface Fault {
  /** The structure that it was found in: a pool, an arena_object, a slot of a table. */
  readonly at: Addr;
  readonly message: string;
}

/** Collects faults, and gives up after so many: a heap that is badly broken breaks every rule. */
const MOST_FAULTS = 100;

class Findings {
  readonly faults: Fault[] = [];

  /**
   * Notes a fault unless the condition holds. Where the message must be put together, `note` is
   * called only when it does not.
   */
  expect(condition: boolean, at: Addr, message: string): boolean {
    if (!condition) this.note(at, message);
    return condition;
  }

  note(at: Addr, message: string): void {
    if (this.faults.length < MOST_FAULTS) this.faults.push({ at, message });
  }
}

/** How many pools of the whole heap are in each state. */
interface PoolCensus {
  used: number;
  full: number;
  empty: number;
}

/**
 * Everything that must hold between two operations of the allocator.
 * @returns what does not; empty when the heap is sound
 */
export function checkPymalloc(memory: Memory, pymalloc: Pymalloc): readonly Fault[] {
  const found = new Findings();
  const census: PoolCensus = { used: 0, full: 0, empty: 0 };
  const arenas = checkArenas(memory, pymalloc, found, census);
  if (found.faults.length > 0) return found.faults; // Lists below would lead astray.
  checkUnusedArenaObjects(memory, pymalloc, found, pymalloc.maxarenas - arenas.allocated);
  checkUsableArenas(memory, pymalloc, found, arenas.usable);
  checkUsedpools(memory, pymalloc, found, census.used);
  checkCounters(pymalloc, found, arenas.allocated);
  return found.faults;
}

/** A pointer field: both words agree. */
function checkPointer(memory: Memory, found: Findings, at: Addr, what: string): Addr {
  const p = memory.loadPtr(at);
  const high = memory.u32[(at >> 2) + 1]!;
  if (high !== (p === 0 ? 0 : ADDRESS_HIGH)) found.note(at, `${what}: high word ${hex(high)}`);
  return p;
}

// ---- arenas -------------------------------------------------------------------------------------

/**
 * The `arenas` vector: maxarenas slots, a power of two times the initial number, each standing for
 * an arena or for none.
 */
function checkArenas(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  census: PoolCensus,
): { allocated: number; usable: number } {
  const { maxarenas } = pymalloc;
  const doublings = maxarenas / pymalloc.geometry.initialArenaObjects;
  if (maxarenas !== 0 && !Number.isInteger(Math.log2(doublings)))
    found.note(pymalloc.mgmt, `maxarenas is ${maxarenas}`);
  let allocated = 0;
  let usable = 0;
  for (let i = 0; i < maxarenas; i += 1) {
    const ao = pymalloc.arenaObject(i);
    if (checkPointer(memory, found, ao + ARENA_OBJECT.address, 'address') === 0) continue;
    allocated += 1;
    if (memory.i32[(ao + ARENA_OBJECT.nfreepools) >> 2]! > 0) usable += 1;
    checkArena(memory, pymalloc, found, ao, i, census);
  }
  return { allocated, usable };
}

/**
 * One arena. It is mapped memory; its whole pools are ntotalpools; those up to pool_address were
 * carved off; nfreepools is what was not yet carved off plus the length of freepools.
 * address_in_range knows all of it, or where it is the arenaindex test all pools that were carved
 * off.
 */
function checkArena(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  ao: Addr,
  index: number,
  census: PoolCensus,
): void {
  const { arenaBytes, poolBytes, keepOneFreeArena, radixTree } = pymalloc.geometry;
  const base = memory.loadPtr(ao + ARENA_OBJECT.address);
  const first = alignUp(base, poolBytes);
  const end = checkPointer(memory, found, ao + ARENA_OBJECT.poolAddress, 'pool_address');
  const ntotal = memory.i32[(ao + ARENA_OBJECT.ntotalpools) >> 2]!;
  const nfree = memory.i32[(ao + ARENA_OBJECT.nfreepools) >> 2]!;
  const fits = Math.floor((base + arenaBytes - first) / poolBytes);
  if (base % PAGE_BYTES !== 0 || !memory.isMapped(base))
    found.note(ao, `arena ${hex(toAddress(base))} is not mapped`);
  if (ntotal !== fits) found.note(ao, `ntotalpools is ${ntotal}, ${fits} fit`);
  const inside = end >= first && end <= first + fits * poolBytes && end % poolBytes === 0;
  if (!inside) {
    found.note(ao, `pool_address ${hex(toAddress(end))} is no border of a pool of the arena`);
    return;
  }

  let empty = 0;
  for (let pool = first; pool < end; pool += poolBytes) {
    if (checkPool(memory, pymalloc, found, pool, index, census)) empty += 1;
  }
  const listed = countFreepools(memory, pymalloc, found, ao, index, empty);
  if (listed !== empty) found.note(ao, `${empty} pools are empty, ${listed} are in freepools`);
  const virgin = (first + fits * poolBytes - end) / poolBytes;
  if (nfree !== empty + virgin)
    found.note(ao, `nfreepools is ${nfree}, should be ${empty} + ${virgin}`);
  found.expect(
    keepOneFreeArena || nfree < ntotal,
    ao,
    'the arena is wholly free and was not given back',
  );
  const [low, high] = radixTree === null ? [first, end] : [base, base + arenaBytes];
  const known = low === high || (pymalloc.addressInRange(low) && pymalloc.addressInRange(high - 1));
  found.expect(known, ao, 'address_in_range does not know the arena');
}

/** freepools: the empty pools of the arena, singly linked by nextpool, NULL at the end. */
function countFreepools(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  ao: Addr,
  index: number,
  bound: number,
): number {
  let count = 0;
  let pool = checkPointer(memory, found, ao + ARENA_OBJECT.freepools, 'freepools');
  while (pool !== 0 && count <= bound) {
    count += 1;
    const ours =
      pool % pymalloc.geometry.poolBytes === 0 &&
      pymalloc.addressInRange(pool) &&
      memory.u32[(pool + POOL_HEADER.arenaindex) >> 2] === index;
    if (!found.expect(ours, pool, 'freepools leads out of the arena')) return count;
    const inUse = memory.i32[(pool + POOL_HEADER.refCount) >> 2]!;
    if (inUse !== 0) found.note(pool, `in freepools with ${inUse} blocks in use`);
    pool = checkPointer(memory, found, pool + POOL_HEADER.nextpool, 'nextpool');
  }
  return count;
}

/** unused_arena_objects: singly linked; a slot is on it if and only if its address is NULL. */
function checkUnusedArenaObjects(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  expected: number,
): void {
  let count = 0;
  let ao = checkPointer(
    memory,
    found,
    pymalloc.mgmt + MGMT.unusedArenaObjects,
    'unused_arena_objects',
  );
  while (ao !== 0 && count <= expected) {
    if (!checkIsArenaObject(pymalloc, found, ao, 'unused_arena_objects')) return;
    count += 1;
    found.expect(
      memory.loadPtr(ao + ARENA_OBJECT.address) === 0,
      ao,
      'in unused_arena_objects with an arena',
    );
    ao = checkPointer(memory, found, ao + ARENA_OBJECT.nextarena, 'nextarena');
  }
  if (count !== expected)
    found.note(
      pymalloc.mgmt,
      `${expected} slots have no arena, ${count} are in unused_arena_objects`,
    );
}

/**
 * usable_arenas: doubly linked, NULL at both ends; exactly the arenas with pools available;
 * ascending nfreepools. And nfp2lasta[n] is the last of them with n free pools, NULL when there is
 * none.
 */
function checkUsableArenas(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  expected: number,
): void {
  const head = pymalloc.mgmt + MGMT.usableArenas;
  const finger = (n: number): Addr => pymalloc.mgmt + MGMT.nfp2lasta + 8 * n;
  let count = 0;
  let fingers = 0;
  let before = 0;
  let nfreeBefore = 1;
  let ao = checkPointer(memory, found, head, 'usable_arenas');
  while (ao !== 0 && count <= expected) {
    if (!checkIsArenaObject(pymalloc, found, ao, 'usable_arenas')) return;
    count += 1;
    const nfree = memory.i32[(ao + ARENA_OBJECT.nfreepools) >> 2]!;
    const prev = checkPointer(memory, found, ao + ARENA_OBJECT.prevarena, 'prevarena');
    found.expect(prev === before, ao, 'prevarena is not the arena before');
    found.expect(
      memory.loadPtr(ao + ARENA_OBJECT.address) !== 0,
      ao,
      'in usable_arenas without an arena',
    );
    if (nfree < nfreeBefore)
      found.note(ao, `${nfree} free pools behind an arena with ${nfreeBefore}`);
    before = ao;
    nfreeBefore = nfree;
    ao = checkPointer(memory, found, ao + ARENA_OBJECT.nextarena, 'nextarena');
    const isLast = ao === 0 || memory.i32[(ao + ARENA_OBJECT.nfreepools) >> 2] !== nfree;
    if (isLast && pymalloc.geometry.nfp2lasta) {
      fingers += 1;
      if (memory.loadPtr(finger(nfree)) !== before)
        found.note(finger(nfree), `nfp2lasta[${nfree}] is wrong`);
    }
  }
  if (count !== expected)
    found.note(head, `${expected} arenas have pools available, ${count} are in usable_arenas`);
  let set = 0;
  for (let n = 0; n <= pymalloc.maxPoolsInArena; n += 1)
    if (memory.loadPtr(finger(n)) !== 0) set += 1;
  if (set !== fingers)
    found.note(finger(0), `nfp2lasta has ${set} entries, should have ${fingers}`);
}

/** A pointer to an arena_object leads to a slot of the vector. */
function checkIsArenaObject(pymalloc: Pymalloc, found: Findings, ao: Addr, list: string): boolean {
  const offset = ao - pymalloc.arenaObject(0);
  const isSlot =
    offset >= 0 &&
    offset < pymalloc.maxarenas * ARENA_OBJECT.total &&
    offset % ARENA_OBJECT.total === 0;
  if (!isSlot) found.note(ao, `${list} leads out of the arenas vector`);
  return isSlot;
}

// ---- pools --------------------------------------------------------------------------------------

/**
 * One pool that was carved off. Its arenaindex names its arena. Its blocks are those from the
 * header up to nextoffset; each is either in use (ref.count) or in the free list. It is empty (no
 * block in use), full (all in use, all carved off, no free list), or used, and then its free list
 * is not empty.
 * @returns whether it is empty
 */
function checkPool(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  pool: Addr,
  arenaindex: number,
  census: PoolCensus,
): boolean {
  const w = pool >> 2;
  const count = memory.u32[w + (POOL_HEADER.refCount >> 2)]!;
  const szidx = memory.u32[w + (POOL_HEADER.szidx >> 2)]!;
  const nextoffset = memory.u32[w + (POOL_HEADER.nextoffset >> 2)]!;
  const maxnextoffset = memory.u32[w + (POOL_HEADER.maxnextoffset >> 2)]!;
  found.expect(
    memory.u32[w + (POOL_HEADER.arenaindex >> 2)] === arenaindex,
    pool,
    'arenaindex is wrong',
  );
  if (szidx >= pymalloc.classCount) {
    found.note(pool, `szidx is ${szidx}`);
    return count === 0;
  }

  const { poolBytes, poolHeaderBytes } = pymalloc.geometry;
  const size = pymalloc.index2size(szidx);
  const carved = (nextoffset - poolHeaderBytes) / size;
  if (maxnextoffset !== poolBytes - size) found.note(pool, `maxnextoffset is ${maxnextoffset}`);
  const carvedIsSound =
    Number.isInteger(carved) && carved >= 2 && nextoffset <= maxnextoffset + size;
  if (!carvedIsSound) {
    found.note(pool, `nextoffset is ${nextoffset}`);
    return count === 0;
  }
  if (count > carved) {
    found.note(pool, `${count} blocks in use, ${carved} carved off`);
    return false;
  }
  const free = countFreeBlocks(memory, found, pool, size, nextoffset, carved);
  if (free !== carved - count)
    found.note(pool, `${carved} blocks carved off, ${count} in use, ${free} in the free list`);

  if (count === 0) census.empty += 1;
  else if (free > 0) census.used += 1;
  else {
    census.full += 1;
    found.expect(nextoffset > maxnextoffset, pool, 'full while there is room for another block');
  }
  return count === 0;
}

/**
 * The free list of a pool: blocks of it, carved off, each holding the pointer to the next, the last
 * one NULL.
 */
function countFreeBlocks(
  memory: Memory,
  found: Findings,
  pool: Addr,
  size: Bytes,
  nextoffset: number,
  bound: number,
): number {
  const first = pool + POOL_HEADER.total;
  let count = 0;
  let bp = checkPointer(memory, found, pool + POOL_HEADER.freeblock, 'freeblock');
  while (bp !== 0 && count <= bound) {
    count += 1;
    const ours = bp >= first && bp < pool + nextoffset && (bp - first) % size === 0;
    if (!ours) {
      found.note(pool, `the free list leads to ${hex(toAddress(bp))}, no carved block`);
      return count;
    }
    bp = checkPointer(memory, found, bp, 'free block');
  }
  return count;
}

/**
 * usedpools: for each size class a circular doubly-linked list, headed by an address that acts as a
 * pool_header. It holds exactly the used pools of the class.
 */
function checkUsedpools(
  memory: Memory,
  pymalloc: Pymalloc,
  found: Findings,
  expected: number,
): void {
  let count = 0;
  for (let szidx = 0; szidx < pymalloc.classCount; szidx += 1) {
    const head = pymalloc.usedpoolHeader(szidx);
    let before = head;
    let pool = checkPointer(memory, found, head + POOL_HEADER.nextpool, 'usedpools');
    while (pool !== head && count <= expected) {
      const ours = pool % pymalloc.geometry.poolBytes === 0 && pymalloc.addressInRange(pool);
      if (!ours) {
        found.note(head, `usedpools[${2 * szidx}] leads out of the pools`);
        return;
      }
      count += 1;
      const inUse = memory.i32[(pool + POOL_HEADER.refCount) >> 2]!;
      const free = memory.loadPtr(pool + POOL_HEADER.freeblock);
      found.expect(
        memory.u32[(pool + POOL_HEADER.szidx) >> 2] === szidx,
        pool,
        'in the list of another size class',
      );
      found.expect(inUse > 0, pool, 'empty, yet in usedpools');
      found.expect(free !== 0, pool, 'full, yet in usedpools');
      const prev = checkPointer(memory, found, pool + POOL_HEADER.prevpool, 'prevpool');
      found.expect(prev === before, pool, 'prevpool is not the pool before');
      before = pool;
      pool = checkPointer(memory, found, pool + POOL_HEADER.nextpool, 'nextpool');
    }
    const last = memory.loadPtr(head + POOL_HEADER.prevpool);
    if (last !== before) found.note(head, `usedpools[${2 * szidx + 1}] is not the last pool`);
  }
  if (count !== expected)
    found.note(pymalloc.usedpools, `${expected} pools are used, ${count} are in usedpools`);
}

/** Counters: arenas allocated now, ever, and the most at one time. */
function checkCounters(pymalloc: Pymalloc, found: Findings, allocated: number): void {
  const now = pymalloc.narenasCurrentlyAllocated;
  const high = pymalloc.narenasHighwater;
  const times = pymalloc.ntimesArenaAllocated;
  if (now !== allocated)
    found.note(pymalloc.counters, `narenas_currently_allocated is ${now}, should be ${allocated}`);
  if (now > high || high > times)
    found.note(pymalloc.counters, `highwater mark ${high} of ${times} arenas, ${now} now`);
  found.expect(
    pymalloc.rawAllocatedBlocks >= 0,
    pymalloc.counters,
    'raw_allocated_blocks is negative',
  );
}

// ---- blocks -------------------------------------------------------------------------------------

/**
 * Visits every block in use, pool by pool in the order of the `arenas` vector, ascending addresses
 * in a pool. A block is in use when it was carved off and is not in its pool's free list. The heap
 * must be sound (`checkPymalloc`).
 */
export function walkBlocks(
  pymalloc: Pymalloc,
  visit: (block: Addr, bytes: Bytes, pool: Addr) => void,
): void {
  const { memory, geometry } = pymalloc;
  const free = new Uint8Array(geometry.poolBytes / geometry.alignment);
  pymalloc.walkPools((pool) => {
    if (memory.i32[(pool + POOL_HEADER.refCount) >> 2] === 0) return;
    const size = pymalloc.index2size(memory.u32[(pool + POOL_HEADER.szidx) >> 2]!);
    const first = pool + geometry.poolHeaderBytes;
    const end = pool + memory.u32[(pool + POOL_HEADER.nextoffset) >> 2]!;
    free.fill(0);
    let bp = memory.loadPtr(pool + POOL_HEADER.freeblock);
    while (bp !== 0) {
      free[(bp - first) / size] = 1;
      bp = memory.loadPtr(bp);
    }
    for (let block = first, i = 0; block < end; block += size, i += 1) {
      if (free[i] === 0) visit(block, size, pool);
    }
  });
}
