/** `pymemlab trace FILE --at N [--lens LENS] [--of NAME] [--window N]`: what a lens shows at a step. */
import { defaultProfile, profileNamed, profiles, Timeline } from '../engine/whole.ts';
import { fail } from './fail.ts';
import { isLensName, lensText, lensNames } from './lens-text.ts';
import { parseOptions } from './options.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';

const OPTIONS = ['--at', '--lens', '--of', '--window', '--python', '--mode'];

/** @returns the exit status */
export function trace(args: readonly string[]): number {
  const parsed = parseOptions(args, OPTIONS);
  if (typeof parsed === 'string') return fail(parsed);
  const { options, files } = parsed;
  const release = options.get('--python') ?? defaultProfile;
  const profile = profileNamed(release);
  const mode = options.get('--mode') ?? 'script';
  const lens = options.get('--lens') ?? 'objects';
  if (profile === null) {
    const there = Object.keys(profiles).join(', ');
    return fail(`Python ${release} is not a release of this machine. It has: ${there}`);
  }
  if (mode !== 'script' && mode !== 'repl') return fail(`--mode is script or repl, not ${mode}`);
  if (!isLensName(lens)) return fail(`--lens is one of ${lensNames.join(', ')}, not ${lens}`);
  const [filename] = files;
  if (filename === undefined || files.length > 1) return fail('trace takes one file');
  let source: string;
  try {
    source = readProgram(filename);
  } catch (error) {
    return fail(`cannot read ${filename}: ${(error as Error).message}`);
  }
  const finder = sourceFinder(filename);
  const timeline = new Timeline({ source, filename, profile, mode, finder });
  timeline.advance();
  const step = stepAsked(timeline, options.get('--at'));
  if (typeof step === 'string') return fail(step);
  const window = Number(options.get('--window') ?? '1');
  if (!Number.isInteger(window) || window < 1) return fail('--window is a number of steps');
  const text = lensText(timeline, step, lens, { of: options.get('--of') ?? null, window });
  process.stdout.write(`${heading(timeline, source, step)}\n\n${text}\n`);
  return 0;
}

/** The step that is meant; a sentence when there is none. */
function stepAsked(timeline: Timeline, at: string | undefined): number | string {
  const last = timeline.steps + 1;
  if (at === undefined || at === 'end') return last;
  const step = Number(at);
  if (Number.isInteger(step) && step >= 1 && step <= last) return step;
  return `--at is a step from 1 to ${last}, the end, not ${at}`;
}

function heading(timeline: Timeline, source: string, step: number): string {
  const line = timeline.lineOf(step);
  const of = `step ${step} of ${timeline.steps + 1}`;
  if (line === 0) return `${of}: the end`;
  return `${of}: before line ${line}: ${(source.split('\n')[line - 1] ?? '').trim()}`;
}
