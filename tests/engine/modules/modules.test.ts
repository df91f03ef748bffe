/** Programs that use the standard modules print what CPython printed (record.py). */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../../../engine/whole.ts';
import { run as runWhole } from '../collector/harness.ts';

const folder = new URL('programs/', import.meta.url);
const recorded = JSON.parse(
  readFileSync(new URL('recorded/3.13.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;

describe('standard modules as CPython 3.13 has them', () => {
  it('has every program', () => {
    const programs = readdirSync(folder).map((name) => name.replace(/\.py$/, ''));
    expect(programs.sort()).toEqual(Object.keys(recorded).sort());
    expect(programs.length).toBeGreaterThanOrEqual(14);
  });

  for (const [name, expected] of Object.entries(recorded)) {
    it(name, () => {
      const source = readFileSync(new URL(`${name}.py`, folder), 'utf8');
      const run = runToEnd({ source, filename: `${name}.py`, profile: '3.13', mode: 'script' });
      const stdout = run.output.filter((piece) => piece.stream === 'stdout');
      expect(stdout.map((piece) => piece.text).join('')).toBe(expected);
      expect(run.ending).toEqual({ kind: 'exit', code: 0 });
    });

    it(`${name} leaves every count right`, () => {
      const source = readFileSync(new URL(`${name}.py`, folder), 'utf8');
      expect(runWhole(source).faults()).toEqual([]);
    });
  }
});
