/**
 * The iterator over a set.
 *
 *     +16  si_set   owned, NULL once exhausted
 *     +24  si_used  items the set had; -1 after it was found changed
 *     +32  si_pos   next place
 *     +40  len      items left
 *
 * v3.13.0 Objects/setobject.c setiterobject
 */
import type { Addr } from '../base/brand.ts';
import { raise } from './errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { TPFLAGS_HAVE_GC } from './layouts.ts';
import { listExtend, listNew } from './list.ts';
import { reduceBuiltin } from './reduce-builtin.ts';
import { clearOwned, decref, newRef, xdecref } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { setLen, setNext } from './set.ts';
import { readyType } from './type-ready.ts';
import { noArgs } from './type-spec.ts';
import { lengthHint } from './late-parts.ts';

export const SI_SET = 16;
export const SI_USED = 24;
const SI_POS = 32;
export const SI_LEN = 40;
const SI_SIZE = 48;

/** iter(set). v3.13.0 set_iter */
export function setIter(rt: Runtime, set: Addr): Addr {
  const it = gcNew(rt, rt.types.setIterator, SI_SIZE);
  if (it === 0) return 0;
  rt.setPtr(it + SI_SET, newRef(rt, set));
  rt.setSize(it + SI_USED, setLen(rt, set));
  rt.setSize(it + SI_POS, 0);
  rt.setSize(it + SI_LEN, setLen(rt, set));
  gcTrack(rt, it);
  return it;
}

/** v3.13.0 setiter_iternext */
function next(rt: Runtime, it: Addr): Addr {
  const set = rt.ptr(it + SI_SET);
  if (set === 0) return 0;
  if (rt.size(it + SI_USED) !== setLen(rt, set)) {
    rt.setSize(it + SI_USED, -1); // stays that way
    return raise(rt, rt.exc.RuntimeError, 'Set changed size during iteration');
  }
  const pos = setNext(rt, set, rt.size(it + SI_POS));
  if (pos === 0) {
    clearOwned(rt, it + SI_SET);
    return 0;
  }
  rt.setSize(it + SI_POS, pos);
  rt.setSize(it + SI_LEN, rt.size(it + SI_LEN) - 1);
  return newRef(rt, rt.dictKey);
}

/** v3.13.0 setiter_reduce: a list of what is left; the iterator itself stays where it is */
function reduce(rt: Runtime, it: Addr): Addr {
  const copy = gcNew(rt, rt.types.setIterator, SI_SIZE);
  if (copy === 0) return 0;
  rt.u8.copyWithin(copy + SI_SET, it + SI_SET, it + SI_SIZE);
  if (rt.ptr(copy + SI_SET) !== 0) newRef(rt, rt.ptr(copy + SI_SET));
  gcTrack(rt, copy);
  const list = listNew(rt, 0);
  const failed = list === 0 || listExtend(rt, list, copy) < 0;
  decref(rt, copy);
  if (!failed) return reduceBuiltin(rt, 'iter', list, 0);
  xdecref(rt, list);
  return 0;
}

export function initSetIteratorType(rt: Runtime): void {
  rt.types.setIterator = readyType(rt, {
    name: 'set_iterator',
    basicsize: SI_SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: (rt2, it) => {
        gcUntrackIfTracked(rt2, it);
        xdecref(rt2, rt2.ptr(it + SI_SET));
        gcDel(rt2, it);
      },
      tp_traverse: (rt2, it, visit) => {
        const set = rt2.ptr(it + SI_SET);
        if (set !== 0) visit(set);
      },
      tp_iter: (rt2, it) => newRef(rt2, it),
      tp_iternext: next,
    },
    methods: { __length_hint__: noArgs(lengthHint), __reduce__: noArgs(reduce) },
  });
}
