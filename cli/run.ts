/** `pymemlab run [--python V] [--mode script|repl] [--path DIR] [--malloc NAME] [--geometry NAME] FILE` */
import { delimiter } from 'node:path';
import { defaultProfile, profileNamed, profiles } from '../engine/index.ts';
import { fail } from './fail.ts';
import { withKeptImage } from './kept-image.ts';
import { memoryChoice } from './memory-choice.ts';
import { parseOptions } from './options.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';
import { type ProgramResult, runProgram } from './program.ts';

/** @returns the exit status */
export function run(args: readonly string[]): number {
  const parsed = parseOptions(args, ['--python', '--mode', '--path', '--malloc', '--geometry']);
  if (typeof parsed === 'string') return fail(parsed);
  const { options, files } = parsed;
  const release = options.get('--python') ?? defaultProfile;
  const profile = profileNamed(release);
  const mode = options.get('--mode') ?? 'script';
  if (profile === null) {
    const there = Object.keys(profiles).join(', ');
    return fail(`Python ${release} is not a release of this machine. It has: ${there}`);
  }
  if (mode !== 'script' && mode !== 'repl') return fail(`--mode is script or repl, not ${mode}`);
  const memory = memoryChoice(options, profile);
  if (typeof memory === 'number') return memory;
  const [filename] = files;
  if (filename === undefined || files.length > 1) return fail('run takes one file');
  let source: string;
  try {
    source = readProgram(filename);
  } catch (error) {
    return fail(`cannot read ${filename}: ${(error as Error).message}`);
  }
  const folders = options.get('--path')?.split(delimiter) ?? [];
  const finder = sourceFinder(filename, folders);
  const work = (): ProgramResult =>
    runProgram({ source, filename, profile, mode, finder, ...memory });
  const { stdout, stderr, exit } = withKeptImage(profile, work);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return exit;
}
