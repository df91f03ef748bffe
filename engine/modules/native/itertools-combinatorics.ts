/**
 * product, permutations, combinations, combinations_with_replacement.
 *
 *     +16  pool     owned: the items as a tuple (product: a tuple of tuples)
 *     +24  indices  block: which item stands at each place, 8 bytes each
 *     +32  cycles   block, permutations only
 *     +40  result   owned: the tuple yielded last, changed in place when nobody else holds it
 *     +48  r        places
 *     +56  stopped
 *
 * v3.13.0 Modules/itertoolsmodule.c
 */
import type { Addr } from '../../base/brand.ts';
import { keywordOf, type Params } from '../../objects/args.ts';
import { dictLen, dictNext } from '../../objects/dict.ts';
import { errOccurred, noMemory, raise } from '../../objects/errors.ts';
import { gcTrack, isTracked } from '../../objects/gc-object.ts';
import { callAlloc } from '../../objects/generic-alloc.ts';
import { isInt, newInt } from '../../objects/int.ts';
import { readNewArgs } from '../../objects/new-args.ts';
import { asSsize } from '../../objects/object.ts';
import { clearOwned, decref, newRef, refcnt } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';

import { tupleFromRow, tupleItem, tupleNew, tupleSetItem, tupleSize } from '../../objects/tuple.ts';
import { sequenceToTuple } from '../../objects/tuple-build.ts';
import { noArgs } from '../../objects/type-spec.ts';
import { readySimple } from './simple-type.ts';

const POOL = 16;
const INDICES = 24;
const RESULT = 32;
const STOPPED = 40;
/** Not of a product, which has a place for each pool. */
const PLACES = 48;
/** Of permutations alone. */
const CYCLES = 56;

/**
 * Bytes of each struct. NOT CPYTHON: fields stand in another order, so that what all have comes first.
 * v3.13.0 Modules/itertoolsmodule.c
 */
const SIZES: Readonly<Record<string, number>> = { product: 48, permutations: 64 };
const SIZE = 56;
const given = new Int32Array(2);

function indexAt(rt: Runtime, self: Addr, i: number): number {
  return rt.size(rt.ptr(self + INDICES) + 8 * i);
}

function setIndexAt(rt: Runtime, self: Addr, i: number, value: number): void {
  rt.setSize(rt.ptr(self + INDICES) + 8 * i, value);
}

/** A block of `n` numbers, as `at` gives them; 0 with MemoryError. */
function newNumbers(rt: Runtime, n: number, at: (i: number) => number): Addr {
  const block = rt.mem.malloc(8 * n);
  if (block === 0) return noMemory(rt);
  for (let i = 0; i < n; i++) rt.setSize(block + 8 * i, at(i));
  return block;
}

type VisitBlock = (block: Addr) => void;

/** Calls `visit` with the block of numbers that one of these iterators owns. */
export function indicesBlock(rt: Runtime, self: Addr, visit: VisitBlock): void {
  if (rt.ptr(self + INDICES) !== 0) visit(rt.ptr(self + INDICES));
}

/** The same for permutations, which have two. */
export function permutationsBlocks(rt: Runtime, self: Addr, visit: VisitBlock): void {
  indicesBlock(rt, self, visit);
  if (rt.ptr(self + CYCLES) !== 0) visit(rt.ptr(self + CYCLES));
}

/** The result to be changed: the last one when nobody kept it, else a copy. */
function ownResult(rt: Runtime, self: Addr): Addr {
  const last = rt.ptr(self + RESULT);
  if (refcnt(rt, last) > 1) {
    const copy = tupleFromRow(rt, last + rt.layout.tupleItems, tupleSize(rt, last));
    if (copy === 0) return 0;
    rt.setPtr(self + RESULT, copy);
    decref(rt, last);
    return copy;
  }
  // the collector may have stopped tracking it
  if (!isTracked(rt, last) && last !== rt.emptyTuple) gcTrack(rt, last);
  return last;
}

/** Puts item `index` of the pool at place `i` of the result. */
function place(rt: Runtime, result: Addr, i: number, pool: Addr, index: number): void {
  const old = tupleItem(rt, result, i);
  tupleSetItem(rt, result, i, newRef(rt, tupleItem(rt, pool, index)));
  decref(rt, old);
}

/** The first result: item `first(i)` at place i. */
function firstResult(rt: Runtime, self: Addr, r: number, item: (i: number) => Addr): Addr {
  const result = tupleNew(rt, r);
  if (result === 0) return 0;
  for (let i = 0; i < r; i++) tupleSetItem(rt, result, i, newRef(rt, item(i)));
  rt.setPtr(self + RESULT, result);
  return newRef(rt, result);
}

function stop(rt: Runtime, self: Addr): 0 {
  rt.setSize(self + STOPPED, 1);
  return 0;
}

/**
 * Makes the object around a pool (stolen).
 * @param r -1 for a product
 * @param blocks of numbers: indices, of permutations cycles as well; stolen, 0 where memory was full
 */
function finishNew(
  rt: Runtime,
  type: Addr,
  pool: Addr,
  r: number,
  stopped: boolean,
  ...blocks: readonly Addr[]
): Addr {
  const self = blocks.includes(0) ? 0 : callAlloc(rt, type, 0);
  if (self === 0) {
    for (const block of blocks) if (block !== 0) rt.mem.free(block);
    decref(rt, pool);
    return 0;
  }
  rt.setPtr(self + POOL, pool);
  blocks.forEach((block, i) => rt.setPtr(self + [INDICES, CYCLES][i]!, block));
  if (r >= 0) rt.setSize(self + PLACES, r);
  rt.setSize(self + STOPPED, stopped ? 1 : 0);
  return self;
}

// ---- combinations ----------------------------------------------------------------------------------

const CHOOSE: Params = { names: ['iterable', 'r'], required: 2, positional: 2 };

function combinationsNew(name: string, repeated: boolean) {
  return (rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr => {
    if (!readNewArgs(rt, name, CHOOSE, given, args, kwargs)) return 0;
    const count = given[1]!;
    const iterable = given[0]!;
    const r = asSsize(rt, count, rt.exc.OverflowError);
    if (r === -1 && errOccurred(rt)) return 0;
    const pool = sequenceToTuple(rt, iterable);
    if (pool === 0) return 0;
    if (r < 0) {
      decref(rt, pool);
      return raise(rt, rt.exc.ValueError, 'r must be non-negative');
    }
    const n = tupleSize(rt, pool);
    const stopped = repeated ? n === 0 && r > 0 : r > n;
    const indices = newNumbers(rt, r, (i) => (repeated ? 0 : i));
    return finishNew(rt, type, pool, r, stopped, indices);
  };
}

/** v3.13.0 combinations_next */
function combinationsNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + STOPPED) !== 0) return 0;
  const pool = rt.ptr(self + POOL);
  if (rt.ptr(self + RESULT) === 0)
    return firstResult(rt, self, rt.size(self + PLACES), (i) => tupleItem(rt, pool, i));
  const n = tupleSize(rt, pool);
  const r = rt.size(self + PLACES);
  const result = ownResult(rt, self);
  if (result === 0) return stop(rt, self);
  let i = r - 1;
  while (i >= 0 && indexAt(rt, self, i) === i + n - r) i--;
  if (i < 0) return stop(rt, self);
  let index = indexAt(rt, self, i) + 1;
  for (; i < r; i++, index++) {
    setIndexAt(rt, self, i, index);
    place(rt, result, i, pool, index);
  }
  return newRef(rt, result);
}

/** v3.13.0 cwr_next */
function cwrNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + STOPPED) !== 0) return 0;
  const pool = rt.ptr(self + POOL);
  if (rt.ptr(self + RESULT) === 0)
    return firstResult(rt, self, rt.size(self + PLACES), () => tupleItem(rt, pool, 0));
  const n = tupleSize(rt, pool);
  const r = rt.size(self + PLACES);
  const result = ownResult(rt, self);
  if (result === 0) return stop(rt, self);
  let i = r - 1;
  while (i >= 0 && indexAt(rt, self, i) === n - 1) i--;
  if (i < 0) return stop(rt, self);
  const index = indexAt(rt, self, i) + 1;
  for (; i < r; i++) {
    setIndexAt(rt, self, i, index);
    place(rt, result, i, pool, index);
  }
  return newRef(rt, result);
}

// ---- permutations ----------------------------------------------------------------------------------

const PERMUTE: Params = { names: ['iterable', 'r'], required: 1, positional: 2 };

/** v3.13.0 permutations_new */
function permutationsNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!readNewArgs(rt, 'permutations', PERMUTE, given, args, kwargs)) return 0;
  const count = given[1]!;
  const pool = sequenceToTuple(rt, given[0]!);
  if (pool === 0) return 0;
  const n = tupleSize(rt, pool);
  let r = n;
  if (count !== 0 && count !== rt.none) {
    if (!isInt(rt, count)) raise(rt, rt.exc.TypeError, 'Expected int as r');
    else {
      r = asSsize(rt, count, rt.exc.OverflowError);
      if (r < 0 && !errOccurred(rt)) raise(rt, rt.exc.ValueError, 'r must be non-negative');
    }
    if (errOccurred(rt)) {
      decref(rt, pool);
      return 0;
    }
  }
  const indices = newNumbers(rt, n, (i) => i);
  const cycles = newNumbers(rt, r, (i) => n - i);
  return finishNew(rt, type, pool, r, r > n, indices, cycles);
}

/** v3.13.0 permutations_next */
function permutationsNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + STOPPED) !== 0) return 0;
  const pool = rt.ptr(self + POOL);
  if (rt.ptr(self + RESULT) === 0)
    return firstResult(rt, self, rt.size(self + PLACES), (i) => tupleItem(rt, pool, i));
  const n = tupleSize(rt, pool);
  const r = rt.size(self + PLACES);
  if (n === 0) return stop(rt, self);
  const result = ownResult(rt, self);
  if (result === 0) return stop(rt, self);
  const cycles = rt.ptr(self + CYCLES);
  for (let i = r - 1; i >= 0; i--) {
    const left = rt.size(cycles + 8 * i) - 1;
    rt.setSize(cycles + 8 * i, left);
    if (left === 0) {
      // the index at i goes to the end
      const index = indexAt(rt, self, i);
      for (let j = i; j < n - 1; j++) setIndexAt(rt, self, j, indexAt(rt, self, j + 1));
      setIndexAt(rt, self, n - 1, index);
      rt.setSize(cycles + 8 * i, n - i);
      continue;
    }
    const index = indexAt(rt, self, i);
    setIndexAt(rt, self, i, indexAt(rt, self, n - left));
    setIndexAt(rt, self, n - left, index);
    for (let k = i; k < r; k++) place(rt, result, k, pool, indexAt(rt, self, k));
    return newRef(rt, result);
  }
  return stop(rt, self);
}

// ---- product ---------------------------------------------------------------------------------------

/** `repeat=`, the only keyword; -1 with an exception. */
function repeatArgument(rt: Runtime, kwargs: Addr): number {
  if (kwargs === 0 || dictLen(rt, kwargs) === 0) return 1;
  dictNext(rt, kwargs, 0);
  const name = keywordOf(rt, rt.dictKey);
  if (name === null) return -1;
  if (name !== 'repeat' || dictLen(rt, kwargs) > 1) {
    const text = `product() got an unexpected keyword argument '${name}'`;
    raise(rt, rt.exc.TypeError, text);
    return -1;
  }
  const n = asSsize(rt, rt.dictValue, rt.exc.OverflowError);
  if (n === -1 && errOccurred(rt)) return -1;
  if (n >= 0) return n;
  raise(rt, rt.exc.ValueError, 'repeat argument cannot be negative');
  return -1;
}

/** v3.13.0 product_new */
function productNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const repeat = repeatArgument(rt, kwargs);
  if (repeat < 0) return 0;
  const n = tupleSize(rt, args);
  const r = repeat === 0 ? 0 : n * repeat;
  const pools = tupleNew(rt, r);
  if (pools === 0) return 0;
  for (let i = 0; i < n && repeat > 0; i++) {
    const pool = sequenceToTuple(rt, tupleItem(rt, args, i));
    if (pool === 0) {
      decref(rt, pools);
      return 0;
    }
    tupleSetItem(rt, pools, i, pool);
  }
  for (let i = n; i < r; i++) tupleSetItem(rt, pools, i, newRef(rt, tupleItem(rt, pools, i - n)));
  return finishNew(
    rt,
    type,
    pools,
    -1,
    false,
    newNumbers(rt, r, () => 0),
  );
}

/** v3.13.0 product_next */
function productNext(rt: Runtime, self: Addr): Addr {
  if (rt.size(self + STOPPED) !== 0) return 0;
  const pools = rt.ptr(self + POOL);
  const r = tupleSize(rt, pools);
  if (rt.ptr(self + RESULT) === 0) {
    for (let i = 0; i < r; i++) {
      if (tupleSize(rt, tupleItem(rt, pools, i)) === 0) return stop(rt, self);
    }
    return firstResult(rt, self, r, (i) => tupleItem(rt, tupleItem(rt, pools, i), 0));
  }
  const result = ownResult(rt, self);
  if (result === 0) return stop(rt, self);
  for (let i = r - 1; i >= 0; i--) {
    const pool = tupleItem(rt, pools, i);
    const index = indexAt(rt, self, i) + 1;
    const wraps = index === tupleSize(rt, pool);
    setIndexAt(rt, self, i, wraps ? 0 : index);
    place(rt, result, i, pool, wraps ? 0 : index);
    if (!wraps) return newRef(rt, result);
  }
  clearOwned(rt, self + RESULT);
  return stop(rt, self);
}

// ---- types -----------------------------------------------------------------------------------------

/** The struct and the numbers behind it. v3.13.0 product_sizeof_impl, permutations_sizeof_impl */
function sizeOf(rt: Runtime, self: Addr, name: string): Addr {
  const pool = tupleSize(rt, rt.ptr(self + POOL));
  const r = name === 'product' ? pool : rt.size(self + PLACES);
  const numbers = name === 'permutations' ? pool + r : r;
  return newInt(rt, (SIZES[name] ?? SIZE) + 8 * numbers);
}

function spec(
  rt: Runtime,
  name: string,
  make: (rt: Runtime, type: Addr, args: Addr, kwargs: Addr) => Addr,
  next: (rt: Runtime, self: Addr) => Addr,
): Addr {
  return readySimple(rt, {
    name: `itertools.${name}`,
    size: SIZES[name] ?? SIZE,
    owned: [POOL, RESULT],
    next,
    slots: { tp_new: make },
    methods: { __sizeof__: noArgs((r, self) => sizeOf(r, self, name)) },
    release: (r, self) => {
      for (const field of name === 'permutations' ? [INDICES, CYCLES] : [INDICES]) {
        if (r.ptr(self + field) !== 0) r.mem.free(r.ptr(self + field));
      }
    },
  });
}

const CWR = 'combinations_with_replacement';

/** How each type is made, by its name. */
export const COMBINATORIC_TYPES: Readonly<Record<string, (rt: Runtime) => Addr>> = {
  product: (rt) => spec(rt, 'product', productNew, productNext),
  permutations: (rt) => spec(rt, 'permutations', permutationsNew, permutationsNext),
  combinations: (rt) =>
    spec(rt, 'combinations', combinationsNew('combinations', false), combinationsNext),
  combinationsWithReplacement: (rt) => spec(rt, CWR, combinationsNew(CWR, true), cwrNext),
};
