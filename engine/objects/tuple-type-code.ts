/** What few programs need of what tuple-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { noKeywords } from './args.ts';
import { noMemory, raise } from './errors.ts';
import { newInt } from './int.ts';
import { TP_INIT } from './layouts.ts';
import { memoryRepeat, refcntAdd, tooManyItems } from './list-repeat.ts';
import { copyRow } from './list-slices.ts';
import { EQ, richCompareBool, typeNameOf } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { findIndex } from './sequence-find.ts';
import { isTuple, make } from './tuple-type.ts';
import { tupleFromRow, tupleItem, tupleNew, tuplePack, tupleSize } from './tuple.ts';

export function tupleTpNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const plain = rt.i32[(type + TP_INIT) >> 2] === rt.i32[(rt.types.tuple + TP_INIT) >> 2];
  if (plain && !noKeywords(rt, 'tuple', kwargs)) return 0;
  return make(rt, type, args + rt.layout.tupleItems, tupleSize(rt, args));
}

/** `tuple[i]`, i from 0 on. v3.13.0 tuple_item */
export function tupleSqItem(rt: Runtime, tuple: Addr, i: number): Addr {
  if (i < 0 || i >= tupleSize(rt, tuple)) {
    return raise(rt, rt.exc.IndexError, 'tuple index out of range');
  }
  return newRef(rt, tupleItem(rt, tuple, i));
}

/** v3.13.0 tuple_concat */
export function tupleConcat(rt: Runtime, a: Addr, b: Addr): Addr {
  const type = rt.types.tuple;
  const sizeA = tupleSize(rt, a);
  if (sizeA === 0 && rt.typeOf(b) === type) return newRef(rt, b);
  if (!isTuple(rt, b)) {
    return raise(
      rt,
      rt.exc.TypeError,
      `can only concatenate tuple (not "${typeNameOf(rt, b)}") to tuple`,
    );
  }
  const sizeB = tupleSize(rt, b);
  if (sizeB === 0 && rt.typeOf(a) === type) return newRef(rt, a);
  const result = tupleNew(rt, sizeA + sizeB);
  if (result === 0 || sizeA + sizeB === 0) return result;
  const items = rt.layout.tupleItems;
  copyRow(rt, result + items, a + items, sizeA);
  copyRow(rt, result + items + 8 * sizeA, b + items, sizeB);
  return result;
}

/** v3.13.0 tuple_repeat */
export function tupleRepeat(rt: Runtime, tuple: Addr, n: number): Addr {
  const size = tupleSize(rt, tuple);
  if ((size === 0 || n === 1) && rt.typeOf(tuple) === rt.types.tuple) return newRef(rt, tuple);
  if (size === 0 || n <= 0) return newRef(rt, rt.emptyTuple);
  const total = size * n;
  if (tooManyItems(total)) return noMemory(rt);
  const result = tupleNew(rt, total);
  if (result === 0) return 0;
  const source = tuple + rt.layout.tupleItems;
  const target = result + rt.layout.tupleItems;
  for (let i = 0; i < size; i++) refcntAdd(rt, rt.arg(source, i), n);
  rt.u8.copyWithin(target, source, source + 8 * size);
  memoryRepeat(rt, target, 8 * total, 8 * size);
  return result;
}

/** v3.13.0 tuple_index_impl */
export function tupleIndex(rt: Runtime, tuple: Addr, argv: Addr, nargs: number): Addr {
  const at = findIndex(rt, tuple, argv, nargs, tupleSize, tupleItem);
  if (at === -1) return raise(rt, rt.exc.ValueError, 'tuple.index(x): x not in tuple');
  return at < 0 ? 0 : newInt(rt, at);
}

/** v3.13.0 tuple_count */
export function tupleCount(rt: Runtime, tuple: Addr, value: Addr): Addr {
  let count = 0;
  for (let i = 0, n = tupleSize(rt, tuple); i < n; i++) {
    const same = richCompareBool(rt, tupleItem(rt, tuple, i), value, EQ);
    if (same < 0) return 0;
    count += same;
  }
  return newInt(rt, count);
}

/** v3.13.0 tuple___getnewargs___impl */
export function tupleGetNewArgs(rt: Runtime, tuple: Addr): Addr {
  const copy = tupleFromRow(rt, tuple + rt.layout.tupleItems, tupleSize(rt, tuple));
  if (copy === 0) return 0;
  const result = tuplePack(rt, copy);
  decref(rt, copy);
  return result;
}
