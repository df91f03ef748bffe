/**
 * The iterators over a deque.
 *
 *     +16  b        the block of the next item
 *     +24  index    its place there
 *     +32  deque    owned
 *     +40  state    of the deque when the iterator was made
 *     +48  counter  items left
 *
 * v3.13.0 Modules/_collectionsmodule.c dequeiterobject
 */
import type { Addr } from '../../base/brand.ts';
import { raise } from '../../objects/errors.ts';
import { gcDel, gcNew, gcTrack, gcUntrackIfTracked } from '../../objects/gc-object.ts';
import { newInt } from '../../objects/int.ts';
import { TPFLAGS_HAVE_GC } from '../../objects/layouts.ts';
import { decref, newRef } from '../../objects/refcount.ts';
import type { Runtime } from '../../objects/runtime.ts';
import { readyType } from '../../objects/type-ready.ts';
import { noArgs, type Visit } from '../../objects/type-spec.ts';
import { ensureType, type ModuleType } from '../module-types.ts';
import * as D from './deque.ts';

const BLOCK = 16;
const INDEX = 24;
const DEQUE = 32;
const STATE = 40;
const COUNTER = 48;
const SIZE = 56;

function makeIterator(rt: Runtime, type: Addr, deque: Addr, block: Addr, index: number): Addr {
  const it = gcNew(rt, type, SIZE);
  if (it === 0) return 0;
  rt.setPtr(it + BLOCK, block);
  rt.setSize(it + INDEX, index);
  rt.setPtr(it + DEQUE, newRef(rt, deque));
  rt.setSize(it + STATE, rt.size(deque + D.DEQUE_STATE));
  rt.setSize(it + COUNTER, D.dequeLen(rt, deque));
  gcTrack(rt, it);
  return it;
}

/** `iter(deque)`. v3.13.0 deque_iter */
export function dequeIter(rt: Runtime, deque: Addr): Addr {
  const type = ensureType(rt, 'dequeIterator', (r) => spec(r, '_deque_iterator', next));
  const block = rt.ptr(deque + D.DEQUE_LEFTBLOCK);
  return makeIterator(rt, type, deque, block, rt.size(deque + D.DEQUE_LEFTINDEX));
}

/** `reversed(deque)`. v3.13.0 deque_reviter */
export function dequeReversed(rt: Runtime, deque: Addr): Addr {
  const name: ModuleType = 'dequeReverseIterator';
  const type = ensureType(rt, name, (r) => spec(r, '_deque_reverse_iterator', nextBack));
  const block = rt.ptr(deque + D.DEQUE_RIGHTBLOCK);
  return makeIterator(rt, type, deque, block, rt.size(deque + D.DEQUE_RIGHTINDEX));
}

/** The item to be yielded, borrowed; 0 at the end or with RuntimeError. */
function current(rt: Runtime, it: Addr): Addr {
  const left = rt.size(it + COUNTER);
  const deque = rt.ptr(it + DEQUE);
  if (rt.size(deque + D.DEQUE_STATE) !== rt.size(it + STATE)) {
    rt.setSize(it + COUNTER, 0);
    return raise(rt, rt.exc.RuntimeError, 'deque mutated during iteration');
  }
  if (left === 0) return 0;
  rt.setSize(it + COUNTER, left - 1);
  return newRef(rt, rt.ptr(D.blockItem(rt.ptr(it + BLOCK), rt.size(it + INDEX))));
}

/** v3.13.0 dequeiter_next */
function next(rt: Runtime, it: Addr): Addr {
  const item = current(rt, it);
  if (item === 0) return 0;
  const index = rt.size(it + INDEX) + 1;
  if (index === D.BLOCKLEN && rt.size(it + COUNTER) > 0) {
    rt.setPtr(it + BLOCK, D.blockRight(rt, rt.ptr(it + BLOCK)));
    rt.setSize(it + INDEX, 0);
  } else {
    rt.setSize(it + INDEX, index);
  }
  return item;
}

/** v3.13.0 dequereviter_next */
function nextBack(rt: Runtime, it: Addr): Addr {
  const item = current(rt, it);
  if (item === 0) return 0;
  const index = rt.size(it + INDEX) - 1;
  if (index < 0 && rt.size(it + COUNTER) > 0) {
    rt.setPtr(it + BLOCK, D.blockLeft(rt, rt.ptr(it + BLOCK)));
    rt.setSize(it + INDEX, D.BLOCKLEN - 1);
  } else {
    rt.setSize(it + INDEX, index);
  }
  return item;
}

function dealloc(rt: Runtime, it: Addr): void {
  gcUntrackIfTracked(rt, it);
  decref(rt, rt.ptr(it + DEQUE));
  gcDel(rt, it);
}

function spec(rt: Runtime, name: string, step: (rt: Runtime, it: Addr) => Addr): Addr {
  return readyType(rt, {
    name: `_collections.${name}`,
    basicsize: SIZE,
    flags: TPFLAGS_HAVE_GC,
    slots: {
      tp_dealloc: dealloc,
      tp_traverse: (r, it, visit: Visit) => visit(r.ptr(it + DEQUE)),
      tp_iter: newRef,
      tp_iternext: step,
    },
    methods: { __length_hint__: noArgs((r, it) => newInt(r, r.size(it + COUNTER))) },
  });
}
