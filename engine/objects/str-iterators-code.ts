/** What few programs need of what str-iterators.ts is about. */
import type { Addr } from '../base/brand.ts';
import { errOccurred } from './errors.ts';
import { newInt } from './int.ts';
import { SEQ_ITER_INDEX, SEQ_ITER_SEQ } from './layouts.ts';
import { asSsize } from './object.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { exhaust, type LengthOf } from './str-iterators.ts';
import { readUnit, strData, strFromCodePoint, strKind, strLength } from './strings.ts';
import type { Visit } from './type-spec.ts';

export function strIterNext(rt: Runtime, it: Addr): Addr {
  const s = rt.ptr(it + SEQ_ITER_SEQ);
  if (s === 0) return 0;
  const i = rt.size(it + SEQ_ITER_INDEX);
  if (i >= strLength(rt, s)) return exhaust(rt, it, s);
  const ch = readUnit(rt, strKind(rt, s), strData(rt, s), i);
  const item = strFromCodePoint(rt, ch);
  if (item !== 0) rt.setSize(it + SEQ_ITER_INDEX, i + 1);
  return item;
}

export function iterTraverse(rt: Runtime, it: Addr, visit: Visit): void {
  const sequence = rt.ptr(it + SEQ_ITER_SEQ);
  if (sequence !== 0) visit(sequence);
}

/**
 * `__reduce__`: (iter, (sequence,), index), and (iter, (empty,)) at the end.
 * v3.13.0 unicodeiter_reduce
 */
export function iterReduce(rt: Runtime, it: Addr, empty: Addr): Addr {
  const sequence = rt.ptr(it + SEQ_ITER_SEQ);
  if (sequence === 0) return reduceBuiltin(rt, 'iter', newRef(rt, empty), 0);
  const index = newInt(rt, rt.size(it + SEQ_ITER_INDEX));
  return index === 0 ? 0 : reduceBuiltin(rt, 'iter', newRef(rt, sequence), index);
}

/** `__setstate__(index)`, clipped to the sequence. v3.13.0 unicodeiter_setstate */
export function iterSetState(rt: Runtime, it: Addr, state: Addr, lengthOf: LengthOf): Addr {
  const index = asSsize(rt, state, rt.exc.OverflowError);
  if (index === -1 && errOccurred(rt)) return 0;
  const sequence = rt.ptr(it + SEQ_ITER_SEQ);
  if (sequence !== 0) {
    const n = lengthOf(rt, sequence);
    rt.setSize(it + SEQ_ITER_INDEX, index < 0 ? 0 : index > n ? n : index);
  }
  return newRef(rt, rt.none);
}

export function iterLengthHint(rt: Runtime, it: Addr, lengthOf: LengthOf): Addr {
  const sequence = rt.ptr(it + SEQ_ITER_SEQ);
  const left = sequence === 0 ? 0 : lengthOf(rt, sequence) - rt.size(it + SEQ_ITER_INDEX);
  return newInt(rt, left < 0 ? 0 : left);
}
