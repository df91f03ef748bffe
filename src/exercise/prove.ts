/** Whether an exercise does what it says: one proof, for the tests and for `pymemlab check`. */
import { checkProgram, isProfileId, profiles, Timeline } from '../../engine/whole.ts';
import { asked, judge, type Verdict } from './judge.ts';
import type { Exercise } from './schema.ts';

/** One of the exercise's programs, and what must become of it. */
export type ProgramOfExercise =
  | { readonly file: 'starter.py'; readonly must: 'fail' }
  | { readonly file: 'solution.py'; readonly must: 'pass' }
  | {
      readonly file: string;
      readonly must: 'be told';
      readonly fails: string;
      readonly message: string;
    };

export function programsOf({ mistakes }: Exercise): readonly ProgramOfExercise[] {
  return [
    { file: 'starter.py', must: 'fail' },
    { file: 'solution.py', must: 'pass' },
    ...mistakes.map(({ file, fails, message }) => ({
      file,
      must: 'be told' as const,
      fails,
      message,
    })),
  ];
}

/** What a learner who hands in this program is told in this release. Throws Error with a sentence where a check cannot be asked. */
export function verdictOf(
  exercise: Exercise,
  file: string,
  source: string,
  profile: string,
): Verdict {
  if (!isProfileId(profile)) {
    const there = Object.keys(profiles).join(', ');
    throw new Error(`the machine has no release ${profile}. It has: ${there}`);
  }
  const timeline = new Timeline({ source, filename: file, profile, mode: 'script' });
  timeline.advance(() => false);
  const outcomes = checkProgram(exercise.checks.map(asked), timeline);
  return judge(exercise.checks, exercise.mistakes, outcomes);
}

/** What is wrong, as a sentence for the author; null when the program does what it must. */
export function problemWith(program: ProgramOfExercise, verdict: Verdict): string | null {
  if (program.must === 'pass') return verdict.passed ? null : `it must pass, and ${told(verdict)}`;
  if (verdict.passed) return 'it passes, and must not: no check sees what is missing in it';
  if (program.must === 'fail')
    return verdict.named
      ? `it is taken for a named mistake: ${told(verdict)}. Tell the two apart by what the check finds (found)`
      : null;
  if (verdict.check !== program.fails) return `it must fail ${program.fails}, and ${told(verdict)}`;
  if (verdict.message !== program.message)
    return `it gets words that are not its own, and ${told(verdict)}. What the check finds (found) tells mistakes apart`;
  return null;
}

const told = (verdict: Verdict & { passed: false }): string =>
  `it fails ${verdict.check}, where a learner reads: ‘${verdict.message}’`;
