/**
 * What a process reads first: enough for `run FILE` of a program that needs nothing special. A run of a
 * small program is mostly V8 taking in code, so the rest (main.ts) is read when it is needed.
 */
import { defaultProfile, isAtHand, lateCode, type ProfileId } from '../engine/run-only.ts';
import type { Bundle } from './bundle.ts';
import { parseOptions } from './options.ts';
import { runFile } from './run-file.ts';

/** @returns the exit status */
export function main(args: readonly string[], bundle: Bundle): number | Promise<number> {
  lateCode.bring = bundle.rest;
  const plain = plainRun(args);
  if (plain === null) return bundle.rest().main(args, bundle);
  return runFile(plain.filename, { profile: plain.profile, mode: 'script', folders: [] }, bundle);
}

interface PlainRun {
  readonly filename: string;
  readonly profile: ProfileId;
}

/** What a plain run is of, `run FILE` or `run --python V FILE` with a release at hand; null for all else. */
function plainRun([command, ...rest]: readonly string[]): PlainRun | null {
  if (command !== 'run' || process.env['PYTHONMALLOC'] || rest.includes('-h')) return null;
  const parsed = parseOptions(rest, ['--python']);
  if (typeof parsed === 'string') return null;
  const [filename, ...more] = parsed.files;
  const profile = parsed.options.get('--python') ?? defaultProfile;
  if (filename === undefined || more.length > 0 || !isAtHand(profile)) return null;
  return { filename, profile };
}
