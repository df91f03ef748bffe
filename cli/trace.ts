/** `pymemlab trace FILE --at N [--event N] [--lens LENS] ...`: what a lens shows at a step. */
import { defaultProfile, profileNamed, profiles, Timeline } from '../engine/whole.ts';
import { fail } from './fail.ts';
import { atEvent, isLensName, lensNames, lensText } from './lens-text.ts';
import { parseOptions } from './options.ts';
import { readProgram } from './read-program.ts';
import { sourceFinder } from './source-finder.ts';

const OPTIONS = ['--at', '--event', '--lens', '--of', '--window', '--holds', '--python', '--mode'];

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
  const event = eventAsked(timeline, step, options.get('--event'));
  if (typeof event === 'string') return fail(event);
  const asked = event === null ? timeline : atEvent(timeline, event);
  const text = lensText(asked, step, lens, {
    of: options.get('--of') ?? null,
    window,
    holds: options.get('--holds') ?? null,
  });
  const place = event === null ? '' : `, event ${event + 1} on the way to it`;
  process.stdout.write(`${heading(timeline, source, step, place)}\n\n${text}\n`);
  return 0;
}

/** The place of the event that is meant, from 0; null for none; a sentence when it is not there. */
function eventAsked(timeline: Timeline, step: number, asked: string | undefined) {
  if (asked === undefined) return null;
  const count = timeline.view(step, { event: null }).moment?.count ?? 0;
  const event = Number(asked);
  if (Number.isInteger(event) && event >= 1 && event <= count) return event - 1;
  return `--event is one of the ${count} on the way to step ${step}, from 1, not ${asked}`;
}

/** The step that is meant; a sentence when there is none. */
function stepAsked(timeline: Timeline, at: string | undefined): number | string {
  const last = timeline.steps + 1;
  if (at === undefined || at === 'end') return last;
  const step = Number(at);
  if (Number.isInteger(step) && step >= 1 && step <= last) return step;
  return `--at is a step from 1 to ${last}, the end, not ${at}`;
}

function heading(timeline: Timeline, source: string, step: number, place: string): string {
  const line = timeline.lineOf(step);
  const of = `step ${step} of ${timeline.steps + 1}${place}`;
  if (line === 0) return `${of}: the end`;
  return `${of}: before line ${line}: ${(source.split('\n')[line - 1] ?? '').trim()}`;
}
