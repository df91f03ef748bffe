/** Programs about tuple, list, dict, set and attributes print what CPython printed (record-containers.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';

const folder = new URL('containers/', import.meta.url);
const recorded = JSON.parse(
  readFileSync(new URL('containers.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

describe('containers as CPython 3.13.0 has them', () => {
  it('has every program', () => {
    const programs = readdirSync(folder).map((name) => name.replace(/\.py$/, ''));
    expect(programs.sort()).toEqual(Object.keys(recorded).sort());
    expect(programs.length).toBeGreaterThanOrEqual(15);
  });

  for (const [name, expected] of Object.entries(recorded)) {
    it(name, () => {
      const source = readFileSync(new URL(`${name}.py`, folder), 'utf8');
      const run = runToEnd({ source, filename: `${name}.py`, profile: '3.13', mode: 'script' });
      expect(run.ending).toEqual({ kind: 'exit', code: 0 });
      const stdout = run.output.filter((piece) => piece.stream === 'stdout');
      expect(stdout.map((piece) => piece.text).join('')).toBe(expected);
    });
  }
});
