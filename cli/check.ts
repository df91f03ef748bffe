/** `pymemlab check DIR...`: proves exercises, in every release they list. */
import { styleText } from 'node:util';
import {
  type ProgramOfExercise,
  problemWith,
  programsOf,
  verdictOf,
} from '../src/exercise/prove.ts';
import type { Exercise } from '../src/exercise/schema.ts';
import { type ExerciseFolder, readExerciseFolder } from './exercise-folder.ts';
import { fail } from './fail.ts';

const good = (text: string) => styleText('green', text, { stream: process.stdout });
const bad = (text: string) => styleText('red', text, { stream: process.stdout });
const write = (line = '') => process.stdout.write(`${line}\n`);

/**
 * The command as `pymemlab.mjs` starts it: authors alone need the schemas, and a run shall not load them.
 * @returns exit status 0 when all that the folders say is so, 1 when not
 */
export function main([, ...folders]: readonly string[]): number {
  const option = folders.find((one) => one.startsWith('-'));
  if (option) return fail(`check takes no ${option}: it takes folders of exercises`);
  if (folders.length === 0) return fail('check takes the folder of an exercise, or several');
  const results = folders.map(checkFolder);
  return results.every(Boolean) ? 0 : 1;
}

function checkFolder(folder: string): boolean {
  const read = readExerciseFolder(folder);
  const { exercise, problems } = read;
  write(exercise ? `${exercise.id}: ${exercise.title}` : folder);
  for (const problem of problems) write(`  ${bad('✗')} ${problem}`);
  // What is half written is not run: its failures would say nothing new.
  if (!exercise || problems.length > 0) {
    write(`${bad('not proved')}: ${count(problems.length, 'thing')} to put right first\n`);
    return false;
  }
  return prove(exercise, read);
}

function prove(exercise: Exercise, folder: ExerciseFolder): boolean {
  const programs = programsOf(exercise);
  const wide = Math.max(...programs.map(({ file }) => file.length)) + 2;
  const wanted = Math.max(...programs.map((one) => mustText(one).length)) + 2;
  write(`  ${'program'.padEnd(wide)}${'must'.padEnd(wanted)}${exercise.profiles.join('  ')}`);
  const failures: string[] = [];
  for (const program of programs) {
    const marks = exercise.profiles.map((profile) => {
      const problem = problemIn(exercise, program, folder.source(program.file), profile);
      if (problem) failures.push(`${program.file} in ${profile}: ${problem}`);
      return (problem ? bad : good)(problem ? '✗' : '✓') + ' '.repeat(profile.length - 1);
    });
    write(
      `  ${program.file.padEnd(wide)}${mustText(program).padEnd(wanted)}${marks.join('  ').trimEnd()}`,
    );
  }
  for (const failure of failures) write(`  ${bad('✗')} ${failure}`);
  const all = programs.length * exercise.profiles.length;
  const proved = `${all - failures.length} of ${count(all, 'run')} proved`;
  write(`${failures.length === 0 ? good(proved) : bad(proved)}\n`);
  return failures.length === 0;
}

function problemIn(
  exercise: Exercise,
  program: ProgramOfExercise,
  source: string,
  profile: string,
): string | null {
  try {
    return problemWith(program, verdictOf(exercise, program.file, source, profile));
  } catch (error) {
    return (error as Error).message;
  }
}

const mustText = (program: ProgramOfExercise) =>
  program.must === 'be told' ? `fail ${program.fails}` : program.must;

const count = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
