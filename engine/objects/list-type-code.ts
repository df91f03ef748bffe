/** What few programs need of what list-type.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { errClear, errMatches, raise } from './errors.ts';
import { MP_LENGTH, SQ_LENGTH, TP_NEW } from './layouts.ts';
import { init } from './list-type.ts';
import { listItem, listPreallocateExact, listSize } from './list.ts';
import { lengthOf, slotOf, typeNameOf } from './object.ts';
import { newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleSize } from './tuple.ts';

/** Room for exactly what the iterable says it has. v3.9.18 Objects/listobject.c list___init___impl */
export function takeRoomFor(rt: Runtime, list: Addr, iterable: Addr): number {
  if (slotOf(rt, iterable, SQ_LENGTH) === 0 && slotOf(rt, iterable, MP_LENGTH) === 0) return 0;
  const n = lengthOf(rt, iterable);
  if (n < 0) {
    if (!errMatches(rt, rt.exc.TypeError)) return -1;
    errClear(rt);
  }
  return n > 0 ? listPreallocateExact(rt, list, n) : 0;
}

export function listInit(rt: Runtime, list: Addr, args: Addr, kwargs: Addr): number {
  const plain = rt.typeOf(list) === rt.types.list || hasListNew(rt, rt.typeOf(list));
  if (plain && !noKeywords(rt, 'list', kwargs)) return -1;
  const nargs = tupleSize(rt, args);
  if (!checkPositional(rt, 'list', nargs, 0, 1)) return -1;
  return init(rt, list, nargs === 0 ? 0 : rt.arg(args + rt.layout.tupleItems, 0));
}

/** A subclass that brings its own `__new__` may take keywords; one that does not may not. */
function hasListNew(rt: Runtime, type: Addr): boolean {
  return rt.i32[(type + TP_NEW) >> 2] === rt.i32[(rt.types.list + TP_NEW) >> 2];
}

/** `list[i]`, i from 0 on. v3.13.0 list_item */
export function listSqItem(rt: Runtime, list: Addr, i: number): Addr {
  if (i < 0 || i >= listSize(rt, list)) {
    return raise(rt, rt.exc.IndexError, 'list index out of range');
  }
  return newRef(rt, listItem(rt, list, i));
}

export function badIndex(rt: Runtime, key: Addr): 0 {
  return raise(
    rt,
    rt.exc.TypeError,
    `list indices must be integers or slices, not ${typeNameOf(rt, key)}`,
  );
}
