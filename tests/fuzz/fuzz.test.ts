/** A few hundred made-up programs; `npm run fuzz` runs as many as one likes. */
import { describe, expect, it } from 'vitest';
import * as engine from '../../engine/whole.ts';
import { Fuzzer, programOf } from './fuzz.ts';
import { count, fromSource, toSource } from './tree.ts';

const PROGRAMS = 200;

describe('made-up programs', () => {
  it('are the same for the same seed', () => {
    expect(programOf(7)).toEqual(programOf(7));
    expect(programOf(9)).not.toEqual(programOf(15));
  });

  it('leave the machine sound', { timeout: 120_000 }, () => {
    const fuzzer = new Fuzzer(engine, engine.defaultProfile);
    for (let seed = 1; seed <= PROGRAMS; seed++) expect(fuzzer.tryProgram(seed)).toBeNull();
  });
});

describe('trees of lines', () => {
  it('are read and written', () => {
    const source = 'a = 1\nif a:\n    b = 2\n    if b:\n        c\nd\n';
    expect(toSource(fromSource(source))).toBe(source);
    expect(count(fromSource(source))).toBe(6);
  });
});
