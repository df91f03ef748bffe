/**
 * slice. One freed slice is kept for the next. v3.13.0 Objects/sliceobject.c
 *
 *      0  ob_refcnt, ob_type          (behind a GC header)
 *     16  start     24  stop     32  step     all owned
 */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { raise } from './errors.ts';
import { freeListPop, freeListPush } from './freelists.ts';
import { gcDel, gcNew, gcTrack, gcUntrack, initObject } from './gc-object.ts';
import { intSign, intToBigInt, newIntFromBigInt } from './int-object.ts';
import { SLICE_SIZE, SLICE_START, SLICE_STEP, SLICE_STOP, TPFLAGS_HAVE_GC } from './layouts.ts';
import { hash, isIndex, numberIndex, reprText, richCompare } from './object.ts';
import { decref, newRef } from './refcount.ts';
import { FREE_SLICE, type Runtime } from './runtime.ts';
import { newStr } from './strings.ts';
import { tupleNew, tuplePack, tuplePairSteal, tupleSetItem, tupleSize } from './tuple.ts';
import { readyType } from './type-ready.ts';
import { noArgs, oneArg, type Visit } from './type-spec.ts';

/** v3.13.0 slice_cache: one. No release keeps another number. */
const SLICE_CACHE = 1;

/** A new slice of three objects (counted up; None for what is not given). v3.13.0 PySlice_New */
export function sliceNew(rt: Runtime, start: Addr, stop: Addr, step: Addr): Addr {
  let p = freeListPop(rt, FREE_SLICE);
  if (p !== 0) initObject(rt, p, rt.types.slice);
  else p = gcNew(rt, rt.types.slice, SLICE_SIZE);
  if (p === 0) return 0;
  rt.setPtr(p + SLICE_START, newRef(rt, start));
  rt.setPtr(p + SLICE_STOP, newRef(rt, stop));
  rt.setPtr(p + SLICE_STEP, newRef(rt, step));
  gcTrack(rt, p);
  return p;
}

/** Whether `p` is a slice; there are no subclasses. v3.13.0 PySlice_Check */
export function isSlice(rt: Runtime, p: Addr): boolean {
  return rt.typeOf(p) === rt.types.slice;
}

function sliceDealloc(rt: Runtime, p: Addr): void {
  gcUntrack(rt, p);
  decref(rt, rt.ptr(p + SLICE_STEP));
  decref(rt, rt.ptr(p + SLICE_START));
  decref(rt, rt.ptr(p + SLICE_STOP));
  if (!freeListPush(rt, FREE_SLICE, p, SLICE_CACHE)) gcDel(rt, p);
}

function sliceTraverse(rt: Runtime, p: Addr, visit: Visit): void {
  visit(rt.ptr(p + SLICE_START));
  visit(rt.ptr(p + SLICE_STOP));
  visit(rt.ptr(p + SLICE_STEP));
}

function sliceRepr(rt: Runtime, p: Addr): Addr {
  const start = reprText(rt, rt.ptr(p + SLICE_START));
  const stop = start === null ? null : reprText(rt, rt.ptr(p + SLICE_STOP));
  const step = stop === null ? null : reprText(rt, rt.ptr(p + SLICE_STEP));
  return step === null ? 0 : newStr(rt, `slice(${start}, ${stop}, ${step})`);
}

/** xxHash of three hashes. v3.13.0 slicehash */
function sliceHash(rt: Runtime, p: Addr): number {
  let acc = 2870177450012600261n;
  for (let at = p + SLICE_START; at <= p + SLICE_STEP; at += 8) {
    const low = hash(rt, rt.ptr(at));
    if (low === -1 && rt.hashHigh === -1) return -1;
    const lane = (BigInt(rt.hashHigh >>> 0) << 32n) | BigInt(low >>> 0);
    acc = BigInt.asUintN(64, acc + lane * 14029467366897019727n);
    acc = BigInt.asUintN(64, (acc << 31n) | (acc >> 33n));
    acc = BigInt.asUintN(64, acc * 11400714785074694791n);
  }
  if (acc === 0xffffffffffffffffn) acc = 1546275796n;
  rt.hashHigh = Number(BigInt.asIntN(32, acc >> 32n));
  return Number(BigInt.asIntN(32, acc));
}

function asTuple(rt: Runtime, p: Addr): Addr {
  return tuplePack(rt, rt.ptr(p + SLICE_START), rt.ptr(p + SLICE_STOP), rt.ptr(p + SLICE_STEP));
}

/** As tuples of three. v3.13.0 slice_richcompare */
function sliceRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
  if (!isSlice(rt, a) || !isSlice(rt, b)) return newRef(rt, rt.notImplemented);
  if (a === b) return newRef(rt, op === 1 || op === 2 || op === 5 ? rt.true : rt.false);
  const left = asTuple(rt, a);
  if (left === 0) return 0;
  const right = asTuple(rt, b);
  const result = right === 0 ? 0 : richCompare(rt, left, right, op);
  decref(rt, left);
  if (right !== 0) decref(rt, right);
  return result;
}

/** slice(stop), slice(start, stop), slice(start, stop, step) */
function fromArgs(rt: Runtime, row: Addr, n: number): Addr {
  if (!checkPositional(rt, 'slice', n, 1, 3)) return 0;
  if (n === 1) return sliceNew(rt, rt.none, rt.arg(row, 0), rt.none);
  return sliceNew(rt, rt.arg(row, 0), rt.arg(row, 1), n === 3 ? rt.arg(row, 2) : rt.none);
}

function sliceTpNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
  if (!noKeywords(rt, 'slice', kwargs)) return 0;
  return fromArgs(rt, args + rt.layout.tupleItems, tupleSize(rt, args));
}

/** A bound of any size; undefined for None, null with TypeError. v3.13.0 evaluate_slice_index */
function bound(rt: Runtime, p: Addr): bigint | undefined | null {
  if (p === rt.none) return undefined;
  if (!isIndex(rt, p)) {
    raise(
      rt,
      rt.exc.TypeError,
      'slice indices must be integers or None or have an __index__ method',
    );
    return null;
  }
  const index = numberIndex(rt, p);
  if (index === 0) return null;
  const value = intToBigInt(rt, index);
  decref(rt, index);
  return value;
}

/** Start, stop and step for a sequence of any length; null with an exception. _PySlice_GetLongIndices */
export function sliceBigIndices(
  rt: Runtime,
  p: Addr,
  length: bigint,
): readonly [start: bigint, stop: bigint, step: bigint] | null {
  const given = bound(rt, rt.ptr(p + SLICE_STEP));
  if (given === null) return null;
  const step = given ?? 1n;
  if (step === 0n) {
    raise(rt, rt.exc.ValueError, 'slice step cannot be zero');
    return null;
  }
  const lower = step < 0n ? -1n : 0n;
  const upper = step < 0n ? length - 1n : length;
  const start = bound(rt, rt.ptr(p + SLICE_START));
  if (start === null) return null;
  const stop = bound(rt, rt.ptr(p + SLICE_STOP));
  if (stop === null) return null;
  const bounded = (i: bigint): bigint => {
    if (i < 0n) return i + length < lower ? lower : i + length;
    return i > upper ? upper : i;
  };
  return [
    start === undefined ? (step < 0n ? upper : lower) : bounded(start),
    stop === undefined ? (step < 0n ? lower : upper) : bounded(stop),
    step,
  ];
}

/** v3.13.0 slice_indices */
function indices(rt: Runtime, self: Addr, lengthObject: Addr): Addr {
  const index = numberIndex(rt, lengthObject);
  if (index === 0) return 0;
  const length = intToBigInt(rt, index);
  const negative = intSign(rt, index) < 0;
  decref(rt, index);
  if (negative) return raise(rt, rt.exc.ValueError, 'length should not be negative');
  const found = sliceBigIndices(rt, self, length);
  if (found === null) return 0;
  const result = tupleNew(rt, 3);
  if (result === 0) return 0;
  for (let i = 0; i < 3; i++) {
    const item = newIntFromBigInt(rt, found[i as 0 | 1 | 2]);
    if (item === 0) {
      decref(rt, result);
      return 0;
    }
    tupleSetItem(rt, result, i, item);
  }
  return result;
}

function reduce(rt: Runtime, self: Addr): Addr {
  const args = asTuple(rt, self);
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.types.slice), args);
}

export function initSliceType(rt: Runtime): void {
  rt.types.slice = readyType(rt, {
    name: 'slice',
    basicsize: SLICE_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: sliceDealloc,
      tp_repr: sliceRepr,
      ...(rt.profile.slicesHashable ? { tp_hash: sliceHash } : {}),
      tp_richcompare: sliceRichCompare,
      tp_traverse: sliceTraverse,
      tp_new: sliceTpNew,
    },
    methods: { indices: oneArg(indices), __reduce__: noArgs(reduce) },
    members: {
      start: { offset: SLICE_START, type: 'object', readonly: true },
      stop: { offset: SLICE_STOP, type: 'object', readonly: true },
      step: { offset: SLICE_STEP, type: 'object', readonly: true },
    },
  });
}
