/** Runs a file and writes what it wrote, for `pymemlab run`. */
import { writeSync } from 'node:fs';
import type { ProfileId, Program } from '../engine/run-only.ts';
import type { Bundle } from './bundle.ts';
import { fail } from './fail.ts';
import { withKeptImage } from './kept-image.ts';
import { type ProgramResult, runProgram } from './program.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';

export interface RunChoice extends Pick<Program, 'malloc' | 'geometry' | 'mode'> {
  readonly profile: ProfileId;
  /** Where imports are looked for besides the script's own folder. */
  readonly folders: readonly string[];
}

/** @returns the exit status */
export function runFile(
  filename: string,
  { folders, ...choice }: RunChoice,
  bundle: Bundle | undefined,
): number {
  let source: string;
  try {
    source = readProgram(filename);
  } catch (error) {
    return fail(`cannot read ${filename}: ${(error as Error).message}`);
  }
  const finder = sourceFinder(filename, folders);
  const work = (): ProgramResult => runProgram({ source, filename, finder, ...choice });
  const { stdout, stderr, exit } = withKeptImage(choice.profile, bundle, work);
  const isWritten = [write(1, stdout), write(2, stderr)].every(Boolean);
  if (bundle !== undefined) bundle.isWritten = isWritten;
  return exit;
}

/**
 * Writes a text. Node's streams take two milliseconds to make: they serve where the other end is not
 * ready for all of it.
 * @returns whether it is written; else a stream has it
 */
function write(fd: 1 | 2, text: string): boolean {
  let bytes = Buffer.from(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(writeSync(fd, bytes));
    return true;
  } catch {
    (fd === 1 ? process.stdout : process.stderr).write(bytes);
    return false;
  }
}
