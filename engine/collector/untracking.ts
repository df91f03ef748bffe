/** What a collection takes out of its own sight: it can be part of no cycle. v3.13.0 Python/gc.c */
import type { Addr } from '../base/brand.ts';
import { maybeUntrackDict } from '../objects/dict-collect.ts';
import { GC_HEAD_SIZE, GC_NEXT_FLAGS } from '../objects/layouts.ts';
import type { Runtime } from '../objects/runtime.ts';
import { maybeUntrackTuple } from '../objects/tuple.ts';
import { fromGc, gcNext } from './gc-list.ts';

/** v3.13.0 untrack_tuples */
export function untrackTuples(rt: Runtime, list: Addr): void {
  const { i32 } = rt;
  const { tuple } = rt.types;
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = i32[node >> 2]! & ~GC_NEXT_FLAGS;
    if (i32[(node + GC_HEAD_SIZE + 8) >> 2] === tuple) maybeUntrackTuple(rt, fromGc(node));
  }
}

/** v3.13.0 untrack_dicts */
export function untrackDicts(rt: Runtime, list: Addr): void {
  if (rt.profile.dictsAlwaysTracked) return;
  const { i32 } = rt;
  const { dict } = rt.types;
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = i32[node >> 2]! & ~GC_NEXT_FLAGS;
    if (i32[(node + GC_HEAD_SIZE + 8) >> 2] === dict) maybeUntrackDict(rt, fromGc(node));
  }
}
