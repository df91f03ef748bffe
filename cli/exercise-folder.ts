/** Reads an exercise's folder and tells its author what is wrong with it, by file, line and field. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import { type Exercise, exerciseSchema } from '../src/exercise/schema.ts';
import { sentenceFor } from '../src/exercise/schema-guide.ts';
import { withNumbers } from './numbers.ts';

export interface ExerciseFolder {
  /** Null when exercise.yml does not say what an exercise is. */
  readonly exercise: Exercise | null;
  /** Everything that is wrong before anything runs. */
  readonly problems: readonly string[];
  /** The text of a program; '' when it is not there. */
  source(file: string): string;
}

const PROGRAMS = ['starter.py', 'solution.py'];
const TASK = 'task.mdx';
const DATA = 'exercise.yml';

function textOf(folder: string, file: string): string {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Comments are for authors; a file of nothing else says nothing to a learner. */
const withoutComments = (file: string, text: string) =>
  text.replace(file.endsWith('.py') ? /#[^\n]*/g : /\{\/\*[\s\S]*?\*\/\}/g, '').trim();

/** The text with its numbers; or what is wrong with one of them. */
function numbered(text: string): { text: string; problem?: string } {
  try {
    return { text: withNumbers(text, DATA) };
  } catch (error) {
    return { text, problem: error instanceof Error ? error.message : String(error) };
  }
}

function readData(folder: string): { exercise: Exercise | null; problems: string[] } {
  const { text, problem } = numbered(textOf(folder, DATA));
  if (problem !== undefined) return { exercise: null, problems: [problem] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0)
    return {
      exercise: null,
      problems: document.errors.map(({ message }) => `${DATA}: ${message}`),
    };
  const data: unknown = document.toJS() ?? {};
  const parsed = exerciseSchema.safeParse(data);
  if (parsed.success) return { exercise: parsed.data, problems: [] };
  const problems = parsed.error.issues.map((issue) => {
    const { path, sentence } = sentenceFor(issue, exerciseSchema, data);
    return `${DATA}, line ${lineOf(document, path, lines)}: ${sentence}`;
  });
  return { exercise: null, problems };
}

/** Where the field stands, or what should hold it. */
function lineOf(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: readonly [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return 1;
}

function mistakesOn(folder: string): readonly string[] {
  return globSync('mistakes/*.py', { cwd: folder }).map((file) => file.replaceAll('\\', '/'));
}

/** Files that are missing, empty, or known to nobody. */
function* filesAtFault(folder: string, exercise: Exercise | null): Generator<string> {
  for (const file of [TASK, ...PROGRAMS]) {
    if (!existsSync(join(folder, file))) yield `${file} is missing`;
    else if (withoutComments(file, textOf(folder, file)) === '')
      yield `${file} is not written yet: it holds nothing but comments`;
  }
  if (!exercise) return;
  const named = exercise.mistakes.map(({ file }) => file);
  const there = mistakesOn(folder);
  for (const file of named) if (!there.includes(file)) yield `${file} is missing; ${DATA} names it`;
  for (const file of there)
    if (!named.includes(file)) yield `${file} is there, but ${DATA} does not name it in mistakes`;
  const name = basename(resolve(folder));
  if (exercise.id !== name)
    yield `${DATA}: id is ${exercise.id}, and the folder is called ${name}. They must be the same`;
}

/** Throws nothing: what cannot be read is a problem in the list. */
export function readExerciseFolder(folder: string): ExerciseFolder {
  const source = (file: string) => textOf(folder, file);
  if (!existsSync(join(folder, DATA))) {
    const sentence = `${DATA} is missing: ${folder} is not the folder of an exercise`;
    return { exercise: null, problems: [sentence], source };
  }
  const { exercise, problems } = readData(folder);
  return { exercise, problems: [...problems, ...filesAtFault(folder, exercise)], source };
}
