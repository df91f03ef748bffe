/** An author's way: a scaffold, what `pymemlab check` says of it, and an exercise that is proved. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readExerciseFolder } from '../../cli/exercise-folder.ts';
import { problemWith } from '../../src/exercise/prove.ts';
import { exerciseSchema } from '../../src/exercise/schema.ts';
import { fieldsOf } from '../../src/exercise/schema-guide.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pymemlab-author-'));

function run(script: string, ...args: readonly string[]) {
  const done = spawnSync(process.execPath, [inRoot(script), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return { stdout: done.stdout, stderr: done.stderr, exit: done.status };
}

const scaffold = (what: string, ...args: readonly string[]) =>
  run(`tools/scaffold/new-${what}.ts`, ...args);
const check = (...args: readonly string[]) => run('cli/pymemlab.mjs', 'check', ...args);

/** A copy of an exercise of the course, changed. */
function changed(name: string, edit: (data: string) => string): string {
  const path = join(folder, name, 'let-go');
  cpSync(inRoot('src/content/exercises/let-go'), path, { recursive: true });
  const file = join(path, 'exercise.yml');
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
  return path;
}

test('a scaffold tells, field by field, what is to be filled in', () => {
  const { stdout, exit } = scaffold('exercise', 'three-cups');
  expect(exit).toBe(0);
  expect(stdout).toContain('npx pymemlab check src/content/exercises/three-cups');
  const path = 'src/content/exercises/three-cups';
  const text = readFileSync(join(folder, path, 'exercise.yml'), 'utf8');
  expect(parse(text)).toMatchObject({ id: 'three-cups', profiles: ['3.14'] });
  const told = text.replace(/\n *# */g, ' ');
  let described = 0;
  for (const { description } of fieldsOf(exerciseSchema)) {
    expect(told).toContain(description);
    described += 1;
  }
  expect(described).toBeGreaterThan(10);

  const answer = check(path);
  expect(answer.exit).toBe(1);
  expect(answer.stdout).toMatch(
    /exercise\.yml, line \d+: title is not filled in\. A few words, shown above the task\./,
  );
  expect(answer.stdout).toMatch(/checks\[0\]\.kind is not filled in, and must be one of: stdout, /);
  expect(answer.stdout).toContain('starter.py is not written yet');
  expect(answer.stdout).toMatch(/not proved: 1\d things to put right first/);
});

test('an id that is taken or cannot be one is refused, and nothing is written', () => {
  scaffold('exercise', 'taken');
  expect(scaffold('exercise', 'taken')).toEqual({
    stdout: '',
    stderr: 'src/content/exercises/taken is there already. Choose another id.\n',
    exit: 2,
  });
  const bad = scaffold('exercise', 'Three_Cups');
  expect(bad).toMatchObject({ stdout: '', exit: 2 });
  expect(bad.stderr).toMatch(/^‘Three_Cups’ cannot be an id\. Small letters, digits and dashes\./);
  expect(scaffold('exercise').stderr).toMatch(/^Give one id/);
});

test('a chapter comes with its parts in order, once', () => {
  const first = scaffold('chapter', '13-buffers');
  expect(first).toMatchObject({ stderr: '', exit: 0 });
  expect(first.stdout).toContain('List ‘13-buffers’ in src/course/chapters.ts');
  const text = readFileSync(join(folder, 'src/content/docs/chapters/13-buffers.mdx'), 'utf8');
  expect(text).toMatch(/^---\ntitle: Buffers\n/);
  const ids = [...text.matchAll(/^## .*\{#([\w-]+)\}$/gm)].map(([, id]) => id);
  expect(ids).toEqual(['first-idea', 'your-turn', 'wrong', 'recap', 'source']);
  expect(scaffold('chapter', '13-buffers').stderr).toMatch(/is there already/);
  expect(scaffold('chapter', 'buffers').stderr).toMatch(/cannot be a chapter's id/);
});

test('an exercise that does what it says is proved, and the table says how often', () => {
  const { stdout, stderr, exit } = check(changed('good', (text) => text));
  expect({ stderr, exit }).toEqual({ stderr: '', exit: 0 });
  expect(stdout).toMatch(/mistakes\/name-only\.py +fail held-once +✓/);
  expect(stdout).toMatch(/10 of 10 runs proved/);
});

test('what an exercise promises and does not do is told in sentences', () => {
  const path = changed('broken', (text) => text.replace("equals: '2'", "equals: '3'"));
  writeFileSync(join(path, 'starter.py'), readFileSync(join(path, 'mistakes/name-only.py')));
  const { stdout, exit } = check(path);
  expect(exit).toBe(1);
  expect(stdout).toContain('starter.py in 3.13: it is taken for a named mistake');
  expect(stdout).toContain(
    'solution.py in 3.13: it must pass, and it fails printed, where a learner reads: ‘The cup is held once, but the program printed 2.',
  );
  expect(stdout).toContain('6 of 10 runs proved');
});

test.each([
  ['kind: alive', 'kind: living', /checks\[0\]\.kind is "living", and must be one of: stdout,/],
  [
    'level: first',
    'level: easy',
    /line 5: level is "easy", and must be one of: first, second, deep\. How/,
  ],
  ['minutes: 5', 'minuets: 5', /minutes is missing\. How long/],
  ['minutes: 5', 'minutes: 5\nmood: good', /has no field mood\. It has: id, title, concept/],
  ['fails: one-cup', 'fails: two-cups', /mistakes\[2\]\.fails no check has the id two-cups/],
  ['at: end', 'at: start', /checks\[0\]\.at .*When to look\. When the program has ended\./],
  ['one-item.py', 'one-thing.py', /mistakes\/one-thing\.py is missing/],
  ['id: let-go', 'id: let-it-go', /the folder is called let-go\. They must be the same/],
])('%s made %s is told by file, line and field', (from, to, sentence) => {
  const path = changed(to.replace(/\W/g, ''), (text) => text.replace(from, to));
  expect(readExerciseFolder(path).problems.join('\n')).toMatch(sentence);
});

test('a wrong call is a sentence and status 2', () => {
  expect(check()).toMatchObject({ stdout: '', exit: 2 });
  expect(check('--all').stderr).toBe(
    'pymemlab: check takes no --all: it takes folders of exercises\n',
  );
});

test('a program is judged by what it must do', () => {
  const failed = { passed: false, check: 'a', message: 'm', step: null, named: false } as const;
  const mistake = { file: 'mistakes/x.py', must: 'be told', fails: 'a', message: 'm' } as const;
  const starter = { file: 'starter.py', must: 'fail' } as const;
  expect(problemWith(starter, failed)).toBeNull();
  expect(problemWith(starter, { passed: true })).toMatch(/it passes, and must not/);
  expect(problemWith(starter, { ...failed, named: true })).toMatch(/named mistake/);
  expect(problemWith(mistake, failed)).toBeNull();
  expect(problemWith(mistake, { ...failed, check: 'b' })).toMatch(/must fail a, and it fails b/);
  expect(problemWith(mistake, { ...failed, message: 'n' })).toMatch(/not its own/);
});
