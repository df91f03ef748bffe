/** The own cases are what their records were made of. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  ownAreas,
  ownCasesFor,
  ownEntries,
  ownGapsOf,
  ownPrograms,
  recordedReleases,
} from './own.ts';

describe('own cases', () => {
  it.each(ownAreas)('%s: every program is recorded as it stands', (area) => {
    const programs = ownPrograms(area);
    const recorded = ownEntries(area);
    expect(Object.keys(recorded)).toEqual([...programs.keys()]);
    for (const [name, source] of programs) {
      const digest = createHash('sha256').update(source).digest('hex').slice(0, 12);
      expect(recorded[name]!.digest, name).toBe(digest);
    }
  });

  it('lists as gaps only what there is', () => {
    for (const version of recordedReleases) {
      const ids = new Set(ownCasesFor(version).map(({ id }) => id));
      expect([...ownGapsOf(version)].filter((id) => !ids.has(id))).toEqual([]);
    }
  });
});

