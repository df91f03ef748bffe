/**
 * The numbers in the course's prose, out of what real interpreters measured and what their source lays down.
 *
 * `fact('list')` is the number in the default release, `fact('list', '3.8')` in another, and
 * `fact('pool', 'to 3.9')`, `'from 3.10'`, `'3.6 to 3.13'` and `'all'` the one that all of these share: where
 * they do not, it throws. `tests/content/measure/record.py` writes what was measured, one file a release.
 */
import { defaultProfile, profiles } from '../../engine/index.ts';

export interface Measured {
  /** '3.14.10' */
  readonly release: string;
  /** When it was measured: '2026-11-20'. */
  readonly date: string;
  readonly facts: Readonly<Record<string, number>>;
}

/** What the programs of the course printed in one release. */
export interface Recorded {
  readonly release: string;
  readonly programs: Readonly<Record<string, { readonly stdout: string }>>;
}

/** What no interpreter tells, with the file and symbol that lay it down. */
export type Structural = Readonly<
  Record<string, { readonly value: number; readonly source: string }>
>;

/** '3.14' of '3.14.10'. 3.14.2, which had another collector, goes by its whole name. */
const shortOf = (release: string) =>
  release === '3.14.2' ? release : release.split('.').slice(0, 2).join('.');

const ageOf = (id: string) => Number(id.split('.')[0]) * 100 + Number(id.split('.')[1]);

/** What `'to 3.9'` and the like name: the first and the last release, both included. */
function bounds(range: string): readonly [number, number] {
  const all = [0, Number.POSITIVE_INFINITY] as const;
  if (range === 'all') return all;
  const [, from, to] = /^(?:(?:from )?(\d\.\d+))?(?: ?to (\d\.\d+))?$/.exec(range) ?? [];
  if (from === undefined && to === undefined) throw new Error(`'${range}' names no releases`);
  const last = to ?? (range.startsWith('from ') ? undefined : from);
  return [from ? ageOf(from) : all[0], last ? ageOf(last) : all[1]];
}

/** 800,000 and 4800: commas from five digits on, in both languages. */
const written = (value: number): string =>
  Math.abs(value) < 10_000 ? String(value) : String(value).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** The functions that prose calls. All throw Error where there is no such number. */
export function numbersFrom(
  files: readonly Measured[],
  recordings: readonly Recorded[],
  structural: Structural,
) {
  /** Oldest first. */
  const measured = files.toSorted((one, other) => ageOf(one.release) - ageOf(other.release));
  /** Releases in a row; 3.14.2 stands beside them and is asked for by name. */
  const series = measured.filter(({ release }) => release !== '3.14.2');

  function within(range: string): readonly Measured[] {
    const named = measured.filter(({ release }) => release === range);
    if (named.length > 0) return named;
    const [first, last] = bounds(range);
    return series.filter(({ release }) => ageOf(release) >= first && ageOf(release) <= last);
  }

  /** What that name was in each of the releases: one number at least. */
  function numbersOf(name: string, releases: string): readonly number[] {
    const fixed = structural[name];
    if (fixed) return [fixed.value];
    const found = within(releases).flatMap(({ facts }) => facts[name] ?? []);
    if (found.length === 0) throw new Error(`${name} was not measured in ${releases}`);
    return found;
  }

  /** The number of that name. Throws where it was not measured, or not the same in all of `releases`. */
  function numberOf(name: string, releases: string = defaultProfile): number {
    const different = [...new Set(numbersOf(name, releases))];
    if (different.length > 1)
      throw new Error(`${name} differs in ${releases}: ${different.join(', ')}`);
    return different[0] ?? 0;
  }

  const fact = (name: string, releases?: string): string => written(numberOf(name, releases));

  /** Of several releases that differ. */
  const least = (name: string, releases: string): string =>
    written(Math.min(...numbersOf(name, releases)));
  const most = (name: string, releases: string): string =>
    written(Math.max(...numbersOf(name, releases)));

  /** The same as a size: '16 KiB', '1 MiB'. */
  function room(name: string, releases?: string): string {
    const bytes = numberOf(name, releases);
    const [unit, size] = bytes % 2 ** 20 === 0 ? ['MiB', 2 ** 20] : ['KiB', 2 ** 10];
    if (bytes % size !== 0) throw new Error(`${name}: ${bytes} bytes are no round number of KiB`);
    return `${bytes / size} ${unit}`;
  }

  /** MiB as GiB, to a tenth: '3.7 GiB'. */
  const gib = (name: string, releases?: string): string =>
    `${(numberOf(name, releases) / 1024).toFixed(1)} GiB`;

  /** The place of a size class among the others: which requests get its blocks, '17–32'. */
  function requests(szidx: number): string {
    const step = numberOf('given.16', 'from 3.8');
    return `${szidx * step + 1}–${(szidx + 1) * step}`;
  }

  const block = (szidx: number): string => requests(szidx).split('–')[1] ?? '';

  /** The number at `place` in a line that a course program printed on the real interpreter; both count from 1. */
  function printed(program: string, line: number, place = 1, releases?: string): string {
    const wanted = releases ?? shortOf(profiles[defaultProfile].release);
    const recording = recordings.find(({ release }) => shortOf(release) === wanted);
    const { stdout } = recording?.programs[`src/content/programs/${program}.py`] ?? {};
    const number = stdout?.split('\n')[line - 1]?.match(/-?\d+/g)?.[place - 1];
    if (number === undefined)
      throw new Error(`${program} printed no number ${place} in line ${line} under ${wanted}`);
    return written(Number(number));
  }

  const prose = { fact, least, most, room, gib, requests, block, printed };
  return { measured, numberOf, ...prose, withNumbers: fillingIn(prose) };
}

type Argument = string | number;
type Prose = Readonly<Record<string, (...given: never[]) => string>>;

/** `'list', "3.8", 2`: the arguments of a call. Throws Error at anything else. */
function argumentsIn(text: string): readonly Argument[] {
  const each = /\s*(?:'([^']*)'|"([^"]*)"|(\d+))\s*(?:,|$)/y;
  const found: Argument[] = [];
  while (each.lastIndex < text.length) {
    const at = each.lastIndex;
    const match = each.exec(text);
    if (!match) throw new Error(`${text.slice(at).trim()} is neither a text nor a number`);
    found.push(match[3] === undefined ? (match[1] ?? match[2] ?? '') : Number(match[3]));
  }
  return found;
}

/**
 * Fills numbers into a file of data: `{fact('list')}` and the like, as chapters write them.
 * Throws Error with file and line where there is no such number or no such function.
 */
function fillingIn(prose: Prose) {
  return (text: string, file: string): string =>
    text.replace(/\{(\w+)\(([^{}()]*)\)\}/g, (whole, name: string, given: string, at: number) => {
      try {
        const known = Object.hasOwn(prose, name) ? prose[name] : undefined;
        if (!known) throw new Error(`there are ${Object.keys(prose).join(', ')}`);
        return (known as (...given: readonly Argument[]) => string)(...argumentsIn(given));
      } catch (error) {
        const line = text.slice(0, at).split('\n').length;
        const said = error instanceof Error ? error.message : String(error);
        throw new Error(`${file}, line ${line}: ${whole}: ${said}`, { cause: error });
      }
    });
}
