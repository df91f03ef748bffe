/** Which step of one run stands for which of another: those at which the same lines ran, in order. */
import { diffArrays } from 'diff';

/** Edits after which two runs have too little in common to be laid side by side. */
const MOST_EDITS = 4000;

/** The step of the other run for each of ours; null where the line did not run there. */
export type StepMap = readonly (number | null)[];

/**
 * @param ours lines of our steps: `ours[n - 1]` for step n
 * @returns for step n, at n - 1; the last entry is for the end of the program
 */
export function align(ours: readonly number[], theirs: readonly number[]): StepMap {
  const changes = diffArrays([...ours], [...theirs], { maxEditLength: MOST_EDITS });
  const map: (number | null)[] = [];
  let there = 0;
  if (changes === undefined) {
    for (let n = 1; n <= ours.length; n += 1) map.push(n <= theirs.length ? n : null);
  }
  for (const { value, added, removed } of changes ?? []) {
    if (!added) map.push(...value.map((_, index) => (removed ? null : there + index + 1)));
    if (!removed) there += value.length;
  }
  return [...map, theirs.length + 1];
}
