/** What collections came to, by generation: `gc.get_stats()`. v3.13.0 struct gc_generation_stats */
import { type Runtime, STATE } from '../objects/runtime.ts';
import type { Found } from './callbacks.ts';

export const GENERATIONS = 3;
export const OLDEST = GENERATIONS - 1;

/** Bytes of a generation's statistics: collections, collected, uncollectable. */
export const STATS_SIZE = 24;

export const NOTHING_FOUND: Found = { collected: 0, uncollectable: 0, candidates: 0 };

/** Counts a collection. v3.14.2 Python/gc.c add_stats */
export function addStats(
  rt: Runtime,
  generation: number,
  { collected, uncollectable, candidates }: Found,
): void {
  rt.i32[(rt.state + STATE.gcCandidates + 8 * generation) >> 2]! += candidates;
  const i = (rt.state + STATE.gcStats + generation * STATS_SIZE) >> 2;
  rt.i32[i]! += 1;
  rt.i32[i + 2]! += collected;
  rt.i32[i + 4]! += uncollectable;
}
