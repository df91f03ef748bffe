/** `pymemlab run [--python V] [--mode script|repl] [--path DIR] [--malloc NAME] [--geometry NAME] FILE` */
import { delimiter } from 'node:path';
import { defaultProfile, profileNamed, profiles } from '../engine/index.ts';
import type { Bundle } from './bundle.ts';
import { fail } from './fail.ts';
import { memoryChoice } from './memory-choice.ts';
import { parseOptions } from './options.ts';
import { runFile } from './run-file.ts';

/** @returns the exit status */
export function run(args: readonly string[], bundle?: Bundle): number {
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
  const folders = options.get('--path')?.split(delimiter) ?? [];
  return runFile(filename, { profile, mode, folders, ...memory }, bundle);
}
