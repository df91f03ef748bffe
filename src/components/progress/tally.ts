/** Counts what of the course is done. */
import type { ChapterContents } from '../../course/contents.ts';
import { type ProgressKey, progressKey } from '../../state/progress-key.ts';

export interface Tally {
  readonly read: boolean;
  readonly predicted: number;
  readonly passed: number;
}

type Done = ReadonlySet<ProgressKey>;

export const isPassed = (done: Done, { shownBy }: ChapterContents, id: string) =>
  done.has(progressKey(shownBy, id));

export function tallyOf(chapter: ChapterContents, done: Done): Tally {
  const { slug, predictions, ideas } = chapter;
  return {
    read: done.has(progressKey('chapter', slug)),
    predicted: predictions.filter((id) => done.has(progressKey('prediction', id))).length,
    passed: ideas.filter(({ id }) => isPassed(done, chapter, id)).length,
  };
}

export interface Sums {
  readonly chapters: number;
  readonly read: number;
  readonly predictions: number;
  readonly predicted: number;
  readonly exercises: number;
  readonly passed: number;
}

export function sumsOf(contents: readonly ChapterContents[], done: Done): Sums {
  const tallies = contents.map((chapter) => tallyOf(chapter, done));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  return {
    chapters: contents.length,
    read: tallies.filter(({ read }) => read).length,
    predictions: sum(contents.map(({ predictions }) => predictions.length)),
    predicted: sum(tallies.map(({ predicted }) => predicted)),
    exercises: sum(contents.map(({ ideas }) => ideas.length)),
    passed: sum(tallies.map(({ passed }) => passed)),
  };
}
