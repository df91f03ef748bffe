/** What a collection takes out of its own sight: it can be part of no cycle. v3.13.0 Python/gc.c */
import type { Addr } from '../base/brand.ts';
import { maybeUntrackDict } from '../objects/dict-collect.ts';
import type { Runtime } from '../objects/runtime.ts';
import { maybeUntrackTuple } from '../objects/tuple.ts';
import { fromGc, gcNext } from './gc-list.ts';

/** v3.13.0 untrack_tuples */
export function untrackTuples(rt: Runtime, list: Addr): void {
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = gcNext(rt, node);
    if (rt.typeOf(fromGc(node)) === rt.types.tuple) maybeUntrackTuple(rt, fromGc(node));
  }
}

/** v3.13.0 untrack_dicts */
export function untrackDicts(rt: Runtime, list: Addr): void {
  let next: Addr;
  for (let node = gcNext(rt, list); node !== list; node = next) {
    next = gcNext(rt, node);
    if (rt.typeOf(fromGc(node)) === rt.types.dict) maybeUntrackDict(rt, fromGc(node));
  }
}
