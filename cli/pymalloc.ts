/**
 * `pymemlab pymalloc --python 3.14 --base-offset 0 [FILE]`: what the engine's pymalloc answers to a
 * sequence of requests, in the format of the recordings of real CPythons. `--geometry
 * 8-byte-alignment` in place of a release: an allocator that older posts describe.
 */
import { readFileSync } from 'node:fs';
import {
  PymallocTraceError,
  type PymallocTraceOptions,
  defaultProfile,
  pymallocTraceHistorical,
  runPymallocTrace,
} from '../engine/index.ts';
import { fail } from './fail.ts';
import { parseOptions } from './options.ts';

/** Lines written at once. */
const BLOCK = 4096;

/** @returns the exit status */
export function pymalloc(args: readonly string[]): number {
  const parsed = parseOptions(args, ['--python', '--geometry', '--base-offset']);
  if (typeof parsed === 'string') return fail(parsed);
  const { options, files } = parsed;
  const historical = options.get('--geometry');
  if (historical !== undefined && options.has('--python')) {
    return fail('--python and --geometry exclude each other');
  }
  if (historical !== undefined && !pymallocTraceHistorical.includes(historical)) {
    return fail(`--geometry is one of ${pymallocTraceHistorical.join(', ')}, not ${historical}`);
  }
  const offset = options.get('--base-offset') ?? '0';
  if (!/^\d+$/.test(offset)) return fail(`--base-offset is a number of bytes, not ${offset}`);
  if (files.length > 1) return fail('pymalloc takes one file, or reads standard input');
  let input: string;
  try {
    input = read(files[0]);
  } catch (error) {
    return fail(`cannot read ${files[0] ?? 'standard input'}: ${(error as Error).message}`);
  }
  const geometry = historical ?? options.get('--python') ?? defaultProfile;
  return answer({ geometry, baseOffset: Number(offset), input });
}

/** Writes the answers; those before a request that makes no sense, too. */
function answer(options: PymallocTraceOptions): number {
  // a reader that has seen enough closes the pipe
  process.stdout.on('error', () => process.exit(0));
  const lines: string[] = [];
  const flush = (): void => {
    if (lines.length > 0) process.stdout.write(`${lines.splice(0).join('\n')}\n`);
  };
  try {
    for (const line of runPymallocTrace(options)) if (lines.push(line) === BLOCK) flush();
    return 0;
  } catch (error) {
    if (error instanceof PymallocTraceError) return fail(error.message);
    throw error;
  } finally {
    flush();
  }
}

/** The file, unpacked when it is gzipped, or standard input. */
function read(file: string | undefined): string {
  const bytes = readFileSync(file ?? 0);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  // not imported: other commands start sooner without it
  const { gunzipSync } = process.getBuiltinModule('node:zlib');
  return (packed ? gunzipSync(bytes) : bytes).toString('utf8');
}
