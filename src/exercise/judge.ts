/** What a learner is told of the outcomes: the same words in the page and in the tests. */
import type { Check, CheckOutcome } from '../../engine/index.ts';
import type { ExerciseCheck, Mistake } from './schema.ts';

export type Verdict =
  | { readonly passed: true }
  | {
      readonly passed: false;
      /** The first check that failed. */
      readonly check: string;
      readonly message: string;
      /** Where to look; null when no step tells. */
      readonly step: number | null;
      /** Whether the message is that of a named mistake. */
      readonly named: boolean;
    };

/** A message with what the check found in it. */
export type Fill = (message: string, check: ExerciseCheck, found: string) => string;

const asFound: Fill = (message, _check, found) => message.replaceAll('{{found}}', found);

/** The engine's part of a check, without the words for learners. */
export function asked(check: ExerciseCheck): Check {
  const { id: _id, hint: _hint, ...question } = check;
  return question;
}

/** @param fill puts what was found into a message; as the engine says it, unless told otherwise */
export function judge(
  checks: readonly ExerciseCheck[],
  mistakes: readonly Mistake[],
  outcomes: readonly CheckOutcome[],
  fill = asFound,
): Verdict {
  const index = outcomes.findIndex((outcome) => !outcome.passed);
  const failed = checks[index];
  const outcome = outcomes[index];
  if (!failed || !outcome) return { passed: true };
  // newlines at the end of what was printed are no part of it
  const found = outcome.found.trimEnd();
  const mistake = mistakes.find(
    (one) => one.fails === failed.id && (one.found === undefined || one.found === found),
  );
  const message = fill(mistake?.message ?? failed.hint, failed, found);
  return { passed: false, check: failed.id, message, step: outcome.step, named: !!mistake };
}
