/** Every exercise is proved: the starter fails, the solution passes, each mistake fails as named. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readExerciseFolder } from '../../cli/exercise-folder.ts';
import { problemWith, programsOf, verdictOf } from '../../src/exercise/prove.ts';
import { type Exercise, exerciseSchema } from '../../src/exercise/schema.ts';

const root = 'src/content/exercises';
const exercises: Exercise[] = [];

/** How many programs each kind of proof has run; the last test holds the sums. */
const proved = { fail: 0, pass: 0, 'be told': 0 };

for (const folder of readdirSync(root)) {
  const { exercise, problems, source } = readExerciseFolder(`${root}/${folder}`);

  test(`${folder}: everything is there and filled in`, () => {
    expect(problems).toEqual([]);
  });

  if (!exercise) continue;
  exercises.push(exercise);
  for (const profile of exercise.profiles)
    for (const program of programsOf(exercise))
      test(`${folder} in ${profile}: ${program.file} must ${program.must}`, () => {
        const verdict = verdictOf(exercise, program.file, source(program.file), profile);
        expect(problemWith(program, verdict)).toBeNull();
        proved[program.must] += 1;
      });
}

test('there are as many exercises as there were, each with an id of its own', () => {
  const ids = exercises.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(41);
});

test('as many were proved as there are', () => {
  const sum = (count: (exercise: Exercise) => number) =>
    exercises.reduce((total, one) => total + count(one) * one.profiles.length, 0);
  expect(proved).toEqual({
    fail: sum(() => 1),
    pass: sum(() => 1),
    'be told': sum(({ mistakes }) => mistakes.length),
  });
  expect(proved.fail).toBeGreaterThanOrEqual(1);
  expect(proved['be told']).toBeGreaterThanOrEqual(3);
});

/** Every node of a schema that an author fills in says what it is for. */
function* withoutDescription(schema: unknown, path: string): Generator<string> {
  const { def, description } = schema as {
    def: { type: string; shape?: object; element?: unknown; options?: unknown[] };
    description?: string;
  };
  for (const [name, field] of Object.entries(def.shape ?? {})) {
    const literal = (field as { def: { type: string } }).def.type === 'literal';
    if (!literal && !(field as { description?: string }).description) yield `${path}.${name}`;
    yield* withoutDescription(field, `${path}.${name}`);
  }
  if (def.element) yield* withoutDescription(def.element, `${path}[]`);
  for (const option of def.options ?? []) yield* withoutDescription(option, path);
  if (path === 'exercise' && !description) yield path;
}

test('every field of the schema is described', () => {
  expect([...withoutDescription(exerciseSchema, 'exercise')]).toEqual([]);
});
