/** Every program of the course prints on the engine what real CPython printed. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { profiles, runToEnd } from '../../engine/whole.ts';
import { setupOf } from '../../src/components/playground/programs.ts';
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

for (const { release, programs: recorded } of recordings) {
  const profile = offered.find((id) => profiles[id].release === release);

  test(`${release}: every program is recorded, and no other`, () => {
    expect(Object.keys(recorded).sort()).toEqual([...programs].sort());
    expect(programs.length).toBeGreaterThanOrEqual(9);
  });

  if (!profile) continue;
  for (const [path, { stdout, stderr, code }] of Object.entries(recorded)) {
    test(`${release}: ${path}`, () => {
      const source = readFileSync(path, 'utf8');
      const started = { source, filename: path, profile, mode: 'script' as const };
      const run = runToEnd({ ...started, ...setupBeside(path) });
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
