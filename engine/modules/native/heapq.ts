/** The module _heapq. v3.13.0 Modules/_heapqmodule.c */
import type { Addr } from '../../base/brand.ts';
import { checkPositional } from '../../objects/args.ts';
import { badArgument } from '../../objects/clinic.ts';
import { raise, raiseInt } from '../../objects/errors.ts';
import {
  isList,
  listAppend,
  listItem,
  listItems,
  listResize,
  listSize,
} from '../../objects/list.ts';
import { builtinModule } from '../../objects/module.ts';
import { LT, richCompareBool } from '../../objects/object.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { fast, type MethodSpec, oneArg } from '../../objects/type-spec.ts';

/** Exchanges two items; counts nothing. */
function swap(rt: Runtime, heap: Addr, i: number, j: number): void {
  const items = listItems(rt, heap);
  const a = rt.ptr(items + 8 * i);
  rt.setPtr(items + 8 * i, rt.ptr(items + 8 * j));
  rt.setPtr(items + 8 * j, a);
}

/** Whether item i must be above item j: 1, 0, -1 with an exception. */
function isAbove(rt: Runtime, heap: Addr, i: number, j: number, max: boolean): number {
  const size = listSize(rt, heap);
  const a = newRef(rt, listItem(rt, heap, i));
  const b = newRef(rt, listItem(rt, heap, j));
  const answer = max ? richCompareBool(rt, b, a, LT) : richCompareBool(rt, a, b, LT);
  decref(rt, a);
  decref(rt, b);
  if (answer >= 0 && listSize(rt, heap) !== size) {
    return raiseInt(rt, rt.exc.RuntimeError, 'list changed size during iteration');
  }
  return answer;
}

/** Lets the item at `at` rise, not above `start`. v3.13.0 siftdown */
function siftDown(rt: Runtime, heap: Addr, start: number, at: number, max: boolean): number {
  let i = at;
  while (i > start) {
    const parent = (i - 1) >> 1;
    const above = isAbove(rt, heap, i, parent, max);
    if (above < 0) return -1;
    if (above === 0) break;
    swap(rt, heap, i, parent);
    i = parent;
  }
  return 0;
}

/** Lets the item at `at` sink to a leaf, then rise to its place. v3.13.0 siftup */
function siftUp(rt: Runtime, heap: Addr, at: number, max: boolean): number {
  const end = listSize(rt, heap);
  const limit = end >> 1;
  let i = at;
  while (i < limit) {
    let child = 2 * i + 1;
    if (child + 1 < end) {
      const above = isAbove(rt, heap, child, child + 1, max);
      if (above < 0) return -1;
      if (above === 0) child++;
    }
    swap(rt, heap, i, child);
    i = child;
  }
  return siftDown(rt, heap, at, i, max);
}

function isHeap(rt: Runtime, name: string, which: string, p: Addr): boolean {
  if (isList(rt, p)) return true;
  badArgument(rt, name, which, 'list', p);
  return false;
}

/** The heap and an item of a call with two arguments; 0 with TypeError. */
function heapArgument(rt: Runtime, name: string, argv: Addr, nargs: number): Addr {
  if (!checkPositional(rt, name, nargs, 2, 2)) return 0;
  const heap = rt.arg(argv, 0);
  return isHeap(rt, name, 'argument 1', heap) ? heap : 0;
}

function push(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  const heap = heapArgument(rt, 'heappush', argv, nargs);
  if (heap === 0 || listAppend(rt, heap, rt.arg(argv, 1)) < 0) return 0;
  const failed = siftDown(rt, heap, 0, listSize(rt, heap) - 1, false) < 0;
  return failed ? 0 : newRef(rt, rt.none);
}

/** v3.13.0 heappop_internal */
function popper(name: string, max: boolean): MethodSpec {
  return oneArg((rt, _self, heap) => {
    if (!isHeap(rt, name, 'argument', heap)) return 0;
    const n = listSize(rt, heap);
    if (n === 0) return raise(rt, rt.exc.IndexError, 'index out of range');
    const last = listItem(rt, heap, n - 1);
    if (listResize(rt, heap, n - 1) < 0) return 0;
    if (n === 1) return last;
    const items = listItems(rt, heap);
    const first = rt.ptr(items);
    rt.setPtr(items, last);
    if (siftUp(rt, heap, 0, max) === 0) return first;
    decref(rt, first);
    return 0;
  });
}

/** v3.13.0 heapreplace_internal */
function replacer(name: string, max: boolean): MethodSpec {
  return fast((rt, _self, argv, nargs) => {
    const heap = heapArgument(rt, name, argv, nargs);
    if (heap === 0) return 0;
    if (listSize(rt, heap) === 0) return raise(rt, rt.exc.IndexError, 'index out of range');
    return exchange(rt, heap, rt.arg(argv, 1), max);
  });
}

/** Puts the item in the root's place; the root, new. */
function exchange(rt: Runtime, heap: Addr, item: Addr, max: boolean): Addr {
  const items = listItems(rt, heap);
  const root = rt.ptr(items);
  rt.setPtr(items, newRef(rt, item));
  if (siftUp(rt, heap, 0, max) === 0) return root;
  decref(rt, root);
  return 0;
}

/** v3.13.0 _heapq_heappushpop_impl */
function pushPop(rt: Runtime, _self: Addr, argv: Addr, nargs: number): Addr {
  const heap = heapArgument(rt, 'heappushpop', argv, nargs);
  if (heap === 0) return 0;
  const item = rt.arg(argv, 1);
  if (listSize(rt, heap) === 0) return newRef(rt, item);
  const top = newRef(rt, listItem(rt, heap, 0));
  const less = richCompareBool(rt, top, item, LT);
  decref(rt, top);
  if (less <= 0) return less < 0 ? 0 : newRef(rt, item);
  if (listSize(rt, heap) === 0) return raise(rt, rt.exc.IndexError, 'index out of range');
  return exchange(rt, heap, item, false);
}

function heapifier(name: string, max: boolean): MethodSpec {
  return oneArg((rt, _self, heap) => {
    if (!isHeap(rt, name, 'argument', heap)) return 0;
    for (let i = (listSize(rt, heap) >> 1) - 1; i >= 0; i--) {
      if (siftUp(rt, heap, i, max) < 0) return 0;
    }
    return newRef(rt, rt.none);
  });
}

export function createHeapqModule(rt: Runtime): Addr {
  return builtinModule(rt, '_heapq', {
    heappush: fast(push),
    heappop: popper('heappop', false),
    heapreplace: replacer('heapreplace', false),
    heappushpop: fast(pushPop),
    heapify: heapifier('heapify', false),
    _heappop_max: popper('_heappop_max', true),
    _heapreplace_max: replacer('_heapreplace_max', true),
    _heapify_max: heapifier('_heapify_max', true),
  });
}
