/** Exercises, predictions and comments are there in both languages, whole, and each in its own. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { Timeline } from '../../engine/whole.ts';
import { commentsOf, withComments } from '../../src/course/comments.ts';
import { withNumbers } from '../../src/course/measured.ts';
import { type Exercise, exerciseSchema, predictionSchema } from '../../src/exercise/schema.ts';
import { translatedExercise, translatedPrediction } from '../../src/exercise/translated.ts';
import { exerciseWordsSchema, predictionWordsSchema } from '../../src/exercise/words-schema.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const data = (path: string) => parse(withNumbers(read(path), path));
const found = (pattern: string) => globSync(pattern).map((path) => path.replaceAll('\\', '/'));

const exercises = found('src/content/exercises/*/exercise.yml').map(dirname);
const predictions = found('src/content/predictions/*.yml');
const programs = [...found('src/content/programs/*.py'), ...found('src/content/exercises/**/*.py')];

/** How many pieces of prose were looked at in each language. */
const looked = { en: 0, zh: 0 };

const HAN = /\p{Script=Han}/u;
/** Words that a Chinese text does without, and signs of half width between Chinese characters. */
const STIFF = /简单地|显然|只需|众所周知|\p{Script=Han}[,;:?!(]|[,;:?!)]\p{Script=Han}/u;
/** Chinese and Latin letters stand apart, and nothing stands apart from a sign of full width. */
const SPACING =
  /\p{Script=Han}[\w`{]|[\w`}]\p{Script=Han}|[，。：；？！、（“] | [，。：；？！、）”]/u;

const values = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();

function expectPair(where: string, english: string, chinese: string): void {
  expect(english, where).not.toMatch(HAN);
  expect(chinese, where).toMatch(HAN);
  expect(chinese, where).not.toMatch(STIFF);
  expect(chinese, where).not.toMatch(SPACING);
  expect(values(chinese), where).toEqual(values(english));
  looked.en += 1;
  looked.zh += 1;
}

const proseOf = ({ title, concept, hints, checks, mistakes, why }: Exercise): readonly string[] => [
  title,
  concept,
  ...hints,
  ...checks.map(({ hint }) => hint),
  ...mistakes.map(({ message }) => message),
  why,
];

for (const folder of exercises) {
  test(`${basename(folder)} is there in Chinese`, () => {
    const english = exerciseSchema.parse(data(`${folder}/exercise.yml`));
    const words = exerciseWordsSchema.parse(data(`${folder}/zh-cn/words.yml`));
    const chinese = proseOf(translatedExercise(english, words));
    for (const [index, text] of proseOf(english).entries())
      expectPair(folder, text, chinese[index] ?? '');
    expectPair(folder, read(`${folder}/task.mdx`), read(`${folder}/zh-cn/task.mdx`));
  });
}

for (const path of predictions) {
  test(`${basename(path)} is there in Chinese`, () => {
    const english = predictionSchema.parse(data(path));
    const file = `${dirname(path)}/zh-cn/${basename(path)}`;
    const words = predictionWordsSchema.parse(data(file));
    const chinese = translatedPrediction(english, words);
    expectPair(path, english.question, chinese.question);
    for (const [index, { why }] of english.options.entries())
      expectPair(path, why, chinese.options[index]?.why ?? '');
  });
}

test('no words are kept of what is not there', () => {
  for (const path of found('src/content/exercises/*/zh-cn/*'))
    expect(existsSync(`${dirname(dirname(path))}/exercise.yml`), path).toBe(true);
  for (const path of found('src/content/predictions/zh-cn/*'))
    expect(existsSync(`src/content/predictions/${basename(path)}`), path).toBe(true);
});

test('every comment is there in Chinese, and no other', () => {
  const english = [...new Set(programs.flatMap((path) => commentsOf(read(path))))].sort();
  const catalogue: Record<string, string> = parse(read('src/content/comments/zh-cn.yml'));
  expect(Object.keys(catalogue).sort()).toEqual(english);
  for (const [text, chinese] of Object.entries(catalogue)) expectPair(text, text, chinese);
});

test('comments are changed, and nothing else: not a # in a string', () => {
  const source =
    "a = '# your line here'  # your line here\n'''\n# your line here\n'''\n#your line here\n";
  const changed = withComments(source, 'zh-CN');
  expect(changed.split(/在这里\P{ASCII}+/u)).toEqual([
    "a = '# your line here'  # ",
    "\n'''\n# your line here\n'''\n# ",
    '\n',
  ]);
  expect(withComments(source, 'en')).toBe(source);
});

/** What was printed, and the memory as it is at the end. */
function ranAs(path: string, language: 'en' | 'zh-CN') {
  const source = withComments(read(path), language);
  const timeline = new Timeline({ source, filename: 'p.py', profile: '3.13', mode: 'script' });
  timeline.advance(() => false);
  const { steps, output, ending } = timeline.summary();
  const { scene, narration } = timeline.view(steps + 1);
  return { steps, output, ending, scene, narration, memory: timeline.lens('memory', steps, {}) };
}

test('a program does the same whatever its comments say, in the same memory', () => {
  const commented = programs.filter((path) => commentsOf(read(path)).length > 0);
  expect(commented.length).toBeGreaterThanOrEqual(25);
  // two of them: each is looked at byte by byte, which takes its time
  for (const path of commented.filter((one) => /pools-serving|let-go\/starter/.test(one)))
    expect(ranAs(path, 'zh-CN'), path).toEqual(ranAs(path, 'en'));
});

test('as much was looked at as there is', () => {
  expect(looked.zh).toBeGreaterThanOrEqual(520);
  expect(looked.en).toBe(looked.zh);
});
