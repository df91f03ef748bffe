/** The tests of one release; releases/*.test.ts name it, so that Vitest runs them side by side. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../engine/whole.ts';
import { type Compared, compareOwn, comparePublic } from './compare.ts';
import { ownGapsOf, type Recorded } from './own.ts';

type Gaps = Record<string, Record<string, string>>;

const gaps = JSON.parse(readFileSync(new URL('gaps.json', import.meta.url), 'utf8')) as Gaps;

/** How many answers there are to compare at least, so that none can go missing unseen. */
const COUNTS: Readonly<Record<Recorded, readonly [isPublic: number, own: number]>> = {
  '3.8': [188, 1070],
  '3.9': [189, 1070],
  '3.10': [191, 1070],
  '3.11': [193, 1070],
  '3.12': [193, 1070],
  '3.13': [193, 1070],
  '3.14': [193, 1070],
  '3.15': [193, 1070],
};

/** All that fails is listed, and all that is listed fails. */
function judgeAll(compared: readonly Compared[], known: ReadonlySet<string>): void {
  const failed = compared.filter(({ wrong }) => wrong !== null);
  const surprises = failed.filter(({ id }) => !known.has(id));
  expect(surprises.map(({ id, wrong }) => `${id}: ${wrong}`)).toEqual([]);
  const failing = new Set(failed.map(({ id }) => id));
  expect([...known].filter((id) => !failing.has(id))).toEqual([]);
}

export function conformanceOf(version: Recorded): void {
  describe(`conformance with CPython ${profiles[version].release}`, () => {
    it('public cases', { timeout: 300_000 }, () => {
      const compared = comparePublic(version);
      expect(compared).toHaveLength(COUNTS[version][0]);
      judgeAll(compared, new Set(Object.keys(gaps[version] ?? {})));
    });

    it('own cases', { timeout: 300_000 }, () => {
      const compared = compareOwn(version, false);
      expect(compared.length).toBeGreaterThanOrEqual(COUNTS[version][1]);
      judgeAll(compared, ownGapsOf(version));
    });
  });
}
