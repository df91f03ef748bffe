/** Our own cases: many small programs a file, with what every release printed (record.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isProfileId, type ProfileId, profiles } from '../../engine/whole.ts';
import type { Answer } from './cases.ts';

export interface OwnAnswer {
  readonly stdout: string;
  readonly exit: number;
  readonly stderr?: string;
}

export interface OwnCase {
  /** `area/name` */
  readonly id: string;
  readonly source: string;
  /** Those of the area `prompt` are typed. */
  readonly mode: 'script' | 'repl';
  readonly expected: OwnAnswer;
}

interface Entry {
  readonly digest: string;
  /** By the releases that gave the answer, as in `3.8 3.9`. */
  readonly answers: Readonly<Record<string, OwnAnswer>>;
}

const root = fileURLToPath(new URL('own', import.meta.url));

/** The releases that there are cases of: the 64-bit ones. */
export type Recorded = Exclude<ProfileId, '3.14.2'>;

export function isRecorded(id: string): id is Recorded {
  return isProfileId(id) && id !== '3.14.2';
}

export const recordedReleases: readonly Recorded[] = Object.keys(profiles).filter(isRecorded);

/** The file name under which the programs were recorded. */
export const OWN_FILE = 'case.py';

export const ownAreas: readonly string[] = readdirSync(root)
  .filter((name) => name.endsWith('.py'))
  .map((name) => name.slice(0, -3))
  .sort();

/** The programs of an area by name. */
export function ownPrograms(area: string): ReadonlyMap<string, string> {
  const pieces = readFileSync(join(root, `${area}.py`), 'utf8').split(/^#: /m).slice(1);
  const split = (piece: string): [string, string] => {
    const end = piece.indexOf('\n');
    return [piece.slice(0, end), `${piece.slice(end + 1).replace(/\n+$/, '')}\n`];
  };
  return new Map(pieces.map(split));
}

export function ownEntries(area: string): Readonly<Record<string, Entry>> {
  return JSON.parse(readFileSync(join(root, `${area}.json`), 'utf8')) as Record<string, Entry>;
}

/** Every own case that has an answer of the release. */
export function ownCasesFor(version: string): readonly OwnCase[] {
  return ownAreas.flatMap((area) => {
    const programs = ownPrograms(area);
    const mode = area === 'prompt' ? ('repl' as const) : ('script' as const);
    return Object.entries(ownEntries(area)).flatMap(([name, { answers }]) => {
      const key = Object.keys(answers).find((releases) => releases.split(' ').includes(version));
      const source = programs.get(name);
      if (key === undefined || source === undefined) return [];
      return [{ id: `${area}/${name}`, source, mode, expected: answers[key] as OwnAnswer }];
    });
  });
}

/** By case: the releases in which it does not pass yet, and why. */
export type OwnGaps = Readonly<
  Record<string, { readonly releases: string; readonly reason: string }>
>;

/** The cases of a release that are known not to pass. */
export function ownGapsOf(version: string): ReadonlySet<string> {
  const path = join(root, '..', 'own-gaps.json');
  const gaps = JSON.parse(readFileSync(path, 'utf8')) as OwnGaps;
  const isHere = ([, gap]: [string, OwnGaps[string]]) => gap.releases.split(' ').includes(version);
  return new Set(
    Object.entries(gaps)
      .filter(isHere)
      .map(([id]) => id),
  );
}

/** Addresses are recorded as `0x...`. */
const plain = (text: string) => text.replace(/0x[0-9a-f]{9,}/g, '0x...');

/** What is wrong with an answer; null when nothing is. */
export function judgeOwn(expected: OwnAnswer, answer: Answer): string | null {
  const pairs: readonly (readonly [string, string, string])[] = [
    ['stdout', expected.stdout, plain(answer.stdout)],
    ['stderr', expected.stderr ?? '', plain(answer.stderr)],
    ['exit status', String(expected.exit), String(answer.exit)],
  ];
  for (const [what, wanted, found] of pairs) {
    if (wanted !== found) return `${what}: ${difference(wanted, found)}`;
  }
  return null;
}

function difference(wanted: string, found: string): string {
  const a = wanted.split('\n');
  const b = found.split('\n');
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const show = (line: string | undefined) => (line === undefined ? '<end>' : JSON.stringify(line));
  return `line ${i + 1}: expected ${show(a[i])}, got ${show(b[i])}`;
}
