/** Every program of the course prints on the engine what real CPython printed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import {
  type ProfileId,
  profiles,
  type RunSummary,
  runToEnd,
  ScriptRunner,
} from '../../engine/whole.ts';
import { programProfile, setupOf } from '../../src/components/playground/programs.ts';
import type { Setup } from '../../src/components/playground/still.ts';
import { offered } from '../../src/course/releases.ts';

interface Recorded {
  readonly release: string;
  readonly programs: Readonly<
    Record<string, { readonly stdout: string; readonly stderr: string; readonly code: number }>
  >;
}

const programs = [
  ...globSync('src/content/programs/*.py'),
  ...globSync('src/content/exercises/**/*.py'),
].map((path) => path.replaceAll('\\', '/'));

const recordings: Recorded[] = globSync('tests/content/recorded/*.json').map((path) =>
  JSON.parse(readFileSync(path, 'utf8')),
);

/** How a program is to be started: the file <name>.env beside it. */
function setupBeside(path: string): Setup {
  const beside = path.replace(/\.py$/, '.env');
  return existsSync(beside) ? setupOf(readFileSync(beside, 'utf8'), beside) : {};
}

test('every release that the site offers is recorded', () => {
  const recorded = recordings.map(({ release }) => release);
  expect(recorded).toEqual(expect.arrayContaining(offered.map((id) => profiles[id].release)));
});

/** Runs programs on one machine of the release; on one of its own where something is set up for it. */
class Runner {
  private readonly profile: ProfileId;
  private scripts: ScriptRunner | null = null;

  constructor(profile: ProfileId) {
    this.profile = profile;
  }

  run(path: string): RunSummary {
    const source = readFileSync(path, 'utf8');
    const setup = setupBeside(path);
    const { profile } = this;
    if (Object.keys(setup).length > 0) {
      return runToEnd({ source, filename: path, profile, mode: 'script', ...setup });
    }
    this.scripts ??= new ScriptRunner({ profile, filename: path, mode: 'script' });
    return this.scripts.runToEnd({ source, filename: path });
  }
}

test('programs about the incremental collector print what 3.14.2 printed', () => {
  const path = 'tests/content/recorded/incremental/3.14.2.json';
  const { release, programs: recorded }: Recorded = JSON.parse(readFileSync(path, 'utf8'));
  expect(release).toBe(profiles['3.14.2'].release);
  const about = programs.filter((name) => programProfile(basename(name, '.py')) === '3.14.2');
  expect(about.length).toBeGreaterThanOrEqual(1);
  expect(Object.keys(recorded).sort()).toEqual(about.sort());
  for (const [name, { stdout, code }] of Object.entries(recorded)) {
    const run = new Runner('3.14.2').run(name);
    expect(run.output.map(({ text }) => text).join('')).toBe(stdout);
    expect(run.ending).toEqual({ kind: 'exit', code });
  }
});

for (const { release, programs: recorded } of recordings) {
  const profile = offered.find((id) => profiles[id].release === release);

  test(`${release}: every program is recorded, and no other`, () => {
    expect(Object.keys(recorded).sort()).toEqual([...programs].sort());
    expect(programs.length).toBeGreaterThanOrEqual(9);
  });

  if (!profile) continue;
  const runner = new Runner(profile);
  for (const [path, { stdout, stderr, code }] of Object.entries(recorded)) {
    test(`${release}: ${path}`, () => {
      const run = runner.run(path);
      const written = (stream: string) =>
        run.output
          .filter((piece) => piece.stream === stream)
          .map(({ text }) => text)
          .join('');
      expect(written('stdout')).toBe(stdout);
      expect(written('stderr')).toBe(stderr);
      expect(run.ending).toEqual({ kind: 'exit', code });
    });
  }
}
