import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runPymallocTrace } from '../../engine/index.ts';

/** What real CPython allocators answered: README.md beside this file. */
const folder = new URL('./', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.txt.gz'));

/** 3.10 to 3.15 share one geometry but for the radix tree; recordings of 3.13 hold for all of them. */
const releasesLike: Record<string, readonly string[]> = {
  '3.8': ['3.8'],
  '3.9': ['3.9'],
  '3.13': ['3.10', '3.11', '3.12', '3.13', '3.14.0', '3.14', '3.15'],
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
function requests(lines: readonly string[]): string[] {
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
    const input = requests(trace.lines);
    const got = [...runPymallocTrace({ python, baseOffset: trace.baseOffset, input })];
    expect(firstDifference(got, trace.lines)).toBe('identical');
  });
});

test('answers and arena lines in the input are ignored', () => {
  const trace = readTrace(names.find((name) => name.startsWith('py3.9-ss'))!);
  const input = ['# a comment', ...trace.lines].join('\n');
  const got = [...runPymallocTrace({ python: '3.9', baseOffset: 0, input })];
  expect(firstDifference(got, trace.lines)).toBe('identical');
});

test.each([
  [{ python: '3.7', input: '' }, "there is no pymalloc of '3.7' here"],
  [{ python: '3.13', baseOffset: 100, input: '' }, 'multiple of 4096'],
  [{ python: '3.13', input: 'f 3' }, 'line 1: block 3 was never given out'],
  [{ python: '3.13', input: 'a 1 16\na 1 16' }, 'line 2: block 1 is in use already'],
  [{ python: '3.13', input: 'a 1' }, 'line 1: the number of bytes is missing'],
  [{ python: '3.13', input: 'b 1' }, "line 1: not a request: 'b 1'"],
])('%o is refused with a reason', (options, reason) => {
  expect(() => [...runPymallocTrace(options)]).toThrow(reason);
});
