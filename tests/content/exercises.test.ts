/** Every exercise is proved: the starter fails, the solution passes, each mistake fails as named. */
import { existsSync, globSync, readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Timeline, checkProgram, isProfileId } from '../../engine/whole.ts';
import { type Verdict, asked, judge } from '../../src/exercise/judge.ts';
import { type Exercise, exerciseSchema } from '../../src/exercise/schema.ts';

const root = 'src/content/exercises';
const folders = readdirSync(root);

/** How many programs each kind of proof has run; the last test holds the sums. */
const proved = { starters: 0, solutions: 0, mistakes: 0 };

const read = (folder: string): Exercise =>
  exerciseSchema.parse(parse(readFileSync(`${root}/${folder}/exercise.yml`, 'utf8')));

function verdictOf(exercise: Exercise, file: string, profile: string): Verdict {
  if (!isProfileId(profile)) throw new Error(`the engine has no profile ${profile}`);
  const source = readFileSync(`${root}/${exercise.id}/${file}`, 'utf8');
  const timeline = new Timeline({ source, filename: file, profile, mode: 'script' });
  timeline.advance(() => false);
  const outcomes = checkProgram(exercise.checks.map(asked), timeline);
  return judge(exercise.checks, exercise.mistakes, outcomes);
}

const exercises = folders.map(read);

for (const [index, exercise] of exercises.entries()) {
  const { id, profiles, mistakes } = exercise;

  test(`${id}: its folder has its name and all its files`, () => {
    expect(folders[index]).toBe(id);
    for (const file of ['task.mdx', 'starter.py', 'solution.py'])
      expect(existsSync(`${root}/${id}/${file}`), file).toBe(true);
    const onDisk = globSync(`${root}/${id}/mistakes/*.py`).map((path) =>
      path.replaceAll('\\', '/').slice(`${root}/${id}/`.length),
    );
    expect(mistakes.map(({ file }) => file).sort()).toEqual(onDisk.sort());
  });

  for (const profile of profiles) {
    test(`${id} in ${profile}: the starter does not pass, and is no named mistake`, () => {
      const verdict = verdictOf(exercise, 'starter.py', profile);
      expect(verdict).toMatchObject({ passed: false, named: false });
      proved.starters += 1;
    });

    test(`${id} in ${profile}: the solution passes`, () => {
      expect(verdictOf(exercise, 'solution.py', profile)).toEqual({ passed: true });
      proved.solutions += 1;
    });

    for (const { file, fails, message } of mistakes) {
      test(`${id} in ${profile}: ${file} fails ${fails} with its own message`, () => {
        const verdict = verdictOf(exercise, file, profile);
        expect(verdict).toMatchObject({ passed: false, named: true, check: fails, message });
        proved.mistakes += 1;
      });
    }
  }
}

test('ids are unique', () => {
  const ids = exercises.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('as many were proved as there are', () => {
  const sum = (count: (exercise: Exercise) => number) =>
    exercises.reduce((total, one) => total + count(one) * one.profiles.length, 0);
  expect(proved).toEqual({
    starters: sum(() => 1),
    solutions: sum(() => 1),
    mistakes: sum(({ mistakes }) => mistakes.length),
  });
  expect(proved.starters).toBeGreaterThanOrEqual(1);
  expect(proved.mistakes).toBeGreaterThanOrEqual(3);
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
