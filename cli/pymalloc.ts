/**
 * `pymemlab pymalloc --python 3.13 --base-offset 0 [FILE]`: what the engine's pymalloc answers to a
 * sequence of requests, in the format of the recordings of real CPythons.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { PymallocTraceError, pymallocTraceReleases, runPymallocTrace } from '../engine/index.ts';
import { fail } from './fail.ts';
import { parseOptions } from './options.ts';

/** Lines written at once. */
const BLOCK = 4096;

/** @returns the exit status */
export function pymalloc(args: readonly string[]): number {
  const parsed = parseOptions(args, ['--python', '--base-offset']);
  if (typeof parsed === 'string') return fail(parsed);
  const python = parsed.options.get('--python') ?? '3.13';
  const baseOffset = Number(parsed.options.get('--base-offset') ?? '0');
  if (!pymallocTraceReleases.includes(python)) {
    return fail(`--python is one of ${pymallocTraceReleases.join(', ')}, not ${python}`);
  }
  if (!Number.isInteger(baseOffset)) return fail('--base-offset is a number of bytes');
  try {
    const lines: string[] = [];
    for (const line of runPymallocTrace({ python, baseOffset, input: read(parsed.files[0]) })) {
      lines.push(line);
      if (lines.length === BLOCK) process.stdout.write(`${lines.splice(0).join('\n')}\n`);
    }
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof PymallocTraceError) return fail(error.message);
    throw error;
  }
}

/** The file, unpacked when it is gzipped, or standard input. */
function read(file: string | undefined): string {
  const bytes = readFileSync(file ?? 0);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (packed ? gunzipSync(bytes) : bytes).toString('utf8');
}
