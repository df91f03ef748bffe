/** A few hundred made-up programs; `npm run fuzz` runs as many as one likes. */
import { describe, expect, it } from 'vitest';
import { defaultProfile, runToEnd } from '../../engine/whole.ts';
import { programOf, tryProgram } from './fuzz.ts';
import { count, fromSource, toSource } from './tree.ts';

const PROGRAMS = 200;

describe('made-up programs', () => {
  it('are the same for the same seed', () => {
    expect(toSource(programOf(7))).toBe(toSource(programOf(7)));
    expect(toSource(programOf(9))).not.toBe(toSource(programOf(12)));
  });

  it('leave the machine sound', { timeout: 120_000 }, () => {
    for (let seed = 1; seed <= PROGRAMS; seed++) {
      expect(tryProgram(runToEnd, seed, defaultProfile)).toBeNull();
    }
  });
});

describe('trees of lines', () => {
  it('are read and written', () => {
    const source = 'a = 1\nif a:\n    b = 2\n    if b:\n        c\nd\n';
    expect(toSource(fromSource(source))).toBe(source);
    expect(count(fromSource(source))).toBe(6);
  });
});
