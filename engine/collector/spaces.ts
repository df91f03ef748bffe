/**
 * Where the lists of the collector lie, seen as `gc` numbers them.
 *
 * In memory stand four: young, two old ones, the permanent one. With generations the numbers are those
 * of the lists. The incremental collector's two spaces of old objects swap: generation 1 is the visited
 * one, 2 what is pending. v3.14.2 Python/gc.c GEN_HEAD
 */
import type { Addr } from '../base/brand.ts';
import { generationHead } from '../objects/gc-object.ts';
import { type Runtime, STATE } from '../objects/runtime.ts';

export const YOUNG = 0;

/** List head of an old space, 0 or 1. */
export function spaceHead(rt: Runtime, space: number): Addr {
  return generationHead(rt, 1 + space);
}

/** List head of generation `n`. */
export function numberedHead(rt: Runtime, n: number): Addr {
  if (n === YOUNG || rt.profile.collector.kind === 'generational') return generationHead(rt, n);
  const visited = rt.i32[(rt.state + STATE.gcVisitedSpace) >> 2]!;
  return spaceHead(rt, n === 1 ? visited : visited ^ 1);
}
