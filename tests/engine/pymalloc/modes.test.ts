/**
 * Programs under each value of PYTHONMALLOC, compared with what real interpreters printed under the
 * same: counts, distances, marks, reports. record-modes.py made modes.json.
 */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type AllocatorName, isProfileId, type Program, runToEnd } from '../../../engine/whole.ts';
import recorded from './modes.json' with { type: 'json' };

interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly exit: number;
}
type Modes = Readonly<Record<string, Run>>;

function run(program: string, release: string, malloc: AllocatorName): Run {
  if (!isProfileId(release)) throw new Error(`no profile ${release}`);
  const file = new URL(`programs/${program}.py`, import.meta.url);
  const source = readFileSync(file, 'utf8');
  const asked: Program = {
    source,
    filename: `${program}.py`,
    profile: release,
    mode: 'script',
    malloc,
  };
  const { ending, output } = runToEnd(asked);
  const text = (stream: string) =>
    output.map((piece) => (piece.stream === stream ? piece.text : '')).join('');
  const plain = program === 'stats' ? table : withoutAddresses;
  return {
    stdout: text('stdout'),
    stderr: plain(text('stderr')),
    exit: ending.kind === 'exit' ? ending.code : -1,
  };
}

/** As record-modes.py does it. */
function withoutAddresses(text: string): string {
  return text.replaceAll(/0x[0-9a-f]{6,}/g, '0x…').replaceAll(/\[python3[.0-9]*\]/g, '[python]');
}

function table(text: string): string {
  const kept = text.split('\n').filter((line) => !/^ +\d+ +\d+ +\d+ +\d+ +\d+$/.test(line));
  return kept
    .join('\n')
    .replaceAll(/[\d,]*\d(?=$)|^ *\d+(?= (?:free|arenas|unused))/gm, '#')
    .replaceAll(/ +/g, ' ');
}

let runs = 0;

describe.each(Object.entries(recorded))('%s', (release, programs) => {
  test.each(Object.entries(programs as Record<string, Modes>))('%s', (program, modes) => {
    for (const [mode, real] of Object.entries(modes)) {
      expect({ mode, ...run(program, release, mode as AllocatorName) }).toEqual({ mode, ...real });
      runs += 1;
    }
  });
});

afterAll(() => {
  expect(Object.keys(recorded)).toHaveLength(8);
  expect(runs).toBe(8 * 14);
});
