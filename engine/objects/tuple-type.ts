/** The type tuple: what Python sees of it. v3.13.0 Objects/tupleobject.c */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { refreshEmptyTuple } from './container-statics.ts';
import { errOccurred, raise } from './errors.ts';
import { callAlloc } from './generic-alloc.ts';
import { mul64 } from './hash64.ts';
import {
  TPFLAGS_BASETYPE,
  TPFLAGS_HAVE_GC,
  TPFLAGS_MATCH_SELF,
  TPFLAGS_SEQUENCE,
  TPFLAGS_TUPLE_SUBCLASS,
  TP_FLAGS,
} from './layouts.ts';
import {
  asSsize,
  EQ,
  hash,
  isIndex,
  NE,
  notImplemented,
  repr,
  richCompare,
  richCompareBool,
  typeNameOf,
} from './object.ts';
import { enterRecursive, leaveRecursive } from './recursion.ts';
import { decref, newRef } from './refcount.ts';
import { reprEnter, reprLeave } from './repr-enter.ts';
import type { Runtime } from './runtime.ts';
import { tupleIter } from './seq-iterators.ts';
import { boolRef, compareSizes } from './sequence-compare.ts';
import { sliceLength, sliceStart, sliceStep, sliceWithin } from './slice-bounds.ts';
import { newStr, strToJs } from './strings.ts';
import { sequenceToTuple } from './tuple-build.ts';
import {
  tupleDealloc,
  tupleFromRow,
  tupleItem,
  tupleNew,
  tupleSetItem,
  tupleSize,
  tupleTraverse,
} from './tuple.ts';
import { readyType } from './type-ready.ts';
import { classMethod, fast, noArgs, oneArg } from './type-spec.ts';
import { genericAliasNew } from './late-parts.ts';
import {
  tupleConcat,
  tupleCount,
  tupleGetNewArgs,
  tupleIndex,
  tupleRepeat,
  tupleSqItem,
  tupleTpNew,
} from './late-sequences.ts';

export function isTuple(rt: Runtime, p: Addr): boolean {
  return (rt.i32[(rt.typeOf(p) + TP_FLAGS) >> 2]! & TPFLAGS_TUPLE_SUBCLASS) !== 0;
}

// ---- making ------------------------------------------------------------------------------------

/** v3.13.0 tuple_new, tuple_subtype_new. The row holds the arguments */
export function make(rt: Runtime, type: Addr, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, 'tuple', nargs, 0, 1)) return 0;
  const tuple = nargs === 0 ? newRef(rt, rt.emptyTuple) : sequenceToTuple(rt, rt.arg(argv, 0));
  if (type === rt.types.tuple || tuple === 0) return tuple;
  const n = tupleSize(rt, tuple);
  const result = callAlloc(rt, type, n);
  if (result !== 0) {
    for (let i = 0; i < n; i++) tupleSetItem(rt, result, i, newRef(rt, tupleItem(rt, tuple, i)));
  }
  decref(rt, tuple);
  return result;
}

/** v3.13.0 tuple_vectorcall */
function tupleVectorcall(rt: Runtime, type: Addr, argv: Addr, nargs: number, kwnames: Addr): Addr {
  return noKeywords(rt, 'tuple', kwnames) ? make(rt, type, argv, nargs) : 0;
}

// ---- text, hash, comparison ----------------------------------------------------------------------

/** v3.13.0 tuple_repr */
function tupleRepr(rt: Runtime, tuple: Addr): Addr {
  const n = tupleSize(rt, tuple);
  if (n === 0) return newStr(rt, '()');
  const entered = reprEnter(rt, tuple);
  if (entered !== 0) return entered > 0 ? newStr(rt, '(...)') : 0;
  let text = '(';
  for (let i = 0; i < n; i++) {
    const item = repr(rt, tupleItem(rt, tuple, i));
    if (item === 0) {
      reprLeave(rt, tuple);
      return 0;
    }
    text += (i === 0 ? '' : ', ') + strToJs(rt, item);
    decref(rt, item);
  }
  reprLeave(rt, tuple);
  return newStr(rt, text + (n === 1 ? ',)' : ')'));
}

// the primes of xxHash for 64 bits, in halves. v3.13.0 Objects/tupleobject.c _PyHASH_XXPRIME_*
export const PRIME1_LOW = 0x85ebca87 | 0;
export const PRIME1_HIGH = 0x9e3779b1 | 0;
export const PRIME2_LOW = 0x27d4eb4f | 0;
export const PRIME2_HIGH = 0xc2b2ae3d | 0;
export const PRIME5_LOW = 0x165667c5 | 0;
export const PRIME5_HIGH = 0x27d4eb2f | 0;
/** what the length is mixed with, besides PRIME5 */
export const LENGTH_MIX = 3527539;

/**
 * Tuples in tuples end in RecursionError, not in the host's.
 * v3.14.10 tuple_hash; NOT CPYTHON: releases before crash
 */
export function tupleHash(rt: Runtime, tuple: Addr): number {
  if (enterRecursive(rt, ' while hashing a tuple')) {
    rt.hashHigh = -1;
    return -1;
  }
  const low = hashOfItems(rt, tuple);
  leaveRecursive(rt);
  return low;
}

/** v3.13.0 tuple_hash: xxHash of the items' hashes, without its last rounds */
function hashOfItems(rt: Runtime, tuple: Addr): number {
  const n = tupleSize(rt, tuple);
  let low = PRIME5_LOW;
  let high = PRIME5_HIGH;
  for (let i = 0; i < n; i++) {
    const lane = hash(rt, tupleItem(rt, tuple, i));
    const laneHigh = rt.hashHigh;
    if (lane === -1 && laneHigh === -1) return -1;
    const mixed = mul64(rt, lane, laneHigh, PRIME2_LOW, PRIME2_HIGH);
    const sum = (low + mixed) | 0;
    high = (high + rt.hashHigh + (sum >>> 0 < low >>> 0 ? 1 : 0)) | 0;
    // rotated left by 31
    const rotated = (sum << 31) | (high >>> 1);
    const rotatedHigh = (high << 31) | (sum >>> 1);
    low = mul64(rt, rotated, rotatedHigh, PRIME1_LOW, PRIME1_HIGH);
    high = rt.hashHigh;
  }
  const mix = n ^ PRIME5_LOW ^ LENGTH_MIX;
  const total = (low + mix) | 0;
  high = (high + PRIME5_HIGH + (total >>> 0 < low >>> 0 ? 1 : 0)) | 0;
  if (total === -1 && high === -1) {
    rt.hashHigh = 0;
    return 1546275796;
  }
  rt.hashHigh = high;
  return total;
}

/** v3.13.0 tuple_richcompare */
function tupleRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isTuple(rt, a) || !isTuple(rt, b)) return notImplemented(rt);
  const sizeA = tupleSize(rt, a);
  const sizeB = tupleSize(rt, b);
  let i = 0;
  for (; i < sizeA && i < sizeB; i++) {
    const same = richCompareBool(rt, tupleItem(rt, a, i), tupleItem(rt, b, i), EQ);
    if (same < 0) return 0;
    if (same === 0) break;
  }
  if (i >= sizeA || i >= sizeB) return compareSizes(rt, sizeA, sizeB, op);
  if (op === EQ) return boolRef(rt, false);
  if (op === NE) return boolRef(rt, true);
  return richCompare(rt, tupleItem(rt, a, i), tupleItem(rt, b, i), op);
}

// ---- as a sequence -------------------------------------------------------------------------------

/** v3.13.0 tuple_subscript */
function tupleSubscript(rt: Runtime, tuple: Addr, key: Addr): Addr {
  if (isIndex(rt, key)) {
    const i = asSsize(rt, key, rt.exc.IndexError);
    if (i === -1 && errOccurred(rt)) return 0;
    return tupleSqItem(rt, tuple, i < 0 ? i + tupleSize(rt, tuple) : i);
  }
  if (rt.typeOf(key) === rt.types.slice) return tupleSlice(rt, tuple, key);
  return raise(
    rt,
    rt.exc.TypeError,
    `tuple indices must be integers or slices, not ${typeNameOf(rt, key)}`,
  );
}

function tupleSlice(rt: Runtime, tuple: Addr, slice: Addr): Addr {
  const size = tupleSize(rt, tuple);
  if (!sliceWithin(rt, slice, size)) return 0;
  const count = sliceLength();
  const start = sliceStart();
  const step = sliceStep();
  if (count <= 0) return newRef(rt, rt.emptyTuple);
  if (step === 1) {
    if (count === size && rt.typeOf(tuple) === rt.types.tuple) return newRef(rt, tuple);
    return tupleFromRow(rt, tuple + rt.layout.tupleItems + 8 * start, count);
  }
  const result = tupleNew(rt, count);
  if (result === 0) return 0;
  for (let i = 0, at = start; i < count; i++, at += step) {
    tupleSetItem(rt, result, i, newRef(rt, tupleItem(rt, tuple, at)));
  }
  return result;
}

/** v3.13.0 tuple_contains */
function tupleContains(rt: Runtime, tuple: Addr, value: Addr): number {
  let same = 0;
  for (let i = 0, n = tupleSize(rt, tuple); same === 0 && i < n; i++) {
    same = richCompareBool(rt, tupleItem(rt, tuple, i), value, EQ);
  }
  return same;
}

// ---- methods -------------------------------------------------------------------------------------

export function initTupleType(rt: Runtime): void {
  rt.types.tuple = readyType(rt, {
    name: 'tuple',
    basicsize: rt.layout.tupleItems,
    itemsize: 8,
    flags:
      TPFLAGS_HAVE_GC |
      TPFLAGS_BASETYPE |
      TPFLAGS_TUPLE_SUBCLASS |
      TPFLAGS_MATCH_SELF |
      TPFLAGS_SEQUENCE,
    slots: {
      tp_dealloc: tupleDealloc,
      tp_repr: tupleRepr,
      tp_hash: tupleHash,
      tp_traverse: tupleTraverse,
      tp_richcompare: tupleRichCompare,
      tp_iter: tupleIter,
      tp_new: tupleTpNew,
      tp_vectorcall: tupleVectorcall,
      sq_length: tupleSize,
      sq_concat: tupleConcat,
      sq_repeat: tupleRepeat,
      sq_item: tupleSqItem,
      sq_contains: tupleContains,
      mp_length: tupleSize,
      mp_subscript: tupleSubscript,
    },
    methods: {
      __getnewargs__: noArgs(tupleGetNewArgs),
      index: fast(tupleIndex),
      count: oneArg(tupleCount),
      __class_getitem__: classMethod(oneArg(genericAliasNew)),
    },
  });
  if (!rt.prepared) refreshEmptyTuple(rt);
}
