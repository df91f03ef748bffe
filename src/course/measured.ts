/**
 * The numbers in the chapters' prose: what real interpreters measured, and what their source lays down.
 *
 * `{fact('list')}` is the number in the default release, `{fact('list', '3.8')}` in another, and
 * `{fact('pool', 'to 3.9')}`, `'from 3.10'`, `'3.6 to 3.13'` and `'all'` the one that all of these share: where
 * they do not, the site is not built. `tests/content/measure/record.py` writes the files, one a release.
 */
import { defaultProfile, profiles } from '../../engine/index.ts';
import structural from '../content/measured/structural.json';

interface Measured {
  /** '3.14.10' */
  readonly release: string;
  /** When it was measured: '2026-11-20'. */
  readonly date: string;
  readonly facts: Readonly<Record<string, number>>;
}

interface Recorded {
  readonly release: string;
  readonly programs: Readonly<Record<string, { readonly stdout: string }>>;
}

const files = import.meta.glob<Measured>('../content/measured/[0-9]*.json', {
  import: 'default',
  eager: true,
});

const recordings = import.meta.glob<Recorded>('../../tests/content/recorded/**/*.json', {
  import: 'default',
  eager: true,
});

/** '3.14' of '3.14.10'. 3.14.2, which had another collector, goes by its whole name. */
const shortOf = (release: string) =>
  release === '3.14.2' ? release : release.split('.').slice(0, 2).join('.');

const ageOf = (id: string) => Number(id.split('.')[0]) * 100 + Number(id.split('.')[1]);

/** Oldest first. */
export const measured: readonly Measured[] = Object.values(files).sort(
  (one, other) => ageOf(one.release) - ageOf(other.release),
);

/** Releases in a row; 3.14.2 stands beside them and is asked for by name. */
const series = measured.filter(({ release }) => release !== '3.14.2');

/** What `'to 3.9'` and the like name: the first and the last release, both included. */
function bounds(range: string): readonly [number, number] {
  const all = [0, Number.POSITIVE_INFINITY] as const;
  if (range === 'all') return all;
  const [, from, to] = /^(?:(?:from )?(\d\.\d+))?(?: ?to (\d\.\d+))?$/.exec(range) ?? [];
  if (from === undefined && to === undefined) throw new Error(`'${range}' names no releases`);
  const last = to ?? (range.startsWith('from ') ? undefined : from);
  return [from ? ageOf(from) : all[0], last ? ageOf(last) : all[1]];
}

function within(range: string): readonly Measured[] {
  const named = measured.filter(({ release }) => release === range);
  if (named.length > 0) return named;
  const [first, last] = bounds(range);
  return series.filter(({ release }) => ageOf(release) >= first && ageOf(release) <= last);
}

/** The number of that name. Throws where it was not measured, or not the same in all of `releases`. */
export function numberOf(name: string, releases: string = defaultProfile): number {
  const fixed = (structural as Record<string, { value: number } | undefined>)[name];
  if (fixed) return fixed.value;
  const found = within(releases).flatMap(({ facts }) => facts[name] ?? []);
  const [value] = found;
  if (value === undefined) throw new Error(`${name} was not measured in ${releases}`);
  if (found.some((other) => other !== value))
    throw new Error(`${name} differs in ${releases}: ${[...new Set(found)].join(', ')}`);
  return value;
}

/** 800,000 and 4800: commas from five digits on, in both languages. */
export const written = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

export const fact = (name: string, releases?: string): string => written(numberOf(name, releases));

/** The same as a size: '16 KiB', '1 MiB'. */
export function room(name: string, releases?: string): string {
  const bytes = numberOf(name, releases);
  const [unit, size] = bytes % 2 ** 20 === 0 ? ['MiB', 2 ** 20] : ['KiB', 2 ** 10];
  if (bytes % size !== 0) throw new Error(`${name}: ${bytes} bytes are no round number of KiB`);
  return `${bytes / size} ${unit}`;
}

/** MiB as GiB, to a tenth: '3.7 GiB'. */
export const gib = (name: string, releases?: string): string =>
  `${(numberOf(name, releases) / 1024).toFixed(1)} GiB`;

/** The last size class. */
export const last = numberOf('classes') - 1;

/** The place of a size class among the others: which requests get its blocks, '17–32'. */
export function requests(szidx: number): string {
  const step = numberOf('given.16', 'from 3.8');
  return `${szidx * step + 1}–${(szidx + 1) * step}`;
}

export const block = (szidx: number): string => requests(szidx).split('–')[1] ?? '';

/** The number at `place` in a line that a course program printed on the real interpreter; both count from 1. */
export function printed(program: string, line: number, place = 1, releases?: string): string {
  const wanted = releases ?? shortOf(profiles[defaultProfile].release);
  const recording = Object.values(recordings).find(({ release }) => shortOf(release) === wanted);
  const { stdout } = recording?.programs[`src/content/programs/${program}.py`] ?? {};
  const number = stdout?.split('\n')[line - 1]?.match(/-?\d+/g)?.[place - 1];
  if (number === undefined)
    throw new Error(`${program} printed no number ${place} in line ${line} under ${wanted}`);
  return written(Number(number));
}
