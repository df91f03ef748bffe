/** Every recorded case, on every release the machine can be, with the checker on. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { profiles } from '../../engine/index.ts';
import { Batch } from './batch.ts';
import { casesFor, judge } from './cases.ts';

type Gaps = Record<string, Record<string, string>>;

const gaps = JSON.parse(readFileSync(new URL('gaps.json', import.meta.url), 'utf8')) as Gaps;

/** How many answers there are to compare, so that none can go missing unseen. */
const COUNTS: Readonly<Record<string, number>> = {
  '3.8': 188,
  '3.9': 189,
  '3.10': 191,
  '3.11': 193,
  '3.12': 193,
  '3.13': 193,
  '3.14': 193,
  '3.15': 193,
};

for (const version of Object.keys(profiles)) {
  const cases = casesFor(version);
  const known = gaps[version] ?? {};

  describe(`conformance with CPython ${version}`, () => {
    const batch = new Batch(['--check']);
    afterAll(() => batch.close());

    it('compares every recorded answer', () => {
      expect(cases).toHaveLength(COUNTS[version] ?? 0);
      const ids = new Set(cases.map(({ id }) => id));
      expect(Object.keys(known).filter((id) => !ids.has(id))).toEqual([]);
    });

    it.each(cases)('$id', async ({ id, file, expected }) => {
      const wrong = judge(expected, await batch.ask(file, version));
      if (known[id] === undefined) expect(wrong, id).toBeNull();
      else expect(wrong, `${id} is listed as a gap and passes: take it off the list`).not.toBeNull();
    });
  });
}
