/** Everything record.py asked real CPythons, asked of our parser. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  parse,
  PySyntaxError,
  syntaxFeatures,
  UnsupportedSyntax,
} from '../../../engine/syntax/index.ts';
import { dump } from './dump.ts';
import '../../../engine/loading/all.ts';

type Answer = string | (string | number | null)[];
type Row = [mode: 'exec' | 'eval' | 'single', source: string, answers: [string, Answer][]];
const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const recorded = read('./syntax.recorded.json') as { versions: string[]; rows: Row[] };
/** What we know to answer differently; one that is right after all fails the test. */
const knownGaps = read('./known-gaps.json') as Record<string, string[]>;

const RELEASES = ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14', '3.15'] as const;
type Release = (typeof RELEASES)[number];

/** Our answer in the form of the recording; 'unsupported' is neither right nor wrong. */
function answer(source: string, mode: Row[0], release: Release): Answer {
  const features = syntaxFeatures[release];
  const options = {
    positionsInFStrings: features.pep701FStrings,
    positionsOfAliases: features.matchStatement,
    positionsOfSlices: features.relaxedDecorators,
  };
  try {
    return dump(parse(source, { filename: '<s>', mode, features }), options);
  } catch (error) {
    if (error instanceof UnsupportedSyntax) return 'unsupported';
    if (!(error instanceof PySyntaxError)) throw error;
    const { pyType, msg, lineno, offset, end_lineno, end_offset, text } = error;
    const hasEnd = release !== '3.8' && release !== '3.9';
    const end = hasEnd ? [end_lineno, end_offset] : [null, null];
    return [pyType, msg, lineno, offset, ...end, text];
  }
}

function agrees(want: Answer, got: Answer): boolean {
  if (want === 'ok') return typeof got === 'string';
  return got === 'unsupported'
    ? typeof want === 'string'
    : JSON.stringify(want) === JSON.stringify(got);
}

describe.each(RELEASES)('as CPython %s', (release) => {
  it('gives the same trees and errors', () => {
    const gaps: string[] = [];
    for (const [mode, source, answers] of recorded.rows) {
      const want = answers.find(([names]) => names.split(' ').includes(release))?.[1];
      expect(want).toBeDefined();
      if (!agrees(want as Answer, answer(source, mode, release))) gaps.push(`${mode}: ${source}`);
    }
    expect(gaps).toEqual(knownGaps[release] ?? []);
  });
});

it('says what CPython 3.13 says of programs damaged at random', () => {
  const mutated = read('./mutated.recorded.json') as [string, Answer][];
  expect(mutated.length).toBe(2000);
  const gaps = mutated.filter(([source, want]) => {
    const got = answer(source, 'exec', '3.13');
    return got !== 'unsupported' && !agrees(want, got);
  });
  expect(gaps).toEqual([]);
});

it('asks enough', () => {
  const trees = recorded.rows.filter(([, , answers]) =>
    answers.some(([, a]) => typeof a === 'string'),
  );
  expect(recorded.rows.length).toBeGreaterThan(2300);
  expect(trees.length).toBeGreaterThan(900);
});
