/** The lists of CPython's tests on the machine are well formed; `npm run test:cpython` holds it to them. */
import { describe, expect, it } from 'vitest';
import { profiles } from '../../engine/index.ts';
import { compare, FILES, readLedger } from './ledger.ts';

const { counts, failing } = readLedger();
const releases = Object.keys(profiles);

describe('the lists of tests/cpython', () => {
  it('know releases and files only', () => {
    for (const list of [counts, failing]) {
      for (const [release, files] of Object.entries(list)) {
        expect(releases).toContain(release);
        for (const file of Object.keys(files)) expect(FILES).toContain(file);
      }
    }
  });

  it('count what passes', () => {
    for (const count of Object.values(counts).flatMap((files) => Object.values(files))) {
      expect(count).toBeGreaterThan(0);
    }
  });

  it('give a reason for each failure', () => {
    for (const tests of Object.values(failing).flatMap((files) => Object.values(files))) {
      for (const [id, why] of Object.entries(tests)) expect(why, id).toMatch(/\S{3}/);
    }
  });
});

describe('compare', () => {
  const ledger = { counts: { '3.13': { f: 2 } }, failing: { '3.13': { f: { 'A.x': 'why' } } } };
  const result = (passed: string[], failed: [string, string][]) => ({
    passed: new Set(passed),
    skipped: new Map<string, string>(),
    failed: new Map(failed),
  });

  it('is content with what is noted, and with more', () => {
    expect(compare(ledger, '3.13', 'f', result(['A.a', 'A.b', 'A.c'], [['A.x', 'why']]))).toEqual(
      [],
    );
  });

  it('tells of fewer passes, of new failures and of surprise passes', () => {
    const wrong = compare(ledger, '3.13', 'f', result(['A.x'], [['A.y', 'oh']]));
    expect(wrong).toEqual([
      'f 3.13: 2 passed before, now 1',
      'f 3.13: A.y fails: oh',
      'f 3.13: A.x is listed as failing and passes: take it off the list',
    ]);
  });
});
