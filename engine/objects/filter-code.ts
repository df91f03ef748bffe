/** What few programs need of what filter.ts is about. */
import type { Addr } from '../base/brand.ts';
import { checkPositional, noKeywords } from './args.ts';
import { callOneArg } from './call.ts';
import { FILTER_FUNC, FILTER_IT } from './filter.ts';
import { gcUntrackIfTracked } from './gc-object.ts';
import { callAlloc, callFree } from './generic-alloc.ts';
import { TP_INIT } from './layouts.ts';
import { callIterNext, getIter, isTrue } from './object.ts';
import { decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { tupleItem, tuplePairSteal, tupleSize } from './tuple.ts';
import type { Visit } from './type-spec.ts';

function filterMake(rt: Runtime, type: Addr, func: Addr, iterable: Addr): Addr {
  const it = getIter(rt, iterable);
  if (it === 0) return 0;
  const lz = callAlloc(rt, type, 0);
  if (lz === 0) {
    decref(rt, it);
    return 0;
  }
  rt.setPtr(lz + FILTER_FUNC, newRef(rt, func));
  rt.setPtr(lz + FILTER_IT, it);
  return lz;
}

/** tp_new. v3.13.0 filter_new */
export function filterNew(rt: Runtime, type: Addr, args: Addr, kwargs: Addr): Addr {
  const plain = rt.ptr(type + TP_INIT) === rt.ptr(rt.types.filter + TP_INIT);
  if (plain && !noKeywords(rt, 'filter', kwargs)) return 0;
  if (!checkPositional(rt, 'filter', tupleSize(rt, args), 2, 2)) return 0;
  return filterMake(rt, type, tupleItem(rt, args, 0), tupleItem(rt, args, 1));
}

/** v3.13.0 filter_vectorcall */
export function filterVectorcall(
  rt: Runtime,
  type: Addr,
  argv: Addr,
  nargs: number,
  kwnames: Addr,
): Addr {
  if (!noKeywords(rt, 'filter', kwnames)) return 0;
  if (!checkPositional(rt, 'filter', nargs, 2, 2)) return 0;
  return filterMake(rt, type, rt.arg(argv, 0), rt.arg(argv, 1));
}

/** v3.13.0 filter_next */
export function filterNext(rt: Runtime, lz: Addr): Addr {
  const it = rt.ptr(lz + FILTER_IT);
  const func = rt.ptr(lz + FILTER_FUNC);
  const asksItem = func === rt.none || func === rt.types.bool;
  for (;;) {
    const item = callIterNext(rt, it);
    if (item === 0) return 0;
    const wanted = asksItem ? isTrue(rt, item) : askFunction(rt, func, item);
    if (wanted > 0) return item;
    decref(rt, item);
    if (wanted < 0) return 0;
  }
}

/** The truth of `func(item)`; -1 with an exception. */
function askFunction(rt: Runtime, func: Addr, item: Addr): number {
  const answer = callOneArg(rt, func, item);
  if (answer === 0) return -1;
  const wanted = isTrue(rt, answer);
  decref(rt, answer);
  return wanted;
}

/** v3.13.0 filter_reduce: `(filter, (func, iterator))` */
export function filterReduce(rt: Runtime, lz: Addr): Addr {
  const func = newRef(rt, rt.ptr(lz + FILTER_FUNC));
  const args = tuplePairSteal(rt, func, newRef(rt, rt.ptr(lz + FILTER_IT)));
  return args === 0 ? 0 : tuplePairSteal(rt, newRef(rt, rt.typeOf(lz)), args);
}

export function filterDealloc(rt: Runtime, lz: Addr): void {
  gcUntrackIfTracked(rt, lz);
  xdecref(rt, rt.ptr(lz + FILTER_FUNC));
  xdecref(rt, rt.ptr(lz + FILTER_IT));
  callFree(rt, lz);
}

export function filterTraverse(rt: Runtime, lz: Addr, visit: Visit): void {
  const it = rt.ptr(lz + FILTER_IT);
  const func = rt.ptr(lz + FILTER_FUNC);
  if (it !== 0) visit(it);
  if (func !== 0) visit(func);
}
