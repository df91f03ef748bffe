import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runPymallocTrace } from '../../engine/index.ts';
import recorded from './recorded.json' with { type: 'json' };
import { type RequestKind, requestKinds, requests } from './record/requests.ts';

/** What real CPython allocators answered: README.md beside this file. */
const folder = new URL('./', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt.gz'));

/** 3.10 to 3.15 share one geometry but for the radix tree; recordings of 3.13 hold for all of them. */
const releasesLike: Record<string, readonly string[]> = {
  '3.8': ['3.8'],
  '3.9': ['3.9'],
  '3.13': ['3.10', '3.11', '3.12', '3.13', '3.14.2', '3.14', '3.15'],
};

interface Trace {
  readonly python: string;
  readonly baseOffset: number;
  readonly lines: readonly string[];
}

function readTrace(name: string): Trace {
  const [, python, offset] = /^py(3\.\d+)-.*-m(\d+)\.txt\.gz$/.exec(name)!;
  const text = gunzipSync(readFileSync(new URL(name, folder))).toString('utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return { python: python!, baseOffset: Number(offset), lines };
}

/** The requests alone, without the recorded answers. */
function requestsOf(lines: readonly string[]): string[] {
  return lines
    .filter((line) => /^[arf] /.test(line))
    .map((line) =>
      line
        .split(' ')
        .slice(0, line.startsWith('f') ? 2 : 3)
        .join(' '),
    );
}

/** The first line in which two transcripts differ, for a message one can read. */
function firstDifference(got: readonly string[], want: readonly string[]): string {
  for (let i = 0; i < Math.max(got.length, want.length); i += 1) {
    if (got[i] !== want[i]) return `line ${i + 1}: CPython '${want[i]}', engine '${got[i]}'`;
  }
  return 'identical';
}

test('there are recordings to compare with', () => {
  expect(names.length).toBe(12);
});

describe.each(names)('%s', (name) => {
  const trace = readTrace(name);
  test.each(releasesLike[trace.python]!)('%s answers as recorded', (python) => {
    const input = requestsOf(trace.lines);
    const got = [...runPymallocTrace({ geometry: python, baseOffset: trace.baseOffset, input })];
    expect(firstDifference(got, trace.lines)).toBe('identical');
  });
});

describe.each(requestKinds)('random requests, %s', (kind) => {
  const rows = recorded.filter((row) => row.kind === kind);
  test.each(rows)('$python, arenas $baseOffset bytes off: as recorded', (row) => {
    const { python, seed, count, baseOffset } = row;
    const input = requests(row.kind as RequestKind, seed, count);
    const got = [...runPymallocTrace({ geometry: python, baseOffset, input })];
    const starting = (letter: string) => got.filter((line) => line.startsWith(letter)).length;
    expect({ arenas: starting('A'), returned: starting('X') }).toEqual({
      arenas: row.arenas,
      returned: row.returned,
    });
    const sha256 = createHash('sha256').update(`${got.join('\n')}\n`).digest('hex');
    expect(sha256).toBe(row.sha256);
  });
});

test('every release answered every kind of requests', () => {
  const releases = new Set(recorded.map(({ python }) => python));
  expect(releases.size).toBe(8);
  expect(recorded.length).toBe(releases.size * requestKinds.length);
  expect(recorded.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(2_000_000);
});

test('answers and arena lines in the input are ignored', () => {
  const trace = readTrace(names.find((name) => name.startsWith('py3.9-ss'))!);
  const input = ['# a comment', ...trace.lines].join('\n');
  const got = [...runPymallocTrace({ geometry: '3.9', baseOffset: 0, input })];
  expect(firstDifference(got, trace.lines)).toBe('identical');
});

test.each([
  [{ geometry: '3.7', input: '' }, "there is no pymalloc of '3.7' here"],
  [{ geometry: '3.13', baseOffset: 100, input: '' }, 'multiple of 4096'],
  [{ geometry: '3.13', input: 'f 3' }, 'line 1: block 3 was never asked for'],
  [{ geometry: '3.13', input: 'a 1 16\na 1 16' }, 'line 2: block 1 is in use already'],
  [{ geometry: '3.13', input: 'a 1 16\nf 1\n\nf 1' }, "line 4: block 1 was freed on line 2: 'f 1'"],
  [{ geometry: '3.13', input: 'a 1 16\nf 1\nr 1 8' }, 'line 3: block 1 was freed on line 2'],
  [{ geometry: '3.13', input: 'a x 16' }, 'line 1: the id is missing or not a number'],
  [{ geometry: '3.13', input: 'a 1 -1' }, 'line 1: the number of bytes is missing or not a'],
  [{ geometry: '3.13', input: 'a 1' }, 'line 1: the number of bytes is missing'],
  [{ geometry: '3.13', input: 'b 1' }, "line 1: not a request: 'b 1'"],
])('%o is refused with a reason', (options, reason) => {
  expect(() => [...runPymallocTrace(options)]).toThrow(reason);
});

test('requests over the threshold need no memory of the size that they ask for', () => {
  const input = Array.from({ length: 2000 }, (_, i) => `a ${i} 100000000`);
  input.push('r 0 10', 'a 2000 9223372036854775807', 'r 1 9223372036854775808', 'a 2001 0');
  const got = [...runPymallocTrace({ geometry: '3.13', input })];
  expect(got.filter((line) => line.endsWith(' raw')).length).toBe(2002);
  expect(got.slice(-4)).toEqual([
    'r 0 10 raw',
    'a 2000 9223372036854775807 NULL',
    'r 1 9223372036854775808 NULL',
    'a 2001 0 raw',
  ]);
});

test('a historical geometry says that it was not measured', () => {
  const answers = (geometry: string) => [
    ...runPymallocTrace({ geometry, input: 'a 1 24\na 2 8\na 3 8\na 4 257' }),
  ];
  expect(answers('8-byte-alignment')).toEqual([
    '# 8-byte-alignment: from source, not measured',
    'A 0 262144',
    'a 1 24 0 48',
    'a 2 8 0 4144',
    'a 3 8 0 4152',
    'a 4 257 0 8240',
  ]);
  expect(answers('256-byte-threshold').at(-1)).toBe('a 4 257 raw');
});
