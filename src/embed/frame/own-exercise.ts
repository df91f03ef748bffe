/** An exercise that a blogger wrote: the same schema and the same errors as the course's own. */
import { z } from 'astro/zod';
import { type ExerciseBody, exerciseSchema } from '../../exercise/schema.ts';
import type { ExerciseData } from '../messages.ts';

/** What a folder of the course says by itself, an exercise in a page need not say. */
const DEFAULTS = {
  id: 'own-exercise',
  concept: 'An exercise of this page.',
  minutes: 5,
  level: 'first',
  profiles: ['3.14'],
  hints: [],
};

/** The course proves each mistake by its file; in a page there are only words for it. */
const withFiles = (mistakes: unknown = []): unknown =>
  Array.isArray(mistakes)
    ? mistakes.map((mistake) => ({ file: 'mistakes/own.py', ...mistake }))
    : mistakes;

const taskSchema = z
  .string()
  .min(1)
  .describe('What is to be done, in words; what stands between backquotes is code.');

export interface OwnExercise {
  readonly title: string;
  readonly minutes: number;
  readonly task: string;
  readonly body: ExerciseBody;
}

type Read =
  | { readonly ok: true; readonly exercise: OwnExercise }
  | { readonly ok: false; readonly messages: readonly string[] };

function parseJson(text: string): Record<string, unknown> | string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    return 'The data of the exercise must be one JSON object.';
  } catch (error) {
    return `The data of the exercise is not JSON: ${(error as Error).message}`;
  }
}

const told = (error: z.ZodError): string[] =>
  error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );

export function readOwnExercise({ data, solution }: ExerciseData): Read {
  const found = parseJson(data);
  if (typeof found === 'string') return { ok: false, messages: [found] };
  const { task, mistakes, ...rest } = found;
  const words = taskSchema.safeParse(task);
  const given = { ...DEFAULTS, ...rest, mistakes: withFiles(mistakes) };
  const exercise = exerciseSchema.safeParse(given);
  if (words.success && exercise.success) {
    const { title, minutes, hints, checks, mistakes, why } = exercise.data;
    const body: ExerciseBody = { hints, checks, mistakes, why, solution };
    return { ok: true, exercise: { title, minutes, task: words.data, body } };
  }
  const messages = [
    ...(words.success ? [] : [`task: ${taskSchema.description}`]),
    ...(exercise.success ? [] : told(exercise.error)),
  ];
  return { ok: false, messages };
}
