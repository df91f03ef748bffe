/** An exercise or a prediction with the words of another language in place of its own. */
import type { Exercise, Prediction } from './schema.ts';
import type { ExerciseWords, PredictionWords } from './words-schema.ts';

/** Both lists hold the same, or it is told where they do not. */
function expectSame(
  what: string,
  original: readonly string[],
  translated: readonly string[],
): void {
  const missing = original.filter((one) => !translated.includes(one));
  const left = translated.filter((one) => !original.includes(one));
  if (missing.length > 0) throw new Error(`${what}: no words for ${missing.join(', ')}`);
  if (left.length > 0) throw new Error(`${what}: words for ${left.join(', ')}, which is not there`);
}

/** `mistakes/name-only.py` is `name-only` in a file of words. */
export const mistakeName = (file: string): string => file.slice('mistakes/'.length, -'.py'.length);

/** @throws Error when `words` has more or less than the exercise */
export function translatedExercise(exercise: Exercise, words: ExerciseWords): Exercise {
  const { id, checks, mistakes, hints } = exercise;
  const names = mistakes.map(({ file }) => mistakeName(file));
  expectSame(`${id}, hints`, Object.keys(hints), Object.keys(words.hints));
  expectSame(
    `${id}, checks`,
    checks.map((check) => check.id),
    Object.keys(words.checks),
  );
  expectSame(`${id}, mistakes`, names, Object.keys(words.mistakes));
  return {
    ...exercise,
    ...words,
    checks: checks.map((check) => ({ ...check, hint: words.checks[check.id] ?? check.hint })),
    mistakes: mistakes.map((mistake, index) => ({
      ...mistake,
      message: words.mistakes[names[index] ?? ''] ?? mistake.message,
    })),
  };
}

/** @throws Error when `words` has other options than the prediction, or in another order */
export function translatedPrediction(prediction: Prediction, words: PredictionWords): Prediction {
  const answers = (options: Prediction['options']) => options.map(({ answer }) => answer);
  if (answers(prediction.options).join('\0') !== answers(words.options).join('\0'))
    throw new Error(`${prediction.id}: the answers are not those of the original`);
  return { ...prediction, ...words };
}
