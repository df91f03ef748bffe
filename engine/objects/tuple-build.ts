/** Making a tuple of an iterable whose length is not known. v3.13.0 Objects/abstract.c, tupleobject.c */
import type { Addr } from '../base/brand.ts';
import { errOccurred, noMemory } from './errors.ts';
import { gcTrack, gcUntrackIfTracked } from './gc-object.ts';
import { GC_HEAD_SIZE, OB_SIZE, TPFLAGS_HEAPTYPE } from './layouts.ts';
import { listToTuple } from './list.ts';
import { getIter, iterNext, lengthHint } from './object.ts';
import { decref, newRef } from './refcount.ts';
import type { Runtime } from './runtime.ts';
import { emptyTuple, tupleItem, tupleNew, tupleSetItem, tupleSize } from './tuple.ts';
import { typeFlags } from './type-object.ts';

/**
 * Gives a tuple that nobody else has seen another length; it is taken over, and what comes back is
 * it or another. New slots are NULL. @returns 0 with MemoryError. v3.13.0 _PyTuple_Resize
 */
export function tupleResize(rt: Runtime, tuple: Addr, size: number): Addr {
  const old = tupleSize(rt, tuple);
  if (old === size) return tuple;
  if (size === 0 || old === 0) {
    decref(rt, tuple);
    return size === 0 ? emptyTuple(rt) : tupleNew(rt, size);
  }
  gcUntrackIfTracked(rt, tuple);
  for (let i = size; i < old; i++) {
    const item = tupleItem(rt, tuple, i);
    tupleSetItem(rt, tuple, i, 0);
    if (item !== 0) decref(rt, item);
  }
  const bytes = GC_HEAD_SIZE + rt.layout.tupleItems + 8 * size;
  const block = rt.obj.realloc(tuple - GC_HEAD_SIZE, bytes);
  if (block === 0) {
    // NOT CPYTHON: it forgets the items here, which stay alive for ever
    gcTrack(rt, tuple);
    decref(rt, tuple);
    return noMemory(rt);
  }
  const moved = block + GC_HEAD_SIZE;
  rt.setSize(moved + OB_SIZE, size);
  for (let i = old; i < size; i++) tupleSetItem(rt, moved, i, 0);
  gcTrack(rt, moved);
  return moved;
}

/** tuple(iterable); new, an exact tuple itself. v3.13.0 PySequence_Tuple */
export function sequenceToTuple(rt: Runtime, iterable: Addr): Addr {
  const type = rt.typeOf(iterable);
  if (type === rt.types.tuple) return newRef(rt, iterable);
  if (type === rt.types.list) return listToTuple(rt, iterable);
  const it = getIter(rt, iterable);
  if (it === 0) return 0;
  // NOT CPYTHON: 3.14 collects in a row beside; asking a type of our own makes the same tuple of it
  const asks = rt.profile.tupleAsksLength || !(typeFlags(rt, type) & TPFLAGS_HEAPTYPE);
  const n = asks ? lengthHint(rt, iterable, 10) : 10;
  const result = n < 0 ? 0 : collect(rt, it, n);
  decref(rt, it);
  return result;
}

function collect(rt: Runtime, it: Addr, guess: number): Addr {
  let room = guess;
  let tuple = tupleNew(rt, room);
  for (let i = 0; tuple !== 0; i++) {
    const item = iterNext(rt, it);
    if (item === 0) {
      if (!errOccurred(rt)) return tupleResize(rt, tuple, i);
      decref(rt, tuple);
      return 0;
    }
    if (i >= room) {
      room += 10;
      room += room >>> 2;
      tuple = tupleResize(rt, tuple, room);
      if (tuple === 0) {
        decref(rt, item);
        return 0;
      }
    }
    tupleSetItem(rt, tuple, i, item);
  }
  return 0;
}
