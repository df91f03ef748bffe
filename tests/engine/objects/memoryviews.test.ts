/** Programs about memoryviews print what each release of CPython printed (record-memoryviews.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ProfileId } from '../../../engine/profiles/index.ts';
import { runToEnd } from '../../../engine/whole.ts';

const folder = new URL('memoryviews/', import.meta.url);

/** What some releases printed alike. */
interface Run {
  readonly releases: readonly ProfileId[];
  readonly lines: readonly string[];
}

const recorded = JSON.parse(
  readFileSync(new URL('memoryviews.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, readonly Run[]>>;

describe('memoryviews as CPython has them', () => {
  it('has every program, of eight releases', () => {
    const programs = readdirSync(folder).map((name) => name.replace(/\.py$/, ''));
    expect(programs.sort()).toEqual(Object.keys(recorded).sort());
    expect(programs).toHaveLength(3);
    for (const runs of Object.values(recorded)) {
      expect(new Set(runs.flatMap((run) => run.releases)).size).toBe(8);
    }
  });

  for (const [name, runs] of Object.entries(recorded)) {
    const source = readFileSync(new URL(`${name}.py`, folder), 'utf8');
    const cases = runs.flatMap(({ releases, lines }) =>
      releases.map((profile) => [profile, lines] as const),
    );
    it.each(cases)(`${name}, %s`, (profile, expected) => {
      const run = runToEnd({ source, filename: `${name}.py`, profile, mode: 'script' });
      expect(run.ending).toEqual({ kind: 'exit', code: 0 });
      const stdout = run.output.filter((piece) => piece.stream === 'stdout');
      const lines = stdout.map((piece) => piece.text).join('');
      expect(lines.split('\n').slice(0, -1)).toEqual(expected);
      expect(expected.length).toBeGreaterThanOrEqual(20);
    });
  }
});
