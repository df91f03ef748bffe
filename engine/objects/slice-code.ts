/** What few programs need of what slice.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { raise } from './errors.ts';
import { intSign, intToBigInt, newIntFromBigInt } from './int-object.ts';
import { SLICE_START, SLICE_STEP, SLICE_STOP } from './layouts.ts';
import { hash, isIndex, numberIndex, reprText, richCompare } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { asTuple, isSlice, sliceNew } from './slice.ts';
import { newStr } from './strings.ts';
import { tupleNew, tupleSetItem, tupleSize } from './tuple.ts';

export function sliceRepr(rt: Runtime, p: Addr): Addr {
  const start = reprText(rt, rt.ptr(p + SLICE_START));
  const stop = start === null ? null : reprText(rt, rt.ptr(p + SLICE_STOP));
  const step = stop === null ? null : reprText(rt, rt.ptr(p + SLICE_STEP));
  return step === null ? 0 : newStr(rt, `slice(${start}, ${stop}, ${step})`);
}

/** xxHash of three hashes. v3.13.0 slicehash */
export function sliceHash(rt: Runtime, p: Addr): number {
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

/** As tuples of three. v3.13.0 slice_richcompare */
export function sliceRichCompare(rt: Runtime, a: Addr, b: Addr, op: number): Addr {
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

export function sliceTpNew(rt: Runtime, _type: Addr, args: Addr, kwargs: Addr): Addr {
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
export function indices(rt: Runtime, self: Addr, lengthObject: Addr): Addr {
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
