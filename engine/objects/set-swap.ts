/** Exchanging the contents of two sets. v3.13.0 Objects/setobject.c set_swap_bodies */
import type { Addr } from '../base/brand.ts';
import {
  SET_FILL,
  SET_HASH,
  SET_MASK,
  SET_SMALLTABLE,
  SET_TABLE,
  SET_WEAKREFLIST,
} from './layouts.ts';
import type { Runtime } from './runtime.ts';
import { isFrozenset, setTable } from './set.ts';

/** Each takes the other's items, keeping its own identity and weak references. */
export function swapBodies(rt: Runtime, a: Addr, b: Addr): void {
  const aIsSmall = setTable(rt, a) === a + SET_SMALLTABLE;
  const bIsSmall = setTable(rt, b) === b + SET_SMALLTABLE;
  swapWords(rt, a, b, SET_FILL, SET_MASK + 8);
  swapWords(rt, a, b, SET_TABLE, SET_TABLE + 8);
  if (bIsSmall) rt.setPtr(a + SET_TABLE, a + SET_SMALLTABLE);
  if (aIsSmall) rt.setPtr(b + SET_TABLE, b + SET_SMALLTABLE);
  if (aIsSmall || bIsSmall) swapWords(rt, a, b, SET_SMALLTABLE, SET_WEAKREFLIST);
  if (isFrozenset(rt, a) && isFrozenset(rt, b)) {
    swapWords(rt, a, b, SET_HASH, SET_HASH + 8);
    return;
  }
  rt.setSize(a + SET_HASH, -1);
  rt.setSize(b + SET_HASH, -1);
}

/** Exchanges the bytes [from, to) of two objects. */
function swapWords(rt: Runtime, a: Addr, b: Addr, from: number, to: number): void {
  const i32 = rt.i32;
  for (let at = from; at < to; at += 4) {
    const word = i32[(a + at) >> 2]!;
    i32[(a + at) >> 2] = i32[(b + at) >> 2]!;
    i32[(b + at) >> 2] = word;
  }
}
